import { setTimeout as wait } from "node:timers/promises";

/** The only source of the time. */
export type Clock = { now(): Date };

/**
 * What sending waits by, in milliseconds: never a rehearsed time, as the provider's limit is of the real one. A sleep
 * ends early, without an error, when `signal` says so.
 */
export type Timer = { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> };

/** Whether no more than so many milliseconds have passed since; false too where the clock was set back meanwhile. */
export function isWithin(timer: Timer, since: number, ms: number): boolean {
  const passed = timer.now() - since;
  return passed >= 0 && passed <= ms;
}

/** The real time, or a time that runs on from `startingAt` (an instant), for rehearsing the future. */
export function clockFrom(startingAt?: Date): Clock {
  const offset = startingAt ? startingAt.getTime() - Date.now() : 0;
  return { now: () => new Date(Date.now() + offset) };
}

export const realTimer: Timer = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => {}),
};

/** Rings once, so many milliseconds of real time from now, unless what it gives is called before. */
export function alarm(ms: number, ring: () => void): () => void {
  const timeout = setTimeout(ring, ms);
  return () => clearTimeout(timeout);
}

/** Lets whatever else waits have its turn: what is long is done in pieces, with one of these between. */
export const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));
