import type { VendorInput } from "../model/vendor/vendor-document.ts";
import type { ColumnField, GuessRule, LostReason } from "./guess-rules.ts";

/**
 * Something that was made of what a file says. Nothing that is unsure is applied before somebody has confirmed it. What a
 * sure column says is taken over as it stands, without a guess.
 */
export type Guess = {
  /**
   * JSON pointer into the vendor's document: `/services/0/locations/0/country`. Without what a part must have, such as the
   * country of a place, the part goes with it.
   */
  pointer: string;
  /** What the file says, as it says it. */
  from: string;
  /** The column and all of its cell, where `from` is a part of it: what stands beside may turn what it says. */
  cell?: string;
  made: unknown;
  /** How it was made. */
  rule: GuessRule;
  sure: boolean;
  /** What else it may mean. */
  instead: readonly unknown[];
  /** What of the cell was not understood, by which it is not sure. */
  unclear?: readonly string[];
  /** A suggestion, which the file does not say: it is in the document only once somebody takes it, and holds nothing up. */
  offered?: true;
};

/** What a file says and the registry has no place for, or could not read. */
export type Lost = { column: string; from: string; why: LostReason };

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

/** What a column is taken for. `field` is null where nothing tells: what it says is lost, and said to be. */
export type ColumnReading = { header: string; samples: readonly string[]; field: ColumnField | null; sure: boolean };

/** A table with what its columns are, and whether its rows are read as vendors. */
export type TableReading = { heading: string; columns: readonly ColumnReading[]; used: boolean };

/**
 * What somebody says that a column is: by its position or its header, in one table or in all. It makes the column sure. A
 * table with a column that is a vendor's name by it is read, and one whose every column is null is not.
 */
export type Mapping = readonly { table?: number | undefined; column: number | string; field: ColumnField | null }[];

/** What is read of a file. `lost` is what belongs to no vendor: rows that name none, with where they stand as `column`. */
export type Reading = {
  tables: readonly TableReading[];
  vendors: readonly VendorReading[];
  lost: readonly Lost[];
};
