import { sentenceOf } from "../../console/answers/who.ts";
import { titleOfSet } from "../../console/changes/list.tsx";
import type { ConsoleView } from "../../console/shell.tsx";
import { datesOf } from "../../console/today/dates.ts";
import { renderToday, type Waiting } from "../../console/today/screen.tsx";
import type { Deps } from "../../deps.ts";
import { effectAnswered } from "../../model/change/decide-by.ts";
import { isForAnother, lacksApproval } from "../../model/change/four-eyes.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { FIRST_ADMIN, type User } from "../../model/people/user.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { sendingStatus } from "../../notify/sending-status.ts";
import { listSome } from "../../page/describe/names.ts";
import { awaitedApprovals } from "../../registry/answers/awaited.ts";
import { countOpenResponses, countWaitingApprovals, listOpenResponses } from "../../registry/answers/responses.ts";
import { lastDaysToCome } from "../../registry/changes/announced/last-days-to-come.ts";
import { outlineChangeSets } from "../../registry/changes/change-sets.ts";
import { lastDayToAnnounce } from "../../registry/changes/draft/announce-by.ts";
import { listFindings, type PublishedFinding } from "../../registry/changes/findings/published.ts";
import { listCustomers } from "../../registry/customers/customers.ts";
import type { Actor } from "../../registry/log/audit.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { unreachableCustomers } from "../../registry/people/reachability.ts";
import { listSubscribers } from "../../registry/people/subscribers.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { createRouter } from "../frame/context.ts";
import { stepsOf } from "./first-steps.ts";
import { consoleView } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const todayScreen = createRouter();

/** Of each kind: the rest is counted, and read on its own screen. */
const FIRST = 5;
/** Of announced sets whose days are to come. */
const MOST_COMING = 20;
const MOST_DATES = 8;

/** What the calendar alone brings about, so that nobody hears of it by their own edit. */
const OF_THE_CALENDAR = [
  "certification-expired",
  "certification-ends-soon",
  "expiring",
  "dpf-unchecked",
  "law-outdated",
];

/** What the buttons that do more than lead somewhere ask for; whoever may not is offered to read what waits. */
const ASKS = { decide: "announce", answer: "announce", customers: "write", name: "write", address: "admin" } as const;
const asksFor = (button: Waiting["button"]) => (Object.hasOwn(ASKS, button) ? ASKS[button as keyof typeof ASKS] : null);

type Asking = { deps: Deps; view: ConsoleView; today: IsoDate; organisation: Organisation };

consoleRoutes(todayScreen)("GET", "/console", { role: "read" }, async (c) => {
  const { deps, signedIn, scopes, actor } = c.var;
  const view = await consoleView(c, signedIn.user);
  const { today, organisation } = await organisationToday(deps);
  const asking = { deps, view, today, organisation };
  const drafts = await outlineChangeSets(deps, { states: ["draft"], limit: FIRST });
  const published = await outlineChangeSets(deps, { states: ["announced", "effective"], limit: 1 });
  const isPublished = published.data.length > 0;
  const coming = await outlineChangeSets(deps, { states: ["announced"], limit: MOST_COMING });
  const found = [
    ...(isNobodyYet(signedIn.user) ? [ofReader(view)] : []),
    ...(await ofSending(asking, isPublished)),
    ...(await ofAnswers(asking, coming.data, actor)),
    ...(await ofDrafts(asking, { drafts, isPublished, actor, mayApprove: allows(scopes, "announce") })).filter(
      // Before the first list is published, the steps lead to drafts; who is to approve or publish one hears of it here.
      ({ button }) => isPublished || button === "approve" || button === "publish",
    ),
    ...(await ofCustomers(asking, isPublished)),
    ...(await ofFindings(asking)),
  ];
  const waiting = found.map((each): Waiting => {
    const scope = asksFor(each.button);
    return scope === null || allows(scopes, scope) ? each : { ...each, button: "read" };
  });
  const numbers = coming.data.map(({ number }) => number);
  const ofContracts = await lastDaysToCome(deps.db, numbers, { today, limit: MOST_DATES });
  const dates = coming.data
    .flatMap((set) => datesOf(set, ofContracts, { ...view, today }))
    .sort((a, b) => (a.on === b.on ? a.number - b.number : a.on < b.on ? -1 : 1));
  const steps = isPublished
    ? null
    : await stepsOf(asking, drafts.data, {
        mayWrite: allows(scopes, "write"),
        mayAnnounce: allows(scopes, "announce"),
        actor,
      });
  return c.html(renderToday({ ...view, today, waiting, dates: dates.slice(0, MOST_DATES), steps }));
});

const isNobodyYet = ({ email, name }: User): boolean => email === FIRST_ADMIN.email || name === FIRST_ADMIN.name;

/** Whoever has signed in by the link of the first start is nobody yet, and no link reaches them. */
const ofReader = ({ locale }: ConsoleView): Waiting => {
  const { whoAreYou } = wordsFor(locale).screens.today.items;
  return { text: whoAreYou, until: "now", button: "self", path: "/console/people#own" };
};

async function ofSending({ deps, view, organisation }: Asking, isPublished: boolean): Promise<Waiting[]> {
  const { items } = wordsFor(view.locale).screens.today;
  const { held, paused, missed, uncertain, privacyEmail } = await sendingStatus(deps);
  // Mail to the organisation itself is among what was missed, and told apart.
  const others = missed.deliveries - (privacyEmail?.mails ?? 0);
  const now = (text: string): Waiting => ({ text, until: "now", button: "delivery", path: "/console/delivery" });
  const since = (at: Date) => formatDate(dateIn(view.timeZone, at), view.locale);
  return [
    ...(held ? [now(items.held(since(held.since)))] : []),
    ...(paused && !held ? [now(items.paused(since(paused.since), paused.because))] : []),
    ...(uncertain.deliveries > 0 ? [now(items.uncertain(uncertain.deliveries))] : []),
    ...(others > 0 ? [now(items.missed(others))] : []),
    ...(privacyEmail ? [now(items.ownMail(privacyEmail.mails, privacyEmail.email))] : []),
    ...(isPublished && !organisation.privacyEmail
      ? [{ ...now(items.noOwnMail), button: "address" as const, path: "/console/organisation#contact" }]
      : []),
  ];
}

/** By the day that the organisation has for each: to decide before what it is about takes effect, to reply while one may object. */
async function ofAnswers(
  { deps, view, today, organisation }: Asking,
  coming: readonly ChangeSetView[],
  actor: Actor,
): Promise<Waiting[]> {
  const { items } = wordsFor(view.locale).screens.today;
  const open = await listOpenResponses(deps, { limit: FIRST });
  const total = await countOpenResponses(deps);
  const numbers = [...new Set(open.data.map(({ changeSet }) => changeSet))];
  const { data: sets } =
    numbers.length === 0 ? { data: [] } : await outlineChangeSets(deps, { numbers, limit: numbers.length });
  const missing = await awaitedApprovals(deps, { limit: FIRST });
  const awaited = [...new Set(missing.data.map(({ name }) => name))];
  // Of those that are named, who is to approve several changes is named once.
  const names = listSome(awaited, view.locale, { all: missing.total - missing.data.length + awaited.length });
  const unconfirmed = await countWaitingApprovals(deps);
  const approvals = { button: "who", path: "/console/answers?show=approvals" } as const;
  const first = open.data.map((answer): Waiting => {
    const set = sets.find(({ number }) => number === answer.changeSet);
    const effect = set ? effectAnswered(answer, set, today) : null;
    const path = `/console/answers/${answer.id}`;
    const isLeft = set !== undefined && isForAnother(organisation, set, actor);
    const text = items.answer(sentenceOf(answer, view), answer.changeSet, set ? titleOfSet(set, view) : "");
    return answer.kind === "asked"
      ? { text, path, until: answer.lastDayToObjectOn ?? effect, due: "reply", button: "answer" }
      : { text, path, until: effect, due: "decide", button: isLeft ? "read" : "decide" };
  });
  const rest = total - first.length;
  const more = { until: first.at(-1)?.until ?? null, button: "all", path: "/console/answers" } as const;
  // The day for which what waits for approvals was planned.
  const needed = coming.flatMap(({ awaitsApproval, effectiveOn }) => (awaitsApproval && effectiveOn) || []).sort();
  return [
    ...first,
    ...(rest > 0 ? [{ ...more, text: items.moreAnswers(rest) }] : []),
    ...(missing.total > 0
      ? [
          {
            text: items.approvals(missing.total, names),
            until: needed[0] ?? null,
            due: "needed" as const,
            ...approvals,
          },
        ]
      : []),
    ...(unconfirmed > 0 ? [{ text: items.unconfirmed(unconfirmed), until: null, ...approvals }] : []),
  ];
}

type Drafts = Awaited<ReturnType<typeof outlineChangeSets>>;

/** Drafts; those that another person has to approve before they are announced say so, and to whom may do that. */
async function ofDrafts(
  { deps, view, organisation }: Asking,
  {
    drafts,
    isPublished,
    actor,
    mayApprove,
  }: { drafts: Drafts; isPublished: boolean; actor: Actor; mayApprove: boolean },
): Promise<Waiting[]> {
  const { items } = wordsFor(view.locale).screens.today;
  const all: Waiting[] = [];
  for (const set of drafts.data) {
    const isFourEyed = organisation.approvalsRequired > 0 && set.changes.length > 0;
    const isUnapproved = isFourEyed && lacksApproval(organisation, set);
    const isForReader = isFourEyed && mayApprove && !set.authors.includes(actor);
    const isToPublish = isForReader && !isUnapproved && !isPublished;
    const announceBy = await lastDayToAnnounce(deps, set.number);
    all.push({
      text: items[isUnapproved ? "fourEyes" : isToPublish ? "toPublish" : "draft"](titleOfSet(set, view)),
      until: announceBy ?? set.effectiveOn,
      ...(announceBy !== null && { due: "announce" }),
      button: isToPublish ? "publish" : isForReader && isUnapproved ? "approve" : "draft",
      path: `/console/changes/${set.number}${isToPublish ? "/publish" : ""}`,
    });
  }
  const more: Waiting = { text: items.moreDrafts, until: null, button: "all", path: "/console/changes?list=drafts" };
  return drafts.next === null ? all : [...all, more];
}

async function ofCustomers({ deps, view }: Asking, isPublished: boolean): Promise<Waiting[]> {
  const { items } = wordsFor(view.locale).screens.today;
  if (isPublished && !(await isAnybodyTold(deps)))
    return [{ text: items.nobodyTold, until: null, button: "name", path: "/console/customers" }];
  const { total, names } = await unreachableCustomers(deps, FIRST);
  if (total === 0) return [];
  const text = items.unreachable(total, listSome(names, view.locale, { all: total }));
  return [{ text, until: null, button: "customers", path: "/console/customers?told=no" }];
}

async function isAnybodyTold(deps: Deps): Promise<boolean> {
  const customers = await listCustomers(deps, { limit: 1 });
  if (customers.data.length > 0) return true;
  return (await listSubscribers(deps, { status: "active", limit: 1 })).data.length > 0;
}

/** What the calendar has made to be found about what is published, the earliest day first. */
async function ofFindings({ deps, view, today }: Asking): Promise<Waiting[]> {
  const { items } = wordsFor(view.locale).screens.today;
  const { data } = await listFindings(deps, { limit: Number.MAX_SAFE_INTEGER });
  // What is judged for the day of an announced change is not so yet.
  const due = data.filter(({ code, on }) => OF_THE_CALENDAR.includes(code) && on <= today);
  const found = due
    .map((finding) => ({ finding, until: untilOf(finding) }))
    .sort((a, b) => ((a.until ?? "9999") < (b.until ?? "9999") ? -1 : 1));
  const first = found.slice(0, FIRST).map(({ finding, until }): Waiting => {
    const text = findingSentence(finding, view.locale);
    return finding.vendor === ""
      ? { text, until, button: "law", path: "/console/transfers/law" }
      : { text, until, button: "vendor", path: `/console/vendors/${finding.vendor}` };
  });
  const rest = found.length - first.length;
  const more: Waiting = { text: items.moreFindings(rest), until: null, button: "all", path: "/console/vendors" };
  return rest > 0 ? [...first, more] : first;
}

const untilOf = ({ facts }: PublishedFinding): IsoDate | null => ("until" in facts ? facts.until : null);
