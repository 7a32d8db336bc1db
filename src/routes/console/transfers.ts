import type { Context } from "hono";
import { dateTyped } from "../../console/kit/dates.ts";
import type { FormState } from "../../console/kit/form-state.ts";
import { renderVerdicts, renderWhatIf } from "../../console/transfers/verdicts.tsx";
import type { TransfersView } from "../../console/transfers/view.ts";
import { DateOn } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { isCovered } from "../../page/describe/transfers.ts";
import { createDraft } from "../../registry/changes/draft/drafts.ts";
import { readLaw } from "../../registry/changes/law.ts";
import { besideFalls, customersOfFalls, listTransfers } from "../../registry/changes/transfers.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { type Assessed, type Rule, ruleOf } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import { readForm } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { consoleView, leadTo } from "./frame.ts";
import { consoleRoutes, setNumber } from "./routes.ts";

export const transfersScreen = createRouter();

const route = consoleRoutes(transfersScreen);

const PATH = "/console/transfers";

/** How many vendors stand on a page. */
const ON_A_PAGE = 50;

const asked = (c: Context<App>, name: string): string => (c.req.query(name) ?? "").trim().slice(0, 100);

route("GET", PATH, { role: "read" }, async (c) => {
  const { deps, signedIn } = c.var;
  const view = await consoleView(c, signedIn.user);
  const { filter: words } = wordsFor(view.locale).screens.transfers;
  const { organisation, law } = await organisationToday(deps);
  const [on, show, without] = [asked(c, "on"), asked(c, "show"), asked(c, "without")] as const;
  const day = on === "" ? null : DateOn.safeParse(dateTyped(on));
  const rule = without === "" ? undefined : ruleOf(law, without);
  const wrong = {
    ...(day?.success === false && { on: words.wrongDay }),
    ...(without !== "" && !rule && { without: words.wrongRule }),
  };
  const at = day?.success ? day.data : undefined;
  const { data, list, on: shownOn } = await listTransfers(deps, { at });
  const shown: TransfersView = {
    ...view,
    on: shownOn,
    law,
    regimes: organisation.regimes,
    list,
    form: filterForm(view.locale, { on: day?.success === false ? on : shownOn, show, without }, wrong),
    filters: { on: at, show: show || undefined, without: rule?.id },
    used: new Set(data.flatMap((row) => ("rules" in row ? row.rules : []))),
    next: null,
  };
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  if (rule) return c.html(await whatIf(c, shown, rule), status);
  const all = data as Assessed[];
  const isOpenOnly = show === "open";
  const open = new Set(all.filter((row) => !isCovered(row)).map(({ vendor, service }) => `${vendor} ${service}`));
  const rows = isOpenOnly ? all.filter(({ vendor, service }) => open.has(`${vendor} ${service}`)) : all;
  return c.html(renderVerdicts({ ...shown, ...pageOf(c, rows), isOpenOnly }), status);
});

/** The page of what would be left without a rule. */
async function whatIf(c: Context<App>, view: TransfersView, rule: Rule): Promise<string> {
  const { deps, scopes } = c.var;
  const { data } = await listTransfers(deps, { at: view.on, without: rule.id });
  const falls = data.flatMap((row) => ("before" in row ? row : []));
  const fallen = new Set(falls.map(({ vendor }) => vendor));
  const { coming, unaffected, renewed } = await besideFalls(deps, { on: view.on, without: rule.id, falls });
  const toCome = coming.flatMap(({ entry, rows }) => rows.map((fall) => ({ entry, fall })));
  return renderWhatIf({
    ...view,
    ...pageOf(c, falls),
    rule,
    total: falls.length,
    customers: (await customersOfFalls(deps, view.list, falls)).total,
    mayWrite: allows(scopes, "write"),
    vendors: view.list.filter(({ slug }) => fallen.has(slug)),
    coming: toCome.slice(0, ON_A_PAGE),
    comingTotal: toCome.length,
    renewed: renewed.slice(0, ON_A_PAGE),
    renewedTotal: renewed.length,
    unaffected: unaffected.slice(0, ON_A_PAGE),
    unaffectedTotal: unaffected.length,
    unaffectedNone: unaffected.filter(({ verdict }) => verdict === "none-needed").length,
    draft: setNumber(c.req.query("draft")) ?? null,
  });
}

/** The rows of so many vendors, from the one on that the cursor names; of one that is gone, from the first. */
function pageOf<Row extends { vendor: string }>(c: Context<App>, rows: readonly Row[]) {
  const vendors = [...Map.groupBy(rows, ({ vendor }) => vendor)];
  const begins = Math.max(
    vendors.findIndex(([vendor]) => vendor === c.req.query("cursor")),
    0,
  );
  const ends = begins + ON_A_PAGE;
  return {
    rows: vendors.slice(begins, ends).flatMap(([, theirs]) => theirs),
    cursor: vendors[begins > 0 ? begins : vendors.length]?.[0],
    next: vendors[ends]?.[0] ?? null,
  };
}

/** A form of the address, filled with what it asked for. */
function filterForm(locale: ConsoleLocale, typed: Record<string, string>, wrong: Record<string, string>): FormState {
  const { fields } = wordsFor(locale).screens.transfers.filter;
  const values = Object.entries(typed).map(([name, value]) => [name, value === "" ? [] : [value]] as const);
  return { locale, labels: fields, values: Object.fromEntries(values), wrong };
}

// What would mend it, and why, is the lawyer's to say: the draft is empty, as readers are told its reason.
route("POST", `${PATH}/draft`, { role: "write" }, async (c) => {
  const { deps, actor } = c.var;
  const form = await readForm(c);
  const { law } = await readLaw(deps);
  const rule = ruleOf(law, form.get("without") ?? "");
  if (!rule) throw new Refusal("not-found", "There is no such rule.");
  const on = DateOn.safeParse(form.get("on") ?? "");
  const number = await createDraft(deps, actor, {});
  const again = new URLSearchParams({ without: rule.id, draft: String(number), ...(on.success && { on: on.data }) });
  return leadTo(c, `${PATH}?${again}`);
});
