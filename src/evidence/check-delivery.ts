import { createHash, type Hash } from "node:crypto";
import type { ChainedDelivery } from "../model/delivery.ts";
import { hashEmail } from "../model/hash.ts";
import { kindsWhere, type NoticeKind } from "../model/notice.ts";
import { eventLink, owedLink } from "./chain.ts";
import { ANSWER_KINDS } from "./check-notice.ts";
import type { Logged, LoggedNotice } from "./logged.ts";
import type { Delivery, Notice, Recipient, Report } from "./records.ts";
import { instant } from "./times.ts";

/** What can be wrong with a delivery, and with what a notice owes. Null: nothing. */

export function deliveryFault(delivery: Delivery): string | null {
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
  return reportFault(delivery, delivery.reports);
}

/** The states that the provider reports, in the order in which each goes beyond the one before. */
const ENDS = ["delivered", "bounced", "complained"];

function reportFault({ events, state }: ChainedDelivery, reports: readonly Report[]): string | null {
  const unreported = events.find(
    (event) =>
      ENDS.includes(event.state) &&
      !reports.some(
        ({ type, receivedAt, detail, emailId }) =>
          type === `email.${event.state}` &&
          instant(receivedAt) === event.at &&
          detail === event.cause &&
          emailId === event.emailId,
      ),
  );
  if (unreported) return `no report of the provider says that it was ${unreported.state} at ${unreported.at}`;
  const reached = Math.max(...reports.map(({ type }) => ENDS.indexOf(type.replace("email.", ""))), -1);
  return reached > ENDS.indexOf(state) ? `the provider reported it ${ENDS[reached]}, and it is ${state}` : null;
}

/** What is told to the organisation itself, at its own address. */
const ORGANISATION_KINDS = kindsWhere(({ to }) => to === "organisation");

/** A delivery has an address of its own only where it goes to the organisation: everybody else's is the person's. */
export function addressFault(kind: NoticeKind, address: string | null): string | null {
  if (address === null || ORGANISATION_KINDS.includes(kind)) return null;
  return "it has an address of its own, and is not to the organisation";
}

/** That somebody is who a keyed hash says. Without the secret, or an address, that cannot be checked. */
export function recipientFault(
  emailHash: string,
  recipient: Recipient | null,
  secret: string | undefined,
): string | null {
  if (recipient === null) return null;
  if (recipient.emailHash !== emailHash) return "it names another person than its hash";
  if (secret === undefined || recipient.email === null) return null;
  return hashEmail(secret, recipient.email) === emailHash ? null : "its address is not that of its hash";
}

/**
 * Whether the deliveries of each notice are those that were owed. Of a notice to readers the log says how many there
 * were, and the hash of their first links; a notice of an answer owes one, its receipt to whoever gave it.
 */
export function owedDeliveries(logged: Logged) {
  const counted = new Map<string, { links: Hash; deliveries: number }>();
  const ofAnswers = new Map<string, { notice: Notice; emailHashes: string[] }>();
  return {
    addNotice(notice: Notice): void {
      if (ANSWER_KINDS.includes(notice.kind)) ofAnswers.set(notice.id, { notice, emailHashes: [] });
    },
    /** Takes deliveries in the order of their ids. */
    add(delivery: Pick<ChainedDelivery, "id" | "noticeId" | "emailHash" | "customers">): void {
      const { noticeId, emailHash } = delivery;
      ofAnswers.get(noticeId)?.emailHashes.push(emailHash);
      if (!logged.owed.has(noticeId)) return;
      const count = counted.get(noticeId) ?? { links: createHash("sha256"), deliveries: 0 };
      count.links.update(`${owedLink(delivery)}\n`);
      count.deliveries += 1;
      counted.set(noticeId, count);
    },
    /** Call once, after the last delivery. */
    readersFault({ notice, deliveries: owed, sha256: recorded }: LoggedNotice): string | null {
      const { links, deliveries } = counted.get(notice) ?? { links: createHash("sha256"), deliveries: 0 };
      if (deliveries !== owed) return `${owed} deliveries were owed; here are ${deliveries}`;
      return links.digest("hex") === recorded ? null : "its deliveries are not those that were owed";
    },
    *answersFaults(): Generator<{ id: string; reason: string }> {
      for (const [id, { notice, emailHashes }] of ofAnswers) {
        const answer = logged.responses.get(notice.about?.response ?? "");
        if (emailHashes.length !== 1) yield { id, reason: `1 delivery was owed; here are ${emailHashes.length}` };
        else if (notice.kind === "receipt" && answer?.emailHash !== emailHashes[0])
          yield { id, reason: "its delivery is not to whoever answered" };
      }
    },
  };
}
