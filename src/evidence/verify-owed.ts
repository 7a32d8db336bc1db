import type { z } from "@hono/zod-openapi";
import { hashEmail } from "../model/hash.ts";
import type { Said } from "./audit-walk.ts";
import { owedLink } from "./chain.ts";
import { deliveryFault, owedTally, type Report } from "./check-deliveries.ts";
import { responseFault } from "./check-responses.ts";
import { DeliveryLine, type NoticeLine, ReportLine, type ResponseLine } from "./formats.ts";
import { demand, lines, type Pack, refuseTwice, type Session, Wrong } from "./read-pack.ts";
import { verifyAnswerMails } from "./verify-told.ts";

/** What was owed to each recipient, what became of it, and what they answered. */

type Notice = z.infer<typeof NoticeLine>;

export function verifyDeliveries(
  pack: Pack,
  notices: readonly Notice[],
  number: number,
  said: Said,
  session: Session,
): void {
  const reported = lines(pack, "provider-events.json", ReportLine);
  refuseTwice("provider-events.json", reported, ({ id }) => id);
  const reports = Map.groupBy(reported, ({ deliveryId }) => deliveryId);
  const deliveries = lines(pack, "deliveries.json", DeliveryLine).sort((a, b) => (a.id < b.id ? -1 : 1));
  verifyOwed(deliveries, "deliveries.json", notices, reports, session);
  const tally = owedTally(said);
  for (const delivery of deliveries) tally.take(delivery);
  for (const owed of said.owed.values())
    if (owed.changeSet === number) demand(`deliveries.json, notice ${owed.notice}`, tally.fault(owed));
  verifyAnswerMails(notices, deliveries, "deliveries.json", number, said);
  const known = new Set(deliveries.map(({ id }) => id));
  for (const id of reports.keys())
    if (!known.has(id)) throw new Wrong("provider-events.json", `reports of a delivery that is not here: ${id}`);
  session.checked.push(`${deliveries.length} deliveries were owed, and came to these states by these steps`);
}

/** Each delivery by its own chain; in the order of their ids. Without `reports` the provider's are not there to check. */
export function verifyOwed(
  deliveries: readonly z.infer<typeof DeliveryLine>[],
  file: string,
  notices: readonly Notice[],
  reports: Map<string, Report[]> | null,
  { secret }: Session,
): void {
  const owedAtOf = new Map(notices.map(({ id, createdAt }) => [id, createdAt]));
  refuseTwice(file, deliveries, ({ id }) => id);
  for (const delivery of deliveries) {
    const where = `${file}, ${delivery.id}`;
    const { id, noticeId, owedAt, email, emailHash, customers, customer } = delivery;
    if (!owedAtOf.has(noticeId)) throw new Wrong(where, "is of a notice that is not here");
    if (owedAtOf.get(noticeId) !== owedAt) throw new Wrong(where, "was owed at another time than its notice");
    const [first, ...events] = delivery.events;
    const isFirst = first?.at === owedAt && first.state === "pending" && first.cause === "owed";
    if (!isFirst || first.emailId !== null || first.hash !== owedLink(delivery))
      throw new Wrong(where, "step 0 (owed) is not what its chain says");
    demand(where, deliveryFault({ ...delivery, events }, reports === null ? null : (reports.get(id) ?? [])));
    if (customer !== (customers?.join(", ") ?? null))
      throw new Wrong(where, "names another customer than it was owed for");
    if (secret !== undefined && email !== null && hashEmail(secret, email) !== emailHash)
      throw new Wrong(where, "its address is not that of its hash");
  }
}

export function verifyResponses(
  responses: readonly z.infer<typeof ResponseLine>[],
  file: string,
  number: number,
  said: Said,
  { checked, excepted, secret }: Session,
): void {
  refuseTwice(file, responses, ({ id }) => id);
  const missing = new Set([...said.responses].filter(([, { changeSet }]) => changeSet === number).map(([id]) => id));
  for (const response of responses) {
    missing.delete(response.id);
    const where = `${file}, ${response.id}`;
    demand(where, responseFault(response, said));
    const { id, email, emailHash } = response;
    if (secret !== undefined && email !== null && hashEmail(secret, email) !== emailHash)
      throw new Wrong(where, "its address is not that of its hash");
    if (said.responses.get(id)?.isRedacted) excepted.push(`${where}: something of its words was erased`);
  }
  for (const id of missing) throw new Wrong(`${file}, ${id}`, "is missing: the audit log knows it");
  checked.push(`${responses.length} responses say what was recorded`);
}
