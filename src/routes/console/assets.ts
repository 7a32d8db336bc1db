import { consoleScript, consoleScriptPath } from "../../console/kit/script.ts";
import { consoleStyle, consoleStylePath } from "../../console/style/index.ts";
import { createRouter } from "../frame/context.ts";

/** The console's style and script, which whoever has them keeps: their addresses say what is in them. */
export const consoleAssets = createRouter();

for (const [path, type, text] of [
  [consoleStylePath, "text/css", consoleStyle],
  [consoleScriptPath, "text/javascript", consoleScript],
] as const) {
  consoleAssets.get(path, (c) => {
    c.header("content-type", `${type}; charset=utf-8`);
    c.header("cache-control", "public, max-age=31536000, immutable");
    return c.body(text);
  });
}
