import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvRecord, csvCell, csvRecords, csvValue } from "../src/model/values/csv.ts";
import { expectProblem, type Registry, registry } from "./setup/registry.ts";

const HEADER =
  "externalId,name,noticePeriod,objectionPeriod,objectUntilEffect,timeZone,holidays,authorisation,onObjection," +
  "emergency,remedies,products,hostingRegions,email,contactName,locale";

const type = { "content-type": "text/csv" };
const keyed = (key: string) => ({ key, name: key });

const send = (r: Registry, body: string, query = "") =>
  r.call("POST", `/v1/customers/import${query}`, { headers: type, body });

const imported = (r: Registry, body: string, query = "") =>
  r.json("POST", `/v1/customers/import${query}`, 200, { headers: type, body });

const exported = async (r: Registry, query = "") =>
  (await r.get(`/v1/customers${query}`, { headers: { accept: "text/csv" } })).text();

const start = async () => {
  const r = await registry();
  await r.organisation({ products: [keyed("app"), keyed("api")], hostingRegions: [keyed("eu")] });
  return r;
};

const FILE = [
  HEADER,
  "a,Globex,10 business +2,,,,,specific,,,,app api,eu,ada@a.example,Ada,fr",
  "a,Globex,10 business +2,,,,,specific,,,,app api,eu,bob@a.example,,",
  "b,Initech,,14,,,,,,,,,,,,",
  "",
].join("\r\n");

describe("the import", () => {
  test("makes customers and their contacts, each line saying what it led to, and nothing the second time", async () => {
    const r = await start();
    await r.json("PUT", "/v1/customers/other", 201, { body: { name: "Other", contacts: [{ email: "o@o.example" }] } });

    const outcome = await imported(r, FILE);

    const fields = ["name", ...HEADER.split(",").slice(2, -3)];
    expect(outcome).toEqual({
      dryRun: false,
      created: 2,
      updated: 0,
      unchanged: 0,
      contactsRemoved: 0,
      lines: [
        { line: 2, externalId: "a", action: "created", changed: [...fields, "contacts"], contact: "added" },
        { line: 3, externalId: "a", action: "created", changed: [...fields, "contacts"], contact: "added" },
        { line: 4, externalId: "b", action: "created", changed: fields, contact: null },
      ],
    });
    expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({
      name: "Globex",
      noticePeriod: { days: 10, basis: "business", deemedReceiptDays: 2 },
      objectionPeriod: null,
      authorisation: "specific",
      products: ["app", "api"],
      hostingRegions: ["eu"],
      contacts: [
        { email: "ada@a.example", name: "Ada", locale: "fr", status: "active" },
        { email: "bob@a.example", name: null, locale: "en" },
      ],
    });
    expect(await r.json("GET", "/v1/customers/b", 200)).toMatchObject({
      objectionPeriod: { days: 14, basis: "calendar", deemedReceiptDays: 0 },
      contacts: [],
    });
    expect(await r.json("GET", "/v1/customers/other", 200)).toMatchObject({ contacts: [{ email: "o@o.example" }] });
    const before = await r.stored();
    expect(await imported(r, FILE)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await r.stored()).toEqual(before);
  });

  test("as a dry run says exactly what the import then says, and writes nothing", async () => {
    const r = await start();
    await imported(r, FILE);
    const next = [
      "externalId,name,noticePeriod,email,contactName",
      "a,Globex,30,ada@a.example,Ada L.",
      "a,Globex,30,new@a.example,",
      "b,Initech,,,",
      "c,Umbrella,,,",
    ].join("\n");
    const before = await r.stored();

    const dry = await imported(r, next, "?dryRun=true");

    expect(await r.stored()).toEqual(before);
    expect(dry).toMatchObject({
      dryRun: true,
      created: 1,
      updated: 1,
      unchanged: 1,
      contactsRemoved: 1,
      lines: [
        { line: 2, action: "updated", changed: ["noticePeriod", "contacts"], contact: "updated" },
        { line: 3, action: "updated", contact: "added" },
        { line: 4, action: "unchanged", changed: [], contact: null },
        { line: 5, action: "created" },
      ],
    });
    expect(await imported(r, next)).toEqual({ ...dry, dryRun: false });
    // What the file has no column for stays as it is.
    expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({
      noticePeriod: { days: 30, basis: "calendar", deemedReceiptDays: 0 },
      authorisation: "specific",
      products: ["app", "api"],
      contacts: [{ name: "Ada L.", locale: "fr" }, { email: "new@a.example" }],
    });
    const audited = await r.rows("select data from audit_log where action = 'customers.imported' order by sequence");
    expect(JSON.parse(String(audited[1]?.data))).toEqual({
      created: 1,
      updated: 1,
      unchanged: 1,
      contactsRemoved: 1,
      file: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("takes a BOM, semicolons or tabs, quotes, CRLF and columns in any order", async () => {
    const r = await start();
    for (const [id, file] of Object.entries({
      semicolons: `\uFEFFemail;name;externalId\r\n"ada@a.example";"Glob;ex ""AG""";semicolons\r\n\r\n`,
      tabs: 'name\texternalId\temail\n"Glob;ex ""AG"""\ttabs\tada@a.example',
      commas: '"email","externalId","name"\rada@a.example,commas,"Glob;ex ""AG"""\r',
    })) {
      expect((await imported(r, file)).created, id).toBe(1);
      expect(await r.json("GET", `/v1/customers/${id}`, 200)).toMatchObject({
        name: 'Glob;ex "AG"',
        contacts: [{ email: "ada@a.example" }],
      });
    }
  });

  test("reads the columns that older files have for the parts of a period, and changes those alone; without days there is none", async () => {
    const r = await start();
    const period = { days: 10, basis: "business", deemedReceiptDays: 3 };
    const terms = { noticePeriod: period, objectionPeriod: period };
    await r.json("PUT", "/v1/customers/a", 201, { body: { name: "A", ...terms } });
    const after = async (column: string, cell: string) => {
      await imported(r, `externalId,name,email,${column}\na,A,,${cell}`);
      const { noticePeriod, objectionPeriod } = await r.json("GET", "/v1/customers/a", 200);
      return [noticePeriod, objectionPeriod];
    };
    expect(await after("noticeDays", "12")).toEqual([{ ...period, days: 12 }, period]);
    expect(await after("objectionDays", "5")).toEqual([
      { ...period, days: 12 },
      { ...period, days: 5 },
    ]);
    const five = { ...period, days: 5 };
    expect(await after("noticeDeemedReceiptDays", "1")).toEqual([{ ...period, days: 12, deemedReceiptDays: 1 }, five]);
    expect(await after("noticeBasis", "")).toEqual([{ days: 12, basis: "calendar", deemedReceiptDays: 1 }, five]);
    expect(await after("noticeDays", "")).toEqual([null, five]);
    expect(await after("noticeBasis", "")).toEqual([null, five]);
  });

  const named = "externalId,name,email";
  const refused: [string, string[], string[]][] = [
    ["an unknown column", ["externalId,name,email,fax", "a,A,,"], ["/lines/1/fax"]],
    ["a column twice", ["externalId,name,email,email", "a,A,,"], ["/lines/1/email"]],
    ["no column of addresses", ["externalId,name", "a,A"], ["/lines/1/email"]],
    ["nothing at all", [""], ["/lines/1/externalId", "/lines/1/name", "/lines/1/email"]],
    ["a cell too many", [named, "a,A,ada@a.example,x"], ["/lines/2"]],
    ["a cell too few", [named, "a,A"], ["/lines/2"]],
    ["no id", [named, ",A,"], ["/lines/2/externalId"]],
    ["no name", [named, "a,,"], ["/lines/2/name"]],
    ["an address that is none", [named, "a,A,ada"], ["/lines/2/email"]],
    ["a name without an address", ["externalId,name,email,contactName", "a,A,,Ada"], ["/lines/2/email"]],
    ["a language nobody writes", ["externalId,name,email,locale", "a,A,a@a.example,la"], ["/lines/2/locale"]],
    ["a period of -1 days", [`${named},noticePeriod`, "a,A,,-1"], ["/lines/2/noticePeriod"]],
    ["a period of 10,000 days", [`${named},objectionPeriod`, "a,A,,10000"], ["/lines/2/objectionPeriod"]],
    ["25 months", [`${named},noticePeriod`, "a,A,,25 months"], ["/lines/2/noticePeriod"]],
    ["a month in words", [`${named},noticePeriod`, "a,A,,one month"], ["/lines/2/noticePeriod"]],
    ["no zone", [`${named},timeZone`, "a,A,,CEST"], ["/lines/2/timeZone"]],
    ["a day off that does not exist", [`${named},holidays`, "a,A,,2026-12-25 2027-02-29"], ["/lines/2/holidays"]],
    ["a day before nothing", [`${named},objectUntilEffect`, "a,A,,the day before"], ["/lines/2/objectUntilEffect"]],
    ["an emergency as it pleases", [`${named},emergency`, "a,A,,sometimes"], ["/lines/2/emergency"]],
    ["an emergency of 25 months", [`${named},emergency`, "a,A,,25 months"], ["/lines/2/emergency"]],
    ["another effect of objecting", [`${named},onObjection`, "a,A,,stops"], ["/lines/2/onObjection"]],
    ["remedies in Latin", [`${named},remedies`, `a,A,,"{""la"":""nulla""}"`], ["/lines/2/remedies"]],
    [
      "two ends of objecting",
      [`${named},objectionPeriod,objectUntilEffect`, "a,A,,30,0"],
      ["/lines/2/objectUntilEffect"],
    ],
    ["business weeks", [`${named},noticePeriod`, "a,A,,2 business weeks"], ["/lines/2/noticePeriod"]],
    ["a notice that may outlast itself", [`${named},noticePeriod`, "a,A,,30 may-outlast"], ["/lines/2/noticePeriod"]],
    ["a period and a part of it", [`${named},noticePeriod,noticeDays`, "a,A,,30,30"], ["/lines/1/noticeDays"]],
    ["-1 days in a column of their own", [`${named},noticeDays`, "a,A,,-1"], ["/lines/2/noticeDays"]],
    ["a month in a column of days", [`${named},noticeDays`, "a,A,,1 month"], ["/lines/2/noticeDays"]],
    ["a basis without days", [`${named},noticeDays,noticeBasis`, "a,A,,,business"], ["/lines/2/noticeBasis"]],
    ["a basis of no period", [`${named},noticeBasis`, "a,A,,business"], ["/lines/2/noticeBasis"]],
    ["a basis nobody counts by", [`${named},objectionBasis`, "a,A,,lunar"], ["/lines/2/objectionBasis"]],
    [
      "a deemed receipt of no period",
      [`${named},objectionDeemedReceiptDays`, "a,A,,0", "b,B,,"],
      ["/lines/2/objectionDeemedReceiptDays"],
    ],
    ["days of the moon", [`${named},noticeDays,noticeBasis`, "a,A,,5,lunar"], ["/lines/2/noticeBasis"]],
    ["an unknown product", [`${named},products`, "a,A,,app none"], ["/lines/2/products"]],
    ["an authorisation nobody gives", [`${named},authorisation`, "a,A,,some"], ["/lines/2/authorisation"]],
    ["a customer that contradicts itself", [named, "a,A,x@a.example", "b,B,", "a,AA,y@a.example"], ["/lines/4/name"]],
    ["a contact twice", [named, "a,A,x@a.example", "a,A,X@a.example"], ["/lines/3/email"]],
    [
      "two names of one person",
      ["externalId,name,email,contactName", "a,A,x@a.example,Ada", "b,B,x@a.example,Eva"],
      ["/lines/3/contactName"],
    ],
    ["several bad lines", [named, "a,A,ada", "b,B,", "c,,c"], ["/lines/2/email", "/lines/4/name", "/lines/4/email"]],
  ];
  test.each(refused)("with %s is refused, names line and column, and writes nothing", async (_, lines, pointers) => {
    const r = await start();
    const before = await r.stored();

    for (const query of ["?dryRun=true", ""]) {
      const { errors } = await expectProblem(await send(r, lines.join("\n"), query), 422, "invalid-request");
      expect((errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
    }
    expect(await r.stored()).toEqual(before);
  });

  test("reports a hundred bad cells and no more", async () => {
    const r = await start();
    const lines = [named, ...Array.from({ length: 300 }, (_, n) => `c${n},C,nobody`)];

    const { errors } = await expectProblem(await send(r, lines.join("\n")), 422, "invalid-request", "/lines/2/email");

    expect(errors).toHaveLength(100);
  });

  test("of what is no CSV, or not UTF-8, is refused with its line", async () => {
    const r = await start();
    const latin1 = Buffer.from(`${named}\r\na,A,\r\nb,Société Générale,\r\n`, "latin1");
    const before = await r.stored();
    for (const [body, line] of [
      [latin1, 3],
      [Buffer.from(`${named}\na,A,\n`, "utf16le"), 1],
      [Buffer.from(`${named}\na,"A,\nb,B,`), 2],
      [Buffer.from(`${named}\n"a\nb",A,\nc,C"c,`), 4],
    ] as const) {
      const response = await r.app.request("/v1/customers/import", {
        method: "POST",
        headers: { authorization: `Bearer ${r.adminKey}`, ...type },
        body,
      });
      await expectProblem(response, 400, "malformed-csv", `/lines/${line}`);
    }
    const json = await r.call("POST", "/v1/customers/import", { body: {} });
    await expectProblem(json, 415, "unsupported-media-type");
    expect(await r.stored()).toEqual(before);
  });

  test("takes no Idempotency-Key, and no answer of it is kept: they list every line", async () => {
    const r = await start();
    const before = await r.stored();
    for (const query of ["", "?dryRun=true"]) {
      const headers = { ...type, "idempotency-key": "once" };
      const response = await r.call("POST", `/v1/customers/import${query}`, { headers, body: `${named}\na,A,` });
      await expectProblem(response, 422, "invalid-request", "/header/idempotency-key");
    }
    expect(await r.stored()).toEqual(before);
  });

  test("of 50,000 lines is done whole, and of more than 20 MiB not at all", async () => {
    const r = await start();
    const rows = Array.from(
      { length: 50_000 },
      (_, n) =>
        `c${n >> 1},Customer ${n >> 1},10 business +2,30,,,,general,continues,allowed,,app,eu,p${n}@c.example,Person ${n},en`,
    );
    const file = [HEADER, ...rows].join("\n");

    const dry = await imported(r, file, "?dryRun=true");
    expect(dry.lines).toHaveLength(50_000);
    expect(await imported(r, file)).toMatchObject({ created: 25_000, contactsRemoved: 0 });
    expect(
      await r.rows("select (select count(*) from contacts)::int as c, (select count(*) from subscribers)::int as s"),
    ).toEqual([{ c: 50_000, s: 50_000 }]);
    const fewer = [HEADER, ...rows.filter((_, n) => n % 2 === 0)].join("\n");
    expect(await imported(r, fewer)).toMatchObject({ updated: 25_000, contactsRemoved: 25_000 });
    expect(await r.rows("select count(*)::int as s from subscribers")).toEqual([{ s: 25_000 }]);

    await expectProblem(await send(r, `${file}\n`.repeat(6)), 413, "body-too-large");
  });
});

test.each([
  ["30", { days: 30, basis: "calendar", deemedReceiptDays: 0 }],
  ["0", { days: 0, basis: "calendar", deemedReceiptDays: 0 }],
  ["10 business", { days: 10, basis: "business", deemedReceiptDays: 0 }],
  ["10 working to-working-day", { days: 10, basis: "working", deemedReceiptDays: 0, extendToWorkingDay: true }],
  ["1 week", { weeks: 1, basis: "calendar", deemedReceiptDays: 0 }],
  ["1 month", { months: 1, basis: "calendar", deemedReceiptDays: 0 }],
  ["3 months +2 business", { months: 3, basis: "calendar", deemedReceiptDays: 2, deemedReceiptBasis: "business" }],
  [
    "10 business +3 to-working-day may-outlast",
    { days: 10, basis: "business", deemedReceiptDays: 3, extendToWorkingDay: true, mayOutlastNotice: true },
  ],
])("a cell of %s is a period, and written so again", async (cell, period) => {
  const r = await registry();
  await imported(r, `externalId,name,email,objectionPeriod\na,A,,${cell}`);

  expect((await r.json("GET", "/v1/customers/a", 200)).objectionPeriod).toEqual(period);
  expect(await exported(r)).toContain(`\r\na,A,,${cell},,,,general,`);
});

test("every other term has a cell that is read and written again", async () => {
  const r = await registry();
  const remedies = { en: "You may terminate, \nas clause 9 says.", fr: "Vous pouvez résilier." };
  const terms = {
    noticePeriod: { months: 1, basis: "calendar", deemedReceiptDays: 0 },
    objectUntilEffect: { daysBefore: 10 },
    timeZone: "America/New_York",
    holidays: ["2026-11-26", "2026-12-25"],
    onObjection: "suspends",
    emergency: { days: 5, basis: "business", deemedReceiptDays: 0 },
    remedies,
  };
  await r.json("PUT", "/v1/customers/a", 201, { body: { name: "A", ...terms } });
  await r.json("PUT", "/v1/customers/b", 201, {
    body: { name: "B", holidays: [], emergency: "not-allowed", remedies: "Nothing." },
  });

  const file = await exported(r);

  expect(file.split("\r\n").slice(1).join()).toContain(
    "a,A,1 month,,10 days before,America/New_York,2026-11-26 2026-12-25,general,suspends,5 business," +
      `"{""en"":""You may terminate, \\nas clause 9 says."",""fr"":""Vous pouvez résilier.""}",,,`,
  );
  expect(file).toContain("\r\nb,B,,,,,none,general,continues,not-allowed,Nothing.,,,");
  expect(await imported(r, file)).toMatchObject({ unchanged: 2 });
  const other = await registry();
  await imported(other, file);
  expect(await other.json("GET", "/v1/customers/a", 200)).toMatchObject({ ...terms, objectionPeriod: null });
  expect(await other.json("GET", "/v1/customers/b", 200)).toMatchObject({
    holidays: [],
    emergency: "not-allowed",
    remedies: "Nothing.",
  });
});

test("a cell is read as people write it", async () => {
  const r = await registry();
  for (const [cell, period] of Object.entries({
    "30 days": { days: 30, basis: "calendar", deemedReceiptDays: 0 },
    "10 Business days + 3": { days: 10, basis: "business", deemedReceiptDays: 3 },
    "1 months": { months: 1, basis: "calendar", deemedReceiptDays: 0 },
  })) {
    await imported(r, `externalId,name,email,noticePeriod\na,A,,${cell}`);
    expect((await r.json("GET", "/v1/customers/a", 200)).noticePeriod, cell).toEqual(period);
  }
});

describe("the export", () => {
  test("is imported again without a change, formulas and all", async () => {
    const r = await start();
    await imported(r, FILE);
    const name = '=HYPERLINK("https://evil.example";"Click")';
    for (const [id, contact] of [
      ["=1+1", { email: "+ada@a.example", name: "@SUM(A1)" }],
      ["'=1", { email: "-bob@a.example", name: "'-2" }],
    ] as const) {
      await r.json("PUT", `/v1/customers/${encodeURIComponent(id)}`, 201, { body: { name, contacts: [contact] } });
    }
    const before = await r.stored();

    const file = await exported(r);

    expect(file).toContain(`\r\n'=1+1,"'=HYPERLINK(""https://evil.example"";""Click"")",,,,,,general`);
    expect(file.split(/[\r\n,]+/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    expect(await imported(r, file)).toMatchObject({ created: 0, updated: 0, unchanged: 4, contactsRemoved: 0 });
    expect(await r.stored()).toEqual(before);
    expect(await exported(await start())).toBe(`${HEADER}\r\n`);
  });

  test("makes another registry the same, and can be asked for some customers", async () => {
    const [r, other] = [await start(), await start()];
    await imported(r, FILE);

    await imported(other, await exported(r));

    expect(await exported(other)).toBe(await exported(r));
    expect(await exported(r, "?q=initech")).toBe(`${HEADER}\r\nb,Initech,,14,,,,general,continues,allowed,,,,,,\r\n`);
  });

  test("says what it is", async () => {
    const r = await start();
    const response = await r.get("/v1/customers", { headers: { accept: "text/csv" } });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });
});

/** A text cut into pieces of a size. */
async function* piecesOf(file: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < file.length; at += size) yield file.slice(at, at + size);
}

async function records(pieces: AsyncIterable<string>): Promise<CsvRecord[]> {
  const read: CsvRecord[] = [];
  for await (const record of csvRecords(pieces)) read.push(record);
  return read;
}

test("whatever a cell holds and wherever the file is cut in pieces, it is read as it was written, and no spreadsheet would run it", () => {
  const text = fc.string({
    unit: fc.constantFrom(
      "a",
      "é",
      '"',
      "'",
      ",",
      ";",
      "\t",
      "\r",
      "\n",
      "=",
      "+",
      "-",
      "@",
      "＝",
      "＋",
      "－",
      "＠",
      " ",
    ),
  });
  const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
  return fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
      const file = [["a", "b"], ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
      const read = (await records(piecesOf(file, size))).slice(1);
      expect(read.map(({ cells }) => cells.map(csvValue))).toEqual(
        rows.filter((row) => row.some((cell) => cell !== "")),
      );
      for (const { cells } of read) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    }),
    { numRuns: 1000 },
  );
});
