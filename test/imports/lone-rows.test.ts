import { describe, expect, test } from "vitest";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { makePlan } from "../../src/imports/plan.ts";
import { read } from "./reading.ts";

/** What stands below or between the vendors of a table is listed as a vendor by nobody's silence. */

const readOf = async (text: string) =>
  readVendors(await read(text, { format: /^[|-]/.test(text) ? "markdown" : "csv" }), { today: "2026-11-27" });

/** Of each vendor its name, and by what it is asked whether it is one. */
const named = async (text: string) =>
  (await readOf(text)).vendors.map(({ document, guesses }) => [
    document.name,
    ...guesses.filter(({ rule, sure }) => rule === "alone" && !sure).map(({ from }) => from),
  ]);

const FULL = "Vendor,Purpose,Location\nPebble,Mail,Germany\nTern,Hosting,France\n";

describe("a row that has a name alone, where others are full", () => {
  test.each(["Page 1 of 1", "For questions write to us", "Gull", "Last updated 2025"])(
    "is asked about: %s",
    async (row) => {
      expect(await named(`${FULL}${row}\n`)).toEqual([["Pebble"], ["Tern"], [row, row]]);
    },
  );

  test.each([
    "Last updated: 1 March 2025",
    "Total: 2",
    "Contact: privacy@pebble.example",
    "(c) 2025 Pebble Ltd",
    "© Pebble",
    "* Only used where the customer asks for it.",
    "Legend: P = processor",
  ])("is lost, and said, where it is plainly none: %s", async (row) => {
    expect(await named(`${FULL}"${row}"\n`)).toEqual([["Pebble"], ["Tern"]]);
    expect((await readOf(`${FULL}"${row}"\n`)).lost).toEqual([{ column: "line 4", from: row, why: "no-vendor" }]);
  });

  test("is asked about in Markdown, and not where it is a link or many rows are so", async () => {
    const above = "| Vendor | Purpose |\n|--|--|\n| Pebble | Mail |\n";
    expect(await named(`${above}| Updated 2025 | |\n`)).toEqual([["Pebble"], ["Updated 2025", "Updated 2025"]]);
    expect(await named(`${above}| [Gull](https://gull.example) | |\n`)).toEqual([["Pebble"], ["Gull"]]);
    expect(await named("Vendor,Note\nPebble,\nTern,\nGull,\nSkua,since May\n")).toEqual(
      ["Pebble", "Tern", "Gull", "Skua"].map((name) => [name]),
    );
  });

  test("answered with no is left out, and its question stands by itself", async () => {
    const { vendors } = await readOf(`${FULL}Page 1 of 1\n`);
    const plan = (guesses: Record<string, unknown>) =>
      makePlan({ readings: vendors, whole: false, known: [], answers: { guesses, vendors: {} }, check: () => [] })[2];
    const [id = ""] = plan({})?.open ?? [];
    expect([plan({})?.what, plan({ [id]: true })?.what, plan({ [id]: null })?.what]).toEqual(["unsure", "add", "same"]);
  });
});

test("a row that counts the others is asked about", async () => {
  expect(await named(`${FULL}Total,,6 vendors\n`)).toEqual([["Pebble"], ["Tern"], ["Total", "Total | 6 vendors"]]);
});

describe("a row that names those which follow", () => {
  const GROUPED = `| Vendor | Purpose | Location |
|--|--|--|
| **Infrastructure** | | |
| Pebble | Hosting | Germany |
| **Support** | | |
| Tern | Tickets | Ireland |
| *No longer used* | | |
| Gull | Chat | US |
`;
  /** Of each vendor its name, category, and by what it is asked. */
  const groups = async (text: string) =>
    (await readOf(text)).vendors.map(({ document, guesses }) => [
      document.name,
      document.services[0]?.category,
      ...guesses.filter(({ rule, sure }) => !sure && (rule === "alone" || rule === "planned")).map(({ from }) => from),
    ]);

  test("in bold, in italics or with a colon is their heading", async () => {
    const read = [
      ["Pebble", "Infrastructure"],
      ["Tern", "Support"],
      ["Gull", undefined, "No longer used"],
    ];
    expect(await groups(GROUPED)).toEqual(read);
    const lines =
      "Infrastructure:,,\nPebble,Hosting,DE\nSupport:,,\nTern,Tickets,IE\nNo longer used:,,\nGull,Chat,US\n";
    expect(await groups(`Vendor,Purpose,Location\n${lines}`)).toEqual(read);
  });

  test("is a name like others where all names are in bold, and is none behind the last full row", async () => {
    const above = "| Vendor | Purpose |\n|--|--|\n| **Pebble** | Mail |\n";
    expect((await groups(`${above}| **Tern** | |\n| **Gull** | Chat |\n`)).map(([name]) => name)).toEqual([
      "Pebble",
      "Tern",
      "Gull",
    ]);
    expect(await named("| Vendor | Purpose |\n|--|--|\n| Pebble | Mail |\n| **Updated 2025** | |\n")).toEqual([
      ["Pebble"],
      ["Updated 2025", "Updated 2025"],
    ]);
  });
});

test("a plain list of names asks about none of them", async () => {
  expect(await named("- Pebble Ltd\n- Tern Ltd\n")).toEqual([["Pebble"], ["Tern"]]);
});
