import type { ConcernedCustomer } from "../model/people/customer-document.ts";
import type { ChainedDelivery, DeliveryStep } from "../model/people/delivery.ts";
import { ENDED, hasEnded } from "../model/people/ended.ts";
import { canonicalJson, chainHash, sha256 } from "../model/values/hash.ts";
import type { AuditEntry, MailWords, PublicSet } from "./records.ts";

/** How records are chained: what is hashed, byte for byte. Whoever has the records can make these hashes again. */

/** An instant as it is hashed, and as the log has it: ISO 8601 in UTC, with milliseconds. */
export const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The members of an object that are hashed. */
const pick = <T, Name extends keyof T>(from: T, names: readonly Name[]): Pick<T, Name> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;

/** What an entry's hash covers, besides the hash before it: the entry as canonical JSON. */
export function entryContent(entry: Omit<AuditEntry, "previousHash" | "hash">): string {
  const content = pick(entry, ["sequence", "at", "actor", "action", "subject"]);
  return canonicalJson({ ...content, data: JSON.parse(entry.data) });
}

type Owed = Pick<ChainedDelivery, "id" | "noticeId" | "emailHash" | "customers">;

/**
 * The first link of a delivery: what was owed, to whom. The database's `chain_of_owed` makes the same. Once the time of the
 * keyed hash is over, the link itself stands in its place.
 */
export function owedLink({ id, noticeId, emailHash, customers }: Owed): string {
  if (hasEnded(emailHash)) return emailHash.slice(ENDED.length);
  return sha256([id, noticeId, emailHash, (customers ?? []).join(" ")].join("\n"));
}

/**
 * Whose an answer is, as the log says it: SHA-256 of the answer's id and the keyed hash of the address, each on a line. So
 * the log, which stays, leads from no answer to another.
 */
export const answererHash = (id: string, emailHash: string | null): string | null =>
  emailHash === null ? null : sha256([id, emailHash].join("\n"));

/** The link of a step, after the one before. The database's `chain_of_event` makes the same. */
export function eventLink(previous: string, { state, at, cause, emailId }: Omit<DeliveryStep, "hash">): string {
  return sha256([previous, state, at, emailId ?? "", cause ?? ""].join("\n"));
}

/** The hash of a snapshot's content, as published, after the one before. */
export const snapshotHash = chainHash;

/** What the hash of a mail is made of. */
export const mailContent = (words: MailWords): string => canonicalJson(pick(words, ["subject", "text", "html"]));

/** In the order of their ids' UTF-8 bytes. */
const byId = <T>(items: readonly T[], idOf: (item: T) => string): T[] =>
  items
    .map((item) => ({ item, id: Buffer.from(idOf(item)) }))
    .sort((a, b) => Buffer.compare(a.id, b.id))
    .map(({ item }) => item);

const linesDigest = (lines: readonly string[]): string => sha256(lines.map((line) => `${line}\n`).join(""));

const CUSTOMER = [
  "externalId",
  "name",
  "authorisation",
  "earliestEffectiveOn",
  "lastDayToObjectOn",
  "reachable",
] as const;

/**
 * SHA-256 over the customers as canonical JSON, a line each, in the order of their ids' UTF-8 bytes. Terms that are as by
 * default are left out, as is `changes` where those are all: what was hashed before has no such members.
 */
export function concernedDigest(customers: readonly ConcernedCustomer[]): string {
  const sorted = byId(customers, ({ externalId }) => externalId);
  return linesDigest(sorted.map((customer) => canonicalJson({ ...pick(customer, CUSTOMER), ...statedBy(customer) })));
}

function statedBy(customer: ConcernedCustomer): object {
  const { timeZone, objectUntil, objectUntilEffect, onObjection, remedies, periods, changes } = customer;
  const suspends = onObjection === "suspends" ? onObjection : null;
  const ending = { timeZone, objectUntil: instant(objectUntil), objectUntilEffect };
  const terms = { ...ending, onObjection: suspends, remedies, periods, changes };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== null && value !== undefined));
}

/** SHA-256 over the ids of customers, a line each, in the order of their UTF-8 bytes. */
export const idsDigest = (externalIds: readonly string[]): string => linesDigest(byId(externalIds, (id) => id));

const SET = ["number", "baseline", "reason", "weight", "plannedOn", "lastDayToObjectOn", "emergency"] as const;
/** With a member that has come since, where it says something: what was hashed before has no such member. */
const whereStated = <Hashed extends object, From, Name extends keyof From>(hashed: Hashed, from: From, name: Name) =>
  from[name] === null || from[name] === undefined ? hashed : { ...hashed, [name]: from[name] };

const CHANGE = ["vendor", "kind", "before", "after", "weight", "weightGrounds", "weightOverride"] as const;

/** SHA-256 of a change set as announced: of its canonical JSON, with the changes in the order of their vendors' slugs. */
export function announcedDigest(set: PublicSet): string {
  const changes = set.changes
    .map((change) => whereStated(whereStated(pick(change, CHANGE), change, "plannedOn"), change, "replaces"))
    .sort((a, b) => (a.vendor < b.vendor ? -1 : 1));
  const stated = whereStated(whereStated(pick(set, SET), set, "rectification"), set, "reference");
  return sha256(canonicalJson({ ...stated, announcedAt: instant(set.announcedAt), changes }));
}
