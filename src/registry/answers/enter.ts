import { and, eq, sql } from "drizzle-orm";
import { concernedCustomers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { waitingIn } from "../../model/change/say.ts";
import { shareOf } from "../../model/change/share.ts";
import type { RecordedResponse, Response, ResponseChannel } from "../../model/people/response.ts";
import { dayOf, type IsoDate } from "../../model/values/dates.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { refuseAuthor } from "../changes/announced/another-person.ts";
import { getChangeSet } from "../changes/change-sets.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { shareOfCustomer } from "../log/parts.ts";
import { contactsOf } from "./contacts.ts";
import { isOpenObjection, refuseApprovalAfterwards, refuseWithoutWords } from "./given.ts";
import { earlierAnswer, isRecorded, recordAnswer } from "./record.ts";
import { getResponse } from "./responses.ts";
import { waitedOn } from "./waited.ts";

/** An answer of a customer that came otherwise than by the link of a notice. */
type Entered = Pick<RecordedResponse, "changeSet" | "kind" | "text"> & {
  customer: string;
  channel: ResponseChannel;
  receivedOn: IsoDate;
};

/**
 * Records an answer of a customer that came otherwise than by a link: in time if it came by the customer's last day to
 * object, or while what it may object to until the effect had no day, whatever has become of that since. Each customer has
 * one such position in time, and one late, which a second one edits, and a question of each letter. Its contacts get a receipt.
 * Refuses: invalid-request, not-found, not-announced; approval-required, of an approval and of what takes an objection's place,
 * to the authors of the set where four eyes are asked for.
 */
export function enterResponse(deps: Deps, actor: Actor, entered: Entered): Promise<Response> {
  return writeRegistry(deps, actor, async (w) => {
    const { changeSet, customer, receivedOn } = entered;
    refuseWithoutWords(entered);
    const set = await getChangeSet(w, changeSet);
    if (set.announcedAt === null || set.state === "withdrawn")
      throw new Refusal("not-announced", `Change set ${changeSet} is not announced.`);
    refuseApprovalAfterwards(set, entered);
    if (receivedOn > w.today) throw refuseField("invalid-request", "/receivedOn", "must not be a day to come");
    if (receivedOn < dayOf(w.calendar, set.announcedAt))
      throw refuseField("invalid-request", "/receivedOn", "must not be before the day of the announcement");
    const [concerned] = await w.db
      .select({ until: concernedCustomers.lastDayToObjectOn, term: concernedCustomers.objectUntilEffect })
      .from(concernedCustomers)
      .where(and(eq(concernedCustomers.changeSet, changeSet), eq(concernedCustomers.externalId, customer)))
      // One that came to use more has several: it may answer until the last of its days.
      .orderBy(sql`${concernedCustomers.lastDayToObjectOn} desc nulls last`)
      .limit(1);
    if (!concerned)
      throw refuseField("invalid-request", "/customer", "must be a customer whom the change set concerns");
    const share = await shareOfCustomer(w.db, changeSet, customer);
    const theirs = shareOf(set, share, w.today);
    // Whoever may object until the effect may for as long as that has no day: on the day that the answer came.
    const hadNoDay = concerned.term !== null && (await waitedOn(w, changeSet, waitingIn(theirs), receivedOn));
    const late = concerned.until !== null && receivedOn > concerned.until && !hadNoDay;
    const given = { ...entered, onBehalfOf: null, emailHash: null, subscriberId: null, late, waiting: false };
    const earlier = await earlierAnswer(w.db, given);
    if (earlier && (await isRecorded(w.db, earlier, given))) return getResponse(w, earlier.id);
    // It lets go what waits for the customer, as going on without its approval does.
    if (given.kind === "approved" || (earlier && isOpenObjection(earlier) && given.kind !== "objected"))
      refuseAuthor(w, set, "enter what lets it go on", "/kind");
    return getResponse(w, await recordAnswer(w, earlier, given, await contactsOf(w, customer)));
  });
}
