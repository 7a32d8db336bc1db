import type { ServiceField, VendorField } from "../../model/vendor/fields.ts";
import type { ColumnField } from "../guess-rules.ts";
import type { SourceRow } from "../source.ts";
import { type Around, ofColumn, type Reading, takeLinks } from "./cell-reading.ts";
import { certificationsIn } from "./certifications.ts";
import type { Column } from "./columns.ts";
import { contactIn } from "./contacts.ts";
import { dateIn } from "./dates.ts";
import { Draft, type Of } from "./draft.ts";
import { legalName, link, MOST_NAMES, name, names, own, prose, type Read, text, word } from "./field-readers.ts";
import { headerMeant } from "./headers.ts";
import { isDoubtfulStatus, saysUnused, withoutMark } from "./in-use.ts";
import { isOnlyLinks, linkMeant } from "./links.ts";
import { doubtCities, readCountry, readLocations, readSafeguards } from "./row-places.ts";
import { namesIn } from "./split-names.ts";
import {
  identityMeant,
  isSign,
  relationshipMeant,
  roleInOtherWords,
  roleMeant,
  saysNothing,
  silenceOf,
  trainingMeant,
  yesOrNoMeant,
} from "./words-for.ts";

const readContact: Read = ({ cell, to, column }) => {
  const { address, more, ...found } = contactIn(cell.text);
  const [page] = cell.links.filter(({ url }) => /^https?:/i.test(url));
  const contact = { ...found, ...(page && { url: page.url }) };
  // Which line is the name, and which the position, nobody says.
  const sure = column.sure && found.position === undefined;
  const how = { from: cell.text, rule: "contact" as const, sure };
  if (Object.keys(contact).length > 0) to.put("vendor", "contact", contact, column.header, cell.text, how);
  if (address) to.put("vendor", "address", address, column.header, address, how);
  for (const each of more) to.lose(column.header, each, "another-value");
};

/** Whether the vendor is used is asked, once. */
function doubted(to: Draft, from: string): void {
  if (!to.has("vendor", "name") || to.guesses.some(({ rule }) => rule === "status")) return;
  to.guess("vendor", "name", to.facts.vendor.name, { from, rule: "status", sure: false });
}

/** How a cell is read of each field that a column can be. */
const FIELDS: Record<ColumnField, Read> = {
  name,
  legalName,
  formerNames: (reading) => {
    const { cell, to, column } = reading;
    const { names: all } = namesIn(cell.text);
    to.put("vendor", "formerNames", all, column.header, cell.text, ofColumn(reading));
  },
  identity: word("vendor", "identity", identityMeant, "choice"),
  service: text("service", "name"),
  registrationNumber: text("vendor", "registrationNumber"),
  relationship: word("vendor", "relationship", relationshipMeant, "choice"),
  country: readCountry,
  address: text("vendor", "address"),
  contact: readContact,
  contractSignedOn: ({ cell, to, column }) => {
    const said = dateIn(cell.text, column.order);
    if (!said) return to.lose(column.header, cell.text, "not-understood");
    const how = { from: cell.text, rule: "date" as const, sure: said.sure && column.sure, instead: said.instead };
    to.put("vendor", "contractSignedOn", said.date, column.header, cell.text, how);
  },
  certifications: (reading) => {
    const { cell, to, column } = reading;
    const all = certificationsIn(cell.text);
    for (const { from, ...certification } of all.slice(0, MOST_NAMES)) {
      const index = to.add("vendor", "certifications", certification, column.header, from);
      if (index >= 0)
        to.guess("vendor", `certifications/${index}/name`, certification.name, {
          from: cell.text,
          rule: "names",
          sure: column.sure,
        });
    }
    const links = cell.links.filter(({ url }) => !all.some((each) => each.url === url));
    takeLinks({ ...reading, cell: { ...cell, links } });
  },
  website: link("website"),
  privacyPolicyUrl: link("privacyPolicyUrl"),
  cookiePolicyUrl: link("cookiePolicyUrl"),
  dpaUrl: link("dpaUrl"),
  optOutUrl: link("optOutUrl"),
  subprocessorsUrl: link("subprocessorsUrl"),
  link: (reading) => {
    const { cell, to, column } = reading;
    const [first, ...others] = cell.links;
    const isWebsite = first && !linkMeant(first) && headerMeant(column.header).fields.includes("website");
    if (isWebsite) link("website")({ ...reading, cell: { text: first.text, links: [first] } });
    takeLinks(isWebsite ? { ...reading, cell: { ...cell, links: others } } : reading);
    if (!isOnlyLinks(cell.text, cell.links)) to.lose(column.header, cell.text, "no-field");
  },
  role: word("service", "role", (text) => roleMeant(text) ?? roleInOtherWords(text), "role"),
  category: text("service", "category"),
  purpose: prose("purpose"),
  nature: prose("nature"),
  legalBasis: prose("legalBasis"),
  dataCategories: names("dataCategories"),
  sensitiveData: word("service", "sensitiveData", yesOrNoMeant, "choice"),
  dataSubjects: names("dataSubjects"),
  usedForTraining: word("service", "usedForTraining", trainingMeant, "choice"),
  locations: readLocations,
  safeguards: readSafeguards,
  products: own("products"),
  hostingRegions: own("hostingRegions"),
  optional: word("service", "optional", yesOrNoMeant, "choice"),
  retention: prose("retention"),
  note: prose("note"),
  nothing: () => undefined,
};

/** The field that has nothing where a cell says "none". */
const STATES: Partial<Record<ColumnField, readonly [Of, VendorField | ServiceField]>> = {
  legalName: ["vendor", "legalName"],
  formerNames: ["vendor", "formerNames"],
  registrationNumber: ["vendor", "registrationNumber"],
  country: ["vendor", "country"],
  address: ["vendor", "address"],
  contact: ["vendor", "contact"],
  contractSignedOn: ["vendor", "contractSignedOn"],
  certifications: ["vendor", "certifications"],
  website: ["vendor", "website"],
  privacyPolicyUrl: ["vendor", "privacyPolicyUrl"],
  cookiePolicyUrl: ["vendor", "cookiePolicyUrl"],
  dpaUrl: ["vendor", "dpaUrl"],
  optOutUrl: ["vendor", "optOutUrl"],
  subprocessorsUrl: ["vendor", "subprocessorsUrl"],
  category: ["service", "category"],
  purpose: ["service", "purpose"],
  nature: ["service", "nature"],
  legalBasis: ["service", "legalBasis"],
  dataCategories: ["service", "dataCategories"],
  dataSubjects: ["service", "dataSubjects"],
  locations: ["service", "locations"],
  safeguards: ["service", "safeguards"],
  retention: ["service", "retention"],
  note: ["service", "note"],
};

/** Columns whose cells may hold codes of places. */
const PLACES: readonly (ColumnField | null)[] = ["locations", "country"];
/** Columns that a sign alone answers. */
const YES_OR_NO: readonly ColumnField[] = ["optional", "sensitiveData"];
/** Columns in which "Other" says no more than nothing. */
const KINDS: readonly (ColumnField | null)[] = ["category", "purpose"];

/** A column of countries tells where a vendor sits before what stands beside its name; others are about the name. */
const turnOf = ({ column: { field } }: Pick<Reading, "column">): number =>
  field === "country" ? 0 : field === "name" ? 1 : 2;

/**
 * A row as what it says of one vendor and one service of it. Names come first, since others are about them. A cell that says
 * nothing states nothing: what the registry has stays.
 */
export function readRow(row: SourceRow, columns: readonly Column[], around: Around): Draft {
  const to = new Draft(row.at);
  const cells = columns.map((column, index) => ({ column, cell: row.cells[index] ?? { text: "", links: [] } }));
  const hasEntity = cells.some(({ column, cell }) => column.field === "legalName" && !saysNothing(cell.text));
  for (const { column, cell } of cells.toSorted((one, other) => turnOf(one) - turnOf(other))) {
    if (cell.struck !== undefined) to.lose(column.header, cell.struck, "struck-out");
    readCell({ cell, to, column, around, hasEntity });
  }
  doubtCities(to, columns);
  return to;
}

function readCell(reading: Reading): void {
  const { cell, to, column, around } = reading;
  const { field, header } = column;
  const before = to.guesses.length;
  const silence = cell.links.length > 0 ? undefined : silenceOf(cell.text, PLACES.includes(field));
  const isSilent = silence !== undefined && (silence !== "other" || KINDS.includes(field));
  const states = field && STATES[field];
  if ((field === null || column.by === "header") && isDoubtfulStatus(column, cell.text, around.today))
    doubted(to, cell.text || `${header}: –`);
  if (isSilent) {
    if (silence === "none" && states && !cell.repeats) to.none(...states, cell.text);
  } else if (field === null) {
    to.lose(header, cell.text || cell.links.map(({ url }) => url).join(" "), "no-field");
    if (saysUnused(cell.text, around.today)) doubted(to, cell.text);
  } else if (isSign(cell.text) && cell.links.length === 0 && !YES_OR_NO.includes(field)) {
    to.lose(header, cell.text, "not-understood");
  } else if (field === "name") {
    const { name, mark } = withoutMark(cell.text, around.today);
    FIELDS.name({ ...reading, cell: { ...cell, text: name }, ...repeating(reading) });
    if (mark !== undefined) doubted(to, cell.text);
  } else {
    FIELDS[field]({ ...reading, ...repeating(reading) });
    if (field === "note" && saysUnused(cell.text, around.today)) doubted(to, cell.text);
  }
  for (const guess of to.guesses.slice(before)) {
    guess.cell = `${header}: ${cell.text}`;
    if (cell.repeats !== undefined && guess.rule !== "status")
      Object.assign(guess, { from: `${cell.repeats} ↑ ${cell.text}`, rule: "row-above", sure: false });
  }
}

/** What a cell has only by the row above is asked about, as what an unsure column says. */
const repeating = ({ cell, column }: Reading): Partial<Reading> =>
  cell.repeats === undefined ? {} : { column: { ...column, sure: false } };
