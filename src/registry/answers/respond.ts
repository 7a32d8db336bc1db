import { and, asc, between, count, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import {
  concernedCustomers,
  contacts,
  customers,
  deliveries,
  notices,
  responses,
  subscribers,
} from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { heldAlone, heldByObjection, isAskedToApprove, openBeforeEffect } from "../../model/change/say.ts";
import { type Share, shareOf } from "../../model/change/share.ts";
import type { ContractTerms } from "../../model/people/contract-terms.ts";
import { isTooLate } from "../../model/people/last-day.ts";
import { RELIEVED, type RecordedResponse, type Response } from "../../model/people/response.ts";
import type { Subscriber } from "../../model/people/subscriber.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import type { LocalizedText } from "../../model/values/text.ts";
import { readToken } from "../../model/values/token.ts";
import { getChangeSet, type OperatorView } from "../changes/change-sets.ts";
import { writeRegistry } from "../log/frame.ts";
import { organisationToday } from "../log/organisation.ts";
import { partsOf, shareIn } from "../log/parts.ts";
import { EXEMPTED, isDecided } from "../owed/told.ts";
import { ownWords, refuseApprovalAfterwards, refuseWithoutWords } from "./given.ts";
import { earlierAnswer, isRecorded, recordAnswer } from "./record.ts";
import { responsesOf } from "./responses.ts";

/** A customer somebody answers for, on the terms it had when the set was announced. */
export type Party = {
  externalId: string;
  name: string;
  lastDayToObjectOn: IsoDate | null;
  /** Its own, in which that day ends; null: the organisation's. */
  timeZone: string | null;
  /** Objecting is open, though that day is over: until so many days before an effect that has no day; else null. */
  beforeEffect: number | null;
  /** Whether an answer now would be late. */
  isOver: boolean;
  /** Whether its contract asks for its approval of what waits. */
  isAsked: boolean;
  /** Whether that waits for it still. */
  isAwaited: boolean;
  authorisation: ContractTerms["authorisation"];
  /** What of it an objection now would hold, by the names of vendors, null where that is all; undefined: nothing. */
  heldByObjection: { only: string[] | null } | undefined;
  /** What its contract says that an objection leads to. */
  remedies: LocalizedText | null;
  /** When it was decided that the change does not apply to it; null where it was not. */
  exemptedAt: Date | null;
  /** Whether nobody has confirmed yet that the person answers for it: an approval of theirs waits for that. */
  isUnconfirmed: boolean;
};

/** What a link to respond opens: the change set, who was told of it, and whom they speak for. */
type Invitation = {
  /** With the changes that concern these customers, of a follower all. */
  changeSet: ChangeSetView;
  person: Subscriber;
  /** The customers that name the person as a contact; none for a follower. */
  parties: Party[];
  /** What the person has answered so far, and what was entered for these customers. */
  answers: Response[];
};

/** How often a person's answers to one change set are taken in a day: each sends mail. */
const ANSWERS_A_DAY = 20;
const DAY = 86_400_000;

/** What a link to respond was made for; null when it is not ours, or the person was erased. It never expires. */
export async function invitationOf(deps: Deps, token: string): Promise<Invitation | null> {
  const { db, config } = deps;
  const read = readToken(config.tokenSecret, "respond", token);
  if (!read) return null;
  const [told] = await db
    .select({ changeSet: notices.changeSet, person: subscribers })
    .from(deliveries)
    .innerJoin(notices, and(eq(notices.id, deliveries.noticeId), isNotNull(notices.changeSet)))
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(eq(deliveries.id, read.id));
  if (!told || told.changeSet === null) return null;
  const changeSet = await getChangeSet(deps, told.changeSet);
  const { parties, share } = await partiesOf(deps, changeSet, told.person.id);
  const customersOf = parties.map(({ externalId }) => externalId);
  const { today } = await organisationToday(deps);
  return {
    changeSet: shareOf(changeSet, share, today),
    person: told.person,
    parties,
    answers: await responsesOf(db, told.changeSet, told.person.emailHash, customersOf),
  };
}

/** Those who name the person now, and which changes concern them: whoever has left a customer no longer speaks for it. */
async function partiesOf(
  deps: Deps,
  set: OperatorView,
  subscriberId: string,
): Promise<{ parties: Party[]; share: Share }> {
  const { number, approvals } = set;
  const { externalId, name, part, lastDayToObjectOn, timeZone, objectUntil } = concernedCustomers;
  const { authorisation, onObjection, remedies } = concernedCustomers;
  const { objectUntilEffect: term } = concernedCustomers;
  const untilEffect = sql<
    number | null
  >`case when ${term} is not null then greatest((${term} ->> 'daysBefore')::integer, 1) end`;
  const isUnconfirmed = sql<boolean>`not ${contacts.confirmed}`;
  const { today } = await organisationToday(deps);
  const now = deps.clock.now();
  const rows = await deps.db
    .select({
      externalId,
      name,
      part,
      lastDayToObjectOn,
      timeZone,
      objectUntil,
      isUnconfirmed,
      authorisation,
      onObjection,
      remedies,
      untilEffect,
      isRelieved: isDecided(RELIEVED, concernedCustomers.changeSet, externalId),
      exemptedAt: sql<Date | null>`case when ${isDecided(EXEMPTED, concernedCustomers.changeSet, externalId)} then (
        select max(${responses.resolvedAt}) from ${responses} where ${responses.changeSet} = ${concernedCustomers.changeSet}
          and ${responses.customer} = ${externalId} and ${responses.outcome} = 'exempted') end`.mapWith(
        responses.resolvedAt,
      ),
    })
    .from(concernedCustomers)
    .innerJoin(customers, eq(customers.externalId, externalId))
    .innerJoin(contacts, eq(contacts.customerId, customers.id))
    .where(and(eq(concernedCustomers.changeSet, number), eq(contacts.subscriberId, subscriberId)))
    .orderBy(asc(name), asc(externalId), sql`${lastDayToObjectOn} desc nulls last`);
  // One that came to use more has several rows: it may answer until the last of its days.
  const parts = await partsOf(deps.db, number);
  const parties = [...Map.groupBy(rows, (row) => row.externalId).values()].flatMap((theirs) => {
    const terms = theirs.map((row) => {
      const concerned = shareOf(set, shareIn(parts, [row.part]), today);
      // Nobody's approval is asked of what brings them nothing new.
      const all = concerned.changes;
      if (row.lastDayToObjectOn === null) return { isAsked: false, held: [], all, before: null };
      const say = { ...row, untilEffect: row.untilEffect ?? undefined };
      return {
        isAsked: !row.isRelieved && isAskedToApprove(row, concerned, today),
        held: heldByObjection(say, concerned, today),
        all,
        before: isTooLate(row, { now, today }) ? openBeforeEffect(say, concerned) : null,
      };
    });
    return theirs
      .slice(0, 1)
      .map(({ part: _, onObjection: __, untilEffect: ___, isRelieved: ____, objectUntil, ...party }) => {
        const isAsked = terms.some((each) => each.isAsked);
        const held = terms.flatMap((each) => each.held);
        const only = heldAlone(
          held,
          terms.flatMap(({ all }) => all),
        );
        const beforeEffect = terms.flatMap(({ before }) => before ?? []).at(0) ?? null;
        return {
          ...party,
          beforeEffect,
          isOver: beforeEffect === null && isTooLate({ ...party, objectUntil }, { now, today }),
          isAsked,
          isAwaited: isAsked && approvals?.missing.includes(party.externalId) === true,
          heldByObjection: held.length > 0 ? { only } : undefined,
        };
      });
  });
  const share = shareIn(
    parts,
    rows.map((row) => row.part),
  );
  return { parties, share };
}

/** An answer as somebody gives it. `customer` is one of the parties; a follower has none, and may say for whom they speak. */
export type Answer = Pick<RecordedResponse, "kind" | "text" | "customer" | "onBehalfOf">;

/**
 * Records an answer, owes its receipt, and tells the organisation. A second answer edits the first, but a question stands
 * beside what else they answer and is open until it is answered; after the last day to
 * object a late answer is kept beside the timely one. The same answer again changes nothing, unless it is an objection or
 * a question that was resolved meanwhile. Refuses: invalid-request, not-found, not-announced, answered-too-often.
 */
export function respond(deps: Deps, token: string, answer: Answer): Promise<void> {
  return writeRegistry(deps, "public", async (w) => {
    const { db, now } = w;
    refuseWithoutWords(answer);
    const invitation = await invitationOf(w, token);
    if (!invitation) throw new Refusal("not-found", "This link was made for nothing that is here.");
    const { changeSet, person } = invitation;
    const { number } = changeSet;
    const { id: subscriberId, emailHash } = person;
    if (changeSet.state === "withdrawn") throw new Refusal("not-announced", `Change set ${number} is withdrawn.`);
    refuseApprovalAfterwards(changeSet, answer);
    const { late, isUnconfirmed } = speakingFor(invitation, answer, w.today);
    const text = ownWords(answer, invitation.answers);
    const waiting = isUnconfirmed && answer.kind === "approved";
    const by = { changeSet: number, subscriberId, emailHash, channel: null, receivedOn: null };
    const given = { ...answer, ...by, text, late, waiting };
    const earlier = await earlierAnswer(db, given);
    if (await isRecorded(db, earlier, given)) return;
    await refuseTooMany(db, number, subscriberId, now);
    await recordAnswer(w, earlier, given, [subscriberId], `subscriber:${subscriberId}`);
  });
}

/** For whom an answer speaks: whether it is late, by the customer's own last day or a follower's, the set's; and whether it may. */
function speakingFor(
  { changeSet, parties }: Invitation,
  { customer, onBehalfOf }: Answer,
  today: IsoDate,
): { late: boolean; isUnconfirmed: boolean } {
  if (customer === null && parties.length === 0) {
    const { lastDayToObjectOn: until } = changeSet;
    return { late: until !== null && today > until, isUnconfirmed: false };
  }
  const party = parties.find(({ externalId }) => externalId === customer);
  if (!party) throw refuseField("invalid-request", "/customer", "must be a customer you are a contact of");
  if (onBehalfOf !== null) throw refuseField("invalid-request", "/onBehalfOf", "is not taken beside a customer");
  return { late: party.isOver, isUnconfirmed: party.isUnconfirmed };
}

async function refuseTooMany(tx: Db, changeSet: number, subscriberId: string, now: Date): Promise<void> {
  const [receipts] = await tx
    .select({ today: count() })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(
      and(
        eq(deliveries.subscriberId, subscriberId),
        eq(notices.changeSet, changeSet),
        eq(notices.kind, "receipt"),
        between(notices.createdAt, new Date(now.getTime() - DAY), new Date(now.getTime() + DAY)),
      ),
    );
  if ((receipts?.today ?? 0) < ANSWERS_A_DAY) return;
  throw new Refusal("answered-too-often", `At most ${ANSWERS_A_DAY} answers to one change are taken in a day.`);
}
