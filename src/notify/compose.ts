import type { Deps } from "../deps.ts";
import { NOTICE_KINDS } from "../model/notice.ts";
import type { Organisation } from "../model/organisation-document.ts";
import { signToken } from "../model/token.ts";
import { noticeHeaders } from "./mail/headers.ts";
import { RESPOND, TOKEN } from "./mail/mail.ts";
import { BATCH, fill, type OutgoingMail, type Template, TO, templateOf } from "./template.ts";
import { frozenMail, type Notice, type Reader, variantOf } from "./write.ts";

/** A recipient of a batch. Without a subscriber it is the organisation itself. */
export type Recipient = { deliveryId: string; subscriberId: string | null; email: string; reader: Reader };

const [OPEN, COMMA, CLOSE] = ["[", ",", "]"].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

/**
 * The body of the request that sends a notice to these people, in their order. A mail is read once for all who read the
 * same: what differs between them is their address and their links.
 */
export async function compose(
  deps: Deps,
  organisation: Organisation,
  batchId: string,
  notice: Notice,
  people: readonly Recipient[],
): Promise<Buffer> {
  const templates = new Map<string, Template>();
  const pieces: Buffer[] = [];
  for (const { deliveryId, subscriberId, email, reader } of people) {
    const variant = `${reader.locale} ${variantOf(reader)}`;
    const template = templates.get(variant) ?? templateOf(await outgoing(deps, organisation, notice, reader));
    templates.set(variant, template);
    const filling = {
      [TO]: email,
      [BATCH]: batchId,
      [TOKEN]: subscriberId === null ? "" : linkToken(deps, notice, subscriberId),
      [RESPOND]: signToken(deps.config.tokenSecret, "respond", deliveryId, notice.createdAt),
    };
    pieces.push(COMMA, ...fill(template, filling));
  }
  return Buffer.concat([OPEN, ...pieces.slice(1), CLOSE]);
}

// Made from the time of the request, not of the attempt: the 48 hours are the reader's, not the queue's.
function linkToken({ config }: Deps, { kind, createdAt }: Notice, subscriberId: string): string {
  const purpose = NOTICE_KINDS[kind].until === "confirmed" ? "confirm" : "subscription";
  return signToken(config.tokenSecret, purpose, subscriberId, createdAt);
}

async function outgoing(deps: Deps, organisation: Organisation, notice: Notice, reader: Reader): Promise<OutgoingMail> {
  const { subject, text, html } = await frozenMail(deps, organisation, notice, reader);
  const { publicUrl, mailFrom } = deps.config;
  return {
    from: mailFrom,
    to: TO,
    subject,
    text,
    html,
    ...(organisation.privacyEmail ? { reply_to: organisation.privacyEmail } : {}),
    headers: noticeHeaders({ ...notice, organisation, publicUrl }),
    tags: [
      { name: "notice", value: notice.id },
      { name: "batch", value: BATCH },
    ],
  };
}
