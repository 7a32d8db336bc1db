import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { atOneMoment } from "../../db/reading.ts";
import { notices, organisation, postponements, publishers } from "../../db/schema.ts";
import { type Correction, Postponement } from "../../model/change/change-set.ts";
import type { Publisher } from "../../model/change/publishers.ts";
import type { Register } from "../../model/change/register.ts";
import { organisationWithPresentKeys } from "../../model/change/renamed-keys.ts";
import { loadHistory } from "./history.ts";
import { loadLogo } from "./logo.ts";
import { readOrganisation } from "./organisation.ts";
import { getSnapshot, latestSnapshot } from "./snapshots.ts";

/** Reads everything that is published. */
export async function loadRegister(db: Db): Promise<Register> {
  // The version must be that of the list it is shown with.
  return atOneMoment(db, async (tx) => {
    const latest = await latestSnapshot(tx);
    return {
      ...(await readOrganisation(tx)),
      logo: await loadLogo(tx),
      publishers: await loadPublishers(tx),
      history: (await loadHistory(tx)).filter(({ set }) => set.state !== "draft"),
      corrections: await loadCorrections(tx),
      postponements: await loadPostponements(tx),
      snapshot: latest && (await getSnapshot(tx, latest.number)),
    };
  });
}

/** Who has published the list, first to last, by the keys that products and regions have now. */
async function loadPublishers(db: Db): Promise<Publisher[]> {
  const rows = await db
    .select({ publishedOn: publishers.publishedOn, document: publishers.document, renamed: organisation.renamed })
    .from(publishers)
    .leftJoin(organisation, sql`true`)
    .orderBy(asc(publishers.snapshot));
  return rows.map(({ publishedOn, document, renamed }) => ({
    publishedOn,
    organisation: organisationWithPresentKeys(document, renamed ?? []),
  }));
}

/** Every correction, in the order in which they were made. */
export async function loadCorrections(db: Db): Promise<Correction[]> {
  const rows = await db.select().from(notices).where(eq(notices.kind, "correction")).orderBy(asc(notices.createdAt));
  return rows.flatMap(({ changeSet, about, createdAt }) =>
    changeSet === null || !about?.text
      ? []
      : [{ changeSet, text: about.text, ...(about.changes && { changes: about.changes }), at: createdAt }],
  );
}

/** Every time that changes were put off, or those of some sets, in their order. */
export const loadPostponements = (db: Db, sets?: readonly number[]) =>
  db
    .select({ changeSet: postponements.changeSet, ...columnsOf(postponements, Postponement) })
    .from(postponements)
    .where(sets && inArray(postponements.changeSet, [...sets]))
    .orderBy(asc(postponements.at));
