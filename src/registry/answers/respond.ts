import { and, asc, between, count, eq, isNotNull, isNull } from "drizzle-orm";
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
import type { RecordedResponse, Response } from "../../model/people/response.ts";
import type { Subscriber } from "../../model/people/subscriber.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { hashOfText } from "../../model/values/hash.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { readToken } from "../../model/values/token.ts";
import { getChangeSet, type OperatorView } from "../changes/change-sets.ts";
import { settleApprovals } from "../changes/release.ts";
import { writeRegistry } from "../log/frame.ts";
import { oweMail, oweOrganisation } from "../owed/owe.ts";
import { responsesOf } from "./responses.ts";

/** A customer somebody answers for, on the terms it had when the set was announced. */
export type Party = {
  externalId: string;
  name: string;
  lastDayToObjectOn: IsoDate | null;
  /** Whether the set waits for its approval. */
  isAwaited: boolean;
};

/** What a link to respond opens: the change set, who was told of it, and whom they speak for. */
type Invitation = {
  changeSet: ChangeSetView;
  person: Subscriber;
  /** The customers that name the person as a contact; none for a follower. */
  parties: Party[];
  /** What the person has answered so far. */
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
  return {
    changeSet,
    person: told.person,
    parties: await partiesOf(db, changeSet, told.person.id),
    answers: await responsesOf(db, told.changeSet, told.person.emailHash),
  };
}

/** Those who name the person now: whoever has left a customer no longer speaks for it. */
async function partiesOf(db: Db, { number, approvals }: OperatorView, subscriberId: string): Promise<Party[]> {
  const { externalId, name, lastDayToObjectOn } = concernedCustomers;
  const parties = await db
    .select({ externalId, name, lastDayToObjectOn })
    .from(concernedCustomers)
    .innerJoin(customers, eq(customers.externalId, externalId))
    .innerJoin(contacts, eq(contacts.customerId, customers.id))
    .where(and(eq(concernedCustomers.changeSet, number), eq(contacts.subscriberId, subscriberId)))
    .orderBy(asc(name), asc(externalId));
  const awaited = approvals?.releasedOn === null ? approvals.missing : [];
  return parties.map((party) => ({ ...party, isAwaited: awaited.includes(party.externalId) }));
}

/** An answer as somebody gives it. `customer` is one of the parties; a follower has none, and may say for whom they speak. */
export type Answer = Pick<RecordedResponse, "kind" | "text" | "customer" | "onBehalfOf">;

/**
 * Records an answer, owes its receipt, and tells the organisation of an objection. A second answer edits the first; after
 * the last day to object a late answer is kept beside the timely one. The same answer again changes nothing, unless it is
 * an objection that was resolved meanwhile. Refuses: invalid-request, not-found, not-announced, answered-too-often.
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
    const until = lastDayFor(invitation, answer);
    const late = until !== null && w.today > until;

    const earlier = await earlierAnswer(db, number, emailHash, answer.customer, late);
    const isNewObjection = answer.kind === "objected" && (earlier?.kind !== "objected" || earlier.resolvedAt !== null);
    // The same words again after the decision on them object anew.
    if (earlier && isSame(earlier, answer) && !isNewObjection) return;
    await refuseTooMany(db, number, subscriberId, now);
    const reopened = isNewObjection ? { outcome: null, outcomeNote: null, resolvedAt: null } : {};
    const id = earlier?.id ?? crypto.randomUUID();
    if (earlier) {
      const edit = { ...answer, ...reopened, subscriberId, editedAt: now };
      await db.update(responses).set(edit).where(eq(responses.id, id));
    } else {
      const fresh = { id, ...answer, changeSet: number, subscriberId, emailHash, late, answeredAt: now };
      await db.insert(responses).values(fresh);
    }

    const notice = { changeSet: number, about: { response: id } };
    await oweMail(w, { kind: "receipt", ...notice }, subscriberId);
    if (isNewObjection) await oweOrganisation(w, { kind: "objection", ...notice });
    await settleApprovals(w, number);
    const recorded = {
      changeSet: number,
      customer: hashOfText(answer.customer),
      onBehalfOf: hashOfText(answer.onBehalfOf),
      emailHash,
      kind: answer.kind,
      late,
      text: hashOfText(answer.text),
    };
    w.audit(earlier ? "response.edited" : "response.recorded", id, recorded, `subscriber:${subscriberId}`);
  });
}

/** What is asked or objected has to be said; to acknowledge or approve says enough. */
function refuseWithoutWords({ kind, text }: Answer): void {
  if (text === null && (kind === "asked" || kind === "objected"))
    throw refuseField("invalid-request", "/text", "is required");
}

/** The last day to object for an answer: the customer's own; for a follower, the set's. */
function lastDayFor({ changeSet, parties }: Invitation, { customer, onBehalfOf }: Answer): IsoDate | null {
  if (customer === null && parties.length === 0) return changeSet.lastDayToObjectOn;
  const party = parties.find(({ externalId }) => externalId === customer);
  if (!party) throw refuseField("invalid-request", "/customer", "must be a customer you are a contact of");
  if (onBehalfOf !== null) throw refuseField("invalid-request", "/onBehalfOf", "is not taken beside a customer");
  return party.lastDayToObjectOn;
}

async function earlierAnswer(tx: Db, changeSet: number, emailHash: string, customer: string | null, late: boolean) {
  const [earlier] = await tx
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.changeSet, changeSet),
        eq(responses.emailHash, emailHash),
        customer === null ? isNull(responses.customer) : eq(responses.customer, customer),
        eq(responses.late, late),
      ),
    );
  return earlier;
}

const isSame = (earlier: typeof responses.$inferSelect, answer: Answer): boolean =>
  earlier.kind === answer.kind && earlier.text === answer.text && earlier.onBehalfOf === answer.onBehalfOf;

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
