import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "../../src/imports/answers.ts";
import { readSource } from "../../src/imports/formats/read.ts";
import type { Known } from "../../src/imports/match.ts";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { makePlan, removalsOf, totalsOf } from "../../src/imports/plan.ts";
import type { PlanEntry } from "../../src/imports/plan-entry.ts";
import type { VendorReading } from "../../src/imports/reading.ts";
import { slugify } from "../../src/model/values/text.ts";
import { diff } from "../../src/model/vendor/diff.ts";
import { type VendorDocument, VendorInput } from "../../src/model/vendor/vendor-document.ts";

type Json = Record<string, unknown>;

const documentOf = ({ slug: _, ...fields }: Json): VendorDocument => {
  const { slug: __, ...document } = VendorInput.parse({ services: [{}], ...fields });
  return document;
};
const listed = (fields: Json & { name: string }): Known => {
  const document = documentOf(fields);
  const slug = String(fields.slug ?? slugify(fields.name));
  return { slug, newest: document, inForce: document, drafts: [], last: document };
};
const reading = (fields: Json & { name: string }, stated: string[] = ["/name"]): VendorReading => ({
  rows: ["line 2"],
  document: VendorInput.parse({ services: [{}], ...fields }),
  stated,
  guesses: [],
  lost: [],
});

const NO_ANSWERS: Answers = { guesses: {}, vendors: {} };
const plan = (
  readings: readonly VendorReading[],
  known: readonly Known[],
  more: Partial<Answers & { whole: boolean }> = {},
) =>
  makePlan({
    readings,
    known,
    whole: more.whole ?? false,
    answers: { ...NO_ANSWERS, ...more },
    check: () => [],
  });

/** The vendors of the registry once a plan was applied and is in force. */
function applied(known: readonly Known[], entries: readonly PlanEntry[]): Known[] {
  const all = new Map(known.map((each) => [each.slug, each]));
  for (const { what, slug, key, before, after } of entries) {
    if (what === "same" || what === "unsure") continue;
    const at = slug ?? key;
    const last = after ?? before;
    if (last) all.set(at, { slug: at, newest: after, inForce: after, drafts: [], last });
  }
  return [...all.values()];
}

const listOf = (known: readonly Known[]): VendorDocument[] => known.flatMap(({ newest }) => newest ?? []);

describe("a vendor of a file is one of the registry", () => {
  const HERE = [
    listed({ name: "Stripe, Inc." }),
    listed({ name: "Twilio SendGrid", slug: "sendgrid" }),
    listed({ name: "Meta", formerNames: ["Facebook"] }),
    listed({ name: "Google Cloud", legalName: "Google LLC", website: "https://cloud.google.com" }),
    listed({ name: "Amazon Web Services (AWS)" }),
    listed({ name: "Chat", website: "https://www.chat.example/en" }),
  ];
  const GONE: Known = { ...listed({ name: "Former" }), newest: null, inForce: null };

  test.each([
    ["Stripe, Inc.", {}, "stripe-inc", "name"],
    ["STRIPE INC", {}, "stripe-inc", "name"],
    ["Stripe", {}, "stripe-inc", "legal-form"],
    ["SendGrid", {}, "sendgrid", "slug"],
    ["Facebook", {}, "meta", "former-name"],
    ["Meta Platforms", { formerNames: ["Meta"] }, "meta", "former-name"],
    ["Whatever", { slug: "chat" }, "chat", "slug"],
    ["Former", {}, "former", "name"],
  ])("%s, by what is plain", (name, fields, slug, by) => {
    const [entry] = plan([reading({ name, ...fields })], [...HERE, GONE]);
    expect(entry?.match).toMatchObject({ slug, by });
  });

  test.each([
    ["Google Workspace", { legalName: "Google LLC" }, ["google-cloud legal-name"]],
    ["AWS (Amazon Web Services)", {}, ["amazon-web-services-aws similar-name"]],
    ["AWS", {}, ["amazon-web-services-aws similar-name"]],
    ["Messenger", { website: "https://chat.example" }, ["chat domain"]],
    ["Google Analytics", {}, []],
    ["Another", {}, []],
  ])("%s, only if somebody says so", (name, fields, asked) => {
    const entries = plan([reading({ name, ...fields })], HERE);
    expect(entries[0]).toMatchObject({ match: null, what: asked.length > 0 ? "unsure" : "add" });
    expect(entries[0]?.asked.map(({ slug, by }) => `${slug} ${by}`)).toEqual(asked);
    // Whoever may be meant does not go before that is said.
    const removed = entries.filter(({ what }) => what === "remove").map(({ slug }) => slug);
    for (const { slug } of entries[0]?.asked ?? []) expect(removed).not.toContain(slug);
  });

  test("whatever else the list has, and those that it may be in the list's order", () => {
    const many = Array.from({ length: 500 }, (_, at) => listed({ name: `Mill Wheel ${at}`, slug: `mill-${at}` }));
    const asked = (name: string) => plan([reading({ name })], [...many, ...HERE])[0]?.asked.map(({ slug }) => slug);
    expect(asked("AWS")).toEqual(["amazon-web-services-aws"]);
    expect(asked("Mill Wheel 77 (of old)")).toEqual(["mill-77"]);
    expect(asked("Wheel Mill")).toEqual(["mill-0", "mill-1", "mill-2", "mill-3", "mill-4"]);
  });

  test("and by no rule twice: what two of a file could be, neither is", () => {
    const entries = plan([reading({ name: "Stripe GmbH" }), reading({ name: "Stripe Ltd" })], HERE);
    expect(entries.slice(0, 2).map(({ match, what }) => [match, what])).toEqual([
      [null, "unsure"],
      [null, "unsure"],
    ]);
  });
});

describe("what a file states is put into a listed vendor", () => {
  const before = {
    name: "Acme",
    address: "1 Main Street",
    contact: { name: "Kim", email: "kim@acme.example" },
    services: [
      {
        key: "hosting",
        purpose: { en: "Hosting", fr: "Hébergement" },
        dataCategories: ["Names", "Logs"],
        locations: [
          { country: "DE", kind: "storage", detail: "Frankfurt" },
          { country: "DE", kind: "backup" },
        ],
        safeguards: [{ mechanism: "scc", module: 3, checkedOn: "2026-01-01" }],
      },
      { key: "mail", name: "Mail", locations: [{ country: "FR" }] },
    ],
  };
  const SERVICES = [
    "/services/0/purpose",
    "/services/0/locations",
    "/services/0/safeguards",
    "/services/0/dataCategories",
  ];
  const hosting = (fields: Json) => ({
    ...before,
    services: [{ ...before.services[0], ...fields }, before.services[1]],
  });
  const SAME = { purpose: "Hosting", locations: [{ country: "DE" }], safeguards: [{ mechanism: "scc" }] };

  test.each<[string, Json, string[], string[]]>([
    ["the same in fewer words, in another order", { ...SAME, dataCategories: ["Logs", "Names"] }, SERVICES, []],
    ["another text", { ...SAME, purpose: "Hosting and more" }, SERVICES.slice(0, 3), ["/services/hosting/purpose"]],
    ["another case", { ...SAME, purpose: "hosting" }, SERVICES.slice(0, 3), ["/services/hosting/purpose"]],
    [
      "a further place",
      { ...SAME, locations: [{ country: "DE" }, { country: "US" }] },
      SERVICES.slice(0, 3),
      ["/services/hosting/locations"],
    ],
    ["no transfer tool", { ...SAME, safeguards: [] }, SERVICES.slice(0, 3), ["/services/hosting/safeguards"]],
    ["fields it is not about", { dataCategories: ["Other"] }, [], []],
  ])("%s", (_, fields, stated, changed) => {
    const file = reading({ name: "Acme", services: [{ ...fields }, { name: "Mail" }] }, ["/name", ...stated]);
    const [entry] = plan([file], [listed(before)]);
    expect(diff(entry?.before ?? null, entry?.after ?? null).map(({ path }) => path)).toEqual(changed);
    expect(entry?.what).toBe(changed.length > 0 ? "change" : "same");
  });

  test("a member of a contact alone, and a service that the file does not have goes", () => {
    const file = reading({ name: "Acme", contact: { email: "dpo@acme.example" }, services: [{ purpose: "Hosting" }] }, [
      "/name",
      "/contact/email",
      "/services/0/purpose",
    ]);
    const [entry] = plan([file], [listed(before)]);
    expect(entry?.after).toMatchObject({ contact: { name: "Kim", email: "dpo@acme.example" } });
    expect(entry?.after?.services.map(({ key }) => key)).toEqual(["hosting"]);
  });

  test("all of it, of a list file: what that does not state goes", () => {
    const file = reading({ name: "Acme", services: [{ key: "hosting", purpose: "Hosting" }] });
    const [entry] = plan([file], [listed(hosting({}))], { whole: true });
    expect(diff(entry?.before ?? null, entry?.after ?? null).map(({ path }) => path)).toEqual([
      "/address",
      "/contact",
      "/services/hosting/purpose",
      "/services/hosting/dataCategories",
      "/services/hosting/locations",
      "/services/hosting/safeguards",
      "/services/mail",
    ]);
  });
});

test("a suggestion is nothing before somebody takes it, and holds nothing up", () => {
  const acme = listed({ name: "Acme" });
  const offered = { pointer: "/legalName", from: "Acme", made: "Acme, Inc.", rule: "catalogue", instead: [] } as const;
  const file = [{ ...reading({ name: "Acme" }), guesses: [{ ...offered, sure: false, offered: true as const }] }];
  const [before] = plan(file, [acme]);
  expect(before).toMatchObject({ what: "same", open: [] });
  const taken = (answer: unknown) => plan(file, [acme], { guesses: { [before?.guesses[0]?.id ?? ""]: answer } })[0];
  expect(taken(true)).toMatchObject({ what: "change", after: { legalName: "Acme, Inc." } });
  expect(taken("Acme LLC")).toMatchObject({ what: "change", after: { legalName: "Acme LLC" } });
  expect(taken(null)).toMatchObject({ what: "same" });
});

test("a legal entity that a name was parted into takes nothing from one that is on record, or stated beside it", async () => {
  const read = async (file: string) =>
    readVendors(await readSource(new TextEncoder().encode(file), { format: "csv" })).vendors;
  const full = listed({ name: "Full Co", legalName: "Full Co, Inc." });
  expect(plan(await read("Vendor,Purpose\nFull Co,Sends mail\n"), [full])[0]?.after).toMatchObject(NAMED_FULL);
  expect(plan(await read('Vendor,Legal entity,Purpose\nFull Co,"Full Co, Inc.",Sends\n'), [])[0]).toMatchObject({
    after: NAMED_FULL,
    open: [],
  });
  // Another one is asked about: it is another company, or the contract has another party.
  const other = plan(await read("Vendor,Purpose\nFull GmbH,Sends mail\n"), [full])[0];
  expect([other?.what, other?.after?.legalName, other?.open]).toEqual(["unsure", "Full GmbH", [expect.any(String)]]);
});
const NAMED_FULL = { name: "Full Co", legalName: "Full Co, Inc." };

test("a country behind a company's name is nothing new where the record has the company so", async () => {
  const file = "Vendor,Legal entity,Purpose\nPebble,Pebble SARL (Luxembourg),Mail\n";
  const { vendors } = readVendors(await readSource(new TextEncoder().encode(file), { format: "csv" }));
  const known = (fields: Json) => [listed({ name: "Pebble", services: [{ key: "main", purpose: "Mail" }], ...fields })];
  expect(plan(vendors, known({ legalName: "Pebble SARL (Luxembourg)" }))[0]).toMatchObject({ what: "same", open: [] });
  expect(plan(vendors, known({ legalName: "Pebble SARL" }))[0]).toMatchObject({
    what: "change",
    after: { legalName: "Pebble SARL", country: "LU" },
  });
});

test("what was answered of one cell is no answer to another that names the same", () => {
  const read = (cell: string, from: string): VendorReading => ({
    ...reading({ name: "Acme", services: [{ safeguards: [{ mechanism: "dpf" }] }] }, ["/services/0/safeguards"]),
    guesses: [
      {
        pointer: "/services/0/safeguards/0/mechanism",
        from,
        cell: `Transfer: ${cell}`,
        made: "dpf",
        rule: "mechanism",
        sure: false,
        instead: [],
      },
    ],
  });
  const [before] = plan([read("DPF (recertification pending)", "DPF")], []);
  const guesses = { [before?.open[0] ?? ""]: true };
  const open = (cell: string) => plan([read(cell, "DPF")], [], { guesses })[0]?.open.length;
  expect(["DPF  (recertification pending) ", "never joined the DPF"].map(open)).toEqual([0, 1]);
});

test("of whom a column of statuses says that it is used no longer, it is asked also where it is on the list; answered so, it leaves", async () => {
  const { vendors } = readVendors(
    await readSource(
      new TextEncoder().encode("Vendor,Location,Status\nPebble,US,Removed\nTern,US,Active\nNew,US,Removed"),
      { format: "csv" },
    ),
  );
  const known = ["Pebble", "Tern"].map((name) =>
    listed({ name, services: [{ key: "service", locations: [{ country: "US" }] }] }),
  );
  const before = plan(vendors, known);
  const doubted = before.map(({ guesses }) => guesses.find(({ rule }) => rule === "status")?.id ?? "");
  expect(before.map(({ what, open }, at) => [what, open.includes(doubted[at] ?? "")])).toEqual([
    ["unsure", true],
    ["same", false],
    ["unsure", true],
  ]);
  const said = (answer: unknown) => {
    const guesses = Object.fromEntries(doubted.filter((id) => id !== "").map((id) => [id, answer]));
    return plan(vendors, known, { guesses }).map(({ name, what }) => [name, what]);
  };
  expect(said(null)).toEqual([
    ["Pebble", "remove"],
    ["Tern", "same"],
    ["New", "same"],
  ]);
  expect(said(true)[0]).toEqual(["Pebble", "same"]);
});

test("removing more than a fifth, or every vendor of a category, is to be allowed", () => {
  const many = Array.from({ length: 10 }, (_, at) =>
    listed({ name: `Vendor ${at}`, services: [{ category: at === 0 ? "Alone" : "Others" }] }),
  );
  const without = (...gone: number[]) =>
    removalsOf(
      plan(
        many.flatMap(({ last }, at) => (gone.includes(at) ? [] : reading(last, []))),
        many,
      ),
    );
  expect(without(1, 2)).toMatchObject({ count: 2, listed: 10, mustBeAllowed: false });
  expect(without(1, 2, 3)).toMatchObject({ count: 3, mustBeAllowed: true, categories: [] });
  expect(without(0)).toMatchObject({ count: 1, mustBeAllowed: true, categories: ["Alone"] });
});

test("what a draft has already is planned no more; what it has otherwise is", () => {
  const acme = listed({ name: "Acme", services: [{ locations: [{ country: "DE" }] }] });
  const drafted = (country: string): Known[] => [
    {
      ...acme,
      drafts: [{ changeSet: 7, after: documentOf({ name: "Acme", services: [{ locations: [{ country }] }] }) }],
    },
  ];
  const file = [reading({ name: "Acme", services: [{ locations: [{ country: "US" }] }] }, ["/services/0/locations"])];
  expect(plan(file, drafted("US"))[0]).toMatchObject({ what: "same", inDraft: 7 });
  expect(plan(file, drafted("FR"))[0]).toMatchObject({ what: "change", inDraft: null, drafts: [7] });
  const leaving = { ...acme, drafts: [{ changeSet: 7, after: null }] };
  expect(plan([], [leaving], { whole: true })[0]).toMatchObject({ what: "same", inDraft: 7 });
  expect(plan([], [acme]), "a file of which no vendor is read removes none").toEqual([]);
});

/** Lists of a few vendors, each known by its name, with places and purposes that change from one to the next. */
const arbitraryList = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"),
      purpose: fc.constantFrom("Hosting", "Mail", "Support"),
      countries: fc.uniqueArray(fc.constantFrom("Germany", "France", "Ireland", "Canada"), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { selector: ({ name }) => name, minLength: 1 },
  )
  .map((vendors) => vendors.map((each) => ({ ...each, countries: each.countries.toSorted() })));

type List = { name: string; purpose: string; countries: string[] }[];
const asCsv = (list: List) =>
  new TextEncoder().encode(
    [
      "Vendor,Purpose,Location",
      ...list.map((each) => `${each.name},${each.purpose},"${each.countries.join("; ")}"`),
    ].join("\n"),
  );
const readCsv = async (list: List) => readVendors(await readSource(asCsv(list), { format: "csv" })).vendors;

test("whatever list follows another, its plan makes the list what the file says, and planned again makes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryList, { minLength: 2, maxLength: 4 }), async (lists) => {
      let known: Known[] = [];
      let before: List = [];
      for (const list of lists) {
        const readings = await readCsv(list);
        const entries = plan(readings, known);
        // The plan says what differs between the versions, by name.
        const names = (what: string) =>
          entries
            .filter((each) => each.what === what)
            .map(({ name }) => name)
            .sort();
        const was = new Map(before.map((each) => [each.name, JSON.stringify(each)]));
        expect(names("add")).toEqual(
          list
            .filter(({ name }) => !was.has(name))
            .map(({ name }) => name)
            .sort(),
        );
        expect(names("remove")).toEqual(
          [...was.keys()].filter((name) => !list.some((each) => each.name === name)).sort(),
        );
        const changed = list.filter((each) => was.has(each.name) && was.get(each.name) !== JSON.stringify(each));
        expect(names("change")).toEqual(changed.map(({ name }) => name).sort());
        known = applied(known, entries);
        expect(
          listOf(known)
            .map(({ name }) => name)
            .sort(),
        ).toEqual(list.map(({ name }) => name).sort());
        for (const { document } of readings)
          expect(diff(listOf(known).find(({ name }) => name === document.name) ?? null, documentOf(document))).toEqual(
            [],
          );
        expect(totalsOf(plan(readings, known))).toMatchObject({ add: 0, change: 0, remove: 0, unsure: 0 });
        before = list;
      }
    }),
    { numRuns: 40 },
  );
});

test("the versions of a page, one after the other, are planned as what each of them changes", async () => {
  const HISTORY: { file: string; plan: string[] }[] = [
    {
      file: "| Vendor | Purpose | Location |\n|--|--|--|\n| Nimbus, Inc. | Hosting | Germany |\n| Postbox | Sends mail | France |",
      plan: ["add Nimbus", "add Postbox"],
    },
    {
      // A title and a heading change nothing; neither does another order.
      file: "# Our vendors\n\nUpdated in May.\n\n| Name | Purpose | Location |\n|--|--|--|\n| Postbox | Sends mail | France |\n| Nimbus, Inc. | Hosting | Germany |",
      plan: ["same Postbox", "same Nimbus"],
    },
    {
      file: "| Name | Purpose | Location |\n|--|--|--|\n| Nimbus, Inc. | Hosting | Germany, Ireland |\n| Helpdesk | Support | Canada |",
      plan: ["change Nimbus /services/main/locations", "add Helpdesk", "remove Postbox"],
    },
    {
      file: "| Name | Purpose | Location |\n|--|--|--|\n| Nimbus, Inc. | Hosting and backups | Germany, Ireland |\n| Helpdesk | Support | Canada |\n| Postbox | Sends mail | France |",
      plan: ["change Nimbus /services/main/purpose", "same Helpdesk", "add Postbox returns"],
    },
  ];
  let known: Known[] = [];
  for (const { file, plan: expected } of HISTORY) {
    const source = await readSource(new TextEncoder().encode(file), { format: "markdown" });
    const entries = plan(readVendors(source).vendors, known);
    expect(
      entries.map(({ what, name, before, after, returning }) =>
        [
          what,
          name,
          ...(what === "change" ? diff(before, after).map(({ path }) => path) : []),
          ...(returning ? ["returns"] : []),
        ].join(" "),
      ),
    ).toEqual(expected);
    known = applied(known, entries);
  }
});
