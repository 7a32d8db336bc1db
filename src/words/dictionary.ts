import type * as console from "./en/for-console.ts";
import type * as english from "./en/index.ts";

/** What every language has words for. */
export type Dictionary = typeof english;

/** What the languages of the console have words for besides. */
export type ConsoleDictionary = typeof console;
