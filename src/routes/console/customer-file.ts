import type { Context } from "hono";
import { cellSaid, FILE_COLUMNS, type FileColumn, guessColumns } from "../../console/customers/columns.ts";
import { type FileHead, KEPT_CHARACTERS, renderFile } from "../../console/customers/file.tsx";
import { filePath, PATH } from "../../console/customers/paths.ts";
import type { FormState } from "../../console/kit/form-state.ts";
import { valueIn } from "../../console/kit/values.ts";
import { csvRecords, csvValue } from "../../model/values/csv.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import { type ImportPlan, importCustomers, planImport } from "../../registry/customers/import-customers.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { wordsFor } from "../../words/index.ts";
import { readFileForm } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { sentIn } from "./form.ts";
import { consoleView, leadTo } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const customerFileScreen = createRouter();

const route = consoleRoutes(customerFileScreen);

type Shown = {
  form: FormState;
  head: FileHead | null;
  plan: ImportPlan | null;
  refused: FieldError[];
  isKept: boolean;
  asked?: readonly string[];
};

const NOTHING = { head: null, plan: null, refused: [], isKept: true };

async function page(c: Context<App>, shown: Shown): Promise<string> {
  const register = await getOrganisation(c.var.deps.db);
  return renderFile({ ...(await consoleView(c, c.var.signedIn.user)), register, ...shown });
}

async function blank(c: Context<App>): Promise<FormState> {
  const { locale } = await consoleView(c);
  const { fields } = wordsFor(locale).screens.customerFile;
  return { locale, labels: fields, values: {}, wrong: {} };
}

route("GET", filePath, { role: "write" }, async (c) => c.html(await page(c, { ...NOTHING, form: await blank(c) })));

/**
 * Looks at a file, or imports it. Nothing of it is kept here in between: a short one stands in the page, a long one is
 * chosen once more, and the hash of what was looked at says whether it is the same, and would do the same.
 */
route("POST", filePath, { role: "write" }, async (c) => {
  const { fields, file } = await readFileForm(c);
  const { values, version: planned, does } = sentIn(fields);
  const form: FormState = { ...(await blank(c)), values, unsaved: true };
  const words = wordsFor(form.locale).screens;
  const text = file ?? valueIn(values, "text");
  if (text.trim() === "") {
    return c.html(await page(c, { ...NOTHING, form: { ...form, wrong: { file: words.customerFile.lacking } } }), 422);
  }
  const isKept = text.length <= KEPT_CHARACTERS;
  const kept = { text: isKept ? [text] : [] };
  try {
    const head = await headOf(text);
    if (head.heads.length > MOST_COLUMNS) {
      const wide = { ...form, values: kept, wrong: { file: words.customerFile.tooWide } };
      return c.html(await page(c, { ...NOTHING, isKept, form: wide }), 422);
    }
    const columns = columnsIn(form, head);
    const sent = {
      ...kept,
      ...Object.fromEntries(columns.map((column, index) => [`columns.${index}`, [column ?? ""]])),
    };
    const shown = { ...NOTHING, isKept, head, form: { ...form, values: sent } };
    const said = { said: cellSaid(await getOrganisation(c.var.deps.db)), columns };
    const given = () => ({ file: inOne(text), as: said });
    return await lookedAt(c, shown, given, does === "save" ? planned : undefined);
  } catch (error) {
    if (!(error instanceof Refusal) || error.slug !== "malformed-csv") throw error;
    const refused = { ...form, values: kept, problem: words.refusals[error.slug] };
    return c.html(await page(c, { ...NOTHING, isKept, form: refused, refused: error.errors }), 422);
  }
});

type Given = () => { file: AsyncIterable<string>; as: Parameters<typeof planImport>[2]["as"] & object };

/** Imports a file where it was planned as it would be done now; shows what it would do where it was not. */
async function lookedAt(c: Context<App>, shown: Shown, given: Given, planned: string | undefined): Promise<Response> {
  const { deps, actor } = c.var;
  const { form } = shown;
  try {
    if (planned !== undefined) {
      const done = await importCustomers(deps, actor, { ...given(), dryRun: false, planned }).catch((error) => {
        if (error instanceof Refusal && error.slug === "stale-version") return null;
        throw error;
      });
      if (done) return leadTo(c, `${PATH}?imported=${done.created + done.updated}`);
    }
    const plan = await planImport(deps, actor, given());
    const problem = planned === undefined ? undefined : wordsFor(form.locale).screens.customerFile.otherwise;
    return c.html(
      await page(c, { ...shown, plan, form: { ...form, version: plan.hash, problem } }),
      problem ? 409 : 200,
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.errors.length === 0) throw error;
    const { problem, columns } = wordsFor(form.locale).screens.customerFile;
    // A column that was not found by its name is asked for: nothing of the file is wrong.
    const lacking = FILE_COLUMNS.filter((column) =>
      error.errors.some(({ pointer, detail }) => detail === "is needed" && pointer.endsWith(`/${column}`)),
    );
    if (lacking.length > 0 && lacking.length === error.errors.length)
      return c.html(await page(c, { ...shown, asked: lacking.map((column) => columns[column]) }), 422);
    return c.html(await page(c, { ...shown, form: { ...form, problem }, refused: error.errors }), 422);
  }
}

/** The most columns of a file: each is a field of the form. */
const MOST_COLUMNS = 100;

/** The most that is shown of what a column holds. */
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 40;

async function headOf(text: string): Promise<FileHead> {
  const records: string[][] = [];
  for await (const { cells } of csvRecords(inOne(text))) {
    records.push(cells.map((cell) => csvValue(cell).trim()));
    if (records.length > SAMPLES) break;
  }
  const [heads = [], ...rows] = records;
  const samples = heads.map((_, index) => rows.flatMap((row) => row[index]?.slice(0, SAMPLE_CHARACTERS) || []));
  return { heads: heads.map((head) => head.slice(0, 200)), samples };
}

/** What the columns were said to be, where it is the same file's; else what they are called tells it. */
function columnsIn({ values }: FormState, { heads }: FileHead): (FileColumn | null)[] {
  const isSame = heads.every((head, index) => values[`heads.${index}`]?.[0] === head);
  if (!isSame) return guessColumns(heads);
  return heads.map((_, index) => FILE_COLUMNS.find((column) => column === valueIn(values, `columns.${index}`)) ?? null);
}

async function* inOne(text: string): AsyncGenerator<string> {
  yield text;
}
