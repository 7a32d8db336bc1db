import { expect, test } from "vitest";
import { takeReport } from "../src/notify/report.ts";
import { type Registry, registry } from "./setup/registry.ts";

const put = (r: Registry, id: string, ...emails: string[]) =>
  r.call("PUT", `/v1/customers/${id}`, { body: { name: id, contacts: emails.map((email) => ({ email })) } });

const csv = { "content-type": "text/csv" };

/** The customers each mail to the organisation is about. */
const told = async (r: Registry) =>
  (await r.rows("select about from notices where kind = 'unreachable' order by created_at, about::text")).map(
    ({ about }) => (about as { customers: string[] }).customers,
  );

const unreachable = async (r: Registry): Promise<string[]> =>
  (await r.json("GET", "/v1/customers?reachable=false", 200)).data.map(
    ({ externalId }: { externalId: string }) => externalId,
  );

async function start(): Promise<Registry> {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  return r;
}

const bounced = (r: Registry, to: string, id: string, type = "Permanent") =>
  takeReport(r.deps, id, {
    type: "email.bounced",
    emailId: null,
    noticeId: null,
    batchId: null,
    to,
    createdAt: new Date("2026-11-21T09:00:00Z"),
    bounce: { type, detail: "no such mailbox" },
  });

const idOf = async (r: Registry, email: string) =>
  (await r.rows(`select id from subscribers where email = '${email}'`))[0]?.id;

test("a customer put without a contact is told of once, at the organisation's own address", async () => {
  const r = await start();
  await put(r, "a");
  await put(r, "a");

  expect(await told(r)).toEqual([["a"]]);
  expect(await r.rows("select address, subscriber_id from deliveries")).toEqual([
    { address: "privacy@acme.example", subscriber_id: null },
  ]);
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({
    reachable: false,
    unreachableSince: "2026-11-21T09:00:00.000Z",
  });
});

test("the last contact who leaves makes it unreachable, not the first; coming back clears it, and the next time is told anew", async () => {
  const r = await start();
  await put(r, "a", "ada@a.example", "bob@a.example");
  expect(await told(r)).toEqual([]);

  await put(r, "a", "bob@a.example");
  expect(await unreachable(r)).toEqual([]);
  r.passHours(1);
  await put(r, "a");
  expect([await unreachable(r), await told(r)]).toEqual([["a"], [["a"]]]);
  await put(r, "a", "ada@a.example");
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({ reachable: true, unreachableSince: null });
  r.passHours(1);
  await put(r, "a");
  expect(await told(r)).toEqual([["a"], ["a"]]);
});

test("a permanent bounce of the only contact does, a full mailbox does not, and lifting it takes it back", async () => {
  const r = await start();
  await put(r, "a", "ada@a.example");
  await put(r, "b", "ada@a.example");

  await bounced(r, "ada@a.example", "evt-1", "Transient");
  expect(await unreachable(r)).toEqual([]);
  await bounced(r, "Ada@a.example", "evt-2");
  await bounced(r, "ada@a.example", "evt-3");

  expect([await unreachable(r), await told(r)]).toEqual([["a", "b"], [["a", "b"]]]);
  expect((await r.json("GET", "/v1/customers/a", 200)).contacts).toMatchObject([
    { suppressed: true, status: "active" },
  ]);
  const { data } = await r.json("GET", "/v1/suppressions", 200);
  await r.json("POST", `/v1/suppressions/${data[0].id}/lift`, 204, { body: { reason: "A new mailbox" } });
  expect(await unreachable(r)).toEqual([]);
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({ unreachableSince: null });
});

test("erasing the only contact does", async () => {
  const r = await start();
  await put(r, "a", "ada@a.example");

  await r.json("DELETE", `/v1/subscribers/${await idOf(r, "ada@a.example")}`, 204);

  expect([await unreachable(r), await told(r)]).toEqual([["a"], [["a"]]]);
});

test("two contacts who bounce at the same moment leave nobody, and that is told once", async () => {
  const r = await start();
  await put(r, "a", "ada@a.example", "bob@a.example");

  await Promise.all([bounced(r, "ada@a.example", "evt-1"), bounced(r, "bob@a.example", "evt-2")]);

  expect([await unreachable(r), await told(r)]).toEqual([["a"], [["a"]]]);
});

test("an import that leaves five hundred customers without a contact is one mail", async () => {
  const r = await start();
  const file = ["externalId,name,email", ...Array.from({ length: 500 }, (_, n) => `c-${1000 + n},Customer ${n},`)].join(
    "\n",
  );

  await r.json("POST", "/v1/customers/import", 200, { headers: csv, body: file });

  const mails = await told(r);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toHaveLength(500);
});

test("without an address of the organisation nobody is told, and it is noted all the same", async () => {
  const r = await registry();
  await put(r, "a");

  expect(await told(r)).toEqual([]);
  expect(await r.json("GET", "/v1/customers/a", 200)).toMatchObject({ unreachableSince: expect.any(String) });
});
