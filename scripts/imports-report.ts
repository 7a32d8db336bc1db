import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "../src/imports/formats/read.ts";
import { readVendors } from "../src/imports/meaning/read.ts";
import type { Reading } from "../src/imports/reading.ts";
import type { Source } from "../src/imports/source.ts";
import type { IsoDate } from "../src/model/values/dates.ts";
import { Refusal } from "../src/model/values/refusal.ts";

// What is read of lists: `node --import tsx scripts/imports-report.ts <folder>` counts for each file of a folder its rows, vendors,
// places, guesses and losses; with `--rows` it prints each vendor as it is read as well, to be compared with the file.

const [folder, ...options] = process.argv.slice(2);
if (!folder) throw new Error("usage: node --import tsx scripts/imports-report.ts <folder> [--rows]");

const today = new Date().toISOString().slice(0, 10) as IsoDate;

const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name)
  .sort();

type Counts = Record<"rows" | "vendors" | "places" | "sure" | "asked" | "offered" | "lost", number>;

function countsOf(source: Source, { tables, vendors, lost }: Reading): Counts {
  const guesses = vendors.flatMap((vendor) => vendor.guesses);
  const places = guesses.filter(({ pointer }) => /\/locations\/\d+\/country$/.test(pointer));
  return {
    rows: source.tables.reduce((sum, { rows }, index) => sum + (tables[index]?.used ? rows.length : 0), 0),
    vendors: vendors.length,
    places: places.length,
    sure: places.filter(({ sure }) => sure).length,
    asked: guesses.filter(({ sure, offered }) => !sure && !offered).length,
    offered: guesses.filter(({ offered }) => offered).length,
    lost: lost.length + vendors.reduce((sum, vendor) => sum + vendor.lost.length, 0),
  };
}

function printRows({ tables, vendors, lost }: Reading): void {
  for (const { heading, columns, used } of tables) {
    const named = columns.map(
      ({ header, field, sure }) => `${header || "—"} = ${field ?? "nothing known"}${sure ? "" : "?"}`,
    );
    console.log(`  [${used ? "read" : "left"}] ${heading}: ${named.join("; ")}`);
  }
  for (const { rows, document, guesses, lost: left } of vendors) {
    console.log(`  ${rows.join(", ")}: ${JSON.stringify(document)}`);
    for (const { pointer, from, made, rule, sure, instead, offered } of guesses) {
      const what = offered ? "offered" : sure ? "sure" : "ASKED";
      console.log(
        `      ${what} ${pointer} = ${JSON.stringify(made)} of ${JSON.stringify(from.slice(0, 120))} (${rule}) ${instead.join()}`,
      );
    }
    for (const { column, from, why } of left)
      console.log(`      LOST ${column}: ${JSON.stringify(from.slice(0, 160))} (${why})`);
  }
  for (const { column, from, why } of lost)
    console.log(`  LOST ${column}: ${JSON.stringify(from.slice(0, 160))} (${why})`);
}

const all: Partial<Counts> = {};
for (const name of files) {
  try {
    const source = await readSource(readFileSync(join(folder, name)), { fileName: name });
    const reading = readVendors(source, { today });
    const counts = countsOf(source, reading);
    console.log(
      `${name}: ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(", ")}`,
    );
    if (options.includes("--rows")) printRows(reading);
    for (const [what, count] of Object.entries(counts) as [keyof Counts, number][])
      all[what] = (all[what] ?? 0) + count;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(`${name}: ${JSON.stringify(error.members ?? error.message)}`);
  }
}
console.log(`all: ${JSON.stringify(all)}`);
