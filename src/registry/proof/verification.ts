import { z } from "@hono/zod-openapi";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/client.ts";
import { atOneMoment } from "../../db/reading.ts";
import { Fault, type Notes, type Table } from "../../evidence/fault.ts";
import { AuditHead } from "../../evidence/records.ts";
import { verify } from "../../evidence/verify.ts";
import { auditHead } from "../log/audit.ts";
import { allRecords } from "./stored-records.ts";

export const Verification = z
  .object({
    ok: z.boolean(),
    entries: z.int().openapi({ description: "How many entries of the audit log were checked." }),
    snapshots: z.int(),
    deliveries: z.int(),
    head: AuditHead.nullable(),
    firstBad: Fault.nullable(),
    bad: z.array(Fault).openapi({ description: "The first of each kind." }),
  })
  .openapi("Verification");
export type Verification = z.infer<typeof Verification>;

/**
 * Checks everything that is chained, and what the chain says of the rest: the audit log, the snapshots, what was
 * announced and to whom, every mail, delivery and response; and addresses by their keyed hashes. Reads all of it, a page
 * of memory at a time.
 */
export function verifyRecords({ db, config }: { db: Db; config: Pick<Config, "tokenSecret"> }): Promise<Verification> {
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
      },
    };
    await verify(allRecords(tx), notes, config.tokenSecret);
    const bad = [...first.values()];
    return {
      ok: bad.length === 0,
      entries: counts.audit ?? 0,
      snapshots: counts.snapshot ?? 0,
      deliveries: counts.delivery ?? 0,
      head: await auditHead(tx),
      firstBad: bad[0] ?? null,
      bad,
    };
  });
}
