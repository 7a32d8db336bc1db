import { expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";

const EMAIL = "jan.jansen@hosting.example";
const URL = "https://hosting.example/people/jan";
const NAME = "Jan O’Jansen & Zn";

const document = (more = {}) => ({
  ...vendor(
    {
      name: "Hosting",
      legalName: "Hosting BV",
      slug: "hosting",
      contact: { name: NAME, email: EMAIL, url: URL },
      ...more,
    },
    {
      note: `Ask ${NAME} first, or write to ${EMAIL.toUpperCase()}.`,
    },
  ),
});

/** Two versions of a vendor with a contact person, told to a follower and a customer's contact; one corrected in words. */
async function published(): Promise<Registry> {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  await r.listed(vendor({ name: "Other", contact: { name: NAME } }));
  await r.follower("fan@follower.example");
  await customer(r, "c-1", { contacts: ["dpo@c-1.example"] });
  const url = "/v1/vendors?announce=true&effectiveOn=2027-06-01";
  await r.json("POST", url, 201, { body: document() });
  await r.drain();
  await r.json("POST", "/v1/change-sets/2/correction", 201, { body: { text: `It is ${NAME} who answers.` } });
  await r.drain();
  return r;
}

const erase = (r: Registry, value: string) =>
  r.json("POST", "/v1/vendors/hosting/redact", 200, { body: { value, reason: "Asked for." } });

/** Everything that is stored, as text; the mails' bytes unpacked where they are. */
async function stored(r: Registry): Promise<string> {
  const tables = await r.rows("select table_name as name from information_schema.tables where table_schema = 'public'");
  const texts = await Promise.all(
    tables.map(async ({ name }) => JSON.stringify(await r.rows(`select t::text as row from ${name} t`))),
  );
  return texts.join("\n");
}

test("a contact person is erased from every version, list, mail and correction; all of it still verifies", async () => {
  const r = await published();
  const head = (await r.json("GET", "/v1/audit?limit=1", 200)).data[0].hash;
  const before = Object.fromEntries(
    (await r.rows("select number, hash from snapshots")).map((row) => [row.number, row.hash]),
  );

  expect(await erase(r, NAME)).toEqual({ snapshots: 2, changeSets: 1, mails: 4 });
  expect(await erase(r, EMAIL)).toEqual({ snapshots: 3, changeSets: 1, mails: 2 });

  const all = await stored(r);
  expect(all.toLowerCase()).not.toContain(EMAIL);
  // Of another vendor it stays: there it is for that vendor to say.
  expect(all.split(NAME).length).toBeGreaterThan(1);
  const { after } = (await r.rows("select after from changes where change_set = 2"))[0] as {
    after: Record<string, unknown>;
  };
  expect(after).toMatchObject({ contact: { name: "[erased]", email: "[erased]" } });
  expect(JSON.stringify(after)).not.toContain("Jansen");
  const mails = JSON.stringify(await r.rows("select subject, text, html from mails"));
  expect(mails).not.toContain("Jansen");
  expect(mails).toContain("[erased]");
  expect(JSON.stringify(await r.rows("select about from notices"))).not.toContain("Jansen");
  for (const { number, hash } of await r.rows("select number, hash from snapshots"))
    if (before[number as string]) expect(hash).toBe(before[number as string]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
  expect(await r.json("GET", `/v1/audit/verify?from=${head}`, 200)).toMatchObject({ ok: true, bad: [] });
  const pack = await verifyPack(Buffer.from(await (await r.get("/v1/change-sets/2/evidence.zip")).arrayBuffer()));
  expect(pack.wrong).toBe(null);
  expect(pack.excepted.join("\n")).toMatch(/snapshots\/.*something of it was erased/);
});

test("what is left reads on everywhere, and the vendor can be edited", async () => {
  const r = await published();
  await erase(r, EMAIL);
  await erase(r, URL);

  const shown = await r.json("GET", "/v1/vendors/hosting", 200);
  expect(shown.contact).toEqual({ name: NAME });
  expect((await r.json("GET", "/v1/change-sets/2", 200)).changes[0].after.contact).toEqual({ name: NAME });
  const evidence = await r.json("GET", "/v1/change-sets/2/evidence", 200);
  expect(evidence.changeSet.changes[0].after.contact).toEqual({ name: NAME });
  expect((await r.get("/changes/2")).status).toBe(200);
  expect(
    (await (await r.get("/subprocessors.json?at=2027-06-01")).json()).vendors.map(
      (each: { slug: string }) => each.slug,
    ),
  ).toContain("hosting");
  await r.json("PATCH", "/v1/vendors/hosting", 200, { body: { contact: { name: "Privacy desk" } } });
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("a page that was read before shows the person no more", async () => {
  const r = await published();
  expect(await (await r.get("/?at=2027-06-01")).text()).toContain(EMAIL);
  await erase(r, EMAIL);
  expect((await (await r.get("/?at=2027-06-01")).text()).toLowerCase()).not.toContain(EMAIL);
});

test("mails that were not sent yet are made without the person", async () => {
  const r = await published();
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-07-01", 201, {
    body: { ...document({ name: "Second", legalName: "Second BV", slug: "second" }) },
  });
  await r.json("POST", "/v1/vendors/second/redact", 200, { body: { value: EMAIL, reason: "Asked for." } });
  await r.drain();
  const [mail] = (await r.messages("fan@follower.example")).filter(({ subject }) => subject.includes("Second"));
  expect(mail?.text.toLowerCase()).not.toContain(EMAIL);
});

test("what names nobody there, the vendor's own name, and a reason that names the person are refused, and nothing is written", async () => {
  const r = await published();
  const before = await r.stored();
  const call = (slug: string, body: unknown) => r.post(`/v1/vendors/${slug}/redact`, body);

  await expectProblem(await call("nobody", { value: EMAIL, reason: "x" }), 404, "not-found");
  await expectProblem(await call("hosting", { value: "France", reason: "x" }), 422, "invalid-request", "/value");
  await expectProblem(await call("hosting", { value: "Jan O’Jan", reason: "x" }), 422, "invalid-request", "/value");
  await expectProblem(await call("hosting", { value: "hosting  bv", reason: "x" }), 422, "invalid-request", "/value");
  await expectProblem(await call("hosting", { value: "a".repeat(501), reason: "x" }), 422, "invalid-request", "/value");
  await expectProblem(
    await call("hosting", { value: EMAIL, reason: `For ${EMAIL}` }),
    422,
    "invalid-request",
    "/reason",
  );
  await expectProblem(await call("hosting", { value: EMAIL }), 422, "invalid-request", "/reason");
  expect(await r.stored()).toEqual(before);
});

test.each([
  ["snapshot", "update snapshots set content = replace(content, '[erased]', 'Somebody')"],
  ["change-set", `update changes set after = jsonb_set(after, '{contact,name}', '"Somebody"') where change_set = 2`],
  ["mail", "update mails set text = replace(text, '[erased]', 'Somebody') where text like '%[erased]%'"],
  ["notice", `update notices set about = jsonb_set(about, '{text}', '"Somebody"') where kind = 'correction'`],
])("what is written into what was left of a %s is found", async (table, statement) => {
  const r = await published();
  await erase(r, NAME);
  await r.db.transaction((tx) => tamper(tx, statement));
  const { bad } = await r.json("GET", "/v1/audit/verify", 200);
  expect(bad.map((fault: { table: string }) => fault.table)).toContain(table);
});
