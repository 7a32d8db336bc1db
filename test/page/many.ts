import type { z } from "@hono/zod-openapi";
import type { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { publish } from "./published.ts";

type Vendor = z.input<typeof VendorInput>;

const NAMES = "Alder Basalt Cobalt Dune Ember Fjord Gravel Heron Islet Juniper Kelp Larch Marl Nettle Osier".split(" ");
const KINDS = ["Cloud", "Mail", "Desk", "Metrics"];
const CATEGORIES: [string, string][] = [
  ["Hosting", "Runs the servers and databases of the product, and keeps encrypted copies of them"],
  ["Content delivery", "Delivers static files and shields the product from attacks"],
  ["Support requests", "Holds conversations with customers’ users who ask for help, and routes them to an agent"],
  ["Transactional mail", "Sends password resets, receipts and other messages that the product asks for"],
  ["Error tracking", "Records faults of the software with what is needed to reproduce them"],
  ["Product analytics", "Counts which features are used, by pseudonymous user"],
  ["Payments", "Takes payments by card and direct debit, and screens them for fraud as the law requires"],
  ["Identity", "Signs users in, and checks second factors"],
  ["Language models", "Drafts answers and summaries from text that users submit, on request"],
  ["Telephony", "Connects calls and short messages"],
  ["Backup", "Keeps copies of the data at another place"],
  ["Accounting", "Keeps invoices and books"],
];
const DATA = [
  ["Account data", "Contact data"],
  ["Usage data", "Device identifiers", "IP addresses"],
  ["Messages", "Contact data", "Attachments", "Account data"],
  ["Payment data", "Contact data", "Invoices"],
  ["Everything that customers store"],
];
const PLACES = [["IE", "DE"], ["US"], ["FR"], ["US", "IE", "SG"], ["GB"], ["IN", "US"], ["DE"], ["CA"], []];
const SAFEGUARDS: NonNullable<Vendor["services"][number]["safeguards"]>[] = [
  [{ mechanism: "scc", module: 3 }, { mechanism: "uk-addendum" }, { mechanism: "swiss-addendum" }],
  [
    { mechanism: "dpf", regimes: ["eu", "uk", "ch"], checkedOn: "2026-09-01" },
    { mechanism: "scc", module: 3, backup: true },
  ],
  [{ mechanism: "scc", module: 3, regimes: ["eu"] }],
  [],
  [{ mechanism: "bcr" }, { mechanism: "uk-idta" }],
];
const COUNTRIES = ["US", "IE", "US", "DE", "FR", "GB"];

const of = <Each>(all: readonly Each[], index: number): Each => all[index % all.length] as Each;

/** Vendors made up for lists of any length: alike in size to those of companies, and to nobody by name. */
export function manyVendors(count: number): Vendor[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / (NAMES.length * KINDS.length));
    const name = `${of(NAMES, index)} ${of(KINDS, Math.floor(index / NAMES.length))}${round ? ` ${round + 1}` : ""}`;
    const [category, purpose] = of(CATEGORIES, index * 5 + Math.floor(index / 12));
    const country = of(COUNTRIES, index);
    return {
      name,
      legalName: `${name} ${country === "US" ? "Inc." : country === "DE" ? "GmbH" : "Limited"}`,
      country,
      address: `${index + 1} Example Street, Sampleton`,
      website: `https://${name.toLowerCase().replaceAll(" ", "-")}.example`,
      privacyPolicyUrl: `https://${name.toLowerCase().replaceAll(" ", "-")}.example/privacy`,
      services: [
        {
          category,
          purpose,
          dataCategories: of(DATA, index),
          dataSubjects: ["Users of customers", "Staff of customers"],
          locations: of(PLACES, index * 2 + Math.floor(index / 9)).map((each) => ({ country: each })),
          safeguards: of(SAFEGUARDS, index + Math.floor(index / 5)),
          optional: index % 17 === 3,
          retention: "30 days after the contract ends",
        },
      ],
    };
  });
}

const TOLD = { announcedOn: "2026-11-20", lastDayToObjectOn: "2026-12-20" };
const REASON = "Customers asked for a second place to keep their data at, and this one was the only one with room.";

/** Three announcements, of which each says why and has a last day to object of its own. */
export const TOLD_IN_FULL = ["2026-12-18", "2026-12-20", "2026-12-28"].map((lastDayToObjectOn) => ({
  ...TOLD,
  lastDayToObjectOn,
  reason: { en: REASON },
}));

/** A register of so many vendors under three regimes, with one that comes, one that changes and one that leaves. */
export function registerOf(count: number, [moves = TOLD, leaves = TOLD, comes = TOLD]: (typeof TOLD)[] = []) {
  const vendors = manyVendors(count);
  const made = publish({
    name: "Acme",
    legalName: "Acme SAS",
    privacyEmail: "privacy@acme.example",
    website: "https://acme.example",
    regimes: ["eu", "uk", "ch"],
    products: [
      { key: "app", name: "The App" },
      { key: "shop", name: "The Shop" },
    ],
    hostingRegions: [
      { key: "eu", name: "Europe" },
      { key: "us", name: "America" },
    ],
  }).baseline(vendors, "2026-03-01");
  const [first, second] = vendors;
  if (!first || !second) return made.register();
  const moved = first.services.map((service) => ({ ...service, key: "main", locations: [{ country: "IN" }] }));
  return made
    .put({ ...first, services: moved }, "2027-01-10", moves)
    .remove(second.name.toLowerCase().replaceAll(" ", "-"), "2027-01-31", leaves)
    .put(
      {
        name: "Quill",
        services: [{ category: "Language models", purpose: "Drafts answers", locations: [{ country: "IE" }] }],
      },
      "2027-01-10",
      comes,
    )
    .register();
}
