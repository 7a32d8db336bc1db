import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { organisation, responses } from "../../db/schema.ts";
import type { Response } from "../../model/people/response.ts";

const later = alias(responses, "later");
const givenAt = ({ editedAt, answeredAt }: typeof responses | typeof later) =>
  sql`coalesce(${editedAt}, ${answeredAt})`;
const timeZone = sql`coalesce((select ${organisation.document} ->> 'timeZone' from ${organisation}), 'UTC')`;

/**
 * Of `responses` that approve: the newest answer of the same customer by which it does not count, as `hasApproved` has it; null
 * where it counts.
 */
export const superseded = sql<Response["superseded"]>`case when ${responses.kind} = 'approved' then (
  select jsonb_build_object('by', ${later.id}, 'kind', ${later.kind},
    'on', coalesce(${later.receivedOn}, (${givenAt(later)} at time zone ${timeZone})::date))
  from ${responses} ${sql.raw('"later"')}
  where ${later.changeSet} = ${responses.changeSet} and ${later.customer} = ${responses.customer} and (
    (${later.kind} = 'objected' and ${later.resolvedAt} is null)
    or (${later.kind} = 'objected' and ${later.emailHash} is null and ${givenAt(later)} > ${givenAt(responses)})
    or (${later.kind} <> 'asked' and ${later.emailHash} is not distinct from ${responses.emailHash}
      and ${later.late} and not ${responses.late}))
  order by ${later.resolvedAt} is null desc, ${givenAt(later)} desc limit 1) end`;
