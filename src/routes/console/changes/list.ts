import { CHANGE_LISTS, type ChangeList, isChangeList, renderChanges } from "../../../console/changes/list.tsx";
import { changeSetPages, getChangeSet, outlineChangeSets } from "../../../registry/changes/change-sets.ts";
import { createDraft } from "../../../registry/changes/draft/drafts.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { createRouter } from "../../frame/context.ts";
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

route("POST", "/console/changes", { role: "write" }, async (c) => {
  const number = await createDraft(c.var.deps, c.var.actor, {});
  return leadTo(c, `/console/changes/${number}`);
});

route("GET", "/console/changes/:number", { role: "read" }, async (c) => {
  const set = await getChangeSet(c.var.deps, numberIn(c));
  return c.html(await (set.state === "draft" ? draftPage(c, set.number) : announcedPage(c, set)));
});
