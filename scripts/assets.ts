import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import { securityHeaders } from "../src/routes/frame/security-headers.ts";

/** Puts Swagger UI where Cloudflare serves it from, under the paths that the Node server uses as well. */

const source = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

await mkdir(".assets/docs", { recursive: true });
for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
  await copyFile(join(source, file), join(".assets/docs", file));
}
// Files that Cloudflare serves itself never pass the Worker: their headers are those of an answer that did.
const answer = await new Hono().get("/", securityHeaders, (c) => c.body(null)).request("/");
const headers = [...answer.headers].map(([name, value]) => `  ${name}: ${value}\n`);
await writeFile(".assets/_headers", `/docs/*\n${headers.join("")}`);
