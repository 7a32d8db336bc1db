import { z } from "@hono/zod-openapi";
import { type ChangeSetRow, Postponement } from "../model/change/change-set.ts";
import { ChangeSetView, ChangeView } from "../model/change/register.ts";
import { ConcernedCustomer } from "../model/people/customer-document.ts";
import type { ChainedDelivery, DeliveryReport } from "../model/people/delivery.ts";
import type { FrozenMail, NoticeEvidence } from "../model/people/notice.ts";
import type { RecordedResponse } from "../model/people/response.ts";
import { Instant } from "../model/values/dates.ts";

/** The records that are verified, as a database or a pack gives them. */

export type Stream<T> = AsyncIterable<T> | Iterable<T>;

/** Each stream is read once, from its first record to its last, in the order of this list. */
export type Records = {
  /**
   * The change sets that these records are of, the hashes of the versions, and the notices to readers about no set; null
   * where they are all there are.
   */
  only: { sets: ReadonlySet<number>; versions: readonly string[]; notices: ReadonlySet<string> } | null;
  /** In the order of their numbers. */
  snapshots(): Stream<StoredSnapshot>;
  /** What was announced or withdrawn. */
  changeSets(): Stream<SetRecord>;
  /** Of every set that there is, by its number; null where that is not known. */
  builtOn(): Promise<ReadonlyMap<number, BuiltOn> | null>;
  notices(): Stream<Notice>;
  mails(): Stream<Mail>;
  /** In the order of their ids. */
  deliveries(): Stream<Delivery>;
  responses(): Stream<RecordedResponse & Addressed>;
};

/** An entry of the audit log. */
export const AuditEntry = z.object({
  sequence: z.int().min(1).describe("Counted from 1, without a gap."),
  at: z.string().openapi({ format: "date-time" }).describe("When it was done."),
  actor: z
    .string()
    .openapi({ description: "`user:<id>`, `key:<id>`, `subscriber:<id>`, `public`, `provider` or `system`." }),
  action: z.string().openapi({ example: "change-set.announced" }).describe("What was done."),
  subject: z.string().openapi({ example: "change-set:1" }).describe("To what."),
  /** Canonical JSON (RFC 8785). */
  data: z.string(),
  previousHash: z.string().nullable().describe("That of the entry before; null: the first."),
  hash: z.string().openapi({
    description:
      "SHA-256 of `previousHash` (nothing for the first entry) followed by the canonical JSON (RFC 8785) of sequence, at, actor, action, subject and data.",
  }),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** How far the log has come. */
export const AuditHead = z.object({
  sequence: z.int().describe("Of the newest entry."),
  hash: z.string().describe("Its hash, which covers every one before it."),
});
export type AuditHead = z.infer<typeof AuditHead>;

/** A version of the published list. `takenAt` is an ISO instant; `content` is what was published, byte for byte. */
export const ChainedSnapshot = z.object({
  number: z.int(),
  takenAt: z.string(),
  cause: z.string(),
  content: z.string(),
  previousHash: z.string().nullable(),
  hash: z.string(),
});
export type ChainedSnapshot = z.infer<typeof ChainedSnapshot>;

/** `publisher` is who is kept as having published since then; null where nobody is, and a pack does not say it. */
export type StoredSnapshot = ChainedSnapshot & { publisher?: unknown };

/** A change that was announced. What an operator wrote stays as it is hashed, whatever would be accepted today. */
const AnnouncedChange = ChangeView.omit({
  name: true,
  effectiveOn: true,
  awaitsApproval: true,
  postponedTo: true,
  withdrawn: true,
  replaces: true,
}).extend({
  withdrawn: ChangeView.shape.withdrawn.optional(),
  replaces: ChangeView.shape.replaces.optional(),
  before: z.unknown(),
  after: z.unknown(),
  weightOverride: z.unknown(),
});

/** A change set that was announced, without what depends on the day or on other sets. */
export const AnnouncedSet = ChangeSetView.omit({
  state: true,
  effectiveOn: true,
  awaitsApproval: true,
  createdAt: true,
  updatedAt: true,
}).extend({ postponements: z.array(Postponement), changes: z.array(AnnouncedChange) });
export type AnnouncedSet = z.infer<typeof AnnouncedSet>;

/** As a database or a pack gives it. */
export type PublicSet = Omit<AnnouncedSet, "weight" | "changes"> & Pick<ChangeSetRow, "weight"> & { changes: Hashed[] };

type Hashed = Omit<z.infer<typeof AnnouncedChange>, "diff">;

/** What only a database has of a set: what follows from its other records. */
export type StoredSet = Pick<ChangeSetRow, "state"> & {
  /** The vendors whose changes it says to wait for approvals, by slug. */
  awaiting: readonly string[];
  /** To when it says that each was put off. */
  postponed: readonly { vendor: string; postponedTo: string | null }[];
  /** The hash of the snapshot that published it. */
  version: string | null;
};

/** What the changes of a set say that they build on. */
export type BuiltOn = { vendor: string; basedOn: number | null }[];

export const Concerned = ConcernedCustomer.extend({ remindedAt: Instant.nullable() });
export type Concerned = z.infer<typeof Concerned>;

/** A set with whom it concerned. A pack has nothing `stored` of it. */
export type SetRecord = PublicSet & { customers: Concerned[]; stored: StoredSet | null };

export type Notice = Pick<NoticeEvidence, "id" | "kind" | "createdAt"> & {
  changeSet: number | null;
  /** What a correction says, the answer that a mail is about, or when changes take effect. */
  about: {
    text?: unknown;
    changes?: unknown;
    publisher?: unknown;
    days?: unknown;
    response?: string | undefined;
    was?: string | undefined;
  } | null;
  /** The hash of the snapshot that it tells of; a pack does not say it. */
  version?: string | null;
};

export type MailWords = Pick<FrozenMail, "subject" | "text" | "html">;

/** A mail and what it is of, null where that is not there. */
export type Mail = FrozenMail & { notice: Pick<Notice, "changeSet" | "kind"> | null };

/**
 * Whom a record is of: by a keyed hash, which an answer that an operator entered lacks; and where there is an address, by that
 * and its own hash.
 */
export type Addressed = {
  emailHash: string | null;
  recipient: { email: string | null; emailHash: string | null } | null;
};

export type Report = Pick<DeliveryReport, "type" | "emailId" | "detail" | "receivedAt">;

export type Delivery = ChainedDelivery &
  Addressed & {
    reports: readonly Report[];
    /** Its own address, where a database has one. */
    address: string | null;
    /** Null where it is not there. */
    notice: Pick<Notice, "kind"> | null;
  };
