import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { auditLog } from "../../db/schema.ts";
import { readDataOf } from "../../evidence/check-entry.ts";
import { type ActionData, isAction, readData } from "../../model/actions.ts";
import type { ChangeView } from "../../model/change/register.ts";
import { type Calendar, dayOf, type IsoDate } from "../../model/values/dates.ts";
import { auditEntries } from "../log/audit.ts";

const RELEASES = ["change-set.held", "change-set.released", "change-set.approvals-waived"] as const;

/**
 * Whether any of some changes of a set waited, and so had no day, at some time of a day that may be over: as the log has it,
 * since a change says only what is so now. Days are the organisation's.
 */
export async function waitedOn(
  { db, calendar }: { db: Db; calendar: Calendar },
  changeSet: number,
  changes: readonly ChangeView[],
  day: IsoDate,
): Promise<boolean> {
  const turns: { on: IsoDate; waits: boolean; changes: readonly string[] | undefined }[] = [];
  for await (const entry of auditEntries(db, sql`${auditLog.subject} = ${`change-set:${changeSet}`}`)) {
    if (!isAction(entry.action) || !(RELEASES as readonly string[]).includes(entry.action)) continue;
    const data = readData(entry.action, readDataOf(entry)) as ActionData<(typeof RELEASES)[number]> | null;
    if (!data) continue;
    const on = dayOf(calendar, new Date(entry.at));
    turns.push({ on, waits: data.releasedOn === null, changes: data.changes });
  }
  return changes.some(({ vendor, awaitsApproval }) => {
    const own = turns.filter((turn) => turn.changes?.includes(vendor) ?? true);
    const [first] = own;
    // What it was released from, it had waited for since it was announced.
    const waited = first ? !first.waits : awaitsApproval;
    const before = own.findLast(({ on }) => on < day)?.waits ?? waited;
    return before || own.some(({ on, waits }) => waits && on === day);
  });
}
