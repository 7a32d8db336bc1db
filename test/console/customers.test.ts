import { describe, expect, test } from "vitest";
import { isFoldedAway, textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { expectProblem, registry } from "../setup/registry.ts";

const PATH = "/console/customers";

const keyed = (key: string, name: string) => ({ key, name });

/** Every term that a contract has, as the API takes it. */
const WHOLE = {
  name: "Kanzlei Roth",
  noticePeriod: {
    days: 45,
    basis: "business",
    deemedReceiptDays: 3,
    deemedReceiptBasis: "working",
    extendToWorkingDay: true,
  },
  objectionPeriod: { months: 1, basis: "calendar", deemedReceiptDays: 0, mayOutlastNotice: true },
  timeZone: "Europe/Berlin",
  holidays: ["2026-12-24", "2026-12-25"],
  authorisation: "specific",
  onObjection: "suspends",
  emergency: { days: 5, basis: "business", deemedReceiptDays: 0 },
  remedies: { en: "It may end the contract.", fr: "Il peut résilier." },
  products: ["chat"],
  hostingRegions: ["eu"],
  contacts: [
    { email: "lea@roth.example", name: "Léa Roth", locale: "fr" },
    { email: "office@roth.example", name: null, locale: "en" },
  ],
};

async function start() {
  const r = await registry({ now: "2026-11-26T09:00:00Z" });
  await r.organisation({
    locales: ["en", "fr"],
    products: [keyed("chat", "Acme Chat"), keyed("mail", "Acme Mail")],
    hostingRegions: [keyed("eu", "European Union"), keyed("us", "United States")],
  });
  return r;
}

/** Puts a customer by the API. */
const put = (r: Awaited<ReturnType<typeof start>>, id: string, body: object) =>
  r.json("PUT", `/v1/customers/${encodeURIComponent(id)}`, 201, { body });

/** The rows of the page's table, each as the text of its cells. */
const rowsOf = (page: string): string[][] =>
  [...(/<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? "").matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, "").trim()),
  );

describe("the list of customers", () => {
  test("has each with what it uses, its terms in words, and whether somebody can be told; and is searched", async () => {
    const r = await start();
    const { open } = await consoleOf(r, "read");
    expect(textOf(await open(PATH))).toContain("There is no customer yet.");
    await put(r, "roth", WHOLE);
    await put(r, "globex", {
      name: "Globex <b>",
      noticePeriod: { days: 30 },
      onObjection: "suspends",
      contacts: [{ email: "p@globex.example" }],
    });
    await put(r, "initech", { name: "Initech", objectUntilEffect: { daysBefore: 10 }, emergency: "not-allowed" });

    const page = await open(PATH);
    expect(rowsOf(page)).toEqual([
      [
        "Globex &lt;b&gt;",
        "Everything",
        "30 days from the notice, deemed received the day it is sent; objecting suspends",
        "1 contact",
      ],
      [
        "Initech",
        "Everything",
        "Objecting until 10 days before; no shorter notice in emergencies",
        "Nobody Nobody can be told",
      ],
      [
        "Kanzlei Roth",
        "Acme Chat; European Union",
        expect.stringContaining("45 business days from the notice, deemed received 3 working days after it is sent"),
        "2 contacts",
      ],
    ]);
    expect(page).not.toContain("roth</");
    expect(rowsOf(await open(`${PATH}?q=LEA%40roth`)).map(([name]) => name)).toEqual(["Kanzlei Roth"]);
    expect(rowsOf(await open(`${PATH}?told=no`)).map(([name]) => name)).toEqual(["Initech"]);
    expect(textOf(await open(`${PATH}?q=nobody`))).toContain("No customer is like that.");
    expect(page).not.toContain("Add a customer");
    expect(page).toContain("Download as CSV");
    expect(await open(`${PATH}?cursor=none&q=${"x".repeat(300)}&told=maybe`)).toContain("Initech");
  });

  test("is read a page at a time, and never all of them", async () => {
    const r = await start();
    const lines = Array.from(
      { length: 1200 },
      (_, n) => `c-${String(n).padStart(5, "0")},Customer ${n},c${n}@a.example`,
    );
    const body = ["externalId,name,email", ...lines].join("\n");
    await r.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body });
    const { open } = await consoleOf(r);

    const first = await open(PATH);
    expect([rowsOf(first).length, first.length < 300_000]).toEqual([50, true]);
    const [, next = ""] = /href="([^"]*cursor=[^"]*)"/.exec(first) ?? [];
    const second = rowsOf(await open(next.replaceAll("&amp;", "&")));
    expect([second.length, second[0]?.[0]]).toEqual([50, "Customer 50"]);
  });

  test("is taken along as the file that the import reads, by what it is filtered by", async () => {
    const r = await start();
    await put(r, "roth", WHOLE);
    await put(r, "initech", { name: "Initech" });
    const { open } = await consoleOf(r, "read");
    const all = await (await r.get("/v1/customers", { headers: { accept: "text/csv" } })).text();
    expect(await open(`${PATH}/file.csv`)).toBe(all);
    expect(await open(`${PATH}/file.csv?told=no`)).not.toContain("Roth");
  });
});

describe("the form of a customer", () => {
  test("saves what it shows as it is, every field of it, without script", async () => {
    const r = await start();
    const stored = await put(r, "a/b-ünïq", WHOLE);
    const { open, send } = await consoleOf(r, "write");
    const path = `${PATH}/edit/${encodeURIComponent("a/b-ünïq")}`;

    const saved = await send(path, {}, await open(path));

    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${path}?saved`]);
    expect(await r.json("GET", `/v1/customers/${encodeURIComponent("a/b-ünïq")}`, 200)).toEqual(stored);
    const other = { name: "Other", objectUntilEffect: { daysBefore: 3 }, holidays: [], emergency: "not-allowed" };
    const before = await put(r, "other", other);
    expect((await send(`${PATH}/edit/other`, {}, await open(`${PATH}/edit/other`))).status).toBe(303);
    expect(await r.json("GET", "/v1/customers/other", 200)).toEqual(before);
  });

  test("adds one by a name and somebody to write to; its id follows from the name, and is no other's", async () => {
    const r = await start();
    const { open, send } = await consoleOf(r, "write");
    const blank = await open(`${PATH}/new`);
    expect(textOf(blank)).toContain(
      "Notice: 30 days from the notice, deemed received the day it is sent, as in your own terms.",
    );
    const typed = { name: "Kanzlei Roth", "contacts.0.email": "lea@roth.example", products: ["mail"] };

    const added = await send(`${PATH}/new`, typed, blank);

    expect([added.status, added.headers.get("location")]).toEqual([303, `${PATH}/edit/kanzlei-roth?saved`]);
    expect(await r.json("GET", "/v1/customers/kanzlei-roth", 200)).toMatchObject({
      name: "Kanzlei Roth",
      noticePeriod: null,
      authorisation: "general",
      emergency: "not-allowed",
      products: ["mail"],
      contacts: [{ email: "lea@roth.example", name: null, locale: "en" }],
    });
    const before = await r.stored();
    const again = await send(`${PATH}/new`, typed, blank);
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("Another customer has this id.")]);
    expect(await r.stored()).toEqual(before);
    expect((await send(`${PATH}/new`, { ...typed, externalId: "roth-2" }, blank)).headers.get("location")).toBe(
      `${PATH}/edit/roth-2?saved`,
    );
    expect((await send(`${PATH}/new`, { name: "株式会社 例" }, blank)).status).toBe(303);
    expect((await r.json("GET", `/v1/customers/${encodeURIComponent("株式会社-例")}`, 200)).name).toBe("株式会社 例");
  });

  test("gives back what was typed, with the fault beside each field, and writes nothing", async () => {
    const r = await start();
    const { open, send } = await consoleOf(r, "write");
    const before = await r.stored();

    const response = await send(
      `${PATH}/new`,
      {
        "contacts.0.email": "nobody",
        "contacts.1.email": "a@b.example",
        "contacts.2.email": "A@b.example",
        "noticePeriod.length": "thirty",
        "objectionPeriod.length": "14",
        "objectUntilEffect.daysBefore": "3",
        emergency: "period",
        holidays: "some day",
        timeZone: "Mars/Base",
        externalId: "a b",
      },
      await open(`${PATH}/new`),
    );

    const page = await response.text();
    expect(response.status).toBe(422);
    const [, summary = ""] = /<div class="errors"[^>]*>(.*?)<\/div>/s.exec(page) ?? [];
    const faults = [...summary.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/g)].map(([, to, text]) => `${to}: ${text}`);
    for (const fault of faults) expect(isFoldedAway(page, fault.split(":")[0] ?? ""), fault).toBe(false);
    for (const id of ["emergency", "objectUntilEffect", "holidays"])
      expect(isFoldedAway(await open(`${PATH}/new`), id)).toBe(true);
    expect(faults.sort()).toEqual([
      "contacts.0.email: E-mail address (1): This is not an e-mail address. It should look like name@company.example.",
      "emergency: In an emergency: Please choose what an emergency shortens.",
      "externalId: Your own id of it: Please leave out spaces.",
      "holidays: Holidays of its own (1): This is not a date. Please write it like 26 December 2026.",
      "name: Name: Please fill this in.",
      "noticePeriod.length: Notice period: Please give a whole number, in figures.",
      "timeZone: Time zone: There is no such time zone.",
    ]);
    expect(page).toContain('value="thirty"');
    expect(page).toContain("<details open");
    const typed = { name: "A", "objectionPeriod.length": "14", "objectUntilEffect.daysBefore": "3" };
    const twice = { "contacts.0.email": "a@b.example", "contacts.1.email": "A@b.example" };
    const together = await (await send(`${PATH}/new`, { ...typed, ...twice }, await open(`${PATH}/new`))).text();
    expect(together).toContain("Please give only one of the two.");
    expect(together).toContain("This person is named twice.");
    // Without a name there is one thing to say, not one of the id that would follow from it besides.
    const nameless = await (await send(`${PATH}/new`, {}, await open(`${PATH}/new`))).text();
    expect(nameless).toContain("Please look at 1 thing below");
    expect(await r.stored()).toEqual(before);
  });

  test("says in words what somebody else has saved meanwhile, and takes the second try", async () => {
    const r = await start();
    await put(r, "roth", WHOLE);
    const path = `${PATH}/edit/roth`;
    const [one, other] = [await consoleOf(r, "write"), await consoleOf(r, "write")];
    const [mine, theirs] = [await one.open(path), await other.open(path)];
    expect((await other.send(path, { "noticePeriod.length": "60" }, theirs)).status).toBe(303);
    const before = await r.stored();

    const collided = await one.send(path, { name: "Roth & Co" }, mine);

    const page = await collided.text();
    expect(collided.status).toBe(409);
    expect(page).toContain("Somebody else has saved this meanwhile");
    expect(page).toContain("Saved meanwhile: 60");
    expect(page).toContain('value="Roth &amp; Co"');
    expect(await r.stored()).toEqual(before);
    expect((await one.send(path, {}, page)).status).toBe(303);
  });

  test("says what the terms mean, in sentences and for today, as they are typed; and saves nothing of that", async () => {
    const r = await start();
    await put(r, "roth", { name: "Roth", timeZone: "Asia/Tokyo" });
    const { open, send } = await consoleOf(r, "write");
    const page = await open(`${PATH}/edit/roth`);
    expect(textOf(page)).toContain("Last day to object 26 December 2026, end of day in Tokyo");
    const before = await r.stored();

    const typed = { do: "preview", "noticePeriod.length": "10", "noticePeriod.unit": "business" };
    const more = { "objectUntilEffect.daysBefore": "3", onObjection: "continues", authorisation: "specific" };
    const preview = textOf(await (await send(`${PATH}/edit/roth`, { ...typed, ...more, timeZone: "" }, page)).text());

    expect(preview).toContain("Notice: 10 business days from the notice, deemed received the day it is sent.");
    expect(preview).toContain(
      "counted in business or working days, and no holiday is entered for the year in which they end, so none of that year is left out.",
    );
    expect(preview).toContain("It may object until 3 days before a change takes effect.");
    expect(preview).toContain("A change waits until it has approved it, however long that takes.");
    expect(preview).toContain("An objection holds what concerns it until you have resolved it.");
    // What mails add to the words of the contract, before anybody reads it in one.
    expect(preview).toContain(
      "What its mails say of objecting An objection holds what concerns you until it is resolved.",
    );
    expect(preview).toContain("With specific authorisation an objection always holds the change.");
    expect(preview).toContain("Earliest effect 11 December 2026");
    expect(await r.stored()).toEqual(before);
    // What is stored is explained as it is, before anything is typed.
    await put(r, "whole", WHOLE);
    const whole = textOf(await open(`${PATH}/edit/whole`));
    expect(whole).toContain(
      "Notice: 45 business days from the notice, deemed received 3 working days after it is sent; a last day",
    );
    expect(whole).toContain(
      "It may object: 1 month from the notice, deemed received the day it is sent; may outlast the notice.",
    );
    expect(whole).toContain(
      "In an emergency its notice is shorter: 5 business days from the notice, deemed received the day it is sent.",
    );
    const wrong = await send(`${PATH}/edit/roth`, { do: "preview", "noticePeriod.length": "soon" }, page);
    expect(textOf(await wrong.text())).toContain("Once the terms are filled in");
  });

  test("keeps the contacts of a customer that has more than a page can hold, and stays small", async () => {
    const r = await start();
    const contacts = Array.from({ length: 400 }, (_, n) => ({ email: `p${n}@many.example` }));
    await put(r, "many", { name: "Many", contacts });
    const { open, send } = await consoleOf(r, "write");
    const page = await open(`${PATH}/edit/many`);
    expect(page.length).toBeLessThan(300_000);
    expect(textOf(page)).toContain("It has 400 contacts, more than a page can hold.");
    expect((await send(`${PATH}/edit/many`, { name: "Many more" }, page)).status).toBe(303);
    const stored = await r.json("GET", "/v1/customers/many", 200);
    expect([stored.name, stored.contacts.length]).toEqual(["Many more", 400]);
  });

  test("is read by whoever may not change it, without a button; in French too", async () => {
    const r = await start();
    await put(r, "roth", WHOLE);
    const { open, send } = await consoleOf(r, "read");
    const page = await open(`${PATH}/edit/roth?lang=fr`);
    expect(page).toContain("Délai de préavis");
    expect(/<main.*<\/main>/s.exec(page)?.[0]).not.toContain("<button");
    expect(page).not.toContain("Retirer");
    expect((await send(`${PATH}/edit/roth`, { name: "Evil" })).status).toBe(403);
    await open(`${PATH}/edit/nobody`, 404);
  });
});

describe("removing and erasing", () => {
  test("a customer is removed after a page that says what that means", async () => {
    const r = await start();
    await put(r, "roth", WHOLE);
    const { open, send } = await consoleOf(r, "write");
    expect(await open(`${PATH}/edit/roth`)).toContain(`href="${PATH}/remove/roth"`);
    const asked = textOf(await open(`${PATH}/remove/roth`));
    expect(asked).toContain("Whoever was there only as its contact is erased");
    expect(await r.json("GET", "/v1/customers/roth", 200)).toMatchObject({ name: "Kanzlei Roth" });
    const removed = await send(`${PATH}/remove/roth`, {});
    expect([removed.status, removed.headers.get("location")]).toEqual([303, `${PATH}?saved`]);
    expect((await r.get("/v1/customers/roth")).status).toBe(404);
    expect((await send(`${PATH}/remove/roth`, {})).status).toBe(404);
  });

  test("a contact is exported and erased by an admin who has just signed in, with what that means said before", async () => {
    const r = await start();
    const { contacts } = await put(r, "roth", { name: "Roth", contacts: [{ email: "lea@roth.example", name: "Léa" }] });
    const path = `${PATH}/people/${contacts[0].id}`;
    const [admin, writer] = [await consoleOf(r), await consoleOf(r, "announce")];
    expect(await admin.open(`${PATH}/edit/roth`)).toContain(`href="${path}"`);
    expect(textOf(await writer.open(path))).not.toContain("Erase");
    expect((await writer.send(`${path}/erase`, {})).status).toBe(403);
    await writer.open(`${path}/export`, 403);

    expect(textOf(await admin.open(path))).toContain("Contact of Roth");
    const held = JSON.parse(await admin.open(`${path}/export`));
    expect(held).toMatchObject({ subscriber: { email: "lea@roth.example" }, contactOf: [{ name: "Roth" }] });
    expect(textOf(await admin.open(`${path}/erase`))).toContain("Nobody else can be told for Roth: name another");
    r.setTime("2026-11-26T10:30:00Z");
    const late = await admin.send(`${path}/erase`, {});
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("sign-in?again=yes")]);
    const fresh = await consoleOf(r);
    const erased = await fresh.send(`${path}/erase`, {});
    expect([erased.status, erased.headers.get("location")]).toEqual([303, `${PATH}?saved=erased`]);
    expect(await fresh.open(`${PATH}?saved=erased`)).toContain("the name and address are kept no more");
    await fresh.open(path, 404);
    expect((await r.json("GET", "/v1/customers/roth", 200)).contacts).toEqual([]);
  });

  test("followers stand apart from contacts: listed, searched, a page at a time, and erased", async () => {
    const r = await start();
    await put(r, "roth", WHOLE);
    const { open, send } = await consoleOf(r);
    const followers = `${PATH}/followers`;
    expect(textOf(await open(followers))).toContain("Nobody follows yet.");
    for (let n = 0; n < 52; n += 1) {
      const body = { email: `f${String(n).padStart(2, "0")}@f.example`, confirmed: n > 0 };
      await r.json("POST", "/v1/subscribers", 201, { body });
    }

    const first = await open(followers);
    expect(rowsOf(first)).toHaveLength(50);
    const [, next = ""] = /href="([^"]*cursor=[^"]*)"/.exec(first) ?? [];
    expect(rowsOf(await open(next.replaceAll("&amp;", "&")))).toHaveLength(2);
    expect(rowsOf(await open(`${followers}?q=F51`)).map(([email]) => email)).toEqual(["f51@f.example"]);
    expect(rowsOf(await open(`${followers}?status=pending`))).toEqual([
      ["f00@f.example", "Has not confirmed yet", "English", "26 November 2026"],
    ]);
    expect(rowsOf(await open(`${followers}?q=lea`))).toEqual([]);
    const { data } = await r.json("GET", "/v1/subscribers?q=f51", 200);
    const erased = await send(`${PATH}/people/${data[0].id}/erase`, {});
    expect(erased.headers.get("location")).toBe(`${followers}?saved=erased`);
    expect(rowsOf(await open(`${followers}?q=f51`))).toEqual([]);
  });
});

test("the API refuses a customer that was saved since it was read, by the version it gave", async () => {
  const r = await start();
  await put(r, "roth", { name: "Roth" });
  const etag = (await r.get("/v1/customers/roth")).headers.get("etag") ?? "";
  const save = (name: string) => r.call("PUT", "/v1/customers/roth", { body: { name }, headers: { "if-match": etag } });
  expect((await save("Roth One")).status).toBe(200);
  await expectProblem(await save("Roth Two"), 412, "stale-version");
  expect((await r.json("GET", "/v1/customers/roth", 200)).name).toBe("Roth One");
});
