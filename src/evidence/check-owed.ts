import { createHash } from "node:crypto";
import type { ChainedDelivery } from "../model/people/delivery.ts";
import { hasEnded } from "../model/people/ended.ts";
import { ABOUT_RESPONSES } from "../model/people/notice.ts";
import { owedLink } from "./chain.ts";
import { isWhose } from "./check-response.ts";
import { firstDifference } from "./fault.ts";
import type { LogContents, LoggedNotice, LoggedResponse } from "./log-contents.ts";
import type { Notice } from "./records.ts";

/**
 * Whether everything that was owed is there, and nothing else. Of a notice to readers the log says how many deliveries
 * there were, and the hash of their first links. An answer owes a receipt whenever it is given or edited; one that an
 * operator entered owes as many as the log says. Each notice of an answer owes one delivery.
 */
export function countOwed(log: LogContents) {
  const receipts = new Map<string, number>();
  const ofAnswers = new Map<string, Notice>();
  const counted = new Map<string, { links: ReturnType<typeof createHash>; count: number; emailHash: string | null }>();
  const deliveriesOf = (notice: string) =>
    counted.get(notice) ?? { links: createHash("sha256"), count: 0, emailHash: null };
  /** How many deliveries of a notice are here that are nobody's any more. */
  const forgotten = new Map<string, number>();
  return {
    ofAnswers,
    forgotten,
    forgottenFault(notice: string, count: number): string | null {
      const logged = log.forgotten.get(notice) ?? 0;
      return logged === count ? null : `${logged} of its deliveries were to be nobody's any more; here are ${count}`;
    },
    addNotice(notice: Notice): void {
      const { id, kind, about } = notice;
      if (ABOUT_RESPONSES.includes(kind)) ofAnswers.set(id, notice);
      if (kind === "receipt" && about?.response) receipts.set(about.response, (receipts.get(about.response) ?? 0) + 1);
    },
    /** Takes deliveries in the order of their ids. */
    addDelivery(delivery: Pick<ChainedDelivery, "id" | "noticeId" | "emailHash" | "customers">): void {
      const { noticeId, emailHash } = delivery;
      if (hasEnded(emailHash) || log.forgotten.has(noticeId))
        forgotten.set(noticeId, (forgotten.get(noticeId) ?? 0) + (hasEnded(emailHash) ? 1 : 0));
      if (!log.notices.has(noticeId) && !ofAnswers.has(noticeId)) return;
      const { links, count } = deliveriesOf(noticeId);
      links.update(`${owedLink(delivery)}\n`);
      counted.set(noticeId, { links, count: count + 1, emailHash });
    },
    /** Call it after the last notice. */
    receiptsFault(response: string, { receipts: owed }: LoggedResponse): string | null {
      const count = receipts.get(response) ?? 0;
      return owed === count ? null : `receipts owed: ${owed}; receipts here: ${count}`;
    },
    /** Call it once, after the last delivery. */
    readersFault({ notice, deliveries, sha256 }: LoggedNotice): string | null {
      const { links, count } = deliveriesOf(notice);
      return firstDifference([
        [deliveries, count, `${deliveries} deliveries were owed; here are ${count}`],
        [sha256, links.digest("hex"), "its deliveries are not those that were owed"],
      ]);
    },
    /** Call it after the last delivery. */
    answerFault({ id, kind, about }: Notice): string | null {
      const { count, emailHash } = deliveriesOf(id);
      // What an operator entered is of nobody: the customer's contacts get its receipts.
      const answered = kind === "receipt" ? log.responses.get(about?.response ?? "") : undefined;
      const isTheirs =
        !answered?.emailHash ||
        answered.isForgotten ||
        hasEnded(emailHash) ||
        isWhose(answered, { id: about?.response ?? "", emailHash });
      return firstDifference([
        [1, count, `1 delivery was owed; here are ${count}`],
        [true, isTheirs, "its delivery is not to whoever answered"],
      ]);
    },
  };
}
