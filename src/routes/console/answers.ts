import type { Context } from "hono";
import { ANSWER_LISTS, type AnswerList, type NamedSets, renderAnswers } from "../../console/answers/list.tsx";
import { titleOfSet } from "../../console/changes/list.tsx";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { awaitedApprovals, awaitedPages } from "../../registry/answers/awaited.ts";
import { listOpenResponses, listResponses, openPages, responsePages } from "../../registry/answers/responses.ts";
import { outlineChangeSets } from "../../registry/changes/change-sets.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { type App, createRouter } from "../frame/context.ts";
import { decidingRoutes } from "./deciding.ts";
import { enteringRoutes } from "./entering.ts";
import { consoleView } from "./frame.ts";
import { changeAsked, changesToChoose } from "./of-change.ts";
import { consoleRoutes } from "./routes.ts";

export const answersScreen = createRouter();

const route = consoleRoutes(answersScreen);

enteringRoutes(route);
decidingRoutes(route);

const ON_A_PAGE = 50;
/** Approvals that are missing, above those that were given. */
const SOME = 10;

route("GET", "/console/answers", { role: "read" }, async (c) => {
  const { deps, signedIn, scopes } = c.var;
  const { show = "open", cursor } = c.req.query();
  const list: AnswerList = ANSWER_LISTS.find((each) => each === show) ?? (show === "missing" ? "approvals" : "open");
  const limit = ON_A_PAGE;
  const isAlone = show === "missing";
  const changeSet = changeAsked(c);
  // A cursor that is none begins at the beginning.
  const missing =
    list === "approvals" && (isAlone || cursor === undefined)
      ? await awaitedApprovals(
          deps,
          isAlone
            ? { changeSet, limit, cursor: awaitedPages.cursor.safeParse(cursor).data }
            : { changeSet, limit: SOME },
        )
      : undefined;
  const read = () => {
    if (isAlone) return { data: [], next: null };
    if (list === "open" || list === "questions") {
      const kind = list === "questions" ? ("asked" as const) : undefined;
      return listOpenResponses(deps, { kind, changeSet, limit, cursor: openPages.cursor.safeParse(cursor).data });
    }
    const kind = list === "approvals" ? ("approved" as const) : undefined;
    return listResponses(deps, { kind, changeSet, limit, cursor: responsePages.cursor.safeParse(cursor).data });
  };
  const { data, next } = await read();
  const view = await consoleView(c, signedIn.user);
  const numbers = [...data, ...(missing?.data ?? [])].map(({ changeSet }) => changeSet);
  return c.html(
    renderAnswers({
      ...view,
      today: (await organisationToday(deps)).today,
      list,
      answers: data,
      next,
      cursor,
      sets: await namesOf(c, numbers, view.locale),
      missing: missing && { some: missing.data, total: missing.total, next: missing.next, isAlone },
      mayEnter: allows(scopes, "write"),
      of: await changesToChoose(c, view.locale),
    }),
  );
});

async function namesOf(c: Context<App>, among: readonly number[], locale: ConsoleLocale): Promise<NamedSets> {
  const numbers = [...new Set(among)];
  if (numbers.length === 0) return new Map();
  const { data } = await outlineChangeSets(c.var.deps, { numbers, limit: numbers.length });
  return new Map(data.map((set) => [set.number, namedSet(set, locale)]));
}

const namedSet = (set: ChangeSetView, locale: ConsoleLocale) => ({
  title: titleOfSet(set, { locale }),
  isWithdrawn: set.state === "withdrawn",
});
