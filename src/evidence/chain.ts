import { canonicalJson, chainHash, sha256 } from "../model/hash.ts";

/** How records are chained: what is hashed, byte for byte. Whoever has the records can make these hashes again. */

/** An entry of the audit log. `data` is canonical JSON (RFC 8785), `at` an ISO instant. */
export type AuditEntry = {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  data: string;
  previousHash: string | null;
  hash: string;
};

/** What an entry's hash covers, besides the hash before it: the entry as canonical JSON. */
export function entryContent(entry: Omit<AuditEntry, "previousHash" | "hash">): string {
  const { sequence, at, actor, action, subject, data } = entry;
  return canonicalJson({ sequence, at, actor, action, subject, data: JSON.parse(data) });
}

export type DeliveryEvent = {
  state: string;
  at: string;
  cause: string | null;
  emailId: string | null;
  hash: string;
};

/** A delivery with every step after it was owed. Instants are ISO, in UTC, with milliseconds. */
export type ChainedDelivery = {
  id: string;
  noticeId: string;
  emailHash: string;
  /** The customers it was owed for, in the order in which they are stored; null for a follower. */
  customers: string[] | null;
  owedAt: string;
  state: string;
  stateAt: string;
  cause: string | null;
  emailId: string | null;
  chain: string;
  events: DeliveryEvent[];
};

type Owed = Pick<ChainedDelivery, "id" | "noticeId" | "emailHash" | "customers">;

/** The first link of a delivery: what was owed, to whom. The database's `chain_of_owed` makes the same. */
export function owedLink({ id, noticeId, emailHash, customers }: Owed): string {
  return sha256([id, noticeId, emailHash, (customers ?? []).join(" ")].join("\n"));
}

/** The link of a step, after the one before. The database's `chain_of_event` makes the same. */
export function eventLink(previous: string, { state, at, cause, emailId }: Omit<DeliveryEvent, "hash">): string {
  return sha256([previous, state, at, emailId ?? "", cause ?? ""].join("\n"));
}

/** The hash of a snapshot's content, as published, after the one before. */
export const snapshotHash = chainHash;

/** A customer whom a change set concerned, with the terms that held. Dates are `YYYY-MM-DD`. */
export type ConcernedCustomer = {
  externalId: string;
  name: string;
  authorisation: string;
  earliestEffectiveOn: string | null;
  lastDayToObjectOn: string | null;
  reachable: boolean;
};

/** SHA-256 over the customers as canonical JSON, a line each, in the order of their ids' UTF-8 bytes. */
export function concernedDigest(customers: readonly ConcernedCustomer[]): string {
  const lines = customers.map(
    ({ externalId, name, authorisation, earliestEffectiveOn, lastDayToObjectOn, reachable }) => ({
      key: Buffer.from(externalId),
      line: canonicalJson({ externalId, name, authorisation, earliestEffectiveOn, lastDayToObjectOn, reachable }),
    }),
  );
  return sha256(
    lines
      .sort((a, b) => Buffer.compare(a.key, b.key))
      .map(({ line }) => `${line}\n`)
      .join(""),
  );
}

/** SHA-256 over the ids of customers, a line each, in the order of their UTF-8 bytes. */
export function idsDigest(externalIds: readonly string[]): string {
  const sorted = externalIds.map((id) => Buffer.from(id)).sort(Buffer.compare);
  return sha256(sorted.map((id) => `${id}\n`).join(""));
}

/** Of a change set, what can no longer change once it is announced. */
export type AnnouncedSet = {
  number: number;
  baseline: boolean;
  reason: string | null;
  weight: string;
  plannedOn: string | null;
  lastDayToObjectOn: string | null;
  emergency: { reason: string } | null;
  announcedAt: Date | string | null;
  changes: {
    vendor: string;
    kind: string;
    before: unknown;
    after: unknown;
    weight: string;
    weightReason: string;
    weightOverride: unknown;
  }[];
};

/** SHA-256 of a change set as announced: of its canonical JSON, with the changes in the order of their vendors' slugs. */
export function announcedDigest(set: AnnouncedSet): string {
  const { number, baseline, reason, weight, plannedOn, lastDayToObjectOn, emergency, announcedAt } = set;
  const changes = set.changes
    .map(({ vendor, kind, before, after, weight, weightReason, weightOverride }) => ({
      vendor,
      kind,
      before,
      after,
      weight,
      weightReason,
      weightOverride,
    }))
    .sort((a, b) => (a.vendor < b.vendor ? -1 : 1));
  return sha256(
    canonicalJson({
      number,
      baseline,
      reason,
      weight,
      plannedOn,
      lastDayToObjectOn,
      emergency,
      announcedAt: announcedAt === null ? null : new Date(announcedAt).toISOString(),
      changes,
    }),
  );
}

export type AuditHead = { sequence: number; hash: string };
