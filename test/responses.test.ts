import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashEmail } from "../src/model/values/hash.ts";
import { signToken } from "../src/model/values/token.ts";
import { announced, answer, customer, organised, respondLink, responsesOf, subjects } from "./setup/answering.ts";
import { expectProblem, type Registry } from "./setup/registry.ts";

const DPO = "dpo@globex.example";
const PRIVACY = "privacy@acme.example";

/** One customer with one contact, who was told of a change; their last day to object is 21 December. */
async function told(terms: Record<string, unknown> = {}, settings: Record<string, unknown> = {}) {
  const r = await organised(settings);
  await customer(r, "globex", [DPO], terms);
  const number = await announced(r);
  return { r, number, link: await respondLink(r, DPO, number) };
}

const html = async (r: Registry, link: string) => (await r.get(link, { key: null })).text();
const objection = (text: string, more: Record<string, string> = {}) => ({
  kind: "objected",
  customer: "globex",
  text,
  ...more,
});
const acknowledged = { kind: "acknowledged", customer: "globex", text: "" };

describe("the page of a link to respond", () => {
  test("names the company, the change, from when, the customer's own last day to object, and on whose behalf", async () => {
    const { r, link } = await told({ objectionPeriod: { days: 10, basis: "business" } });
    const page = await html(r, link);
    for (const part of ["Acme", "Added: HubSpot", "31 December 2026", "4 December 2026", "globex Ltd"]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain("21 December 2026");
    for (const kind of ["acknowledged", "asked", "objected"]) expect(page).toContain(`value="${kind}"`);
    expect(page).not.toContain('value="approved"');
    expect(page).not.toContain("<script");
  });

  test("speaks its reader's language, or that of the address", async () => {
    const { r, link } = await told();
    await r.rows("update subscribers set locale = 'fr'");
    expect(await html(r, link)).toContain("Nous émettons une objection");
    expect(await html(r, `${link}?lang=en`)).toContain("We object");
  });

  test("changes nothing when it is opened, however often: scanners open every link", async () => {
    const { r, link } = await told();
    const before = await r.stored();
    for (const method of ["GET", "HEAD"]) expect((await r.call(method, link, { key: null })).status).toBe(200);
    expect((await r.get(`${link}/calendar.ics`, { key: null })).status).toBe(200);
    expect(await r.stored()).toEqual(before);
  });

  test("is not found under a link that is altered, cut, made for another purpose, or of an erased person", async () => {
    const { r, number, link } = await told();
    const token = link.split("/").at(-1) ?? "";
    const [subscriber] = await r.rows(`select id from subscribers where email = '${DPO}'`);
    const { tokenSecret } = r.deps.config;
    const altered = `${token.slice(0, 8)}${token[8] === "A" ? "B" : "A"}${token.slice(9)}`;
    for (const bad of [
      altered,
      token.slice(0, -2),
      `${token}AA`,
      signToken(tokenSecret, "subscription", String(subscriber?.id), r.deps.clock.now()),
      signToken(tokenSecret, "respond", String(subscriber?.id), r.deps.clock.now()),
      signToken("another secret", "respond", String(subscriber?.id), r.deps.clock.now()),
    ]) {
      expect((await r.get(`/respond/${bad}`, { key: null })).status).toBe(404);
      expect((await r.get(`/respond/${bad}/calendar.ics`, { key: null })).status).toBe(404);
      expect((await answer(r, `/respond/${bad}`, acknowledged)).status).toBe(404);
    }
    expect(await responsesOf(r, `?changeSet=${number}`)).toEqual([]);

    await r.json("DELETE", `/v1/subscribers/${subscriber?.id}`, 204);
    expect((await r.get(link, { key: null })).status).toBe(404);
    expect((await answer(r, link, acknowledged)).status).toBe(404);
  });

  test("under a link that was cut says how to answer all the same", async () => {
    const { r, link } = await told();
    const cut = await html(r, link.slice(0, -1));
    expect(cut).toContain("reply to the mail it came in");
    expect(cut).not.toContain("leave your address");
  });

  test("of a change that was withdrawn says so, and takes no answer", async () => {
    const { r, number, link } = await told();
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    const page = await html(r, link);
    expect(page).toContain("withdrawn");
    expect(page).not.toContain("<textarea");
    const before = await r.stored();
    expect((await answer(r, link, acknowledged)).status).toBe(409);
    expect(await r.stored()).toEqual(before);
  });
});

describe("an answer", () => {
  test("is recorded, shown again, and confirmed by a receipt whose link leads back to it", async () => {
    const { r, number, link } = await told();
    const done = await answer(r, link, { kind: "asked", customer: "globex", text: "Which\r\nregion?" });
    expect(done.status).toBe(200);
    expect(await responsesOf(r)).toMatchObject([
      {
        changeSet: number,
        customer: "globex",
        customerName: "globex Ltd",
        email: DPO,
        kind: "asked",
        text: "Which\nregion?",
        late: false,
        lastDayToObjectOn: "2026-12-21",
        editedAt: null,
        outcome: null,
      },
    ]);
    expect(await html(r, link)).toContain("Which\nregion?</textarea>");

    expect(await subjects(r, DPO, 1)).toEqual([`Acme: we have recorded your answer to change ${number}`]);
    const receipt = (await r.messages(DPO)).at(-1);
    expect(receipt?.text).toContain("until 21 December 2026, end of day in Paris");
    const again = /\/respond\/[\w-]+/.exec(receipt?.text ?? "")?.[0] ?? "";
    expect(await html(r, again)).toContain("Which\nregion?</textarea>");
  });

  test("sent twice is recorded once, with one receipt", async () => {
    const { r, link } = await told();
    const both = await Promise.all([answer(r, link, objection("No.")), answer(r, link, objection("No."))]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await answer(r, link, objection("No."));
    expect(await responsesOf(r)).toHaveLength(1);
    expect(await subjects(r, DPO, 1)).toHaveLength(1);
    expect(await subjects(r, PRIVACY)).toHaveLength(1);
    const audited = await r.rows("select action from audit_log where action like 'response.%'");
    expect(audited).toEqual([{ action: "response.recorded" }]);
  });

  test("can be changed until the end of the last day where the organisation is", async () => {
    const { r, link } = await told();
    await answer(r, link, acknowledged);
    r.setTime("2026-12-21T22:59:59Z"); // 23:59:59 in Paris
    await answer(r, link, objection("Not in the US."));
    expect(await responsesOf(r)).toMatchObject([
      { kind: "objected", text: "Not in the US.", late: false, editedAt: "2026-12-21T22:59:59.000Z" },
    ]);
  });

  test("after the last day is recorded as late, beside the timely one, which stays as it was", async () => {
    const { r, link } = await told();
    await answer(r, link, acknowledged);
    const timely = (await responsesOf(r))[0];
    r.setTime("2026-12-21T23:00:00Z"); // midnight in Paris
    expect(await html(r, link)).toContain("An answer now is recorded as late");
    await answer(r, link, objection("Too late?"));
    await answer(r, link, objection("Too late, I know."));
    expect(await responsesOf(r, "?late=false")).toEqual([timely]);
    expect(await responsesOf(r, "?late=true")).toMatchObject([{ kind: "objected", text: "Too late, I know." }]);
    await r.drain();
    expect((await r.messages(DPO)).at(-1)?.text).toMatch(/came after the last day to object/);
  });

  test("leaves its kind and the hash of its text in the audit log, never the text or an address", async () => {
    const { r, number, link } = await told();
    await answer(r, link, objection("Secret reasons"));
    const [entry] = await r.rows("select actor, data from audit_log where action = 'response.recorded'");
    const [given] = await r.rows("select id from responses");
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    const [customer, text] = [hash("globex"), hash("Secret reasons")];
    expect(JSON.parse(String(entry?.data))).toEqual({
      changeSet: number,
      customer,
      onBehalfOf: null,
      emailHash: hash(`${given?.id}\n${hashEmail(r.deps.config.tokenSecret, DPO)}`),
      kind: "objected",
      late: false,
      text,
    });
    expect(entry?.actor).toMatch(/^subscriber:[0-9a-f-]{36}$/);
  });

  test("that cannot be taken is refused field by field, kept in the form, and nothing is written", async () => {
    const { r, link } = await told();
    const before = await r.stored();
    const bad: [Record<string, string>, string][] = [
      [{ customer: "globex" }, "kind"],
      [{ kind: "consented", customer: "globex" }, "kind"],
      [{ kind: "asked", customer: "globex" }, "text"],
      [{ kind: "asked", customer: "globex", text: " \r\n " }, "text"],
      [objection("x".repeat(5001)), "text"],
      [objection("\u{E000}respond\u{E001}"), "text"],
      [objection("zero\u200bwidth"), "text"],
      [objection("nul\0"), "text"],
    ];
    for (const [fields, field] of bad) {
      const refused = await answer(r, link, fields);
      expect(refused.status).toBe(422);
      expect(await refused.text(), JSON.stringify(fields).slice(0, 60)).toContain(`id="${field}-wrong"`);
    }
    for (const fields of [
      objection("No.", { customer: "initech" }),
      objection("No.", { customer: "" }),
      objection("No.", { onBehalfOf: "Vandelay" }),
      objection("No.", { late: "false" }),
    ]) {
      expect((await answer(r, link, fields)).status).toBe(422);
    }
    const noForm = await r.call("POST", link, { key: null, body: { kind: "objected", text: "No." } });
    expect(noForm.status).toBe(422);
    expect(await r.stored()).toEqual(before);
    expect((await answer(r, link, objection("x".repeat(5000)))).status).toBe(200);
  });

  test("for a customer it is not asked of is refused in words, and the form keeps the one it is asked of", async () => {
    const { r, link } = await told();
    const refused = await answer(r, link, { ...objection("No."), customer: "nobody" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Choose on whose behalf you answer.");
    expect(page).toContain('name="customer" value="globex"');
  });

  test("shows what somebody wrote as text", async () => {
    const { r, link } = await told();
    await answer(r, link, objection(`</textarea><script>alert(1)</script>`));
    expect(await html(r, link)).not.toContain("<script");
    await r.drain();
    for (const to of [DPO, PRIVACY]) expect((await r.messages(to)).at(-1)?.html).not.toContain("<script");
  });

  test("is taken at most twenty times a day from one person, since each sends mail", async () => {
    const { r, link } = await told();
    for (let time = 0; time < 20; time += 1) {
      expect((await answer(r, link, { ...acknowledged, text: `Note ${time}` })).status).toBe(200);
    }
    const before = await r.stored();
    expect((await answer(r, link, { ...acknowledged, text: "Note 20" })).status).toBe(429);
    expect(await r.stored()).toEqual(before);
    r.passHours(25);
    expect((await answer(r, link, { ...acknowledged, text: "Note 20" })).status).toBe(200);
  });
});

describe("on whose behalf", () => {
  test("a contact of several customers chooses, and each keeps its own answer and its own last day", async () => {
    const r = await organised();
    await customer(r, "globex", [DPO], { objectionPeriod: { days: 5, basis: "calendar" } });
    await customer(r, "initech", [DPO]);
    const number = await announced(r);
    const link = await respondLink(r, DPO, number);
    expect(await html(r, link)).toMatch(/type="radio" name="customer" value="globex"[\s\S]*value="initech"/);
    expect((await answer(r, link, { kind: "acknowledged" })).status).toBe(422);

    r.setTime("2026-12-01T09:00:00Z");
    await answer(r, link, { kind: "acknowledged", customer: "globex" });
    await answer(r, link, { kind: "objected", customer: "initech", text: "No." });
    expect(await responsesOf(r, "?customer=globex")).toMatchObject([
      { kind: "acknowledged", late: true, lastDayToObjectOn: "2026-11-26" },
    ]);
    expect(await responsesOf(r, "?customer=initech")).toMatchObject([
      { kind: "objected", late: false, lastDayToObjectOn: "2026-12-21" },
    ]);
  });

  test("a follower answers for nobody the register knows, but may say for whom", async () => {
    const r = await organised();
    await r.follower("reader@example.com");
    const number = await announced(r);
    const link = await respondLink(r, "reader@example.com", number);
    expect(await html(r, link)).toContain('name="onBehalfOf"');
    expect((await answer(r, link, { kind: "objected", text: "No.", customer: "globex" })).status).toBe(422);
    await answer(r, link, { kind: "objected", text: "No.", onBehalfOf: "Vandelay" });
    expect(await responsesOf(r)).toMatchObject([{ customer: null, onBehalfOf: "Vandelay", kind: "objected" }]);
    expect(await subjects(r, PRIVACY)).toEqual([
      `Acme: Vandelay (as stated, not verified) objects to change ${number}`,
    ]);
  });

  test("whoever is a contact no more, and only follows, no longer speaks for the customer", async () => {
    const r = await organised();
    await r.follower(DPO);
    await customer(r, "globex", [DPO]);
    const number = await announced(r);
    const link = await respondLink(r, DPO, number);
    await customer(r, "globex", ["new@globex.example"]);
    expect((await answer(r, link, { kind: "approved", customer: "globex" })).status).toBe(422);
    expect((await answer(r, link, { kind: "approved" })).status).toBe(200);
    expect(await responsesOf(r)).toMatchObject([{ customer: null }]);
  });
});

describe("an objection", () => {
  test("is mailed to the organisation once, and so is each change of its words or of mind", async () => {
    const { r, number, link } = await told();
    await answer(r, link, acknowledged);
    expect(await subjects(r, PRIVACY)).toEqual([]);
    await answer(r, link, objection("No."));
    await answer(r, link, objection("No, because of the transfer."));
    const objects = `Acme: globex Ltd objects to change ${number}`;
    const changed = `Acme: globex Ltd has changed the answer to change ${number}`;
    // Owed at one instant of the clock, they go out in one batch: in whatever order.
    expect((await subjects(r, PRIVACY)).sort()).toEqual([changed, objects].sort());
    await answer(r, link, acknowledged);
    expect(await subjects(r, PRIVACY, 2)).toEqual([changed]);
    const milder = (await r.messages(PRIVACY)).at(-1)?.text;
    expect(milder).toContain("- Answer: Taken note\n- Before that: Objection");
    await answer(r, link, objection("No, after all."));
    expect(await subjects(r, PRIVACY, 3)).toEqual([objects]);
    const mail = (await r.messages(PRIVACY)).at(-1);
    expect(mail?.text).toContain("No, after all.");
    expect(mail?.text).not.toContain(DPO);
  });

  test("is resolved once; the outcome is audited and mailed to whoever objected", async () => {
    const { r, number, link } = await told();
    await answer(r, link, objection("No."));
    const id = String((await responsesOf(r, "?outcome=open"))[0]?.id);
    const body = { outcome: "exempted", note: "You stay on the old host." };
    const resolved = await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body });
    expect(resolved).toMatchObject({ outcome: "exempted", outcomeNote: body.note, resolvedAt: expect.any(String) });
    expect(await r.json("GET", `/v1/responses/${id}`, 200)).toEqual(resolved);
    expect(await responsesOf(r, "?outcome=open")).toEqual([]);
    expect(await responsesOf(r, "?outcome=exempted")).toEqual([resolved]);

    const decision = `Acme: our decision on your objection to change ${number}`;
    expect((await subjects(r, DPO)).filter((subject) => subject === decision)).toHaveLength(1);
    const mail = (await r.messages(DPO)).find(({ subject }) => subject === decision);
    expect(mail?.text).toContain("The change does not apply to you");
    expect(mail?.text).toContain(body.note);
    expect(await html(r, link)).toContain("Decided: The change does not apply to you.");
    const [entry] = await r.rows("select data from audit_log where action = 'response.resolved'");
    expect(String(entry?.data)).not.toContain("old host");

    const before = await r.stored();
    await expectProblem(await r.post(`/v1/responses/${id}/resolve`, { outcome: "rejected" }), 409, "already-resolved");
    expect(await r.stored()).toEqual(before);
  });

  test("keeps its outcome when something milder is answered, and is open again when raised anew", async () => {
    const { r, link } = await told();
    await answer(r, link, objection("No."));
    const id = String((await responsesOf(r))[0]?.id);
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "alternative" } });
    await r.drain();
    await answer(r, link, { kind: "approved", customer: "globex" });
    expect(await responsesOf(r)).toMatchObject([{ kind: "approved", outcome: "alternative" }]);
    await r.drain();
    await answer(r, link, objection("No, once more."));
    expect(await responsesOf(r, "?outcome=open")).toMatchObject([{ id, outcome: null, resolvedAt: null }]);
    const all = ["objects to", "approves", "objects to"].map((does) => `Acme: globex Ltd ${does} change 1`);
    expect(await subjects(r, PRIVACY)).toEqual(all);
  });

  test("in the same words after it was resolved is raised anew, once; what is milder stays one answer", async () => {
    const { r, link } = await told();
    await answer(r, link, objection("No."));
    const id = String((await responsesOf(r))[0]?.id);
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "rejected", note: "It stays." } });
    r.passHours(1);
    for (const each of ["No.", "No."]) expect((await answer(r, link, objection(each))).status).toBe(200);
    const anew = { id, text: "No.", outcome: null, outcomeNote: null, resolvedAt: null };
    expect(await responsesOf(r, "?outcome=open")).toMatchObject([anew]);
    expect(await subjects(r, PRIVACY), "told of both").toHaveLength(2);
    const receipts = (await subjects(r, DPO)).filter((subject) => /receiv|answer/i.test(subject));
    expect(receipts).toHaveLength(2);
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "exempted" } });
    for (let each = 0; each < 2; each += 1) await answer(r, link, acknowledged);
    expect(await responsesOf(r)).toMatchObject([{ kind: "acknowledged", outcome: "exempted" }]);
    const audited = await r.rows("select action from audit_log where action like 'response.%' order by sequence");
    expect(audited.map(({ action }) => action)).toEqual([
      "response.recorded",
      "response.resolved",
      "response.edited",
      "response.resolved",
      "response.edited",
    ]);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("is all that can be resolved, besides a question: nothing else, no unknown outcome, nothing unknown", async () => {
    const { r, link } = await told();
    await answer(r, link, { kind: "approved", customer: "globex" });
    const path = `/v1/responses/${(await responsesOf(r))[0]?.id}/resolve`;
    const before = await r.stored();
    await expectProblem(await r.post(path, { outcome: "rejected" }), 409, "not-an-objection");
    await expectProblem(await r.post(path, { outcome: "ignored" }), 422, "invalid-request", "/outcome");
    await expectProblem(await r.post(path, { outcome: "rejected", by: "me" }), 422, "invalid-request", "/by");
    const unknown = "/v1/responses/6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11";
    await expectProblem(await r.post(`${unknown}/resolve`, { outcome: "rejected" }), 404, "not-found");
    await expectProblem(await r.get(unknown), 404, "not-found");
    expect(await r.stored()).toEqual(before);
  });
});

describe("a question", () => {
  const question = { kind: "asked", customer: "globex", text: "Which region?" };

  test("is mailed to the organisation at once, is open, and its answer in words goes to whoever asked", async () => {
    const { r, number, link } = await told();
    await answer(r, link, question);
    expect(await subjects(r, PRIVACY)).toEqual([`Acme: globex Ltd asks about change ${number}`]);
    expect((await r.messages(PRIVACY)).at(-1)?.text).toContain("Which region?");
    const [open] = await responsesOf(r, "?outcome=open");
    expect(open).toMatchObject({ kind: "asked", outcome: null });
    const path = `/v1/responses/${open?.id}/resolve`;

    const before = await r.stored();
    await expectProblem(await r.post(path, { outcome: "rejected", note: "No." }), 422, "invalid-request", "/outcome");
    await expectProblem(await r.post(path, { outcome: "answered" }), 422, "invalid-request", "/note");
    expect(await r.stored()).toEqual(before);

    const body = { outcome: "answered", note: "Frankfurt only." };
    expect(await r.json("POST", path, 200, { body })).toMatchObject({ outcome: "answered", outcomeNote: body.note });
    expect(await responsesOf(r, "?outcome=open")).toEqual([]);
    expect(await subjects(r, DPO, 2)).toEqual([`Acme: our answer to your question about change ${number}`]);
    const mail = (await r.messages(DPO)).at(-1)?.text ?? "";
    for (const part of [body.note, question.text]) expect(mail).toContain(part);
    expect(await html(r, link)).toContain("Your question is answered");
    await expectProblem(await r.post(path, body), 409, "already-resolved");
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("after one that was answered is open anew, beside an objection that was decided; the log says so", async () => {
    const { r, link } = await told();
    await answer(r, link, objection("No."));
    const decided = String((await responsesOf(r))[0]?.id);
    await r.json("POST", `/v1/responses/${decided}/resolve`, 200, { body: { outcome: "rejected" } });
    await r.drain();
    await answer(r, link, question);
    const [asked] = await responsesOf(r, "?outcome=open");
    expect(asked).toMatchObject({ kind: "asked", outcome: null, outcomeNote: null });
    expect(await r.json("GET", `/v1/responses/${decided}`, 200)).toMatchObject({
      kind: "objected",
      outcome: "rejected",
    });
    const path = `/v1/responses/${asked?.id}/resolve`;
    await r.json("POST", path, 200, { body: { outcome: "answered", note: "Frankfurt." } });
    await answer(r, link, question);
    await answer(r, link, question);
    expect(await responsesOf(r, "?outcome=open")).toMatchObject([{ id: asked?.id, outcome: null }]);
    expect((await subjects(r, PRIVACY)).filter((subject) => subject.includes("asks about"))).toHaveLength(2);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("stays open whatever else is answered after it, and takes nothing back", async () => {
    const { r, link } = await told({ authorisation: "specific" });
    await answer(r, link, question);
    const [open] = await responsesOf(r);
    // As the form sends it: another answer chosen, and the words of the question still in their field.
    await answer(r, link, { kind: "approved", customer: "globex", text: question.text });
    expect(await responsesOf(r, "?outcome=open")).toEqual([open]);
    expect(await responsesOf(r, "?kind=approved")).toMatchObject([{ text: null, late: false }]);
    await answer(r, link, { ...question, text: "Which region, and who?" });
    expect(await responsesOf(r, "?outcome=open")).toMatchObject([{ id: open?.id, text: "Which region, and who?" }]);
    expect(await r.json("GET", "/v1/change-sets/1", 200)).toMatchObject({ awaitsApproval: false });
    const page = await html(r, link);
    for (const part of ["Which region, and who?</textarea>", "Approval, ", "Question, "]) expect(page).toContain(part);
    await answer(r, link, objection("No."));
    expect((await responsesOf(r, "?outcome=open")).map(({ kind }) => kind).sort()).toEqual(["asked", "objected"]);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("of whom the change does not apply to reaches the organisation, and it still does not apply to them", async () => {
    const { r, link } = await told({ authorisation: "specific" });
    await answer(r, link, objection("No."));
    const id = String((await responsesOf(r))[0]?.id);
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "exempted" } });
    await r.drain();
    await answer(r, link, question);
    expect((await subjects(r, PRIVACY)).at(-1)).toContain("asks about");
    expect(await responsesOf(r, "?outcome=exempted")).toMatchObject([{ id, kind: "objected" }]);
    expect(await responsesOf(r, "?outcome=open")).toMatchObject([{ kind: "asked" }]);
    expect(await r.json("GET", "/v1/change-sets/1", 200)).toMatchObject({ awaitsApproval: false });
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });
});

test("what was open of a set that is withdrawn is open no more: it stays as it was answered, and nothing is decided on it", async () => {
  const { r, number, link } = await told();
  await answer(r, link, objection("No."));
  const [open] = await responsesOf(r, "?outcome=open");
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: { reason: "We do not need it." } });
  expect(await responsesOf(r, "?outcome=open")).toEqual([]);
  expect(await responsesOf(r)).toEqual([open]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});

test("an objection needs no reason, a question needs words, and what is missing is said first", async () => {
  const { r, link } = await told();
  const wordless = await answer(r, link, { kind: "asked", customer: "globex", text: "" });
  expect(wordless.status).toBe(422);
  expect(await wordless.text()).toMatch(/role="alert"><p><a href="#text">Write your question/);
  expect((await answer(r, link, objection(""))).status).toBe(200);
  expect(await responsesOf(r)).toMatchObject([{ kind: "objected", text: null, outcome: null }]);
  await r.drain();
});

test("the words of an objection do not stay when the answer becomes that note is taken; new words do", async () => {
  const { r, link } = await told();
  await answer(r, link, objection("Not in the US."));
  expect(await html(r, link)).toContain("Not in the US.</textarea>");
  // As the form sends it: another answer chosen, and the words still in their field.
  await answer(r, link, { ...acknowledged, text: "Not in the US." });
  expect(await responsesOf(r)).toMatchObject([{ kind: "acknowledged", text: null }]);
  expect(await html(r, link)).not.toContain("Not in the US.");
  await answer(r, link, { ...acknowledged, text: "Settled by phone." });
  expect(await responsesOf(r)).toMatchObject([{ kind: "acknowledged", text: "Settled by phone." }]);
});

test("an approval lets a set that waits for it take effect, and an open objection holds it", async () => {
  const r = await organised();
  await customer(r, "globex", [DPO], { authorisation: "specific" });
  const number = await announced(r);
  const link = await respondLink(r, DPO, number);
  expect(await html(r, link)).toContain("needs your approval");
  const released = async () => (await r.rows(`select released_on from changes where change_set = ${number}`))[0];
  await answer(r, link, objection("Not like this."));
  expect(await released()).toEqual({ released_on: null });
  const id = String((await responsesOf(r))[0]?.id);
  await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "alternative" } });
  expect(await released()).toEqual({ released_on: null });
  await answer(r, link, { kind: "approved", customer: "globex" });
  expect(await released()).toMatchObject({ released_on: expect.anything() });
});

test.each([
  ["objects", () => objection("Not any more.")],
  ["takes note", () => ({ kind: "acknowledged", customer: "globex" })],
])("a customer who %s after approving takes the approval back, and the set waits again", async (_, changed) => {
  const r = await organised();
  await customer(r, "globex", [DPO], { authorisation: "specific" });
  const number = await announced(r);
  const link = await respondLink(r, DPO, number);
  await answer(r, link, { kind: "approved", customer: "globex" });
  const set = () => r.json("GET", `/v1/change-sets/${number}`, 200);
  expect(await set()).toMatchObject({ awaitsApproval: false });

  await answer(r, link, changed());

  expect(await set()).toMatchObject({ awaitsApproval: true, approvals: { missing: ["globex"], releasedOn: null } });
  await answer(r, link, { kind: "approved", customer: "globex" });
  expect(await set()).toMatchObject({ awaitsApproval: false });
  r.setTime("2027-01-02T09:00:00Z");
  expect(await set()).toMatchObject({ state: "effective" });
});

test("the page asks for an approval while the change waits for it, and says that it waits beyond its date", async () => {
  const r = await organised();
  await customer(r, "globex", [DPO], { authorisation: "specific" });
  const link = await respondLink(r, DPO, await announced(r));
  r.setTime("2027-01-04T09:00:00Z");
  expect(await html(r, link)).toContain(
    "Waits for customers’ approval or for objections to be resolved, was planned for",
  );
  expect(await html(r, link)).toContain("needs your approval");
  const asked = await html(r, link);
  expect(asked.indexOf('value="approved"')).toBeLessThan(asked.indexOf('value="acknowledged"'));
  expect(asked).toContain("We have taken note (this is not an approval)");
  const noted = await (await answer(r, link, acknowledged)).text();
  expect(noted).toContain("<strong>Your approval is still missing.</strong>");
  expect(noted).not.toContain("notice good");
  await r.drain();
  expect((await r.messages(DPO)).at(-1)?.text).toContain("Your approval is still missing.");
  await answer(r, link, { kind: "approved", customer: "globex" });
  // Whoever comes back finds the same order, and what another answer would do.
  const given = await html(r, link);
  expect(given.indexOf('value="approved"')).toBeLessThan(given.indexOf('value="acknowledged"'));
  expect(given).toContain("We have taken note (this is not an approval)");
  expect(given).toContain("To take note or to object instead takes your approval back.");
  expect(await html(r, link)).toContain("Took effect on");
  expect(await html(r, link)).not.toContain("needs your approval");

  await r.json("DELETE", "/v1/vendors/hubspot?announce=true", 200);
  await r.drain();
  expect(await html(r, await respondLink(r, DPO, 2))).not.toContain("needs your approval");
});

test("a first answer that is refused is still to be sent; one that is recorded is to be changed", async () => {
  const { link, r } = await told();
  const refused = await answer(r, link, { kind: "asked", customer: "globex" });
  expect(await refused.text()).toContain("Send the answer");
  const recorded = await answer(r, link, objection("No."));
  expect(await recorded.text()).toContain("Change the answer");
});

test("the register of responses is paged, newest first, and filtered", async () => {
  const r = await organised();
  const emails = ["a@globex.example", "b@globex.example", "c@globex.example"];
  await customer(r, "globex", emails);
  const number = await announced(r);
  for (const email of emails) {
    r.passHours(1);
    const kind = email.startsWith("b") ? "approved" : "acknowledged";
    await answer(r, await respondLink(r, email, number), { kind, customer: "globex" });
  }
  const first = await r.json("GET", "/v1/responses?limit=2", 200);
  const second = await r.json("GET", `/v1/responses?limit=2&cursor=${first.next}`, 200);
  expect([...first.data, ...second.data].map(({ email }) => email)).toEqual(emails.toReversed());
  expect(second.next).toBeNull();
  expect(await responsesOf(r, "?kind=approved")).toMatchObject([{ email: "b@globex.example" }]);
  expect(await responsesOf(r, `?changeSet=${number + 1}`)).toEqual([]);
  for (const query of ["late=maybe", "kind=consented", "outcome=none", "changeSet=-1", "cursor=nonsense"]) {
    await expectProblem(await r.get(`/v1/responses?${query}`), 422, "invalid-request");
  }
});
