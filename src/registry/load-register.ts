import type { Db } from "../db/client.ts";
import { loadHistory } from "./load-history.ts";
import { getOrganisation } from "./organisation.ts";
import type { Register } from "./register.ts";
import { latestSnapshot } from "./snapshots.ts";

/** Reads everything that is published. */
export async function loadRegister(db: Db): Promise<Register> {
  // One repeatable-read transaction: the version must be that of the list it is shown with.
  return db.transaction(
    async (tx) => ({
      organisation: await getOrganisation(tx),
      history: (await loadHistory(tx)).filter(({ set }) => set.state !== "draft"),
      snapshot: await latestSnapshot(tx),
    }),
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
