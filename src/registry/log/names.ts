import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import {
  apiKeys,
  batches,
  changes,
  customers,
  imports,
  notices,
  responses,
  subscribers,
  suppressions,
  users,
  vendors,
} from "../../db/schema.ts";
import type { AuditEntry } from "../../evidence/records.ts";
import { type LoggedValue, readStored } from "../../model/actions.ts";
import type { NoticeKind } from "../../model/people/notice.ts";

/** By what people know who acted and what was acted on: the log has ids alone. */

/** What an id of the log is called; of mails, what they are; of what is about a change, its number. */
export type Named = { name: string | null; kind: NoticeKind | null; changeSet: number | null };

/** Names by actor and subject, as the log has these. What is not there any more has none. */
export type LogNames = ReadonlyMap<string, Named>;

const NOTHING = sql`null::text as kind, null::integer as "changeSet"`;

const person = (ids: SQL) => sql`
  select id::text, name, ${NOTHING} from ${users} where id::text in ${ids}`;
const key = (ids: SQL) => sql`select id::text, name, ${NOTHING} from ${apiKeys} where id::text in ${ids}`;

/** How names are read, by the kind of what has an id; all of it is asked for by a page of the log. */
const READ: Record<string, (ids: SQL) => SQL> = {
  user: person,
  key,
  "api-key": key,
  subscriber: (ids) => sql`
    select id::text, coalesce(name || ' (' || email || ')', email) as name, ${NOTHING}
    from ${subscribers} where id::text in ${ids}`,
  customer: (ids) => sql`select id::text, name, ${NOTHING} from ${customers} where id::text in ${ids}`,
  import: (ids) => sql`select id::text, file_name as name, ${NOTHING} from ${imports} where id::text in ${ids}`,
  vendor: (ids) => sql`
    select distinct on (slug) slug as id, coalesce(after, before) ->> 'name' as name, ${NOTHING}
    from ${vendors} join ${changes} on ${changes.vendorId} = ${vendors.id}
    where slug in ${ids} order by slug, ${changes.changeSet} desc`,
  notice: (ids) => sql`
    select id::text, null::text as name, kind, change_set as "changeSet" from ${notices} where id::text in ${ids}`,
  batch: (ids) => sql`
    select ${batches.id}::text as id, null::text as name, kind, change_set as "changeSet"
    from ${batches} join ${notices} on ${notices.id} = ${batches.noticeId} where ${batches.id}::text in ${ids}`,
  response: (ids) => sql`
    select id::text, null::text as name, null::text as kind, change_set as "changeSet"
    from ${responses} where id::text in ${ids}`,
  suppression: (ids) => sql`
    select ${suppressions.id}::text as id, email as name, ${NOTHING}
    from ${suppressions} join ${subscribers} on ${subscribers.emailHash} = ${suppressions.emailHash}
    where ${suppressions.id}::text in ${ids}`,
};

/** The most that names are read of: an import may change thousands of vendors. */
const MOST_NAMED = 5000;

type Mentions = { [Member in "authors" | "approvedBy" | "changes" | "waits"]?: LoggedValue<Member> };
type Acting = Pick<AuditEntry, "actor" | "subject"> & Partial<Pick<AuditEntry, "action" | "data">>;

/** Whom and what the data of an entry names: who drafted and approved it, and vendors. */
function namedBy({ action, data }: Acting): string[] {
  const held = action === undefined || data === undefined ? null : readStored(action, data);
  if (held === null) return [];
  const { authors, approvedBy, changes, waits } = held as Mentions;
  const slugs = [...(changes ?? []), ...(waits ?? [])];
  return [...(authors ?? []), approvedBy ?? "", ...slugs.map((slug) => `vendor:${slug}`)];
}

/** The names of whoever and whatever some entries of the log are about, and name. */
export async function namesIn(db: Db, entries: readonly Acting[]): Promise<LogNames> {
  const all = entries.flatMap((entry) => [entry.actor, entry.subject, ...namedBy(entry)]);
  const named = new Set(all.filter((each) => each.includes(":")).slice(0, MOST_NAMED));
  const byKind = Map.groupBy(named, (each) => each.slice(0, each.indexOf(":")));
  const names = new Map<string, Named>();
  for (const [kind, all] of byKind) {
    const read = READ[kind];
    if (!read) continue;
    const ids = all.map((each) => sql`${each.slice(kind.length + 1)}`);
    const rows = await rowsOf<Named & { id: string }>(db)`${read(sql`(${sql.join(ids, sql`, `)})`)}`;
    for (const { id, ...row } of rows) names.set(`${kind}:${id}`, row);
  }
  return names;
}

/** Who may be asked for by name: users, those who were removed too, and keys that are nobody's; by name. */
export const namedActors = (db: Db) =>
  rowsOf<{ actor: string; name: string }>(db)`
    select 'user:' || id as actor, name from ${users}
    union all select 'key:' || id, name from ${apiKeys} where user_id is null
    order by name, actor limit 1000`;

/** The most things of one name that the log is asked for. */
const MOST_FOUND = 500;

/**
 * What the log may be about by a part of a name: vendors and the changes of them, customers by their own id too, people by
 * their address, keys; and a change set by its number.
 */
export async function subjectsCalled(db: Db, text: string): Promise<string[]> {
  const isIn = (column: SQL) => sql`strpos(lower(${column}), lower(${text})) > 0`;
  const isVendor = sql`(${isIn(sql`coalesce(after ->> 'name', '')`)} or ${isIn(sql`coalesce(before ->> 'name', '')`)})`;
  const rows = await rowsOf<{ subject: string }>(db)`
    select 'vendor:' || slug as subject from ${vendors}
      where id in (select vendor_id from ${changes} where ${isVendor})
    union select 'change-set:' || change_set from ${changes} where ${isVendor}
    union select 'change-set:' || ${text}::text where ${text}::text ~ '^[0-9]{1,9}$'
    union select 'customer:' || id from ${customers} where ${isIn(sql`name`)} or ${isIn(sql`external_id`)}
    union select 'user:' || id from ${users} where ${isIn(sql`name`)} or ${isIn(sql`email`)}
    union select 'api-key:' || id from ${apiKeys} where ${isIn(sql`name`)}
    union select 'subscriber:' || id from ${subscribers} where ${isIn(sql`email`)} or ${isIn(sql`coalesce(name, '')`)}
    limit ${MOST_FOUND}`;
  return rows.map(({ subject }) => subject);
}
