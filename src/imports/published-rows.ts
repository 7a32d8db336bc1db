import type { Mapping, VendorReading } from "./reading.ts";
import type { Source, SourceTable } from "./source.ts";

/** A link to a vendor's service on the page, as our own CSV has it in each row. */
const ADDRESS = /\/vendors\/([a-z0-9]+(?:-[a-z0-9]+)*)#\S*$/;

const slugIn = (text: string): string | undefined => ADDRESS.exec(text.trim())?.[1];

/** The column of a table that has such a link in each row; -1 where there is none. */
const linkColumn = ({ rows }: SourceTable): number =>
  rows[0]?.cells.findIndex((_, column) => rows.every(({ cells }) => slugIn(cells[column]?.text ?? "") !== undefined)) ??
  -1;

/** What the columns of our own CSV are that no vendor has: since when it is listed so, and where it stands. */
export const mappingOfPublished = ({ tables }: Source): Mapping =>
  tables.flatMap((table, at) => {
    const column = linkColumn(table);
    if (column < 0) return [];
    return [column - 1, column]
      .filter((each) => each >= 0)
      .map((each) => ({ table: at, column: each, field: "nothing" as const }));
  });

/** The slugs that rows of our own CSV name, by where they stand. */
function slugsByRow({ tables }: Source): Map<string, string> {
  const named = tables.flatMap((table) => {
    const column = linkColumn(table);
    return table.rows.flatMap(({ at, cells }): [string, string][] => {
      const slug = slugIn(cells[column]?.text ?? "");
      return slug === undefined ? [] : [[at, slug]];
    });
  });
  return new Map(named);
}

/** Readings of our own CSV with the slugs that their rows name: a vendor is then known whatever it is called. */
export function withPublishedSlugs(source: Source, readings: readonly VendorReading[]): readonly VendorReading[] {
  const slugs = slugsByRow(source);
  if (slugs.size === 0) return readings;
  return readings.map((reading) => {
    const [slug, ...others] = new Set(reading.rows.flatMap((row) => slugs.get(row) ?? []));
    return slug === undefined || others.length > 0 ? reading : { ...reading, document: { ...reading.document, slug } };
  });
}
