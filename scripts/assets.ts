import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Puts Swagger UI where Cloudflare serves it from, under the paths that the Node server uses as well. */

const source = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

await mkdir(".assets/docs", { recursive: true });
for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
  await copyFile(join(source, file), join(".assets/docs", file));
}
// Files that Cloudflare serves itself never pass the Worker, nor its security headers.
await writeFile(
  ".assets/_headers",
  "/docs/*\n  X-Content-Type-Options: nosniff\n  Cross-Origin-Resource-Policy: same-origin\n  Referrer-Policy: no-referrer\n",
);
