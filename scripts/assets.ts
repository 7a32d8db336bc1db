import { mkdir, writeFile } from "node:fs/promises";
import { Hono } from "hono";
import { rendererScript } from "../src/renderer.ts";
import { securityHeaders } from "../src/routes/frame/security-headers.ts";

/** Puts the script of `/docs` where Cloudflare serves it from, under the path that the Node server uses as well. */

await mkdir(".assets/docs", { recursive: true });
await writeFile(".assets/docs/scalar.js", await rendererScript());
// Files that Cloudflare serves itself never pass the Worker: their headers are those of an answer that did.
const answer = await new Hono().get("/", securityHeaders, (c) => c.body(null)).request("/");
const headers = [...answer.headers].map(([name, value]) => `  ${name}: ${value}\n`);
await writeFile(".assets/_headers", `/docs/*\n${headers.join("")}`);
