import type { Db } from "../../db/client.ts";
import type { Register } from "../../model/register.ts";
import { loadCorrections } from "../changes/correct.ts";
import { getOrganisation } from "../changes/organisation.ts";
import { loadHistory } from "./load-history.ts";
import { getSnapshot, latestSnapshot } from "./snapshots.ts";

/** Reads everything that is published. */
export async function loadRegister(db: Db): Promise<Register> {
  // One repeatable-read transaction: the version must be that of the list it is shown with.
  return db.transaction(
    async (tx) => {
      const latest = await latestSnapshot(tx);
      return {
        organisation: await getOrganisation(tx),
        history: (await loadHistory(tx)).filter(({ set }) => set.state !== "draft"),
        corrections: await loadCorrections(tx),
        snapshot: latest && (await getSnapshot(tx, latest.number)),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
