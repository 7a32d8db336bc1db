import type { Db } from "../../db/client.ts";
import { organisation as table } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { type Calendar, dayOf } from "../../model/values/dates.ts";

export async function getOrganisation(db: Db): Promise<Organisation> {
  return (await readOrganisation(db)).organisation;
}

/** The organisation, and what its days follow from. */
export async function readOrganisation(db: Db): Promise<{ organisation: Organisation; calendar: Calendar }> {
  const [row] = await db.select().from(table);
  return organisationOf(row);
}

/** The same of its row. */
export function organisationOf(row: typeof table.$inferSelect | undefined) {
  const organisation = row?.document ?? UNNAMED;
  return { organisation, calendar: { timeZone: organisation.timeZone, reached: row?.reached ?? null } };
}

/** The organisation, and the date it is for it. */
export async function organisationToday({ db, clock }: Pick<Deps, "db" | "clock">) {
  const { organisation, calendar } = await readOrganisation(db);
  return { organisation, today: dayOf(calendar, clock.now()) };
}
