import type { Context } from "hono";
import { agreedThen, publisherThen } from "../../console/announced/terms-then.ts";
import { DECISION_FORM, newDecision, type Resolution } from "../../console/answers/decide.tsx";
import { renderAnswer } from "../../console/answers/detail.tsx";
import { sentenceOf } from "../../console/answers/who.ts";
import { titleOfSet } from "../../console/changes/list.tsx";
import type { FormState } from "../../console/kit/form-state.ts";
import { typed } from "../../console/kit/typed.ts";
import { sayActor } from "../../console/log/named.ts";
import { isForAnother } from "../../model/change/four-eyes.ts";
import { type Response as Answer, OUTCOMES } from "../../model/people/response.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { type ConsoleLocale, inLanguage } from "../../model/values/text.ts";
import { previewReply } from "../../notify/preview/reply.ts";
import { listSome } from "../../page/describe/names.ts";
import { confirmAnswerer } from "../../registry/answers/confirm.ts";
import { historyOf, type PastAnswer } from "../../registry/answers/history.ts";
import { contractOf, type TermsHeld, termsHeld } from "../../registry/answers/holding.ts";
import { mailsOfAnswer } from "../../registry/answers/mailed.ts";
import {
  getResponse,
  listResponses,
  resolveResponse,
  responsesWith,
  tagOfResponse,
} from "../../registry/answers/responses.ts";
import { namesOfConcerned } from "../../registry/changes/announced/progress.ts";
import { getChangeSet, type OperatorView } from "../../registry/changes/change-sets.ts";
import { namesIn } from "../../registry/log/names.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { ownTerms } from "../../registry/proof/evidence.ts";
import { approversOf } from "../../registry/users/actors.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { formatList } from "../../words/index.ts";
import type { App } from "../frame/context.ts";
import { UUID } from "../frame/contract.ts";
import { done, takeForm } from "./form.ts";
import { consoleView } from "./frame.ts";
import { FRAMING, framed, packed, unpacked } from "./framed.ts";
import type { consoleRoutes } from "./routes.ts";

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
  const asTyped = packed(form.values);
  c.header("content-security-policy", FRAMING);
  return renderAnswer({
    ...view,
    today,
    response,
    set: {
      title: titleOfSet(set, view),
      isWithdrawn: set.state === "withdrawn",
      isCorrection: set.rectification !== null,
      isInForce: set.state === "effective",
    },
    waitsFor: await waitsFor(c, set, locale),
    decidedBy: await decidedBy(c, history, response, locale),
    mails: await mailsOfAnswer(deps.db, response),
    holds: named(response.holds),
    toApprove: named(toApprove),
    terms: terms && {
      ...terms,
      agreed: await agreed(c, terms, locale),
      remedies: terms.remedies === null ? null : inLanguage(terms.remedies, locale, organisation.defaultLocale),
    },
    past,
    others: others.filter(({ id }) => !theirs.includes(id) && id !== response.id),
    form: { ...form, readOnly },
    replies:
      replies?.map((reply, index) => ({
        ...reply,
        source:
          asTyped === null
            ? null
            : `/console/answers/${response.id}/shown?${new URLSearchParams({ mail: String(index + 1), typed: asTyped })}`,
      })) ?? null,
    mayWrite: allows(scopes, "write"),
    deciders:
      response.kind === "objected" && isForAnother(organisation, set, actor)
        ? await approversOf(deps.db, set.authors)
        : null,
  });
}

/** How long a customer was told before, and may object, by its contract or the organisation's own terms of then. */
async function agreed(c: Context<App>, terms: TermsHeld, locale: ConsoleLocale): Promise<string[]> {
  const { periods, since, lastDayToObjectOn, objectUntilEffect, announcedAt, publishedAs } = terms;
  const told = since ?? announcedAt;
  if (periods === null || lastDayToObjectOn === null || told === null) return [];
  const own = await ownTerms(c.var.deps.db);
  const publisher = publisherThen(own, { since, announcedAs: publishedAs, told });
  return agreedThen({ periods, objectUntilEffect }, publisher, locale);
}

/** The customers that a set waits for, by name. */
async function waitsFor(c: Context<App>, { number, awaitsApproval, approvals }: OperatorView, locale: ConsoleLocale) {
  const { missing = [], objecting = [] } = (awaitsApproval && approvals) || {};
  const names = await namesOfConcerned(c.var.deps.db, number, [...missing, ...objecting].slice(0, MOST_OTHERS));
  const called = (ids: readonly string[]) =>
    ids.length === 0
      ? ""
      : listSome(
          ids.map((id) => names.get(id) ?? id),
          locale,
        );
  return { approval: called(missing), objection: called(objecting) };
}

/** Who decided on an answer as it stands now, by name. */
async function decidedBy(c: Context<App>, history: readonly PastAnswer[], { id }: Answer, locale: ConsoleLocale) {
  const by = history.find(({ response }) => response === id)?.decided?.by;
  if (by === undefined) return null;
  return sayActor(by, await namesIn(c.var.deps.db, [{ actor: by, subject: `response:${id}` }]), locale);
}

/** What is refused is not there; anything else went wrong. */
function orNull(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

const decisionOf = ({ outcome, note }: Resolution) => ({ outcome, note: note ?? null });

/** The addresses of one answer: what it says and does, and what becomes of it. */
export function decidingRoutes(route: ReturnType<typeof consoleRoutes>): void {
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

  /** The mail that a decision would send, by its place among those of all languages. Refuses: not-found. */
  route("GET", "/console/answers/:id/shown", { role: "announce" }, async (c) => {
    const { deps, actor } = c.var;
    const { id } = await answerIn(c);
    const read = DECISION_FORM.schema.safeParse(DECISION_FORM.read(typed(unpacked(c.req.query("typed")))));
    const replies = read.success ? await previewReply(deps, actor, id, decisionOf(read.data)) : [];
    const mail = replies[Number(c.req.query("mail")) - 1];
    if (!mail) throw new Refusal("not-found", "There is no such mail.");
    framed(c, { style: "'unsafe-inline'", sandbox: "allow-popups" });
    return c.html(mail.html);
  });

  route("POST", "/console/answers/:id/confirm", { role: "write" }, async (c) => {
    const { id } = await answerIn(c);
    await confirmAnswerer(c.var.deps, c.var.actor, id);
    return done(c, `/console/answers/${id}`, "confirmed");
  });
}
