import { and, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { texts } from "../../db/json.ts";
import { KEY, type Page, type PageOf, pagesInMemory } from "../../db/paging.ts";
import { concernedCustomers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { readOrganisation } from "../log/organisation.ts";
import { missingApprovals } from "./open.ts";

/** An approval that a change waits for. */
export type Awaited = {
  changeSet: number;
  /** The customer's own id. */
  customer: string;
  /** As it was called when the set came to concern it. */
  name: string;
  lastDayToObjectOn: IsoDate | null;
};

const NO_DAY = "9999-12-31";

/** By the customers' last days to object. */
export const awaitedPages = pagesInMemory({ deadline: z.iso.date(), changeSet: KEY.number, customer: z.string() });

/** The approvals that are missing on announced sets, or one of them: how many they are, and a page of them. */
export async function awaitedApprovals(
  { db }: Pick<Deps, "db">,
  { changeSet: only, ...query }: PageOf<typeof awaitedPages> & { changeSet?: number | undefined },
): Promise<Page<Awaited> & { total: number }> {
  const { calendar } = await readOrganisation(db);
  const everywhere = await missingApprovals(db, calendar);
  const missing = only === undefined ? everywhere : everywhere.filter(({ changeSet }) => changeSet === only);
  const all = missing.map(({ changeSet, id, until }) => ({
    changeSet,
    customer: id,
    deadline: until ?? NO_DAY,
    until,
  }));
  const { data, next } = awaitedPages.page(query, all);
  const names = await namesOf(db, data);
  const named = data.map(({ changeSet, customer, until }) => ({
    changeSet,
    customer,
    name: names.get(`${changeSet} ${customer}`) ?? customer,
    lastDayToObjectOn: until,
  }));
  return { data: named, next, total: all.length };
}

async function namesOf(db: Deps["db"], shown: readonly { changeSet: number; customer: string }[]) {
  const { changeSet, externalId, name } = concernedCustomers;
  const sets = [...new Set(shown.map((each) => each.changeSet))];
  if (sets.length === 0) return new Map<string, string>();
  const rows = await db
    .select({ changeSet, externalId, name })
    .from(concernedCustomers)
    .where(and(inArray(changeSet, sets), sql`${externalId} in ${texts(shown.map(({ customer }) => customer))}`));
  return new Map(rows.map((row) => [`${row.changeSet} ${row.externalId}`, row.name]));
}
