/** One structured line per event. Never an e-mail address, a token or a key. */
export type Log = (event: string, fields?: Record<string, string | number | boolean | null | undefined>) => void;

// biome-ignore lint/suspicious/noConsole: the one place that writes the log, on Node and on Workers alike
export const logLine: Log = (event, fields = {}) => console.log(JSON.stringify({ event, ...fields }));
