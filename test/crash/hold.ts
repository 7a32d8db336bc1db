import { once } from "node:events";

/**
 * Loaded into the server before anything else: reads the server's modules, which is most of what a start takes, and
 * then waits for its settings. Nothing of the server has run until then: the start itself comes when a test says so.
 */

await import("../../src/app.ts");
const [settings] = await once(process.stdin, "data");
Object.assign(process.env, JSON.parse(String(settings)));
process.stdin.destroy();
