/** Where something is that is not as it was recorded. */
export type Table = "audit" | "snapshot" | "change-set" | "customer" | "notice" | "delivery" | "mail" | "response";

/** What is wrong: the record, by what identifies it, and why. */
export type Fault = { table: Table; id: string; reason: string };

/** Keeps the first fault of each kind, in the order in which they were found. */
export function firstFaults() {
  const first = new Map<Table, Fault>();
  return {
    /** Takes the reason, or null where nothing is wrong. */
    note(table: Table, id: string | number, reason: string | null): void {
      if (reason !== null && !first.has(table)) first.set(table, { table, id: String(id), reason });
    },
    all: (): Fault[] => [...first.values()],
  };
}

export type Faults = ReturnType<typeof firstFaults>;
