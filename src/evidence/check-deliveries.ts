import { createHash, type Hash } from "node:crypto";
import { sha256 } from "../model/hash.ts";
import type { OwedSaid, Said } from "./audit-walk.ts";
import { type ChainedDelivery, eventLink, owedLink } from "./chain.ts";

/** What can be wrong with a delivery, and with what a notice owes. Null: nothing. */

/** What the provider reported of a delivery that says how it ended. */
export type Report = { type: string; emailId: string | null; receivedAt: string; detail: string | null };

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
        ({ type, receivedAt, detail, emailId }) =>
          type === `email.${event.state}` &&
          receivedAt === event.at &&
          detail === event.cause &&
          emailId === event.emailId,
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
