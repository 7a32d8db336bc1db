import { expect, test } from "vitest";
import { LOCALES } from "../../src/model/values/text.ts";
import { Mechanism } from "../../src/model/vendor/mechanisms.ts";
import type { Filters } from "../../src/page/register/filters.ts";
import { type RegistryView, renderRegistry } from "../../src/page/register/registry.tsx";
import { wordsFor } from "../../src/words/index.ts";
import { headings, section, textOf } from "./html.ts";
import { publish } from "./published.ts";

const MECHANISMS = Mechanism.options;
const ABBREVIATIONS = [
  ["SCC", "scc"],
  ["DPF", "dpf"],
  ["IDTA", "uk-idta"],
  ["BCR", "bcr"],
] as const;

const acme = {
  name: "Acme",
  privacyEmail: "privacy@acme.example",
  regimes: ["eu" as const, "uk" as const, "ch" as const],
  hostingRegions: [
    { key: "eu", name: "Europe" },
    { key: "us", name: "America" },
  ],
};
const scc = { mechanism: "scc" as const, regimes: ["eu" as const] };
const harbor = {
  name: "Harbor",
  legalName: "Harbor Software, Inc.",
  formerNames: ["Quayside"],
  country: "US",
  services: [
    {
      key: "chat",
      name: "Harbor Chat",
      category: "Live chat",
      purpose: "Talks with visitors",
      dataCategories: ["Usage data", "Messages"],
      locations: [{ country: "US" }, { country: "IE" }],
      safeguards: [scc],
    },
    { key: "desk", name: "Harbor Desk", category: "Support requests", locations: [{ country: "DE" }] },
  ],
};
const mill = { name: "Mill", services: [{ category: "Live chat", purpose: "Grinds", locations: [{ country: "FR" }] }] };
const quay = {
  name: "Société Quai",
  services: [
    { locations: [{ country: "CH" }], safeguards: [{ mechanism: "uk-idta" as const }], hostingRegions: ["us"] },
  ],
};

const published = () => publish(acme).baseline([harbor, mill, { ...quay, slug: "quai" }], "2026-03-01");

function show(filters: Filters = {}, over: Partial<RegistryView> = {}): string {
  const view = { today: "2026-11-21", at: null, locale: "en" as const, publicUrl: "https://list.example" };
  return renderRegistry({ ...view, register: published().register(), filters, ...over });
}

/** The names of the services that are listed, in their order. */
const listed = (html: string) =>
  headings(html.split('<table class="register">')[1]?.split("</table>")[0] ?? "").filter((each) => !isGroup(each));
const isGroup = (heading: string) => / (Live chat|Support requests|Other services)$/.test(heading);
const found = (filters: Filters, over: Partial<RegistryView> = {}) =>
  listed(show(filters, over)).map((each) => each.slice(3));

test("the list is a table with a caption, heads of columns and rows, and a row for each category", () => {
  const html = show();
  expect(html).toContain('<caption class="unseen">The list today</caption>');
  expect(html.match(/<th scope="col"/g)).toHaveLength(5);
  expect(html.match(/<th scope="row">/g)).toHaveLength(4);
  expect([...html.matchAll(/<th scope="rowgroup" colspan="5"><h3 id="(.+?)"/g)].map(([, id]) => id)).toEqual([
    "category-1",
    "category-2",
    "category-3",
  ]);
});

test("a row has who, what for, which data, where, and under which cover in brief; the rest is folded below it", () => {
  const [, row = ""] = show().split('id="harbor--chat"');
  const [brief = "", folded = ""] = row.split("<details>");
  expect(textOf(`<body><p ${brief}`)).toBe(
    " Harbor Chat Harbor Software, Inc. Talks with visitors Data: Usage data, Messages " +
      "Where: United States, Ireland Transfers: EU: SCC UK, CH: none that applies ",
  );
  const rest = textOf(`<body>${folded.split("</details>")[0]}`);
  expect(rest).toContain("Details Subprocessor Formerly: Quayside Country of establishment: United States");
  expect(rest).toContain("EU: covered by standard contractual clauses (United States)");
  expect(rest).not.toContain("Talks with visitors");
});

test("what covers no place is not told as cover, in no column; a company elsewhere is told beside the place", () => {
  const [, row = ""] = show().split('id="harbor--desk"');
  const text = textOf(`<body><p ${row.split("<details>")[0]}`);
  expect(text).toContain("Where: Germany company: United States Transfers: Transfer tool not stated");
  expect(row).toContain('<span class="unstated">Transfer tool not stated</span>');
});

test("lists in a cell are text with commas, so that they are copied with them", () => {
  expect(show()).toContain("</span>Usage data, Messages</div>");
  const subjects = publish(acme).baseline(
    [{ name: "Mill", services: [{ dataSubjects: ["Staff", "Users"] }] }],
    "2026-03-01",
  );
  expect(show({}, { register: subjects.register() })).toContain('<li dir="auto">Staff, </li><li dir="auto">Users</li>');
});

test("plain links put the list in order of name, category or country, and the head says which", () => {
  const html = show();
  for (const link of ['href="/?sort=name#list"', 'href="/#list"', 'href="/?sort=country#list"'])
    expect(html).toContain(link);
  const sorted = (sort: string) => show({}, { sort });
  expect(listed(sorted("name"))).toEqual(["h3 Harbor Chat", "h3 Harbor Desk", "h3 Mill", "h3 Société Quai"]);
  expect(found({}, { sort: "country" })).toEqual(["Mill", "Harbor Desk", "Société Quai", "Harbor Chat"]);
  expect(sorted("name")).toContain('<th scope="col" aria-sort="ascending"><span class="label">Sort by: </span>');
  expect(sorted("country").match(/aria-sort="ascending"/g)).toHaveLength(1);
  expect(sorted("nonsense")).toBe(html);
  // What is not grouped says its category itself.
  expect(section(sorted("name"), "list")).toContain("Harbor Software, Inc. Live chat Talks with visitors");
  expect(sorted("name")).toContain('<input type="hidden" name="sort" value="name"/>');
});

test("a row says that the service changes or leaves, and when; that of another service of the vendor does not", () => {
  const [chat, desk] = harbor.services;
  if (!chat || !desk) throw new Error("There is no such service");
  const announced = { announcedOn: "2026-11-20" };
  const register = published()
    .put({ ...harbor, services: [{ ...chat, locations: [{ country: "IN" }] }, desk] }, "2027-01-10", announced)
    .remove("mill", "2027-01-31", { ...announced, awaitsApproval: true })
    .register();
  const rowOf = (id: string) => textOf(`<body><p ${show({}, { register }).split(`id="${id}"`)[1]?.split("</tr>")[0]}`);
  expect(rowOf("harbor--chat")).toContain("Harbor Software, Inc. changes on 10 January 2027");
  expect(rowOf("harbor--desk")).not.toContain("changes");
  expect(rowOf("mill--main")).toContain("leaves on 31 January 2027 at the earliest");
  expect(show({}, { register })).toContain('<p class="comes"><a href="/changes/1">changes on 10 January 2027</a></p>');
  expect(show({}, { register, at: "2026-10-01" })).not.toContain('class="comes"');
  const french = section(show({}, { register, locale: "fr" }), "list");
  expect(french).toContain("change le 10 janvier 2027");
  expect(french).toContain("quitte la liste au plus tôt le 31 janvier 2027");
});

test("what holds for all that is coming is said once: until when, and to whom, an objection may be written", () => {
  const announced = { announcedOn: "2026-11-20", lastDayToObjectOn: "2026-12-20" };
  const two = published().remove("mill", "2027-01-31", announced).remove("quai", "2027-02-28", announced);
  const said = (made: typeof two) => section(show({}, { register: made.register() }), "coming").match(/To object/g);
  expect(said(two)).toHaveLength(1);
  expect(said(two.remove("harbor", "2027-02-28", { ...announced, lastDayToObjectOn: "2027-01-20" }))).toHaveLength(3);
});

test("words are found from their start, whatever their accents; former names, data and companies too", () => {
  expect(found({ q: "chat" })).toEqual(["Harbor Chat", "Mill"]);
  expect(found({ q: "arbor" })).toEqual([]);
  expect(found({ q: "SOCIETE qu" })).toEqual(["Société Quai"]);
  expect(found({ q: "quayside" })).toEqual(["Harbor Chat", "Harbor Desk"]);
  expect(found({ q: "software, inc." })).toEqual(["Harbor Chat", "Harbor Desk"]);
  expect(found({ q: "harbor mess" })).toEqual(["Harbor Chat"]);
  expect(found({ q: "harbor grinds" })).toEqual([]);
});

test("countries are found by their names in the page's language and by their codes, mechanisms by name and abbreviation", () => {
  expect(found({ q: "switz" })).toEqual(["Société Quai"]);
  expect(found({ q: "suisse" }, { locale: "fr" })).toEqual(["Société Quai"]);
  expect(found({ q: "CH" })).toEqual(["Société Quai"]);
  expect(found({ q: "US" })).toEqual(["Harbor Chat", "Harbor Desk"]);
  // A code is one in capitals: these letters begin other words as well.
  expect(found({ q: "ch" })).toEqual(["Harbor Chat", "Mill", "Société Quai"]);
  for (const q of ["SCC", "sccs", "standard contractual"]) expect(found({ q })).toEqual(["Harbor Chat"]);
  for (const q of ["SCC", "cct", "clauses contractuelles"])
    expect(found({ q }, { locale: "fr" })).toEqual(["Harbor Chat"]);
  expect(found({ q: "IDTA" })).toEqual(["Société Quai"]);
});

test("in every language what covers a transfer is found by what its cell says, by name and by abbreviation", () => {
  const of = (mechanism: Mechanism, country = "US") => ({
    name: `By ${mechanism}`,
    services: [{ locations: [{ country }], safeguards: [{ mechanism }] }],
  });
  const register = publish(acme)
    .baseline(
      [...MECHANISMS.map((each) => of(each)), { name: "Decided", services: [{ locations: [{ country: "NZ" }] }] }],
      "2026-03-01",
    )
    .register();
  for (const locale of LOCALES) {
    const { terms, transfers } = wordsFor(locale);
    const searched = (q: string) => found({ q }, { register, locale });
    for (const each of MECHANISMS) {
      expect(searched(terms.mechanisms[each]), `${locale} ${each}`).toContain(`By ${each}`);
      expect(searched(transfers.brief.mechanisms[each]), `${locale} ${each}`).toContain(`By ${each}`);
    }
    for (const [q, each] of ABBREVIATIONS) expect(searched(q), `${locale} ${q}`).toContain(`By ${each}`);
    expect(searched(transfers.brief.mechanisms.adequacy), locale).toContain("Decided");
    expect(searched("BCR"), locale).toEqual(["By bcr"]);
  }
});

test("a code of a country alone finds places, and no safeguard that has it in its name", () => {
  const safeguards = [{ mechanism: "uk-addendum" as const }, { mechanism: "scc" as const }];
  const register = publish(acme)
    .baseline(
      [
        { name: "Far", services: [{ locations: [{ country: "IN" }], safeguards }] },
        { name: "Near", services: [{ locations: [{ country: "GB" }] }] },
      ],
      "2026-03-01",
    )
    .register();
  expect(found({ q: "UK" }, { register })).toEqual(["Near"]);
  expect(found({ q: "UK Addendum" }, { register })).toEqual(["Far"]);
});

test("what is no word is looked for as it stands, and finds no more than that", () => {
  const named = (name: string, slug: string) => ({ name, slug, services: [{}] });
  const register = publish(acme)
    .baseline([named("100% Mail", "mail"), named("Snow_Flake", "snow")], "2026-03-01")
    .register();
  expect(found({ q: "%" }, { register })).toEqual(["100% Mail"]);
  expect(found({ q: "_" }, { register })).toEqual(["Snow_Flake"]);
  expect(found({ q: "mail %" }, { register })).toEqual(["100% Mail"]);
  expect(found({ q: "*" }, { register })).toEqual([]);
});

test("words of a script without blanks are found wherever they stand; letters of their own as they are spelt without", () => {
  const named = (name: string, slug: string) => ({ name, slug, services: [{}] });
  const register = publish(acme)
    .baseline([named("港の会社", "minato"), named("Łódź Straße Ørsted", "lodz")], "2026-03-01")
    .register();
  expect(headings(show({ q: "会社" }, { register }))).toContain("h3 港の会社");
  for (const q of ["lodz", "strasse", "Straße", "orsted", "Ørsted"])
    expect(headings(show({ q }, { register }))).toContain("h3 Łódź Straße Ørsted");
});

test("the list is narrowed by country, to what is outside the EEA, by region and category, all in the address", () => {
  expect(found({ country: "IE" })).toEqual(["Harbor Chat"]);
  expect(found({ country: "outside-eea" })).toEqual(["Harbor Chat", "Harbor Desk", "Société Quai"]);
  expect(found({ category: "Live chat" })).toEqual(["Harbor Chat", "Mill"]);
  expect(found({ region: "eu" })).toEqual(["Harbor Chat", "Mill", "Harbor Desk"]);
  expect(found({ category: "Live chat", country: "FR", q: "grinds" })).toEqual(["Mill"]);
  expect(found({ country: "ie" })).toEqual(["Harbor Chat"]);
  // Nothing is there, which is not the same as no such country.
  expect(textOf(show({ country: "br" }))).toContain("No service matches Brazil.");
  // What there is not narrows nothing, and is said, so that the whole list does not pass for what was asked for.
  const unknown = { category: "No such", country: "ZZ", product: "nope", region: "zz" };
  expect(found(unknown)).toHaveLength(4);
  for (const said of ["Category “No such”", "Country “ZZ”", "Product “nope”", "Hosting region “zz”"])
    expect(textOf(show(unknown))).toContain(`${said}: there is no such choice here`);
  expect(textOf(show({ country: "IE" }))).not.toContain("no such choice");
  const html = show({ country: "outside-eea", category: "Live chat" });
  expect(html).toContain('<option value="outside-eea" selected="">Outside the EEA</option>');
  expect(html).toContain('<details class="choosing" open="">');
  expect(html).toContain('href="/?category=Live+chat&amp;country=outside-eea&amp;sort=name#list"');
  expect(html).toContain('<form method="get" action="/#list"');
});

test("an area is found where any of its countries is, and a country in every area that it is part of", () => {
  const europe = { name: "Wide", services: [{ locations: [{ country: "EU" }] }] };
  const register = publish(acme).baseline([europe, mill], "2026-03-01").register();
  const shown = (country: string) =>
    listed(show({ country }, { register })).filter((each) => / (Wide|Mill)$/.test(each));
  expect(shown("FR")).toHaveLength(2);
  expect(shown("EU")).toHaveLength(2);
});

test("what was looked for comes first on the page and in the title, by how many of how many", () => {
  const order = (html: string) => [...html.matchAll(/<section (?:class="[\w-]+" )?id="([\w-]+)"/g)].map(([, id]) => id);
  const register = published().remove("mill", "2027-01-31", { announcedOn: "2026-11-20" }).register();
  expect(order(show({}, { register }))).toEqual(["coming", "list", "changes", "subscribe", "take-along", "about"]);
  const html = show({ q: "mill" }, { register });
  expect(order(html)).toEqual(["list", "coming", "changes", "subscribe", "take-along", "about"]);
  expect(section(html, "list")).toContain("The list today 1 of 4 services");
  expect(html).toContain("<title>1 of 4 services · Subprocessors – Acme</title>");
  expect(show({}, { register })).toContain("<title>Subprocessors – Acme</title>");
});

test("where nothing is found, the page says what was looked for, and what would be found without each part of it", () => {
  const html = show({ q: "chat", country: "FR", category: "Support requests" });
  const text = section(html, "list");
  expect(text).toContain("No service matches “chat”, Support requests and France.");
  expect(text).toContain("More is found: without Support requests (1 service) Show the whole list");
  const two = show({ q: "grinds", country: "US" });
  expect(section(two, "list")).toContain(
    "More is found: without “grinds” (2 services) More is found: without United States (1 service) Show the whole list",
  );
  expect(two).toContain('<a href="/?country=US#list">');
  expect(two).toContain('<a href="/#list">Show the whole list</a>');
});

test("all details are open where that is asked for, and links keep it", () => {
  expect(show()).not.toContain("<details open");
  expect(show()).toContain('<a href="/?print=details#list">Open all details, also for print</a>');
  const html = show({}, { print: "details" });
  expect(html.match(/class="folded"><td colspan="5"><details open="">/g)).toHaveLength(4);
  expect(html).toContain('<a href="/#list">Close all details</a>');
  expect(html).toContain('href="/?sort=name&amp;print=details#list"');
});

test("what the page is called does not change with what is looked for, or with a day before there was a list", () => {
  const titles = [show(), show({ q: "mill" }), show({ q: "zzz" }), show({}, { at: "2026-01-01" })].map(
    (html) => headings(html)[0],
  );
  expect(new Set(titles)).toEqual(new Set(["h1 Subprocessors"]));
});

test("every page of a print has at its foot whose list it is, which version, of which day, and its fingerprint", () => {
  expect(show()).toContain('data-foot="Acme · Version 1 · 21 November 2026 · SHA-256 3f9a1c0de77b"');
  expect(show({}, { at: "2026-05-01" })).toContain(" · 1 May 2026 · ");
  expect(show({}, { register: publish(acme).register() })).not.toContain("data-foot");
});
