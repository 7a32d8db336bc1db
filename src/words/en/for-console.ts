/** What the console says besides, in the languages that it is in. */
export * as screens from "./console/index.ts";
export { consoleWords } from "./console.ts";
