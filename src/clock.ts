/** The only source of the time. */
export type Clock = { now(): Date };

/** The real time, or a time that runs on from `startingAt` (an instant), for rehearsing the future. */
export function clockFrom(startingAt?: Date): Clock {
  const offset = startingAt ? startingAt.getTime() - Date.now() : 0;
  return { now: () => new Date(Date.now() + offset) };
}
