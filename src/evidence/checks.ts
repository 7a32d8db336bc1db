import { createHash, type Hash } from "node:crypto";
import { canonicalJson, sha256 } from "../registry/hash.ts";
import type { MailSaid, OwedSaid, Said } from "./audit-walk.ts";
import {
  type AnnouncedSet,
  announcedDigest,
  type ChainedDelivery,
  type ConcernedCustomer,
  concernedDigest,
  eventLink,
  idsDigest,
  owedLink,
  snapshotHash,
} from "./chain.ts";
import { instant, isOf } from "./times.ts";

/** What can be wrong with a record, each judged by itself and by what the audit log says of it. Null: nothing. */

/** `takenAt` is an ISO instant; `content` is what was published, byte for byte. */
export type ChainedSnapshot = {
  number: number;
  takenAt: string;
  content: string;
  previousHash: string | null;
  hash: string;
};

/** How far a snapshot says that the audit log had come when it was taken. */
export type Claim = { snapshot: number; sequence: number; hash: string };

export function snapshotFault({ number, takenAt, content, previousHash, hash }: ChainedSnapshot): string | null {
  if (snapshotHash(previousHash, content) !== hash)
    return "its hash is not that of its content after the one before it";
  const published = contentOf(content);
  if (published?.number !== number) return "its content is that of another number";
  if (published.takenAt !== takenAt) return "its content was taken at another time";
  return null;
}

export function claimOf({ number, content }: Pick<ChainedSnapshot, "number" | "content">): Claim | null {
  const head = contentOf(content)?.auditHead as { sequence?: unknown; hash?: unknown } | null | undefined;
  if (typeof head?.sequence !== "number" || typeof head.hash !== "string") return null;
  return { snapshot: number, sequence: head.sequence, hash: head.hash };
}

/** A snapshot that says how far the log had come is named by a later entry of it. */
export function unnamedFault({ content, hash }: Pick<ChainedSnapshot, "content" | "hash">, said: Said): string | null {
  const published = contentOf(content);
  if (published === null || !("auditHead" in published) || said.snapshots.has(hash)) return null;
  return "no entry of the audit log names its hash";
}

function contentOf(content: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(content);
    return typeof read === "object" ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A change set that is announced or withdrawn, as its rows or a pack hold it. */
export type PublicSet = AnnouncedSet & {
  authors: string[];
  approvedBy: string | null;
  approvedAt: Date | string | null;
  releasedOn: string | null;
  releasedReason: string | null;
  withdrawnAt: Date | string | null;
  withdrawnReason: string | null;
};

export function changeSetFault(set: PublicSet, said: Said): string | null {
  const announced = said.announced.get(set.number);
  if (!announced) return "the audit log does not say that it was announced";
  if (announced.document !== undefined && announced.document !== announcedDigest(set))
    return "it is not what was announced";
  if (announced.approvedBy !== undefined && announced.approvedBy !== set.approvedBy)
    return "it was approved by somebody else";
  if (announced.approvedAt !== undefined && announced.approvedAt !== instant(set.approvedAt))
    return "it was approved at another time";
  if (announced.authors !== undefined && canonicalJson(announced.authors) !== canonicalJson(set.authors))
    return "it was written by somebody else";
  const released = said.released.get(set.number);
  if ((released?.on ?? null) !== set.releasedOn) return "the audit log says otherwise of when it was released";
  if ((released?.reason ?? null) !== set.releasedReason) return "it was released for another reason";
  const withdrawn = said.withdrawn.get(set.number);
  if ((withdrawn === undefined) !== (set.withdrawnAt === null)) return "the audit log says otherwise of its withdrawal";
  if (!isOf(set.withdrawnAt, withdrawn?.at ?? null)) return "it was withdrawn at another time";
  if (withdrawn && (withdrawn.reason ?? null) !== set.withdrawnReason) return "it was withdrawn for another reason";
  return null;
}

/** Of a set's row, what a pack does not hold: its state, and whether it waited for approvals, follow from the rest. */
export function stateFault(
  set: Pick<PublicSet, "number" | "weight" | "baseline"> & { state: string; awaitsApproval: boolean },
  concerned: readonly Pick<ConcernedCustomer, "authorisation">[],
  said: Said,
): string | null {
  const state = said.withdrawn.has(set.number) ? "withdrawn" : "announced";
  if (set.state !== state) return `its state is ${set.state}; by the audit log it is ${state}`;
  const awaits = takesApprovals(set) && concerned.some(({ authorisation }) => authorisation === "specific");
  if (set.awaitsApproval === awaits) return null;
  return awaits ? "it says that it takes nobody's approval" : "it says that it takes approvals, and it takes none";
}

/** Whether customers whose contracts ask for their approval are asked for it. Stays so once the set is released. */
export const takesApprovals = ({ weight, baseline }: Pick<PublicSet, "weight" | "baseline">): boolean =>
  weight === "material" && !baseline;

/** Each change is in what was published then: among what is to come, or in force. */
export function publishedFault(set: AnnouncedSet, snapshotContent: string): string | null {
  const published = contentOf(snapshotContent);
  const listed = [published?.inForce, published?.upcoming].flatMap((each) => (Array.isArray(each) ? each : []));
  const missing = set.changes.find(({ vendor, after }) => {
    const entry = listed.find(({ slug, changeSet }) => slug === vendor && changeSet === set.number);
    // A vendor that is removed at once is in neither.
    if (entry === undefined) return after !== null;
    return canonicalJson(entry.document ?? entry.after ?? null) !== canonicalJson(after);
  });
  return missing ? `its change of "${missing.vendor}" is not the one that was published` : null;
}

export function concernedFault(number: number, customers: readonly ConcernedCustomer[], said: Said): string | null {
  const recorded = said.announced.get(number)?.concerned;
  if (!recorded || recorded.sha256 === concernedDigest(customers)) return null;
  if (recorded.customers !== customers.length)
    return `${recorded.customers} customers were concerned by change set ${number}; here are ${customers.length}`;
  return `the customers concerned by change set ${number}, or their terms, are not those recorded when it was announced`;
}

/** Who was reminded when, and that nobody was otherwise. */
export function remindedFault(
  number: number,
  customers: readonly { externalId: string; remindedAt: Date | string | null }[],
  said: Said,
): string | null {
  const reminded = customers.filter(({ remindedAt }) => remindedAt !== null);
  const byTime = Map.groupBy(reminded, ({ remindedAt }) => instant(remindedAt));
  for (const { at, sha256: recorded } of said.reminded.get(number) ?? []) {
    if (idsDigest((byTime.get(at) ?? []).map(({ externalId }) => externalId)) !== recorded)
      return `the customers reminded at ${at} are not those recorded then`;
    byTime.delete(at);
  }
  const [unknown] = byTime.keys();
  return unknown ? `the audit log knows of no reminder at ${unknown}` : null;
}

/** What the provider reported of a delivery that says how it ended. */
export type Report = { type: string; receivedAt: string; detail: string | null };

const ENDS = ["delivered", "bounced", "complained"];

/** `reports` is null where they are not there to compare with. */
export function deliveryFault(delivery: ChainedDelivery, reports: readonly Report[] | null): string | null {
  let link = owedLink(delivery);
  for (const [index, event] of delivery.events.entries()) {
    link = eventLink(link, event);
    if (event.hash !== link) return `step ${index + 1} (${event.state}) is not what its chain says`;
  }
  if (delivery.chain !== link) return "its chain ends elsewhere: what was owed, or a step, was changed or taken away";
  const last = delivery.events.at(-1) ?? { state: "pending", at: delivery.owedAt, cause: null };
  if (delivery.state !== last.state) return `its state is ${delivery.state}; its last step came to ${last.state}`;
  if (delivery.stateAt !== last.at) return "the time of its state is not that of its last step";
  if (delivery.cause !== last.cause) return "the cause of its state is not that of its last step";
  const emailId = delivery.events.findLast((event) => event.emailId !== null)?.emailId ?? null;
  if (delivery.emailId !== emailId) return "its mail's id is not the one its steps brought";
  return reports === null ? null : reportFault(delivery, reports);
}

function reportFault({ events, state }: ChainedDelivery, reports: readonly Report[]): string | null {
  const unreported = events.find(
    (event) =>
      ENDS.includes(event.state) &&
      !reports.some(
        ({ type, receivedAt, detail }) =>
          type === `email.${event.state}` && receivedAt === event.at && detail === event.cause,
      ),
  );
  if (unreported) return `no report of the provider says that it was ${unreported.state} at ${unreported.at}`;
  const reached = Math.max(...reports.map(({ type }) => ENDS.indexOf(type.replace("email.", ""))), -1);
  return reached > ENDS.indexOf(state) ? `the provider reported it ${ENDS[reached]}, and it is ${state}` : null;
}

/** Counts what is owed by each notice the audit log tells of. Takes deliveries in the order of their ids. */
export function owedTally(said: Said) {
  const tallies = new Map<string, { links: Hash; deliveries: number }>();
  return {
    take(delivery: Pick<ChainedDelivery, "id" | "noticeId" | "emailHash" | "customers">): void {
      const { noticeId } = delivery;
      if (!said.owed.has(noticeId)) return;
      const tally = tallies.get(noticeId) ?? { links: createHash("sha256"), deliveries: 0 };
      tally.links.update(`${owedLink(delivery)}\n`);
      tally.deliveries += 1;
      tallies.set(noticeId, tally);
    },
    /** Call once, after the last delivery. */
    fault({ notice, deliveries, sha256: recorded }: OwedSaid): string | null {
      const tally = tallies.get(notice);
      if ((tally?.deliveries ?? 0) !== deliveries)
        return `${deliveries} deliveries were owed; here are ${tally?.deliveries ?? 0}`;
      const links = tally?.links.digest("hex") ?? sha256("");
      return links === recorded ? null : "its deliveries are not those that were owed";
    },
  };
}

/** A notice; `about` holds what a correction says, or the answer that a mail is about. */
export type OwedNotice = {
  id: string;
  kind: string;
  changeSet: number | null;
  createdAt: Date | string;
  about: { text?: unknown; response?: string | undefined } | null;
};

/** What the log names whenever it is owed. */
const NAMED_KINDS = ["announcement", "late-announcement", "withdrawal", "correction", "reminder"];

/** What the log does not name: each tells one person, or the organisation, of one answer. */
export const ANSWER_KINDS = ["receipt", "resolution", "objection"];

/** What can be wrong with a notice by itself: chains are plain hashes, so anybody can make one that nobody owed. */
export function noticeFault(notice: OwedNotice, said: Said): string | null {
  const { id, kind, changeSet, about } = notice;
  const owed = said.owed.get(id);
  if (owed) return owedFault(notice, owed);
  if (isOlderThanLog(notice, said)) return null;
  if (NAMED_KINDS.includes(kind)) return `the audit log does not know it: no such ${kind} was owed`;
  if (changeSet === null) return null;
  if (!ANSWER_KINDS.includes(kind)) return `the audit log does not know it: a ${kind} is about no change set`;
  if (said.responses.get(about?.response ?? "")?.changeSet === changeSet) return null;
  return `it is a ${kind} of an answer that the audit log does not know`;
}

/**
 * Whether a notice is from before the log said what is owed and which mails were written. No notice is that
 * is about no set, or about one whose announcement says what was owed, be it nothing.
 */
export function isOlderThanLog({ id, changeSet, createdAt }: Omit<OwedNotice, "kind" | "about">, said: Said): boolean {
  if (changeSet === null || said.owed.has(id) || said.announced.get(changeSet)?.owed !== undefined) return false;
  return said.owedSince === null || new Date(createdAt) < new Date(said.owedSince);
}

/** A notice of an answer owes one mail; its receipt goes to whoever gave it. `emailHashes` has one for each delivery. */
export function answerMailFault(notice: OwedNotice, emailHashes: readonly string[], said: Said): string | null {
  if (!ANSWER_KINDS.includes(notice.kind) || isOlderThanLog(notice, said)) return null;
  if (emailHashes.length !== 1) return `1 delivery was owed; here are ${emailHashes.length}`;
  const answer = said.responses.get(notice.about?.response ?? "");
  if (notice.kind !== "receipt" || answer?.emailHash === emailHashes[0]) return null;
  return "its delivery is not to whoever answered";
}

function owedFault({ kind, changeSet, createdAt, about }: OwedNotice, owed: OwedSaid): string | null {
  if (changeSet !== owed.changeSet) return `it was owed about change set ${owed.changeSet}`;
  if (kind !== owed.kind) return `it was owed as ${owed.kind}`;
  if (new Date(createdAt).toISOString() !== owed.at) return `it was owed at ${owed.at}`;
  const text = about?.text === undefined ? null : sha256(canonicalJson(about.text));
  return text === owed.text ? null : "its words are not what was recorded";
}

export type WrittenMail = { subject: string; text: string; html: string };

/** What the hash of a mail is made of. */
export const mailContent = ({ subject, text, html }: WrittenMail): string => canonicalJson({ subject, text, html });

/** Stands for what was erased of a person: in a text in its place, of a mail that quoted it for the whole. */
export const ERASED = "[erased]";

/** Whether all of a mail was erased. */
export const isErased = ({ subject, text, html }: WrittenMail): boolean =>
  [subject, text, html].every((part) => part === ERASED);

/** `recorded` is what the audit log says of it; undefined where it says nothing. */
export function mailFault(
  mail: WrittenMail & { sha256: string },
  notice: Omit<OwedNotice, "kind" | "about">,
  recorded: MailSaid | undefined,
  said: Said,
): string | null {
  // Of a mail that is about no change set the log says nothing.
  if (recorded === undefined && notice.changeSet !== null && !isOlderThanLog(notice, said))
    return "the audit log does not know it";
  if (recorded !== undefined && recorded.sha256 !== mail.sha256) return "it is not the mail that was written";
  const isRedacted = said.responses.get(recorded?.response ?? "")?.isRedacted === true;
  if (isRedacted && isErased(mail)) return null;
  return sha256(mailContent(mail)) === mail.sha256 ? null : "its hash is not that of its subject and words";
}
