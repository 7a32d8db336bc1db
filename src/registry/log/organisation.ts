import type { Db } from "../../db/client.ts";
import { organisation } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { dateIn } from "../../model/values/dates.ts";

export async function getOrganisation(db: Db): Promise<Organisation> {
  const [row] = await db.select().from(organisation);
  return row?.document ?? UNNAMED;
}

/** The organisation, and the date it is for it. */
export async function organisationToday({ db, clock }: Pick<Deps, "db" | "clock">) {
  const organisation = await getOrganisation(db);
  return { organisation, today: dateIn(organisation.timeZone, clock.now()) };
}
