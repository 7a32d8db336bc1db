import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "../../db/client.ts";
import { uuids } from "../../db/json.ts";
import {
  batches,
  changeSets,
  changes,
  contacts,
  deliveries,
  formerWords,
  mails,
  notices,
  providerEvents,
  responses,
  subscribers,
  suppressions,
} from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { keepingOf, type Organisation } from "../../model/organisation-document.ts";
import { ENDED } from "../../model/people/ended.ts";
import { type IsoDate, yearsBefore } from "../../model/values/dates.ts";
import { ERASED } from "../../model/values/erased.ts";
import { hashOfText } from "../../model/values/hash.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { isAwaiting } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { erase } from "./erase.ts";

/** How many of each the minute's run takes at most: the registry's lock is held for as long. */
const AT_ONCE = { deliveries: 1000, responses: 100, people: 100 };

/**
 * Erases people from what is older than the organisation keeps them (GDPR Art. 5(1)(e)), some at a time: from deliveries and
 * responses, of which numbers and hashes stay, and those who have left. Safe to call at any time, from anywhere.
 */
export async function endRetention(deps: Deps): Promise<void> {
  const { organisation, today } = await organisationToday(deps);
  const due = dueBy(deps.db, organisation, { now: deps.clock.now(), today });
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const found = [
    await due.notice(),
    ...(await due.responses()),
    ...(await due.people()),
    ...(await due.suppressions()),
  ];
  if (found.every((each) => each === undefined)) return;
  await writeRegistry(deps, "system", async (w) => {
    const theirs = dueBy(w.db, w.organisation, w);
    const notice = await theirs.notice();
    if (notice) await forgetDeliveries(w, notice.id);
    for (const response of await theirs.responses()) await forgetResponse(w, response);
    const people = await theirs.people();
    await erase(w, people);
    for (const { id } of people) w.audit("subscriber.forgotten", id);
    for (const { id } of await theirs.suppressions()) {
      await w.db.delete(suppressions).where(eq(suppressions.id, id));
      w.audit("suppression.forgotten", id);
    }
  });
}

/** What is over its time: the oldest notice with somebody in it, and some responses, people and suppressions. */
function dueBy(db: Db, organisation: Organisation, { now, today }: { now: Date; today: IsoDate }) {
  const { evidenceYears, responseYears } = keepingOf(organisation);
  const isOver = (column: AnyPgColumn, years: number | undefined) =>
    years === undefined ? sql`false` : lt(column, yearsBefore(now, years));
  // What is to come, or waits for approvals, is answered still.
  const { state, effectiveOn, number } = changeSets;
  const { plannedOn, postponedTo } = changes;
  const isSettled = (changeSet: AnyPgColumn) => sql`not exists (
    select 1 from ${changeSets} join ${changes} on ${changes.changeSet} = ${number}
    where ${number} = ${changeSet} and ${state} = 'announced' and (
      coalesce(${postponedTo}, ${plannedOn}, ${effectiveOn}) >= ${today} or ${isAwaiting}))`;
  const isContact = sql`exists (select 1 from ${contacts} where ${contacts.subscriberId} = ${subscribers.id})`;
  const isKnown = sql`exists (select 1 from ${subscribers} where ${subscribers.emailHash} = ${suppressions.emailHash})`;
  return {
    notice: async () => {
      const old = and(isNull(notices.forgottenAt), isOver(notices.createdAt, evidenceYears));
      const settled = or(isNull(notices.changeSet), isSettled(notices.changeSet));
      const rows = db.select({ id: notices.id }).from(notices).where(and(old, settled));
      const [oldest] = await rows.orderBy(asc(notices.createdAt)).limit(1);
      return oldest;
    },
    responses: () =>
      db
        .select()
        .from(responses)
        .where(
          and(
            isOver(responses.answeredAt, responseYears),
            ...[responses.editedAt, responses.resolvedAt].map((at) => or(isNull(at), isOver(at, responseYears))),
            or(isNull(responses.emailHash), sql`not starts_with(${responses.emailHash}, ${ENDED})`),
            isSettled(responses.changeSet),
          ),
        )
        .orderBy(asc(responses.answeredAt), asc(responses.id))
        .limit(AT_ONCE.responses),
    people: () =>
      db
        .select({ id: subscribers.id })
        .from(subscribers)
        .where(
          and(
            eq(subscribers.status, "unsubscribed"),
            isNotNull(subscribers.unsubscribedAt),
            isOver(subscribers.unsubscribedAt, evidenceYears),
            sql`not ${isContact}`,
          ),
        )
        .limit(AT_ONCE.people),
    suppressions: () =>
      db
        .select({ id: suppressions.id })
        .from(suppressions)
        .where(and(isOver(suppressions.since, evidenceYears), sql`not ${isKnown}`))
        .limit(AT_ONCE.people),
  };
}

/** Takes people out of some deliveries of a notice; in their place stands the first link of the delivery's chain. */
async function forgetDeliveries({ db, now, audit }: Locked, notice: string): Promise<void> {
  const isOfSomebody = sql`${deliveries.noticeId} = ${notice} and ${deliveries.address} is null
    and not starts_with(${deliveries.emailHash}, ${ENDED})`;
  const some = await db.select({ id: deliveries.id }).from(deliveries).where(isOfSomebody).limit(AT_ONCE.deliveries);
  const ids = uuids(some.map(({ id }) => id));
  const { id, noticeId, emailHash, customers } = deliveries;
  await db.execute(sql`
    update ${deliveries} set subscriber_id = null,
      email_hash = ${ENDED} || chain_of_owed(${id}, ${noticeId}, ${emailHash}, ${customers})
    where ${id} in ${ids}`);
  await db.update(providerEvents).set({ emailHash: null }).where(sql`${providerEvents.deliveryId} in ${ids}`);
  if (some.length > 0) audit("notice.forgotten", notice, { deliveries: some.length });
  if (some.length === AT_ONCE.deliveries) return;
  await db
    .update(batches)
    .set({ body: null })
    .where(and(eq(batches.noticeId, notice), eq(batches.state, "uncertain")));
  await db.update(notices).set({ forgottenAt: now }).where(eq(notices.id, notice));
}

/** Takes whoever answered, and the words, out of a response and out of the mails that quote it. */
async function forgetResponse({ db, audit }: Locked, response: typeof responses.$inferSelect): Promise<void> {
  const { id } = response;
  const erased = (text: string | null) => text && ERASED;
  const left = {
    text: erased(response.text),
    onBehalfOf: erased(response.onBehalfOf),
    outcomeNote: erased(response.outcomeNote),
  };
  await db
    .update(responses)
    .set({ ...left, subscriberId: null, emailHash: `${ENDED}${id}` })
    .where(eq(responses.id, id));
  await db.delete(formerWords).where(eq(formerWords.responseId, id));
  const quoting = db.select({ id: notices.id }).from(notices).where(sql`${notices.about} ->> 'response' = ${id}`);
  const words = { subject: ERASED, text: ERASED, html: ERASED };
  await db.update(mails).set(words).where(inArray(mails.noticeId, quoting));
  await db
    .update(batches)
    .set({ body: null })
    .where(and(inArray(batches.noticeId, quoting), eq(batches.state, "uncertain")));
  audit("response.forgotten", id, {
    text: hashOfText(left.text),
    onBehalfOf: hashOfText(left.onBehalfOf),
    outcomeNote: hashOfText(left.outcomeNote),
  });
}
