import { isOvertaken, isUnavailable } from "../../db/errors.ts";
import type { Deps } from "../../deps.ts";
import { type Locked, type Mutation, RegistryBusy, writeRegistry, writeWithoutLock } from "../log/frame.ts";

/** More than a visitor can have waiting of a form before their further requests are dropped. */
export const WAITING_PER_IP = 100;

/** Requests of a form, which are taken by one insert whatever the address, and decided afterwards. */
type Waiting = {
  /** What the log calls them. */
  name: "signup" | "sign-in";
  /** The one that has waited longest. */
  next: () => Promise<{ id: string } | undefined>;
  /** Decides what a request leads to. */
  settle: (w: Locked, id: string) => Promise<void>;
  /** Lets go of one that cannot be decided. */
  setAside: (w: Mutation, id: string) => Promise<void>;
};

/** Decides what waits, one after another. Tells if more wait. */
export async function settleWaiting(deps: Deps, atMost: number, waiting: Waiting): Promise<boolean> {
  for (let settled = 0; settled < atMost; settled += 1) {
    // One transaction each, so that one that breaks holds up nobody else.
    const next = await waiting.next();
    if (!next) return false;
    try {
      await writeRegistry(deps, "public", (w) => waiting.settle(w, next.id), { wait: false });
    } catch (error) {
      // Sending goes on while the registry is written, however long that takes: the next minute comes back to it.
      if (error instanceof RegistryBusy) return false;
      if (isUnavailable(error)) throw error;
      if (isOvertaken(error)) continue;
      deps.log(`${waiting.name}.broken`, {
        [waiting.name]: next.id,
        error: error instanceof Error ? error.name : "unknown",
      });
      await writeWithoutLock(deps, "system", (w) => waiting.setAside(w, next.id));
    }
  }
  return true;
}
