import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import type { Register } from "../../src/model/change/register.ts";
import { Organisation } from "../../src/model/organisation-document.ts";
import { csvRecords, csvValue } from "../../src/model/values/csv.ts";
import type { Locale } from "../../src/model/values/text.ts";
import { localized } from "../../src/model/values/text.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { annexOf } from "../../src/page/formats/annex.ts";
import { listAsCsv, listAsTable } from "../../src/page/formats/csv.ts";
import { listAsCycloneDx } from "../../src/page/formats/cyclonedx.ts";
import { annexAsDocx } from "../../src/page/formats/docx.ts";
import { renderEmbed } from "../../src/page/formats/embed.tsx";
import { listFor } from "../../src/page/formats/list-for.ts";
import { annexAsMarkdown } from "../../src/page/formats/markdown.ts";
import { publishedList } from "../../src/page/formats/published-list.ts";
import { llms } from "../../src/page/formats/site.ts";
import { renderRegistry } from "../../src/page/register/registry.tsx";
import { formatCountry } from "../../src/words/index.ts";
import { textOf } from "./html.ts";
import { listViewOn, publish } from "./published.ts";

const folder = new URL("../../examples/", import.meta.url);
const TODAY = "2026-11-21";

const EXAMPLES = readdirSync(folder).map((file) => {
  const raw = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  const organisation = Organisation.parse(raw.organisation);
  const vendors = (raw.vendors as unknown[]).map((each) => VendorInput.parse(each));
  const register = publish(organisation).baseline(vendors, "2026-01-01").register();
  return { file, register };
});

async function recordsOf(csv: string): Promise<string[][]> {
  const records: string[][] = [];
  // The mark at the beginning is the encoding's, and no part of the text.
  for await (const { cells } of csvRecords(
    (async function* () {
      yield csv.replace(/^\uFEFF/, "");
    })(),
  ))
    records.push(cells.map(csvValue));
  return records;
}

const wordOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;

/** The words of a Word document, as its XML has them. */
const wordsIn = (bytes: Uint8Array): string => {
  const { "word/document.xml": xml } = unzipSync(bytes);
  return textOf(`<body>${strFromU8(xml ?? new Uint8Array())}`).replaceAll("&apos;", "'");
};

/** What a reader of Markdown reads: without the signs that keep text from being markup. */
const plainOf = (markdown: string) =>
  markdown
    .replaceAll("<br>", " ")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ");

type View = ReturnType<typeof listViewOn>;

/** Every form of the list, as its reader reads it. `brief` has no room for data. */
const FORMS: { name: string; read: (view: View) => string | Promise<string>; brief?: true; codes?: true }[] = [
  { name: "page", read: (view) => textOf(renderRegistry({ ...view, at: null, filters: {} })) },
  { name: "CSV", read: async (view) => (await recordsOf(listAsCsv(view))).flat().join("\n").replace(/\s+/g, " ") },
  { name: "Markdown", read: (view) => plainOf(annexAsMarkdown(annexOf(view))) },
  { name: "Word", read: (view) => wordsIn(annexAsDocx(annexOf(view), view.locale)) },
  { name: "JSON", read: (view) => strings(publishedList(view)), codes: true },
  { name: "CycloneDX", read: (view) => strings(listAsCycloneDx(view)) },
  { name: "embed", read: (view) => textOf(renderEmbed(view)), brief: true },
];

/** All texts of a document. */
function strings(value: unknown): string {
  if (typeof value === "string") return value.replace(/\s+/g, " ");
  return typeof value === "object" && value !== null ? Object.values(value).map(strings).join("\n") : "";
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

/** What any form of the list must say of each service. */
function factsOf(register: Register, locale: Locale, form: (typeof FORMS)[number]): string[] {
  return listFor(listViewOn(register, TODAY, { locale })).flatMap(({ entry: { document }, service, name }) => [
    document.legalName ?? document.name,
    name,
    ...(service.purpose ? [squeezed(localized(service.purpose, locale))] : []),
    ...service.locations.map(({ country }) => (form.codes ? country : formatCountry(country, locale))),
    ...(form.brief ? [] : service.dataCategories),
  ]);
}

describe("every public form of the list says the same of the five examples", () => {
  test.each(EXAMPLES)("$file", async ({ register }) => {
    for (const locale of ["en", "fr"] as const) {
      const view = listViewOn(register, TODAY, { locale, lang: locale });
      for (const form of FORMS) {
        const read = squeezed(await form.read(view));
        for (const fact of factsOf(register, locale, form))
          expect(read, `${form.name}, ${locale}`).toContain(squeezed(fact));
      }
    }
  });
});

const harbor = {
  name: "=Harbor | *bold* <b>",
  legalName: "Harbor Software, Inc.",
  address: "1 Quay\nBoston",
  contact: { name: "Ada Quay", position: "DPO", email: "privacy@harbor.example" },
  services: [
    {
      key: "chat",
      name: "@Chat",
      purpose: { en: "Talks, with “visitors”; and more", fr: "Discute avec les visiteurs" },
      dataCategories: ["-Usage data", "＝Trackers"],
      dataSubjects: ["Visitors"],
      retention: "Six months",
      locations: [{ country: "US" }, { country: "IE", products: ["shop"] }],
      safeguards: [{ mechanism: "dpf" as const, regimes: ["eu" as const] }],
      products: ["app", "shop"],
    },
    { key: "desk", name: "Desk", role: "processor" as const, products: ["shop"], hostingRegions: ["eu"] },
  ],
};
const acme = {
  name: "Acme",
  regimes: ["eu" as const, "uk" as const],
  products: [
    { key: "app", name: "The app" },
    { key: "shop", name: "The shop" },
  ],
  hostingRegions: [
    { key: "eu", name: "Europe" },
    { key: "us", name: "America" },
  ],
};
const register = publish(acme)
  .baseline([harbor], "2026-03-01")
  .put({ name: "Mill", services: [{ purpose: "Grinds", products: ["app"] }] }, "2026-12-24", {
    announcedOn: "2026-11-10",
    lastDayToObjectOn: "2026-12-10",
  })
  .register();

test("the spreadsheet has a row for each service, runs nothing, and reads back as what was written", async () => {
  const view = listViewOn(register, TODAY);
  const [head, ...rows] = await recordsOf(listAsCsv(view));
  expect({ head, rows }).toEqual(listAsTable(view));
  expect(new Set(head).size).toBe(head?.length);
  expect(rows).toHaveLength(2);
  const cells = listAsCsv(view).split(/[,\r\n]+/);
  expect(cells.filter((cell) => /^"?[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  expect(listAsCsv(view)).toContain("'=Harbor");
});

test("the document for a contract has the columns that the clauses ask for, a row for each service and a head, and a table of its own for what is no subprocessor", async () => {
  const html = await wordOf(annexAsDocx(annexOf(listViewOn(register, TODAY)), "en"));
  expect(html.match(/<table>/g)).toHaveLength(2);
  expect(html.match(/<thead>/g)).toHaveLength(2);
  expect(html.match(/<tr>/g)).toHaveLength(4);
  const columns = [
    "Name and address",
    "Contact person’s name, position and contact details",
    "Description of the processing",
    "Personal data and data subjects",
    "Duration",
    "Place and transfer tools",
  ];
  expect([...html.matchAll(/<th>(.*?)<\/th>/g)].map(([, cell]) => textOf(`<body>${cell}`).trim())).toEqual([
    ...columns,
    ...columns,
  ]);
  const text = textOf(`<body>${html}`);
  for (const fact of [
    "=Harbor | *bold* <b>",
    "Ada Quay",
    "Six months",
    "Data Privacy Framework",
    "Mill",
    "24 December 2026",
  ])
    expect(text).toContain(fact);
  // A processor is on the list, and not in the annex.
  const beside = "Entries of another role, which are no part of these annexes";
  expect(text.indexOf("@Chat")).toBeLessThan(text.indexOf(beside));
  expect(text.indexOf(beside)).toBeLessThan(text.indexOf("Desk"));
  // Of a list without subprocessors nothing is beside.
  const alone = publish(acme)
    .baseline([{ ...harbor, services: harbor.services.slice(1) }], "2026-03-01")
    .register();
  expect(annexOf(listViewOn(alone, TODAY)).tables).toMatchObject([{ heading: null }]);
  expect(annexAsMarkdown(annexOf({ ...listViewOn(register, TODAY), locale: "fr" }))).toContain(
    "-Usage data\u00a0; ＝Trackers",
  );
});

test("the document says once what is alike under several regimes, and misses no transfer tool where none is needed", () => {
  const at = (country: string) => ({
    name: `In ${country}`,
    services: [{ category: "Hosting", purpose: "Hosts", locations: [{ country }] }],
  });
  const register = publish({ name: "Acme", regimes: ["eu", "uk", "ch"] })
    .baseline([at("IN"), at("FR")], "2026-01-01")
    .put({ ...at("DE"), name: "Quill" }, "2027-01-10", { announcedOn: "2026-11-20" })
    .register();
  const markdown = plainOf(annexAsMarkdown(annexOf(listViewOn(register, TODAY))));
  expect(markdown).toContain("*Transfers (EU, UK and Switzerland):* transfer tool not stated");
  expect(markdown).toContain("*Transfers (EU):* no transfer to a third country stated");
  expect(markdown).not.toContain("*Transfer tools:*");
  expect(markdown).toContain("From 10 January 2027 – Added: Quill");
});

test("Markdown keeps a name from being markup, and a cell on its line", () => {
  const markdown = annexAsMarkdown(annexOf(listViewOn(register, TODAY)));
  const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(6);
  // Each has as many cells as the head.
  for (const each of rows) expect(each.split(/(?<!\\)\|/)).toHaveLength(8);
  expect(markdown).toContain("**=Harbor \\| \\*bold\\* \\<b\\>**");
  expect(markdown).toContain("1 Quay<br>Boston");
});

test("each form is narrowed to a product or a region, with the places that are for it", async () => {
  const app = listViewOn(register, TODAY, { product: "app" });
  expect(listFor(app).map(({ name }) => name)).toEqual(["@Chat"]);
  const inEurope = listViewOn(register, TODAY, { product: "shop", region: "eu" });
  for (const { name, read } of FORMS.filter(({ name }) => name !== "page")) {
    expect(await read(app), name).toContain("@Chat");
    expect(await read(app), name).not.toMatch(/Desk|Ireland|IE\b/);
    expect(await read(inEurope), name).toContain("Desk");
    expect(await read(listViewOn(register, TODAY, { region: "us" })), name).not.toContain("Desk");
    // What is to come is for the app.
    expect(await read(listViewOn(register, TODAY, { product: "shop" })), name).not.toContain("Mill");
  }
  const { vendors, upcoming } = publishedList(listViewOn(register, TODAY, { product: "shop" }));
  expect(vendors[0]?.services).toHaveLength(2);
  expect(upcoming).toEqual([]);
  expect(publishedList(app).upcoming).toMatchObject([{ slug: "mill" }]);
});

test("the file in one language has one text where there are several; without one it has them all", () => {
  const purpose = (asked: Partial<View>) =>
    publishedList(listViewOn(register, TODAY, asked)).vendors[0]?.services[0]?.purpose;
  expect(purpose({})).toEqual(harbor.services[0]?.purpose);
  expect(purpose({ lang: "fr" })).toBe("Discute avec les visiteurs");
});

test("the list is called the same in every form, whatever it is narrowed to, and of a day that is not recorded", async () => {
  const mixed = publish({ name: "Acme", products: acme.products })
    .baseline(
      [{ name: "Mill", services: [{ products: ["app"] }, { key: "shop", role: "processor", products: ["shop"] }] }],
      "2026-03-01",
    )
    .register();
  const processors = publish()
    .baseline([{ name: "Mill", services: [{ role: "processor" }] }], "2026-03-01")
    .register();
  const own = publish({ name: "Acme", branding: { title: { en: "Our partners" } } }).register();
  for (const [register, title] of [
    [mixed, "Vendors"],
    [processors, "Processors"],
    [publish().register(), "Subprocessors"],
    [own, "Our partners"],
  ] as const)
    for (const asked of [{}, { on: "2026-01-01" }, ...(register === mixed ? [{ product: "app" }] : [])]) {
      const view = { ...listViewOn(register, TODAY), ...asked };
      const page = renderRegistry({ ...view, at: view.on, filters: asked });
      for (const html of [page, renderEmbed(view)]) expect(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]).toBe(title);
      expect(annexOf(view).title).toBe(`${title} – Acme`);
      expect(llms(view)).toMatch(new RegExp(`^# ${title} – Acme\n`));
    }
});

test("what programs compare in the CycloneDX document is the same in every language", () => {
  const values = (locale: Locale) => {
    const { services } = listAsCycloneDx(listViewOn(register, TODAY, { locale }));
    const codes = /:(?:role|transfers:.*|country|effectiveOn)$/;
    return services.map(({ data, properties }) => [data, properties.filter(({ name }) => codes.test(name))]);
  };
  expect(values("fr")).toEqual(values("en"));
  expect(JSON.stringify(values("fr"))).toContain('{"name":"subprocessors:role","value":"processor"}');
  expect(JSON.stringify(values("fr"))).toContain('"classification":"personal-data"');
});

test("before anything is published, and of dates before that, each form says so", async () => {
  const nothing = annexAsMarkdown(annexOf(listViewOn(publish(acme).register(), TODAY)));
  expect(nothing).toContain("Nothing has been published yet.");
  const early = annexOf({ ...listViewOn(register, TODAY), on: "2026-01-01" });
  expect(early.empty).toContain("This register begins on 1 March 2026");
  expect(await wordOf(annexAsDocx(early, "en"))).toContain("This register begins on 1 March 2026");
  const framed = textOf(renderEmbed({ ...listViewOn(register, TODAY), on: "2026-01-01" }));
  expect(framed).toContain("This register begins on 1 March 2026");
  expect(framed).not.toMatch(/\d services|Version/);
  // Its forms would be of a list that is not recorded.
  expect(renderRegistry({ ...listViewOn(register, TODAY), at: "2026-01-01", filters: {} })).not.toContain(
    'id="take-along"',
  );
});
