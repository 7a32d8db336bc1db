import { z } from "@hono/zod-openapi";
import { canonicalJson, chainHash } from "../model/hash.ts";
import { entryContent } from "./chain.ts";
import {
  Announced,
  Answered,
  type Owed,
  Published,
  Redacted,
  Released,
  Reminded,
  Resolved,
  Waived,
  Withdrawn,
  Written,
} from "./log-data.ts";
import type { AuditEntry, AuditHead } from "./records.ts";

/** What a notice about a change set owes, and the version published with it; of a correction also SHA-256 of its words. */
export type LoggedNotice = z.infer<typeof Owed> & { changeSet: number; snapshot: string | null; text: string | null };
export type LoggedMail = { sha256: string; response: string | null; at: string };
export type LoggedResponse = z.infer<typeof Answered> & {
  outcome: string | null;
  note: string | null;
  /** When it was given and each time it was edited: each owed a receipt. */
  givenAt: string[];
  /** When it was last edited. */
  editedAt: string | null;
  /** Each time something became of it: each owed a mail, unless whoever answered was erased. */
  resolvedEachAt: string[];
  /** When what became of it last did, unless it was raised anew since. */
  resolvedAt: string | null;
  /** Whether something was erased of it: the hashes are then those of what was left. */
  isRedacted: boolean;
};

/** What the log holds of other records. */
export type Logged = {
  /** By the snapshot's hash: the entry that names it, and the snapshot's cause by that. */
  snapshots: Map<string, { sequence: number; cause: string }>;
  /** The hashes of the snapshots that published something of a set, by its number. */
  versions: Map<number, string[]>;
  /** The sets that were announced and withdrawn, in that order. */
  publications: { set: number; is: "announced" | "withdrawn" }[];
  announced: Map<number, z.infer<typeof Announced>>;
  withdrawn: Map<number, z.infer<typeof Withdrawn> & { at: string }>;
  /** From when on a set no longer waits for approvals, and why where one was missing. */
  released: Map<number, { on: string; reason: string | null }>;
  /** Customers reminded at once: SHA-256 of their ids, by `idsDigest`. */
  reminded: Map<number, { at: string; sha256: string }[]>;
  /** By the notice's id. */
  owed: Map<string, LoggedNotice>;
  /** The mails of notices about change sets, by `mailKey`. */
  mails: Map<string, LoggedMail>;
  responses: Map<string, LoggedResponse>;
};

/** Which mail of a notice: its language, and for whom (SHA-256 of the variant). */
export const mailKey = (notice: string, locale: string, variant: string): string => `${notice} ${locale} ${variant}`;

/** The change set that a mail told of: that of its notice, or of the answer it quotes; null where the log does not say. */
export function setOfMail(logged: Logged, key: string): number | null {
  const owed = logged.owed.get(key.slice(0, key.indexOf(" ")));
  return owed?.changeSet ?? logged.responses.get(logged.mails.get(key)?.response ?? "")?.changeSet ?? null;
}

/** Reads the log entry by entry, from its first: judges each by the one before, and collects what it holds of others. */
export function readLog() {
  const logged: Logged = {
    snapshots: new Map(),
    versions: new Map(),
    publications: [],
    announced: new Map(),
    withdrawn: new Map(),
    released: new Map(),
    reminded: new Map(),
    owed: new Map(),
    mails: new Map(),
    responses: new Map(),
  };
  let head: AuditHead | null = null;
  return {
    logged,
    /** What is wrong with an entry, and which; null when nothing is. */
    take(entry: AuditEntry): { id: number; reason: string } | null {
      const data = canonicalData(entry);
      const fault =
        data === undefined
          ? { id: entry.sequence, reason: "its data is not the canonical JSON that was hashed" }
          : entryFault(entry, head);
      head = { sequence: entry.sequence, hash: entry.hash };
      if (data !== undefined) collect(logged, entry, data);
      return fault;
    },
  };
}

function canonicalData({ data }: AuditEntry): unknown {
  try {
    const json: unknown = JSON.parse(data);
    return canonicalJson(json) === data ? json : undefined;
  } catch {
    return undefined;
  }
}

function entryFault(entry: AuditEntry, head: AuditHead | null): { id: number; reason: string } | null {
  const { sequence, previousHash, hash } = entry;
  const next = (head?.sequence ?? 0) + 1;
  if (sequence !== next) return { id: next, reason: `is missing: entry ${sequence} is where it should be` };
  if (previousHash !== (head?.hash ?? null))
    return { id: sequence, reason: "does not name the hash of the entry before it" };
  if (hash === chainHash(previousHash, entryContent(entry))) return null;
  return { id: sequence, reason: "its hash is not that of its content after the entry before it" };
}

function collect(logged: Logged, { sequence, at, action, subject }: AuditEntry, data: unknown): void {
  const colon = subject.indexOf(":");
  const [kind, id] = [subject.slice(0, colon), subject.slice(colon + 1)];
  given(Published, data, ({ snapshot = null, owed, text = null }) => {
    const changeSet = kind === "change-set" ? Number(id) : null;
    if (snapshot) logged.snapshots.set(snapshot, { sequence, cause: causeOf(action, changeSet) });
    if (changeSet === null) return;
    if (snapshot) add(logged.versions, changeSet, snapshot);
    if (owed) logged.owed.set(owed.notice, { ...owed, changeSet, snapshot, text });
  });
  COLLECTED.get(action)?.(logged, { id, at }, data);
}

/** Does something with data of this form; with other data, nothing. */
function given<T extends z.ZodType>(schema: T, data: unknown, use: (data: z.infer<T>) => void): void {
  const parsed = schema.safeParse(data);
  if (parsed.success) use(parsed.data);
}

const add = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item) =>
  lists.set(key, [...(lists.get(key) ?? []), item]);

/** The cause of the snapshot that an entry names. */
function causeOf(action: string, changeSet: number | null): string {
  if (action === "registry.loaded") return "baseline";
  if (changeSet === null) return action;
  return `${action === "change-set.approvals-waived" ? "change-set.released" : action}:${changeSet}`;
}

/** `id` is that of what the entry is about, `at` when it was written. */
type About = { id: string; at: string };

const collects =
  <T extends z.ZodType>(schema: T, collect: (logged: Logged, about: About, data: z.infer<T>) => void) =>
  (logged: Logged, about: About, data: unknown) =>
    given(schema, data, (read) => collect(logged, about, read));

const announced = collects(Announced, (logged, { id }, data) => {
  logged.publications.push({ set: Number(id), is: "announced" });
  logged.announced.set(Number(id), data);
});

const UNRESOLVED = { outcome: null, note: null, resolvedAt: null };

/** What is collected of an entry by its action, besides what was published. */
const COLLECTED = new Map(
  Object.entries({
    "registry.loaded": announced,
    "change-set.announced": announced,
    "change-set.withdrawn": collects(Withdrawn, (logged, { id, at }, data) => {
      logged.publications.push({ set: Number(id), is: "withdrawn" });
      logged.withdrawn.set(Number(id), { ...data, at });
    }),
    "change-set.released": collects(Released, (logged, { id }, { releasedOn }) => {
      logged.released.set(Number(id), { on: releasedOn, reason: null });
    }),
    "change-set.approvals-waived": collects(Waived, (logged, { id }, { releasedOn, reason }) => {
      logged.released.set(Number(id), { on: releasedOn, reason });
    }),
    "change-set.held": collects(z.unknown(), (logged, { id }) => {
      logged.released.delete(Number(id));
    }),
    "change-set.reminded": collects(Reminded, (logged, { id }, { reminded }) => {
      add(logged.reminded, Number(id), reminded);
    }),
    "mail.written": collects(Written, (logged, { id, at }, { locale, variant, sha256, response }) => {
      logged.mails.set(mailKey(id, locale, variant), { sha256, response, at });
    }),
    "response.recorded": collects(Answered, (logged, { id, at }, answer) => {
      const fresh = { ...UNRESOLVED, editedAt: null, resolvedEachAt: [], isRedacted: false };
      logged.responses.set(id, { ...answer, ...fresh, givenAt: [at] });
    }),
    "response.edited": collects(Answered, (logged, { id, at }, answer) => {
      // Who objects anew is to be answered anew.
      const reopened = answer.kind === "objected" ? UNRESOLVED : {};
      changeResponse(logged, id, ({ givenAt }) => ({
        ...answer,
        ...reopened,
        givenAt: [...givenAt, at],
        editedAt: at,
      }));
    }),
    "response.resolved": collects(Resolved, (logged, { id, at }, resolved) => {
      changeResponse(logged, id, ({ resolvedEachAt }) => ({
        ...resolved,
        resolvedAt: at,
        resolvedEachAt: [...resolvedEachAt, at],
      }));
    }),
    "response.redacted": collects(Redacted, (logged, { id }, { text, onBehalfOf, outcomeNote }) => {
      changeResponse(logged, id, () => ({ text, onBehalfOf, note: outcomeNote, isRedacted: true }));
    }),
  }),
);

/** Changes an answer that was recorded before. */
function changeResponse(logged: Logged, id: string, change: (before: LoggedResponse) => Partial<LoggedResponse>): void {
  const before = logged.responses.get(id);
  if (before) logged.responses.set(id, { ...before, ...change(before) });
}
