/** How the times of records and of the log's entries about them go together. */

/**
 * An entry is written at the end of the transaction that writes what it is about. Each reads the clock by itself, and
 * that may be set back meanwhile.
 */
const LONGEST_TRANSACTION_MS = 60_000;

/** Whether a time is that of the transaction whose entry was written at another; or there is neither. */
export function isOf(time: Date | null, entryAt: string | null): boolean {
  if (time === null || entryAt === null) return time === entryAt;
  return Math.abs(new Date(entryAt).getTime() - time.getTime()) < LONGEST_TRANSACTION_MS;
}

export const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
