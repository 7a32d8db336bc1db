import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { auditLog, organisation as table } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { RecordedAmendment } from "../../model/amendment.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { type Calendar, dayOf } from "../../model/values/dates.ts";
import { lawWith } from "../../transfers/index.ts";

export async function getOrganisation(db: Db): Promise<Organisation> {
  return (await readOrganisation(db)).organisation;
}

/** Who publishes, what its days follow from, and what it has added to the law: that is in the log and nowhere else. */
export type OrganisationAndLaw = {
  organisation: Organisation;
  calendar: Calendar;
  amendments: readonly RecordedAmendment[];
};

const NONE: readonly RecordedAmendment[] = [];

/** The columns that these are read from, in one statement. The action is written out, so that its index is used. */
export const ORGANISATION_AND_LAW = {
  document: table.document,
  reached: table.reached,
  amendments: sql<unknown[] | null>`(
    select json_agg(${auditLog.data}::json order by ${auditLog.sequence}) from ${auditLog}
    where ${auditLog.action} = 'law.amended')`,
};

export async function readOrganisation(db: Db): Promise<OrganisationAndLaw> {
  const [row] = await db.select(ORGANISATION_AND_LAW).from(table);
  return organisationAndLawOf(row);
}

type Row = Pick<typeof table.$inferSelect, "document" | "reached">;

/** The organisation of its row. */
export function organisationOf(row: Row | undefined) {
  const organisation = row?.document ?? UNNAMED;
  return { organisation, calendar: { timeZone: organisation.timeZone, reached: row?.reached ?? null } };
}

/** The same with what it has added to the law. */
export function organisationAndLawOf(row: (Row & { amendments: unknown[] | null }) | undefined): OrganisationAndLaw {
  return {
    ...organisationOf(row),
    amendments: row?.amendments?.map((each) => RecordedAmendment.parse(each)) ?? NONE,
  };
}

/** The organisation, the date it is for it, and the law with what it has added. */
export async function organisationToday({ db, clock }: Pick<Deps, "db" | "clock">) {
  const { organisation, calendar, amendments } = await readOrganisation(db);
  return { organisation, today: dayOf(calendar, clock.now()), amendments, law: lawWith(amendments) };
}
