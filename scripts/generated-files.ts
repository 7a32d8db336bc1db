import { createApp } from "../src/app.ts";
import { listFileJsonSchema, listFileSchemaPath } from "../src/imports/list-file.ts";
import { publishedListJsonSchema } from "../src/page/formats/published-list.ts";
import { openApiInfo } from "../src/routes/frame/openapi.ts";

/** The text of every generated file, by its path in the project. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const app = createApp(() => {
    throw new Error("Nothing is served while generating");
  });
  return {
    "openapi.json": text(app.getOpenAPI31Document(openApiInfo())),
    [listFileSchemaPath.slice(1)]: text(listFileJsonSchema()),
    "schemas/subprocessors-v1.json": text(publishedListJsonSchema()),
  };
}

const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
