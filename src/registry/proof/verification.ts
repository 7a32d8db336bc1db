import { z } from "@hono/zod-openapi";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/client.ts";
import { atOneMoment } from "../../db/reading.ts";
import { Fault, type Notes, Table } from "../../evidence/fault.ts";
import type { Logged } from "../../evidence/log-contents.ts";
import { AuditHead } from "../../evidence/records.ts";
import { verify } from "../../evidence/verify.ts";
import { auditEntries, auditHead } from "../log/audit.ts";
import { allRecords } from "./stored-records.ts";
import { entryOf, recordsTouched } from "./touched-records.ts";

export const Verification = z
  .object({
    ok: z.boolean().describe("Whether all of it holds."),
    entries: z.int().openapi({ description: "How many entries of the audit log were checked." }),
    snapshots: z.int().describe("How many versions of the list were checked."),
    deliveries: z.int().describe("How many deliveries were checked."),
    from: AuditHead.nullable().openapi({
      description: "The entry after which it went on; null where everything was checked.",
    }),
    head: AuditHead.nullable().describe("How far the log has come: keep it elsewhere."),
    firstBad: Fault.nullable().describe("The first record that does not hold; null: all do."),
    bad: z
      .array(Fault)
      .openapi({ description: "The first of each kind, in the order in which kinds depend on each other." }),
  })
  .describe("What checking the chains has found.")
  .openapi("Verification");
export type Verification = z.infer<typeof Verification>;

/**
 * Checks everything that is chained, and what the chain says of the rest: the audit log, the snapshots, what was
 * announced and to whom, every mail, delivery and response; and addresses by their keyed hashes. Reads all of it, a page
 * of memory at a time, and says of each table how many records it had. Where the hash of a head is given that was
 * verified before, it goes on after that: what has happened to nothing since is not read.
 */
export function verifyRecords(
  { db, config: { tokenSecret } }: { db: Db; config: Pick<Config, "tokenSecret"> },
  verified?: string,
  { onChecked }: { onChecked?: (table: Table, count: number) => void } = {},
): Promise<Verification> {
  return atOneMoment(db, async (tx) => {
    const first = new Map<Table, Fault>();
    const counts: Partial<Record<Table, number>> = {};
    const notes: Notes = {
      wrong(table, id, reason) {
        if (!first.has(table)) first.set(table, { table, id: String(id), reason });
      },
      erased() {},
      checked(table, count) {
        counts[table] = count;
        onChecked?.(table, count);
      },
    };
    const from = verified === undefined ? null : await entryOf(tx, verified);
    if (verified !== undefined && from === null)
      notes.wrong("audit", verified, "no entry has this hash: this is not the log that was verified");
    const records = (logged: Logged) => (from === null ? allRecords(tx) : recordsTouched(tx, logged, from));
    await verify({ entries: () => auditEntries(tx), records }, notes, { secret: tokenSecret, from });
    const bad = Table.options.flatMap((table) => first.get(table) ?? []);
    return {
      ok: bad.length === 0,
      entries: counts.audit ?? 0,
      snapshots: counts.snapshot ?? 0,
      deliveries: counts.delivery ?? 0,
      from: from && { sequence: from.sequence, hash: from.hash },
      head: await auditHead(tx),
      firstBad: bad[0] ?? null,
      bad,
    };
  });
}
