import { describe, expect, test } from "vitest";
import { hasOneReading } from "../../src/imports/guess-rules.ts";
import { readInTurns, readVendors } from "../../src/imports/meaning/read.ts";
import type { Reading } from "../../src/imports/reading.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { read } from "./reading.ts";
import { items, source, table } from "./sources.ts";

/** What documents state, without what holds where nothing is stated. */
function stated({ vendors }: Reading) {
  const without = (facts: Record<string, unknown>, usual: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(facts).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(usual[field] ?? [])),
    );
  const usual = { role: "subprocessor", optional: false, identity: "named", relationship: "third-party", key: "main" };
  return vendors.map(({ document: { services, ...vendor } }) => ({
    ...without(vendor, usual),
    services: services.map((service) => without(service, usual)),
  }));
}

const asked = ({ vendors }: Reading) =>
  vendors.flatMap(({ document, guesses }) =>
    guesses.filter(({ sure, offered }) => !sure && !offered).map(({ pointer, made }) => [document.name, pointer, made]),
  );

const lost = ({ vendors }: Reading) => vendors.flatMap((vendor) => vendor.lost.map(({ from, why }) => [from, why]));

const inLanguages: [string, string][] = [
  [
    "en",
    `Sub-processor | Purpose | Data categories | Location | Transfer mechanism | Retention
     Pebble, Inc. | Error tracking | IP addresses, error reports | Germany, USA | SCCs (Module 2) | 30 days`,
  ],
  [
    "fr",
    `Sous-traitant ultérieur | Finalité | Catégories de données | Lieu de traitement | Mécanisme de transfert | Durée de conservation
     Pebble, Inc. | Error tracking | IP addresses, error reports | Allemagne, États-Unis | Clauses contractuelles types (module 2) | 30 days`,
  ],
  [
    "de",
    `Unterauftragsverarbeiter | Zweck | Datenkategorien | Ort der Verarbeitung | Übermittlungsmechanismus | Speicherdauer
     Pebble, Inc. | Error tracking | IP addresses, error reports | Deutschland, Vereinigte Staaten | Standardvertragsklauseln (Modul 2) | 30 days`,
  ],
  [
    "es",
    `Subencargado | Finalidad | Categorías de datos | Ubicación | Mecanismo de transferencia | Plazo de conservación
     Pebble, Inc. | Error tracking | IP addresses, error reports | Alemania, Estados Unidos | Cláusulas contractuales tipo (módulo 2) | 30 days`,
  ],
  [
    "it",
    `Sub-responsabile | Finalità | Categorie di dati | Luogo del trattamento | Meccanismo di trasferimento | Conservazione
     Pebble, Inc. | Error tracking | IP addresses, error reports | Germania, Stati Uniti | Clausole contrattuali tipo (modulo 2) | 30 days`,
  ],
  [
    "nl",
    `Subverwerker | Doel | Categorieën gegevens | Locatie | Doorgiftemechanisme | Bewaartermijn
     Pebble, Inc. | Error tracking | IP addresses, error reports | Duitsland, Verenigde Staten | Modelcontractbepalingen (module 2) | 30 days`,
  ],
  [
    "sv",
    `Underbiträde | Ändamål | Kategorier av uppgifter | Plats för behandling | Överföringsmekanism | Lagringstid
     Pebble, Inc. | Error tracking | IP addresses, error reports | Tyskland, USA | Standardavtalsklausuler (modul 2) | 30 days`,
  ],
];

test.each(inLanguages)("a table in each language is read as the same document: %s", (_, written) => {
  const reading = readVendors(source([table(written)]));
  expect(stated(reading)).toEqual([
    {
      name: "Pebble",
      legalName: "Pebble, Inc.",
      services: [
        {
          purpose: "Error tracking",
          dataCategories: ["IP addresses", "error reports"],
          locations: [
            { country: "DE", kind: "processing" },
            { country: "US", kind: "processing" },
          ],
          safeguards: [{ mechanism: "scc", module: 2, regimes: [], backup: false }],
          retention: "30 days",
        },
      ],
    },
  ]);
  expect([asked(reading), lost(reading)]).toEqual([[], []]);
  expect(reading.tables[0]?.columns.every(({ sure }) => sure)).toBe(true);
  const { document, stated: about } = reading.vendors[0] ?? {};
  expect(VendorInput.safeParse(document).success).toBe(true);
  expect(about).toEqual([
    "/name",
    "/legalName",
    "/services/0/purpose",
    "/services/0/dataCategories",
    "/services/0/locations",
    "/services/0/safeguards",
    "/services/0/retention",
  ]);
});

describe("names and entities", () => {
  test("are told apart by forms of company, brackets and what a company trades as", () => {
    const reading = readVendors(
      source([
        table(`Company | Purpose
        Pebble GmbH & Co. KG | a
        Tern (Tern Nord AB) | b
        Moss Holding LLC d/b/a Fern | c
        Reed Networks, Inc. (RN) | d
        Kiln, Inc., San Francisco, United States | e
        Lark B.V. (formerly Wren B.V.) | f
        Dune Company | g
        Osprey Ltd. (Ireland) | h`),
      ]),
    );
    expect(stated(reading).map(({ services: _, ...vendor }) => vendor)).toEqual([
      { name: "Pebble", legalName: "Pebble GmbH & Co. KG" },
      { name: "Tern", legalName: "Tern Nord AB" },
      { name: "Fern", legalName: "Moss Holding LLC" },
      { name: "Reed Networks (RN)", legalName: "Reed Networks, Inc." },
      { name: "Kiln", legalName: "Kiln, Inc.", country: "US" },
      { name: "Lark", legalName: "Lark B.V.", formerNames: ["Wren B.V."] },
      { name: "Dune Company" },
      { name: "Osprey", legalName: "Osprey Ltd.", country: "IE" },
    ]);
    expect(asked(reading)).toEqual([]);
  });

  /** The entity, its country, and what is asked of them with what else it may be. */
  const seat = (header: string, row: string) => {
    const [vendor] = readVendors(source([table(`${header}\n${row}`)])).vendors;
    const open = vendor?.guesses.filter(({ sure, offered }) => !sure && !offered) ?? [];
    const { name, legalName, country } = vendor?.document ?? {};
    const questions = open.map(({ pointer, made, instead }) => [pointer, made, ...instead].join(" "));
    return [[name, legalName, country].join(" | "), ...questions];
  };

  test.each([
    ["Pebble EMEA SARL (Luxembourg)", ["Pebble | Pebble EMEA SARL | LU"]],
    ["Pebble, Inc. (USA)", ["Pebble | Pebble, Inc. | US"]],
    ["Pebble GmbH (München)", ["Pebble | Pebble GmbH | DE"]],
    ["Pebble (Ireland) Limited", ["Pebble | Pebble (Ireland) Limited | "]],
    ["Pebble (Ireland) Limited (Ireland)", ["Pebble | Pebble (Ireland) Limited | IE"]],
    ["Pebble (UK)", ["Pebble | Pebble | GB", "/legalName Pebble Pebble (UK)", "/country GB"]],
    ["Pebble SE (EU)", ["Pebble | Pebble SE (EU) | "]],
    ["Pebble Ltd (Ireland) / Pebble, Inc. (USA)", ["Pebble | Pebble Ltd (Ireland) / Pebble, Inc. (USA) | "]],
  ])("a country behind a legal entity is where it sits: %s", (entity, expected) => {
    expect(seat("Vendor | Legal entity | Purpose", `Pebble | ${entity} | Mail`)).toEqual(expected);
  });

  test("a name that has its entity beside it is without the country as well", () => {
    expect(seat("Vendor | Legal entity", "Pebble, Inc. (USA) | Pebble Holding, Inc.")).toEqual([
      "Pebble, Inc. | Pebble Holding, Inc. | US",
    ]);
  });

  test.each([
    ["Pebble", "Pebble SARL (Luxembourg)"],
    ["Pebble SARL (Luxembourg)", "–"],
    ["Pebble", "Pebble (Luxembourg)"],
  ])("a column of countries that says otherwise makes it a question, wherever it stands: %s, %s", (name, entity) => {
    const of = (country: string) => [
      seat("Vendor | Legal entity | Head office", `${name} | ${entity} | ${country}`),
      seat("Head office | Legal entity | Vendor", `${country} | ${entity} | ${name}`),
    ];
    const isOfCountry = (question: string) => question.startsWith("/country");
    for (const [is, ...questions] of of("Ireland")) {
      expect(is).toMatch(/ \| IE$/);
      expect(questions.filter(isOfCountry)).toEqual(["/country IE LU"]);
    }
    for (const [is, ...questions] of of("Luxembourg")) {
      expect(is).toMatch(/ \| LU$/);
      expect(questions.filter(isOfCountry)).toEqual([]);
    }
  });

  test("what may be another one is asked, and what is not understood is said", () => {
    const reading = readVendors(
      source([
        table(`Company | Purpose
        Heron, Inc. (Pond Gateway) | a
        Stoat, LLC (US) / Stoat Europe, Limited (Ireland) | b
        Otter, Inc. including the Weir division | c
        Plover (US) | d`),
      ]),
    );
    expect(new Set(asked(reading).map(([name]) => name))).toEqual(new Set(["Heron", "Stoat", "Otter", "Plover"]));
    expect(lost(reading)).toEqual([["including the Weir division", "not-understood"]]);
  });
});

describe("one name with several forms of company", () => {
  const rowsOf = (lines: string) => readVendors(source([table(`Name | Purpose | Location\n${lines}`)])).vendors;
  const listed = (lines: string) =>
    rowsOf(lines).map(({ document: { name, legalName, services }, guesses }) => {
      const isAsked = guesses.some(({ pointer, sure }) => pointer === "/name" && !sure);
      const places = services.flatMap(({ locations }) => locations.map(({ country }) => country));
      return `${name}${isAsked ? "?" : ""}, ${legalName}: ${places.join(" ")}`;
    });

  test("is several companies, each called in full", () => {
    expect(listed("Pebble N.V. | Search | Netherlands\nPebble, Inc. | Search | United States")).toEqual([
      "Pebble N.V., Pebble N.V.: NL",
      "Pebble, Inc., Pebble, Inc.: US",
    ]);
    expect(listed("Tern Ltd | Guard | UK\nTern GmbH | Cleaning | Germany\nTERN Limited | Guard | Ireland")).toEqual([
      "Tern Ltd, Tern Ltd: GB IE",
      "Tern GmbH, Tern GmbH: DE",
    ]);
  });

  test("is asked about where a row has none", () => {
    const lines = "Pebble N.V. | a | Netherlands\nPebble, Inc. | b | United States\nPebble | c | France";
    expect(listed(lines)).toEqual([
      "Pebble N.V., Pebble N.V.: NL",
      "Pebble, Inc., Pebble, Inc.: US",
      "Pebble?, undefined: FR",
    ]);
    const [asked] = rowsOf(lines)[2]?.guesses.filter(({ pointer }) => pointer === "/name") ?? [];
    expect(asked?.instead).toEqual(["Pebble N.V.", "Pebble, Inc."]);
  });

  test("is one company where the form is the same, in full or short", () => {
    expect(listed("Pebble, Inc. | a | France\nPebble Incorporated | a | Ireland\nPebble | a | Spain")).toEqual([
      "Pebble, Pebble, Inc.: FR IE ES",
    ]);
  });
});

describe("several rows of one vendor", () => {
  const reading = readVendors(
    source([
      table(
        `Name | Purpose | Location
         Pebble, Inc. | Hosting | Germany
         Tern | E-mail | France
         Pebble | Hosting | Ireland
         Pebble, Inc. | Backups | France`,
        { headings: ["Subprocessors", "Infrastructure"] },
      ),
      table(
        `Name | Purpose
         Brindle (Marketing) | Newsletters
         Brindle (Alerts) | Alerts`,
        { headings: ["Subprocessors", "Messages"] },
      ),
    ]),
  );

  test("are its services; those that only differ in places are one", () => {
    expect(stated(reading)).toEqual([
      {
        name: "Pebble",
        legalName: "Pebble, Inc.",
        services: [
          {
            key: "hosting",
            category: "Infrastructure",
            purpose: "Hosting",
            locations: [
              { country: "DE", kind: "processing" },
              { country: "IE", kind: "processing" },
            ],
          },
          {
            key: "backups",
            category: "Infrastructure",
            purpose: "Backups",
            locations: [{ country: "FR", kind: "processing" }],
          },
        ],
      },
      {
        name: "Tern",
        services: [
          { category: "Infrastructure", purpose: "E-mail", locations: [{ country: "FR", kind: "processing" }] },
        ],
      },
      {
        name: "Brindle",
        services: [
          { key: "marketing", name: "Marketing", category: "Messages", purpose: "Newsletters" },
          { key: "alerts", name: "Alerts", category: "Messages", purpose: "Alerts" },
        ],
      },
    ]);
    expect(reading.vendors[0]?.rows).toEqual(["line 2", "line 4", "line 5"]);
  });

  test("each guess points at what it made", () => {
    for (const { document, guesses } of reading.vendors) {
      for (const { pointer, made, offered } of guesses) {
        if (offered) continue;
        const at = pointer
          .slice(1)
          .split("/")
          .reduce<unknown>((owner, part) => (owner as Record<string, unknown>)[part], document);
        expect(at, pointer).toEqual(made);
      }
    }
  });

  test("where they contradict each other, the first holds and the other is said", () => {
    const two = readVendors(
      source([
        table(`Name | Purpose | HQ
        Pebble | a | Germany
        Pebble | b | France`),
      ]),
    );
    expect(stated(two)[0]).toMatchObject({ country: "DE" });
    expect(lost(two)).toEqual([["FR", "another-value"]]);
  });
});

describe("columns", () => {
  test("a header of two things is read for both", () => {
    const reading = readVendors(
      source([
        table(`Provider | Purpose and data | Location / Transfer mechanism
        Pebble | Hosting of accounts | United States (SCCs)
        Tern | E-mail | Germany`),
      ]),
    );
    expect(stated(reading)).toMatchObject([
      {
        services: [
          {
            purpose: "Hosting of accounts",
            locations: [{ country: "US" }],
            safeguards: [{ mechanism: "scc" }],
          },
        ],
      },
      { services: [{ purpose: "E-mail", locations: [{ country: "DE" }] }] },
    ]);
  });

  test("a country may be where a vendor sits, unless another column has its places", () => {
    const alone = readVendors(source([table("Name | Country\nPebble | Germany")]));
    expect(asked(alone)).toEqual([["Pebble", "/services/0/locations/0/country", "DE"]]);
    const beside = readVendors(source([table("Name | Country | Data location\nPebble | Germany | Ireland")]));
    expect(stated(beside)).toMatchObject([{ country: "DE", services: [{ locations: [{ country: "IE" }] }] }]);
    expect(asked(beside)).toEqual([]);
  });

  test("what nothing names is known by what it holds, and asked about", () => {
    const reading = readVendors(
      source([
        table(`업체명 | x | y
        Pebble, Inc. | Germany | [more](https://pebble.example/privacy)
        Tern GmbH | France | [more](https://tern.example/privacy)`),
      ]),
    );
    expect(reading.tables[0]?.columns.map(({ field, sure }) => [field, sure])).toEqual([
      ["name", false],
      ["locations", false],
      ["link", true],
    ]);
    expect(asked(reading).map(([, pointer]) => pointer)).toContain("/services/0/locations/0/country");
  });

  test.each([
    ["Locatie verwerking", "Doel"],
    ["Location Processing", "Services"],
    ["Locatie gegevens", "Doel"],
  ])("a column of places is asked about as such, whatever its header is near to: %s", (header, purpose) => {
    const reading = readVendors(
      source([table(`Vendor | ${header} | ${purpose}\nPebble | NL | Hosting\nTern | Frankrijk, België | Mail`)]),
    );
    expect(stated(reading)).toMatchObject([
      { services: [{ purpose: "Hosting", locations: [{ country: "NL" }] }] },
      { services: [{ purpose: "Mail", locations: [{ country: "FR" }, { country: "BE" }] }] },
    ]);
    expect(asked(reading).map(([, , made]) => made)).toEqual(["NL", "FR", "BE"]);
    const departments = readVendors(source([table("Vendor | Category\nPebble | IT\nTern | HR")]));
    expect(stated(departments)).toMatchObject([{ services: [{ purpose: "IT" }] }, { services: [{ purpose: "HR" }] }]);
  });

  test("a country and its city that have columns of their own are one place", () => {
    const placed = (header: string, rows: string) => {
      const { vendors } = readVendors(source([table(`Name | ${header}\n${rows}`)]));
      return vendors.map(({ document: { country, services }, guesses }) => [
        country ?? services.flatMap(({ locations }) => locations.map((each) => [each.country, each.detail])),
        guesses.every(({ sure, offered }) => sure || offered),
      ]);
    };
    expect(placed("land | ort", "Pebble | Sverige | Stockholm\nTern | Sverige\\nNorge |")).toEqual([
      [[["SE", "Stockholm"]], false],
      [
        [
          ["SE", undefined],
          ["NO", undefined],
        ],
        false,
      ],
    ]);
    expect(placed("location city | location country", "Pebble | Geneva | Switzerland")).toEqual([
      [[["CH", "Geneva"]], true],
    ]);
    expect(placed("location city | location country", "Pebble | San Jose | CA"), "no California").toEqual([
      [
        [
          ["US", "San Jose"],
          ["CA", undefined],
        ],
        false,
      ],
    ]);
    expect(placed("City | Country | Data location", "Pebble | Paris | France | Germany")).toEqual([["FR", true]]);
  });

  test("words under no header, first of columns that are known, are names, and asked about", () => {
    const reading = readVendors(
      source([table(" | Purpose | Location\nPebble | Hosting | Germany\nTern | Mail | France")]),
    );
    expect(reading.vendors.map(({ document }) => document.name)).toEqual(["Pebble", "Tern"]);
    expect(asked(reading).map(([, pointer]) => pointer)).toEqual(["/name", "/name"]);
  });

  test.each([
    ["Status", "Removed"],
    ["Statut", "prévu"],
    ["In use", "Terminated 2024"],
    ["Active?", "No"],
    ["Aktueller Status (2026)", "gekündigt"],
    ["End date", "2024-12-31"],
    ["Remarks", "No longer used since 2024"],
  ])("a vendor of which a column (%s: %s) does not say that it is in use is asked about", (header, status) => {
    const other = ["End date", "Remarks"].includes(header) ? "" : "active";
    const reading = readVendors(
      source([table(`Vendor | ${header} | Location\nPebble | ${status} | US\nTern | ${other} | US`)]),
    );
    expect(asked(reading)).toEqual([["Pebble", "/name", "Pebble"]]);
  });

  test.each(["Pebble (removed)", "Pebble (bis 31.12.2024)", "Pebble ❌", "~~Pebble~~", "Pebble – no longer used"])(
    "so is one whose name says so itself: %s",
    (name) => {
      const reading = readVendors(source([table(`Vendor | Location\n${name} | US\nTern (formerly Gull) | US`)]));
      expect(asked(reading).map(([, pointer]) => pointer)).toContain("/name");
      expect(asked(reading).some(([of]) => of === "Tern")).toBe(false);
    },
  );

  test("so is one under a heading that says so, in each language", () => {
    for (const heading of [
      "Providers we no longer use",
      "Nicht mehr im Einsatz",
      "Plus utilisés",
      "Non più utilizzati",
    ]) {
      const reading = readVendors(source([{ ...table("Vendor | Location\nPebble | US"), headings: [heading] }]));
      expect(asked(reading), heading).toContainEqual(["Pebble", "/name", "Pebble"]);
    }
  });

  test.each([
    ["Location", "US", "not US", "/services/0/locations/0/country"],
    ["Location", "Germany", "no Germany any more", "/services/0/locations/0/country"],
    ["Safeguard", "SCC", "SCC ❌", "/services/0/safeguards/0/mechanism"],
  ])(
    "what one row leaves in doubt stays so, whatever another row says plainly, before it or after: %s %s, %s",
    (column, plain, doubtful, pointer) => {
      for (const rows of [
        [plain, doubtful],
        [doubtful, plain],
      ]) {
        const written = rows.map((each) => `Pebble | Sends mail | ${each}`).join("\n");
        const reading = readVendors(source([table(`Vendor | Purpose | ${column}\n${written}`)]));
        expect(asked(reading).map(([, at]) => at)).toContain(pointer);
      }
    },
  );

  test("a city beside another country's column is asked, as it may be one of its name there; the seat of a company is none", () => {
    const rows = "Pebble | Dublin | US\nTern | Paris | France\nGull | Dublin, Ireland | US";
    const placesAsked = (header: string) =>
      asked(readVendors(source([table(`${header}\n${rows}`)]))).filter(([, at]) => String(at).includes("/locations/"));
    expect(placesAsked("Vendor | Location | Country")).toEqual([["Pebble", "/services/0/locations/0/country", "IE"]]);
    expect(placesAsked("Vendor | Location | Headquarters country")).toEqual([]);
  });

  test.each([
    ["Transfer mechanism", "DPF (Pebble), SCC", ["Pebble"]],
    ["Transfer mechanism", "DPF: N", ["DPF: N"]],
    ["Transfer mechanism", "DPF (Pebble, Inc.), SCC", undefined],
    ["Location", "Germany (mostly)", ["mostly"]],
    ["Location", "Georgia", undefined],
    ["Location", `Germany ${"word ".repeat(500)}`, ["word ".repeat(20)]],
  ])("a question says what was not understood: %s, %s", (header, cell, unclear) => {
    const [vendor] = readVendors(source([table(`Vendor | ${header}\nPebble | ${cell}`)])).vendors;
    const guess = vendor?.guesses.find(({ pointer }) => pointer.startsWith("/services/0/"));
    expect(guess?.unclear?.slice(0, 1)).toEqual(unclear);
  });

  test("what a cell rules out is asked, and never confirmed with others", () => {
    const { vendors } = readVendors(source([table("Vendor | Location\nPebble | Germany (not US)")]));
    const places = vendors[0]?.guesses.filter(({ pointer }) => pointer.includes("/locations/")) ?? [];
    expect(places.map((guess) => [guess.made, guess.rule, guess.sure, hasOneReading(guess)])).toEqual([
      ["DE", "place-by-name", false, true],
      ["US", "excluded", false, false],
    ]);
  });

  test("a role in other words is asked, and makes nobody a subprocessor unasked", () => {
    const roles = ["Joint controller", "not a subprocessor", "Controller (not processor)"];
    const rows = roles.map((role, at) => `Pebble${at} | ${role}`).join("\n");
    for (const header of ["Vendor | Role", "Vendor | GDPR role"]) {
      const reading = readVendors(source([table(`${header}\n${rows}`)]));
      expect(asked(reading).map(([, pointer, made]) => [pointer, made])).toEqual(
        roles.map(() => ["/services/0/role", "independent-controller"]),
      );
    }
  });

  test("what is said to be a processor of some kind is offered as one", () => {
    const roles = ["AI model processor", "Optional infrastructure processor", "Technischer Unterauftragsverarbeiter"];
    const reading = readVendors(
      source([table(`Vendor | Role\n${roles.map((role, at) => `Pebble${at} | ${role}`).join("\n")}`)]),
    );
    expect(asked(reading).map(([, , made]) => made)).toEqual(["processor", "processor", "processor"]);
  });

  test("a mapping says otherwise, by header or position, and is sure", () => {
    const written = table("Firm | Land | Misc\nPebble, Inc. | Germany | Something");
    const reading = readVendors(source([written]), {
      mapping: [
        { column: "land", field: "country" },
        { table: 0, column: 0, field: "name" },
        { column: 2, field: "note" },
      ],
    });
    expect(stated(reading)).toEqual([
      { name: "Pebble", legalName: "Pebble, Inc.", country: "DE", services: [{ note: "Something" }] },
    ]);
    expect(asked(reading)).toEqual([]);
    const none = [0, 1, 2].map((column) => ({ column, field: null }));
    expect(readVendors(source([written]), { mapping: none }).tables[0]?.used).toBe(false);
  });

  test("codes are countries where the column has codes that only countries have", () => {
    const states = readVendors(source([table("Name | Location\nPebble | CA\nTern | DE")]));
    expect(asked(states)).toHaveLength(2);
    const countries = readVendors(source([table("Name | Location\nPebble | CA\nTern | FR")]));
    expect(asked(countries)).toEqual([]);
    expect(stated(countries)).toMatchObject([{ services: [{ locations: [{ country: "CA" }] }] }, {}]);
    const american = readVendors(source([table("Name | Location\nPebble | CA, USA\nTern | US")]));
    expect(asked(american), "the country of the states tells nothing of the column").toHaveLength(1);
    const mixed = readVendors(source([table("Name | Location\nPebble | GA\nTern | FR\nGull | NY")]));
    expect(asked(mixed), "a state's code says that others may be states'").toHaveLength(1);
  });

  test("links are told by header, by their text and by their address; what tells nothing is lost", () => {
    const reading = readVendors(
      source([
        table(`Name | Links | DPA
        [Pebble](https://pebble.example) | [Privacy policy](https://pebble.example/a) [Subprocessors](https://pebble.example/subprocessors) | https://pebble.example/terms
        [Tern](https://tern.example/legal/privacy) | [Security](https://tern.example/soc2) | [DPA](https://tern.example/dpa)`),
      ]),
    );
    expect(stated(reading)).toMatchObject([
      {
        website: "https://pebble.example",
        privacyPolicyUrl: "https://pebble.example/a",
        subprocessorsUrl: "https://pebble.example/subprocessors",
      },
      { privacyPolicyUrl: "https://tern.example/legal/privacy", dpaUrl: "https://tern.example/dpa" },
    ]);
    expect(lost(reading)).toContainEqual(["https://tern.example/soc2", "no-field"]);
  });

  test("what the registry has no place for is lost, and said; a cell that says nothing states nothing", () => {
    const reading = readVendors(
      source([
        table(`Name | Location | Auditor | Since | Added on | Note
        Pebble | Varies | Ada | 2 January 2024 | 2024-01-02 | -`),
      ]),
    );
    expect(lost(reading)).toEqual([
      ["Varies", "not-understood"],
      ["Ada", "no-field"],
      ["2 January 2024", "no-field"],
      ["2024-01-02", "no-field"],
    ]);
    expect(reading.vendors[0]?.stated).toEqual(["/name"]);
  });

  test("signs answer yes or no, are lost elsewhere, and are no text; flags are places", () => {
    const reading = readVendors(
      source([
        table(`Name | Purpose | Location | Safeguard | Optional | Visible
        Pebble | ✓ | 🇩🇪 | ❌ | ❌ | ✅
        Tern | Mail | ❌ | – | ✅ |`),
      ]),
    );
    expect(stated(reading)).toEqual([
      { name: "Pebble", services: [{ locations: [{ country: "DE", kind: "processing" }] }] },
      { name: "Tern", services: [{ purpose: "Mail", optional: true }] },
    ]);
    expect(reading.vendors[0]?.stated).toContain("/services/0/optional");
    expect(lost(reading)).toEqual([
      ["✓", "not-understood"],
      ["❌", "not-understood"],
      ["✅", "no-field"],
      ["❌", "not-understood"],
    ]);
  });

  test("products are the organisation's by their names; contact and dates by their form", () => {
    const own = { products: [{ key: "notes", name: "Pebble Notes" }], hostingRegions: [] };
    const reading = readVendors(
      source([
        table(`Name | Product | Contact | Contract date | Role | Optional
        Tern | Pebble Notes, Other | Ada Byron\\nprivacy@tern.example\\n+46 8 123 456 78 | 03/04/2025 | Processor | yes`),
      ]),
      { own },
    );
    expect(stated(reading)).toEqual([
      {
        name: "Tern",
        contact: { name: "Ada Byron", email: "privacy@tern.example", phone: "+46 8 123 456 78" },
        contractSignedOn: "2025-04-03",
        services: [{ products: ["notes"], role: "processor", optional: true }],
      },
    ]);
    expect(asked(reading).map(([, pointer]) => pointer)).toEqual(["/contractSignedOn", "/services/0/role"]);
    // What stands beside it may turn what it says: an answer is of the whole cell.
    const cells = reading.vendors[0]?.guesses.map(({ pointer, cell }) => [pointer, cell]);
    expect(cells).toContainEqual(["/contractSignedOn", "Contract date: 03/04/2025"]);
    expect(cells).toContainEqual(["/services/0/products/0", "Product: Pebble Notes, Other"]);
    expect(lost(reading)).toEqual([[", Other", "not-the-organisations"]]);
  });
});

describe("lists and headings", () => {
  test("items are vendors where they are names with links, or known ones; others are left", () => {
    const reading = readVendors(
      source([
        items("[Pebble](https://pebble.example/privacy) | hosting\n[Tern](https://tern.example) | e-mail", [
          "Subprocessors",
        ]),
        items("Details of your visits, including logs\nInformation about your computer", ["What we collect"]),
        items("*.pebble.example\ncdn.one.pebble.example", ["Subprocessors", "Hosts"]),
        items(
          "[Pebble data processing agreement](https://pebble.example/a)\n[Pebble compliance information](https://pebble.example/b)",
          ["Subprocessors", "More"],
        ),
      ]),
    );
    expect(reading.tables.map(({ used }) => used)).toEqual([true, false, false, false]);
    expect(stated(reading)).toEqual([
      { name: "Pebble", privacyPolicyUrl: "https://pebble.example/privacy", services: [{ purpose: "hosting" }] },
      { name: "Tern", website: "https://tern.example", services: [{ purpose: "e-mail" }] },
    ]);
  });

  test("a heading may be a category, a place, a group of companies, or say that its table is another thing", () => {
    const rows = (name: string) => `Name | Purpose\n${name} | a`;
    const reading = readVendors(
      source([
        table(rows("Pebble"), { headings: ["Subprocessors", "Analytics"] }),
        table(rows("Tern"), { headings: ["Subprocessors", "Subprocessors located in the United States"] }),
        table(rows("Fern"), { headings: ["Subprocessors", "Group companies"] }),
        table(rows("Moss"), { headings: ["Subprocessors", "Planned subprocessors"] }),
        table(rows("Kiln"), { headings: ["Subprocessors", "Former subprocessors"] }),
      ]),
    );
    expect(stated(reading)).toMatchObject([
      { services: [{ category: "Analytics" }] },
      { services: [{ locations: [{ country: "US" }] }] },
      { relationship: "affiliate" },
      { name: "Moss" },
    ]);
    expect(asked(reading).map(([name, pointer]) => [name, pointer])).toEqual([
      ["Tern", "/services/0/locations/0/country"],
      ["Moss", "/name"],
    ]);
    expect(reading.tables.map(({ used }) => used)).toEqual([true, true, true, true, false]);
  });

  test("what a sentence says of all transfers is offered, and not in the document", () => {
    const reading = readVendors(
      source([table("Name | Location\nPebble | United States\nTern | France")], {
        remarks: ["We take care. All transfers outside the EEA are covered by the SCCs. Write to us."],
      }),
    );
    const offered = reading.vendors.flatMap(({ document, guesses }) =>
      guesses.filter(({ rule }) => rule === "remark").map(({ pointer, offered: is }) => [document.name, pointer, is]),
    );
    expect(offered).toEqual([["Pebble", "/services/0/safeguards", true]]);
    expect(stated(reading)[0]?.services[0]).not.toHaveProperty("safeguards");
  });

  test("what the catalogue knows of a vendor is offered with where it is from", () => {
    const reading = readVendors(source([table("Name | Purpose\nCloudflare | CDN\nQuagga Seven | b")]));
    const [known, unknown] = reading.vendors.map(({ guesses }) => guesses.filter(({ rule }) => rule === "catalogue"));
    expect(known?.map(({ pointer }) => pointer)).toContain("/privacyPolicyUrl");
    expect(known?.every(({ offered, sure, from }) => offered && !sure && from.includes("Probo"))).toBe(true);
    expect(unknown).toEqual([]);
  });

  test("the country that the catalogue offers is that of the company which the file names", () => {
    const rows = ["HubSpot | HubSpot Ireland Limited", "Stripe | Stripe Somewhere Ltd", "Zendesk | "];
    const reading = readVendors(source([table(["Name | Legal entity", ...rows].join("\n"))]));
    const countries = reading.vendors.map(({ guesses }) => guesses.find(({ pointer }) => pointer === "/country")?.made);
    expect(countries).toEqual(["IE", undefined, "US"]);
  });
});

describe("hostile tables", () => {
  test("a vendor that is struck out is gone, and said to be; another name beside it is another vendor", async () => {
    const page = `| Name | Purpose | Mechanism | Link |
|---|---|---|---|
| ~~Pebble~~ (until 2025) | Chat | | |
| ~~Tern~~ | ~~Mail~~ | | |
| ~~Weir~~ Newweir | Hosting | Privacy Shield | https://newweir.example/soc2 |
`;
    const inTable = readVendors(await read(page));
    expect(stated(inTable)).toMatchObject([{ name: "Newweir" }]);
    expect(inTable.lost.map(({ column, from, why }) => [column, from, why])).toEqual([
      ["line 3", "Pebble (until 2025) | Chat", "struck-out"],
      ["line 4", "Tern | Mail", "struck-out"],
    ]);
    expect(lost(inTable)).toEqual([
      ["Weir", "struck-out"],
      ["Privacy Shield", "lapsed"],
      ["https://newweir.example/soc2", "unnamed-link"],
    ]);
    const list =
      '# Subprocessors\n\n- [Weir](https://weir.example)\n- ~~Tern~~\n- <span style="text-decoration: line-through">Pebble</span> – Chat\n';
    const inList = readVendors(await read(list));
    expect(stated(inList)).toMatchObject([{ name: "Weir" }]);
    expect(inList.lost.map(({ from, why }) => [from, why])).toEqual([
      ["Tern", "struck-out"],
      ["Pebble – Chat", "struck-out"],
    ]);
  });

  test("long cells, odd characters and links are kept out of documents, and said", () => {
    const long = "x".repeat(5000);
    const reading = readVendors(
      source([
        table(`Name | Purpose | Privacy policy | Location
        ${long} | a | | Germany
        Pebble | ${long} | [x](javascript:alert) | ${"(".repeat(3000)}
        Te\u202Ern | b | https://user:pw@tern.example | __proto__`),
      ]),
    );
    expect(stated(reading)).toEqual([{ name: "Pebble", services: [{}] }]);
    expect(reading.lost.map(({ why }) => why)).toEqual(["no-vendor", "no-vendor"]);
    expect(lost(reading)).toContainEqual([long, "does-not-fit"]);
  });

  test("what leaves more to be guessed than a plan holds is refused, before more of it is read", () => {
    const names = Array.from({ length: 100 }, (_, at) => `no data ${at} ${"x".repeat(35)}`).join("; ");
    const rows = (count: number, more: string) =>
      readVendors(
        source([
          table(`Name | Data | Location\n${Array.from({ length: count }, (_, at) => `V${at} ${more}`).join("\n")}`),
        ]),
      );
    const wide = `| ${names} | Germany`;
    expect(rows(5, wide).vendors).toHaveLength(5);
    expect(() => rows(200, wide)).toThrow("5000000 characters");
    expect(() => rows(2600, "| a; b; c; d; e; f; g; h; i; j | Germany")).toThrow("25000 things guessed or lost");
    const lost = `Name | Auditor\n${Array.from({ length: 300 }, (_, at) => `V${at} | ${"x".repeat(19_000)}`).join("\n")}`;
    expect(() => readVendors(source([table(lost)])), "what is lost counts").toThrow("5000000 characters");
  });

  test("more columns than tables have together are refused, before what each holds is looked at", () => {
    const wide = table(`${Array.from({ length: 50 }, (_, at) => `h${at}`).join("|")}\nx`);
    const tables = (count: number) => source(Array.from({ length: count }, () => wide));
    expect(readVendors(tables(40)).vendors).toEqual([]);
    expect(() => readVendors(tables(41))).toThrow("has tables of more than 2000 columns together");
  });

  test("a long table is read in turns, between which others have theirs", () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `Vendor ${at} | Mail`);
    const turns = readInTurns(source([table(["Name | Purpose", ...rows].join("\n"))]));
    let pauses = 0;
    let turn = turns.next();
    for (; !turn.done; turn = turns.next()) pauses += 1;
    expect(pauses).toBe(10);
    expect(turn.value.vendors).toHaveLength(1000);
  });

  test("a long table is read whole", () => {
    const rows = Array.from(
      { length: 500 },
      (_, index) => `Vendor ${index}, Inc. | Hosting | Frankfurt, Germany; us-east-1`,
    );
    const reading = readVendors(source([table(["Name | Purpose | Location", ...rows].join("\n"))]));
    expect(reading.vendors).toHaveLength(500);
  });
});
