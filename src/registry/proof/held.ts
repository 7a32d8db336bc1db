import { asc, eq, getTableColumns, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { texts, uuids } from "../../db/json.ts";
import { atOneMoment } from "../../db/reading.ts";
import {
  auditLog,
  contacts,
  customers,
  deliveries,
  formerWords,
  proposedContacts,
  responses,
  signups,
  subscribers,
  suppressions,
} from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { dataOf } from "../../evidence/check-entry.ts";
import type { Held } from "../../model/people/held.ts";
import { RecordedResponse } from "../../model/people/response.ts";
import { found } from "../../model/values/refusal.ts";
import { auditEntries } from "../log/audit.ts";
import { deliveryRecords } from "./stored-deliveries.ts";

/**
 * Everything that is held about a person (GDPR Art. 15), as it is at one moment; also what is kept by the keyed hash of
 * their address. Refuses: not-found.
 */
export function heldOf({ db, clock }: Deps, id: string): Promise<Held> {
  return atOneMoment(db, async (tx) => {
    const person = found(await tx.select().from(subscribers).where(eq(subscribers.id, id)), "subscriber");
    const { emailHash } = person;
    const [suppression] = await tx.select().from(suppressions).where(eq(suppressions.emailHash, emailHash));
    const answers = await tx
      .select(columnsOf(responses, RecordedResponse))
      .from(responses)
      .where(or(eq(responses.subscriberId, id), eq(responses.emailHash, emailHash)))
      .orderBy(asc(responses.answeredAt), asc(responses.id));
    const subjects = [
      `subscriber:${id}`,
      ...answers.map((response) => `response:${response.id}`),
      ...(suppression ? [`suppression:${suppression.id}`] : []),
    ];
    return {
      exportedAt: clock.now(),
      subscriber: person,
      contactOf: await tx
        .select({ externalId: customers.externalId, name: customers.name })
        .from(contacts)
        .innerJoin(customers, eq(customers.id, contacts.customerId))
        .where(eq(contacts.subscriberId, id))
        .orderBy(asc(customers.externalId)),
      proposedFor: await tx
        .select(getTableColumns(proposedContacts))
        .from(proposedContacts)
        .where(eq(proposedContacts.subscriberId, id))
        .orderBy(asc(proposedContacts.customer)),
      requests: await tx
        .select()
        .from(signups)
        .where(eq(signups.emailHash, emailHash))
        .orderBy(asc(signups.requestedAt), asc(signups.id)),
      suppression: suppression ?? null,
      deliveries: await deliveriesTo(tx, person),
      responses: answers,
      formerWords: await tx
        .select({ response: formerWords.responseId, words: formerWords.words })
        .from(formerWords)
        .where(sql`${formerWords.responseId} in ${uuids(answers.map((each) => each.id))}`)
        .orderBy(asc(formerWords.responseId), asc(formerWords.sha256)),
      log: await entriesAbout(tx, subjects, `subscriber:${id}`),
    };
  });
}

async function deliveriesTo(tx: Db, { id, emailHash }: { id: string; emailHash: string }) {
  const held: Held["deliveries"] = [];
  const isTheirs = or(eq(deliveries.subscriberId, id), eq(deliveries.emailHash, emailHash));
  for await (const { events, notice, ...delivery } of deliveryRecords(tx, undefined, isTheirs))
    if (notice) held.push({ ...delivery, kind: notice.kind, changeSet: notice.changeSet, steps: events });
  return held.sort((a, b) => (a.owedAt < b.owedAt ? -1 : 1));
}

/** What the log says of any of these, and what this actor has done. */
async function entriesAbout(tx: Db, subjects: readonly string[], actor: string): Promise<Held["log"]> {
  const isAbout = or(sql`${auditLog.subject} in ${texts(subjects)}`, eq(auditLog.actor, actor));
  const log: Held["log"] = [];
  for await (const entry of auditEntries(tx, isAbout)) log.push({ ...entry, data: dataOf(entry) });
  return log;
}
