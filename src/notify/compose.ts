import type { Deps } from "../deps.ts";
import type { Subscriber } from "../registry/followers.ts";
import { getOrganisation } from "../registry/organisation.ts";
import type { Organisation } from "../registry/organisation-document.ts";
import type { Locale } from "../registry/text.ts";
import { signToken } from "../registry/token.ts";
import { addressed, type Mail, noticeHeaders } from "./mail/index.ts";
import type { OutgoingMail } from "./mailer.ts";
import type { Batch } from "./prepare.ts";
import { frozenMail, type Notice } from "./write.ts";

/** The mails of a notice to these people, in their order: each in its reader's language, with its reader's own links. */
export async function compose(deps: Deps, batch: Batch, notice: Notice, people: Subscriber[]): Promise<OutgoingMail[]> {
  const organisation = await getOrganisation(deps.db);
  const written = new Map<Locale, Mail>();
  for (const { locale } of people) {
    if (!written.has(locale)) written.set(locale, await frozenMail(deps, notice, locale));
  }
  return people.flatMap((subscriber) => {
    const mail = written.get(subscriber.locale);
    return mail ? [composeOne(deps, batch, notice, organisation, subscriber, mail)] : [];
  });
}

function composeOne(
  { config: { tokenSecret, publicUrl, mailFrom } }: Deps,
  batch: Batch,
  notice: Notice,
  organisation: Organisation,
  subscriber: Subscriber,
  mail: Mail,
): OutgoingMail {
  const purpose = notice.kind === "confirmation" ? "confirm" : "subscription";
  // Made from the time of the request, not of the attempt: the 48 hours are the reader's, not the queue's.
  const token = signToken(tokenSecret, purpose, subscriber.id, notice.createdAt);
  return {
    from: mailFrom,
    to: subscriber.email,
    ...addressed(mail, token),
    ...(organisation.privacyEmail ? { replyTo: organisation.privacyEmail } : {}),
    headers: noticeHeaders({ kind: notice.kind, organisation, publicUrl, token }),
    tags: [
      { name: "notice", value: notice.id },
      { name: "batch", value: batch.id },
    ],
  };
}
