import type { ServiceField, VendorField } from "../../model/vendor/fields.ts";
import type { GuessRule } from "../guess-rules.ts";
import { bounded } from "../phrases.ts";
import type { Cell } from "../source.ts";
import { ofColumn, type Reading, takeLinks } from "./cell-reading.ts";
import type { Of } from "./draft.ts";
import { bareAddress, isOnlyLinks, type LinkField, linkMeant } from "./links.ts";
import { entityIn, type Named, nameIn, withoutNotes } from "./names.ts";
import { namesIn } from "./split-names.ts";
import { type Meant, saysAll, saysNothing } from "./words-for.ts";

/** How a cell is read into a draft. */
export type Read = (reading: Reading) => void;

export const text =
  (of: Of, field: VendorField | ServiceField): Read =>
  (reading) => {
    const { cell, to, column } = reading;
    to.put(of, field, cell.text, column.header, cell.text, ofColumn(reading));
    takeLinks(reading);
  };

type Told = { from: string; rule: GuessRule; sure: boolean; instead: readonly string[] };

/** How what was told from a cell was made, by the column where that is not sure. */
const toldBy = ({ cell, column }: Reading, { rule, sure, instead }: Omit<Told, "from">): Told => ({
  from: cell.text,
  rule: column.sure ? rule : column.by === "content" ? "column-by-content" : "column-by-header",
  sure: sure && column.sure,
  instead,
});

/** The country beside a company's name; where the row says another one already, it is asked which. */
function putSeat({ cell, to, column }: Reading, country: string, how: Told): void {
  const seat = { ...how, rule: "place-of-entity" as const, instead: [] };
  const there = to.guesses.find(({ of, at, made }) => of === "vendor" && at === "country" && typeof made === "string");
  if (!there) to.put("vendor", "country", country, column.header, cell.text, seat);
  else if (there.made !== country)
    Object.assign(there, { sure: false, instead: [...new Set([...there.instead, country])] });
}

export const name: Read = (reading) => {
  const { cell, to, column, around, hasEntity } = reading;
  const parted = nameIn(cell.text, around.isKnown);
  if (!parted) return;
  // Where the entity has a cell of its own, "Full Co" is a name, but for the place behind it.
  const whole = hasEntity && parted.legalName;
  const called = parted.country && whole ? whole : withoutNotes(cell.text);
  const named: Named = whole ? { ...parted, name: called, legalName: undefined } : parted;
  const how = toldBy(reading, { ...named, rule: named.rule ?? "name-and-entity" });
  const isPlain = how.sure && named.name === cell.text;
  to.put("vendor", "name", named.name, column.header, cell.text, isPlain ? undefined : how);
  if (named.legalName) to.put("vendor", "legalName", named.legalName, column.header, cell.text, how);
  if (named.formerNames) to.put("vendor", "formerNames", named.formerNames, column.header, cell.text, how);
  if (named.service) to.put("service", "name", named.service, column.header, cell.text, how);
  if (named.address) to.put("vendor", "address", named.address, column.header, cell.text, how);
  if (named.country) putSeat(reading, named.country, how);
  for (const each of named.rest) to.lose(column.header, each, "not-understood");
  takeLinks(reading);
};

export const legalName: Read = (reading) => {
  const { cell, to, column } = reading;
  const placed = entityIn(cell.text);
  if (!placed) return text("vendor", "legalName")(reading);
  const how = toldBy(reading, { ...placed, rule: "place-of-entity" });
  to.put("vendor", "legalName", placed.legalName, column.header, cell.text, how);
  putSeat(reading, placed.country, how);
  takeLinks(reading);
};

/** A text without the lines that are only what its links are called. */
function withoutLabels({ text, links }: Cell): string {
  const labels = new Set(links.map((each) => each.text));
  const lines = text.split("\n").filter((line) => !labels.has(line.replace(/[.;,\s]+$/, "")));
  return lines.length > 0 ? lines.join("\n") : text;
}

/** Several columns may say something of it: each on its own line. */
export const prose =
  (field: ServiceField): Read =>
  (reading) => {
    const { cell, to, column } = reading;
    const guess = ofColumn(reading);
    const text = withoutLabels(cell);
    if (cell.links.length > 0 && isOnlyLinks(text, cell.links)) return takeLinks(reading);
    if (to.append("service", field, text, column.header) && guess) to.guess("service", field, text, guess);
    takeLinks(reading);
  };

/** A service holds no more of each. */
export const MOST_NAMES = 100;

export const names =
  (field: "dataCategories" | "dataSubjects"): Read =>
  (reading) => {
    const { cell, to, column } = reading;
    const { names: said, sure, isOne } = namesIn(cell.text);
    const all = said.filter((name) => !saysNothing(name));
    const [fitting, more] = [all.slice(0, MOST_NAMES), all.slice(MOST_NAMES)];
    if (more.length > 0) to.lose(column.header, more.join(", "), "does-not-fit");
    for (const name of fitting) {
      const index = to.add("service", field, name, column.header, name);
      const how = ofColumn(reading) ?? (isOne && sure ? undefined : { from: cell.text, rule: "names" as const, sure });
      if (index >= 0 && how) to.guess("service", `${field}/${index}`, name, how);
    }
    takeLinks(reading);
  };

export const word =
  <Value>(
    of: Of,
    field: VendorField | ServiceField,
    meant: (text: string) => Meant<Value> | undefined,
    rule: GuessRule,
  ): Read =>
  ({ cell, to, column }) => {
    const found = meant(cell.text);
    if (!found) return to.lose(column.header, cell.text, "not-understood");
    const sure = found.sure && column.sure;
    to.put(of, field, found.value, column.header, cell.text, { from: cell.text, rule, sure, instead: found.instead });
  };

/** Names of products take no more. */
const MOST_READ = 2000;

export const own =
  (field: "products" | "hostingRegions"): Read =>
  ({ cell, to, column, around }) => {
    if (saysAll(cell.text)) return to.state("service", field);
    const { read, left: beyond } = bounded(cell.text, MOST_READ);
    const found = around[field].in(read);
    if (found.length === 0) return to.lose(column.header, cell.text, "not-the-organisations");
    for (const { value, text: from } of found) {
      const index = to.add("service", field, value, column.header, from);
      if (index >= 0) to.guess("service", `${field}/${index}`, value, { from, rule: "product", sure: column.sure });
    }
    const left = found.reduce((rest, each) => rest.replace(each.text, " "), read);
    for (const rest of [left.replace(/\s+/g, " "), ...beyond])
      if (/[\p{L}\p{N}]/u.test(rest)) to.lose(column.header, rest, "not-the-organisations");
  };

export const link =
  (field: LinkField): Read =>
  (reading) => {
    const { cell, to, column } = reading;
    const bare = cell.links.length === 0 ? bareAddress(cell.text) : undefined;
    const links = bare ? [{ text: cell.text, url: bare }] : cell.links;
    const own =
      links.find((each) => linkMeant(each)?.field === field) ??
      links.find((each) => linkMeant(each)?.rule !== "link-by-text") ??
      links[0];
    if (own)
      to.put("vendor", field, own.url, column.header, own.url, {
        from: own.url,
        rule: "link-by-header",
        sure: column.sure,
      });
    takeLinks({ ...reading, cell: { ...cell, links: links.filter((each) => each !== own) } });
    if (!isOnlyLinks(cell.text, links)) to.lose(column.header, cell.text, "not-understood");
  };
