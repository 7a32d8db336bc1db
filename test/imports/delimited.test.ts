import { expect, test } from "vitest";
import { plain, read, refusalOf } from "./reading.ts";

const rows = [
  ["Vendor", "Purpose", "Country"],
  ["Larkspur Cloud, Inc.", "Hosting; backup", "Ireland"],
  ["Nimbus | Mail", 'Mail, "transactional"', "Germany"],
];

for (const [name, delimiter] of Object.entries({ comma: ",", semicolon: ";", tab: "\t", bar: "|" })) {
  test(`a CSV file with ${name}s is read, with that sign in quoted cells`, async () => {
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");

    expect(plain(await read(`\uFEFF${text}`, { format: "csv" }))).toEqual([["", ...rows]]);
  });
}

test("the delimiter is the one that divides most lines, though others stand in texts", async () => {
  const text = "Anbieter;Zweck;Land\nEins;Server, Daten, Mails;Irland\nZwei;Mails, Briefe;Malta\nDrei;Daten;Zypern";

  expect(plain(await read(text, { format: "csv" }))[0]?.[2]).toEqual(["Eins", "Server, Daten, Mails", "Irland"]);
});

const GREEK = "Εταιρεία,Σκοπός\nΑστέρας,Φιλοξενία";

for (const [name, bytes, expected] of [
  ["UTF-8", new TextEncoder().encode(GREEK), GREEK],
  ["UTF-16, little-endian with its mark", utf16(`\uFEFF${GREEK}`, true), GREEK],
  ["UTF-16, big-endian with its mark", utf16(`\uFEFF${GREEK}`, false), GREEK],
  ["UTF-16 without a mark", utf16("Vendor,Zweck\nÄther,Büro", true), "Vendor,Zweck\nÄther,Büro"],
  ["windows-1252", latin1("Société,Coût\nCafé Éclair,5 \x80"), "Société,Coût\nCafé Éclair,5 €"],
] as const) {
  test(`${name} is decoded`, async () => {
    const lines = expected.split("\n").map((line) => line.split(","));

    expect(plain(await read(bytes, { format: "csv" }))).toEqual([["", ...lines]]);
  });
}

test("letters that were garbled before, and an encoding that is not known, are refused in words", async () => {
  const saidOf = async (bytes: string | Uint8Array, fileName: string) => (await refusalOf(bytes, { fileName })).message;

  expect(await saidOf("Vendor,Location\nMÃ¼ller,Malta", "list.csv")).toContain('as in "Ã¼ller"');
  expect(await saidOf("# Vendors\n\n- Lâ€™Or", "list.md")).toContain("save what it was made from as UTF-8");
  expect(await saidOf(latin1("Vendor,Purpose\nCaf\x8e,Caf\x8f"), "list.csv")).toContain("save it as UTF-8");
  expect(await saidOf(latin1("Vendor,Purpose\n\x83\x78\x83\x93\x83_,Mail"), "sjis.csv")).toContain("save it as UTF-8");
  expect(plain(await read("Vendor,Place\nJOÃO,SÃO PAULO", { format: "csv" }))[0]?.at(-1)).toEqual([
    "JOÃO",
    "SÃO PAULO",
  ]);
});

test("a file with the name of one of tabs is read by its semicolons where it has none", async () => {
  const text = "Vendor;Place\r\nPebble;Malta\r\n";
  expect(plain(await read(text, { fileName: "list.tsv" }))[0]?.at(-1)).toEqual(["Pebble", "Malta"]);
});

test("what looks like a formula is kept as text, also as the registry writes it", async () => {
  const [table] = plain(await read("Name,Note\n=1+1,'=SUM(A1)\n't Huys,@here", { format: "csv" }));

  expect(table?.slice(2)).toEqual([
    ["=1+1", "=SUM(A1)"],
    ["'t Huys", "@here"],
  ]);
});

test("title and date before the header are remarks, and columns in which nothing stands are none", async () => {
  const source = await read(
    "Our subprocessors,,,\nAs of 1 May 2026,,,\nName,Country,,\nPebble,Malta,,\nFjord,Norway,,",
    {
      format: "csv",
    },
  );

  expect(source.remarks).toEqual(["Our subprocessors", "As of 1 May 2026"]);
  expect(plain(source)).toEqual([["", ["Name", "Country"], ["Pebble", "Malta"], ["Fjord", "Norway"]]]);
  expect(source.tables[0]?.rows[1]?.at).toBe("line 5");
});

test("a header that comes again begins a table, which the lone cell above it names", async () => {
  const text = "Name,Country\nPebble,Malta\nPayments,\nName,Country\nFjord,Norway";

  expect(plain(await read(text, { format: "csv" }))).toEqual([
    ["", ["Name", "Country"], ["Pebble", "Malta"]],
    ["Payments", ["Name", "Country"], ["Fjord", "Norway"]],
  ]);
});

test("addresses in a cell are its links, without the sentence's punctuation", async () => {
  const source = await read("Name\tTerms\nPebble\tSee https://pebble.example/dpa (or http://pebble.example/a_(b)).", {
    format: "tsv",
  });

  expect(source.tables[0]?.rows[0]?.cells[1]?.links.map(({ url }) => url)).toEqual([
    "https://pebble.example/dpa",
    "http://pebble.example/a_(b)",
  ]);
});

test("signs that nobody sees are left out, and blanks are one", async () => {
  const [table] = plain(await read("Na\u200Bme,Zip\nPeb\u00ADble\u00A0 AG\uE001,\u202E9", { format: "csv" }));

  expect(table?.slice(1)).toEqual([
    ["Name", "Zip"],
    ["Pebble AG", "9"],
  ]);
});

test("a cell of megabytes, more rows and more columns than a list has, and bytes that are no text are refused by name", async () => {
  const rowsOf = (count: number) => `a,b\n${"x,y\n".repeat(count)}`;
  const long = `a,b\n"${"x".repeat(3_000_000)}",y`;

  expect((await refusalOf(long, { format: "csv" })).message).toBe(
    "Line 2 begins a record of more than 65536 characters.",
  );
  expect((await refusalOf(`a,b\nx,${"y".repeat(30_000)}`, { format: "csv" })).message).toBe(
    "has a cell of more than 20000 characters, at line 2",
  );
  expect((await refusalOf(rowsOf(100_000), { format: "csv" })).message).toBe("has more than 5000 rows");
  expect((await refusalOf("a,".repeat(200), { format: "csv" })).message).toBe("has more than 100 columns, at line 1");
  expect((await refusalOf("x".repeat(5_000_001))).message).toBe("has more than 5000000 bytes");
  expect((await refusalOf("name,x\nabc\0def,y", { format: "csv" })).message).toBe(
    "is no text: it has a zero byte at character 11",
  );
});

test("hundreds of columns of nothing, as spreadsheets leave behind, are no columns", async () => {
  const source = await read(`Name,Country${",".repeat(500)}\nPebble,Malta${",".repeat(500)}`, { format: "csv" });

  expect(plain(source)).toEqual([["", ["Name", "Country"], ["Pebble", "Malta"]]]);
});

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(bytes.buffer);
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
