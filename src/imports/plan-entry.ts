import { canonicalJson } from "../model/values/hash.ts";
import type { FieldError } from "../model/values/refusal.ts";
import { diff } from "../model/vendor/diff.ts";
import type { VendorDocument, VendorInput } from "../model/vendor/vendor-document.ts";
import { type AnsweredGuess, type Answers, answered } from "./answers.ts";
import { type GuessRule, isOfUse } from "./guess-rules.ts";
import type { Known, Match } from "./match.ts";
import { mergeStated } from "./merge.ts";
import { foldPhrase } from "./phrases.ts";
import type { Guess, Lost, VendorReading } from "./reading.ts";

/** What becomes of a vendor. Of what is unsure somebody has to be asked, before any of it is applied. */
export const PLANNED = {
  add: "it comes onto the list",
  change: "its document changes",
  remove: "the file does not have it: it leaves the list",
  same: "the list, or an open draft, has it so already; or it is left as it is",
  unsure: "something has to be answered first: which vendor it is, a guess, or what is wrong with it",
} as const;
export type Planned = keyof typeof PLANNED;

/** A vendor of the file, or one that the file does not have, and what becomes of it. */
export type PlanEntry = {
  /** Names it within the plan. */
  key: string;
  /** Where in the file it stands. */
  rows: readonly string[];
  name: string;
  /** Of one that is new the slug that the file names; null where it names none. */
  slug: string | null;
  /** Whether the registry has, or had, the vendor. */
  known: boolean;
  what: Planned;
  before: VendorDocument | null;
  after: VendorDocument | null;
  /** Whether it was on the list before, and comes back. */
  returning: boolean;
  /** By what it was taken for that vendor, and those that it may be. */
  match: Match | null;
  asked: readonly Match[];
  /** The open draft that has it so already, and all that change the vendor. */
  inDraft: number | null;
  drafts: readonly number[];
  skipped: boolean;
  guesses: readonly AnsweredGuess[];
  /** The guesses that have to be answered, by their ids. */
  open: readonly string[];
  lost: readonly Lost[];
  faults: readonly FieldError[];
};

/** What a plan is made by. */
export type Planning = {
  /** Whether the file is the whole of each vendor: what it does not state, a vendor is not to have. */
  whole: boolean;
  answers: Answers;
  /** What is wrong with a document. */
  check(document: VendorInput): readonly FieldError[];
};

/** What a record has of its own by that name. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

type ReadVendor = {
  key: string;
  reading: VendorReading;
  match: Match | null;
  asked: readonly Match[];
  vendor: Known | undefined;
} & Planning;

/** What becomes of a vendor of the file. */
export function readEntry({ key, reading, match, asked, vendor, whole, answers, check }: ReadVendor): PlanEntry {
  const guessed = vendor?.newest ? reading.guesses.map(ofListed(vendor.newest)) : reading.guesses;
  const { document: read, guesses } = answered(key, reading.document, guessed, answers.guesses);
  // Whoever the file has, and a column says is used no longer, is as one that it does not have; and what is no vendor.
  const isGone = guesses.some(({ rule, answer }) => (isOfUse(rule) || rule === "alone") && answer === "dropped");
  if (isGone && vendor?.newest)
    return { ...removalOf(vendor, key, answers), rows: reading.rows, match, guesses, lost: reading.lost };
  // A suggestion that somebody has taken is stated as well.
  const taken = guesses.filter(({ offered, answer }) => offered && answer !== null && answer !== "dropped");
  const keepsEntity = isLesserEntity(reading, vendor?.newest ?? null);
  const left = guesses.filter((guess) => isDenied(guess) || isOfRecord(guess, vendor?.newest ?? null));
  const unsaid = new Set(left.map(({ pointer }) => fieldOf(pointer)));
  const stated = [
    ...reading.stated.filter((pointer) => !(keepsEntity && pointer === "/legalName") && !unsaid.has(pointer)),
    ...taken.map(({ pointer }) => pointer),
  ];
  const file = { stated, document: withoutOtherName(read, match) };
  const onto = (before: VendorDocument | null) => putInto(before, file, whole);
  const newest = vendor?.newest ?? null;
  const draft = vendor?.drafts.find(({ after }) => after && isSame(onto(after).document, after));
  // A file that says what is in force today says nothing against what is announced to come.
  const isInForce = !whole && vendor?.inForce != null && isSame(onto(vendor.inForce).document, vendor.inForce);
  const { document: after, keys } = onto(newest);
  const changed = new Set(diff(newest, after).map(({ path }) => path));
  const open = guesses
    .filter(({ sure, answer, offered }) => !sure && !offered && answer === null)
    .filter(({ pointer, rule }) => isOfUse(rule) || isOfRow(pointer, rule, changed) || matters(pointer, changed, keys))
    .map(({ id }) => id);
  const faults = check({ ...after, ...(read.slug && { slug: read.slug }) });
  const skipped = own(answers.vendors, key)?.skip === true || isGone;
  const isDoubted = guesses.some(({ rule, answer }) => isOfUse(rule) && answer === null);
  const isDone = skipped || isInForce || draft !== undefined || (newest !== null && changed.size === 0);
  const isUnsure = asked.length > 0 || open.length > 0 || faults.length > 0;
  const settled = isDone && (skipped || (asked.length === 0 && !isDoubted));
  return {
    key,
    rows: reading.rows,
    name: file.document.name ?? reading.document.name,
    slug: vendor?.slug ?? read.slug ?? null,
    known: vendor !== undefined,
    what: settled ? "same" : isUnsure ? "unsure" : newest ? "change" : "add",
    before: newest,
    after: settled && !draft ? newest : after,
    returning: vendor !== undefined && newest === null && vendor.drafts.every((each) => each.after === null),
    match,
    asked,
    inDraft: settled && !skipped && !isInForce && changed.size > 0 ? (draft?.changeSet ?? null) : null,
    drafts: vendor?.drafts.map(({ changeSet }) => changeSet) ?? [],
    skipped,
    guesses,
    open: settled ? [] : open,
    lost: reading.lost,
    faults: settled ? [] : faults,
  };
}

const isEntityOfName = ({ pointer, rule }: Guess): boolean => pointer === "/legalName" && rule === "name-and-entity";

/**
 * Asked about where a vendor is listed: another legal entity than the one on record that is only told from a name ("Tally Ltd"),
 * and that there is none of something.
 */
const ofListed =
  ({ legalName }: VendorDocument) =>
  (guess: Guess): Guess =>
    (legalName && isEntityOfName(guess)) || guess.rule === "none" ? { ...guess, sure: false } : guess;

/** Whether a row is the vendor's only by the row above, and changes something. */
const isOfRow = (pointer: string, rule: GuessRule, changed: ReadonlySet<string>): boolean =>
  pointer === "/name" && rule === "row-above" && changed.size > 0;

/** Whether a file states nothing of a field, by the answer: not what the row above says, or not that there is none. */
const isDenied = ({ rule, answer }: AnsweredGuess): boolean =>
  answer === "dropped" && (rule === "row-above" || rule === "none");

/** Whether it was told from a name with its place, "Pebble SARL (Luxembourg)", by which the record has the vendor: nothing is new. */
const isOfRecord = ({ rule, from, answer }: AnsweredGuess, newest: VendorDocument | null): boolean =>
  rule === "place-of-entity" && answer === null && newest !== null && [newest.name, newest.legalName].includes(from);

/** The field of a vendor or a service that a pointer leads into. */
const fieldOf = (pointer: string): string =>
  pointer
    .split("/")
    .slice(0, pointer.startsWith("/services/") ? 4 : 2)
    .join("/");

/**
 * Whether a legal entity that was only told from a name ("Full Co") says less than the one on record ("Full Co, Inc."), or is
 * what the vendor is called.
 */
function isLesserEntity({ document, guesses }: VendorReading, newest: VendorDocument | null): boolean {
  if (!guesses.some(isEntityOfName) || !document.legalName || !newest?.legalName) return false;
  const told = foldPhrase(document.legalName);
  return told === foldPhrase(newest.name) || `${foldPhrase(newest.legalName)} `.startsWith(`${told} `);
}

/** A file that calls a vendor by what else it is called does not rename it. */
const withoutOtherName = (document: VendorInput, match: Match | null): VendorInput & { isOtherName?: boolean } =>
  match?.by === "former-name" || match?.by === "legal-form" ? { ...document, isOtherName: true } : document;

function putInto(
  before: VendorDocument | null,
  { document, stated }: Pick<VendorReading, "stated"> & { document: VendorInput & { isOtherName?: boolean } },
  whole: boolean,
): { document: VendorDocument; keys: readonly string[] } {
  const { isOtherName, slug: _, ...file } = document;
  if (!before || whole) return { document: file, keys: file.services.map(({ key }) => key) };
  return mergeStated(before, file, isOtherName ? stated.filter((pointer) => pointer !== "/name") : stated);
}

/** Whether two documents say the same: a list that is empty says nothing. */
const isSame = (one: VendorDocument, other: VendorDocument): boolean =>
  canonicalJson(one) === canonicalJson(other) || diff(one, other).length === 0;

/** Whether a guess is about something that would change. */
function matters(pointer: string, changed: ReadonlySet<string>, keys: readonly string[]): boolean {
  if (changed.has("")) return true;
  const [, first = "", at = "", field = ""] = pointer.split("/");
  if (first !== "services") return changed.has(`/${first}`);
  const service = `/services/${keys[Number(at)]}`;
  return changed.has(service) || changed.has(`${service}/${field}`);
}

/** What becomes of a vendor that the file does not have. */
export function removalOf(vendor: Known, key: string, answers: Answers): PlanEntry {
  const { slug, newest, last } = vendor;
  const draft = vendor.drafts.find(({ after }) => after === null);
  const skipped = own(answers.vendors, key)?.skip === true;
  const isDone = skipped || draft !== undefined;
  return {
    key,
    rows: [],
    name: (newest ?? last).name,
    slug,
    known: true,
    what: isDone ? "same" : "remove",
    before: newest,
    after: skipped ? newest : null,
    returning: false,
    match: null,
    asked: [],
    inDraft: skipped ? null : (draft?.changeSet ?? null),
    drafts: vendor.drafts.map(({ changeSet }) => changeSet),
    skipped,
    guesses: [],
    open: [],
    lost: [],
    faults: [],
  };
}
