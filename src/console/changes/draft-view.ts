import { lacksApproval } from "../../model/change/four-eyes.ts";
import type { ChangeView } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { AnnouncedSince } from "../../registry/changes/draft/changes.ts";
import type { Preview } from "../../registry/changes/draft/preview.ts";
import type { VendorFinding } from "../../registry/changes/findings/of-changes.ts";
import type { Law } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import type { FormState } from "../kit/form-state.ts";
import type { ConsoleView } from "../shell.tsx";

/** What every page of a draft needs to know. */
export type DraftOutline = ConsoleView & {
  preview: Preview;
  settings: Organisation;
  law: Law;
  today: IsoDate;
  mayWrite: boolean;
  mayAnnounce: boolean;
  /** Whether nothing was announced yet: it may be the first list. */
  isFirst: boolean;
  /** Whether it is that, and nothing was asked for or written that only an announcement has. */
  isFirstList: boolean;
  /** Whether whoever reads it has written in it. */
  isOwn: boolean;
};

/** What announcing a draft today means, and what it changes. */
export type DraftView = DraftOutline & {
  form: FormState;
  findings: readonly VendorFinding[];
  /** Those of them that announcing asks to be accepted: not what was so before. */
  toAccept: readonly VendorFinding[];
  /** The vendors that were announced anew since, with what was announced. */
  since: readonly AnnouncedSince[];
  /** Where another person has to approve it, who may, by name: whoever may announce and has not written in it. */
  approvers: readonly string[];
  /** The last day on which announcing it keeps the day that it has; null where that is no question, or too late. */
  announceBy: IsoDate | null;
  /** Who has written it, and who has approved it, by name. */
  names: ReadonlyMap<string, string>;
  /** Which page of its vendors is shown, from 1, how many there are, and what changes on it. */
  page: { number: number; of: number; shown: readonly ChangeView[] };
};

/** How many people would be told. */
export const toldBy = ({ recipients }: Preview): number => recipients.contacts + recipients.followers;

export const pathOf = ({ preview }: Pick<DraftOutline, "preview">): string =>
  `/console/changes/${preview.changeSet.number}`;

/** Whether its vendors could be announced as intended, instead of published as the first list: somebody would be told. */
export const isAnnounceable = (preview: Preview): boolean => toldBy(preview) > 0 || preview.concerned.total > 0;

/** Whether whoever reads it may not accept errors: under four eyes its authors do not. */
export const mayNotAccept = ({ settings, isOwn }: DraftOutline): boolean => settings.approvalsRequired > 0 && isOwn;

/** Whether its announcement waits for somebody's approval. */
export const isUnapproved = ({ settings, preview }: DraftOutline): boolean =>
  lacksApproval(settings, preview.changeSet);

/** What publishing a draft as the first list does, and whether somebody has to approve it before. */
export const firstListSaid = (view: DraftOutline): string => {
  const { firstList } = wordsFor(view.locale).screens.drafts;
  return isUnapproved(view) ? firstList.onceApproved : firstList.atOnce;
};

/** Whether any of its changes waits for anybody. */
export const isWaiting = ({ days }: Pick<Preview, "days">): boolean => days.some(({ waits }) => waits);

/** Somebody who has written it, or approved it, by name. */
export const nameOf = (actor: string, { names, locale }: Pick<DraftView, "names" | "locale">): string =>
  names.get(actor) ?? wordsFor(locale).screens.drafts.approval.somebody;
