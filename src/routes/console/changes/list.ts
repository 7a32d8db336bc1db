import type { Context } from "hono";
import { CHANGE_LISTS, type ChangeList, isChangeList, renderChanges } from "../../../console/changes/list.tsx";
import { BEGINNING_FORM, renderBeginning, termsOf } from "../../../console/changes/new.tsx";
import type { FormState } from "../../../console/kit/form-state.ts";
import { changeSetPages, getChangeSet, outlineChangeSets } from "../../../registry/changes/change-sets.ts";
import { beginDraft } from "../../../registry/changes/draft/begin.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { takeForm } from "../form.ts";
import { consoleView, leadTo } from "../frame.ts";
import { consoleRoutes, numberIn } from "../routes.ts";
import { announcedPage } from "./announced.ts";
import { draftPage } from "./drafts.ts";

export const changesScreen = createRouter();

const route = consoleRoutes(changesScreen);

/** Of each list, where all are shown; and of one on a page. */
const NEWEST = 10;
const ON_A_PAGE = 50;

route("GET", "/console/changes", { role: "read" }, async (c) => {
  const { deps, signedIn, scopes } = c.var;
  const asked = c.req.query("list");
  const only = isChangeList(asked) ? asked : null;
  const cursor = only ? c.req.query("cursor") : undefined;
  const read = async (name: ChangeList, limit: number) => {
    // A cursor that is none begins at the beginning.
    const after = changeSetPages.cursor.safeParse(cursor);
    const { data, next } = await outlineChangeSets(deps, {
      states: CHANGE_LISTS[name],
      limit,
      cursor: after.success ? after.data : undefined,
    });
    return { name, sets: data, next };
  };
  const lists = only ? [await read(only, ON_A_PAGE)] : await Promise.all(NAMES.map((name) => read(name, NEWEST)));
  const { today } = await organisationToday(deps);
  const view = await consoleView(c, signedIn.user);
  return c.html(renderChanges({ ...view, today, lists, cursor, mayWrite: allows(scopes, "write") }));
});

const NAMES = Object.keys(CHANGE_LISTS) as ChangeList[];

const beginning = async (c: Context<App>, form: FormState) =>
  renderBeginning({ ...(await consoleView(c, c.var.signedIn.user)), form });

route("GET", "/console/changes/new", { role: "write" }, async (c) => {
  const { locale } = await consoleView(c);
  const values = { is: ["intended"] };
  return c.html(await beginning(c, { locale, labels: BEGINNING_FORM.labels(locale), values, wrong: {} }));
});

route("POST", "/console/changes", { role: "write" }, (c) =>
  takeForm(c, BEGINNING_FORM, {
    act: async (begun) => {
      const number = await beginDraft(c.var.deps, c.var.actor, termsOf(begun));
      return leadTo(c, `/console/changes/${number}`);
    },
    page: (form) => beginning(c, form),
  }),
);

route("GET", "/console/changes/:number", { role: "read" }, async (c) => {
  const set = await getChangeSet(c.var.deps, numberIn(c));
  return c.html(await (set.state === "draft" ? draftPage(c, set.number) : announcedPage(c, set)));
});
