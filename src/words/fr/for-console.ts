export * as screens from "./console/index.ts";
export { consoleWords } from "./console.ts";
