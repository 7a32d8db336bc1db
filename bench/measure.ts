import { performance } from "node:perf_hooks";

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The one in the middle; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
}

/** The same work several times in a row: what else the machine does then hits each column of a table alike. */
export async function rounds<Row extends Record<string, number>>(
  times: number,
  round: () => Promise<Row>,
): Promise<Row> {
  const rows: Row[] = [];
  for (let done = 0; done < times; done += 1) rows.push(await round());
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rows.map((row) => row[name] ?? Number.NaN))])) as Row;
}

/** By how much the last is more than the first: 0.2 is a fifth more. */
export const growth = (values: readonly number[]): number =>
  (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN) - 1;

/** A day that is late enough for every period, and near enough to be announced: in a year. */
export const inAYear = (): string => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
