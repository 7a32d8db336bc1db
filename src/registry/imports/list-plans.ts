import type { Page, PageOf } from "../../db/paging.ts";
import { imports } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { momentOf } from "./known.ts";
import { importPages, type StoredImport } from "./stored.ts";

/** Plans, newest first, without what they are about. */
export const listImports = ({ db }: Pick<Deps, "db">, page: PageOf<typeof importPages>): Promise<Page<ListedImport>> =>
  importPages.page(page, async (after, limit) => {
    const now = await momentOf(db);
    const { id, file, fileName, format, totals, plannedFor, madeAt, madeBy, appliedAt, changeSet } = imports;
    const rows = await db
      .select({ id, file, fileName, format, totals, plannedFor, madeAt, madeBy, appliedAt, changeSet })
      .from(imports)
      .where(after)
      .orderBy(...importPages.order)
      .limit(limit);
    return (rows as (Omit<ListedImport, "state"> & { plannedFor: string })[]).map(({ plannedFor: moment, ...row }) => ({
      ...row,
      state: stateOf(row.changeSet, moment !== now),
    }));
  });

export type ListedImport = Pick<
  StoredImport,
  "id" | "file" | "fileName" | "format" | "totals" | "madeAt" | "madeBy" | "appliedAt" | "changeSet"
> & { state: ImportState };

/** What a plan is: applied ones cannot be stale. */
export type ImportState = "open" | "applied" | "stale";
export const stateOf = (changeSet: number | null, isStale: boolean): ImportState =>
  changeSet !== null ? "applied" : isStale ? "stale" : "open";
