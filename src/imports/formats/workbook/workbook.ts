import { MAX_PARTS, MAX_ROWS, MAX_STRINGS, unreadable } from "../bounds.ts";
import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** What holds of all sheets of a workbook (ECMA-376, part 1, 18.2). */
export type Workbook = {
  sheets: { name: string; file: string; isHidden: boolean }[];
  strings: readonly string[];
  /** Of each style of a cell, whether it shows a number as a day. */
  isDay: readonly boolean[];
  isFrom1904: boolean;
};

/** Refuses: unreadable-file, where the archive is of another kind. */
export function readWorkbook(archive: Archive): Workbook {
  const main = relations(archive, "").find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  if (!archive.has(main) || !main.endsWith(".xml") || main.startsWith("word/"))
    throw unreadable(otherKind(archive, main));
  const byId = new Map(relations(archive, main).map((relation) => [relation.id, relation]));
  const fileOf = (type: string) => [...byId.values()].find((each) => each.type.endsWith(`/${type}`))?.target ?? "";
  const sheets: Workbook["sheets"] = [];
  let isFrom1904 = false;
  readXml(archive, main, {
    open(name, attributes) {
      if (name === "workbookPr") isFrom1904 = isTrue(attributes.date1904);
      if (name !== "sheet") return;
      const file = byId.get(attributes["r:id"] ?? attributes.id ?? "")?.target ?? "";
      if (sheets.length > MAX_PARTS) throw unreadable(`has more than ${MAX_PARTS} sheets`);
      sheets.push({ name: attributes.name ?? "", file, isHidden: (attributes.state ?? "visible") !== "visible" });
    },
  });
  return {
    sheets,
    isFrom1904,
    strings: readStrings(archive, fileOf("sharedStrings")),
    isDay: readStyles(archive, fileOf("styles")),
  };
}

function otherKind(archive: Archive, main: string): string {
  if (main.startsWith("word/")) return "is a Word document: copy its table into a spreadsheet, or save it as HTML";
  if (main.endsWith(".bin")) return "is a binary workbook: save it as XLSX";
  return archive.has("content.xml")
    ? "is an OpenDocument file: save it as XLSX"
    : "is an archive without a workbook in it";
}

export const isTrue = (value = "0"): boolean => value === "1" || value === "true";

/** What a part of a workbook refers to; the parts of the archive itself where it is empty. */
export function relations(
  archive: Archive,
  part: string,
): { id: string; type: string; target: string; isOutside: boolean }[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const found: { id: string; type: string; target: string; isOutside: boolean }[] = [];
  readXml(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship") return;
      const isOutside = TargetMode === "External";
      if (found.length > MAX_ROWS) throw unreadable(`has more than ${MAX_ROWS} links`);
      found.push({ id: Id, type: Type, isOutside, target: isOutside ? Target : pathFrom(folder, Target) });
    },
  });
  return found;
}

/** A path in the archive, as it is said from a folder of it. */
const pathFrom = (folder: string, target: string): string => new URL(target, `file:///${folder}`).pathname.slice(1);

/** Texts that cells share, without how they are pronounced. */
function readStrings(archive: Archive, file: string): string[] {
  const strings: string[] = [];
  readXml(archive, file, {
    open(name) {
      if (name === "si") strings.push("");
      if (strings.length > MAX_STRINGS) throw unreadable(`has more than ${MAX_STRINGS} texts`);
    },
    text(text, within) {
      if (within.at(-1) === "t" && !within.includes("rPh")) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

/** Formats that are built in and show a day (18.8.30). */
const DAYS = (id: number) => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

function readStyles(archive: Archive, file: string): boolean[] {
  const custom = new Map<number, boolean>();
  const isDay: boolean[] = [];
  readXml(archive, file, {
    open(name, { numFmtId = "0", formatCode = "" }, within) {
      const id = Number(numFmtId);
      if (isDay.length + custom.size > MAX_STRINGS) throw unreadable(`has more than ${MAX_STRINGS} styles`);
      if (name === "numFmt") custom.set(id, showsDay(formatCode));
      if (name === "xf" && within.at(-1) === "cellXfs") isDay.push(custom.get(id) ?? DAYS(id));
    },
  });
  return isDay;
}

/** Whether a format has a day or year in it, outside of what it shows as it stands. */
const showsDay = (format: string): boolean =>
  /[dy]/i.test(
    format
      .slice(0, 255)
      .replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")
      .replace(/general/gi, ""),
  );
