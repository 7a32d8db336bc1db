import { expect, test } from "vitest";
import { plain, read, readFixture, refusalOf } from "./reading.ts";

const yaml = (text: string) => read(text, { format: "yaml" });
const json = (value: unknown) => read(JSON.stringify(value), { format: "json" });

test("an array of objects is a table with a column for each key, its markup read as a reader sees it", async () => {
  const source = await readFixture("vendors.json");

  expect(plain(source)).toEqual([
    [
      "",
      ["name", "contact", "location", "data types", "legal basis", "details", "is active", "since"],
      [
        "Larkspur Cloud, Inc.",
        "1 Quay Street\nDublin\ndpo@larkspur.example",
        "Ireland\nSee its page",
        "Contact: Name, E-mail\nDevice: IP address",
        "",
        "https://larkspur.example/sub\nDPA",
        "",
        "",
      ],
      ["Nimbus GmbH", "", "", "", "", "", "true", "2024"],
    ],
  ]);
  expect(source.tables[0]?.rows[0]?.cells.flatMap(({ links }) => links.map(({ url }) => url))).toEqual([
    "https://larkspur.example/places",
    "https://larkspur.example/dpa",
    "https://larkspur.example/sub",
  ]);
});

test("the services of a CycloneDX document are read, and none of its components", async () => {
  expect(plain(await readFixture("services.cdx.json"))).toEqual([
    [
      "services",
      ["provider", "service", "data categories", "flow", "properties location", "url", "contact email"],
      [
        "Larkspur Cloud, Inc.",
        "Servers",
        "Contact data",
        "bi-directional",
        "Ireland\nMalta",
        "https://larkspur.example",
        "dpo@larkspur.example",
      ],
    ],
  ]);
});

test("groups of vendors are tables under their titles, services rows, and objects under names rows with these", async () => {
  const source = await readFixture("groups.yaml");

  expect(plain(source)).toEqual([
    [
      "groups / Hosting / vendors",
      ["name", "purpose", "places"],
      ["Larkspur", "Servers", "Ireland\nMalta"],
      ["Larkspur Backup", "Servers", "Ireland\nMalta"],
    ],
    [
      "groups / Mail / vendors",
      ["name", "services name", "services purpose"],
      ["Nimbus", "Letters", "Post"],
      ["Nimbus", "Mails", "Post that is quick"],
    ],
    ["people", ["", "name", "role"], ["ada", "Ada", "DPO"], ["ben", "Ben", "Support"]],
  ]);
  expect(source.remarks).toEqual(["updated: 2026-08-15"]);
  expect(source.tables[1]?.rows[1]?.at).toBe("/groups/1/vendors/0/services/1");
});

test("HTML in a document is read as a page, and a list before a page as a table", async () => {
  expect(plain(await readFixture("page.yaml"))).toEqual([
    ["Subprocessors / sections / text / List", ["Name"], ["Larkspur"]],
  ]);
  const page =
    "---\ntitle: Who\nlist:\n  - name: Larkspur\n    use: Servers\n  - name: Nimbus\n    use: Mail\n---\n\nWords.";
  expect(plain(await read(page, { fileName: "who.md" }))).toEqual([
    ["Who / list", ["name", "use"], ["Larkspur", "Servers"], ["Nimbus", "Mail"]],
  ]);
});

test("our own forms are given as they are, and others with a version and vendors are tables", async () => {
  const file = { version: 1, vendors: [{ name: "Larkspur", services: [] }] };
  const published = { version: 7, hash: "x", vendors: [] };

  expect(await json(file)).toMatchObject({ tables: [], documents: [file] });
  expect(await yaml("version: 1\nvendors: [{ name: Larkspur, services: [] }]")).toMatchObject({ documents: [file] });
  expect(await json(published)).toMatchObject({ tables: [], documents: [published] });
  expect(await json({ version: 1, vendors: [{ name: "Larkspur", use: "x" }] })).toMatchObject({ documents: [] });
});

const deep = (times: number) => `${'{"a":['.repeat(times)}1${"]}".repeat(times)}`;

for (const [name, format, text, message] of [
  ["JSON that is none", "json", '[{"name": "a"},]', /^is no JSON: /],
  ["JSON deep within itself", "json", deep(100_000), "has more than 50 objects and lists within each other"],
  [
    "JSON deep within itself, before it is parsed",
    "json",
    "[".repeat(2_500_000),
    "has more than 50 objects and lists within each other",
  ],
  ["a million lists of nothing", "json", `[${"[],".repeat(1_000_000)}[]]`, "has more than 200000 objects and lists"],
  [
    "a cell deep within itself",
    "json",
    `[{"name": ${deep(60)}}]`,
    "has more than 50 objects and lists within each other",
  ],
  [
    "millions of values",
    "json",
    `{${Array.from({ length: 50_001 }, (_, index) => `"k${index}":1`)}}`,
    "has more than 50000 objects and values",
  ],
  ["100,000 records", "json", JSON.stringify(Array(100_000).fill({ a: 1 })), "has more than 5000 rows"],
  [
    "a cell of megabytes",
    "json",
    JSON.stringify([{ a: "x".repeat(2_000_000) }]),
    /^has a cell of more than 20000 characters/,
  ],
  [
    "thousands of keys",
    "json",
    JSON.stringify([Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1]))]),
    "has more than 100 columns, at /0",
  ],
  ["YAML that is none", "yaml", "a: b\n  c: d: e\n", /^is no YAML: .* at line 1/],
  ["a key that occurs twice", "yaml", "a: 1\nb: 2\na: 3\n", "has the key a twice in one object, at line 3"],
  [
    "aliases of aliases",
    "yaml",
    billionLaughs(),
    "has aliases of nothing, or of aliases by which it becomes a large file",
  ],
  ["thousands of aliases", "yaml", `- &a x\n${"- *a\n".repeat(10_000)}`, "has more than 100 aliases"],
  ["lists that are never closed", "yaml", "[".repeat(100_000), "has more than 50 objects and lists within each other"],
  ["items within items", "yaml", `${"- ".repeat(50_000)}a`, "has more than 50 objects and lists within each other"],
  [
    "maps within maps",
    "yaml",
    Array.from({ length: 200 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    "has more than 50 objects and lists within each other",
  ],
  ["quotes without an end", "yaml", '"'.repeat(500_000), "has more than 200000 keys, values and signs"],
  ["a megabyte of YAML", "yaml", "- words\n".repeat(120_000), "has more than 800000 characters of YAML"],
] as const) {
  test(`${name} is refused by name`, async () => {
    expect((await refusalOf(text, { format })).message).toMatch(message);
  });
}

test("brackets in the strings of JSON are no lists", async () => {
  const name = `a"\\"${"[{".repeat(60)}`;

  expect(plain(await json([{ name, use: "Servers" }]))[0]?.[2]).toEqual([name, "Servers"]);
});

test("thousands of keys in one YAML object take the time of their number, not of its square", async () => {
  const keys = Array.from({ length: 3000 }, (_, index) => `key${index}: x`).join("\n");

  expect((await yaml(keys)).remarks).toHaveLength(3000);
});

function billionLaughs(): string {
  const levels = "abcdefghij".split("").map((name, index, all) => {
    const before = all[index - 1];
    return `${name}: &${name} [${Array(9)
      .fill(before ? `*${before}` : "ha")
      .join(", ")}]`;
  });
  return levels.join("\n");
}
