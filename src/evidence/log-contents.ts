import { type Action, type ActionData, isAction, type Owed, readData } from "../model/actions.ts";
import type { AuditEntry, Records } from "./records.ts";

/** What the audit log says of other records, by which they are judged. */

type Announced = ActionData<"change-set.announced" | "registry.loaded">;

export type LoggedSet = {
  announced: Announced | null;
  /** `changes`: where others were in force and stayed. */
  withdrawn: { at: string; reason: string | null; changes: readonly string[] | null } | null;
  /**
   * From when on its changes no longer wait for approvals, and why where one was missing; null where they wait again. The
   * newest last: each of some vendors, by slug, or of all.
   */
  releases: { on: string | null; reason: string | null; changes: readonly string[] | null }[];
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

/** An entry without its data. `id` is that of its subject; `changeSet` is null where the subject is no change set. */
type About = Pick<AuditEntry, "sequence" | "at"> & { action: Action; id: string; changeSet: number | null };

/** Adds what an entry says; nothing of an action that is not known. Gives whether its data is what its action holds. */
export function collect(log: LogContents, { sequence, at, action, subject }: AuditEntry, data: unknown): boolean {
  if (!isAction(action)) return true;
  const read = readData(action, data);
  if (read === null) return false;
  const colon = subject.indexOf(":");
  const [kind, id] = [subject.slice(0, colon), subject.slice(colon + 1)];
  const about = { sequence, at, action, id, changeSet: kind === "change-set" ? Number(id) : null };
  addPublished(log, about, read);
  // The data is of the same action, which the compiler cannot follow.
  const add = BY_ACTION[action] as Collects<Action> | undefined;
  add?.(log, about, read);
  return true;
}

/** What an entry of any action may hold: the version published with it, and the notice owed. */
function addPublished(log: LogContents, about: About, data: ActionData): void {
  const { sequence, changeSet } = about;
  const snapshot = "snapshot" in data ? data.snapshot : null;
  if (snapshot) log.snapshots.set(snapshot, { sequence, cause: causeOf(about) });
  if (snapshot && changeSet !== null) loggedSet(log, changeSet).versions.push(snapshot);
  if (!("owed" in data && data.owed)) return;
  const said = "text" in data ? data.text : "renamed" in data ? data.renamed : "about" in data ? data.about : null;
  const changes = "text" in data && "changes" in data ? (data.changes ?? null) : null;
  log.notices.set(data.owed.notice, { ...data.owed, changeSet, snapshot, text: said ?? null, changes });
}

/** The cause of the snapshot that an entry names. */
function causeOf({ action, changeSet }: About): string {
  if (action === "registry.loaded") return "baseline";
  if (changeSet === null) return action;
  return `${action === "change-set.approvals-waived" ? "change-set.released" : action}:${changeSet}`;
}

type Collects<Name extends Action> = (log: LogContents, about: About, data: ActionData<Name>) => void;

const announced = (log: LogContents, { id }: About, data: Announced): void => {
  log.publications.push({ set: Number(id), is: "announced", changes: null });
  loggedSet(log, Number(id)).announced = data;
};

type Released = ActionData<"change-set.released" | "change-set.held" | "change-set.approvals-waived">;

const released = (log: LogContents, { id }: About, data: Released): void => {
  const { releasedOn: on, changes = null } = data;
  loggedSet(log, Number(id)).releases.push({ on, reason: "reason" in data ? data.reason : null, changes });
};

const UNRESOLVED = { outcome: null, note: null };

/** What is collected of an entry by its action, besides what was published. */
const BY_ACTION: { [Name in Action]?: Collects<Name> } = {
  "registry.loaded": announced,
  "change-set.announced": announced,
  "change-set.withdrawn": (log, { id, at }, { reason, changes = null }) => {
    log.publications.push({ set: Number(id), is: "withdrawn", changes });
    loggedSet(log, Number(id)).withdrawn = { at, reason, changes };
  },
  "change-set.released": released,
  "change-set.held": released,
  "change-set.approvals-waived": released,
  "change-set.postponed": (log, { id, at }, data) => {
    loggedSet(log, Number(id)).postponements.push({ ...data, at });
  },
  "change-set.last-days-moved": (log, { id, at }, { untilEffect }) => {
    loggedSet(log, Number(id)).moved.push({ at, untilEffect });
  },
  "change-set.joined": (log, { id }, { customers, joined: { at, sha256 } }) => {
    loggedSet(log, Number(id)).joined.set(at, { customers, sha256 });
  },
  "change-set.reminded": (log, { id }, { reminded }) => {
    loggedSet(log, Number(id)).reminded.push(reminded);
  },
  "law.amended": (log, { sequence }, { number, on, amendment }) => {
    log.amendments.push({ sequence, recorded: { number, on, amendment } });
  },
  "mail.written": (log, { id, at }, { locale, variant, sha256, response }) => {
    log.mails.set(mailKey(id, locale, variant), { sha256, response, at });
  },
  "vendor.redacted": (log, { sequence }, { snapshots, sets, mails, notices }) => {
    log.redactions.push({
      sequence,
      sets: sets.map(({ changeSet }) => changeSet),
      snapshots: snapshots.map(({ snapshot }) => snapshot),
    });
    for (const { snapshot, content } of snapshots) log.leftOfSnapshots.set(snapshot, content);
    for (const { changeSet, document } of sets) loggedSet(log, changeSet).left = document;
    for (const { notice, locale, variant, sha256 } of mails) {
      const mail = log.mails.get(mailKey(notice, locale, variant));
      if (mail) log.mails.set(mailKey(notice, locale, variant), { ...mail, left: sha256 });
    }
    for (const { notice, text } of notices) {
      const told = log.notices.get(notice);
      if (told) log.notices.set(notice, { ...told, text });
    }
  },
  "response.recorded": (log, { id, at }, answer) => {
    const { kind, receipts = 1 } = answer;
    const given = { givenAt: [at], kinds: [kind], receipts, resolvedAt: [], isRedacted: false, isForgotten: false };
    log.responses.set(id, { ...answer, ...UNRESOLVED, ...given });
  },
  "response.edited": (log, { id, at }, answer) => {
    const { kind, receipts = 1, reopened = kind === "objected" } = answer;
    changeResponse(log, id, (before) => ({
      ...answer,
      // Who objects or asks anew is to be answered anew.
      ...(reopened ? UNRESOLVED : {}),
      givenAt: [...before.givenAt, at],
      kinds: [...before.kinds, kind],
      receipts: before.receipts + receipts,
    }));
  },
  "response.counted": (log, { id }) => {
    changeResponse(log, id, () => ({ waiting: false }));
  },
  "response.resolved": (log, { id, at }, { outcome, note }) => {
    changeResponse(log, id, ({ resolvedAt }) => ({ outcome, note, resolvedAt: [...resolvedAt, at] }));
  },
  "response.forgotten": (log, { id }, { outcomeNote: note, text, onBehalfOf }) => {
    changeResponse(log, id, () => ({ text, onBehalfOf, note, isRedacted: true, isForgotten: true }));
  },
  "notice.forgotten": (log, { id }, { deliveries }) => {
    log.forgotten.set(id, (log.forgotten.get(id) ?? 0) + deliveries);
  },
  "response.redacted": (log, { id }, { outcomeNote: note, text, onBehalfOf }) => {
    changeResponse(log, id, () => ({ text, onBehalfOf, note, isRedacted: true }));
  },
};

/** Changes an answer that was recorded before. */
function changeResponse(
  log: LogContents,
  id: string,
  change: (before: LoggedResponse) => Partial<LoggedResponse>,
): void {
  const before = log.responses.get(id);
  if (before) log.responses.set(id, { ...before, ...change(before) });
}
