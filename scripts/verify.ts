import { readFileSync } from "node:fs";
import { Unusable } from "../src/evidence/pack/read-zip.ts";
import { verifyFile } from "../src/evidence/verify-file.ts";

/** Checks an evidence pack, or an archive of everything, offline. Exits 0 when all is as recorded, 1 when something is not, 2 when it cannot be read. */

const [path] = process.argv.slice(2);

async function verify(): Promise<number> {
  if (path === undefined) throw new Unusable("name the file: npm run verify -- <evidence.zip>");
  const { checked, excepted, wrong } = await verifyFile(bytesOf(path), process.env.TOKEN_SECRET);
  for (const each of checked) console.log(`  ok     ${each}`);
  for (const each of excepted) console.log(`  note   not checked: ${each}`);
  if (wrong === null) {
    console.log("Everything is as it was recorded. Compare the log's head with one that somebody else has kept.");
    return 0;
  }
  console.log(`  WRONG  ${wrong.where}: ${wrong.reason}`);
  return 1;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new Unusable(`there is no file ${file}`);
    if (code === "EISDIR") throw new Unusable(`${file} is a folder`);
    if (code === "EACCES") throw new Unusable(`${file} may not be read`);
    throw error;
  }
}

try {
  process.exitCode = await verify();
} catch (error) {
  console.error(`It cannot be read: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
