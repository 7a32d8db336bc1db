import { desc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { KEY, pagesOfTable } from "../../db/paging.ts";
import { imports } from "../../db/schema.ts";
import type { Answers } from "../../imports/answers.ts";
import type { PlanEntry, Planned } from "../../imports/plan-entry.ts";
import type { Lost, Mapping, TableReading, VendorReading } from "../../imports/reading.ts";
import type { Format, Source } from "../../imports/source.ts";
import { found } from "../../model/values/refusal.ts";

/** What was read of a file: its tables, its vendors, and what belongs to none of them. */
export type StoredReading = {
  tables: readonly TableReading[];
  vendors: readonly VendorReading[];
  lost: readonly Lost[];
  /** Whether each vendor is said as a whole. */
  whole: boolean;
};

type Row = typeof imports.$inferSelect;

/** A plan as it is stored. */
export type StoredImport = Omit<Row, "format" | "source" | "mapping" | "reading" | "answers" | "entries" | "totals"> & {
  format: Format;
  source: Source | null;
  mapping: Mapping;
  reading: StoredReading;
  answers: Answers;
  entries: readonly PlanEntry[];
  totals: Record<Planned, number>;
};

/** Plans, newest first. */
export const importPages = pagesOfTable({ madeAt: KEY.instant, id: KEY.id }, imports, desc);

/** A plan. Refuses: not-found. */
export async function findImport(db: Db, id: string): Promise<StoredImport> {
  const rows = await db.select().from(imports).where(eq(imports.id, id));
  return found(rows, "import") as StoredImport;
}
