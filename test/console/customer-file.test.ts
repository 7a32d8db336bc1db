import { describe, expect, test } from "vitest";
import { FILE_COLUMNS } from "../../src/console/customers/columns.ts";
import { COLUMNS } from "../../src/registry/customers/customers-csv.ts";
import { textOf } from "../page/html.ts";
import { consoleOf, fieldsOf } from "../setup/console.ts";
import { type Registry, registry } from "../setup/registry.ts";

const PATH = "/console/customers/import";

async function start() {
  const r = await registry({ now: "2026-11-26T09:00:00Z" });
  await r.organisation({
    products: [
      { key: "chat", name: "Acme Chat" },
      { key: "mail", name: "Mail, and calendar" },
    ],
  });
  return { r, ...(await consoleOf(r, "write")) };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Sends the form with a file, as a browser does; what a page's form has stays as it is. */
function upload({ r, cookie }: { r: Registry; cookie: string }, file: string | Buffer, page = "", does = "save") {
  const part = (head: string, body: string | Buffer) => [
    `--edge\r\ncontent-disposition: form-data; ${head}\r\n\r\n`,
    body,
    "\r\n",
  ];
  const fields = fieldsOf(page).filter(([name]) => name !== "file" && name !== "do" && name !== "text");
  const pieces = [
    ...[...fields, ["do", does] as const].flatMap(([name, value]) => part(`name="${name}"`, value)),
    ...part('name="file"; filename="customers.csv"\r\ncontent-type: text/csv', file),
    "--edge--\r\n",
  ];
  return r.call("POST", PATH, {
    key: null,
    headers: {
      cookie,
      "sec-fetch-site": "same-origin",
      accept: "text/html",
      "content-type": "multipart/form-data; boundary=edge",
    },
    body: Buffer.concat(pieces.map((piece) => Buffer.from(piece))),
  });
}

/** Shows what a text would do, and gives the page. */
async function look({ open, send }: Started, text: string, status = 200): Promise<string> {
  const response = await send(PATH, { text, do: "check" }, await open(PATH));
  expect(response.status).toBe(status);
  return response.text();
}

/** The table of that caption, each row as the text of its cells. */
const table = (page: string, caption: string): string[][] => {
  const found = new RegExp(`<caption>${caption}</caption>(.*?)</table>`, "s").exec(page)?.[1] ?? "";
  const body = /<tbody>(.*?)<\/tbody>/s.exec(found)?.[1] ?? "";
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, "").trim()),
  );
};

const facts = (page: string) =>
  Object.fromEntries([...page.matchAll(/<dt>([^<]*)<\/dt><dd>(\d+)<\/dd>/g)].map(([, name, n]) => [name, Number(n)]));

test("columns are known by their names in German and other languages; what no name says is asked, and no fault", async () => {
  const console = await start();
  const german = await look(
    console,
    "Kunde;Ansprechpartner;Sprache;E-Mail;Ankündigungsfrist\nNordwind;Anna Sturm;Deutsch;a@n.example;45 Arbeitstage",
  );
  expect(table(german, "Added")).toEqual([["Nordwind", expect.stringContaining("45 business days"), "1", "2"]]);
  expect(german).not.toContain("Left out");
  for (const heads of ["Klant;Contactpersoon;Taal;E-mailadres", "Cliente;Referente;Lingua;Posta elettronica"])
    expect(table(await look(console, `${heads}\nB;C;en;c@b.example`), "Added")).toHaveLength(1);

  const asked = await look(console, "Mandant;E-Mail\nNordwind;a@n.example", 422);
  expect(textOf(asked)).toContain("One question: which column is this? Name of the customer.");
  expect(textOf(asked)).toContain("Left out, as their names say nothing here: Mandant.");
  expect(asked).not.toContain('class="errors"');
  expect(textOf(asked)).not.toContain("cannot be taken");
});

describe("customers from a file", () => {
  test("offers every column that a file may have", () => {
    expect([...FILE_COLUMNS].sort()).toEqual([...COLUMNS].sort());
  });

  test("are looked at as a difference, and then imported, with columns of other names and people's words", async () => {
    const console = await start();
    const { r, send } = console;
    const before = { name: "Globex", noticePeriod: { days: 30 }, contacts: [{ email: "old@globex.example" }] };
    await r.json("PUT", "/v1/customers/crm-1", 201, { body: before });
    await r.json("PUT", "/v1/customers/crm-2", 201, {
      body: { name: "Same", contacts: [{ email: "s@same.example" }] },
    });
    const stored = await r.stored();

    const page = await look(
      console,
      [
        "Haus;CRM ID;E-Mail;Contact person;Language;Notice period;Products;Remark",
        "Globex;crm-1;new@globex.example;Ada;French;10 jours ouvrés;Mail, and calendar;x",
        "Same;crm-2;s@same.example;;;;;",
        "Roth & Co;crm-3;lea@roth.example;Léa;fr-FR;2 weeks;Acme Chat, mail;",
      ].join("\r\n"),
      422,
    );

    expect(await r.stored()).toEqual(stored);
    // What is not guessed is said by hand: the first column.
    expect(textOf(page)).toContain("One question: which column is this? Name of the customer.");
    const mapped = await (await send(PATH, { "columns.0": "name", do: "check" }, page)).text();
    expect(facts(mapped)).toEqual({ Added: 1, Changed: 1, "As they are": 1, "Contacts taken away": 1 });
    expect(table(mapped, "Added")).toEqual([
      ["Roth &amp; Co", "2 weeks from the notice, deemed received the day it is sent", "1", "4"],
    ]);
    expect(table(mapped, "Changed")).toEqual([
      [
        "Globex",
        "Notice period: 30 days from the notice, deemed received the day it is sent → 10 business days from the notice, deemed received the day it is sent" +
          "Products it uses: Everything → Mail, and calendar" +
          "Contacts: old@globex.example → new@globex.example",
        "2",
      ],
    ]);
    expect(mapped).toContain("Import 2 customers</button>");
    const done = await send(PATH, {}, mapped);
    expect([done.status, done.headers.get("location")]).toEqual([303, "/console/customers?imported=2"]);
    expect(await r.json("GET", "/v1/customers/crm-3", 200)).toMatchObject({
      name: "Roth & Co",
      noticePeriod: { weeks: 2 },
      products: ["chat", "mail"],
      contacts: [{ email: "lea@roth.example", name: "Léa", locale: "fr" }],
    });
    expect(await console.open("/console/customers?imported=2")).toContain("2 customers have been imported.");
    expect(textOf(await look(console, "customer,email,id\nSame,s@same.example,crm-2"))).toContain(
      "Nothing would change",
    );
  });

  test("without ids are known by their names: one that is there is changed, not added a second time", async () => {
    const console = await start();
    const { r, send } = console;
    await r.json("PUT", "/v1/customers/crm-1", 201, { body: { name: "Globex" } });
    for (const id of ["a", "b"]) await r.json("PUT", `/v1/customers/${id}`, 201, { body: { name: "Twice" } });
    await r.json("PUT", "/v1/customers/initech", 201, { body: { name: "Another" } });

    const page = await look(console, "Company,Email\nglobex,p@globex.example\nRoth GmbH,l@roth.example");
    expect(facts(page)).toMatchObject({ Added: 1, Changed: 1 });
    expect((await send(PATH, {}, page)).status).toBe(303);
    expect((await r.json("GET", "/v1/customers/crm-1", 200)).contacts).toMatchObject([{ email: "p@globex.example" }]);
    expect((await r.json("GET", "/v1/customers/roth-gmbh", 200)).name).toBe("Roth GmbH");

    const several = await look(console, "Company,Email\nTwice,p@t.example", 422);
    expect(table(several, "1 place")[0]?.[2]).toContain("Several customers have this name");
    const other = await look(console, "Company,Email\nInitech,p@t.example", 422);
    expect(table(other, "1 place")[0]?.[2]).toContain("Another customer has the id that would follow from this name");
  });

  test("with lines that cannot be taken are refused whole, each with its line and why, and stay to be put right", async () => {
    const console = await start();
    const { r } = console;
    const before = await r.stored();
    const text =
      "id,customer,email,notice period,products\n1,A,nobody,soon,\n2,B,b@b.example,,Mail\n3,C\n2,BB,c@b.example,,";

    const page = await look(console, text, 422);

    expect(table(page, "5 places").sort()).toEqual([
      ["2", "E-mail address of the contact", expect.stringContaining("This is not an e-mail address.")],
      ["2", "Notice period", expect.stringContaining("Please write it like one of these")],
      ["4", "All of it", "This line has 2 cells where the first has 5."],
      ["5", "Name of the customer", "Line 3 says otherwise of the same one."],
      ["5", "Products", "Line 3 says otherwise of the same one."],
    ]);
    expect(page).toContain("1,A,nobody,soon,");
    expect(page).not.toContain("Import ");
    const unknown = await look(console, "id,customer,email,products\n2,B,b@b.example,nothing", 422);
    expect(table(unknown, "1 place")).toEqual([["2", "Products", "The organisation does not have this."]]);
    const foreign = await look(console, "id,customer,email,products\n2,B,b@b.example,株式会社", 422);
    expect(table(foreign, "1 place")[0]?.[1]).toBe("Products");
    const broken = await look(console, 'id,customer,email\n1,A "quoted,a@a.example', 422);
    expect(textOf(broken)).toContain("There is a quotation mark that is not around a whole cell");
    expect(textOf(await look(console, "  ", 422))).toContain("Please choose a file, or paste its text.");
    await look(console, Array.from({ length: 101 }, (_, n) => `c${n}`).join(","), 422);
    expect(await r.stored()).toEqual(before);
  });

  test("are imported only as they were looked at: another file, or a customer saved meanwhile, is shown anew", async () => {
    const console = await start();
    const { r, send } = console;
    const page = await look(console, "id,customer,email\n1,Globex,p@globex.example");
    await r.json("PUT", "/v1/customers/1", 201, { body: { name: "Initech" } });
    const before = await r.stored();

    const changed = await send(PATH, {}, page);
    const shown = await changed.text();
    expect([changed.status, await r.stored()]).toEqual([409, before]);
    expect(textOf(shown)).toContain("It would not do any more what you looked at");
    expect(table(shown, "Changed")[0]?.[1]).toContain("Name: Initech → Globex");
    const edited = await send(PATH, { text: "id,customer,email\n1,Globex,evil@evil.example" }, shown);
    expect([edited.status, await r.stored()]).toEqual([409, before]);
    const remapped = await send(PATH, { "columns.2": "contactName", "columns.1": "email" }, shown);
    expect([remapped.status, await r.stored()]).toEqual([422, before]);
    expect((await send(PATH, { version: "x" }, shown)).status).toBe(409);
    expect((await send(PATH, {}, shown)).status).toBe(303);
  });

  test("of a long file are not kept in the page: it is chosen once more, and is to be the same", async () => {
    const console = await start();
    const { r } = console;
    const lines = Array.from({ length: 3000 }, (_, n) => `c-${n},"Customer ""${n}""",p${n}@a.example,Person ${n}`);
    const file = ["id,customer,email,contact", ...lines].join("\n");

    const page = await (await upload(console, file, await console.open(PATH), "check")).text();

    expect([page.length < 300_000, page.includes("p2900@a.example")]).toEqual([true, false]);
    expect(facts(page)).toMatchObject({ Added: 3000 });
    expect(textOf(page)).toContain("to import it, choose it once more");
    expect(table(page, "Added")).toHaveLength(50);
    expect((await upload(console, `${file}\nx,X,x@x.example,X`, page)).status).toBe(409);
    expect((await upload(console, file, page)).headers.get("location")).toBe("/console/customers?imported=3000");
    expect((await r.get("/v1/customers?q=c-2999")).status).toBe(200);
    const { cookie } = console;
    const headers = { cookie, "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=edge" };
    const huge = await r.call("POST", PATH, {
      key: null,
      headers: { ...headers, "content-length": String(11 << 20) },
      body: "x",
    });
    expect(huge.status).toBe(413);
  });

  test("are read as spreadsheets save them: UTF-16, and the old encoding of Windows", async () => {
    const console = await start();
    const text = "customer\temail\nSociété Générale\ta@sg.example";
    for (const bytes of [
      Buffer.from(`\ufeff${text}`, "utf16le"),
      Buffer.from(text, "latin1"),
      Buffer.from(`\ufeff${text}`),
    ]) {
      const page = await (await upload(console, bytes, await console.open(PATH), "check")).text();
      expect(table(page, "Added")[0]?.[0]).toBe("Société Générale");
    }
  });

  test("come back as they went out: the file that is downloaded changes nothing", async () => {
    const console = await start();
    const { r, open } = console;
    const body = {
      name: "Roth",
      holidays: ["2026-12-24", "2026-12-25"],
      emergency: { days: 5 },
      products: ["chat", "mail"],
    };
    await r.json("PUT", "/v1/customers/roth", 201, {
      body: { ...body, contacts: [{ email: "l@r.example", locale: "fr" }] },
    });
    const file = await open("/console/customers/file.csv");
    expect(textOf(await look(console, file))).toContain("Nothing would change");
  });
});
