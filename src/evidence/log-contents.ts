import { z } from "@hono/zod-openapi";
import type { AuditEntry } from "./records.ts";

/** What the audit log says of other records, by which they are judged. */

const text = z.string();
const Sha256 = text.regex(/^[0-9a-f]{64}$/);
const hashOrNull = Sha256.nullable();

/** What a notice owes: SHA-256 of the first links of its deliveries' chains, a line each. */
const Owed = z.object({ notice: text, kind: text, at: text, deliveries: z.number(), sha256: Sha256 });
export type Owed = z.infer<typeof Owed>;

const Announced = z.object({
  snapshot: Sha256,
  document: Sha256,
  authors: z.array(text),
  approvedBy: text.nullable(),
  approvedAt: text.nullable(),
  concerned: z.object({ customers: z.number(), sha256: Sha256 }),
});

/** What people wrote is there by its hash. */
const Answered = z.object({
  changeSet: z.number(),
  customer: hashOrNull,
  onBehalfOf: hashOrNull,
  emailHash: Sha256,
  kind: text,
  late: z.boolean(),
  text: hashOrNull,
});

export type LoggedSet = {
  announced: z.infer<typeof Announced> | null;
  withdrawn: { at: string; reason: string | null } | null;
  /** From when on it no longer waits for approvals, and why where one was missing. */
  released: { on: string; reason: string | null } | null;
  /** Customers reminded at once: SHA-256 of their ids, by `idsDigest`. */
  reminded: { at: string; sha256: string }[];
  /** The hashes of the snapshots that published something of it. */
  versions: string[];
};

/** What a notice owes, and the version published with it; of a correction also SHA-256 of its words. */
export type LoggedNotice = Owed & { changeSet: number; snapshot: string | null; text: string | null };

export type LoggedMail = { sha256: string; response: string | null; at: string };

export type LoggedResponse = z.infer<typeof Answered> & {
  /** What became of it; null where nothing did, or it was raised anew since. */
  outcome: string | null;
  note: string | null;
  /** When it was given, and each time it was edited: each owed a receipt. */
  givenAt: string[];
  /** Each time something became of it: each owed a mail, unless whoever answered was erased. */
  resolvedAt: string[];
  /** Whether something was erased of it: the hashes are then those of what was left. */
  isRedacted: boolean;
};

export const noContents = () => ({
  /** By its hash: the entry that names a snapshot, and the snapshot's cause by that. */
  snapshots: new Map<string, { sequence: number; cause: string }>(),
  sets: new Map<number, LoggedSet>(),
  /** The sets that were announced and withdrawn, in that order. */
  publications: [] as { set: number; is: "announced" | "withdrawn" }[],
  /** The notices about change sets that go to readers, by their ids. */
  notices: new Map<string, LoggedNotice>(),
  /** The mails of notices about change sets, by `mailKey`. */
  mails: new Map<string, LoggedMail>(),
  responses: new Map<string, LoggedResponse>(),
});
export type LogContents = ReturnType<typeof noContents>;

/** What the log says of one set, and of every snapshot. */
export function contentsOf(log: LogContents, number: number): LogContents {
  const setOfMail = (key: string, { response }: LoggedMail) =>
    (log.notices.get(key.slice(0, key.indexOf(" "))) ?? log.responses.get(response ?? ""))?.changeSet;
  return {
    ...log,
    sets: new Map([[number, loggedSet(log, number)]]),
    notices: where(log.notices, (_, { changeSet }) => changeSet === number),
    // A mail is of its notice's set; one of an answer, whose notice the log does not name, of the answer's.
    mails: where(log.mails, (key, mail) => setOfMail(key, mail) === number),
    responses: where(log.responses, (_, { changeSet }) => changeSet === number),
  };
}

const where = <Key, Value>(map: Map<Key, Value>, isLike: (key: Key, value: Value) => boolean): Map<Key, Value> =>
  new Map([...map].filter(([key, value]) => isLike(key, value)));

/** Which mail of a notice: its language, and for whom (SHA-256 of the variant). */
export const mailKey = (notice: string, locale: string, variant: string): string => `${notice} ${locale} ${variant}`;

/** A change set as the log has it, to read or to add to. */
export function loggedSet(log: LogContents, number: number): LoggedSet {
  const known = log.sets.get(number);
  if (known) return known;
  const set: LoggedSet = { announced: null, withdrawn: null, released: null, reminded: [], versions: [] };
  log.sets.set(number, set);
  return set;
}

/** An entry without its data. `id` is that of what it is about; `changeSet` is null where that is none. */
type About = Pick<AuditEntry, "sequence" | "at" | "action"> & { id: string; changeSet: number | null };

/** Adds what an entry says. */
export function collect(log: LogContents, { sequence, at, action, subject }: AuditEntry, data: unknown): void {
  const colon = subject.indexOf(":");
  const [kind, id] = [subject.slice(0, colon), subject.slice(colon + 1)];
  const about = { sequence, at, action, id, changeSet: kind === "change-set" ? Number(id) : null };
  published(log, about, data);
  BY_ACTION.get(action)?.(log, about, data);
}

/** Collects data of this form; of other data, nothing. */
const reading =
  <Form extends z.ZodType>(form: Form, add: (log: LogContents, about: About, data: z.infer<Form>) => void) =>
  (log: LogContents, about: About, data: unknown): void => {
    const read = form.safeParse(data);
    if (read.success) add(log, about, read.data);
  };

/** What any entry may say: the version published with it, and the notice owed. */
const published = reading(
  z.object({ snapshot: Sha256.optional(), owed: Owed.nullish(), text: Sha256.optional() }),
  (log, about, { snapshot = null, owed, text = null }) => {
    const { sequence, changeSet } = about;
    if (snapshot) log.snapshots.set(snapshot, { sequence, cause: causeOf(about) });
    if (changeSet === null) return;
    if (snapshot) loggedSet(log, changeSet).versions.push(snapshot);
    if (owed) log.notices.set(owed.notice, { ...owed, changeSet, snapshot, text });
  },
);

/** The cause of the snapshot that an entry names. */
function causeOf({ action, changeSet }: About): string {
  if (action === "registry.loaded") return "baseline";
  if (changeSet === null) return action;
  return `${action === "change-set.approvals-waived" ? "change-set.released" : action}:${changeSet}`;
}

const announced = reading(Announced, (log, { id }, data) => {
  log.publications.push({ set: Number(id), is: "announced" });
  loggedSet(log, Number(id)).announced = data;
});

/** Released, or waiting again. */
const released = reading(
  z.object({ releasedOn: text.nullable(), reason: text.nullish() }),
  (log, { id }, { releasedOn: on, reason = null }) => {
    loggedSet(log, Number(id)).released = on === null ? null : { on, reason };
  },
);

const UNRESOLVED = { outcome: null, note: null };

/** What is collected of an entry by its action, besides what was published. */
const BY_ACTION = new Map(
  Object.entries({
    "registry.loaded": announced,
    "change-set.announced": announced,
    "change-set.withdrawn": reading(z.object({ reason: text.nullable() }), (log, { id, at }, { reason }) => {
      log.publications.push({ set: Number(id), is: "withdrawn" });
      loggedSet(log, Number(id)).withdrawn = { at, reason };
    }),
    "change-set.released": released,
    "change-set.approvals-waived": released,
    "change-set.held": released,
    "change-set.reminded": reading(
      z.object({ reminded: z.object({ at: text, sha256: Sha256 }) }),
      (log, { id }, { reminded }) => {
        loggedSet(log, Number(id)).reminded.push(reminded);
      },
    ),
    "mail.written": reading(
      z.object({ locale: text, variant: text, sha256: Sha256, response: text.nullable() }),
      (log, { id, at }, { locale, variant, sha256, response }) => {
        log.mails.set(mailKey(id, locale, variant), { sha256, response, at });
      },
    ),
    "response.recorded": reading(Answered, (log, { id, at }, answer) => {
      log.responses.set(id, { ...answer, ...UNRESOLVED, givenAt: [at], resolvedAt: [], isRedacted: false });
    }),
    "response.edited": reading(Answered, (log, { id, at }, answer) => {
      // Who objects anew is to be answered anew.
      const reopened = answer.kind === "objected" ? UNRESOLVED : {};
      changeResponse(log, id, ({ givenAt }) => ({ ...answer, ...reopened, givenAt: [...givenAt, at] }));
    }),
    "response.resolved": reading(z.object({ outcome: text, note: hashOrNull }), (log, { id, at }, resolved) => {
      changeResponse(log, id, ({ resolvedAt }) => ({ ...resolved, resolvedAt: [...resolvedAt, at] }));
    }),
    "response.redacted": reading(
      z.object({ text: hashOrNull, onBehalfOf: hashOrNull, outcomeNote: hashOrNull }),
      (log, { id }, { outcomeNote: note, ...left }) => {
        changeResponse(log, id, () => ({ ...left, note, isRedacted: true }));
      },
    ),
  }),
);

/** Changes an answer that was recorded before. */
function changeResponse(
  log: LogContents,
  id: string,
  change: (before: LoggedResponse) => Partial<LoggedResponse>,
): void {
  const before = log.responses.get(id);
  if (before) log.responses.set(id, { ...before, ...change(before) });
}
