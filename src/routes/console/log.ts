import type { Context } from "hono";
import { stream } from "hono/streaming";
import { dateTyped } from "../../console/kit/dates.ts";
import type { FormState } from "../../console/kit/form-state.ts";
import { renderCheck, renderChecked, renderFound, renderNoHash, renderUnfinished } from "../../console/log/check.tsx";
import { renderLog } from "../../console/log/screen.tsx";
import { isAction } from "../../model/actions.ts";
import { addDays, DateOn, type IsoDate, startOf } from "../../model/values/dates.ts";
import { auditPages, listAudit } from "../../registry/log/audit.ts";
import { namedActors, namesIn, subjectsCalled } from "../../registry/log/names.ts";
import { verifyRecords } from "../../registry/proof/verification.ts";
import { wordsFor } from "../../words/index.ts";
import { type App, createRouter } from "../frame/context.ts";
import { soughtText } from "../frame/contract.ts";
import { consoleView } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const logScreen = createRouter();

const route = consoleRoutes(logScreen);

const PATH = "/console/log";
const ON_A_PAGE = 50;

/** What the address asks for, as it was typed; without what no list could have. */
const asked = (c: Context<App>, name: string): string =>
  soughtText(200).safeParse((c.req.query(name) ?? "").trim()).data ?? "";

/** A day that was typed, of a year in which there can be a log; and whether it is none. */
function dayIn(text: string): { on: IsoDate | undefined; isWrong: boolean } {
  const { data } = DateOn.safeParse(dateTyped(text));
  const on = data !== undefined && data > "2000" && data < "2100" ? data : undefined;
  return { on, isWrong: text !== "" && on === undefined };
}

route("GET", PATH, { role: "admin" }, async (c) => {
  const { db } = c.var.deps;
  const view = await consoleView(c, c.var.signedIn.user);
  const { filter: words } = wordsFor(view.locale).screens.log;
  const typed = Object.fromEntries(["who", "what", "about", "from", "until"].map((name) => [name, asked(c, name)]));
  const { who = "", what = "", about = "" } = typed;
  const [from, until] = [dayIn(typed.from ?? ""), dayIn(typed.until ?? "")];
  const wrong = {
    ...(from.isWrong && { from: words.wrongDay }),
    ...(until.isWrong && { until: words.wrongDay }),
  };
  const cursor = c.req.query("cursor");
  const { data, next } = await listAudit(c.var.deps, {
    actor: who || undefined,
    action: isAction(what) ? what : undefined,
    subjects: about === "" ? undefined : await subjectsCalled(db, about),
    since: from.on === undefined ? undefined : startOf(from.on, view.timeZone),
    before: until.on === undefined ? undefined : startOf(addDays(until.on, 1), view.timeZone),
    limit: ON_A_PAGE,
    // A cursor that is none begins at the beginning.
    cursor: auditPages.cursor.safeParse(cursor).data,
  });
  const shown = { ...typed, from: from.on ?? typed.from, until: until.on ?? typed.until };
  const values = Object.entries(shown).map(([name, value]) => [name, value ? [value] : []] as const);
  const form: FormState = { locale: view.locale, labels: words.fields, values: Object.fromEntries(values), wrong };
  const page = renderLog({
    ...view,
    entries: data,
    names: await namesIn(db, data),
    people: await namedActors(db),
    form,
    filters: {
      who: who || undefined,
      what: what || undefined,
      about: about || undefined,
      from: from.on,
      until: until.on,
    },
    cursor,
    next,
  });
  return c.html(page, Object.keys(wrong).length === 0 ? 200 : 422);
});

route("GET", `${PATH}/check`, { role: "admin" }, async (c) => {
  const { deps } = c.var;
  const view = await consoleView(c, c.var.signedIn.user);
  const from = (c.req.query("from") ?? "").trim().toLowerCase();
  if (from !== "" && !/^[0-9a-f]{64}$/.test(from)) {
    const { check: words } = wordsFor(view.locale).screens.log;
    const form = { locale: view.locale, labels: { from: words.from }, values: { from: [from.slice(0, 200)] } };
    return c.html(renderNoHash(view, { ...form, wrong: { from: words.wrongHash } }), 422);
  }
  const { before, after } = renderCheck(view);
  c.header("content-type", "text/html; charset=UTF-8");
  return stream(c, async (page) => {
    await page.write(before);
    try {
      const found = await verifyRecords(deps, from || undefined, {
        // Written as it comes; nobody's reading slows the check down, which holds a connection.
        onChecked: (table, count) => void page.write(renderChecked(view, table, count)),
      });
      await page.write(renderFound(view, found));
    } catch (error) {
      deps.log("log.check-failed", { because: String(error) });
      await page.write(renderUnfinished(view));
    }
    await page.write(after);
  });
});
