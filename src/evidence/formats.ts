import { z } from "@hono/zod-openapi";
import { ResponseEvidence } from "../model/response.ts";

/**
 * The files of a pack as they are read again: whoever made them may not have meant well. Members are in the order in
 * which they are written; whatever else is there is refused, as nobody checks it.
 */

const text = z.string();
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();
const Sha256 = text.regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime();
const Head = z.strictObject({ sequence: z.int().min(1), hash: Sha256 });

export const ManifestFile = z.strictObject({
  format: text,
  changeSet: z.int(),
  auditHead: orNull(Head),
  files: z.array(z.strictObject({ name: text, bytes: z.int(), sha256: Sha256 })),
});

/** Of a change set, what nothing but its own records decides: whether it is in force depends on the day, and on others. */
export const ChangeSetFile = z.object({
  number: z.int(),
  baseline: z.boolean(),
  reason: orNull(text),
  weight: text,
  plannedOn: orNull(text),
  lastDayToObjectOn: orNull(text),
  emergency: orNull(z.object({ reason: text })),
  announcedAt: orNull(Instant),
  authors: z.array(text),
  approvedBy: orNull(text),
  approvedAt: orNull(Instant),
  approvals: orNull(
    z.object({
      required: z.array(text),
      missing: z.array(text),
      releasedOn: orNull(text),
      releasedReason: orNull(text),
    }),
  ),
  exempted: z.array(text),
  withdrawnAt: orNull(Instant),
  withdrawnReason: orNull(text),
  changes: z.array(
    z.object({
      vendor: text,
      kind: text,
      before: z.unknown(),
      after: z.unknown(),
      diff: z.unknown(),
      weight: text,
      weightReason: text,
      weightOverride: z.unknown(),
    }),
  ),
});

export const SnapshotLine = z.strictObject({
  number: z.int(),
  takenAt: Instant,
  cause: text,
  previousHash: orNull(Sha256),
  hash: Sha256,
});

export const CustomerLine = z.strictObject({
  externalId: text,
  name: text,
  authorisation: text,
  earliestEffectiveOn: orNull(text),
  lastDayToObjectOn: orNull(text),
  reachable: z.boolean(),
  remindedAt: orNull(Instant),
});

const MailLine = z.strictObject({
  file: text,
  line: z.int().optional(),
  locale: text,
  variant: text,
  subject: text,
  sha256: Sha256,
  frozenAt: Instant,
});

/** What the hash of a mail is made of. */
export const MailFile = z.strictObject({ html: text, subject: text, text });

export const NoticeLine = z.strictObject({
  id: text,
  kind: text,
  about: orNull(z.strictObject({ text: z.unknown().optional(), response: text.optional() })),
  createdAt: Instant,
  mails: z.array(MailLine),
});

const StepRow = z.strictObject({ state: text, at: text, cause: orNull(text), emailId: orNull(text), hash: text });

export const DeliveryLine = z.strictObject({
  id: text,
  noticeId: text,
  email: orNull(text),
  emailHash: text,
  customer: orNull(text),
  customers: orNull(z.array(text)),
  owedAt: text,
  state: text,
  stateAt: text,
  cause: orNull(text),
  emailId: orNull(text),
  chain: text,
  events: z.array(StepRow).min(1),
});

export const ReportLine = z.strictObject({
  id: text,
  deliveryId: text,
  type: text,
  emailId: orNull(text),
  detail: orNull(text),
  occurredAt: Instant,
  receivedAt: Instant,
});

export const ResponseLine = ResponseEvidence.strict();

export const EntryContent = z.strictObject({
  sequence: z.int().min(1),
  at: Instant,
  actor: text,
  action: text,
  subject: text,
  data: z.record(text, z.unknown()),
});
