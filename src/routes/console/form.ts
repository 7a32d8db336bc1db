import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type DocumentForm, type FormState, shownOf, wrongBy } from "../../console/kit/form-state.ts";
import { type Typed, typed } from "../../console/kit/typed.ts";
import { type Values, valuesOf, withoutBlankRows, withoutRow } from "../../console/kit/values.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import type { ConsoleDictionary } from "../../words/dictionary.ts";
import { sayFault } from "../../words/fault.ts";
import { wordsFor } from "../../words/index.ts";
import { DOCUMENT_FORM, readForm } from "../frame/body.ts";
import type { App } from "../frame/context.ts";
import { problems } from "../frame/problem-types.ts";
import { consoleView, leadTo } from "./frame.ts";

/** What was sent by a form of the console: what was typed, by field, and what its button is to do. */
export type Sent = { values: Values; version: string | undefined; does: string };

/** Reads a form. Refuses: body-too-large. */
export const sentForm = async (c: Context<App>): Promise<Sent> => sentIn(await readForm(c, DOCUMENT_FORM));

/** What the fields of a form say. Rows in which nothing is typed are none. */
export function sentIn(form: URLSearchParams): Sent {
  const values: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    // A form sends the ends of its lines as CR LF.
    values[name] = form.getAll(name).map((value) => value.replaceAll("\r\n", "\n"));
  }
  const { do: does = [], version = [], ...fields } = values;
  return { values: withoutBlankRows(fields), version: version[0], does: does[0] ?? "save" };
}

type Taking<Document> = {
  /** What is there now, and its version; of a form that makes something new, nothing. */
  current?: () => Promise<{ document: Document; version: string }>;
  /**
   * Does it, and gives the address that shows it done, which says "Saved", or an answer of its own. `version` is that of what
   * the form was filled from: a verb takes it as its `ifMatch` or `draftHash`, and refuses it where there is another by then.
   * `sent` is all that was typed, the document's fields and those beside it.
   */
  act: (document: Document, version: string | undefined, sent: Typed) => Promise<string | Response>;
  /** The page with the form as it was sent, and what is wrong with it. */
  page: (form: FormState) => string | Promise<string>;
};

const STALE = ["stale-version", "draft-changed"];

/**
 * Takes a form of the console: does what it asks for and leads on with 303, or gives back the page with what was typed and
 * what is wrong, by field. The buttons that add a row, remove one, take something over and show what it means only give
 * the page back.
 */
export async function takeForm<Document>(
  c: Context<App>,
  kind: DocumentForm<Document>,
  { current, act, page }: Taking<Document>,
): Promise<Response> {
  const { values, version, does } = await sentForm(c);
  const { locale } = await consoleView(c);
  const asTyped: FormState = { locale, labels: kind.labels(locale), values, version, wrong: {}, unsaved: true };
  const back = async (form: Partial<FormState>, status: ContentfulStatusCode) =>
    c.html(await page({ ...asTyped, ...form }), status);

  const [button = "", rows = ""] = does.split(":");
  if (button === "add") return back({ added: rows }, 200);
  if (button === "remove") return back({ values: withoutRow(values, rows), removed: rows.replace(/\.\d+$/, "") }, 200);
  if (button === "use") return back({ taken: rows }, 200);
  if (button === "preview") return back({}, 200);

  const wrong = (errors: readonly FieldError[]) => wrongBy(errors, (detail) => sayFault(detail, locale));
  const parsed = await kind.schema.safeParseAsync(kind.read(typed(values)));
  if (!parsed.success) return back({ wrong: wrong(fieldErrors(parsed.error.issues)) }, 422);
  try {
    const did = await act(parsed.data, version, typed(values));
    return typeof did === "string" ? done(c, did) : did;
  } catch (error) {
    if (!(error instanceof Refusal) || error.slug === "not-found") throw error;
    if (current && STALE.includes(error.slug)) {
      const { document: stored, version } = await current();
      const asForm = (document: Document) => valuesOf(shownOf(kind, document));
      const beside = valuesBeside(kind, values);
      return back(
        { values: { ...asForm(parsed.data), ...beside }, stored: { ...asForm(stored), ...beside }, version },
        409,
      );
    }
    const [status] = problems[error.slug];
    return back({ wrong: wrong(error.errors), problem: wordsFor(locale).screens.refusals[error.slug] }, status);
  }
}

/** What was typed beside the document. */
const valuesBeside = <Document>({ beside = [] }: DocumentForm<Document>, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => beside.some((each) => name === each || name.startsWith(`${each}.`))),
  );

/** What can be said to have been done, where that is more than to have saved something. */
export type Done = keyof ConsoleDictionary["screens"]["kit"]["done"];

/** Leads on to the page that shows what was done, which says so; by default "Saved". */
export const done = (c: Context<App>, path: string, what?: Done): Response =>
  leadTo(c, `${path}${path.includes("?") ? "&" : "?"}saved${what ? `=${what}` : ""}`);
