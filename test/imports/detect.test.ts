import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readSource } from "../../src/imports/formats/read.ts";
import { FORMATS } from "../../src/imports/source.ts";
import { Refusal } from "../../src/model/values/refusal.ts";
import { plain, read } from "./reading.ts";

for (const [format, text, fileName] of [
  ["html", "<!doctype html><p>Hello", undefined],
  ["html", "  <HTML><body><table></table>", "list.csv"],
  ["html", "<div><h1>List</h1></div>", undefined],
  ["markdown", '<div align="center">\n\n| Name | Use |\n|---|:-:|\n| a | b |\n</div>', undefined],
  ["markdown", "# Subprocessors\n\nWe use these, and those.\n\n* One, for mails\n* Two, for more\n", undefined],
  ["markdown", "- **Larkspur:** Servers\n- **Nimbus:** Mail\n", undefined],
  ["markdown", "- Larkspur: Servers\n- Nimbus: Mail\n- Fjord: Post\n", undefined],
  [
    "markdown",
    "---\ntitle: Who\ntags:\n  - a\n---\n\n# Who we use\n\nSome words, and more.\n\n* Larkspur\n* Nimbus\n* Fjord\n* Crane\n",
    undefined,
  ],
  ["markdown", "We use Larkspur for servers.\nNobody else.", "notes.txt"],
  ["json", '[{"name": "Larkspur"}]', undefined],
  ["markdown", "[Larkspur](https://larkspur.example) keeps our data.", undefined],
  ["yaml", "- name: Larkspur\n  purpose: Servers, mails\n- name: Nimbus\n  purpose: Mails, post\n", undefined],
  ["yaml", "# ours\nversion: 1\nvendors:\n  - name: Larkspur\n    services: []\n", undefined],
  ["csv", "Name,Purpose\nLarkspur,Servers\n", undefined],
  ["csv", "Name;Purpose;Place\nLarkspur;Servers, mails;Malta\n", "list.txt"],
  ["tsv", "Name\tPurpose\nLarkspur\tServers, mails\n", undefined],
  ["csv", "Name|Purpose\nLarkspur|Servers\n", undefined],
  ["tsv", "Name\tPurpose\nLarkspur\tServers\n", "LIST.TSV"],
  ["yaml", "a: b", "list.yml"],
  ["csv", "Name,Purpose\nLarkspur,Servers\n", "list.constructor"],
] as const) {
  test(`${JSON.stringify(text.slice(0, 40))}${fileName ? ` in ${fileName}` : ""} is taken for ${format}`, async () => {
    expect((await read(text, fileName ? { fileName } : {})).format).toBe(format);
  });
}

test("the format that somebody gives is the one that is read", async () => {
  expect(plain(await read("# a,b\nc,d", { format: "csv", fileName: "list.md" }))).toEqual([
    ["", ["# a", "b"], ["c", "d"]],
  ]);
});

test("whatever bytes come are read, or refused by name, in each format", async () => {
  const seeds = [
    "| a | b |\n|---|---|\n| [c](https://c.example) | d |\n- x\n  - y: z\n",
    "<table><tr><th rowspan=2>a</th><td colspan=3>b<ul><li>c</table><dl><dt>d<dd>e",
    'a;"b\n""c";d\n1;2;3',
    '{"version":1,"vendors":[{"services":[1,{"name":"a","value":[null]}]}],"x":[[{"a":{"b":[1]}}],["c"]]}',
    "a: &x [1, {b: *x}]\n? c\n: - d\n  - !!set {e}\n<<: *x\n",
  ].map((text) => strToU8(text));
  const bytes = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), fc.nat(200))
    .map(([seed, changes, length]) => {
      const mutated = seed.slice(0, length + 1);
      for (const [at, byte] of changes) mutated[at % mutated.length] = byte;
      return mutated;
    });
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom(undefined, ...FORMATS), async (file, format) => {
      const source = await readSource(file, { format }).catch((error: unknown) => error);
      if (source instanceof Error) expect(source).toBeInstanceOf(Refusal);
    }),
    { numRuns: 600 },
  );
});

test("a workbook in which bytes are changed is read, or refused by name", async () => {
  const whole = zipSync(
    {
      "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="S" r:id="a"/></sheets></workbook>'),
      "xl/_rels/workbook.xml.rels": strToU8('<r><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></r>'),
      "xl/s.xml": strToU8(
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
      ),
    },
    { level: 0 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
      async (changes) => {
        const changed = whole.slice();
        for (const [at, byte] of changes) if (at > 1) changed[at] = byte;
        const source = await readSource(changed).catch((error: unknown) => error);
        if (source instanceof Error) expect(source).toBeInstanceOf(Refusal);
      },
    ),
    { numRuns: 300 },
  );
});
