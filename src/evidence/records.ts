import type { RecordedResponse } from "../model/response.ts";
import type { AnnouncedSet, AuditEntry, ChainedDelivery, ConcernedCustomer } from "./chain.ts";

/** The records that are verified, as a database or a pack gives them. */

export type Stream<T> = AsyncIterable<T> | Iterable<T>;

/** Each stream is read from its first record to its last, in the order of this list; the snapshots once more before it. */
export type Records = {
  /** The change set that these records are of; null where they are all there are. */
  changeSet: number | null;
  /** The whole log, from its first entry. */
  entries(): Stream<AuditEntry>;
  /** In the order of their numbers. */
  snapshots(): Stream<ChainedSnapshot>;
  /** What was announced or withdrawn. */
  changeSets(): Stream<PublicSet & { customers: Concerned[]; stored: StoredSet | null }>;
  /** `version` is the hash of the snapshot that a notice tells of; a pack does not say it. */
  notices(): Stream<Notice & { version?: string | null }>;
  /** `notice` is null where there is none. */
  mails(): Stream<Mail & { notice: Pick<Notice, "changeSet"> | null }>;
  /** In the order of their ids. `notice` is null where there is none. */
  deliveries(): Stream<Delivery & { notice: Pick<Notice, "kind"> | null }>;
  responses(): Stream<RecordedResponse & { recipient: Recipient | null }>;
};

/** A version of the published list. `takenAt` is an ISO instant; `content` is what was published, byte for byte. */
export type ChainedSnapshot = {
  number: number;
  takenAt: string;
  cause: string;
  content: string;
  previousHash: string | null;
  hash: string;
};

/** A change set that is announced or withdrawn. */
export type PublicSet = AnnouncedSet & {
  authors: string[];
  approvedBy: string | null;
  approvedAt: Date | string | null;
  releasedOn: string | null;
  releasedReason: string | null;
  withdrawnAt: Date | string | null;
  withdrawnReason: string | null;
};

/** What only a database has of a set: what follows from its other records, and what its changes build on. */
export type StoredSet = {
  state: string;
  awaitsApproval: boolean;
  /** The hash of the snapshot that published it. */
  version: string | null;
  builtOn: { vendor: string; basedOn: number | null }[];
};

export type Concerned = ConcernedCustomer & { remindedAt: Date | string | null };

/** `about` holds what a correction says, or the answer that a mail is about. */
export type Notice = {
  id: string;
  kind: string;
  changeSet: number | null;
  createdAt: Date | string;
  about: { text?: unknown; response?: string | undefined } | null;
};

export type MailWords = { subject: string; text: string; html: string };

export type Mail = MailWords & {
  noticeId: string;
  locale: string;
  /** For whom it was written: '' for followers. */
  variant: string;
  sha256: string;
  frozenAt: Date | string;
};

/** What the provider reported of a delivery. */
export type Report = { type: string; emailId: string | null; receivedAt: string; detail: string | null };

/** Whom a record is of, where there is an address. */
export type Recipient = { email: string | null; emailHash: string };

export type Delivery = ChainedDelivery & {
  reports: readonly Report[];
  recipient: Recipient | null;
  /** Its own address, where a database has one. */
  address: string | null;
};
