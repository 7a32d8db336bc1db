import type { Context } from "hono";
import { DECISION_FORM, newDecision, type Resolution } from "../../console/answers/decide.tsx";
import { renderAnswer } from "../../console/answers/detail.tsx";
import { ANSWER_LISTS, type AnswerList, type NamedSets, renderAnswers } from "../../console/answers/list.tsx";
import { sentenceOf } from "../../console/answers/who.ts";
import { titleOfSet } from "../../console/changes/list.tsx";
import type { FormState } from "../../console/kit/form-state.ts";
import { typed } from "../../console/kit/typed.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { type Response as Answer, OUTCOMES } from "../../model/people/response.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { type ConsoleLocale, inLanguage } from "../../model/values/text.ts";
import { previewReply } from "../../notify/preview/reply.ts";
import { awaitedApprovals, awaitedPages } from "../../registry/answers/awaited.ts";
import { confirmAnswerer } from "../../registry/answers/confirm.ts";
import { historyOf } from "../../registry/answers/history.ts";
import { contractOf, termsHeld } from "../../registry/answers/holding.ts";
import {
  getResponse,
  listOpenResponses,
  listResponses,
  openPages,
  resolveResponse,
  responsePages,
  responsesWith,
  tagOfResponse,
} from "../../registry/answers/responses.ts";
import { getChangeSet, outlineChangeSets } from "../../registry/changes/change-sets.ts";
import { getCustomer } from "../../registry/customers/customers.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { formatList } from "../../words/index.ts";
import { type App, createRouter } from "../frame/context.ts";
import { UUID } from "../frame/contract.ts";
import { enteringRoutes } from "./entering.ts";
import { done, takeForm } from "./form.ts";
import { consoleView } from "./frame.ts";
import { changeAsked, changesToChoose } from "./of-change.ts";
import { consoleRoutes } from "./routes.ts";

export const answersScreen = createRouter();

const route = consoleRoutes(answersScreen);

enteringRoutes(route);

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

/** The answer that the address names. Refuses: not-found. */
async function answerIn(c: Context<App>): Promise<Answer> {
  const id = c.req.param("id") ?? "";
  if (!UUID.test(id)) throw new Refusal("not-found", "There is no such response.");
  return getResponse(c.var.deps, id);
}

const MOST_OTHERS = 20;

async function page(c: Context<App>, given?: FormState): Promise<string> {
  const { deps, signedIn, scopes, actor } = c.var;
  const response = await answerIn(c);
  const { customer } = response;
  const { today, organisation } = await organisationToday(deps);
  const view = await consoleView(c, signedIn.user);
  const { locale } = view;
  const set = await getChangeSet(deps, response.changeSet);
  const { toApprove } = await contractOf(deps.db, response);
  const terms = await termsHeld(deps.db, response);
  const now = customer === null ? null : await getCustomer(deps, customer).catch(orNull);
  const history = await historyOf(deps.db, response.id);
  const theirs = [...new Set(history.map((each) => each.response))];
  const answerers = new Map((await responsesWith(deps.db, theirs)).map((each) => [each.id, each]));
  const past = history.map((each) => {
    const of = answerers.get(each.response) ?? response;
    return { ...each, sentence: sentenceOf({ ...of, kind: each.kind }, view) };
  });
  const others =
    customer === null
      ? []
      : (await listResponses(deps, { changeSet: response.changeSet, customer, limit: MOST_OTHERS })).data;
  const named = (slugs: readonly string[]) =>
    formatList(
      set.changes.filter(({ vendor }) => slugs.includes(vendor)).map(({ name }) => name),
      locale,
    );
  // What was typed was typed of the answer as it is shown now: whoever sends it again has read that.
  const version = tagOfResponse(response);
  const form = { ...(given ?? newDecision(response, locale, version)), version };
  const readOnly = !allows(scopes, "announce");
  const read = DECISION_FORM.schema.safeParse(DECISION_FORM.read(typed(form.values)));
  const isOpen = OUTCOMES[response.kind].length > 0 && response.outcome === null && set.state !== "withdrawn";
  const replies =
    given && read.success && isOpen && !readOnly
      ? await previewReply(deps, actor, response.id, decisionOf(read.data)).catch(orNull)
      : null;
  return renderAnswer({
    ...view,
    today,
    response,
    set: {
      ...namedSet(set, locale),
      isCorrection: set.rectification !== null,
      isInForce: set.state === "effective",
      waits: set.awaitsApproval,
    },
    holds: named(response.holds),
    toApprove: named(toApprove),
    terms: terms && {
      ...terms,
      remedies: terms.remedies === null ? null : inLanguage(terms.remedies, locale, organisation.defaultLocale),
    },
    notice: now && (now.noticePeriod ?? organisation.noticePeriod),
    past,
    others: others.filter(({ id }) => !theirs.includes(id) && id !== response.id),
    form: { ...form, readOnly },
    replies,
    mayWrite: allows(scopes, "write"),
  });
}

/** What is refused is not there; anything else went wrong. */
function orNull(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

const decisionOf = ({ outcome, note }: Resolution) => ({ outcome, note: note ?? null });

route("GET", "/console/answers/:id", { role: "read" }, async (c) => c.html(await page(c)));

route("POST", "/console/answers/:id", { role: "announce" }, async (c) => {
  const { id } = await answerIn(c);
  return takeForm(c, DECISION_FORM, {
    act: async (decision, ifMatch) => {
      await resolveResponse(c.var.deps, c.var.actor, id, decisionOf(decision), { ifMatch });
      return done(c, `/console/answers/${id}`, decision.outcome === "answered" ? "answered" : "decided");
    },
    page: (form) => page(c, form),
  });
});

route("POST", "/console/answers/:id/confirm", { role: "write" }, async (c) => {
  const { id } = await answerIn(c);
  await confirmAnswerer(c.var.deps, c.var.actor, id);
  return done(c, `/console/answers/${id}`, "confirmed");
});
