import { expect, test } from "vitest";
import type { DeliveryState } from "../src/model/people/delivery.ts";
import { hashEmail } from "../src/model/values/hash.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS, type Outcome } from "../src/notify/mailer.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { signed, WEBHOOK_SECRET } from "./setup/webhook.ts";

const ADDRESS = "dpo@customer.example";

type Bounce = { type: string; subType?: string; message?: string };
type About = {
  emailId?: string;
  noticeId?: string;
  batchId?: string;
  to?: string;
  bounce?: Bounce;
  suppressed?: { type: string; message: string };
  failed?: { reason: string };
};

const event = (type: string, { emailId, noticeId, batchId, to = ADDRESS, ...said }: About = {}) =>
  JSON.stringify({
    type,
    created_at: "2026-11-21T09:00:01.000Z",
    data: {
      email_id: emailId,
      to: [to],
      tags: { notice: noticeId, batch: batchId },
      ...said,
    },
  });

let sent = 0;

const post = (r: Registry, body: string, headers = signed(body)) =>
  r.call("POST", "/hooks/resend", { key: null, headers, body });

/** Posts a report under an event id of its own, and expects it to be taken. */
async function report(r: Registry, type: string, about: About): Promise<void> {
  sent += 1;
  const body = event(type, about);
  expect((await post(r, body, signed(body, { id: `msg_own_${sent}` }))).status).toBe(200);
}

const announce = (r: Registry) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });

const deliveries = (r: Registry) => r.rows("select * from deliveries order by state_at, id");

async function delivery(r: Registry) {
  const [only, ...more] = await deliveries(r);
  if (!only || more.length > 0) throw new Error(`There are ${more.length + (only ? 1 : 0)} deliveries`);
  return only as { id: string; state: string; cause: string | null; email_id: string; notice_id: string };
}

/** One follower, who was sent one notice. */
async function notified() {
  const r = await registry();
  await r.follower(ADDRESS);
  await announce(r);
  await r.drain();
  const { email_id: emailId, notice_id: noticeId } = await delivery(r);
  return { r, emailId, noticeId };
}

/** One follower, and a notice whose attempts have had this outcome so far. */
async function attempted(outcome: Outcome) {
  const r = await registry();
  await r.follower(ADDRESS);
  await announce(r);
  let key = "";
  const mailer: Mailer = {
    send: async (_mails, batch) => {
      key = batch;
      return { outcome, limits: NO_LIMITS };
    },
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  const { notice_id: noticeId } = await delivery(r);
  return { r, noticeId, batchId: key };
}

const eventsOf = async (r: Registry) =>
  (await r.rows("select state, cause from delivery_events order by id")).map(({ state, cause }) => [state, cause]);

test("a report moves its delivery forward, once, whatever its event is sent again", async () => {
  const { r, emailId } = await notified();
  const body = event("email.delivered", { emailId });
  const headers = signed(body);
  expect((await post(r, body, headers)).status).toBe(200);
  expect((await delivery(r)).state).toBe("delivered");
  const stored = await r.stored();
  expect((await post(r, body, headers)).status, "the same event again").toBe(200);
  expect(await Promise.all([post(r, body), post(r, body)]), "and signed anew").toMatchObject([
    { status: 200 },
    { status: 200 },
  ]);
  expect(await r.stored()).toEqual(stored);
  expect(await eventsOf(r)).toEqual([
    ["accepted", null],
    ["delivered", null],
  ]);
});

test("two copies of an event that arrive at once count as one", async () => {
  const { r, emailId } = await notified();
  const body = event("email.bounced", { emailId, bounce: { type: "Permanent" } });
  const answers = await Promise.all(Array.from({ length: 4 }, () => post(r, body)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await eventsOf(r)).toHaveLength(2);
  expect(await r.rows("select 1 from provider_events")).toHaveLength(1);
  expect(await r.rows("select 1 from suppressions")).toHaveLength(1);
});

const otherSecret = `whsec_${Buffer.from("a secret that is not the registry's").toString("base64")}`;

test.each<[string, (body: string) => Record<string, string>]>([
  ["without a signature", () => ({ "content-type": "application/json" })],
  ["without an id", (body) => ({ ...signed(body, { id: "" }), "svix-id": "" })],
  ["without a time", (body) => ({ ...signed(body), "svix-timestamp": "" })],
  ["with a time that is none", (body) => ({ ...signed(body), "svix-timestamp": "yesterday" })],
  ["with a signature that is none", (body) => ({ ...signed(body), "svix-signature": "v1,AAAA" })],
  [
    "with the signature of another version",
    (body) => {
      const headers = signed(body);
      return { ...headers, "svix-signature": String(headers["svix-signature"]).replace("v1,", "v2,") };
    },
  ],
  ["signed with another secret", (body) => signed(body, { secret: otherSecret })],
  ["six minutes old", (body) => signed(body, { ageSeconds: 360 })],
  ["six minutes in the future", (body) => signed(body, { ageSeconds: -360 })],
  ["with another body than was signed", (body) => signed(body.replace("delivered", "bounced"))],
  ["under another id than was signed", (body) => ({ ...signed(body), "svix-id": "msg_2" })],
  [
    "at another time than was signed",
    (body) => {
      const headers = signed(body);
      return { ...headers, "svix-timestamp": String(Number(headers["svix-timestamp"]) + 1) };
    },
  ],
])("a report %s is refused, and changes nothing", async (_, headersOf) => {
  const { r, emailId } = await notified();
  const stored = await r.stored();
  const body = event("email.delivered", { emailId });
  await expectProblem(await post(r, body, headersOf(body)), 401, "unauthenticated");
  expect(await r.stored()).toEqual(stored);
});

test("the limit of a report's age is five minutes", async () => {
  const { r, emailId } = await notified();
  const body = event("email.delivered", { emailId });
  expect((await post(r, body, signed(body, { ageSeconds: 290 }))).status).toBe(200);
});

test("a registry without a webhook secret takes no report", async () => {
  const r = await registry({ config: { resend: { apiKey: "re_test", baseUrl: null, webhookSecrets: [] } } });
  const body = event("email.delivered");
  await expectProblem(await post(r, body), 401, "unauthenticated");
});

test("while one secret replaces another both are taken, and afterwards only the new one", async () => {
  const { r, emailId } = await notified();
  const { resend } = r.deps.config;
  const body = event("email.delivered", { emailId });
  const status = async (secret: string, id: string) => (await post(r, body, signed(body, { id, secret }))).status;
  Object.assign(resend, { webhookSecrets: [otherSecret, WEBHOOK_SECRET] });
  expect([await status(WEBHOOK_SECRET, "msg_old"), await status(otherSecret, "msg_new")]).toEqual([200, 200]);
  Object.assign(resend, { webhookSecrets: [otherSecret] });
  expect([await status(WEBHOOK_SECRET, "msg_old_2"), await status(otherSecret, "msg_new_2")]).toEqual([401, 200]);
});

test("of several signatures, as Svix sends during its own rotation, one that is right is enough", async () => {
  const { r, emailId } = await notified();
  const body = event("email.delivered", { emailId });
  const wrong = signed(body, { secret: otherSecret });
  const headers = signed(body);
  headers["svix-signature"] = `${wrong["svix-signature"]} ${headers["svix-signature"]}`;
  expect((await post(r, body, headers)).status).toBe(200);
});

test("a report of 5 MB is refused before it is read", async () => {
  const { r } = await notified();
  const stored = await r.stored();
  const body = event("email.delivered", { to: "a".repeat(5 * 1024 * 1024) });
  await expectProblem(await post(r, body), 413, "body-too-large");
  expect(await r.stored()).toEqual(stored);
});

test.each(["email.opened", "email.clicked", "contact.created", "constructor", "__proto__", ""])(
  "a report of type %j says nothing of a delivery: it is answered, and nothing is kept",
  async (type) => {
    const { r, emailId } = await notified();
    const stored = await r.stored();
    expect((await post(r, event(type, { emailId }))).status).toBe(200);
    expect(await r.stored()).toEqual(stored);
  },
);

test.each(["null", "[]", '"text"', "{}", '{"type":"email.delivered"}', '{"type":"email.delivered","data":{"to":[]}}'])(
  "a signed body of %s breaks nothing",
  async (body) => {
    const { r } = await notified();
    expect((await post(r, body)).status).toBeLessThan(500);
    expect((await delivery(r)).state).toBe("accepted");
  },
);

test("a report of a mail nobody knows is kept, unmatched and without an address", async () => {
  const { r } = await notified();
  await report(r, "email.delivered", { emailId: crypto.randomUUID(), to: "stranger@elsewhere.example" });
  expect((await delivery(r)).state).toBe("accepted");
  expect(await r.rows("select type, delivery_id, email_hash from provider_events")).toEqual([
    {
      type: "email.delivered",
      delivery_id: null,
      email_hash: hashEmail(r.deps.config.tokenSecret, "stranger@elsewhere.example"),
    },
  ]);
});

test("a report of somebody else's mail, to several people, keeps none of them from their notices", async () => {
  const { r } = await notified();
  const gone = { type: "Permanent", message: "550 <gone@elsewhere.example> is unknown" };
  await report(r, "email.bounced", { emailId: crypto.randomUUID(), bounce: gone });
  await report(r, "email.complained", { emailId: crypto.randomUUID() });
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toEqual([]);
  await announce(r);
  await r.drain();
  expect(await r.messages(ADDRESS)).toHaveLength(2);
});

test("what is kept of reports holds no address, whatever the provider's message says", async () => {
  const { r, emailId } = await notified();
  const message = `550 5.1.1 <${ADDRESS}>: "${ADDRESS}" is unknown here, as is sean.o'hara@customer.example`;
  await report(r, "email.bounced", { emailId, bounce: { type: "Permanent", message } });
  await report(r, "email.bounced", { to: `Data Protection <${ADDRESS}>`, bounce: { type: "Transient", message } });
  for (const table of ["provider_events", "deliveries", "delivery_events", "suppressions", "audit_log"]) {
    expect(JSON.stringify(await r.rows(`select * from ${table}`)), table).not.toContain("customer.example");
  }
  expect((await delivery(r)).cause).toBe(
    'Permanent: 550 5.1.1 <[address]>: "[address]" is unknown here, as is [address]',
  );
  expect(JSON.stringify(r.logged)).not.toContain("customer.example");
});

// Reports in the order of their arrival, and where the delivery is after each.
const arrivals: [string[], DeliveryState[]][] = [
  [["email.sent"], ["accepted"]],
  [["email.delivery_delayed"], ["accepted"]],
  [
    ["email.delivered", "email.sent"],
    ["delivered", "delivered"],
  ],
  [
    ["email.delivered", "email.delivery_delayed"],
    ["delivered", "delivered"],
  ],
  [["email.failed"], ["failed"]],
  [
    ["email.failed", "email.sent"],
    ["failed", "failed"],
  ],
  [["email.suppressed"], ["suppressed"]],
  [
    ["email.suppressed", "email.sent"],
    ["suppressed", "suppressed"],
  ],
  [
    ["email.bounced", "email.sent"],
    ["bounced", "bounced"],
  ],
  [
    ["email.bounced", "email.delivered"],
    ["bounced", "bounced"],
  ],
  [
    ["email.delivered", "email.bounced"],
    ["delivered", "bounced"],
  ],
  [
    ["email.complained", "email.delivered", "email.sent"],
    ["complained", "complained", "complained"],
  ],
  [
    ["email.delivered", "email.complained", "email.bounced"],
    ["delivered", "complained", "complained"],
  ],
];

test.each(arrivals)("after the reports %j a delivery is %j, step by step", async (types, states) => {
  const { r, emailId } = await notified();
  const after: unknown[] = [];
  for (const type of types) {
    await report(r, type, { emailId, ...(type === "email.bounced" ? { bounce: { type: "Transient" } } : {}) });
    after.push((await delivery(r)).state);
  }
  expect(after).toEqual(states);
  const moved = ["accepted", ...states].filter((state, index, all) => state !== all[index - 1]);
  expect(
    (await eventsOf(r)).map(([state]) => state),
    "each step is recorded, and only steps are",
  ).toEqual(moved);
});

test("a report that comes before the answer of its attempt settles the delivery by its tag, and the answer takes nothing back", async () => {
  const r = await registry();
  await r.follower(ADDRESS);
  await announce(r);
  const { notice_id: noticeId } = await delivery(r);
  const early: Mailer = {
    async send(mails, batchId) {
      const answer = await r.deps.mailer.send(mails, batchId);
      const { outcome } = answer;
      const first = outcome.kind === "accepted" ? outcome.mails[0] : undefined;
      const emailId = first && "emailId" in first ? first.emailId : "";
      await report(r, "email.delivered", { emailId, noticeId, batchId });
      return answer;
    },
  };
  await drain({ ...r.deps, mailer: early }, { budgetMs: 10_000 });
  const [mail] = await r.messages();
  expect(await delivery(r)).toMatchObject({ state: "delivered", email_id: mail?.id });
  expect(await r.rows("select state from batches")).toEqual([{ state: "sent" }]);
});

test("a report settles a delivery whose attempt was never answered", async () => {
  const { r, noticeId, batchId } = await attempted({ kind: "unknown", because: "no answer in time" });
  const emailId = crypto.randomUUID();
  await report(r, "email.delivered", { emailId, noticeId, batchId });
  expect(await delivery(r)).toMatchObject({ state: "delivered", email_id: emailId });
});

test("a report settles a delivery that has been uncertain since its key expired", async () => {
  const { r, noticeId, batchId } = await attempted({ kind: "unknown", because: "no answer in time" });
  r.passHours(24);
  await r.drain();
  expect((await delivery(r)).state).toBe("uncertain");
  expect(await r.messages(), "never sent again").toEqual([]);
  r.passHours(24);
  await report(r, "email.delivered", { emailId: crypto.randomUUID(), noticeId, batchId });
  expect((await delivery(r)).state).toBe("delivered");
  expect((await eventsOf(r)).map(([state]) => state)).toEqual(["uncertain", "delivered"]);
  expect((await r.json("GET", "/v1/sending", 200)).uncertain, "nothing is left to decide").toEqual({
    batches: 0,
    deliveries: 0,
  });
});

test("a tag of another notice, or of somebody else, settles nothing", async () => {
  const { r, noticeId, batchId } = await attempted({ kind: "unknown", because: "no answer in time" });
  await report(r, "email.delivered", { noticeId: crypto.randomUUID(), batchId });
  await report(r, "email.delivered", { noticeId: "not a uuid", batchId });
  await report(r, "email.delivered", { noticeId, batchId, to: "other@customer.example" });
  expect((await delivery(r)).state).toBe("pending");
});

test.each([
  ["email.bounced", { bounce: { type: "Permanent" } }, ["bounced"]],
  ["email.bounced", { bounce: { type: "Transient" } }, []],
  ["email.bounced", { bounce: { type: "Undetermined" } }, []],
  ["email.bounced", {}, []],
  ["email.complained", {}, ["complained"]],
  ["email.suppressed", {}, ["suppressed"]],
  ["email.failed", {}, []],
  ["email.delivery_delayed", {}, []],
])("after %s %j the address is suppressed because of: %j", async (type, about, reasons) => {
  const { r, emailId } = await notified();
  await report(r, type, { emailId, ...about });
  const { data } = await r.json("GET", "/v1/suppressions", 200);
  expect(data.map(({ reason }: { reason: string }) => reason)).toEqual(reasons);
  await announce(r);
  await r.drain();
  expect(await r.messages(ADDRESS)).toHaveLength(reasons.length > 0 ? 1 : 2);
});

test("what the provider holds back by its own list is listed as that, with what it says; so is why a mail failed", async () => {
  const { r, emailId } = await notified();
  await report(r, "email.failed", { emailId, failed: { reason: "reached_daily_quota" } });
  expect(await eventsOf(r)).toContainEqual(["failed", "reached_daily_quota"]);
  await announce(r);
  await r.drain();
  const [{ id } = {}] = await r.rows("select email_id as id from deliveries where state = 'accepted'");
  const suppressed = { type: "OnAccountSuppressionList", message: `<${ADDRESS}> bounced before` };
  await report(r, "email.suppressed", { emailId: String(id), suppressed });
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toMatchObject([
    { email: ADDRESS, reason: "suppressed", detail: "OnAccountSuppressionList: <[address]> bounced before" },
  ]);
  r.passHours(1);
  await announce(r);
  expect((await deliveries(r)).at(-1)).toMatchObject({ state: "suppressed", cause: "suppressed" });
});

test("a notice that was owed, but not yet sent, when its reader complained is not sent", async () => {
  const { r, emailId } = await notified();
  await announce(r);
  await report(r, "email.complained", { emailId });
  await r.drain();
  expect(await r.messages(ADDRESS)).toHaveLength(1);
  expect((await deliveries(r)).map(({ state, cause }) => [state, cause]).sort()).toEqual([
    ["complained", null],
    ["suppressed", "suppressed"],
  ]);
});

/** A follower whose mail bounced for good. */
async function bounced() {
  const { r, emailId } = await notified();
  await report(r, "email.bounced", { emailId, bounce: { type: "Permanent", message: "No such user" } });
  const { data } = await r.json("GET", "/v1/suppressions", 200);
  return { r, suppression: data[0] as { id: string } };
}

const idOf = async (r: Registry) => (await r.json("GET", "/v1/subscribers", 200)).data[0].id as string;

const follow = async (r: Registry) => {
  expect((await r.call("POST", "/subscribe", { key: null, body: { email: ADDRESS.toUpperCase() } })).status).toBe(202);
  await r.drain();
};

const oneClick = { key: null, headers: { "content-type": "application/x-www-form-urlencoded" } };

test.each(["unsubscribed", "was erased"])(
  "suppression outlives its address: whoever %s and follows again gets nothing, and the delivery says why",
  async (left) => {
    const { r } = await bounced();
    const link = /\/unsubscribe\/[\w-]+/.exec((await r.messages(ADDRESS))[0]?.text ?? "")?.[0] ?? "";
    if (left === "unsubscribed") expect((await r.call("POST", link, oneClick)).status).toBe(200);
    else await r.json("DELETE", `/v1/subscribers/${await idOf(r)}`, 204);
    r.passHours(1);
    await follow(r);
    expect(await r.messages(), "only the first notice").toHaveLength(1);
    expect((await deliveries(r)).at(-1)).toMatchObject({ state: "suppressed", cause: "bounced" });
    expect((await eventsOf(r)).at(-1)).toEqual(["suppressed", "bounced"]);
  },
);

test("a suppression is listed with its address while that is known, and without it after the erasure", async () => {
  const { r, suppression } = await bounced();
  const listed = { id: suppression.id, email: ADDRESS, reason: "bounced", detail: "Permanent: No such user" };
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toMatchObject([listed]);
  await r.json("DELETE", `/v1/subscribers/${await idOf(r)}`, 204);
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toMatchObject([{ ...listed, email: null }]);
});

test("suppressions are listed in pages, oldest first, each once", async () => {
  const r = await registry();
  for (let index = 0; index < 5; index += 1) {
    await report(r, "email.complained", { to: `p${index}@customer.example` });
    if (index % 2 === 0) r.passHours(1); // some at the same instant
  }
  const seen: string[] = [];
  for (let path: string | null = "/v1/suppressions?limit=2"; path !== null; ) {
    const { data, next } = await r.json("GET", path, 200);
    expect(data.length).toBeLessThanOrEqual(2);
    seen.push(...data.map(({ id }: { id: string }) => id));
    path = next === null ? null : `/v1/suppressions?limit=2&cursor=${encodeURIComponent(next)}`;
  }
  const all = await r.rows("select id from suppressions order by since, id");
  expect(seen).toEqual(all.map(({ id }) => id));
  await expectProblem(await r.get("/v1/suppressions?cursor=nonsense"), 422, "invalid-request");
});

test("a suppression is lifted with a reason, which is audited, and mail flows again", async () => {
  const { r, suppression } = await bounced();
  await r.json("POST", `/v1/suppressions/${suppression.id}/lift`, 204, { body: { reason: "The mailbox exists now." } });
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toEqual([]);
  expect(await r.rows("select actor, action, data from audit_log order by sequence desc limit 1")).toEqual([
    {
      actor: expect.stringMatching(/^key:/),
      action: "address.unsuppressed",
      data: '{"reason":"The mailbox exists now."}',
    },
  ]);
  await announce(r);
  await r.drain();
  expect(await r.messages(ADDRESS)).toHaveLength(2);
});

test("lifting asks for a reason, for the right to, and for a suppression", async () => {
  const { r, suppression } = await bounced();
  const path = `/v1/suppressions/${suppression.id}/lift`;
  await expectProblem(await r.post(path, {}), 422, "invalid-request", "/reason");
  await expectProblem(await r.post(path, { reason: "" }), 422, "invalid-request", "/reason");
  const key = await r.key("read", "write", "announce");
  await expectProblem(await r.post(path, { reason: "Because" }, { key }), 403, "insufficient-scope");
  await expectProblem(
    await r.post(`/v1/suppressions/${crypto.randomUUID()}/lift`, { reason: "Because" }),
    404,
    "not-found",
  );
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toHaveLength(1);
});

test("an address that bounces again after it was lifted is suppressed again", async () => {
  const { r, suppression } = await bounced();
  await r.json("POST", `/v1/suppressions/${suppression.id}/lift`, 204, { body: { reason: "Try again." } });
  await announce(r);
  await r.drain();
  const emailId = String((await deliveries(r)).find(({ state }) => state === "accepted")?.email_id);
  await report(r, "email.bounced", { emailId, bounce: { type: "Permanent" } });
  expect((await r.json("GET", "/v1/suppressions", 200)).data).toHaveLength(1);
});

test("a batch without an outcome of which every mail was reported is done with, not uncertain", async () => {
  const { r, noticeId, batchId } = await attempted({ kind: "unknown", because: "no answer in time" });
  await report(r, "email.delivered", { noticeId, batchId, emailId: "re_1" });
  r.passHours(23.5);
  await r.drain();
  expect((await delivery(r)).state).toBe("delivered");
  expect((await r.json("GET", "/v1/sending", 200)).uncertain).toEqual({ batches: 0, deliveries: 0 });
  expect(await r.rows("select state, body from batches")).toEqual([{ state: "sent", body: null }]);
});

test("a bounce whose words cannot be stored as they are is taken all the same", async () => {
  const { r, emailId } = await notified();
  const message = `\0${"x".repeat(249)}\u{1f600}`;
  await report(r, "email.bounced", { emailId, bounce: { type: "Permanent", message } });
  expect((await delivery(r)).state).toBe("bounced");
});

test("tags that are no tags are a report of nothing known", async () => {
  const { r } = await notified();
  const body = JSON.stringify({
    type: "email.delivered",
    created_at: "2026-11-21T09:00:01.000Z",
    data: { tags: [null] },
  });
  expect((await post(r, body)).status).toBe(200);
});
