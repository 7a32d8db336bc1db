import { globSync } from "node:fs";
import { resolve } from "node:path";
import { bundle } from "./bundle.ts";

/** Measures what `npm start` runs: bundled, since the source is slower by the names that tsx gives to its functions. */
const folder = "dist/bench";
// One by one: of what programs share esbuild makes files, and does not keep the order in which these act on each other.
for (const program of ["bench/run.ts", ...globSync("bench/processes/*.ts")]) await bundle(folder, [program]);
await import(resolve(folder, "run.mjs"));
