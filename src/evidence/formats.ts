import { z } from "@hono/zod-openapi";
import { OperatorSet } from "../model/change/register.ts";
import { OnObjection } from "../model/people/contract-terms.ts";
import { DeliveryEvidence, DeliveryReport, DeliveryStep } from "../model/people/delivery.ts";
import { FrozenMail, MailEvidence, NoticeEvidence } from "../model/people/notice.ts";
import { ResponseEvidence, ResponseKind } from "../model/people/response.ts";
import { AnnouncedSet, AuditEntry, AuditHead, ChainedSnapshot, Concerned } from "./records.ts";

/**
 * The files of a pack as they are read again: whoever made them may not have meant well. Members are in the order of
 * the records, in which they are written; whatever else is there is refused, as nobody checks it.
 */

export const ManifestFile = z.strictObject({
  format: z.string(),
  changeSet: z.int(),
  auditHead: AuditHead.strict().nullable(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

export const ChangeSetFile = AnnouncedSet.extend(OperatorSet.pick({ approvals: true, exempted: true }).shape);

export const SnapshotLine = ChainedSnapshot.omit({ content: true }).strict();

/** Until the fourth format nothing of a contract's periods was there, nor what an objection does where an approval is asked for. */
export const FormerCustomerLine = Concerned.omit({ periods: true }).strict();

/** Where a contract asks for an approval, an objection holds the change as the lack of that does: it never just continues. */
const AWAITS = "awaits-approval";
export const CustomerLine = Concerned.extend({ onObjection: z.enum([...OnObjection.options, AWAITS]) })
  .strict()
  .refine(({ authorisation, onObjection }) => onObjection !== (authorisation === "specific" ? "continues" : AWAITS));

/** A customer as a pack says it, and back. */
export const customerLine = (customer: Concerned): z.infer<typeof CustomerLine> => {
  const { authorisation, onObjection } = customer;
  return {
    ...customer,
    onObjection: authorisation === "specific" && onObjection === "continues" ? AWAITS : onObjection,
  };
};
export const customerOf = ({ onObjection, ...line }: z.infer<typeof CustomerLine>): Concerned => ({
  ...line,
  onObjection: onObjection === AWAITS ? "continues" : onObjection,
});

/** What the hash of a mail is made of. */
export const MailFile = FrozenMail.pick({ html: true, subject: true, text: true }).strict();

export const NoticeLine = NoticeEvidence.extend({
  about: z
    .strictObject({
      was: ResponseKind.optional(),
      text: z.unknown().optional(),
      changes: z.array(z.string()).optional(),
      response: z.string().optional(),
      days: z.unknown().optional(),
      customers: z.array(z.string()).optional(),
    })
    .nullable(),
  /** Each with its place in the pack. */
  mails: z.array(z.strictObject({ file: z.string(), line: z.int().optional(), ...MailEvidence.shape })),
}).strict();

export const DeliveryLine = DeliveryEvidence.extend({ events: z.array(DeliveryStep.strict()).min(1) }).strict();

export const ReportLine = DeliveryReport.strict();

export const ResponseLine = ResponseEvidence.strict();

export const EntryContent = AuditEntry.omit({ previousHash: true, hash: true })
  .extend({ data: z.record(z.string(), z.unknown()) })
  .strict();
