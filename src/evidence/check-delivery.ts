import { arrived, type ChainedDelivery, statesWhere } from "../model/people/delivery.ts";
import { kindsWhere } from "../model/people/notice.ts";
import { hashEmail } from "../model/values/hash.ts";
import { eventLink, instant, owedLink } from "./chain.ts";
import { firstDifference } from "./fault.ts";
import type { Addressed, Delivery, Report } from "./records.ts";

/** What can be wrong with a delivery. Null: nothing. */

/** What is told to the organisation itself, at its own address. */
const ORGANISATION_KINDS = kindsWhere(({ to }) => to === "organisation");

export function deliveryFault(delivery: Delivery): string | null {
  let link = owedLink(delivery);
  for (const [index, event] of delivery.events.entries()) {
    link = eventLink(link, event);
    if (event.hash !== link) return `step ${index + 1} (${event.state}) is not what its chain says`;
  }
  const { chain, state, stateAt, cause, emailId, events, reports, address, notice } = delivery;
  const last = events.at(-1) ?? { state: "pending", at: delivery.owedAt, cause: null };
  const brought = events.findLast((event) => event.emailId !== null);
  const fault = firstDifference([
    [link, chain, "its chain ends elsewhere: what was owed, or a step, was changed or taken away"],
    [last.state, state, `its state is ${state}; its last step came to ${last.state}`],
    [last.at, stateAt, "the time of its state is not that of its last step"],
    [last.cause, cause, "the cause of its state is not that of its last step"],
    [brought?.emailId, emailId, "its mail's id is not the one its steps brought"],
  ]);
  if (fault) return fault;
  if (notice === null) return "it is of a notice that is not here, or of none";
  // Everybody else's address is the person's.
  if (address !== null && !ORGANISATION_KINDS.includes(notice.kind))
    return "it has an address of its own, and is not to the organisation";
  return reportFault(delivery, reports);
}

/** The states that the provider reports, in the order in which each goes beyond the one before. */
const REPORTED = statesWhere(({ isReported }) => isReported);

function reportFault(delivery: ChainedDelivery, reports: readonly Report[]): string | null {
  const { events, state } = delivery;
  const unreported = events.find(
    (event) =>
      REPORTED.includes(event.state) &&
      !reports.some(
        ({ type, receivedAt, detail, emailId }) =>
          type === `email.${event.state}` &&
          instant(receivedAt) === event.at &&
          detail === event.cause &&
          emailId === event.emailId,
      ),
  );
  if (unreported) return `no report of the provider says that it was ${unreported.state} at ${unreported.at}`;
  const reopenedAt = events.findLast((event) => event.state === "pending")?.at ?? "";
  const reached = reports
    .filter((report) => isOfItsMail(report, delivery, reopenedAt))
    .map(({ type }) => REPORTED.findIndex((each) => type === `email.${each}`));
  const last = Math.max(...reached, -1);
  return last > REPORTED.indexOf(state) ? `the provider reported it ${REPORTED[last]}, and it is ${state}` : null;
}

/** Whether a report is of the mail that a delivery's state is of: it may have been sent again. That any came counts. */
function isOfItsMail({ type, emailId, receivedAt }: Report, delivery: ChainedDelivery, reopenedAt: string): boolean {
  if (REPORTED.some((each) => arrived(each) && type === `email.${each}`)) return true;
  if ((instant(receivedAt) ?? "") <= reopenedAt) return false;
  if (emailId === null || delivery.emailId === null) return true;
  return (delivery.state === "pending") !== (delivery.emailId === emailId);
}

/** That somebody is who a keyed hash says. Without the secret, or an address, that cannot be checked. */
export function recipientFault({ emailHash, recipient }: Addressed, secret: string | undefined): string | null {
  if (recipient === null) return null;
  if (recipient.emailHash !== emailHash) return "it names another person than its hash";
  if (secret === undefined || recipient.email === null) return null;
  return hashEmail(secret, recipient.email) === emailHash ? null : "its address is not that of its hash";
}

/** What a column of JSON holds is what its type says only as long as nobody else writes it. */
export const areTexts = (customers: unknown): boolean =>
  customers === null || (Array.isArray(customers) && customers.every((each) => typeof each === "string"));
