import { canonicalJson, sha256 } from "../model/hash.ts";
import { ABOUT_RESPONSES, kindsWhere } from "../model/notice.ts";
import type { MailSaid, OwedSaid, Said } from "./audit-walk.ts";
import { type AnnouncedSet, announcedDigest, type ConcernedCustomer, concernedDigest, idsDigest } from "./chain.ts";
import { instant, isOf } from "./times.ts";

/** What can be wrong with a record, each judged by itself and by what the audit log says of it. Null: nothing. */

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
  if (announced.document !== announcedDigest(set)) return "it is not what was announced";
  if (announced.approvedBy !== set.approvedBy) return "it was approved by somebody else";
  if (announced.approvedAt !== instant(set.approvedAt)) return "it was approved at another time";
  if (canonicalJson(announced.authors) !== canonicalJson(set.authors)) return "it was written by somebody else";
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

/** That the version with this hash is the one that announced a set. The order of announcements is that of these. */
export function publishedAsFault(number: number, version: string | null, said: Said): string | null {
  const announced = said.announced.get(number)?.snapshot;
  return announced === version ? null : "it was published as another version of the list";
}

/**
 * What each change builds on, in sets that are announced or withdrawn: the newest set of its vendor that was announced
 * then. Gives the first set of which that is not so, and why; null when there is none.
 */
export function basedOnFault(
  changes: readonly { changeSet: number; vendorId: string; basedOn: number | null }[],
  { publications }: Said,
): { set: number; reason: string } | null {
  const bySet = Map.groupBy(changes, ({ changeSet }) => changeSet);
  const announced = new Map<string, number[]>();
  for (const { set, is } of publications) {
    for (const { vendorId, basedOn } of bySet.get(set) ?? []) {
      const standing = (announced.get(vendorId) ?? []).filter((number) => number !== set);
      const newest = standing.at(-1) ?? null;
      if (is === "announced" && basedOn !== newest)
        return { set, reason: `a change of it builds on change set ${newest ?? "none"}, and says otherwise` };
      announced.set(vendorId, is === "announced" ? [...standing, set] : standing);
    }
  }
  return null;
}

/** A notice; `about` holds what a correction says, or the answer that a mail is about. */
export type OwedNotice = {
  id: string;
  kind: string;
  changeSet: number | null;
  createdAt: Date | string;
  about: { text?: unknown; response?: string | undefined } | null;
};

/** What goes to readers the log names whenever it is owed. */
const NAMED_KINDS: readonly string[] = kindsWhere(({ to }) => to === "readers");

/** What the log does not name: each tells one person, or the organisation, of one answer. */
export const ANSWER_KINDS: readonly string[] = ABOUT_RESPONSES;

/** What can be wrong with a notice by itself: chains are plain hashes, so anybody can make one that nobody owed. */
export function noticeFault(notice: OwedNotice, said: Said): string | null {
  const { id, kind, changeSet, createdAt, about } = notice;
  const owed = said.owed.get(id);
  if (owed) return owedFault(notice, owed);
  if (NAMED_KINDS.includes(kind)) return `the audit log does not know it: no such ${kind} was owed`;
  if (changeSet === null) return null;
  if (!ANSWER_KINDS.includes(kind)) return `the audit log does not know it: a ${kind} is about no change set`;
  const answer = said.responses.get(about?.response ?? "");
  if (answer?.changeSet !== changeSet) return `it is a ${kind} of an answer that the audit log does not know`;
  const times = kind === "resolution" ? answer.resolvedEachAt : answer.givenAt;
  return times.some((at) => isOf(createdAt, at)) ? null : "it was owed when nothing was answered, or became of it";
}

/** A notice of an answer owes one mail; its receipt goes to whoever gave it. `emailHashes` has one for each delivery. */
export function answerMailFault(notice: OwedNotice, emailHashes: readonly string[], said: Said): string | null {
  if (!ANSWER_KINDS.includes(notice.kind)) return null;
  if (emailHashes.length !== 1) return `1 delivery was owed; here are ${emailHashes.length}`;
  const answer = said.responses.get(notice.about?.response ?? "");
  if (notice.kind !== "receipt" || answer?.emailHash === emailHashes[0]) return null;
  return "its delivery is not to whoever answered";
}

/** The version of the list, by its hash, that a notice tells of: the one published with it, or with what it announces late. */
export function versionFault({ id, kind }: OwedNotice, version: string | null, said: Said): string | null {
  const owed = said.owed.get(id);
  if (!owed) return null;
  const told = kind === "late-announcement" ? said.announced.get(owed.changeSet)?.snapshot : owed.snapshot;
  return (told ?? null) === version ? null : "it tells of another version of the list";
}

/** What is told to the organisation itself, at its own address. */
const ORGANISATION_KINDS: readonly string[] = kindsWhere(({ to }) => to === "organisation");

/** A delivery has an address of its own only where it goes to the organisation: everybody else's is the person's. */
export function addressFault(kind: string, address: string | null): string | null {
  if (address === null || ORGANISATION_KINDS.includes(kind)) return null;
  return "it has an address of its own, and is not to the organisation";
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

/** What its words are not needed for. `recorded` is what the audit log says of it; undefined where it says nothing. */
export function writtenFault(
  mail: { sha256: string; frozenAt: Date | string },
  notice: Pick<OwedNotice, "changeSet">,
  recorded: MailSaid | undefined,
): string | null {
  // Of a mail that is about no change set the log says nothing.
  if (recorded === undefined) return notice.changeSet === null ? null : "the audit log does not know it";
  if (recorded.sha256 !== mail.sha256) return "it is not the mail that was written";
  return isOf(mail.frozenAt, recorded.at) ? null : `it was written at ${recorded.at}`;
}

export function mailFault(
  mail: WrittenMail & { sha256: string; frozenAt: Date | string },
  notice: Pick<OwedNotice, "changeSet">,
  recorded: MailSaid | undefined,
  said: Said,
): string | null {
  const fault = writtenFault(mail, notice, recorded);
  if (fault !== null) return fault;
  const isRedacted = said.responses.get(recorded?.response ?? "")?.isRedacted === true;
  if (isRedacted && isErased(mail)) return null;
  return sha256(mailContent(mail)) === mail.sha256 ? null : "its hash is not that of its subject and words";
}
