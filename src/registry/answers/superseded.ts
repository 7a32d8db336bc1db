import { and, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisation, responses } from "../../db/schema.ts";
import { type AnswerFact, TAKES_BACK } from "../../model/change/approval.ts";
import type { Response } from "../../model/people/response.ts";

const later = alias(responses, "later");
const givenAt = ({ editedAt, answeredAt }: typeof responses | typeof later) =>
  sql`coalesce(${editedAt}, ${answeredAt})`;
const timeZone = sql`coalesce((select ${organisation.document} ->> 'timeZone' from ${organisation}), 'UTC')`;

/** Of `later` beside an approval in `responses`. */
const FACTS: Record<AnswerFact, SQL> = {
  objects: sql`${later.kind} = 'objected'`,
  isNoQuestion: sql`${later.kind} <> 'asked'`,
  isUnresolved: sql`${later.resolvedAt} is null`,
  isEntered: sql`${later.emailHash} is null`,
  isLater: sql`${givenAt(later)} > ${givenAt(responses)}`,
  isOfSamePerson: sql`${later.emailHash} is not distinct from ${responses.emailHash}`,
  isLateBesideTimely: sql`(${later.late} and not ${responses.late})`,
};
const takesBack = or(...Object.values(TAKES_BACK).map((facts) => and(...facts.map((fact) => FACTS[fact]))));

/** Of `responses` that approve: the newest answer of the same customer by which it does not count; null where it counts. */
const newest = sql`case when ${responses.kind} = 'approved' then (
  select jsonb_build_object('by', ${later.id}, 'kind', ${later.kind},
    'on', coalesce(${later.receivedOn}, (${givenAt(later)} at time zone ${timeZone})::date))
  from ${responses} ${sql.raw('"later"')}
  where ${later.changeSet} = ${responses.changeSet} and ${later.customer} = ${responses.customer} and ${takesBack}
  order by ${later.resolvedAt} is null desc, ${givenAt(later)} desc limit 1) end`;

/** Nested, as drizzle leaves out the tables of what is selected from one alone: `later` would be compared with itself. */
export const superseded = sql<Response["superseded"]>`${newest}`;
