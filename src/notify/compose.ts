import type { Deps } from "../deps.ts";
import { NOTICE_KINDS } from "../model/notice.ts";
import { signToken } from "../model/token.ts";
import { getOrganisation } from "../registry/log/organisation.ts";
import { noticeHeaders } from "./mail/headers.ts";
import { RESPOND, TOKEN } from "./mail/mail.ts";
import { BATCH, fill, type Template, TO, templateOf } from "./template.ts";
import { frozenMail, type Notice, type Reader, variantOf } from "./write.ts";

/** A recipient of a batch. Without a subscriber it is the organisation itself. */
export type Recipient = { deliveryId: string; subscriberId: string | null; email: string; reader: Reader };

export type Compose = ReturnType<typeof composer>;

/** Enough for every language and every contract of a notice to thousands; small enough to keep. */
const TEMPLATES_KEPT = 50;

const [OPEN, COMMA, CLOSE] = ["[", ",", "]"].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

/**
 * Writes the requests to the provider. A mail is made once for all who read the same, and kept while sending goes on:
 * what differs between recipients is their address and their links.
 */
export function composer() {
  const templates = new Map<string, Template>();

  async function templateFor(deps: Deps, notice: Notice, reader: Reader): Promise<Template> {
    const key = `${notice.id} ${reader.locale} ${variantOf(reader)}`;
    const known = templates.get(key);
    if (known) return known;
    const template = await write(deps, notice, reader);
    if (templates.size >= TEMPLATES_KEPT) templates.clear();
    templates.set(key, template);
    return template;
  }

  /** The body of the request that sends a notice to these people, in their order. */
  const compose = async (
    deps: Deps,
    batchId: string,
    notice: Notice,
    people: readonly Recipient[],
  ): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for (const { deliveryId, subscriberId, email, reader } of people) {
      const template = await templateFor(deps, notice, reader);
      const filling = {
        [TO]: email,
        [BATCH]: batchId,
        [TOKEN]: subscriberId === null ? "" : linkToken(deps, notice, subscriberId),
        [RESPOND]: signToken(deps.config.tokenSecret, "respond", deliveryId, notice.createdAt),
      };
      pieces.push(COMMA, ...fill(template, filling));
    }
    return Buffer.concat([OPEN, ...pieces.slice(1), CLOSE]);
  };
  // After a transaction that was undone: a mail that was frozen in it is on no record, and must be written again.
  return Object.assign(compose, { forget: () => templates.clear() });
}

// Made from the time of the request, not of the attempt: the 48 hours are the reader's, not the queue's.
function linkToken({ config }: Deps, { kind, createdAt }: Notice, subscriberId: string): string {
  const purpose = NOTICE_KINDS[kind].until === "confirmed" ? "confirm" : "subscription";
  return signToken(config.tokenSecret, purpose, subscriberId, createdAt);
}

async function write(deps: Deps, notice: Notice, reader: Reader): Promise<Template> {
  const organisation = await getOrganisation(deps.db);
  const { subject, text, html } = await frozenMail(deps, notice, reader);
  const { publicUrl, mailFrom } = deps.config;
  return templateOf({
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
  });
}
