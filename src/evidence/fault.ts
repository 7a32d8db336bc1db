/** Of what something can be wrong: in this order they are checked. */
export const TABLES = [
  "audit",
  "snapshot",
  "change-set",
  "customer",
  "notice",
  "mail",
  "delivery",
  "response",
] as const;
export type Table = (typeof TABLES)[number];

/** What is wrong: the record, by what identifies it, and why. */
export type Fault = { table: Table; id: string; reason: string };

/** Takes what a verification finds, as it finds it. */
export type Notes = {
  /** A record is not what it should be. */
  wrong(table: Table, id: string | number, reason: string): void;
  /** Something of a record was erased: what it said cannot be checked any more. */
  erased(table: Table, id: string): void;
  /** So many records of a table were checked. */
  checked(table: Table, count: number): void;
};
