import { describe, expect, test } from "vitest";
import { customer } from "./setup/customers.ts";
import { registry, vendor } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";

const unwrapped = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");
type Entry = { on: string; organisation: Record<string, unknown>; vendors: { transfers: { regime: string }[] }[] };

describe("a past list is that of its day", () => {
  async function renamed() {
    const r = await registry({ now: "2026-03-01T09:00:00Z" });
    await r.organisation({ name: "Firma", regimes: ["eu"], products: [{ key: "app", name: "The App" }] });
    await r.listed(vendor({}, { products: ["app"], locations: [{ country: "US" }] }));
    r.setTime("2026-05-10T09:00:00Z");
    await r.organisation({
      name: "Nouvelle",
      regimes: ["eu", "uk"],
      products: [{ key: "app", name: "The Suite" }],
    });
    const list = async (at: string): Promise<Entry> => (await r.get(`/subprocessors.json?at=${at}`)).json();
    const page = async (path: string) => (await r.get(path)).text();
    return { r, list, page };
  }

  test("with the name, the products and the regimes of whoever published then", async () => {
    const { list, page } = await renamed();

    const before = await list("2026-05-09");
    const after = await list("2026-05-10");

    expect(before.organisation).toMatchObject({ name: "Firma", regimes: ["eu"], products: [{ name: "The App" }] });
    expect(before.vendors[0]?.transfers.map(({ regime }) => regime)).toEqual(["eu"]);
    expect(after.organisation).toMatchObject({ name: "Nouvelle", products: [{ name: "The Suite" }] });
    expect(after.vendors[0]?.transfers.map(({ regime }) => regime)).toEqual(["eu", "uk"]);
    const past = await page("/?at=2026-05-09");
    expect(past).toContain("Firma");
    expect(past).toContain("The App");
    expect(past).not.toMatch(/Nouvelle|The Suite/);
    const today = await page("/");
    expect(today).toContain("Nouvelle");
    expect(today).not.toMatch(/Firma|The App/);
  });

  test("the page of a change has the products and regimes of the day it took effect", async () => {
    const { page } = await renamed();
    const change = await page("/changes/1");
    expect(change).toContain("The App");
    expect(change).not.toContain("The Suite");
  });

  test("a date before anything was said has whoever was named first; one to come has today's", async () => {
    const { list } = await renamed();
    expect((await list("2020-01-01")).organisation).toMatchObject({ name: "Firma" });
    expect((await list("2030-01-01")).organisation).toMatchObject({ name: "Nouvelle" });
  });

  test("a key that was renamed since still finds its product's former name", async () => {
    const { r, list } = await renamed();
    await r.json("POST", "/v1/organisation/rename-key", 200, { body: { field: "products", from: "app", to: "suite" } });
    expect((await list("2026-05-09")).organisation).toMatchObject({ products: [{ key: "suite", name: "The App" }] });
  });

  test("who published is verified against what was published", async () => {
    const { r } = await renamed();
    expect((await r.json("GET", "/v1/audit/verify", 200)).ok).toBe(true);

    await r.db.transaction((tx) =>
      tamper(tx, `update publishers set document = jsonb_set(document, '{name}', '"Other"') where snapshot = 1`),
    );

    expect((await r.json("GET", "/v1/audit/verify", 200)).firstBad).toMatchObject({
      table: "snapshot",
      reason: "who is kept as its publisher is not who it says",
    });
    await r.db.transaction((tx) => tamper(tx, "delete from publishers"));
    expect((await r.json("GET", "/v1/audit/verify", 200)).firstBad.reason).toBe("who published it is not kept");
  });
});

describe("another name of the publisher", () => {
  async function told() {
    const r = await registry();
    await r.organisation({ name: "Firma", legalName: "Firma GmbH", registrationNumber: "HRB 1" });
    await r.listed(vendor());
    await r.follower("fan@follower.example");
    await r.follower("fan@suiveur.example", { locale: "fr" });
    await customer(r, "c-1", { contacts: ["dpo@c-1.example"] });
    const mails = async (to: string) => (await r.messages(to)).map(({ subject }) => subject);
    return { r, mails };
  }

  test("is told to every follower and contact, once, with the number that says it is the same company", async () => {
    const { r, mails } = await told();
    const head = (await r.json("GET", "/v1/audit?limit=1", 200)).data[0].hash;

    await r.organisation({ name: "Firma", legalName: "Firma SE", registrationNumber: "HRB 1" });
    await r.drain();
    await r.organisation({ name: "Firma", legalName: "Firma SE", registrationNumber: "HRB 1", address: "Elsewhere 1" });
    await r.drain();

    const subject = "Firma: our legal name is now Firma SE (formerly Firma GmbH)";
    expect(await mails("fan@follower.example")).toEqual([subject]);
    expect(await mails("dpo@c-1.example")).toEqual([subject]);
    expect(await mails("fan@suiveur.example")).toEqual([
      "Firma : notre dénomination sociale est désormais Firma SE (auparavant Firma GmbH)",
    ]);
    const [mail] = await r.messages("dpo@c-1.example");
    expect(unwrapped(mail?.text)).toContain("The registration number is the same, HRB 1: it is the same company.");
    expect(unwrapped(mail?.text)).toContain("No entry of the list changes by this.");
    expect(mail?.headers["List-Unsubscribe"]).toContain("/unsubscribe/");
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
    expect(await r.json("GET", `/v1/audit/verify?from=${head}`, 200)).toMatchObject({ ok: true });
    const later = (await r.json("GET", "/v1/audit?limit=1", 200)).data[0].hash;
    r.passHours(48);
    await r.organisation({ name: "Firma", legalName: "Firma SE" });
    expect(await r.json("GET", `/v1/audit/verify?from=${later}`, 200)).toMatchObject({ ok: true });
  });

  test("that is only now stated, or no longer, is told as that; a legal name that is the name is no news", async () => {
    const { r, mails } = await told();
    await r.organisation({ name: "Firma", address: "Elsewhere 2" });
    await r.drain();
    await r.organisation({ name: "Firma", legalName: "Firma" });
    await r.drain();
    await r.organisation({ name: "Firma", legalName: "Firma AG" });
    await r.drain();
    expect((await mails("fan@follower.example")).sort()).toEqual([
      "Firma: our legal name is now Firma AG (formerly Firma)",
      "Firma: our list no longer states our legal name (it was Firma GmbH)",
    ]);
  });

  test("whoever has left hears nothing of it, and the first name is no other", async () => {
    const r = await registry();
    await r.follower("fan@follower.example");
    await r.organisation({ name: "Firma" });
    await r.drain();
    expect(await r.messages()).toEqual([]);
  });

  test("that was told otherwise than the log says is found", async () => {
    const { r } = await told();
    await r.organisation({ name: "Firma", legalName: "Firma SE" });
    await r.drain();
    await r.db.transaction((tx) =>
      tamper(
        tx,
        `update notices set about = jsonb_set(about, '{publisher,after,name}', '"Other"') where kind = 'publisher-renamed'`,
      ),
    );
    expect((await r.json("GET", "/v1/audit/verify", 200)).firstBad).toMatchObject({ table: "notice" });
    await r.db.transaction((tx) => tamper(tx, "delete from mails where locale = 'fr'"));
    expect((await r.json("GET", "/v1/audit/verify", 200)).bad).toMatchObject([{ table: "notice" }, { table: "mail" }]);
  });
});
