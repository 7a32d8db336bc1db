import type { Context } from "hono";
import { planPath, UPLOAD_PATH } from "../../../console/imports/paths.ts";
import { PASTED_CHARACTERS, renderUpload } from "../../../console/imports/upload.tsx";
import type { FormState } from "../../../console/kit/form-state.ts";
import { valueIn } from "../../../console/kit/values.ts";
import { FORMATS, type Format } from "../../../imports/source.ts";
import { type FieldError, Refusal } from "../../../model/values/refusal.ts";
import { listImports } from "../../../registry/imports/list-plans.ts";
import { planImport } from "../../../registry/imports/plans.ts";
import { importPages } from "../../../registry/imports/stored.ts";
import { wordsFor } from "../../../words/index.ts";
import { readListForm } from "../../frame/body.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { sentIn } from "../form.ts";
import { consoleView, leadTo } from "../frame.ts";
import { consoleRoutes } from "../routes.ts";

export const importUpload = createRouter();

const route = consoleRoutes(importUpload);

/** As many earlier imports as a page shows. */
const EARLIER = 20;

async function page(c: Context<App>, form: Partial<FormState> = {}, refused: readonly FieldError[] = []) {
  const view = await consoleView(c, c.var.signedIn.user);
  const { fields: labels } = wordsFor(view.locale).screens.imports;
  const cursor = c.req.query("cursor");
  const from = importPages.cursor.safeParse(cursor).data;
  const { data: earlier, next } = await listImports(c.var.deps, { limit: EARLIER, cursor: from });
  const blank: FormState = { locale: view.locale, labels, values: {}, wrong: {} };
  return renderUpload({ ...view, form: { ...blank, ...form }, refused, earlier, next, cursor: from && cursor });
}

route("GET", UPLOAD_PATH, { role: "write" }, async (c) => c.html(await page(c)));

/** Reads a file that is chosen, or a text that is pasted, and shows what it would change. The file is not kept. */
route("POST", UPLOAD_PATH, { role: "write" }, async (c) => {
  const { fields, file } = await readListForm(c);
  const { values } = sentIn(fields);
  const { locale } = await consoleView(c);
  const words = wordsFor(locale).screens;
  const text = valueIn(values, "text").slice(0, PASTED_CHARACTERS);
  if (!file && text.trim() === "") {
    return c.html(await page(c, { values, wrong: { file: words.imports.lacking } }), 422);
  }
  const chosen = valueIn(values, "format");
  const format: Format | undefined = FORMATS.find((each) => each === chosen);
  const sent = file ?? { bytes: new TextEncoder().encode(text), fileName: undefined };
  try {
    return leadTo(c, planPath(await planImport(c.var.deps, c.var.actor, { ...sent, format })));
  } catch (error) {
    if (!(error instanceof Refusal) || error.errors.length === 0) throw error;
    return c.html(await page(c, { values, problem: words.imports.refused }, error.errors), 422);
  }
});
