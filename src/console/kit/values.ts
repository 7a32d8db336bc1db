/** What stands in the fields of a form, by name: none of a box that is not ticked, several of a group of boxes. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** A document as what stands in fields. */
export function valuesOf(document: unknown, name = ""): Values {
  if (document === undefined || document === null || document === false) return {};
  if (document === true) return { [name]: ["on"] };
  if (typeof document !== "object") return { [name]: [String(document)] };
  if (Array.isArray(document) && document.every((each) => typeof each !== "object")) {
    return document.length === 0 ? {} : { [name]: document.map(String) };
  }
  const parts = Object.entries(document).map(([part, value]) =>
    valuesOf(value, name === "" ? part : `${name}.${part}`),
  );
  return Object.assign({}, ...parts);
}

/** What stands in a field; "" where nothing does. */
export const valueIn = (values: Values, name: string): string => values[name]?.[0] ?? "";

/** How many rows of a name are filled. */
export function rowsIn(values: Values, name: string): number {
  const rows = Object.keys(values).flatMap((each) => rowOf(each, name) ?? []);
  return rows.length === 0 ? 0 : Math.max(...rows) + 1;
}

/** The number of the row that a field is in, of the rows of a name. */
function rowOf(field: string, name: string): number | null {
  if (!field.startsWith(`${name}.`)) return null;
  const [row = ""] = field.slice(name.length + 1).split(".");
  return /^\d{1,4}$/.test(row) ? Number(row) : null;
}

/** What is not typed does not make a row: a key that is kept beside it. */
const isTyped = (field: string, values: readonly string[]) =>
  !field.endsWith(".key") && values.some((value) => value.trim() !== "");

/** The same without rows in which nothing is typed, and the rest numbered anew: what was cleared is taken away. */
export function withoutBlankRows(values: Values): Values {
  const filled = new Set<string>();
  for (const [field, typed] of Object.entries(values)) {
    if (isTyped(field, typed)) for (const row of rowsAround(field)) filled.add(row);
  }
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const row of [...filled].sort(byNumber)) {
    const list = row.slice(0, row.lastIndexOf("."));
    numbers.set(row, counts.get(list) ?? 0);
    counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  const kept = Object.entries(values).filter(([field]) => rowsAround(field).every((row) => filled.has(row)));
  return Object.fromEntries(kept.map(([field, typed]) => [renumbered(field, numbers), typed]));
}

/** The same without one row, such as `products.0`. */
export const withoutRow = (values: Values, row: string): Values =>
  withoutBlankRows(Object.fromEntries(Object.entries(values).filter(([field]) => !field.startsWith(`${row}.`))));

/** Every row that a field is in: `services.0` and `services.0.locations.2`. */
const rowsAround = (field: string): string[] =>
  [...field.matchAll(/\.\d{1,4}(?=\.)/g)].map(({ index, 0: number }) => field.slice(0, index + number.length));

const byNumber = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

function renumbered(field: string, numbers: ReadonlyMap<string, number>): string {
  const rows = rowsAround(field);
  // From the innermost, whose place in the text those before it do not move.
  return rows.reduceRight((text, row) => {
    const at = row.lastIndexOf(".");
    return `${text.slice(0, at)}.${numbers.get(row)}${text.slice(row.length)}`;
  }, field);
}

/** Whether the same stands in a field of two forms. */
export const isSame = (one: Values, other: Values, name: string): boolean =>
  (one[name] ?? []).join("\n") === (other[name] ?? []).join("\n");
