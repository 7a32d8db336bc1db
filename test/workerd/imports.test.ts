import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readSource } from "../../src/imports/formats/read.ts";

const files: Record<string, Uint8Array> = {
  "list.csv": Uint8Array.from("Name;Sitz\nLarkspur;K\xF6ln", (sign) => sign.charCodeAt(0)),
  "list.tsv": Uint8Array.of(
    0xfe,
    0xff,
    ...[..."Name\tSitz\nLarkspur\tKöln"].flatMap((sign) => [0, sign.charCodeAt(0)]),
  ),
  "list.md": strToU8("| Name | Sitz |\n|---|---|\n| **Larkspur** | Köln |\n"),
  "list.html": strToU8("<table><tr><th>Name<th>Sitz<tr><td>Larkspur<td>K&ouml;ln</table>"),
  "list.json": strToU8('[{ "Name": "Larkspur", "Sitz": "<b>Köln</b>" }]'),
  "list.yaml": strToU8("- Name: Larkspur\n  Sitz: Köln\n"),
  "list.xlsx": zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="Sheet1" r:id="a"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8('<r><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></r>'),
    "xl/s.xml": strToU8(
      `<worksheet><sheetData>${["Name", "Sitz", "Larkspur", "Köln"]
        .map((text, index) => `${index % 2 ? "" : "<row>"}<c t="str"><v>${text}</v></c>${index % 2 ? "</row>" : ""}`)
        .join("")}</sheetData></worksheet>`,
    ),
  }),
};

test("a list in each format is read", async () => {
  for (const [fileName, bytes] of Object.entries(files)) {
    const { tables } = await readSource(bytes, { fileName });
    const texts = tables.map(({ header, rows }) =>
      [header ?? [], ...rows.map(({ cells }) => cells)].map((row) => row.map(({ text }) => text)),
    );
    expect([fileName, texts]).toEqual([
      fileName,
      [
        [
          ["Name", "Sitz"],
          ["Larkspur", "Köln"],
        ],
      ],
    ]);
  }
});
