import { describe, expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { sha256 } from "../src/model/values/hash.ts";
import { announced as announcedAndSent, answer, customer, organised, respondLink } from "./setup/answering.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

let made = 0;

/** An address nobody else in the run has. */
const address = () => {
  made += 1;
  return `person${made}@customer.example`;
};

const add = (r: Registry, body: Record<string, unknown>) => r.json("POST", "/v1/subscribers", 201, { body });

const announced = (r: Registry) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: vendor() });

const deliveries = (r: Registry) =>
  r.rows("select subscriber_id, email_hash, state, cause, email_id from deliveries order by id");

describe("adding", () => {
  test("someone who asked for it: active at once, and no mail", async () => {
    const r = await registry();
    const email = address();

    const subscriber = await add(r, { email, name: "Ada", locale: "fr", confirmed: true });

    expect(subscriber).toEqual({
      id: expect.any(String),
      email,
      name: "Ada",
      locale: "fr",
      products: [],
      status: "active",
      createdAt: "2026-11-21T09:00:00.000Z",
      confirmedAt: "2026-11-21T09:00:00.000Z",
      unsubscribedAt: null,
      follower: true,
      customers: [],
    });
    expect(await r.json("GET", `/v1/subscribers/${subscriber.id}`, 200)).toEqual(subscriber);
    await r.drain();
    expect(await r.messages()).toEqual([]);
  });

  test("someone else: pending, and asked by mail, which the call itself does not send", async () => {
    const r = await registry();
    const email = address();
    const kicks = r.kicks();

    expect(await add(r, { email })).toMatchObject({ status: "pending", confirmedAt: null });

    expect(await r.messages()).toEqual([]);
    expect(r.kicks()).toBe(kicks + 1);
    await r.drain();
    expect(await r.messages(email)).toMatchObject([{ text: expect.stringContaining("/confirm/") }]);
  });

  test("in the organisation's language, unless another is named", async () => {
    const r = await registry();
    await r.organisation({ defaultLocale: "fr" });

    expect(await add(r, { email: address(), confirmed: true })).toMatchObject({ locale: "fr" });
    expect(await add(r, { email: address(), confirmed: true, locale: "en" })).toMatchObject({ locale: "en" });
  });

  test("an address twice is refused, in whatever case, and changes nothing", async () => {
    const r = await registry();
    const email = address();
    await add(r, { email, confirmed: true });
    const before = await r.stored();

    for (const again of [email, email.toUpperCase().replace("@CUSTOMER.EXAMPLE", "@customer.example")]) {
      const response = await r.post("/v1/subscribers", { email: again, locale: "fr", confirmed: true });
      await expectProblem(response, 409, "email-taken", "/email");
    }
    expect(await r.stored()).toEqual(before);
  });

  test("an address twice at the same moment makes one subscriber", async () => {
    const r = await registry();
    const email = address();

    const responses = await Promise.all([1, 2, 3].map(() => r.post("/v1/subscribers", { email })));

    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await r.drain();
    expect(await r.messages(email)).toHaveLength(1);
  });
});

describe("the list", () => {
  const walk = async (r: Registry, query: string): Promise<string[]> => {
    const emails: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { data: { email: string }[]; next: string | null } = await r.json(
        "GET",
        `/v1/subscribers?${query}${next && `&cursor=${next}`}`,
        200,
      );
      emails.push(...page.data.map(({ email }) => email));
      next = page.next;
    }
    return emails;
  };

  test("is oldest first, each once, page by page, also those of one moment", async () => {
    const r = await registry();
    const emails: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      emails.push((await add(r, { email: address(), confirmed: true })).email);
      if (count % 3 === 0) r.passHours(1);
    }

    const walked = await walk(r, "limit=2");

    expect(walked.slice().sort()).toEqual(emails.slice().sort());
    expect([walked[0], walked.slice(1, 4).sort(), walked.slice(4, 7).sort()]).toEqual([
      emails[0],
      emails.slice(1, 4).sort(),
      emails.slice(4, 7).sort(),
    ]);
    expect(await walk(r, "limit=7")).toEqual(walked);
  });

  test("can be walked while people are erased", async () => {
    const r = await registry();
    const people = [];
    for (let count = 0; count < 4; count += 1) {
      people.push(await add(r, { email: address(), confirmed: true }));
      r.passHours(1);
    }
    const first = await r.json("GET", "/v1/subscribers?limit=2", 200);
    await r.json("DELETE", `/v1/subscribers/${people[1].id}`, 204);

    const second = await r.json("GET", `/v1/subscribers?limit=2&cursor=${first.next}`, 200);

    expect(second.data.map(({ id }: { id: string }) => id)).toEqual([people[2].id, people[3].id]);
  });

  test("can be asked for one status", async () => {
    const r = await registry();
    const [active, pending, gone] = [address(), address(), address()];
    await add(r, { email: active, confirmed: true });
    await add(r, { email: pending });
    await add(r, { email: gone, confirmed: true });
    await r.rows(`update subscribers set status = 'unsubscribed' where email = '${gone}'`);

    expect(await walk(r, "status=active")).toEqual([active]);
    expect(await walk(r, "status=pending")).toEqual([pending]);
    expect(await walk(r, "status=unsubscribed&limit=1")).toEqual([gone]);
  });

  test("of nobody is empty", async () => {
    const r = await registry();

    expect(await r.json("GET", "/v1/subscribers", 200)).toEqual({ data: [], next: null });
  });
});

describe("a contact", () => {
  test("is shown with the customers they stand for, and whether they follow too", async () => {
    const r = await registry();
    const [email, both] = [address(), address()];
    await add(r, { email: both, confirmed: true });
    r.passHours(1);
    for (const id of ["globex", "acme"]) {
      await r.json("PUT", `/v1/customers/${id}`, 201, { body: { name: id, contacts: [{ email }, { email: both }] } });
    }

    const { data } = await r.json("GET", "/v1/subscribers", 200);

    expect(data).toMatchObject([
      { email: both, follower: true, confirmedAt: expect.any(String), customers: ["acme", "globex"] },
      { email, follower: false, confirmedAt: null, status: "active", customers: ["acme", "globex"] },
    ]);
    expect(await r.json("GET", `/v1/subscribers/${data[1].id}`, 200)).toEqual(data[1]);
  });
});

describe("erasing", () => {
  test("takes a contact's name and address everywhere, also where they or a colleague wrote it; what they were sent stays", async () => {
    const r = await registry();
    await r.organisation({ privacyEmail: "privacy@acme.example" });
    const [email, other] = [address(), address()];
    const contacts = [
      { email, name: "Ada (Lovelace)" },
      { email: other, name: "Li" },
    ];
    await r.json("PUT", "/v1/customers/crm-1", 201, { body: { name: "Globex", contacts } });
    const { contacts: people } = await r.json("GET", "/v1/customers/crm-1", 200);
    const { id } = people.find((each: { email: string }) => each.email === email);
    await announced(r);
    await r.rows(`insert into responses (change_set, customer, on_behalf_of, subscriber_id, email_hash, kind, text, late, answered_at)
      select 1, 'crm-1', 'Ada (Lovelace), Globex', id, email_hash, 'objected', 'Believe ${email.toUpperCase()}, says Ada (Lovelace).', false, now()
      from subscribers where email = '${email}'
      union all select 1, 'crm-1', null, id, email_hash, 'asked', 'Ask ${email}. Li', false, now()
      from subscribers where email = '${other}'`);
    const key = { "idempotency-key": "a-key" };
    await r.json("POST", "/v1/subscribers", 201, { body: { email: address(), name: `not ${email}` }, headers: key });

    await r.json("DELETE", `/v1/subscribers/${id}`, 204);

    expect(await r.rows("select customer, on_behalf_of, text from responses order by kind")).toEqual([
      { customer: "crm-1", on_behalf_of: null, text: "Ask [erased]. Li" },
      { customer: "crm-1", on_behalf_of: "[erased], Globex", text: "Believe [erased], says [erased]." },
    ]);
    expect(await r.rows("select key from idempotency_keys")).toEqual([]);
    expect(await r.json("GET", "/v1/customers/crm-1", 200)).toMatchObject({ contacts: [{ email: other }] });
    const tables = await r.rows(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables) {
      if (name === "subscribers") continue; // a stranger's name, which holds the address
      const rows = JSON.stringify(await r.rows(`select * from ${name}`)).toLowerCase();
      expect(rows, String(name)).not.toContain(email);
      expect(rows, String(name)).not.toContain("lovelace");
    }
  });

  test("takes them from mails that quote what an answer or a decision said before, and from answers to repeated requests", async () => {
    const r = await organised();
    const contacts = [{ email: "ada@globex.example", name: "Ada Lovelace" }, { email: "bob@globex.example" }];
    await customer(r, "globex", [], { contacts });
    const number = await announcedAndSent(r);
    const [ada, bob] = [
      await respondLink(r, "ada@globex.example", number),
      await respondLink(r, "bob@globex.example", number),
    ];
    const say = async (link: string, kind: string, text: string) => {
      r.passHours(1);
      expect((await answer(r, link, { kind, customer: "globex", text })).status).toBe(200);
      await r.drain();
    };
    const decide = async (outcome: string, note: string) => {
      r.passHours(1);
      const [{ id }] = (await r.json("GET", "/v1/responses?outcome=open", 200)).data;
      const headers = { "idempotency-key": outcome };
      await r.json("POST", `/v1/responses/${id}/resolve`, 200, { headers, body: { outcome, note } });
      await r.drain();
    };
    // A mail breaks this line within the name.
    await say(ada, "objected", "We object. The data protection officer here, who writes this, is Ada Lovelace.");
    await decide("rejected", "As we told ada@globex.example by telephone.");
    await say(ada, "objected", "Still no.");
    await decide("exempted", "As you wish.");
    await say(bob, "asked", "Why?");
    await say(bob, "asked", "Why, and when?");
    const kept = (words: string) => r.rows(`select text from mails where text like '%${words}%'`);
    expect(await kept("is Ada\n  Lovelace.")).toHaveLength(3);
    const [person] = await r.rows("select id from subscribers where email = 'ada@globex.example'");

    await r.json("DELETE", `/v1/subscribers/${person?.id}`, 204);

    const tables = await r.rows(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await r.rows(`select * from ${name}`));
      expect(rows, String(name)).not.toMatch(/ada@globex|Lovelace/);
    }
    expect(await r.rows("select key from idempotency_keys")).toEqual([]);
    expect(await kept("Still no.")).toHaveLength(3);
    expect(await kept("Why")).toHaveLength(4);
    const redacted = await r.rows(`select r.text from audit_log l join responses r on l.subject = 'response:' || r.id
      where l.action = 'response.redacted'`);
    expect(redacted).toEqual([{ text: "Still no." }]);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
    const pack = await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer();
    expect((await verifyPack(Buffer.from(pack))).wrong).toBeNull();
  });

  test("takes a name only from answers of the person or their customers, as it is written, and records what is left", async () => {
    const r = await registry();
    const [will, colleague, other] = [address(), address(), address()];
    const contacts = [{ email: will, name: "Will" }, { email: colleague }];
    await r.json("PUT", "/v1/customers/a", 201, { body: { name: "A", contacts } });
    await r.json("PUT", "/v1/customers/b", 201, { body: { name: "B", contacts: [{ email: other }] } });
    await announced(r);
    const words = `Will says: we will object, goodWill or not. ${will.toUpperCase()}`;
    await r.rows(`insert into responses (change_set, customer, subscriber_id, email_hash, kind, text, late, answered_at)
      select 1, case email when '${other}' then 'b' else 'a' end, id, email_hash, 'objected',
        case email when '${will}' then 'We object' else '${words}' end, false, now() from subscribers`);
    await r.rows(`insert into responses (change_set, customer, email_hash, kind, text, late, answered_at)
      values (1, 'b', 'x', 'objected', 'Will object.', false, now())`);
    await r.rows(`with told as (
        insert into notices (kind, change_set, about, created_at)
        select 'receipt', 1, jsonb_build_object('response', id), now() from responses returning id
      ) insert into mails (notice_id, locale, subject, text, html, sha256, frozen_at)
        select id, 'en', 'A receipt', 'Yours', '', '', now() from told`);

    // Whoever is named no more is erased.
    await r.json("PUT", "/v1/customers/a", 200, { body: { name: "A", contacts: [{ email: colleague }] } });

    const left = "[erased] says: we will object, goodWill or not. [erased]";
    const elsewhere = "Will says: we will object, goodWill or not. [erased]";
    expect(
      await r.rows(`select r.customer, r.text, m.text as receipt from responses r join notices n on n.about ->> 'response' = r.id::text
        join mails m on m.notice_id = n.id order by r.customer, r.text collate "C"`),
    ).toEqual([
      { customer: "a", text: "We object", receipt: "Yours" },
      { customer: "a", text: left, receipt: "[erased]" },
      { customer: "b", text: "Will object.", receipt: "Yours" },
      { customer: "b", text: elsewhere, receipt: "[erased]" },
    ]);
    const entries = await r.rows(`select l.actor, l.data, r.text from audit_log l
      join responses r on l.subject = 'response:' || r.id where l.action = 'response.redacted' order by r.text collate "C"`);
    expect(entries.map(({ data, text }) => [JSON.parse(String(data)), text])).toEqual(
      [elsewhere, left].map((text) => [{ text: sha256(text), onBehalfOf: null, outcomeNote: null }, text]),
    );
    expect(entries[0]?.actor).toBe("key:ADMIN_API_KEY");
  });

  test("takes the person; the evidence keeps a keyed hash, and no address is left in any table", async () => {
    const r = await registry();
    const email = address();
    const { id } = await add(r, { email, name: "Ada Lovelace", confirmed: true });
    await announced(r);
    await r.drain();
    const [sent] = await deliveries(r);

    await r.json("DELETE", `/v1/subscribers/${id}`, 204);

    expect(await deliveries(r)).toEqual([{ ...sent, subscriber_id: null, state: "accepted" }]);
    expect(sent?.email_hash).toMatch(/^[0-9a-f]{64}$/);
    await expectProblem(await r.get(`/v1/subscribers/${id}`), 404, "not-found");
    const tables = await r.rows(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await r.rows(`select * from ${name}`));
      expect(rows, String(name)).not.toContain(email);
      expect(rows, String(name)).not.toContain("Ada Lovelace");
    }
  });

  test("skips what is owed to the person and not yet being sent", async () => {
    const r = await registry();
    const [email, other] = [address(), address()];
    const { id } = await add(r, { email, confirmed: true });
    const kept = await add(r, { email: other, confirmed: true });
    await announced(r);

    await r.json("DELETE", `/v1/subscribers/${id}`, 204);
    await r.drain();

    const states = (await deliveries(r)).map(({ subscriber_id, state, cause }) => ({ subscriber_id, state, cause }));
    expect(states).toHaveLength(2);
    expect(states).toContainEqual({ subscriber_id: null, state: "skipped", cause: "erased" });
    expect(states).toContainEqual(expect.objectContaining({ subscriber_id: kept.id, state: "accepted" }));
    expect((await r.messages()).flatMap(({ to }) => to)).toEqual([other]);
  });

  test("the same address may be added anew, and is owed only what comes after", async () => {
    const r = await registry();
    const email = address();
    const { id } = await add(r, { email, confirmed: true });
    await announced(r);
    await r.json("DELETE", `/v1/subscribers/${id}`, 204);

    const again = await add(r, { email, confirmed: true });

    expect(again.id).not.toBe(id);
    await r.drain();
    expect(await r.messages(email)).toEqual([]);
    await announced(r);
    await r.drain();
    expect(await r.messages(email)).toHaveLength(1);
    expect(new Set((await deliveries(r)).map(({ email_hash }) => email_hash)).size).toBe(1);
  });

  test("twice is a 404, and the audit log has it once, without the address", async () => {
    const r = await registry();
    const email = address();
    const { id } = await add(r, { email, confirmed: true });
    await r.json("DELETE", `/v1/subscribers/${id}`, 204);
    const before = await r.stored();

    await expectProblem(await r.call("DELETE", `/v1/subscribers/${id}`), 404, "not-found");

    expect(await r.stored()).toEqual(before);
    const entries = await r.rows("select action, subject, data from audit_log where action = 'subscriber.erased'");
    expect(entries).toEqual([{ action: "subscriber.erased", subject: `subscriber:${id}`, data: "{}" }]);
  });
});

test("no log names a person", async () => {
  const r = await registry();
  const email = address();
  const { id } = await add(r, { email, name: "Ada Lovelace" });
  await r.drain();
  await r.post("/v1/subscribers", { email });
  await r.json("DELETE", `/v1/subscribers/${id}`, 204);
  await r.rows("alter table subscribers rename to hidden_subscribers");
  await r.post("/v1/subscribers", { email });

  expect(r.logged.length).toBeGreaterThan(0);
  expect(JSON.stringify(r.logged)).not.toMatch(/person\d|\bAda\b/);
});
