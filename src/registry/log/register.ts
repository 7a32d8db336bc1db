import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { atOneMoment } from "../../db/reading.ts";
import { notices } from "../../db/schema.ts";
import type { Correction } from "../../model/change/change-set.ts";
import type { Register } from "../../model/change/register.ts";
import { loadHistory } from "./history.ts";
import { readOrganisation } from "./organisation.ts";
import { getSnapshot, latestSnapshot } from "./snapshots.ts";

/** Reads everything that is published. */
export async function loadRegister(db: Db): Promise<Register> {
  // The version must be that of the list it is shown with.
  return atOneMoment(db, async (tx) => {
    const latest = await latestSnapshot(tx);
    return {
      ...(await readOrganisation(tx)),
      history: (await loadHistory(tx)).filter(({ set }) => set.state !== "draft"),
      corrections: await loadCorrections(tx),
      snapshot: latest && (await getSnapshot(tx, latest.number)),
    };
  });
}

/** Every correction, in the order in which they were made. */
export async function loadCorrections(db: Db): Promise<Correction[]> {
  const rows = await db.select().from(notices).where(eq(notices.kind, "correction")).orderBy(asc(notices.createdAt));
  return rows.flatMap(({ changeSet, about, createdAt }) =>
    changeSet === null || !about?.text ? [] : [{ changeSet, text: about.text, at: createdAt }],
  );
}
