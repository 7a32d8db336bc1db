import { kindOf } from "../imports/guess-kinds.ts";
import { type GuessRule, hasOneReading } from "../imports/guess-rules.ts";
import { isOnlyPlaces } from "../imports/places/places.ts";
import type { Plan, PlannedVendor } from "./plan.ts";
import { fieldOf, told } from "./plan-text.ts";
import { printable } from "./printable.ts";

/** The most lines that are told of anything. */
const MOST = 100;

/** A title with its lines; nothing where there are none. */
function part(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > MOST ? [`  and ${lines.length - MOST} more`] : [];
  return [title, ...lines.slice(0, MOST), ...more].map((line) => `${printable(line)}\n`).join("");
}

const headerOf = ({ header }: Plan["tables"][number]["columns"][number]): string => told(header || "(no header)");

/** What each column was taken for, and the tables that were not read: their rows are in no plan. */
export function columnsText({ tables }: Plan): string {
  const named = ({ heading }: Plan["tables"][number]) => (heading ? `${told(heading)}: ` : "");
  const read = tables.filter(({ used }) => used);
  const left = tables.filter(({ used }) => !used);
  return [
    part(
      "Columns, as they were read:",
      read.map((table) => {
        const columns = table.columns.map(
          (column) => `${headerOf(column)} as ${column.field ?? "nothing known"}${column.sure ? "" : " (not sure)"}`,
        );
        return `  ${named(table)}${columns.join(", ")}`;
      }),
    ),
    part(
      "Tables that were not read, as no column of them is plainly a vendor's name:",
      left.map((table) => {
        const columns = table.columns.map(
          (column) => `${headerOf(column)} (${column.samples.map((each) => told(each)).join(", ") || "empty"})`,
        );
        return `  ${named(table)}${columns.join(", ")}`;
      }),
    ),
  ].join("");
}

/** What was read and is sure, and what the file says and the plan has not. */
export function readingText(plan: Plan): string {
  const sure = plan.vendors.flatMap(({ name, guesses }) =>
    guesses
      .filter((guess) => guess.sure && !guess.open)
      .map((guess) => `  ${name}: ${told(guess.from)} was read as ${told(guess.made)}`),
  );
  const lost = [...plan.lost, ...plan.vendors.flatMap((vendor) => vendor.lost)];
  return [
    part("Read, and sure:", sure),
    columnsText(plan),
    part(
      "Not taken over:",
      lost.map(({ column, from, why }) => `  ${column}: ${told(from)} (${why})`),
    ),
    // A list in our own form has no tables, and says each vendor as a whole.
    plan.tables.length > 0 ? "What the file leaves empty, or has no column for, stays as the list has it.\n" : "",
  ].join("");
}

type Asked = { name: string; guess: PlannedVendor["guesses"][number] };

/**
 * What is asked about and can be read in one way; `misread` is what would put nothing but places into a description, such as a
 * purpose: its column is probably one of places, and that is somebody's to say.
 */
export function confirmable({ vendors }: Plan): { asked: Asked[]; misread: Asked[] } {
  const open = vendors.flatMap(({ name, guesses }) =>
    guesses.filter((each) => each.open && hasOneReading(each)).map((guess) => ({ name, guess })),
  );
  const [asked, misread] = [open.filter((each) => !isMisread(each)), open.filter(isMisread)];
  return { asked, misread };
}

function isMisread({ guess }: Asked): boolean {
  if (kindOf({ pointer: guess.pointer, rule: guess.rule as GuessRule }) !== "data") return false;
  return isOnlyPlaces(guess.from);
}

/** What was confirmed, and what was not. */
export const confirmedText = ({ asked, misread }: ReturnType<typeof confirmable>): string =>
  [
    part(
      "Confirmed:",
      asked.map(
        ({ name, guess }) => `  ${name}: ${told(guess.from)} as ${told(guess.made)} (${fieldOf(guess.pointer)})`,
      ),
    ),
    part(
      "Not confirmed, as it names places and its column was read as something else (say in the console what the column is):",
      misread.map(({ name, guess }) => `  ${name}: ${told(guess.from)} (${fieldOf(guess.pointer)})`),
    ),
  ].join("");
