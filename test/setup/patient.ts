import { expect, vi } from "vitest";

/** For `vi.waitFor` and `vi.waitUntil`: ends what hangs, a little before its test would end without saying why. */
export const PATIENT = { timeout: 290_000, interval: 20 };

/** Waits until so many sessions of a database wait for a lock that another session holds. */
export async function untilLocked(
  { rows }: { rows: (statement: string) => Promise<unknown[]> },
  sessions: number,
): Promise<void> {
  const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await vi.waitFor(async () => expect(await rows(waiting)).toHaveLength(sessions), PATIENT);
}
