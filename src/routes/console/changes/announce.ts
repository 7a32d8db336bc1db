import type { Context } from "hono";
import { renderAnnounce, renderPublish } from "../../../console/changes/draft-announce.tsx";
import { toldBy } from "../../../console/changes/draft-view.ts";
import { type FormState, wrongBy } from "../../../console/kit/form-state.ts";
import { typed } from "../../../console/kit/typed.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { fieldErrors } from "../../../model/values/field-errors.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import { senderOf } from "../../../notify/mail/headers.ts";
import { announceChangeSet } from "../../../registry/changes/announce.ts";
import { Announcement } from "../../../registry/changes/announcement.ts";
import { previewPeople } from "../../../registry/changes/draft/preview.ts";
import { findingsOfSet, findingsToAccept } from "../../../registry/changes/findings/of-changes.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { sayFault } from "../../../words/fault.ts";
import { wordsFor } from "../../../words/index.ts";
import { readForm } from "../../frame/body.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { problems } from "../../frame/problem-types.ts";
import { type Sent, sentForm } from "../form.ts";
import { freshSignIn, leadTo } from "../frame.ts";
import { consoleRoutes, numberIn } from "../routes.ts";
import { draftOutline } from "./draft-view.ts";

/** Announcing a draft, and publishing the first list: a page that repeats it, and one button. */
export const announceScreen = createRouter();

const route = consoleRoutes(announceScreen);

type Back = { sent?: Sent; wrong?: FormState["wrong"]; problem?: string; changed?: readonly string[] };

async function announcePage(c: Context<App>, { sent, wrong = {}, problem, changed = [] }: Back = {}): Promise<string> {
  const number = numberIn(c);
  const view = await draftOutline(c, number);
  const { locale, preview } = view;
  const { findings: words } = wordsFor(locale).screens.drafts;
  const on = preview.changeSet.effectiveOn ?? preview.earliestEffectiveOn;
  const [findings, errors] = await Promise.all([foundIn(c, on), findingsToAccept(c.var.deps, number, on)]);
  const form: FormState = {
    locale,
    labels: { acceptFindings: words.acceptLabel, acceptFindingsReason: words.reason },
    values: sent?.values ?? {},
    wrong,
    problem,
  };
  return renderAnnounce({
    ...view,
    findings: [...preview.findings, ...findings],
    errors,
    form,
    changed,
    people: toldBy(preview) === 0 ? [] : await previewPeople(c.var.deps, number),
    sender: { from: senderOf(c.var.deps.config.mailFrom, view.settings), replyTo: view.settings.privacyEmail ?? null },
  });
}

/** What is found of a draft on a day; without one, today. */
async function foundIn(c: Context<App>, on?: IsoDate) {
  const day = on ?? (await organisationToday(c.var.deps)).today;
  return findingsOfSet(c.var.deps, numberIn(c), day);
}

/** Whether a set is a draft still; what was announced has a page of its own. */
const isDraft = async (c: Context<App>) => (await draftOutline(c, numberIn(c))).preview.changeSet.state === "draft";

route("GET", "/console/changes/:number/announce", { role: "announce", before: [freshSignIn] }, async (c) =>
  (await isDraft(c)) ? c.html(await announcePage(c)) : leadTo(c, `/console/changes/${numberIn(c)}`),
);

route("POST", "/console/changes/:number/announce", { role: "announce", before: [freshSignIn] }, async (c) => {
  const { deps, actor } = c.var;
  const number = numberIn(c);
  const sent = await sentForm(c);
  const fields = typed(sent.values);
  const accepted = fields.all("acceptFindings");
  const parsed = Announcement.safeParse({
    draftHash: sent.version ?? "",
    recipients: fields.number("recipients"),
    effectiveOn: fields.text("effectiveOn"),
    ...(accepted.length > 0 && { acceptFindings: accepted }),
    acceptFindingsReason: fields.text("acceptFindingsReason"),
  });
  const view = await draftOutline(c, number);
  const { locale } = view;
  const { announcing, findings } = wordsFor(locale).screens.drafts;
  const say = (detail: string) => sayFault(detail, locale);
  if (!parsed.success)
    return c.html(await announcePage(c, { sent, wrong: wrongBy(fieldErrors(parsed.error.issues), say) }), 422);
  try {
    await announceChangeSet(deps, actor, number, parsed.data);
  } catch (error) {
    if (!(error instanceof Refusal) || ["not-found", "not-a-draft"].includes(error.slug)) throw error;
    const [status] = problems[error.slug];
    if (error.slug === "recipients-changed") {
      const now = toldBy((await draftOutline(c, number)).preview);
      const changed = [announcing.changed.recipients(now, parsed.data.recipients ?? 0)];
      return c.html(await announcePage(c, { sent, changed }), status);
    }
    if (error.slug === "draft-changed")
      return c.html(await announcePage(c, { sent, changed: [announcing.changed.draft] }), status);
    const problem = wordsFor(locale).screens.refusals[error.slug];
    const wrong =
      error.slug === "findings-not-accepted" ? { acceptFindings: findings.accept } : wrongBy(error.errors, say);
    return c.html(await announcePage(c, { sent, problem, wrong }), status);
  }
  return leadTo(c, `/console/changes/${number}?did=announce`);
});

route("GET", "/console/changes/:number/publish", { role: "announce", before: [freshSignIn] }, async (c) =>
  (await isDraft(c))
    ? c.html(renderPublish({ ...(await draftOutline(c, numberIn(c))), findings: await foundIn(c), mayAnnounce: false }))
    : leadTo(c, `/console/changes/${numberIn(c)}`),
);

route("POST", "/console/changes/:number/publish", { role: "announce", before: [freshSignIn] }, async (c) => {
  const number = numberIn(c);
  const draftHash = (await readForm(c)).get("version") ?? "";
  await announceChangeSet(c.var.deps, c.var.actor, number, { draftHash, baseline: true });
  return leadTo(c, `/console/changes/${number}?did=publish`);
});
