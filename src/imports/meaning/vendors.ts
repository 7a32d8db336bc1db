import { slugify } from "../../model/values/text.ts";
import { VendorInput } from "../../model/vendor/vendor-document.ts";
import { refuseManyVendors } from "../formats/bounds.ts";
import type { Guess, Lost, VendorReading } from "../reading.ts";
import type { Draft, DraftGuess, Facts } from "./draft.ts";
import { entityAtStart, foldForm } from "./legal-forms.ts";
import { serviceInBrackets, vendorKey } from "./names.ts";

/** A document holds no more services, and a service no more places. */
const MOST = 100;

/** A service in the making: what rows say of it that say the same but for its places. */
type Service = { facts: Facts; drafts: Draft[] };

/** Rows as vendors, in the order of the file: several rows of one vendor are its services. Refuses: unreadable-file. */
export function vendorsOf(drafts: readonly Draft[]): VendorReading[] {
  const named = drafts.filter(({ facts }) => typeof facts.vendor.name === "string");
  formsApart(named);
  bracketsAsServices(named);
  const vendors = Map.groupBy(named, ({ facts }) => vendorKey(String(facts.vendor.name)));
  refuseManyVendors(vendors.size);
  return [...vendors.values()].map(vendorOf);
}

/**
 * "Pebble N.V." and "Pebble, Inc." are two companies, and each is called so in full. Whether a row "Pebble" is of one of them is
 * asked.
 */
function formsApart(drafts: readonly Draft[]): void {
  for (const rows of Map.groupBy(drafts, ({ facts }) => vendorKey(String(facts.vendor.name))).values()) {
    const byForm = Map.groupBy(rows, formInName);
    const bare = byForm.get("")?.[0];
    byForm.delete("");
    if (byForm.size < 2) continue;
    const companies = [...byForm.values()].map((of) => {
      const company = of[0]?.facts.vendor.legalName;
      for (const { facts, guesses } of of) {
        facts.vendor.name = company;
        for (const guess of guesses) if (guess.of === "vendor" && guess.at === "name") guess.made = company;
      }
      return company;
    });
    const name = String(bare?.facts.vendor.name);
    bare?.guess("vendor", "name", name, { from: name, rule: "name-and-entity", sure: false, instead: companies });
  }
}

/** The form of company that a row's name was written with; empty where with none. */
function formInName({ facts: { vendor }, guesses }: Draft): string {
  const legalName = String(vendor.legalName ?? "");
  const entity = entityAtStart(legalName);
  const isRead = guesses.some(({ of, at, rule }) => of === "vendor" && at === "name" && rule !== "status");
  if (!entity || !isRead || vendorKey(entity.name) !== vendorKey(String(vendor.name))) return "";
  return foldForm(legalName.slice(entity.name.length, entity.end));
}

/** "Brevo (Marketing)" is a service of Brevo, if another row is of Brevo as well. */
function bracketsAsServices(drafts: readonly Draft[]): void {
  const nameOf = (draft: Draft) => String(draft.facts.vendor.name);
  const bases = new Map<string, number>();
  for (const draft of drafts) {
    const key = vendorKey(serviceInBrackets(nameOf(draft))?.base ?? nameOf(draft));
    bases.set(key, (bases.get(key) ?? 0) + 1);
  }
  for (const draft of drafts) {
    const name = nameOf(draft);
    const split = serviceInBrackets(name);
    if (!split || (bases.get(vendorKey(split.base)) ?? 0) < 2 || draft.facts.service.name !== undefined) continue;
    draft.facts.vendor.name = split.base;
    draft.facts.service.name = split.service;
    const how = { from: name, rule: "service-in-brackets", sure: false } as const;
    draft.guesses.splice(
      0,
      draft.guesses.length,
      ...draft.guesses.filter(({ of, at }) => of !== "vendor" || at !== "name"),
    );
    draft.guess("vendor", "name", split.base, { ...how, instead: [name] });
    draft.guess("service", "name", split.service, how);
  }
}

function vendorOf(rows: readonly Draft[]): VendorReading {
  const services = new Map<string, Service>();
  const facts: Facts = {};
  const guesses: Guess[] = [];
  const lost = rows.flatMap((row) => row.lost);
  for (const row of rows) {
    for (const [field, value] of Object.entries(row.facts.vendor)) {
      const own = row.guesses
        .filter(({ of, at }) => of === "vendor" && at.split("/")[0] === field)
        .map((each) => placed(each, ""));
      if (facts[field] === undefined) {
        facts[field] = value;
        guesses.push(...own);
      } else if (JSON.stringify(facts[field]) === JSON.stringify(value)) guesses.push(...own.filter(isDoubt));
      else if (field !== "name")
        lost.push({
          column: field,
          from: typeof value === "string" ? value : JSON.stringify(value),
          why: "another-value",
        });
    }
    const said = withoutPlaces(row.facts.service);
    const isEmpty = Object.keys(row.facts.service).length === 0;
    const same = isEmpty ? services.values().next().value : services.get(said);
    if (same) same.drafts.push(row);
    else if (services.size < MOST) services.set(said, { facts: row.facts.service, drafts: [row] });
    else lost.push({ column: row.row, from: said, why: "does-not-fit" });
  }
  const keys = keysOf([...services.values()].map((each) => each.facts));
  const built = [...services.values()].map(({ facts: service, drafts }, index) => {
    const { all, guesses: own } = withPlaces(service, drafts, lost);
    guesses.push(...own.map((each) => placed(each, `/services/${index}`)));
    return { ...all, key: keys[index] };
  });
  if (rows.length > 1) {
    const from = rows.map(({ row }) => row).join(", ");
    guesses.push({ pointer: "/name", from, made: facts.name, rule: "same-vendor", sure: true, instead: [] });
  }
  // That there is none is about no fact: once of each field, and of none that another row states.
  const none = rows.flatMap((row) => row.guesses.filter(({ of, rule }) => of === "vendor" && rule === "none"));
  const once = new Map(none.filter(({ at }) => facts[at] === undefined).map((each) => [each.at, each]));
  guesses.push(...[...once.values()].map((each) => placed(each, "")));
  const document = VendorInput.parse({ ...facts, services: built });
  return { rows: rows.map(({ row }) => row), document, stated: statedOf([...services.values()]), guesses, lost };
}

/** What one row leaves in doubt stays so, though another row says the same plainly. */
const isDoubt = ({ sure }: Pick<Guess, "sure">): boolean => !sure;

const placed = ({ of: _, at, ...guess }: DraftGuess, before: string): Guess => ({
  ...guess,
  pointer: `${before}/${at}`,
});

const withoutPlaces = ({ locations: _, ...facts }: Facts): string => JSON.stringify(facts);

/** The places of rows that say the same else: each once, with its guesses. More than fit are lost. */
function withPlaces(facts: Facts, drafts: readonly Draft[], lost: Lost[]): { all: Facts; guesses: DraftGuess[] } {
  const [first, ...more] = drafts;
  const guesses = first?.guesses.filter(({ of }) => of === "service") ?? [];
  const locations = [...listOf(facts.locations)];
  const known = new Map(locations.map((each, index) => [JSON.stringify(each), index]));
  for (const draft of more) {
    const own = draft.guesses.filter(({ of }) => of === "service");
    guesses.push(...own.filter((each) => isDoubt(each) && !each.at.startsWith("locations/")));
    listOf(draft.facts.service.locations).forEach((location, index) => {
      const said = JSON.stringify(location);
      const before = `locations/${index}/`;
      const there = known.get(said);
      if (there === undefined && locations.length === MOST) {
        lost.push({ column: draft.row, from: said, why: "does-not-fit" });
        return;
      }
      const place = there ?? locations.length;
      for (const each of own)
        if (each.at.startsWith(before) && (there === undefined || isDoubt(each)))
          guesses.push({ ...each, at: `locations/${place}/${each.at.slice(before.length)}` });
      if (there !== undefined) return;
      known.set(said, place);
      locations.push(location);
    });
  }
  return { all: locations.length > 0 ? { ...facts, locations } : facts, guesses };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A key for each service: by its name, else what it is for; of one alone, the usual one. The same each time. */
function keysOf(services: readonly Facts[]): string[] {
  const taken = new Set<string>();
  return services.map((service) => {
    const said = [service.name, service.purpose, service.category].find((each) => typeof each === "string");
    const own = slugify(String(service.name ?? (services.length > 1 ? (said ?? "") : "")))
      .slice(0, 40)
      .replace(/-+$/, "");
    const base = own === "" ? "main" : own;
    let key = base;
    for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
    taken.add(key);
    return key;
  });
}

/** What the rows are about, by pointers into the document. */
function statedOf(services: readonly Service[]): string[] {
  const pointers = services.flatMap(({ drafts }, index) =>
    drafts.flatMap(({ stated }) =>
      stated.map(({ of, field }) => (of === "vendor" ? `/${field}` : `/services/${index}/${field}`)),
    ),
  );
  return [...new Set(pointers)];
}
