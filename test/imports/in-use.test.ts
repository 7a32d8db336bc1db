import { describe, expect, test } from "vitest";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { makePlan } from "../../src/imports/plan.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { read } from "./reading.ts";
import { source, table } from "./sources.ts";

/** Who is used no longer, or not yet, is imported as a current vendor by nobody's silence. */

const TODAY = "2026-11-27";

/** Of each vendor that is read, its name, and by what it is asked whether it is used. */
const readUnder = (headings: readonly string[], rows = "Vendor | Location\nPebble | US") => {
  const { vendors } = readVendors(source([{ ...table(rows), headings }]), { today: TODAY });
  return vendors.map(({ document, guesses }) => [
    document.name,
    ...guesses.filter(({ rule }) => rule === "status" || rule === "planned").map(({ from }) => from),
  ]);
};

describe("a heading", () => {
  test.each([
    ...[
      "Until 1 January 2026",
      "Used until 31.12.2025",
      "Bis 31. Dezember 2025",
      "Jusqu’au 1er janvier 2026",
      "Hasta el 1 de enero de 2026",
    ],
    ...["Fino al 1 gennaio 2026", "Tot 1 januari 2026", "Till och med 31 december 2025", "2019", "2018–2019"],
    ...[
      "From 1 January 2027",
      "Ab 1. Januar 2027",
      "À partir du 1er janvier 2027",
      "Vanaf 1 januari 2027",
      "Effective 2027",
    ],
    ...[
      "Companies we do not use as subprocessors",
      "Anbieter, die wir nicht nutzen",
      "Prestataires que nous n’utilisons pas",
    ],
    ...[
      "Proveedores que no utilizamos",
      "Fornitori che non utilizziamo",
      "Leveranciers die wij niet gebruiken",
      "Leverantörer vi inte använder",
    ],
  ])("that says so leaves the vendors below it to be asked about: %s", (heading) => {
    expect(readUnder([heading])).toEqual([["Pebble", heading]]);
    expect(readUnder(["Subprocessors", heading, "Hosting"]), "also further up").toEqual([["Pebble", heading]]);
  });

  test.each([
    ...["Sub-processors we stopped using", "Not yet in use", "Pending objection period", "Legacy", "Proposed"],
    ...[
      "Sous-traitants que nous avons cessé d’utiliser",
      "Pas encore utilisés",
      "Délai d’opposition en cours",
      "Délai d’objection en cours",
    ],
    ...["Anbieter, die wir nicht mehr nutzen", "Noch nicht im Einsatz", "Laufende Widerspruchsfrist", "Altanbieter"],
    ...["Proveedores que hemos dejado de utilizar", "Aún no utilizados", "Plazo de oposición en curso"],
    ...["Fornitori che abbiamo smesso di utilizzare", "Non ancora in uso", "Periodo di opposizione in corso"],
    ...["Leveranciers waarmee wij zijn gestopt met werken", "Nog niet in gebruik", "Lopende bezwaartermijn"],
    ...["Leverantörer som vi slutat använda", "Ännu inte i bruk", "Pågående invändningsperiod"],
  ])("of what is gone or to come leaves them to be asked about, and is no category: %s", (heading) => {
    expect(readUnder([heading])).toEqual([["Pebble", heading]]);
    const other = { ...table("Vendor | Location\nTern | US"), headings: ["Hosting"] };
    const { vendors } = readVendors(
      source([other, { ...table("Vendor | Location\nPebble | US"), headings: [heading] }]),
    );
    expect(vendors.map(({ document }) => document.services[0]?.category)).toEqual(["Hosting", undefined]);
  });

  test.each([
    "As of 1 January 2026",
    "Subprocessors from 1 March 2024",
    "Effective 2025",
    "Subprocessors 2026",
    "Up to 50 users",
    "Hosting in 2 regions",
  ])("of a day that has come, or of none, asks nothing: %s", (heading) => {
    expect(readUnder([heading])).toEqual([["Pebble"]]);
  });

  test("of vendors that are gone reads none of them, and one further up leaves them to be asked about", () => {
    expect(readUnder(["Removed"])).toEqual([]);
    expect(readUnder(["Former subprocessors", "Hosting"])).toEqual([["Pebble", "Former subprocessors"]]);
    expect(readUnder(["Current and former subprocessors", "Hosting"])).toEqual([["Pebble"]]);
  });
});

describe("a column", () => {
  test.each([
    ["Approved", "No", "Yes"],
    ["Current", "no", "yes"],
    ["Active", "false", "true"],
    ["Active", "", "x"],
    ["In use", "-", "✓"],
    ["Status", "unknown", "active"],
    ["Genehmigt", "nein", "ja"],
    ["Actif", "non", "oui"],
    ["Valid until", "2025-12-31", "2027-12-31"],
    ["Left", "March 2024", ""],
    ["Fin", "31/12/2025", "-"],
    ["Bis", "31.12.2025", "laufend"],
    ["End", "2024", "ongoing"],
    ["Hasta", "1 de enero de 2026", "1 de enero de 2028"],
    ["Fino al", "1 gennaio 2026", "in corso"],
    ["Geldig tot", "1 januari 2026", "onbepaald"],
    ["Till och med", "1 januari 2026", "tills vidare"],
    ["Removed", "yes", "no"],
    ["Inactive", "true", "false"],
    ["Date removed", "2024-01-01", ""],
    ["Off-boarded", "01.01.2024", "-"],
    ["Deleted", "15 March 2025", "no"],
    ["Date de retrait", "01/02/2025", "-"],
    ["Datum der Entfernung", "1. Februar 2025", ""],
    ["Fecha de retirada", "1 de febrero de 2025", ""],
    ["Data di rimozione", "1 febbraio 2025", ""],
    ["Datum verwijdering", "1 februari 2025", ""],
    ["Borttagningsdatum", "2025-02-01", ""],
    ["In scope", "No", "Yes"],
    ["Engaged", "No", "since 2020"],
    ["Processes personal data", "No", "Yes"],
    ["Traite des données personnelles", "non", "oui"],
    ["Verarbeitet personenbezogene Daten", "nein", "ja"],
    ["Subprocessor?", "No", "Yes"],
  ])("%s asks about who has %s, and about nobody with %s", (header, gone, current) => {
    const rows = `Vendor | ${header} | Location\nPebble | ${gone} | US\nTern | ${current} | US`;
    expect(readUnder([], rows)).toEqual([["Pebble", gone || `${header}: –`], ["Tern"]]);
  });

  test.each([
    ["json", '[{"name":"Pebble","deleted":true,"country":"US"},{"name":"Tern","deleted":false,"country":"US"}]'],
    [
      "json",
      '[{"name":"Pebble","deleted_at":"2025-03-15","country":"US"},{"name":"Tern","deleted_at":null,"country":"US"}]',
    ],
    ["json", '[{"name":"Pebble","archived":true,"country":"US"},{"name":"Tern","country":"US"}]'],
    ["yaml", "- name: Pebble\n  disabled: true\n  country: US\n- name: Tern\n  disabled: false\n  country: US\n"],
    ["yaml", "- name: Pebble\n  draft: true\n  country: US\n- name: Tern\n  country: US\n"],
  ] as const)("that is a key of %s asks as well: %s", async (format, text) => {
    const { vendors } = readVendors(await read(text, { format }), { today: TODAY });
    expect(vendors.map(({ guesses }) => guesses.filter(({ rule }) => rule === "status").length)).toEqual([1, 0]);
  });

  test.each(["Subprocessor?", "Processes personal data"])("of answers is none of what vendors do: %s", (header) => {
    const rows = `Vendor | ${header} | Location\nPebble | Yes | US\nX | No | US`;
    const { tables, vendors } = readVendors(source([table(rows)]));
    expect(tables[0]?.columns.map(({ field }) => field)).toEqual(["name", null, "locations"]);
    expect(vendors.map(({ document }) => document.name)).toEqual(["Pebble", "X"]);
  });

  test("in which no cell says anything asks nothing", () => {
    expect(readUnder([], "Vendor | Active | Location\nPebble | | US")).toEqual([["Pebble"]]);
  });

  test("of states of a country is none of statuses", () => {
    expect(readUnder([], "Vendor | State\nPebble | California\nTern | Texas")).toEqual([["Pebble"], ["Tern"]]);
  });
});

describe("a name", () => {
  test.each([
    ...[
      "Pebble ❌",
      "⛔ Pebble",
      "~~Pebble~~",
      "Pebble (removed)",
      "Pebble (bis 31.12.2025)",
      "Pebble – no longer used",
    ],
    ...[
      "(ehemals) Pebble",
      "(formerly) Pebble",
      "[former] Pebble",
      "Formerly Pebble",
      "(planned) Pebble",
      "(anciennement) Pebble",
    ],
    ...["Pebble (from 1 January 2027)", "Pebble – till och med 31 december 2025", "Pebble (removed 2024) ❌"],
    ...["Pebble (sunset)", "Pebble (EOL)", "Pebble (being phased out)", "Pebble (replaced by Gull)"],
    ...["Pebble (pilot, not yet live)", "Pebble until 31 March 2026", "Pebble bis 31.03.2026"],
    ...[
      "Pebble (wird abgelöst)",
      "Pebble (ersetzt durch Gull)",
      "Pebble (ausgeschieden)",
      "Pebble (remplacé par Gull)",
    ],
    ...[
      "Pebble (dado de baja)",
      "Pebble (sustituido por Gull)",
      "Pebble (in dismissione)",
      "Pebble (vervangen door Gull)",
    ],
    ...["Pebble (upphör 2027-01-01)", "Pebble (avslutas 2027-03-01)", "Pebble (ersätts av Gull)"],
  ])("is offered without the mark that says so, and the mark is said: %s", (name) => {
    expect(readUnder([], `Vendor | Location\n${name} | US`)).toEqual([["Pebble", name]]);
  });

  test.each([
    ["Pebble (from 1 January 2020)", "Pebble (from 1 January 2020)"],
    ["Pebble (formerly Gull)", "Pebble"],
    ["Till Payments", "Till Payments"],
    ["Former03", "Former03"],
    ["Pebble – Mail", "Pebble – Mail"],
  ])("that says nothing of it asks nothing: %s", (name, is) => {
    expect(readUnder([], `Vendor | Location\n${name} | US`)).toEqual([[is]]);
  });
});

test.each([
  ["Removed 1 May 2024", "Removed 1 May 2024"],
  ["Wird abgelöst 2027", "Wird abgelöst 2027"],
  ["Will be used from 1 January 2027", "Will be used from 1 January 2027"],
  ["Wird ab 1. Januar 2027 eingesetzt", "Wird ab 1. Januar 2027 eingesetzt"],
  ["Sera utilisé à partir du 1er janvier 2027", "Sera utilisé à partir du 1er janvier 2027"],
  ["Se utilizará a partir del 1 de enero de 2027", "Se utilizará a partir del 1 de enero de 2027"],
  ["Sarà utilizzato dal 1 gennaio 2027", "Sarà utilizzato dal 1 gennaio 2027"],
  ["Wordt gebruikt vanaf 1 januari 2027", "Wordt gebruikt vanaf 1 januari 2027"],
  ["Används från 1 januari 2027", "Används från 1 januari 2027"],
  ["Used until 31 March 2026", "Used until 31 March 2026"],
  ["Replaced by Gull", "Replaced by Gull"],
  ["Offboarding", "Offboarding"],
  ["Used from 1 January 2020"],
  ["Data is stored until 31 December 2027"],
  ["Obsolete records of customers who left are taken out of the files at the end of each month"],
  ["Data is removed after 30 days"],
  ["Terminated contracts are archived"],
])(
  "a note asks about it that begins with such a word and has a year or little more, or has a day of its use: %s",
  (note, ...asked) => {
    expect(readUnder([], `Vendor | Note | Location\nPebble | ${note} | US`)).toEqual([["Pebble", ...asked]]);
  },
);

test.each(["State", "State/Province", "Estado"])(
  "beside a city and a country a part of that is a place's state, and anything else a status: %s",
  (header) => {
    const rows = [
      `Vendor | City | ${header} | Country`,
      "Pebble | Ontario | CA | US",
      "Tern | Austin | Texas | United States",
      "Gull | Vancouver | BC | Canada",
      "Fern | | NY | USA",
      "Reed | Toronto | ON | ",
      "Kiln | Berlin | | Germany",
      "Lark | Gulltown | CA | US",
    ].join("\n");
    const { vendors } = readVendors(source([table(rows)]), { today: TODAY });
    expect(
      vendors.map(({ document: { services } }) =>
        services.flatMap(({ locations }) => locations.map(({ country, detail }) => `${country} ${detail}`)),
      ),
    ).toEqual([
      ["US Ontario, CA"],
      ["US Austin, Texas"],
      ["CA Vancouver, BC"],
      ["US NY"],
      ["CA Toronto, ON"],
      ["DE Berlin"],
      ["US CA"],
    ]);
    const isAsked = vendors.map(({ guesses }) => guesses.some(({ rule }) => rule === "status"));
    expect(isAsked).toEqual(vendors.map(() => false));
    if (header === "State")
      expect(
        readUnder(
          [],
          `Vendor | City | ${header} | Country\nPebble | Paris | Retired | France\nTern | Oslo | NO | Norway`,
        ),
      ).toEqual([
        ["Pebble", "Retired"],
        ["Tern", "NO"],
      ]);
  },
);

test.each([
  ["Pebble (Gull, LLC d/b/a Pebble)", "Pebble", "Gull, LLC", true],
  ["Pebble (Gull Software Inc. dba Pebble)", "Pebble", "Gull Software Inc.", true],
  ["PWS / Pebble Web Services, Inc.", "PWS", "Pebble Web Services, Inc.", false],
  ["Pebble (new)", "Pebble", undefined, true],
  ["Pebble<sup>2</sup>", "Pebble", undefined, true],
  ["Pebble<sup>a</sup>", "Pebble", undefined, true],
  ['Pebble<sup><a href="#fn2">2</a></sup>', "Pebble", undefined, true],
  ['Pebble <a href="#fn2">(2)</a>', "Pebble", undefined, true],
  ['Pebble GmbH <a href="#fn2">2</a>', "Pebble", "Pebble GmbH", true],
  ["Pebble (1)", "Pebble", undefined, true],
  ["Pebble, Inc. (1)", "Pebble", "Pebble, Inc.", true],
  ["Pebble[^1]", "Pebble", undefined, true],
  ["Pebble [^a]*", "Pebble", undefined, true],
  ["Pebble[1], Inc.[^note]", "Pebble", "Pebble, Inc.", true],
])("a name is read without what stands beside it: %s", async (written, name, legalName, sure) => {
  const html = `<table><tr><th>Vendor</th><th>Location</th></tr><tr><td>${written}</td><td>US</td></tr></table>`;
  const [vendor] = readVendors(await read(html, { format: "html" })).vendors;
  const { name: is, legalName: entity } = vendor?.document ?? {};
  const guess = vendor?.guesses.find(({ pointer }) => pointer === "/name");
  expect([is, entity, guess?.sure]).toEqual([name, legalName, sure]);
});

test("one that a heading says to be gone is asked about where it is listed as well, and leaves if it is answered so", async () => {
  const { vendors } = readVendors(
    await read("## Until 1 January 2026\n\n| Vendor | Location |\n|--|--|\n| Pebble | US |\n"),
  );
  const { slug: _, ...document } = VendorInput.parse({
    name: "Pebble",
    services: [{ locations: [{ country: "US" }] }],
  });
  const known = [{ slug: "pebble", newest: document, inForce: document, drafts: [], last: document }];
  const plan = (guesses: Record<string, unknown>) =>
    makePlan({ readings: vendors, whole: false, known, answers: { guesses, vendors: {} }, check: () => [] })[0];
  const [id = ""] = plan({})?.open ?? [];
  expect([plan({})?.what, plan({ [id]: true })?.what, plan({ [id]: null })?.what]).toEqual([
    "unsure",
    "same",
    "remove",
  ]);
});
