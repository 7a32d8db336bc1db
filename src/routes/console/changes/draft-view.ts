import type { Context } from "hono";
import { draftForm, draftOf } from "../../../console/changes/draft-form.ts";
import { DRAFT_PAGE } from "../../../console/changes/draft-vendors.tsx";
import { type DraftOutline, type DraftView, isWaiting } from "../../../console/changes/draft-view.ts";
import { type FormState, formOf } from "../../../console/kit/form-state.ts";
import { inPages, type PageSize } from "../../../console/kit/pages.ts";
import { hasAnnounced } from "../../../registry/changes/change-sets.ts";
import { lastDayToAnnounce } from "../../../registry/changes/draft/announce-by.ts";
import { announcedSince } from "../../../registry/changes/draft/changes.ts";
import { previewChangeSet } from "../../../registry/changes/draft/preview.ts";
import { findingsOfSet, findingsToAccept } from "../../../registry/changes/findings/of-changes.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { approversOf, namesOfActors } from "../../../registry/users/actors.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { sayFault } from "../../../words/fault.ts";
import { inOrderOf } from "../../../words/index.ts";
import type { App } from "../../frame/context.ts";
import { consoleView } from "../frame.ts";

/** What every page of a draft needs to know, its vendors by name. Refuses: not-found. */
export async function draftOutline(c: Context<App>, number: number): Promise<DraftOutline> {
  const { deps, signedIn, scopes, actor } = c.var;
  const [view, preview, { organisation, law, today }, isFollowing] = await Promise.all([
    consoleView(c, signedIn.user),
    previewChangeSet(deps, number),
    organisationToday(deps),
    hasAnnounced(deps.db),
  ]);
  const compare = inOrderOf(view.locale);
  const { plannedOn, emergency, rectification, changes: drafted } = preview.written;
  const isAnnouncement =
    c.req.query("announce") !== undefined ||
    [plannedOn, emergency, rectification].some((term) => term !== null) ||
    drafted.some((change) => change.plannedOn !== null || change.weightOverride !== null);
  const changes = preview.changeSet.changes.toSorted((a, b) => compare(a.name, b.name));
  return {
    ...view,
    preview: { ...preview, changeSet: { ...preview.changeSet, changes } },
    settings: organisation,
    law,
    today,
    mayWrite: allows(scopes, "write"),
    mayAnnounce: allows(scopes, "announce"),
    isFirst: !isFollowing,
    isFirstList: !isFollowing && !isAnnouncement,
    isOwn: preview.changeSet.authors.includes(actor),
  };
}

/**
 * A draft as its page shows it, so many vendors at a time, with the form as it was sent; by default as the draft is written.
 * Refuses: not-found.
 */
export async function draftView(
  c: Context<App>,
  number: number,
  { sent, size = DRAFT_PAGE }: { sent?: FormState; size?: PageSize } = {},
): Promise<DraftView> {
  const { deps } = c.var;
  const outline = await draftOutline(c, number);
  const { preview } = outline;
  const set = preview.changeSet;
  const pages = inPages(set.changes, size);
  const asked = Number(c.req.query("page") ?? c.req.query("cursor"));
  const at = pages[asked - 1] ? asked : 1;
  const page = { number: at, of: pages.length, shown: pages[at - 1] ?? [] };
  const form = formOf(draftForm(page.shown), draftOf(preview.written), outline.locale, preview.draftHash ?? undefined);
  const on = set.effectiveOn ?? preview.earliestEffectiveOn;
  // A day that is over is told the earliest that announcing takes, which stands beside the field as well.
  const isOver = sent?.wrong.effectiveOn === sayFault("must be today or later", outline.locale) && isWaiting(preview);
  const wrong = isOver && {
    wrong: { ...sent?.wrong, effectiveOn: sayFault(`must be ${preview.earliestEffectiveOn} or later`, outline.locale) },
  };
  const actors = [...set.authors, ...(set.approvedBy === null ? [] : [set.approvedBy])];
  return {
    ...outline,
    form: { ...form, ...(sent && { ...sent, labels: form.labels }), ...wrong, readOnly: !outline.mayWrite },
    findings: set.changes.length === 0 ? [] : [...preview.findings, ...(await findingsOfSet(deps, number, on))],
    toAccept: set.changes.length === 0 ? [] : await findingsToAccept(deps, number, on),
    since: preview.overtaken.length === 0 ? [] : await announcedSince(deps, number),
    approvers: outline.settings.approvalsRequired === 0 ? [] : await approversOf(deps.db, set.authors),
    announceBy: set.state === "draft" ? await lastDayToAnnounce(deps, number) : null,
    names: await namesOfActors(deps.db, actors),
    page,
  };
}
