import type { VendorInput } from "../model/vendor/vendor-document.ts";

/** Something that was made of what a file says. Nothing that is unsure is applied before somebody has confirmed it. */
export type Guess = {
  /** JSON pointer into the vendor's document: `/services/0/locations/0/country`. */
  pointer: string;
  /** What the file says, as it says it. */
  from: string;
  made: unknown;
  /** How it was made: a code of `GUESS_RULES`. */
  rule: string;
  sure: boolean;
  /** What else it may mean. */
  instead: readonly unknown[];
};

/** What a file says and the registry has no place for, or could not read. */
export type Lost = { column: string; from: string; why: string };

/** A vendor as a file says it. */
export type VendorReading = {
  /** Where in the file it stands. */
  rows: readonly string[];
  document: VendorInput;
  /** The fields that the file is about, by pointer: others stay as the registry has them. */
  stated: readonly string[];
  guesses: readonly Guess[];
  lost: readonly Lost[];
};
