import { and, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { texts } from "../../db/json.ts";
import { KEY } from "../../db/paging.ts";
import { auditLog, deliveries, notices } from "../../db/schema.ts";
import { type Logged, noticeOf } from "../../evidence/log-contents.ts";
import type { Records } from "../../evidence/records.ts";
import { recordsSince } from "./stored-records.ts";

/** An entry of the log, by its hash; null when there is none. */
export async function entryOf(tx: Db, hash: string) {
  const { sequence, at } = auditLog;
  const [entry] = await tx.select({ sequence, at, hash: auditLog.hash }).from(auditLog).where(eq(auditLog.hash, hash));
  return entry ?? null;
}

/** How long a mutation may have been under way before its entry was written, and its steps with it. */
const UNDER_WAY_MS = 60 * 60 * 1000;

/**
 * What has to be checked again after an entry: every set that the log has said anything of since, or of whose mails
 * anything became, with all its records; and the versions of the list that were published since.
 */
export async function recordsTouched(
  tx: Db,
  { log, subjects }: Logged,
  from: { sequence: number; at: Date },
): Promise<Records> {
  const since = new Date(from.at.getTime() - UNDER_WAY_MS);
  const [known = [], versions = []] = [false, true].map((isNew) =>
    [...log.snapshots].filter(([, { sequence }]) => sequence > from.sequence === isNew).map(([hash]) => hash),
  );
  const sets = new Set(await setsOf(tx, since, subjects));
  const redactions = log.redactions.filter(({ sequence }) => sequence > from.sequence);
  for (const redaction of redactions) for (const number of redaction.sets) sets.add(number);
  const redacted = new Set(redactions.flatMap(({ snapshots }) => snapshots));
  for (const subject of subjects) {
    const [kind, id = ""] = subject.split(":", 2);
    // Whoever has the database can write a subject that is none.
    const number = KEY.number.safeParse(Number(id));
    if (kind === "change-set" && number.success) sets.add(number.data);
    const told = log.notices.get(id) ?? log.responses.get(id);
    if (told && told.changeSet !== null) sets.add(told.changeSet);
  }
  const notices = await aboutNoSet(tx, log, since);
  for (const [id, { changeSet }] of log.notices)
    if (changeSet === null && subjects.has(`notice:${id}`)) notices.add(id);
  const changed = known.filter((hash) => redacted.has(hash));
  const unchanged = known.filter((hash) => !redacted.has(hash));
  return recordsSince(tx, { sets, versions: [...versions, ...changed], notices }, { known: unchanged, since });
}

/** The notices to readers about no set of which anything became since a time. */
async function aboutNoSet(tx: Db, { notices: logged, mails }: Logged["log"], since: Date): Promise<Set<string>> {
  const ofNone = new Map([...logged].filter(([, { changeSet }]) => changeSet === null));
  if (ofNone.size === 0) return new Set();
  const moved = await tx
    .selectDistinct({ id: deliveries.noticeId })
    .from(deliveries)
    .where(and(inArray(sql`${deliveries.noticeId}::text`, texts([...ofNone.keys()])), gte(deliveries.stateAt, since)));
  const isNew = ({ at }: { at: string }) => new Date(at) >= since;
  const owed = [...ofNone].flatMap(([id, notice]) => (isNew(notice) ? id : []));
  const written = [...mails].flatMap(([key, mail]) => (ofNone.has(noticeOf(key)) && isNew(mail) ? noticeOf(key) : []));
  return new Set([...moved.map(({ id }) => id), ...owed, ...written]);
}

/** The sets of these notices, and of deliveries that took a step since a time: of most steps the log says nothing. */
async function setsOf(tx: Db, since: Date, subjects: ReadonlySet<string>): Promise<number[]> {
  const ids = [...subjects].filter((subject) => subject.startsWith("notice:")).map((subject) => subject.slice(7));
  const named = await tx
    .selectDistinct({ changeSet: notices.changeSet })
    .from(notices)
    .where(and(isNotNull(notices.changeSet), inArray(sql`${notices.id}::text`, texts(ids))));
  const moved = await tx
    .selectDistinct({ changeSet: notices.changeSet })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(and(isNotNull(notices.changeSet), gte(deliveries.stateAt, since)));
  return [...named, ...moved].flatMap(({ changeSet }) => changeSet ?? []);
}
