import type * as english from "./en/index.ts";

/** What every language has words for. */
export type Dictionary = typeof english;
