import { realTimer } from "./clock.ts";

/** One structured line per event. Never an e-mail address, a token or a key. */
export type Log = (event: string, fields?: Record<string, string | number | boolean | null | undefined>) => void;

/** A line with the real time, in UTC, also where the registry rehearses another. */
export const logLine: Log = (event, fields = {}) => {
  const line = JSON.stringify({ time: new Date(realTimer.now()).toISOString(), event, ...fields });
  // biome-ignore lint/suspicious/noConsole: the one place that writes the log, on Node and on Workers alike
  console.log(line);
};
