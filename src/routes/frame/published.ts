import { isUnavailable } from "../../db/errors.ts";
import type { Deps } from "../../deps.ts";
import type { Register } from "../../model/change/register.ts";
import { loadRegister } from "../../registry/log/register.ts";
import { latestSnapshot } from "../../registry/log/snapshots.ts";

/** The published register, and whether it comes from memory because the database does not answer. */
export type Published = { register: Register; stale: boolean };

/** How long a reader waits for the database before the list comes from memory. */
const PATIENCE_MS = 3000;

/** Keeps the last register read, so that the page is served while the database is down, and read anew only when it changed. */
export function publishedReader(): (deps: Deps) => Promise<Published> {
  let last: Register | null = null;
  return async ({ db }) => {
    try {
      const version = await withPatience(latestSnapshot(db));
      if (!last || !version || last.snapshot?.hash !== version.hash) last = await withPatience(loadRegister(db));
      return { register: last, stale: false };
    } catch (error) {
      if (!last || !isUnavailable(error)) throw error;
      return { register: last, stale: true };
    }
  };
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new SlowDatabase()), PATIENCE_MS);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}

class SlowDatabase extends Error {
  readonly code = "CONNECT_TIMEOUT";
}
