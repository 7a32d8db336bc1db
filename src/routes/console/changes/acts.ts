import type { Context } from "hono";
import { renderAct, renderCannot } from "../../../console/announced/act.tsx";
import { ACT_FORMS, type ActForm, correctable } from "../../../console/announced/forms.ts";
import { ACTS, type Act, type ActView, type Told } from "../../../console/announced/view.ts";
import { isBeyondWords, renderBeyondWords, renderWhatWasWrong } from "../../../console/announced/what-was-wrong.tsx";
import type { FormState } from "../../../console/kit/form-state.ts";
import { typed } from "../../../console/kit/typed.ts";
import type { Values } from "../../../console/kit/values.ts";
import { writtenIn } from "../../../model/organisation-document.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import { sendAgain } from "../../../notify/batch-decision.ts";
import { type FollowUp, previewFollowUps } from "../../../notify/preview/follow-ups.ts";
import { sendTest } from "../../../notify/test-mail.ts";
import { refuseAuthor } from "../../../registry/changes/announced/another-person.ts";
import { asReadNow, partsChanged } from "../../../registry/changes/announced/as-read.ts";
import { correctChangeSet, correctedChanges, type NewCorrection } from "../../../registry/changes/announced/correct.ts";
import { FORESEEN, type Said, type Telling } from "../../../registry/changes/announced/foresee.ts";
import { hearersOf } from "../../../registry/changes/announced/hearers.ts";
import { type NewPostponement, postponeChangeSet } from "../../../registry/changes/announced/postpone.ts";
import { concernedBySet, missedOf, progressOf } from "../../../registry/changes/announced/progress.ts";
import { waiveApprovals } from "../../../registry/changes/announced/release.ts";
import { type Reading, readingOf } from "../../../registry/changes/announced/supposed.ts";
import { withdrawChangeSet } from "../../../registry/changes/announced/withdraw.ts";
import { getChangeSet, type OperatorView } from "../../../registry/changes/change-sets.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { wordsFor } from "../../../words/index.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { problems } from "../../frame/problem-types.ts";
import { sentForm, takeForm } from "../form.ts";
import { consoleView, freshSignIn, leadTo } from "../frame.ts";
import { FRAMING, framed, packed, unpacked } from "../framed.ts";
import { consoleRoutes, numberIn } from "../routes.ts";
import { setView } from "./announced.ts";

/** What can be done about a set that was announced: a page for each, which says whom it tells what, and the button. */
export const announcedActs = createRouter();

const route = consoleRoutes(announcedActs);

type Doing = {
  act: (c: Context<App>, number: number, document: never, asRead: string | undefined) => Promise<unknown>;
};

type Reason = { reason?: LocalizedText | undefined };

const DEEDS = {
  withdraw: {
    act: ({ var: { deps, actor } }, number, { reason }: Reason, asRead) =>
      withdrawChangeSet(deps, actor, number, reason ?? null, asRead),
  },
  correct: {
    act: ({ var: { deps, actor } }, number, correction: NewCorrection, asRead) =>
      correctChangeSet(deps, actor, number, correction, asRead),
  },
  postpone: {
    act: ({ var: { deps, actor } }, number, postponement: NewPostponement, asRead) =>
      postponeChangeSet(deps, actor, number, postponement, asRead),
  },
  waive: {
    act: ({ var: { deps, actor } }, number, { reason }: { reason: LocalizedText }, asRead) =>
      waiveApprovals(deps, actor, number, reason, asRead),
  },
  resend: {
    act: ({ var: { deps, actor } }, number, { reason }: { reason: string }) => sendAgain(deps, actor, number, reason),
  },
} satisfies Record<Act, Doing>;

/** Whom it would tell what, by what is typed and fit. */
async function foreseen(r: Reading, number: number, act: Act, said: Said): Promise<Telling[]> {
  if (act === "resend") return [];
  try {
    return await FORESEEN[act](r, number, said);
  } catch (error) {
    // Days that do not fit are said beside their fields when the form is sent.
    if (act !== "postpone" || !(error instanceof Refusal) || error.errors.length === 0) throw error;
    return FORESEEN[act](r, number, { changes: said.changes });
  }
}

/** What is typed, field by field, where it is fit. */
function fitIn({ read, schema }: ActForm, values: Values): Said {
  const document = read(typed(values)) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(schema.shape).flatMap(([name, field]) => {
      const parsed = field.safeParse(document[name]);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}

/** The page that asks before it does something; or that says why it cannot be done. */
async function actPage(
  c: Context<App>,
  act: Act,
  set: OperatorView,
  form: FormState,
  testedTo?: string,
): Promise<string> {
  const { deps } = c.var;
  const { number } = set;
  const missed = await missedOf(deps.db, set);
  const r = await readingOf(deps);
  const view = await setView(c, set, missed);
  const kind: ActForm = ACT_FORMS[act](set, view.today);
  const fit = fitIn(kind, form.values);
  const told: Told[] = [];
  for (const telling of await foreseen(r, number, act, fit)) {
    const { kind: notice, changeSet } = telling;
    const mails = await previewFollowUps(deps, r, telling);
    const before = told.reduce((sum, each) => sum + each.mails.length, 0);
    const numbered = mails.map((mail, index) => ({ ...mail, place: before + index + 1 }));
    told.push({ kind: notice, changeSet, ...(await hearersOf(r, telling)), mails: numbered });
  }
  const progress = act === "withdraw" ? await progressOf(deps.db, number) : [];
  const now = await asReadNow(deps, number, set);
  c.header("content-security-policy", FRAMING);
  const isRefused = form.problem !== undefined && form.version !== undefined;
  return renderAct({
    ...view,
    act,
    form: { ...form, version: now },
    locales: writtenIn(r.organisation),
    told,
    missed,
    lastDays: act === "postpone" ? (await concernedBySet(deps.db, number)).lastDays : [],
    typed: packed(form.values),
    testedTo,
    hasUntried: progress.some(({ states }) => (states.pending ?? 0) > 0),
    changed: isRefused ? partsChanged(form.version ?? "", now) : [],
  } satisfies ActView);
}

/** What is asked before words are: an entry that is wrong is put right otherwise. Refuses what correcting does. */
async function whatWasWrong(c: Context<App>, set: OperatorView, wrong: string | undefined): Promise<string> {
  const { db } = c.var.deps;
  await correctedChanges(db, set.number, undefined);
  const view = await setView(c, set, await missedOf(db, set));
  return isBeyondWords(wrong)
    ? renderBeyondWords(view, wrong)
    : renderWhatWasWrong(view, c.req.query("asked") !== undefined);
}

/** A mail of what a deed would tell, by its place among all of them, as it would be sent now. Refuses: not-found. */
async function mailAt(c: Context<App>, act: Act, values: Values, place: string | undefined): Promise<FollowUp> {
  const { deps } = c.var;
  const number = numberIn(c);
  const set = await getChangeSet(deps, number);
  const r = await readingOf(deps);
  const tellings = await foreseen(r, number, act, fitIn(ACT_FORMS[act](set, r.today), values));
  const mails = [];
  for (const telling of tellings) mails.push(...(await previewFollowUps(deps, r, telling)));
  const mail = mails[Number(place) - 1];
  if (!mail) throw new Refusal("not-found", "There is no such mail.");
  return mail;
}

/** Answers with a page, or with why that cannot be done about the set. */
async function unlessRefused(
  c: Context<App>,
  set: OperatorView,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Refusal) || error.slug === "not-found") throw error;
    const view = await setView(c, set, 0);
    const { refusals, announced } = wordsFor(view.locale).screens;
    const { cannot } = announced;
    const isState = error.slug === "not-announced" && (set.state === "withdrawn" || set.state === "draft");
    if (error.slug === "approval-required") return c.html(renderCannot(view, null), 409);
    const why = isState ? cannot[set.state as "withdrawn" | "draft"] : refusals[error.slug];
    const [status] = problems[error.slug];
    return c.html(renderCannot(view, why), status);
  }
}

/** Refuses approval-required before anything is read or typed, where the verb would refuse it. */
async function refuseForAnother(c: Context<App>, act: Act, set: OperatorView): Promise<void> {
  if (act !== "waive") return;
  const { organisation } = await organisationToday(c.var.deps);
  refuseAuthor({ organisation, actor: c.var.actor }, set, "go on without the approvals");
}

/** What a form begins with: all changes, and the last day as it is. */
const INITIAL: Record<Act, (set: OperatorView) => Values> = {
  withdraw: () => ({}),
  correct: (set) => ({ changes: correctable(set).map(({ vendor }) => vendor) }),
  postpone: ({ changes }) => ({ changes: changes.map(({ vendor }) => vendor) }),
  waive: () => ({}),
  resend: () => ({}),
};

for (const [act, { path, role }] of Object.entries(ACTS) as [Act, (typeof ACTS)[Act]][]) {
  const address = `/console/changes/:number/${path}`;
  // Before anything is typed as well, so that nothing typed is lost.
  const guarded = { role, before: [freshSignIn] };
  route("GET", address, guarded, async (c) => {
    const set = await getChangeSet(c.var.deps, numberIn(c));
    const { locale } = await consoleView(c);
    const { labels } = ACT_FORMS[act](set, "");
    const form = { locale, labels: labels(locale), values: INITIAL[act](set), wrong: {} };
    return unlessRefused(c, set, async () => {
      await refuseForAnother(c, act, set);
      const wrong = c.req.query("wrong");
      if (act === "correct" && wrong !== "wording") return c.html(await whatWasWrong(c, set, wrong));
      return c.html(await actPage(c, act, set, form));
    });
  });
  route("POST", address, guarded, async (c) => {
    const number = numberIn(c);
    const set = await getChangeSet(c.var.deps, number);
    const { today } = await readingOf(c.var.deps);
    const kind: ActForm = ACT_FORMS[act](set, today);
    return unlessRefused(c, set, async () => {
      await refuseForAnother(c, act, set);
      return takeForm(c, kind, {
        act: async (document, version) => {
          await DEEDS[act].act(c, number, document as never, version);
          return leadTo(c, `/console/changes/${number}?did=${act}`);
        },
        // As it is by then: somebody else may have acted on it.
        page: async (form) => actPage(c, act, await getChangeSet(c.var.deps, number), form),
      });
    });
  });
  if (act === "resend") continue;
  route("GET", `${address}/shown`, { role }, async (c) => {
    const { html } = await mailAt(c, act, unpacked(c.req.query("typed")), c.req.query("mail"));
    framed(c, { style: "'unsafe-inline'", sandbox: "allow-popups" });
    return c.html(html);
  });
  route("POST", `${address}/test`, { role }, async (c) => {
    const { deps, actor, signedIn } = c.var;
    const number = numberIn(c);
    const set = await getChangeSet(deps, number);
    const { values, version } = await sentForm(c);
    return unlessRefused(c, set, async () => {
      const { locale, subject, text, html } = await mailAt(c, act, values, c.req.query("mail"));
      await sendTest(deps, actor, signedIn.user, { number, isDraft: false, locale, mail: { subject, text, html } });
      const view = await consoleView(c);
      const labels = ACT_FORMS[act](set, "").labels(view.locale);
      const form = { locale: view.locale, labels, values, version, wrong: {}, unsaved: true };
      return c.html(await actPage(c, act, set, form, signedIn.user.email));
    });
  });
}
