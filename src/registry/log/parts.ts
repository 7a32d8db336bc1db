import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSetParts, concernedCustomers } from "../../db/schema.ts";
import type { Share } from "../../model/change/share.ts";

/** The parts of a set by their numbers: the vendors of their changes, by slug. Part 0, all of the set, is not among them. */
export async function partsOf(db: Db, changeSet: number): Promise<Map<number, string[]>> {
  const rows = await db.select().from(changeSetParts).where(eq(changeSetParts.changeSet, changeSet));
  return new Map(rows.map(({ number, vendors }) => [number, vendors]));
}

/** The numbers of the parts of a set that have one of these changes, by slug: 0, all of it, among them. */
export async function partsWith(db: Db, changeSet: number, slugs: readonly string[]): Promise<number[]> {
  const parts = [...(await partsOf(db, changeSet))];
  return [0, ...parts.flatMap(([part, vendors]) => (vendors.some((slug) => slugs.includes(slug)) ? part : []))];
}

/** What those read whom these parts concern; all of the set where one of these is. */
export function shareIn(parts: ReadonlyMap<number, readonly string[]>, numbers: readonly number[]): Share {
  if (numbers.length === 0 || numbers.includes(0)) return null;
  return new Set(numbers.flatMap((number) => parts.get(number) ?? []));
}

/** What of a set concerns a customer, by its own id; all of it for nobody's. */
export async function shareOfCustomer(db: Db, changeSet: number, customer: string | null): Promise<Share> {
  if (customer === null) return null;
  const rows = await db
    .select({ part: concernedCustomers.part })
    .from(concernedCustomers)
    .where(and(eq(concernedCustomers.changeSet, changeSet), eq(concernedCustomers.externalId, customer)));
  return shareIn(
    await partsOf(db, changeSet),
    rows.map(({ part }) => part),
  );
}
