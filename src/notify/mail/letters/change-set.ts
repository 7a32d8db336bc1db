import { type Effect, effectsOf } from "../../../model/change/effect.ts";
import type { ChangeSetView, ChangeView, PublishedSnapshot } from "../../../model/change/register.ts";
import { toldTogether } from "../../../model/change/replacements.ts";
import type { Scope } from "../../../model/change/scope.ts";
import { daysOf } from "../../../model/change/share.ts";
import type { ReaderTerms } from "../../../model/people/reader.ts";
import { dateIn, type IsoDate } from "../../../model/values/dates.ts";
import type { Locale } from "../../../model/values/text.ts";
import { companyChanged } from "../../../model/vendor/identity.ts";
import type { Law } from "../../../transfers/index.ts";
import { formatDate, wordsFor } from "../../../words/index.ts";
import { commonRole, type PartyRole } from "../../../words/role.ts";
import { type Block, enumeration, hash, heading, link, type Passage, paragraph } from "../letter.ts";
import { type Headline, titleOf } from "./headline.ts";
import { type About, dayOf, pageUrl } from "./written.ts";

/** `changeSet` must have the date it takes effect on. `terms` are the reader's; none for a follower. */
export type AboutChangeSet = About & {
  changeSet: ChangeSetView;
  snapshot: PublishedSnapshot | null;
  /** By which transfers are judged. */
  law: Law;
  terms?: readonly ReaderTerms[];
  /** The vendors of the parts of the set that the terms name, by slug. */
  parts?: ReadonlyMap<number, readonly string[]>;
  /** The organisation's day on which the reader is told; by default that of the announcement. */
  on?: IsoDate;
  /** The instant of that. */
  at?: Date;
  /** Those that a follower chose, where only some of the set's changes are for these. */
  products?: readonly string[] | undefined;
  /** How many further changes the set has that do not concern the reader. */
  others?: number;
};

/** The date a set takes effect on. Throws for a draft that has none yet. */
export function datedOn({ number, effectiveOn }: ChangeSetView): IsoDate {
  if (effectiveOn === null) throw new TypeError(`Change set ${number} has no date to take effect on`);
  return effectiveOn;
}

/** The day on which a set was announced, in words. Throws when it never was. */
export function announcedOn(about: About & { changeSet: ChangeSetView }): string {
  const { number, announcedAt } = about.changeSet;
  if (!announcedAt) throw new TypeError(`Change set ${number} was never announced`);
  return dayOf(about, announcedAt);
}

/** The organisation's day on which a reader is told. Of a draft, nothing has come yet. */
export const toldOn = ({ on, changeSet, organisation }: Pick<AboutChangeSet, "on" | "changeSet" | "organisation">) =>
  on ?? dateIn(organisation.timeZone, changeSet.announcedAt ?? new Date(0));

/** The one role of all third parties in a set; `various` also where one is a category of recipients: no role fits it. */
export function roleOf({ changes }: ChangeSetView): PartyRole {
  const documents = changes.map(({ before, after }) => after ?? before).filter((each) => each !== null);
  if (documents.some(({ identity }) => identity === "category")) return "various";
  return commonRole(documents.flatMap(({ services }) => services));
}

/**
 * `held`: it waits for customers' agreement, and no day is certain. `planned`: what had been announced before it was
 * withdrawn; `withdrawn` says that of it as news.
 */
type Tense = "coming" | "held" | "planned" | "done" | "withdrawn";

/**
 * "HubSpot will be added as a subprocessor on 22 December 2026", has been or will not be; or several changes at once. A
 * vendor or company that replaces another, and one that is called otherwise, are said to be that, by both names.
 */
export function headlineOf(set: ChangeSetView, tense: Tense, locale: Locale): Headline {
  if (set.rectification) return rectifiedHeadline(set, locale);
  const words = wordsFor(locale).headlines[tense];
  const [told, ...others] = toldTogether(set.changes);
  const role = roleOf(set);
  const isOne = told !== undefined && others.length === 0;
  const first = firstEffect(isOne ? { ...set, changes: told.slice(0, 1) } : set);
  const date = dayInWords(first, locale, tense);
  if (!isOne) {
    // What is said to come "at the earliest" on a day leaves later ones open already.
    const isAlike = (tense === "coming" && first.as === "earliest") || daysOf(set.changes).length < 2;
    return () => words.several(others.length + 1, role, date, isAlike);
  }
  const [change, former] = told;
  if (former) return (name) => words.replaced(name(change.name), name(former.name), role, date);
  const company = change.before && change.after && companyChanged(change.before, change.after);
  if (!company) return (name) => words[change.kind](name(change.name), role, date);
  const { was, now, isSame } = company;
  if (!isSame) return (name) => words.replaced(name(now), name(was), role, date);
  if (isOnlyRenamed(change)) return (name) => words.renamed(name(now), name(was), date);
  const { formerly } = wordsFor(locale).mail;
  return (name) => words.updated(formerly(name(now), name(was)), role, date);
}

/** A correction of the list is said to be that whatever follows it. */
function rectifiedHeadline({ changes }: ChangeSetView, locale: Locale): Headline {
  const { rectification: words } = wordsFor(locale);
  const [only] = changes.length === 1 ? changes : [];
  return only ? (name) => words[only.kind](name(only.name)) : () => words.several(changes.length);
}

const isOnlyRenamed = ({ weightGrounds }: ChangeView): boolean => weightGrounds.every(({ code }) => code === "renamed");

/** What a mail needs of a set to name its changes. */
type Naming = About & { changeSet: ChangeSetView; on?: IsoDate };

/** The headline of a change of a set, or of two that are told as one. */
export const lineOf = (changes: ChangeView[], { changeSet, locale }: Naming, tense: Tense): string =>
  titleOf(headlineOf({ ...changeSet, changes }, tense, locale));

/** How changes of an announced set are told on a day. */
export function tenseOf(changes: readonly ChangeView[], about: Naming): Tense {
  const { state, announcedAt } = about.changeSet;
  if (state === "withdrawn") return "planned";
  if (state === "effective") return "done";
  const on = toldOn(about);
  const isOver = ({ effectiveOn }: ChangeView) => (effectiveOn ?? datedOn(about.changeSet)) <= on;
  if (announcedAt === null || !changes.every(isOver)) return "coming";
  return changes.some(({ awaitsApproval }) => awaitsApproval) ? "held" : "done";
}

/** Each change of a set on a line of its own, under a heading; `atMost` so many. */
export function eachChange(title: string, about: Naming, tense: Tense | typeof tenseOf, atMost?: number): Passage[] {
  const entries = toldTogether(about.changeSet.changes).map((changes) => ({
    line: lineOf(changes, about, typeof tense === "string" ? tense : tense(changes, about)),
  }));
  return [heading(title), enumeration(entries, elsewhere(about), atMost)];
}

/** Where all of a set is told, whatever a mail has room for. */
export function elsewhere(about: Naming): Block[] {
  const { mail, changes } = wordsFor(about.locale);
  const { number } = about.changeSet;
  return [
    paragraph(mail.tooLong.elsewhere),
    link(changes.coming.details(number), pageUrl(about, `/changes/${number}`)),
  ];
}

/** That the announcement has changes besides that do not concern the reader; with the list as it concerns them. */
export function othersOf({ others = 0, ...about }: AboutChangeSet): Block[] {
  if (others === 0) return [];
  const { mail } = wordsFor(about.locale);
  return [paragraph(mail.others(others)), link(mail.links.theirs, pageUrl(about, "/", filtersOf(about)))];
}

/** What narrows the list to what the reader uses: it takes one product and one region, and is not narrowed by more. */
function filtersOf({ terms = [], products = [] }: AboutChangeSet): Record<string, string> {
  const all = (key: keyof Scope) => {
    const used = terms.map((each) => each.used?.[key] ?? []);
    return used.some((keys) => keys.length === 0) ? [] : [...new Set(used.flat())];
  };
  const [chosen, regions] = [terms.length > 0 ? all("products") : products, all("hostingRegions")];
  const only = (name: string, keys: readonly string[]) => (keys.length === 1 && keys[0] ? { [name]: keys[0] } : {});
  return { ...only("product", chosen), ...only("region", regions) };
}

/** The first day on which changes take effect. */
export function firstEffect(set: ChangeSetView): Effect {
  const [first = { as: "from", on: datedOn(set) }] = effectsOf(set.changes);
  return first;
}

/** A day that something takes effect on, or "at the earliest" on, if that is to come. */
export function dayInWords({ as, on }: Effect, locale: Locale, tense: Tense = "coming"): string {
  const date = formatDate(on, locale);
  return as === "earliest" && tense === "coming" ? wordsFor(locale).mail.atEarliest(date) : date;
}

/** What was announced: each change as what will be, what was to be or, once it is in effect, what has been. */
export const whatWasAnnounced = (about: Naming, atMost?: number): Passage[] =>
  eachChange(announcedTitle(about), about, tenseOf, atMost);

/** The heading of what was announced, or corrected. */
export function announcedTitle({ changeSet, locale }: Naming): string {
  const { followUps, rectification } = wordsFor(locale);
  return changeSet.rectification ? rectification.corrected : followUps.announced;
}

/** So many changes that whoever wants to answer, or to leave, must not have to read to their end. */
export const isLong = ({ changes }: ChangeSetView): boolean => changes.length > 5;

/** Links to the list and to the announcement. */
export function recordBlocks(about: Naming): Block[] {
  const { number } = about.changeSet;
  const { changes, mail } = wordsFor(about.locale);
  return [
    heading(mail.links.heading),
    link(mail.links.list, pageUrl(about, "/")),
    link(changes.number(number), pageUrl(about, `/changes/${number}`)),
  ];
}

/**
 * The fingerprints of the list's version and of the newest entry of the audit log: whoever keeps the mail can prove both.
 * They stand at its end, as nobody reads them.
 */
export function fingerprints({ locale }: About, snapshot: PublishedSnapshot | null): Block[] {
  const { links } = wordsFor(locale).mail;
  const fingerprint = (text: string, of: string | null) => (of ? [paragraph(text), hash(of)] : []);
  return [
    ...(snapshot ? fingerprint(links.version(snapshot.number), snapshot.hash) : []),
    ...fingerprint(links.auditHead, snapshot?.auditHead ?? null),
  ];
}
