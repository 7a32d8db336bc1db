import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/imports/answers.ts";
import type { Known } from "../../src/imports/match.ts";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { silenceOf } from "../../src/imports/meaning/words-for.ts";
import { makePlan } from "../../src/imports/plan.ts";
import { slugify } from "../../src/model/values/text.ts";
import { diff } from "../../src/model/vendor/diff.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { read } from "./reading.ts";
import { source, table } from "./sources.ts";

/** What cells say that have nothing of their own: nothing, that there is none, what stands above. */

const listed = (document: Record<string, unknown> & { name: string }): Known => {
  const { slug: _, ...newest } = VendorInput.parse({ services: [{}], ...document });
  return { slug: slugify(document.name), newest, inForce: newest, drafts: [], last: newest };
};
const pebble = listed({
  name: "Pebble",
  legalName: "Pebble, Inc.",
  country: "US",
  dpaUrl: "https://pebble.example/dpa",
  contractSignedOn: "2025-01-02",
  certifications: [{ name: "ISO 27001" }],
  services: [
    {
      category: "Hosting",
      purpose: "Hosting",
      dataCategories: ["Names"],
      locations: [{ country: "DE" }],
      safeguards: [{ mechanism: "scc" }],
      retention: "30 days",
    },
  ],
});

const planOf = async (file: string, known: readonly Known[] = [pebble], guesses: Answers["guesses"] = {}) => {
  const { vendors } = readVendors(await read(file), { today: "2026-11-27" });
  return makePlan({ readings: vendors, whole: false, known, answers: { guesses, vendors: {} }, check: () => [] });
};
const COLUMNS =
  "Vendor,Legal entity,HQ,DPA,Contract date,Certifications,Category,Purpose,Data categories,Location,Transfer mechanism,Retention";
const rowOf = (name: string, said: string) =>
  [
    name,
    ...COLUMNS.split(",")
      .slice(1)
      .map(() => `"${said}"`),
  ].join(",");

const PLACEHOLDERS = [
  ...[
    "",
    "-",
    "–",
    "?",
    "unknown",
    "TBD",
    "tbc",
    "T.B.D.",
    "TBD (Q3)",
    "to be confirmed by the vendor",
    "n/a",
    "N.A.",
    "null",
  ],
  ...["k. A.", "k.A.", "keine Angabe", "unbekannt", "noch offen", "wird ergänzt", "entfällt"],
  ...["non communiqué", "à préciser", "inconnu", "sans objet"],
  ...["por determinar", "desconocido", "no aplica", "s/d"],
  ...["da definire", "sconosciuto", "non applicabile", "n/d"],
  ...["nader te bepalen", "onbekend", "n.v.t."],
  ...["uppgift saknas", "okänt", "ej tillämpligt"],
  "TBD, TBD",
];

describe("a placeholder", () => {
  test.each(PLACEHOLDERS)("takes nothing from what is listed, in any column, and is no content: %s", async (said) => {
    const [was, is] = await planOf(`${COLUMNS}\n${rowOf("Pebble", said)}\n${rowOf("Tern", said)}\n`);
    expect([was?.what, diff(was?.before ?? null, was?.after ?? null)]).toEqual(["same", []]);
    expect(is).toMatchObject({ what: "add", open: [], lost: [] });
    expect(is?.after).toEqual(VendorInput.parse({ name: "Tern", services: [{ key: "main" }] }));
  });

  test.each(["Other", "Misc.", "Sonstige", "Autres", "Otros", "Altro", "Overig", "Övrigt"])(
    "is a category that is none, and makes no purpose: %s",
    async (other) => {
      for (const file of [
        `Vendor,Category,Purpose\nPebble,${other},Hosting\nTern,${other},Mail`,
        `Vendor,Category\nPebble,${other}\nTern,${other}`,
      ]) {
        const [was, is] = await planOf(file);
        expect([was?.what, is?.after?.services[0]?.category]).toEqual(["same", undefined]);
        expect(is?.after?.services[0]?.purpose).not.toBe(other);
      }
    },
  );

  test("among several names is none of them", async () => {
    const [entry] = await planOf('Vendor,Data categories\nTern,"Names, TBD"', []);
    expect(entry?.after?.services[0]?.dataCategories).toEqual(["Names"]);
  });

  test("is no code of a place", () => {
    expect([silenceOf("ID"), silenceOf("ID", true), silenceOf("N.D.", true)]).toEqual(["above", undefined, undefined]);
  });
});

test("records of JSON that lack what others have say nothing of it", async () => {
  const file = JSON.stringify([
    { name: "Pebble", location: "Germany" },
    { name: "Tern", location: "France", purpose: "Mail", dpa: "https://tern.example/dpa", retention: "a year" },
  ]);
  expect((await planOf(file))[0]?.what).toBe("same");
});

describe("that there is none", () => {
  const file = (said: string) => `Vendor,Transfer mechanism,DPA\nPebble,${said},${said}\nTern,${said},${said}\n`;
  test.each(["None", "keine", "aucun", "ninguna", "nessuna", "geen", "inga"])(
    "is asked where it takes away what is listed, and of nobody else: %s",
    async (said) => {
      const [was, is] = await planOf(file(said));
      expect(is).toMatchObject({ what: "add", open: [] });
      expect(was?.what).toBe("unsure");
      expect(
        was?.guesses.filter(({ id }) => was.open.includes(id)).map(({ pointer, from }) => [pointer, from]),
      ).toEqual([
        ["/services/0/safeguards", said],
        ["/dpaUrl", said],
      ]);
      const answered = async (answer: unknown) => {
        const guesses = Object.fromEntries((was?.open ?? []).map((id) => [id, answer]));
        const [entry] = await planOf(file(said), [pebble], guesses);
        return [entry?.what, diff(entry?.before ?? null, entry?.after ?? null).map(({ path }) => path)];
      };
      expect(await answered(true)).toEqual(["change", ["/dpaUrl", "/services/main/safeguards"]]);
      expect(await answered(null)).toEqual(["same", []]);
    },
  );

  test("also where a transfer tool is said not to be needed", async () => {
    const [was] = await planOf("Vendor,Transfer mechanism\nPebble,not required\n");
    expect(was).toMatchObject({ what: "unsure", open: [expect.any(String)] });
  });
});

describe("what stands above", () => {
  const ABOVE = [
    ...["ditto", "idem", "see above", "same as above", "s. o.", "siehe oben", "dito", "voir ci-dessus"],
    ...["ver arriba", "vedi sopra", "come sopra", "zie boven", "se ovan", "〃", '""'],
  ];
  const file = (said: string) =>
    `Vendor,Purpose,Location,Safeguard\nTern,Mail,France,SCC\nPebble,"${said}","${said}","${said}"\n`;

  test.each(ABOVE)("is offered with its source, and only if somebody says so: %s", async (said) => {
    const [, was] = await planOf(file(said));
    const shown = said.replace('""', '"');
    expect(was?.what).toBe("unsure");
    expect(
      was?.guesses.filter(({ id }) => was.open.includes(id)).map(({ made, from, rule }) => [made, from, rule]),
    ).toEqual([
      ["Mail", `${shown} ↑ Mail`, "row-above"],
      ["FR", `${shown} ↑ France`, "row-above"],
    ]);
    const answered = async (answer: unknown) => {
      const guesses = Object.fromEntries((was?.guesses ?? []).map(({ id }) => [id, answer]));
      const [, entry] = await planOf(file(said), [pebble], guesses);
      return [entry?.what, diff(entry?.before ?? null, entry?.after ?? null).map(({ path }) => path)];
    };
    expect(await answered(true)).toEqual(["change", ["/services/main/purpose", "/services/main/locations"]]);
    expect(await answered(null), "what is listed stays").toEqual(["same", []]);
  });

  test("is what the row above has, however far up that stands; above the first row is nothing", async () => {
    const [first, , last] = await planOf("Vendor,Purpose\nWeir,ditto\nTern,Mail\nGull,ditto\nHeron,ditto", []).then(
      (entries) => [entries[0], entries[2], entries[3]],
    );
    expect([first?.what, first?.after?.services[0]?.purpose]).toEqual(["add", undefined]);
    expect([last?.what, last?.after?.services[0]?.purpose]).toEqual(["unsure", "Mail"]);
  });

  test('"s.o." under headers in French is "sans objet", and nothing', async () => {
    const [, last] = await planOf("Sous-traitant,Finalité,Garanties\nTern,Mail,CCT\nGull,s.o.,s. o.", []);
    expect(last).toMatchObject({ what: "add", open: [] });
    expect(last?.after?.services[0]?.safeguards).toEqual([]);
  });

  test("makes a row the same vendor's only if somebody says so", () => {
    const reading = readVendors(source([table("Vendor | Purpose\nTern | Mail\nditto | Hosting")]));
    expect(reading.vendors).toHaveLength(1);
    expect(reading.vendors[0]?.guesses.filter(({ sure }) => !sure)).toMatchObject([
      { pointer: "/name", made: "Tern", from: "ditto ↑ Tern", rule: "row-above" },
    ]);
  });
});
