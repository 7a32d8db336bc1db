import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { plain, read, readFixture, refusalOf } from "./reading.ts";

/** A workbook of sheets as XML: what stands in `sheetData` and after it. */
function workbook(sheets: Record<string, string>, more: Record<string, string> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const relations = [
    ...names.map((_, index) => `<Relationship Id="r${index}" Type="x/worksheet" Target="worksheets/s${index}.xml"/>`),
    '<Relationship Id="t" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="x/styles" Target="styles.xml"/>',
  ];
  const files = {
    "xl/workbook.xml": `<x:workbook xmlns:x="x">${more.properties ?? ""}<x:sheets>${names
      .map((name, index) => `<x:sheet name="${name}" r:id="r${index}"/>`)
      .join("")}</x:sheets></x:workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((xml, index) => [`xl/worksheets/s${index}.xml`, `<worksheet>${xml}</worksheet>`]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
}

const inline = (...texts: string[]) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
const data = (...rows: string[]) => `<sheetData>${rows.join("")}</sheetData>`;

test("a workbook is read as its reader sees it: days, merged cells, links, values of formulas, nothing hidden", async () => {
  const source = await readFixture("list.xlsx");

  expect(plain(source)).toEqual([
    [
      "Hosting",
      ["Vendor", "Service", "Country", "Since", "Terms"],
      ["Larkspur Cloud, Inc.", "Servers", "Ireland", "2026-05-01", "DPA"],
      ["Larkspur Cloud, Inc.", "Backup", "Malta", "2025-12-31", ""],
    ],
    [
      "Hosting / Mail",
      ["Vendor", "Service", "Country", "Since", "Terms"],
      ["Nimbus", "Letters", "Germany", "2026-01-01", "ab"],
      ["=1+1", "@sum", "12.5", "TRUE", ""],
    ],
    ["Payments", ["Name", "Place"], ["Pebble Pay", "Malta"]],
  ]);
  expect(source).toMatchObject({
    format: "xlsx",
    remarks: ["Our subprocessors"],
    leftOut: [
      { at: "Hosting", what: "hidden-rows" },
      { at: "Hosting", what: "hidden-columns" },
      { at: "Internal", what: "hidden-sheet" },
    ],
  });
  expect(source.tables[0]?.rows[0]?.cells[4]?.links).toEqual([{ text: "DPA", url: "https://larkspur.example/dpa" }]);
  expect(source.tables[1]?.rows[0]?.at).toBe("row 6 of Hosting");
});

test("cells and rows without their place follow each other, and texts stand in them or are shared", async () => {
  const sheet = data(
    inline("Name", "Since"),
    '<row><c t="s"><v>0</v></c><c s="1"><v>0.5</v></c></row>',
    '<row r="9"><c r="A9" t="str"><f>x()</f><v>Nim&amp;bus_x000A_GmbH</v></c><c t="e"><v>#REF!</v></c></row>',
  );
  const strings = "<sst><si><r><t>Lark</t></r><r><t>spur</t></r><rPh><t>spoken</t></rPh></si></sst>";
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-407]d. mmm"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>';
  const bytes = workbook(
    { Sheet1: sheet },
    { "xl/sharedStrings.xml": strings, "xl/styles.xml": styles, properties: '<workbookPr date1904="1"/>' },
  );

  expect(plain(await read(bytes))).toEqual([
    ["", ["Name", "Since"], ["Larkspur", "1904-01-01"], ["Nim&bus\nGmbH", ""]],
  ]);
});

test("what is written far from the table makes one column more, and a row that nothing is written in none", async () => {
  const sheet = data(
    inline("Name"),
    inline("Fjord"),
    '<row r="1000000"><c r="A1000000" s="1"/></row>',
    '<row r="7"><c r="XFD7"><v>1</v></c><c r="A7"><v>2</v></c></row>',
  );

  expect(plain(await read(workbook({ Sheet1: sheet })))).toEqual([["", ["Name", ""], ["Fjord", ""], ["2", "1"]]]);
});

const bomb = workbook({ S: "" }, { "xl/sharedStrings.xml": "<t>".padEnd(31_000_000, "a") });
const word = zipSync({
  "[Content_Types].xml": strToU8("<x/>"),
  "word/document.xml": strToU8("<x/>"),
  "_rels/.rels": strToU8(
    '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
});

for (const [name, bytes, message] of [
  ["an archive that unpacks to all memory", () => bomb, "unpacks to more than 10000000 bytes"],
  ["such an archive that says it is small", () => withSizes(bomb.slice(), 100), "unpacks to more than 10000000 bytes"],
  [
    "a document type",
    () => workbook({ S: `<!DOCTYPE x [<!ENTITY a "b">]>${data(inline("&a;"))}` }),
    "declares a document type, in xl/worksheets/s0.xml",
  ],
  [
    "a cell of megabytes",
    () => workbook({ S: data(inline("x".repeat(3_000_000))) }),
    "has a cell of more than 20000 characters, in S",
  ],
  [
    "a text of megabytes that many cells share",
    () =>
      workbook(
        { S: data(inline("a", "b"), '<row><c t="s"><v>0</v></c></row>'.repeat(4000)) },
        { "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>` },
      ),
    "has a cell of more than 20000 characters, at row 2 of S",
  ],
  ["100,000 rows", () => workbook({ S: data(inline("a").repeat(100_000)) }), "has more than 5000 rows"],
  [
    "thousands of columns",
    () => workbook({ S: data(inline(...Array<string>(5000).fill("a"))) }),
    "has more than 100 columns, in S",
  ],
  [
    "merged cells over each other",
    () =>
      workbook({
        S: `${data(inline("a", "b").repeat(4000))}<mergeCells>${'<mergeCell ref="A1:B9999"/>'.repeat(4000)}</mergeCells>`,
      }),
    "has more than 200000 merged cells, in S",
  ],
  [
    "elements deep within each other",
    () => workbook({ S: "<a>".repeat(100_000) }),
    "has more than 50 elements within each other, in xl/worksheets/s0.xml",
  ],
  [
    "an element of thousands of attributes",
    () => workbook({ S: `<row ${Array.from({ length: 5000 }, (_, index) => `a${index}="1"`).join(" ")}/>` }),
    "has an element of more than 100 attributes, in xl/worksheets/s0.xml",
  ],
  ["a Word document", () => word, "is a Word document: copy its table into a spreadsheet, or save it as HTML"],
  ["another archive", () => zipSync({ "a.txt": strToU8("a") }), "is an archive without a workbook in it"],
  ["half an archive", () => workbook({ S: data(inline("a")) }).slice(0, -200), "is a damaged archive"],
  [
    "bytes that are not what was packed",
    () => scrambled(workbook({ S: data(inline("a", "b".repeat(99))) })),
    /damaged archive/,
  ],
] as const) {
  test(`${name} is refused by name`, async () => {
    expect((await refusalOf(bytes())).message).toMatch(message);
  });
}

test("what is no workbook, or none of the formats, is refused by what it is", async () => {
  const named = async (text: string, told = {}) =>
    (
      await refusalOf(
        Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
        told,
      )
    ).message;

  expect(await named("%PDF-1.7")).toBe("is a PDF: copy its table into a spreadsheet, or bring what it was made from");
  expect(await named("\xD0\xCF\x11\xE0\xA1\xB1")).toMatch(/^is a workbook of Excel before 2007/);
  expect(await named("a,b", { format: "xlsx" })).toBe("is no XLSX workbook");
  expect(await named("a,b", { fileName: "list.xlsx" })).toBe("is no XLSX workbook, though its name says so");
  expect((await refusalOf(workbook({ S: "" }), { format: "csv" })).message).toBe(
    "is a workbook or another archive, not csv",
  );
});

/** An archive whose every file says that it unpacks to so many bytes. */
function withSizes(archive: Uint8Array, size: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset);
  for (let at = 0; at < archive.length - 30; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return archive;
}

/** An archive whose sheet is packed as nothing is. */
function scrambled(archive: Uint8Array): Uint8Array {
  const name = new TextDecoder("latin1").decode(archive).indexOf("xl/worksheets/s0.xml");
  return archive.map((byte, index) => (index >= name + 20 && index < name + 40 ? 0xff : byte));
}
