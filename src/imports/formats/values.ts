import type { Cell, Source, SourceTable } from "../source.ts";
import { MAX_DEPTH, MAX_RECORDS, tooDeep, unreadable } from "./bounds.ts";
import { type Cells, oneLine } from "./cells.ts";
import { cycloneDxService, isCycloneDx } from "./cyclonedx.ts";
import { type Fields, fieldsOf, isScalar, scalar } from "./fields.ts";
import { readHtml } from "./html.ts";

type Members = Record<string, unknown>;

/** What lists vendors, or groups of such, within a group: a vendor has services and places, and no vendors. */
const GROUPS =
  /vendor|processor|provider|verwerker|underbitr|underdatab|suppl|compan|partner|entit|items|entries|list$|members|rows|components|sections|children|content|groups|categories/i;
/** What a vendor has several of, each with a purpose and places of its own. */
const SEVERAL = /^(?:services|products|processing|activities)$/i;
/** What a group is called by. */
const TITLES = ["title", "name", "category", "group", "section", "label", "heading", "type"];

/**
 * What a JSON or YAML document lists: each array of objects is a table, of which keys are the columns. Our own forms are given as
 * they are. Refuses: unreadable-file.
 */
export function readValue(value: unknown, cells: Cells): Partial<Source> {
  if (isOwn(value)) return { documents: [value] };
  const reader = new ValueReader(cells);
  reader.read(isCycloneDx(value) ? { services: value.services.map(cycloneDxService) } : value, "", []);
  return { tables: reader.tables, remarks: reader.remarks };
}

/** Our list file, or our published list: a version, and vendors with services. */
function isOwn(value: unknown): boolean {
  if (!isMembers(value) || typeof value.version !== "number" || !Array.isArray(value.vendors)) return false;
  return (
    "hash" in value ||
    value.vendors.length === 0 ||
    value.vendors.some((each) => isMembers(each) && Array.isArray(each.services))
  );
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class ValueReader {
  readonly tables: SourceTable[] = [];
  readonly remarks: string[] = [];
  #seen = 0;

  constructor(readonly cells: Cells) {}

  read(value: unknown, at: string, headings: readonly string[]): void {
    this.#seen += 1;
    if (this.#seen > MAX_RECORDS) throw unreadable(`has more than ${MAX_RECORDS} objects and values`);
    if (headings.length > MAX_DEPTH || at.split("/").length > MAX_DEPTH) throw tooDeep();
    if (Array.isArray(value)) this.#array(value, at, headings);
    else if (isMembers(value)) this.#members(value, at, headings);
    else if (isScalar(value)) this.#remark(value, at, headings);
  }

  #array(array: readonly unknown[], at: string, headings: readonly string[]): void {
    const records = array.filter(isMembers);
    if (records.length === 0) {
      if (array.length > 0 && array.every(isScalar)) this.#names(array, at, headings);
      else this.#each(array, at, headings);
    } else if (records.some(isGroup)) {
      this.#each(array, at, headings);
    } else
      this.#table(
        array.flatMap((each, index) => several(each, `${at}/${index}`)),
        headings,
      );
  }

  #each(array: readonly unknown[], at: string, headings: readonly string[]): void {
    for (const [index, each] of array.entries()) this.read(each, `${at}/${index}`, headings);
  }

  #members(members: Members, at: string, headings: readonly string[]): void {
    const titled = TITLES.find((key) => typeof members[key] === "string" && !isHtml(members[key]));
    const above = titled === undefined ? headings : [...headings, oneLine(scalar(members[titled]))];
    const values = Object.values(members);
    if (values.length > 1 && values.every(isMembers) && areAlike(values)) {
      const records = Object.entries(members).map(([key, each]) => ({
        at: `${at}/${key}`,
        value: { "": key, ...(each as Members) },
      }));
      this.#table(records, headings);
      return;
    }
    for (const [key, each] of Object.entries(members)) {
      if (key === titled) continue;
      const below = isScalar(each) ? above : [...above, wordsOf(key)];
      this.read(isScalar(each) && !isHtml(each) ? `${wordsOf(key)}: ${each}` : each, `${at}/${key}`, below);
    }
  }

  /** A sentence beside the tables, or a part of a page. */
  #remark(value: unknown, at: string, headings: readonly string[]): void {
    if (isHtml(value)) {
      const { tables, remarks } = readHtml(value, this.cells);
      this.tables.push(...tables.map((table) => ({ ...table, headings: [...headings, ...table.headings] })));
      this.remarks.push(...remarks);
      return;
    }
    const { text } = this.cells.cell(at, scalar(value));
    if (text !== "") this.remarks.push(text);
  }

  #names(names: readonly unknown[], at: string, headings: readonly string[]): void {
    const rows = names.map((name, index) => {
      this.cells.row(`${at}/${index}`, 1);
      return { at: `${at}/${index}`, cells: [this.cells.cell(`${at}/${index}`, scalar(name))] };
    });
    this.tables.push({ shape: "list", headings, header: null, rows });
  }

  #table(records: readonly { at: string; value: unknown }[], headings: readonly string[]): void {
    const columns = new Map<string, number>();
    const read = records.flatMap(({ at, value }): { at: string; fields: Fields }[] => {
      if (!isMembers(value)) return [];
      const fields = fieldsOf(value, at, this.cells);
      for (const key of fields.keys()) if (!columns.has(key)) columns.set(key, columns.size);
      this.cells.row(at, columns.size);
      return [{ at, fields }];
    });
    const header: Cell[] = [...columns.keys()].map((key) => ({ text: wordsOf(key), links: [] }));
    const rows = read.map(({ at, fields }) => ({
      at,
      cells: [...columns.keys()].map((key) => fields.get(key) ?? { text: "", links: [] }),
    }));
    this.tables.push({ shape: "table", headings, header, rows });
  }
}

/** Whether an object holds others as a group does, or a part of a page. */
const isGroup = (record: Members): boolean =>
  Object.entries(record).some(
    ([key, value]) =>
      isHtml(value) || (Array.isArray(value) && GROUPS.test(key) && value.some((each) => isMembers(each))),
  );

const isHtml = (value: unknown): value is string =>
  typeof value === "string" && /<(?:table|ul|ol|dl|h[1-6])\b/i.test(value);

/** A vendor with several services as a record of each. */
function several(value: unknown, at: string): { at: string; value: unknown }[] {
  if (!isMembers(value)) return [{ at, value }];
  const found = Object.entries(value).find(
    ([key, each]) => SEVERAL.test(key) && Array.isArray(each) && each.length > 0 && each.every(isMembers),
  );
  if (!found) return [{ at, value }];
  const [key, parts] = found;
  const { [key]: _, ...rest } = value;
  return (parts as Members[]).map((part, index) => ({ at: `${at}/${key}/${index}`, value: { ...rest, [key]: part } }));
}

/** Whether objects have a member in common, as those have which are under the names of vendors. */
function areAlike(all: readonly Members[]): boolean {
  return Object.keys(all[0] ?? {}).some((key) => all.every((each) => isScalar(each[key])));
}

/** A key as words: "legalName" and "legal_name" are the same. */
const wordsOf = (key: string): string =>
  oneLine(
    key
      .replace(
        /([a-z\d])([A-Z])([a-z]?)/g,
        (_, before: string, first: string, next: string) =>
          `${before} ${next === "" ? first : first.toLowerCase()}${next}`,
      )
      .replace(/[_.-]+/g, " "),
  );
