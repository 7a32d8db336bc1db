import type { ActionData, Localized, Owed } from "../model/actions.ts";
import type { Records } from "./records.ts";

/** What the audit log says of other records, by which they are judged. */

export type Announced = ActionData<"change-set.announced" | "registry.loaded">;

export type LoggedSet = {
  announced: Announced | null;
  /** `changes`: where others were in force and stayed. */
  withdrawn: { at: string; reason: Localized | null; changes: readonly string[] | null } | null;
  /**
   * From when on its changes no longer wait for approvals, and why where one was missing; null where they wait again. The
   * newest last: each of some vendors, by slug, or of all.
   */
  releases: { on: string | null; reason: Localized | null; changes: readonly string[] | null }[];
  /** Each time that changes of it were put off, the newest last. */
  postponements: (ActionData<"change-set.postponed"> & { at: string })[];
  moved: (ActionData<"change-set.last-days-moved"> & { at: string })[];
  /** Customers whom it came to concern later, by the time: SHA-256 of them and their terms, by `concernedDigest`. */
  joined: Map<string, { customers: number; sha256: string }>;
  /** Customers reminded at once: SHA-256 of their ids, by `idsDigest`. */
  reminded: { at: string; sha256: string }[];
  /** The hashes of the snapshots that published something of it. */
  versions: string[];
  /** SHA-256 of what was left of it once a person was erased; null where nobody was. */
  left: string | null;
};

/**
 * What a notice owes, and the version published with it; also SHA-256 of a correction's words, a publisher's names or told
 * days, and the changes that a correction names.
 */
export type LoggedNotice = Owed & {
  changeSet: number | null;
  snapshot: string | null;
  text: string | null;
  changes: readonly string[] | null;
};

/** `left` is SHA-256 of what was left of it once a person was erased. */
type LoggedMail = { sha256: string; response: string | null; at: string; left?: string };

export type LoggedResponse = Omit<ActionData<"response.recorded">, "receipts" | "reopened"> & {
  /** What became of it; null where nothing did, or it was raised anew since. */
  outcome: string | null;
  note: string | null;
  /** When it was given, and each time it was edited. */
  givenAt: string[];
  /** What it was then. */
  kinds: string[];
  /** How many receipts it owed in all. */
  receipts: number;
  /** Each time something became of it: each owed a mail, unless whoever answered was erased. */
  resolvedAt: string[];
  /** Whether something of it was erased: if so, the hashes are of what was left. */
  isRedacted: boolean;
  /** Whether it is nobody's any more. */
  isForgotten: boolean;
};

export const noContents = () => ({
  /** By a snapshot's hash: the number of the entry that names it, and the cause that follows from that entry. */
  snapshots: new Map<string, { sequence: number; cause: string }>(),
  /** SHA-256 of what was left of snapshots, by their own hashes, once a person was erased. */
  leftOfSnapshots: new Map<string, string>(),
  /** How many deliveries of a notice are nobody's any more. */
  forgotten: new Map<string, number>(),
  /** Where people were erased from vendors: the number of the entry, the sets and the snapshots. */
  redactions: [] as { sequence: number; sets: number[]; snapshots: string[] }[],
  sets: new Map<number, LoggedSet>(),
  /** The sets that were announced and withdrawn, in that order; of those that were only in part, the changes, by slug. */
  publications: [] as { set: number; is: "announced" | "withdrawn"; changes: readonly string[] | null }[],
  /** The notices about change sets that go to readers, by their ids. */
  notices: new Map<string, LoggedNotice>(),
  /** The mails of notices about change sets, by `mailKey`. */
  mails: new Map<string, LoggedMail>(),
  responses: new Map<string, LoggedResponse>(),
  /** What was added to the law, by the number of the entry. */
  amendments: [] as { sequence: number; recorded: Pick<ActionData<"law.amended">, "number" | "on" | "amendment"> }[],
});
export type LogContents = ReturnType<typeof noContents>;

/** The log as it was read. */
export type Logged = {
  log: LogContents;
  /** The hash of each entry, by its number. */
  hashes: ReadonlyMap<number, string>;
  /** What the entries are about, from where the check began. */
  subjects: ReadonlySet<string>;
};

/** What the log says of some sets, of some notices about none, and of every snapshot. */
export function contentsOf(log: LogContents, { sets, notices }: NonNullable<Records["only"]>): LogContents {
  const isOf = (id: string, changeSet: number | null | undefined) =>
    changeSet === null ? notices.has(id) : changeSet !== undefined && sets.has(changeSet);
  const setOfMail = (key: string, { response }: LoggedMail) =>
    (log.notices.get(noticeOf(key)) ?? log.responses.get(response ?? ""))?.changeSet;
  return {
    ...log,
    sets: new Map([...sets].map((number) => [number, loggedSet(log, number)])),
    notices: where(log.notices, (id, { changeSet }) => isOf(id, changeSet)),
    // A mail belongs to its notice's set. The log does not name the notices of answers: their mails are of the answer's set.
    mails: where(log.mails, (key, mail) => isOf(noticeOf(key), setOfMail(key, mail))),
    responses: where(log.responses, (id, { changeSet }) => isOf(id, changeSet)),
  };
}

const where = <Key, Value>(map: Map<Key, Value>, isLike: (key: Key, value: Value) => boolean): Map<Key, Value> =>
  new Map([...map].filter(([key, value]) => isLike(key, value)));

/** The notice that a mail is of, by its key. */
export const noticeOf = (mail: string): string => mail.slice(0, mail.indexOf(" "));

/** Which mail of a notice: its language, and for whom (SHA-256 of the variant). */
export const mailKey = (notice: string, locale: string, variant: string): string => `${notice} ${locale} ${variant}`;

/** A change set as the log has it, to read or to add to. */
export function loggedSet(log: LogContents, number: number): LoggedSet {
  const known = log.sets.get(number);
  if (known) return known;
  const nothing = { announced: null, withdrawn: null, releases: [], left: null, postponements: [], moved: [] };
  const set: LoggedSet = { ...nothing, joined: new Map(), reminded: [], versions: [] };
  log.sets.set(number, set);
  return set;
}
