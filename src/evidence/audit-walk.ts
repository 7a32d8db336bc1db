import { z } from "@hono/zod-openapi";
import { canonicalJson, chainHash } from "../model/hash.ts";
import { type AuditEntry, entryContent } from "./chain.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string();
const OwedSaid = z.object({ notice: text, kind: text, at: text, deliveries: z.number(), sha256: Sha256 });
/** What several kinds of entries say, each some of it. */
const PublishedSaid = z.object({
  snapshot: Sha256.optional(),
  owed: OwedSaid.nullish(),
  reason: text.nullish(),
  text: Sha256.optional(),
  releasedOn: text.nullish(),
  reminded: z.object({ at: text, sha256: Sha256 }).optional(),
});
const AnnouncedSaid = z.object({
  snapshot: Sha256,
  document: Sha256,
  authors: z.array(text),
  approvedBy: text.nullable(),
  approvedAt: text.nullable(),
  concerned: z.object({ customers: z.number(), sha256: Sha256 }),
});
const MailSaid = z.object({ locale: text, variant: text, sha256: Sha256, response: text.nullable() });
const AnswerSaid = z.object({
  changeSet: z.number(),
  customer: Sha256.nullable(),
  onBehalfOf: Sha256.nullable(),
  emailHash: Sha256,
  kind: text,
  late: z.boolean(),
  text: Sha256.nullable(),
});
const OutcomeSaid = z.object({ outcome: text, note: Sha256.nullable() });
const RedactedSaid = z.object({
  text: Sha256.nullable(),
  onBehalfOf: Sha256.nullable(),
  outcomeNote: Sha256.nullable(),
});

export type PublishedSaid = z.infer<typeof PublishedSaid>;
export type AnnouncedSaid = z.infer<typeof AnnouncedSaid>;
/** What a notice about a change set owes, and the version published with it; of a correction also SHA-256 of its words. */
export type OwedSaid = z.infer<typeof OwedSaid> & { changeSet: number; snapshot: string | null; text: string | null };
export type ResponseSaid = z.infer<typeof AnswerSaid> & {
  /** When it was first given, last edited and resolved, as ISO instants. */
  recordedAt: string;
  editedAt: string | null;
  resolvedAt: string | null;
  outcome: string | null;
  note: string | null;
  /** When it was given and each time it was edited: each owed a receipt. */
  givenAt: string[];
  /** Each time something became of it: each owed a mail, unless whoever answered was erased. */
  resolvedEachAt: string[];
  /** Whether something was erased of it: the hashes are then those of what was left. */
  isRedacted: boolean;
};
export type MailSaid = { sha256: string; response: string | null; at: string };
/** The entry that names a snapshot, and what the snapshot has as its cause by that. */
export type SnapshotSaid = { sequence: number; cause: string };
/** From when on a set no longer waits for approvals, and why where one was missing. */
export type ReleaseSaid = { on: string; reason: string | null };
/** Customers reminded at once: SHA-256 of their ids, by `idsDigest`. */
export type RemindedSaid = { at: string; sha256: string };

/** What the log says of other records. */
export type Said = {
  /** By the snapshot's hash. */
  snapshots: Map<string, SnapshotSaid>;
  /** The sets that were announced and withdrawn, in that order. */
  publications: { set: number; is: "announced" | "withdrawn" }[];
  announced: Map<number, AnnouncedSaid>;
  withdrawn: Map<number, PublishedSaid & { at: string }>;
  released: Map<number, ReleaseSaid>;
  reminded: Map<number, RemindedSaid[]>;
  /** The hashes of the snapshots that published something of a set, by its number. */
  versions: Map<number, string[]>;
  /** By notice. */
  owed: Map<string, OwedSaid>;
  /** Of the mails of notices about change sets their SHA-256, and the response they quote, by `mailKey`. */
  mails: Map<string, MailSaid>;
  responses: Map<string, ResponseSaid>;
};

/** The change set that a mail told of: that of its notice, or of the answer it quotes; null where the log does not say. */
export function setOfMail(said: Said, key: string): number | null {
  const owed = said.owed.get(noticeOf(key));
  return owed?.changeSet ?? said.responses.get(said.mails.get(key)?.response ?? "")?.changeSet ?? null;
}

/** The notice in a `mailKey`. */
export const noticeOf = (key: string): string => key.slice(0, key.indexOf(" "));

/** Which mail of a notice: its language, and for whom (SHA-256 of the variant). */
export const mailKey = (notice: string, locale: string, variant: string): string => `${notice} ${locale} ${variant}`;

/** Reads the log entry by entry, from its first: judges each by the one before, and collects what it says of others. */
export function auditWalk() {
  const said: Said = {
    snapshots: new Map(),
    publications: [],
    announced: new Map(),
    withdrawn: new Map(),
    released: new Map(),
    reminded: new Map(),
    versions: new Map(),
    owed: new Map(),
    mails: new Map(),
    responses: new Map(),
  };
  let head: { sequence: number; hash: string } | null = null;
  return {
    said,
    head: () => head,
    /** What is wrong with an entry, and which; null when nothing is. */
    take(entry: AuditEntry): { id: number; reason: string } | null {
      const fault = faultOf(entry, head);
      head = { sequence: entry.sequence, hash: entry.hash };
      if (fault?.unreadable !== true) collect(said, entry);
      return fault;
    },
  };
}

function faultOf(entry: AuditEntry, head: { sequence: number; hash: string } | null) {
  const { sequence } = entry;
  const next = (head?.sequence ?? 0) + 1;
  const bad = (id: number, reason: string, unreadable = false) => ({ id, reason, unreadable });
  if (!isCanonical(entry.data)) return bad(sequence, "its data is not the canonical JSON that was hashed", true);
  if (sequence !== next) return bad(next, `is missing: entry ${sequence} is where it should be`);
  if (entry.previousHash !== (head?.hash ?? null))
    return bad(sequence, "does not name the hash of the entry before it");
  if (entry.hash !== chainHash(entry.previousHash, entryContent(entry)))
    return bad(sequence, "its hash is not that of its content after the entry before it");
  return null;
}

function isCanonical(data: string): boolean {
  try {
    return canonicalJson(JSON.parse(data)) === data;
  } catch {
    return false;
  }
}

function collect(said: Said, { sequence, at, action, subject, data }: AuditEntry): void {
  const json: unknown = JSON.parse(data);
  const published = PublishedSaid.safeParse(json).data;
  if (published?.snapshot) said.snapshots.set(published.snapshot, { sequence, cause: causeOf(action, subject) });
  const [kind, id] = splitAt(subject);
  if (published?.owed) {
    const { snapshot = null, text = null } = published;
    const owed = { ...published.owed, changeSet: Number(id), snapshot, text };
    said.owed.set(owed.notice, owed);
  }
  if (kind === "change-set" && published) collectChangeSet(said, { action, at }, Number(id), published, json);
  const mail = action === "mail.written" ? MailSaid.safeParse(json).data : undefined;
  if (mail) {
    const { locale, variant, sha256, response } = mail;
    said.mails.set(mailKey(id, locale, variant), { sha256, response, at });
  }
  if (kind === "response") collectResponse(said, { action, at }, id, json);
}

function collectChangeSet(
  said: Said,
  { action, at }: Pick<AuditEntry, "action" | "at">,
  number: number,
  published: PublishedSaid,
  json: unknown,
): void {
  const { snapshot, releasedOn, reason = null, reminded } = published;
  if (snapshot) said.versions.set(number, [...(said.versions.get(number) ?? []), snapshot]);
  if (reminded) said.reminded.set(number, [...(said.reminded.get(number) ?? []), reminded]);
  const announced = ["change-set.announced", "registry.loaded"].includes(action) && AnnouncedSaid.safeParse(json).data;
  if (announced) {
    said.announced.set(number, announced);
    said.publications.push({ set: number, is: "announced" });
  }
  if (action === "change-set.withdrawn") {
    said.withdrawn.set(number, { ...published, at });
    said.publications.push({ set: number, is: "withdrawn" });
  }
  if (action === "change-set.released" && releasedOn) said.released.set(number, { on: releasedOn, reason: null });
  if (action === "change-set.approvals-waived" && releasedOn) said.released.set(number, { on: releasedOn, reason });
  if (action === "change-set.held") said.released.delete(number);
}

function collectResponse(
  said: Said,
  { action, at }: Pick<AuditEntry, "action" | "at">,
  id: string,
  json: unknown,
): void {
  const before = said.responses.get(id);
  const answer = AnswerSaid.safeParse(json).data;
  if (answer && action === "response.recorded") {
    const fresh = { outcome: null, note: null, resolvedAt: null, editedAt: null, isRedacted: false };
    said.responses.set(id, { ...answer, ...fresh, givenAt: [at], resolvedEachAt: [], recordedAt: at });
  }
  if (!before) return;
  if (answer && action === "response.edited") {
    // Who objects anew is to be answered anew.
    const reopened = answer.kind === "objected" ? { outcome: null, note: null, resolvedAt: null } : {};
    const givenAt = [...before.givenAt, at];
    said.responses.set(id, { ...before, ...answer, ...reopened, givenAt, editedAt: at });
  }
  const outcome = OutcomeSaid.safeParse(json).data;
  if (outcome && action === "response.resolved") {
    const resolvedEachAt = [...before.resolvedEachAt, at];
    said.responses.set(id, { ...before, ...outcome, resolvedAt: at, resolvedEachAt });
  }
  const left = RedactedSaid.safeParse(json).data;
  if (left && action === "response.redacted") {
    const { text, onBehalfOf, outcomeNote: note } = left;
    said.responses.set(id, { ...before, text, onBehalfOf, note, isRedacted: true });
  }
}

/** The cause of the snapshot that an entry names. */
function causeOf(action: string, subject: string): string {
  if (action === "registry.loaded") return "baseline";
  const [kind, id] = splitAt(subject);
  if (kind !== "change-set") return action;
  return `${action === "change-set.approvals-waived" ? "change-set.released" : action}:${id}`;
}

function splitAt(subject: string): [string, string] {
  const colon = subject.indexOf(":");
  return [subject.slice(0, colon), subject.slice(colon + 1)];
}
