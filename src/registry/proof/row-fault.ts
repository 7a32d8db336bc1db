/** What is wrong with a row; a row that cannot be read as one of its table is wrong, too, and no failure of the check. */
export function faultOf(check: () => string | null): string | null {
  try {
    return check();
  } catch {
    return "it is not what a row of its table is";
  }
}

/** Whoever has the database can write a time that is none (infinity): it equals no other. */
export const isoOf = (at: Date): string => (Number.isNaN(at.getTime()) ? "no time" : at.toISOString());
