import { strToU8, zipSync } from "fflate";
import { LANGUAGES } from "../../model/values/languages.ts";
import { escaped } from "../../model/values/markup.ts";
import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import type { Turn } from "../parts/turns.tsx";
import type { Annex, AnnexLine, AnnexTable } from "./annex.ts";

/** Of A4 across, in twentieths of a point, less the margins: what the columns of the table share. */
const [LONG, SHORT, MARGIN] = [16_838, 11_906, 720];
const WIDTH = LONG - 2 * MARGIN;
/** The share of each column, in the order of `Annex.columns`. */
const SHARES = [0.18, 0.12, 0.24, 0.18, 0.1, 0.18];

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * The list as a Word document (ISO/IEC 29500): a plain table whose head is repeated on each page, and whose rows are not torn.
 * The same list gives the same bytes.
 */
export const annexAsDocx = (annex: Annex, locale: Locale): Uint8Array<ArrayBuffer> => zipped(docxParts(annex, locale));

/** The same, so that whatever else waits has its turn meanwhile. */
export async function annexAsDocxInTurns(annex: Annex, locale: Locale, turn: Turn): Promise<Uint8Array<ArrayBuffer>> {
  await turn();
  const parts = docxParts(annex, locale);
  await turn();
  return zipped(parts);
}

/** What is in the document, by path. */
function docxParts(annex: Annex, locale: Locale): Record<string, string> {
  return {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relationships(
      [["officeDocument", "word/document.xml"]],
      [["metadata/core-properties", "docProps/core.xml"]],
    ),
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(annex.title)}</dc:title><dc:language>${LANGUAGES[locale].tag}</dc:language></cp:coreProperties>`,
    "word/_rels/document.xml.rels": relationships([
      ["styles", "styles.xml"],
      ["numbering", "numbering.xml"],
      ["footer", "footer.xml"],
    ]),
    "word/document.xml": `<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONSHIPS}"><w:body>${body(annex, locale)}</w:body></w:document>`,
    "word/styles.xml": styles(LANGUAGES[locale].tag),
    "word/numbering.xml": numbering,
    "word/footer.xml": footer(annex.title),
  };
}

function zipped(parts: Record<string, string>): Uint8Array<ArrayBuffer> {
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(DECLARATION + text)]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function body({ title, lead, columns, tables, empty, coming, source, address }: Annex, locale: Locale): string {
  const line = ({ label, text, isTitle }: AnnexLine) =>
    paragraph(
      (label === undefined ? "" : run(wordsFor(locale).terms.explained(label, ""), "<w:i/>")) +
        run(text, isTitle ? "<w:b/>" : ""),
      "Cell",
    );
  const row = (cells: readonly AnnexLine[][], isHead: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells
      .map((lines, column) => cell(lines.length > 0 ? lines.map(line).join("") : paragraph("", "Cell"), column, isHead))
      .join("")}</w:tr>`;
  const tableOf = ({ heading, rows }: AnnexTable) =>
    (heading === null ? "" : paragraph(run(heading), "Heading2")) +
    `<w:tbl><w:tblPr><w:tblStyle w:val="List"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr>` +
    `<w:tblGrid>${columns.map((_, column) => `<w:gridCol w:w="${widthOf(column)}"/>`).join("")}</w:tblGrid>` +
    `${row(
      columns.map((text) => [{ text, isTitle: true }]),
      true,
    )}${rows.map((cells) => row(cells, false)).join("")}</w:tbl>`;
  return [
    paragraph(run(title), "Heading1"),
    ...lead.map((text) => paragraph(run(text))),
    ...(empty === null ? tables.map(tableOf) : [paragraph(run(empty))]),
    ...(coming ? [paragraph(run(coming.heading), "Heading2")] : []),
    ...(coming?.lines ?? []).map((each) => paragraph(run(`${each.text} (${each.address})`), "ListBullet")),
    paragraph(""),
    ...[...source, address].map((text) => paragraph(run(text), "Cell")),
    `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>`,
  ].join("");
}

const widthOf = (column: number): number => Math.round(WIDTH * (SHARES[column] ?? 0));

const cell = (content: string, column: number, isHead: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${widthOf(column)}" w:type="dxa"/>${isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="E7E9ED"/>' : ""}</w:tcPr>${content}</w:tc>`;

const paragraph = (runs: string, style?: string): string =>
  `<w:p>${style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;

/** A text, with a break where it breaks its line. */
function run(text: string, properties = ""): string {
  const lines = text.split(/\r?\n/).map((each) => `<w:t xml:space="preserve">${escaped(each)}</w:t>`);
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${lines.join("<w:br/>")}</w:r>`;
}

type Targets = readonly (readonly [kind: string, target: string])[];

function relationships(ofDocument: Targets, ofPackage: Targets = []): string {
  const all = [
    ...ofDocument.map(([kind, to]) => [`${RELATIONSHIPS}/${kind}`, to]),
    ...ofPackage.map(([kind, to]) => [`${PACKAGE}/relationships/${kind}`, to]),
  ];
  const each = all.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;

const contentTypes = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("word/document.xml", `${TYPE}.document.main`)}${part("word/styles.xml", `${TYPE}.styles`)}${part("word/numbering.xml", `${TYPE}.numbering`)}${part("word/footer.xml", `${TYPE}.footer`)}${part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")}</Types>`;

type Style = { id: string; name: string; paragraph?: string; run?: string };

const STYLES: readonly Style[] = [
  {
    id: "Heading1",
    name: "heading 1",
    paragraph: '<w:keepNext/><w:spacing w:after="120"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="32"/>',
  },
  {
    id: "Heading2",
    name: "heading 2",
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>',
    run: '<w:b/><w:sz w:val="24"/>',
  },
  { id: "Cell", name: "Cell", paragraph: '<w:spacing w:after="40"/>' },
  { id: "ListBullet", name: "List Bullet", paragraph: '<w:numPr><w:numId w:val="1"/></w:numPr>' },
];

const styles = (language: string): string =>
  `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${STYLES.map(styleOf).join("")}<w:style w:type="table" w:styleId="List"><w:name w:val="List"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join("")}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

const styleOf = ({ id, name, paragraph: its, run: how }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${its ? `<w:pPr>${its}</w:pPr>` : ""}${how ? `<w:rPr>${how}</w:rPr>` : ""}</w:style>`;

const numbering = `<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** On each page the title, and which page it is. */
const footer = (title: string): string => {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run(`${title} · `)}${field("PAGE")}${run(" / ")}${field("NUMPAGES")}</w:p></w:ftr>`;
};
