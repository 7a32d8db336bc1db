import type { ConcernedCustomer } from "../model/customer-document.ts";
import type { ChainedDelivery, DeliveryStep } from "../model/delivery.ts";
import { canonicalJson, chainHash, sha256 } from "../model/hash.ts";
import type { AuditEntry, PublicSet } from "./records.ts";
import { instant } from "./times.ts";

/** How records are chained: what is hashed, byte for byte. Whoever has the records can make these hashes again. */

/** What an entry's hash covers, besides the hash before it: the entry as canonical JSON. */
export function entryContent(entry: Omit<AuditEntry, "previousHash" | "hash">): string {
  const { sequence, at, actor, action, subject, data } = entry;
  return canonicalJson({ sequence, at, actor, action, subject, data: JSON.parse(data) });
}

type Owed = Pick<ChainedDelivery, "id" | "noticeId" | "emailHash" | "customers">;

/** The first link of a delivery: what was owed, to whom. The database's `chain_of_owed` makes the same. */
export function owedLink({ id, noticeId, emailHash, customers }: Owed): string {
  return sha256([id, noticeId, emailHash, (customers ?? []).join(" ")].join("\n"));
}

/** The link of a step, after the one before. The database's `chain_of_event` makes the same. */
export function eventLink(previous: string, { state, at, cause, emailId }: Omit<DeliveryStep, "hash">): string {
  return sha256([previous, state, at, emailId ?? "", cause ?? ""].join("\n"));
}

/** The hash of a snapshot's content, as published, after the one before. */
export const snapshotHash = chainHash;

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

/** SHA-256 of a change set as announced: of its canonical JSON, with the changes in the order of their vendors' slugs. */
export function announcedDigest(set: PublicSet): string {
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
      announcedAt: instant(announcedAt),
      changes,
    }),
  );
}
