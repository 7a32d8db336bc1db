import { expect, test } from "vitest";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { plain, read, readFixture, refusalOf } from "./reading.ts";

const markdown = (text: string) => read(text, { format: "markdown" });
const html = (text: string) => read(text, { format: "html" });

test("tables of Markdown are read with the headings above them, and lists with the sentence before", async () => {
  const source = await readFixture("tables.md");

  expect(plain(source)).toEqual([
    [
      "Our subprocessors / Infrastructure",
      ["Name", "Purpose", "Location", "Links"],
      ["Larkspur Cloud, Inc.", "Hosting | backup", "Dublin,\nIreland", "DPA, https://larkspur.example"],
      ["Newbarn Ltd.", "logs & traces", "EU", "relative"],
    ],
    ["Our subprocessors / Infrastructure / Payments", ["Vendor", "Country"], ["Pebble Pay", "Malta"]],
    [
      "Our subprocessors / Infrastructure / Payments / Located in the United Kingdom:",
      null,
      ["Quill & Co.", "signatures"],
      ["Fjord Post", "letters"],
    ],
  ]);
  expect(source.tables[0]?.rows.map(({ at, cells }) => [at, cells[3]?.links])).toEqual([
    [
      "line 15",
      [
        { text: "DPA", url: "https://larkspur.example/dpa" },
        { text: "https://larkspur.example", url: "https://larkspur.example" },
      ],
    ],
    ["line 16", []],
  ]);
  expect(source.remarks).toEqual(["Last updated: 3 March 2026", "Located in the United Kingdom:"]);
});

test("lists are read in their shapes: groups, labels, lines, paragraphs with lists, sentences", async () => {
  expect(plain(await readFixture("lists.mdx"))).toEqual([
    ["Groups / Hosting", null, ["Larkspur Cloud", "Servers."], ["Nimbus", ""]],
    ["Groups / Mail", null, ["Fjord Post"]],
    ["Labelled", ["Entity", "Purpose", "Location"], ["Larkspur Cloud", "Servers", "Ireland, Malta"]],
    ["Lines", ["", "Location"], ["Larkspur Cloud, Inc.", "Ireland"], ["Nimbus GmbH", "Germany"]],
    ["With lists", ["", "Purpose", "Location"], ["Larkspur", "Servers", "Ireland"], ["Nimbus", "Mail", "Germany"]],
    ["Sentences", ["", "", "Location"], ["Crane", "Support", "France"], ["Dune", "Surveys", "Spain"]],
  ]);
});

test("terms of reStructuredText are read with what is said of them", async () => {
  expect(plain(await readFixture("terms.rst"))).toEqual([
    [
      "Sub-processors / Infrastructure",
      null,
      ["Larkspur Cloud, Inc.", "Servers, and what is kept on them."],
      ["Nimbus GmbH", "Mail."],
    ],
  ]);
});

test("a mark in a coloured box stands in brackets behind the text that it is beside, and nowhere else", async () => {
  const badge = (text: string) => `<span class="badge badge-new">${text}</span>`;
  const cells = [`Pebble ${badge("New")}`, `${badge("SCCs")} ${badge("DPF")}`, `<b>Tern</b><br>${badge("Mail")}`];
  const source = await html(
    `<table><tr><th>Vendor</th><th>a</th><th>b</th></tr><tr>${cells.map((each) => `<td>${each}</td>`).join("")}</tr></table>`,
  );
  expect(plain(source)).toEqual([["", ["Vendor", "a", "b"], ["Pebble (New)", "SCCs DPF", "Tern\nMail"]]]);
  const { vendors } = readVendors(source);
  expect(vendors.map(({ document }) => document.name)).toEqual(["Pebble"]);
  expect(vendors[0]?.guesses.filter(({ pointer, sure }) => pointer === "/name" && !sure)).toEqual([]);
});

test("a page is read as its reader sees it: spans in each place, lines apart, nothing hidden", async () => {
  const source = await readFixture("page.html");

  expect(plain(source)).toEqual([
    [
      "Subprocessors / Hosting",
      ["Company", "Place Country", "Place City"],
      ["Larkspur logo", "Ireland", "Dublin"],
      ["Larkspur logo", "Malta\nGozo", "Valletta"],
    ],
    [
      "Subprocessors / Hosting / Mail",
      ["Company", "Place Country", "Place City"],
      ["Nimbus", "Germany & more", "Germany & more"],
    ],
    [
      "Subprocessors / Hosting",
      ["", "Purpose", "Country"],
      ["Crane SAS", "Support", "France"],
      ["Dune SL", "Surveys", "Spain"],
    ],
    ["Subprocessors / Hosting", ["Vendor", "Use"], ["Pebble", "Payments"]],
  ]);
  expect(source.remarks).toEqual(["As of 1 May 2026."]);
  expect(source.tables[0]?.rows[1]).toMatchObject({
    at: "line 13",
    cells: [{ links: [{ url: "https://larkspur.example" }] }, {}, {}],
  });
});

test("sections of a page without a table are read as rows, with their links", async () => {
  const source = await readFixture("sections.html");

  expect(source.tables.map(({ shape }) => shape)).toEqual(["sections"]);
  expect(plain(source)).toEqual([
    [
      "Sub-processors",
      null,
      ["Larkspur", "Larkspur runs the servers.\nLarkspur DPA"],
      ["Nimbus", "Nimbus sends the mails.\nNimbus DPA"],
      ["Questions", "Write to us."],
    ],
  ]);
});

test("HTML in Markdown is read as in a page, with addresses as Markdown has them", async () => {
  const source = await markdown(
    "# Who\n\n<table>\n<tr><th>Name<th>Site</tr>\n<tr><td>Larkspur<td><https://l.example/></tr>\n</table>",
  );

  expect(plain(source)).toEqual([["Who", ["Name", "Site"], ["Larkspur", "https://l.example/"]]]);
  expect(source.tables[0]?.rows[0]?.at).toBe("line 5");
});

test("a table that lays out others is read as what stands in its cells", async () => {
  expect(
    plain(
      await html("<table><tr><td><h2>Menu</h2><td><table><tr><th>Name<th>Use<tr><td>Pebble<td>Pay</table></table>"),
    ),
  ).toEqual([["Menu", ["Name", "Use"], ["Pebble", "Pay"]]]);
});

/** What would take a reader minutes, or all memory, and what becomes of it. */
const HOSTILE: [string, string, () => Promise<string | number>][] = (
  [
    [
      "a cell that spans 100,000 rows",
      "html",
      `<table><tr><td rowspan=100000 colspan=100000>a<td>b${"<tr><td>c".repeat(3000)}`,
    ],
    ["more rows than a list has", "html", `<table>${"<tr><td>a<td>b".repeat(20_000)}`],
    ["elements deep within each other", "html", `${"<div>".repeat(20_000)}x`],
    ["tags that are closed and never opened", "html", "</b></div></table>".repeat(30_000)],
    ["a tag without an end", "html", `<a ${"href ".repeat(100_000)}`],
    [
      "an entity that names others",
      "html",
      `<!DOCTYPE x [<!ENTITY a "${"&b;".repeat(1000)}">]><ul><li>${"&a;".repeat(1000)}</ul>`,
    ],
    ["a heading for every paragraph", "html", "<h2>a</h2><p>b</p>".repeat(50_001)],
    ["lists deep within each other", "html", "<ul><li>a".repeat(10_000)],
    ["a paragraph of links", "html", `<p>${"<a href=https://a.example>x</a>".repeat(30_000)}`],
    ["a cell of links", "html", `<table><tr><td>${"<a href=https://a.example>x</a>".repeat(1000)}`],
    ["bold text within a paragraph, again and again", "html", `y${"<b>x</b> ".repeat(40_000)}`],
    [
      "items of signs that end nothing",
      "html",
      `<ul>${`<li>${"-".repeat(18_000)}x`.repeat(20)}</ul><h2>${"#".repeat(18_000)}x`,
    ],
    [
      "items with hundreds of labels",
      "html",
      `<ul>${`<li>a${Array.from({ length: 300 }, (_, index) => `<br>Label${index}: x`).join("")}`.repeat(50)}</ul>`,
    ],
    ["quotes within quotes", "markdown", ">".repeat(100_000)],
    ["items within items", "markdown", `${"- ".repeat(100_000)}a`],
    ["emphasis without an end", "markdown", "*a_ ".repeat(20_000)],
    ["brackets without an end", "markdown", "[".repeat(20_000)],
    ["columns without an end", "markdown", `${"|a".repeat(90_000)}|\n${"|-".repeat(90_000)}|\n`],
    ["columns without an end, quoted", "markdown", `\n> ${"|a".repeat(30_000)}|\n> ${"| :-: ".repeat(30_000)}|\n`],
    ["columns without an end over one dash", "markdown", `${"|a".repeat(190_000)}|\n|-|\n`],
    ["megabytes of Markdown", "markdown", "word ".repeat(200_000)],
  ] as const
).map(([name, format, text]) => [
  name,
  format,
  () =>
    read(text, { format }).then(
      ({ tables }) => tables.length,
      (error: Error) => error.message,
    ),
]);

test("what would take a reader minutes, or all memory, is refused or read", async () => {
  const outcomes: Record<string, unknown> = {};
  for (const [name, , run] of HOSTILE) outcomes[name] = await run();

  expect(outcomes).toMatchInlineSnapshot(`
    {
      "a cell of links": "has a cell of more than 500 links, at line 1",
      "a cell that spans 100,000 rows": "has more than 100 columns, at line 1",
      "a heading for every paragraph": "has more than 50000 paragraphs, cells and items",
      "a paragraph of links": 0,
      "a tag without an end": 0,
      "an entity that names others": 1,
      "bold text within a paragraph, again and again": 0,
      "brackets without an end": 0,
      "columns without an end": "has more than 100 columns, at line 1",
      "columns without an end over one dash": "has more than 100 columns, at line 1",
      "columns without an end, quoted": "has more than 100 columns, at line 2",
      "elements deep within each other": "has more than 250 elements within each other",
      "emphasis without an end": 0,
      "items of signs that end nothing": 1,
      "items with hundreds of labels": "has items with more than 100 labels",
      "items within items": 0,
      "lists deep within each other": "has more than 250 elements within each other",
      "megabytes of Markdown": "has more than 400000 characters of Markdown",
      "more rows than a list has": "has more than 5000 rows",
      "quotes within quotes": 0,
      "tags that are closed and never opened": 0,
    }
  `);
});

test("a cell of megabytes is refused where it stands", async () => {
  expect((await refusalOf(`\n<table><tr><td>${"x".repeat(3_000_000)}`, { format: "html" })).message).toBe(
    "has a cell of more than 20000 characters, at line 2",
  );
});
