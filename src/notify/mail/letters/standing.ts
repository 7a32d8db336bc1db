import { effectOf } from "../../../model/change/effect.ts";
import type { ChangeView } from "../../../model/change/register.ts";
import { isDoneBy } from "../../../model/change/share.ts";
import type { Response } from "../../../model/people/response.ts";
import { dateIn, type IsoDate } from "../../../model/values/dates.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import { namesOf } from "../../../page/describe/names.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { type Block, enumeration, heading, type Passage, paragraph } from "../letter.ts";
import { type AboutChangeSet, announcedTitle, datedOn, eachChange, elsewhere, tenseOf, toldOn } from "./change-set.ts";
import { ownWords } from "./written.ts";

/** How a change stands that somebody has objected to, and what follows from a decision (GDPR Art. 28(2)). */

/** What a mail about a response needs: the response as `getResponse` gives it, and the change set it is to. */
export type AboutResponse = AboutChangeSet & {
  response: Response;
  /** What the customer's contract says that an objection leads to. */
  remedies: LocalizedText | null;
  /** The changes that wait for the customer's approval, by slug. */
  toApprove: readonly string[];
};

/** How many changes remind of what was answered. */
export const MOST_NAMED = 20;

/** What an objection does to each change that it is about: whether it holds it, and from when else it is in force. */
type Unheld = "waiting" | "coming" | "done" | "corrected";
type Words<Standing extends string> = Record<Standing, (vendors: string, date: string) => string>;

/**
 * In a sentence for all changes that stand alike: whether an objection that is open holds them. Nothing where there is no
 * open objection.
 */
export function standing(
  about: AboutResponse,
  words: Words<Unheld | "held"> & { approval: (vendors: string) => string },
): Block[] {
  const { response, changeSet, toApprove } = about;
  if (response.kind !== "objected" || response.resolvedAt !== null || changeSet.state === "withdrawn") return [];
  const held = changeSet.changes.filter((each) => response.holds.includes(each.vendor));
  const standingOf = (each: ChangeView) => (held.includes(each) ? "held" : unheld(each, about));
  return [...sentences(about, words, standingOf), ...approvalOf(about, held, toApprove, words.approval)];
}

function unheld(change: ChangeView, about: AboutResponse): Unheld {
  if (about.changeSet.rectification) return "corrected";
  if (change.awaitsApproval) return "waiting";
  return isDoneBy({ ...change, effectiveOn: dayOf(change, about) }, toldOn(about)) ? "done" : "coming";
}

/** As `unheld`, with what waits told apart by its day: `earliest` where that is still to come. */
function unheldOn(change: ChangeView, about: AboutResponse): Unheld | "earliest" {
  const stands = unheld(change, about);
  return stands === "waiting" && effectOf(change, toldOn(about))?.as === "earliest" ? "earliest" : stands;
}

const dayOf = ({ effectiveOn }: ChangeView, { changeSet }: AboutResponse): IsoDate => effectiveOn ?? datedOn(changeSet);

function sentences<Standing extends string>(
  about: AboutResponse,
  words: Words<Standing>,
  standingOf: (change: ChangeView) => Standing,
): Block[] {
  const alike = Map.groupBy(about.changeSet.changes, (each) => `${standingOf(each)} ${dayOf(each, about)}`);
  return [...alike.values()].flatMap((changes) =>
    changes.slice(0, 1).map((first) => {
      const date = formatDate(dayOf(first, about), about.locale);
      return paragraph(words[standingOf(first)](namesOf(changes, about.locale), date));
    }),
  );
}

function approvalOf(
  about: AboutResponse,
  changes: readonly ChangeView[],
  slugs: readonly string[],
  words: (vendors: string) => string,
): Block[] {
  const waiting = changes.filter(({ vendor }) => slugs.includes(vendor));
  return waiting.length > 0 ? [paragraph(words(namesOf(waiting, about.locale)))] : [];
}

/** Whether somebody answers for a customer; else they follow the list, and no contract of theirs says anything. */
export const isOfCustomer = ({ response }: AboutResponse): boolean => response.customer !== null;

/**
 * What an objection leads to in the words of the contract, else in those of the organisation; nothing where neither says, or
 * no contract is the reader's.
 */
export function remediesOf(about: AboutResponse): Block[] {
  const { remedies, organisation, locale } = about;
  const said = isOfCustomer(about) ? (remedies ?? organisation.remedies ?? null) : null;
  if (said === null) return [];
  return [paragraph(wordsFor(locale).mail.objection.leadsTo.saysFor(null)), ownWords(about, said)];
}

/**
 * What was announced: of what is held, by default by the reader's objection, it says so; and what does not apply to them
 * has no day.
 */
export function asItStands(about: AboutResponse, held: readonly string[] = about.response.holds): Passage[] {
  const announced = announcedTitle(about);
  const { outcome } = about.response;
  if (outcome === "exempted") return [heading(announced), ...notApplying(about)];
  const isHeld = (changes: readonly ChangeView[]) => changes.some(({ vendor }) => held.includes(vendor));
  return eachChange(announced, about, (each) => (isHeld(each) ? "held" : tenseOf(each, about)), MOST_NAMED);
}

/** The changes of a set that does not apply to whoever has objected, without their dates. */
function notApplying(about: AboutResponse): Passage[] {
  const { mail, followUps, rectification } = wordsFor(about.locale);
  const { changes, rectification: isCorrection } = about.changeSet;
  const { customerName } = about.response;
  const listed = (of: readonly ChangeView[], line: (change: ChangeView) => string) =>
    enumeration(
      of.map((change) => ({ line: line(change) })),
      elsewhere(about),
      MOST_NAMED,
    );
  const announced = ({ name, kind }: ChangeView) => mail.changed(name, kind);
  if (isCorrection)
    return [
      paragraph(rectification.follows.exempted(customerName)),
      listed(changes, ({ name, kind }) => rectification.entry[kind](name)),
    ];
  const words = followUps.resolution.follows;
  const done = changes.filter((change) => wasDone(change, about));
  const left = changes.filter((change) => !done.includes(change));
  if (left.length === 0) return [paragraph(words.exemptedSince(customerName)), listed(changes, announced)];
  const stays = done.length > 0 ? [paragraph(words.exemptedBut), listed(done, announced)] : [];
  return [paragraph(words.exempted(customerName)), listed(left, announced), ...stays];
}

/** Whether a change was in force before it was decided on: what the decision itself has released was not. */
function wasDone(change: ChangeView, about: AboutResponse): boolean {
  const { resolvedAt } = about.response;
  if (resolvedAt === null || change.awaitsApproval) return false;
  const [since, decided] = [dayOf(change, about), dateIn(about.organisation.timeZone, resolvedAt)];
  return since < decided || (since === decided && change.releasedOn === null);
}

/** What follows from a decision, or an answer, for its reader: what becomes of each change, and what they can do. */
export function following(about: AboutResponse): Passage[] {
  const { response, locale, changeSet } = about;
  const { followUps, rectification } = wordsFor(locale);
  const words = { ...followUps.resolution.follows, ...(changeSet.rectification && rectification.follows) };
  const head = heading(words.heading);
  if (changeSet.state === "withdrawn" || response.outcome === null) return asItStands(about);
  switch (response.outcome) {
    case "answered":
      return asItStands(about);
    case "withdrawn":
      return [
        head,
        ...sentences(about, words.stands, (change) => unheldOn(change, about)),
        ...approvalOf(about, changeSet.changes, about.toApprove, words.approval),
        ...asItStands(about),
      ];
    case "exempted":
      return [head, ...notApplying(about)];
    case "alternative":
      return [head, paragraph(words.alternative), ...asItStands(about)];
    case "terminated":
      return [
        head,
        paragraph(isOfCustomer(about) ? words.terminated : words.terminatedToFollower),
        ...asItStands(about),
      ];
    case "rejected":
      return [
        head,
        paragraph(words.rejected),
        ...sentences(about, words.stands, (change) => unheldOn(change, about)),
        ...approvalOf(about, changeSet.changes, about.toApprove, words.approval),
        ...remediesOf(about),
        paragraph(isOfCustomer(about) ? words.remain : words.remainToFollower),
        ...asItStands(about),
      ];
  }
}
