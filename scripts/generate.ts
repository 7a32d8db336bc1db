import { mkdir, writeFile } from "node:fs/promises";
import { generatedFiles } from "./generated-files.ts";

/** Writes what is generated from the code and checked in; a test fails when it is out of date. */
for (const [path, content] of Object.entries(await generatedFiles())) {
  const url = new URL(`../${path}`, import.meta.url);
  await mkdir(new URL(".", url), { recursive: true });
  await writeFile(url, content);
  console.log(`Wrote ${path}`);
}
