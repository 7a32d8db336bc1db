import type { Db } from "../../db/client.ts";
import { organisation } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";

export async function getOrganisation(db: Db): Promise<Organisation> {
  const [row] = await db.select().from(organisation);
  return row?.document ?? UNNAMED;
}

/** The date it is for the organisation. */
export async function today({ db, clock }: Pick<Deps, "db" | "clock">): Promise<IsoDate> {
  return dateIn((await getOrganisation(db)).timeZone, clock.now());
}
