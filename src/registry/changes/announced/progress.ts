import { and, count, desc, eq, inArray, min, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { texts } from "../../../db/json.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../../db/paging.ts";
import { rowsOf } from "../../../db/reading.ts";
import {
  changeSetParts,
  concernedCustomers,
  contacts,
  customers,
  deliveries,
  notices,
  organisation,
  responses,
  subscribers,
} from "../../../db/schema.ts";
import type { ChangeSetRow, DatedState } from "../../../model/change/change-set.ts";
import { DELIVERY_STATES, type DeliveryState, statesWhere } from "../../../model/people/delivery.ts";
import { kindsWhere, type NoticeKind } from "../../../model/people/notice.ts";
import type { ResponseKind, ResponseOutcome } from "../../../model/people/response.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { canBeTold, hasAnswered, isMissed } from "../../owed/told.ts";

/** How far what is owed of an announced set has come, and whom it concerns. */

const TO_READERS = kindsWhere(({ step }) => step !== null);

export type Progress = { kind: NoticeKind; at: Date; states: Partial<Record<DeliveryState, number>> };

/** Each kind of notice of a set to its readers, in the order in which they were first owed, with a count per state. */
export async function progressOf(db: Db, number: number): Promise<Progress[]> {
  const rows = await db
    .select({ kind: notices.kind, state: deliveries.state, at: min(notices.createdAt), mails: count() })
    .from(notices)
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .where(and(eq(notices.changeSet, number), inArray(notices.kind, TO_READERS)))
    .groupBy(notices.kind, deliveries.state);
  const inOrder = (a: DeliveryState, b: DeliveryState) => DELIVERY_STATES[a].rank - DELIVERY_STATES[b].rank;
  return [...Map.groupBy(rows, ({ kind }) => kind)]
    .map(([kind, each]) => ({
      kind,
      at: new Date(Math.min(...each.flatMap(({ at }) => at?.getTime() ?? []))),
      states: Object.fromEntries(
        each.sort((a, b) => inOrder(a.state, b.state)).map(({ state, mails }) => [state, mails]),
      ),
    }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The states of mails of which somebody may want to know why: they told nobody, perhaps told nobody, or were complained of. */
const TROUBLED = [...statesWhere(({ tells }) => !tells), "uncertain" as const, "complained" as const];

export type TroubledMail = {
  id: string;
  stateAt: Date;
  kind: NoticeKind;
  state: DeliveryState;
  cause: string | null;
  /** Null once the person is erased. */
  email: string | null;
  /** The customers it was owed for, by name; null for a follower. */
  customers: string[] | null;
};

export const troubledPages = pagesOfTable({ stateAt: KEY.instant, id: KEY.id }, deliveries, desc);

/** The mails of a set that did not reach their readers, or may not have, newest first. */
export function troubledMails(
  db: Db,
  number: number,
  query: PageOf<typeof troubledPages>,
): Promise<Page<TroubledMail>> {
  const customers = sql<string[] | null>`case when ${deliveries.customers} is not null then (
    select coalesce(jsonb_agg(distinct c.name order by c.name), '[]') from ${concernedCustomers} c
    where c.change_set = ${number} and c.external_id in (select jsonb_array_elements_text(${deliveries.customers}))) end`;
  return troubledPages.page(query, (after, limit) =>
    db
      .select({
        id: deliveries.id,
        stateAt: deliveries.stateAt,
        kind: notices.kind,
        state: deliveries.state,
        cause: deliveries.cause,
        email: subscribers.email,
        customers,
      })
      .from(deliveries)
      .innerJoin(notices, eq(notices.id, deliveries.noticeId))
      .leftJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
      .where(
        and(
          after,
          eq(notices.changeSet, number),
          inArray(notices.kind, TO_READERS),
          inArray(deliveries.state, TROUBLED),
        ),
      )
      .orderBy(...troubledPages.order)
      .limit(limit),
  );
}

const ENDS = kindsWhere(({ step }) => step === "ends");

/** What missing mails are sought by. */
type SetState = Pick<ChangeSetRow, "number"> & { state: DatedState };

/** Of `deliveries` with their `notices`: missed, and to be sent again; of a withdrawn set, only what says so. */
export const isMissedOf = ({ number, state }: SetState) =>
  and(eq(notices.changeSet, number), inArray(notices.kind, state === "withdrawn" ? ENDS : TO_READERS), isMissed);

/** How many mails of a set missed their readers and can be sent again. */
export async function missedOf(db: Db, set: SetState): Promise<number> {
  const [row] = await db
    .select({ mails: count() })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(isMissedOf(set));
  return row?.mails ?? 0;
}

export type Concerned = {
  /** How many customers it concerns, and for how many of these nobody could be told. */
  customers: number;
  unreachable: number;
  /** The same of each change, by slug: all of these where it says nothing. */
  ofChanges: ReadonlyMap<string, number>;
  lastDays: LastDay[];
};

type Named = { total: number; names: string[] };

/** What a customer has answered, objections before anything else, and what was decided; days are the organisation's. */
export type AnswerInShort = {
  name: string;
  kind: ResponseKind;
  on: IsoDate;
  outcome: ResponseOutcome | null;
  decidedOn: IsoDate | null;
};

/**
 * A last day to object, with the customers who have it: all, the reminded, those with a contact still to remind, and what
 * some have answered.
 */
type LastDay = {
  on: IsoDate;
  timeZone: string | null;
  concerned: Named;
  reminded: Named;
  toRemind: Named;
  answered: { total: number; some: AnswerInShort[] };
};

/** The most customers of a last day that are named. */
const MOST_NAMED = 3;

/** The most last days that are told apart. */
const MOST_DAYS = 50;

export async function concernedBySet(db: Db, number: number): Promise<Concerned> {
  const { externalId, changeSet, reachable, lastDayToObjectOn, timeZone, remindedAt, part, name } = concernedCustomers;
  const [all] = await db
    .select({
      customers: sql<number>`count(distinct ${externalId})::integer`,
      unreachable: sql<number>`(count(distinct ${externalId}) filter (where not ${reachable}))::integer`,
    })
    .from(concernedCustomers)
    .where(eq(changeSet, number));
  const ofChanges = await rowsOf<{ slug: string; customers: number }>(db)`
    select slugs.slug, count(distinct ${externalId})::integer as customers
    from ${changeSetParts} cross join lateral jsonb_array_elements_text(${changeSetParts.vendors}) as slugs(slug)
    join ${concernedCustomers} on ${changeSet} = ${changeSetParts.changeSet} and ${part} in (0, ${changeSetParts.number})
    where ${changeSetParts.changeSet} = ${number} group by slugs.slug`;
  const lastDays = await rowsOf<LastDay>(db)`
    select last_day::text as "on", time_zone as "timeZone", ${customersWhere(sql`true`)} as concerned,
      ${customersWhere(sql`reminded`)} as reminded, ${customersWhere(sql`silent and not reminded`)} as "toRemind",
      jsonb_build_object('total', count(distinct id) filter (where answer is not null), 'some', (
        select coalesce(jsonb_agg(said order by ${objectionsFirst}), '[]') from (
          select said from unnest(array_agg(distinct answer || jsonb_build_object('name', name)) filter (where answer is not null)) said
          order by ${objectionsFirst} limit ${MOST_NAMED}) named)) as answered
    from (
      select ${lastDayToObjectOn} as last_day, ${timeZone} as time_zone, ${externalId} as id, ${name} as name,
        ${remindedAt} is not null as reminded, exists (
          select 1 from ${customers} join ${contacts} on ${contacts.customerId} = ${customers.id}
          join ${subscribers} on ${subscribers.id} = ${contacts.subscriberId}
          where ${customers.externalId} = ${externalId} and ${canBeTold} and not ${hasAnswered(number, subscribers.emailHash, sql`${externalId}`)}
        ) as silent, (${newestAnswer}) as answer
      from ${concernedCustomers} where ${changeSet} = ${number} and ${lastDayToObjectOn} is not null
    ) theirs
    group by last_day, time_zone order by last_day, time_zone limit ${MOST_DAYS}`;
  return {
    customers: all?.customers ?? 0,
    unreachable: all?.unreachable ?? 0,
    ofChanges: new Map(ofChanges.map(({ slug, customers }) => [slug, customers])),
    lastDays,
  };
}

const objectionsFirst = sql`array_position(array['objected', 'asked', 'approved'], said ->> 'kind'), said ->> 'name'`;

const dayOf = (at: SQLWrapper) =>
  sql`(${at} at time zone coalesce((select ${organisation.document} ->> 'timeZone' from ${organisation}), 'UTC'))::date`;

/** Of `concerned_customers`: the answer of the customer that says the most, without whose it is. */
const newestAnswer = sql`select jsonb_build_object('kind', ${responses.kind},
    'on', coalesce(${responses.receivedOn}, ${dayOf(sql`coalesce(${responses.editedAt}, ${responses.answeredAt})`)}),
    'outcome', ${responses.outcome}, 'decidedOn', ${dayOf(responses.resolvedAt)})
  from ${responses}
  where ${responses.changeSet} = ${concernedCustomers.changeSet} and ${responses.customer} = ${concernedCustomers.externalId}
  order by array_position(array['objected', 'asked', 'approved'], ${responses.kind}),
    coalesce(${responses.editedAt}, ${responses.answeredAt}) desc, ${responses.id} limit 1`;

/** How many of a day's customers a condition holds of, and a few of them by name. */
const customersWhere = (condition: SQL) => sql`jsonb_build_object(
  'total', count(distinct id) filter (where ${condition}),
  'names', coalesce(to_jsonb((array_agg(distinct name order by name) filter (where ${condition}))[1:${MOST_NAMED}]), '[]'))`;

/** What customers of a set were called when it was announced, by their own ids. */
export async function namesOfConcerned(db: Db, number: number, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { externalId, changeSet, name } = concernedCustomers;
  const rows = await db
    .selectDistinct({ externalId, name })
    .from(concernedCustomers)
    .where(and(eq(changeSet, number), sql`${externalId} in ${texts(ids)}`));
  return new Map(rows.map((row) => [row.externalId, row.name]));
}
