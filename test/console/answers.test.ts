import { describe, expect, test } from "vitest";
import {
  announced,
  answer,
  customer,
  linkTo,
  organised,
  respondLink,
  responsesOf,
  subjects,
} from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { expectProblem, registry, vendor } from "../setup/registry.ts";

const PATH = "/console/answers";
const DPO = "dpo@globex.example";
const LEGAL = "legal@initech.example";

/** Two customers, told of change 1 on 21 November; it takes effect on 31 December, and their last day is 21 December. */
async function told(terms: Record<string, unknown> = {}) {
  const r = await organised();
  await customer(r, "globex", [DPO], terms);
  await customer(r, "initech", [LEGAL]);
  const number = await announced(r);
  return { r, number, objects: async () => answer(r, await respondLink(r, DPO, number), OBJECTION) };
}

const OBJECTION = { kind: "objected", customer: "globex", text: "Not in the US, please." };

const textOf = (page: string): string =>
  (/<main.*<\/main>/s.exec(page)?.[0] ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

const answersIn = (page: string): string[] =>
  [...page.matchAll(/<a href="\/console\/answers\/[0-9a-f-]{36}[^"]*"[^>]*>(.*?)<\/a>/gs)].map(([, text = ""]) => text);

const linkIn = (page: string): string => /\/console\/answers\/[0-9a-f-]{36}/.exec(page)?.[0] ?? "";

describe("the list of answers", () => {
  test("has what is open by its last day, questions, approvals with those that are missing, and all", async () => {
    const r = await organised();
    const short = { noticePeriod: { days: 10, basis: "calendar" } };
    await customer(r, "globex", [DPO]);
    await customer(r, "initech", [LEGAL], short);
    await customer(r, "hooli", ["law@hooli.example"], { authorisation: "specific" });
    const { open } = await consoleOf(r, "read");
    expect(textOf(await open(PATH))).toContain("No objection and no question is open.");
    const number = await announced(r);
    await answer(r, await respondLink(r, DPO, number), OBJECTION);
    const asked = { kind: "asked", customer: "initech", text: "Where is it?" };
    await answer(r, await respondLink(r, LEGAL, number), asked);

    const page = await open(PATH);
    expect(answersIn(page)).toEqual(["initech Ltd asks", "globex Ltd objects"]);
    expect(textOf(page)).toContain("1 December 2026, end of day in Paris 10 days left Open");
    expect(page).not.toContain("/console/answers/new");
    expect(answersIn(await open(`${PATH}?show=questions`))).toEqual(["initech Ltd asks"]);
    const approvals = await open(`${PATH}?show=approvals`);
    expect(textOf(approvals)).toMatch(
      /Approvals that are missing .* hooli Ltd Change 1 Added: HubSpot 21 December 2026/,
    );
    expect(answersIn(approvals)).toEqual([]);
    await answer(r, await respondLink(r, "law@hooli.example", number), { kind: "approved", customer: "hooli" });
    expect(textOf(await open(`${PATH}?show=approvals`))).toMatch(
      /No change waits for an approval. .* hooli Ltd approves/,
    );
    expect(answersIn(await open(`${PATH}?show=all`))).toHaveLength(3);
    for (const show of ["open", "approvals", "all"]) {
      const [of, ofAnother] = [await open(`${PATH}?show=${show}&change=${number}`), `${PATH}?show=${show}&change=99`];
      expect(answersIn(of)).toEqual(answersIn(await open(`${PATH}?show=${show}`)));
      expect(answersIn(await open(ofAnother))).toEqual([]);
    }
    expect(textOf(await open(`${PATH}?change=${number}`))).toContain(`Change ${number}: Added: HubSpot`);
    expect(textOf(await open(`${PATH}?lang=fr`))).toContain("globex Ltd émet une objection");
    r.setTime("2026-12-03T09:00:00Z");
    const { open: later } = await consoleOf(r, "read");
    expect(textOf(await later(PATH))).toContain("over for 2 days");
  });

  test("of a change that is withdrawn counts no days, and says that the withdrawal has closed it, wherever it stands", async () => {
    const { r, number, objects } = await told();
    await objects();
    await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
    const { open } = await consoleOf(r);
    const all = textOf(await open(`${PATH}?show=all`));
    expect(all).toContain("21 December 2026, end of day in Paris Change withdrawn closed by the withdrawal");
    expect(textOf(await open(linkIn(await open(`${PATH}?show=all`))))).not.toContain("days left");
    const change = textOf(await open(`/console/changes/${number}`));
    expect(change).toContain("Withdrawn on 21 November 2026");
    expect(change).toContain("1 objection. The withdrawal has closed what was open.");
    expect(textOf(await open("/console/customers/told"))).toMatch(
      /Change 1 Withdrawn on 21 November 2026 21 November 2026 would have been from 31 December 2026/,
    );
  });

  test("leads from page to page by last day, and by the customers whose approval is missing", async () => {
    const r = await organised();
    const lines = Array.from({ length: 60 }, (_, n) => `c-${n},Customer ${n},c${n}@x.example,specific,${n % 7}`);
    const body = `externalId,name,email,authorisation,noticePeriod\n${lines.join("\n").replaceAll(/(\d)$/gm, "$1")}`;
    const days = body.replace(/,(\d)$/gm, (_, day) => `,${10 + Number(day)}`);
    await r.json("POST", "/v1/customers/import", 200, { body: days, headers: { "content-type": "text/csv" } });
    const number = await announced(r);
    const { open } = await consoleOf(r);
    const follow = async (path: string, found: (page: string) => string[]): Promise<string[]> => {
      const page = await open(path);
      const [, next] = /href="([^"]*cursor=[^"]*)"/.exec(page) ?? [];
      return [...found(page), ...(next ? await follow(next.replaceAll("&amp;", "&"), found) : [])];
    };
    const missing = (page: string) =>
      [...page.matchAll(/<span dir="auto">(Customer \d+)</g)].map(([, name = ""]) => name);
    expect(missing(await open(`${PATH}?show=approvals`))).toHaveLength(10);
    expect(await open(`${PATH}?show=approvals`)).toContain("All 60 that are missing");
    const all = await follow(`${PATH}?show=missing`, missing);
    expect([all.length, new Set(all).size]).toEqual([60, 60]);

    for (let n = 0; n < 60; n += 1) {
      const entered = { changeSet: number, customer: `c-${n}`, kind: "asked", text: "Why?" };
      const came = { receivedOn: "2026-11-21", channel: "post" };
      await r.json("POST", "/v1/responses", 200, { body: { ...entered, ...came } });
    }
    const shown = await follow(PATH, (page) => [...page.matchAll(/(\d+) days left/g)].map(([, left = ""]) => left));
    expect(shown).toHaveLength(60);
    expect(shown).toEqual([...shown].sort((a, b) => Number(a) - Number(b)));
    expect((await open(`${PATH}?cursor=nonsense`)).length).toBeLessThan(300_000);
  });
});

describe("an answer", () => {
  test("is shown with its words, the days left, what it holds, and the terms it was given on", async () => {
    const { r, objects } = await told({
      onObjection: "suspends",
      noticePeriod: { days: 20, basis: "business" },
      remedies: "It may end the contract.",
    });
    await objects();
    r.setTime("2026-12-01T09:00:00Z");
    const { open } = await consoleOf(r, "read");

    const page = textOf(await open(linkIn(await open(PATH))));

    expect(page).toContain("globex Ltd objects");
    expect(page).toContain("Not in the US, please.");
    expect(page).toContain("Given by dpo@globex.example");
    expect(page).toContain("Came on 21 November 2026 (in time)");
    expect(page).toContain("18 December 2026, end of day in Paris 17 days left");
    expect(page).toContain("It holds what was announced about HubSpot");
    expect(page).toContain("Suspends the change until you decide");
    expect(page).toContain("It may end the contract.");
    expect(page).toContain("Somebody who may announce decides on this.");
    expect(page).toContain(
      "Periods Notice period, by its contract: 20 business days from the notice, deemed received the day it is sent. Objection period: as long as the notice period.",
    );
    expect(page).toContain("Authorisation General: changes need no approval; it may object Objecting");
    const deciding = textOf(await (await consoleOf(r, "announce")).open(linkIn(await open(PATH))));
    expect(deciding).toContain("The objection no longer holds the change");
    await open(`${PATH}/00000000-0000-4000-8000-000000000000`, 404);
    await open(`${PATH}/nothing`, 404);
  });

  test("is decided by a button, after the mail that tells it was shown as it is sent", async () => {
    const { r, objects } = await told({ onObjection: "suspends" });
    await objects();
    const { open, send } = await consoleOf(r, "announce");
    const path = linkIn(await open(PATH));
    const page = await open(path);
    expect(textOf(page)).toContain("The mail stands here once you have chosen");
    expect(page).toMatch(/<a href="\/console\/changes\/1\/withdraw">Withdraw the change</);
    const before = await r.stored();
    const unexplained = await send(path, { outcome: "rejected", note: "" }, page);
    expect([
      unexplained.status,
      textOf(await unexplained.text()).includes("Please say why the change remains"),
    ]).toEqual([422, true]);
    expect(await r.stored()).toEqual(before);

    const decision = { outcome: "rejected", note: "We need it: see our assessment." };
    const previewed = await (await send(path, { ...decision, do: "preview" }, page)).text();
    const preview = textOf(previewed);

    expect(await r.stored()).toEqual(before);
    // It is shown as it looks first, in a frame that the page's policy allows; as text where somebody opens that.
    const source = /<iframe class="sent-as"[^>]* src="([^"]*)"/.exec(previewed)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await open(source)).toContain("We need it: see our assessment.");
    await open(`${path}/shown?mail=2`, 404);
    expect(await r.stored()).toEqual(before);
    expect(preview).toContain(
      "To: dpo@globex.example (English) Subject Acme: our decision on your objection to change 1",
    );
    // What the objection holds goes on with the decision, which the mail says as it will be.
    expect(preview).toContain(
      "What we announced about HubSpot takes effect on 31 December 2026, unless we tell you otherwise.",
    );

    const decided = await send(path, decision, page);
    expect([decided.status, decided.headers.get("location")]).toEqual([303, `${path}?saved=decided`]);
    const said = textOf(await open(`${path}?saved=decided`));
    expect(said).toContain("Decided. Below is who is told of it by mail");
    expect(said).toMatch(/Decided by Operator \d+ on 21 November 2026 at 10:00/);
    expect(said).toContain(
      "The change remains as announced. Is about to be mailed to dpo@globex.example. In your words We need it: see our assessment.",
    );
    expect(await open(path)).not.toContain("Decide, and mail it");
    expect(said).toContain("Suspended the change for as long as it was undecided");
    expect(said).not.toContain("days left");
    await r.drain();
    expect(textOf(await open(path))).toContain("Mailed to dpo@globex.example (21 November 2026 at 10:00; sent).");
    // The receipt leaves in the same batch, before it or after.
    const sent = (await r.messages(DPO)).filter(({ subject }) => subject.includes("our decision"));
    expect(sent).toHaveLength(1);
    expect(preview).toContain(sent[0]?.text.replace(/\s+/g, " ").slice(0, 400));
    expect((await send(path, decision, page)).status).toBe(409);
    expect((await subjects(r, DPO)).filter((subject) => subject.includes("our decision"))).toHaveLength(1);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("that holds nothing is not said to hold no longer, whatever is decided", async () => {
    const { r, objects } = await told();
    await objects();
    const { open } = await consoleOf(r, "announce");
    const page = textOf(await open(linkIn(await open(PATH))));
    expect(page).toContain("Objecting Does not suspend the change");
    expect(page).not.toContain("no longer holds");
    expect(page).toContain("Where the contract asks for an approval, that is still needed.");
  });

  test("that is a question is answered with words, and not without", async () => {
    const { r, number } = await told();
    await answer(r, await respondLink(r, DPO, number), { kind: "asked", customer: "globex", text: "Where is it?" });
    const { open, send } = await consoleOf(r, "announce");
    const path = linkIn(await open(PATH));
    const page = await open(path);
    expect(textOf(page)).toContain("The question Where is it?");
    expect(page).not.toContain('type="radio"');

    const without = await send(path, { note: " " }, page);
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('<a href="#note">Your words to them: Please fill this in.</a>');
    expect((await send(path, { note: "In Frankfurt." }, page)).status).toBe(303);
    await r.drain();
    // The receipt of the question is sent with the reply, in whatever order.
    expect((await r.messages(DPO)).filter(({ text }) => text.includes("In Frankfurt."))).toHaveLength(1);
    expect(textOf(await open(PATH))).toContain("No objection and no question is open.");
  });

  test("that was changed since it was read is not decided on before it is read as it is now", async () => {
    const { r, number, objects } = await told();
    await objects();
    const { open, send } = await consoleOf(r, "announce");
    const path = linkIn(await open(PATH));
    const page = await open(path);
    await answer(r, await respondLink(r, DPO, number), { ...OBJECTION, text: "Nor in India." });
    const before = await r.stored();

    const decision = { outcome: "alternative", note: "Hosted in France for you." };
    const stale = await send(path, decision, page);

    const shown = await stale.text();
    expect(stale.status).toBe(412);
    expect(textOf(shown)).toContain("Somebody has saved this since you opened it.");
    expect(textOf(shown)).toContain("Nor in India.");
    expect(shown).toContain("Hosted in France for you.</textarea>");
    expect(await r.stored()).toEqual(before);
    expect((await send(path, {}, shown)).status).toBe(303);
  });

  test("that was given anew shows all that was said before, newest first, with what was decided on it", async () => {
    const { r, objects } = await told();
    await objects();
    const { open, send } = await consoleOf(r);
    const path = linkIn(await open(PATH));
    expect(await open(path)).not.toContain("Everything they have answered");
    await send(path, { outcome: "rejected", note: "It stays, as it is needed." }, await open(path));
    const link = await respondLink(r, DPO, 1);
    r.passHours(2);
    await answer(r, link, { ...OBJECTION, kind: "asked", text: "For how long?" });
    r.passHours(1);
    await answer(r, link, { ...OBJECTION, text: "Then we object again." });
    const said = /Everything they have answered to this change.*/.exec(textOf(await open(path)))?.[0] ?? "";
    expect(said.slice(said.indexOf("21 November"))).toMatch(
      /^21 November 2026 at 13:00 globex Ltd objects Stands now Then we object again\. 21 November 2026 at 12:00 globex Ltd asks Stands now For how long\? 21 November 2026 at 10:00 globex Ltd objects Not in the US, please\. The change remains as announced, on 21 November 2026 at 10:00 It stays, as it is needed\./,
    );
    const [person] = await r.rows(`select id from subscribers where email = '${DPO}'`);
    const held = await r.json("GET", `/v1/subscribers/${person?.id}/export`, 200);
    expect(held.formerWords.map(({ words }: { words: string }) => words).sort()).toEqual([
      "It stays, as it is needed.",
      "Not in the US, please.",
    ]);
    // Words that are erased are erased there too.
    await customer(r, "globex", ["other@globex.example"]);
    expect(await r.rows("select words from former_words")).toEqual([]);
    expect(textOf(await open(path))).toContain("These words are not kept any more.");
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("of whom nobody can write to any more is decided all the same, which the preview says", async () => {
    const { r, objects } = await told();
    await objects();
    const { open, send } = await consoleOf(r, "announce");
    const path = linkIn(await open(PATH));
    const people: { id: string; email: string }[] = (await r.json("GET", "/v1/subscribers", 200)).data;
    const id = people.find(({ email }) => email === DPO)?.id;
    await r.json("DELETE", `/v1/subscribers/${id}`, 204);
    const page = await open(path);
    const preview = await (await send(path, { outcome: "exempted", note: "", do: "preview" }, page)).text();
    expect(textOf(preview)).toContain("Nobody gets it by mail");
    expect((await send(path, { outcome: "exempted", note: "" }, page)).status).toBe(303);
  });
});

test("the API refuses to decide on an answer that was changed since it was read, by the version it gave", async () => {
  const { r, number, objects } = await told();
  await objects();
  const [{ id } = { id: "" }] = await responsesOf(r);
  const etag = (await r.get(`/v1/responses/${id}`)).headers.get("etag") ?? "";
  await answer(r, await respondLink(r, DPO, number), { ...OBJECTION, text: "Nor in India." });
  const before = await r.stored();
  const resolve = (ifMatch: string) =>
    r.call("POST", `/v1/responses/${id}/resolve`, { body: { outcome: "exempted" }, headers: { "if-match": ifMatch } });
  await expectProblem(await resolve(etag), 412, "stale-version");
  expect(await r.stored()).toEqual(before);
  expect((await resolve((await r.get(`/v1/responses/${id}`)).headers.get("etag") ?? "")).status).toBe(200);
});

test("an approval of somebody named in a contact's place counts once the operator confirms them, beside it", async () => {
  const { r, number } = await told({ authorisation: "specific" });
  const eve = "eve@globex.example";
  await answer(r, await linkTo(r, DPO, "unsubscribe"), { email: eve, name: "Eve" });
  await answer(r, await linkTo(r, eve, "confirm"), {});
  await r.drain();
  await answer(r, await linkTo(r, eve, "respond"), { kind: "approved", customer: "globex" });
  const { open, send } = await consoleOf(r, "write");
  const path = linkIn(await open(`${PATH}?show=approvals`));
  expect(textOf(await open(path))).toContain("This approval does not count yet");
  expect(textOf(await open(`${PATH}?show=approvals`))).toMatch(
    /globex Ltd Change 1 .* globex Ltd approves .* Does not count yet/,
  );
  const { open: read, send: readSends } = await consoleOf(r, "read");
  expect(await read(path)).not.toContain("Confirm that they answer");
  expect((await readSends(`${path}/confirm`, {})).status).toBe(403);

  expect((await send(`${path}/confirm`, {})).status).toBe(303);
  expect(textOf(await open(path))).not.toContain("does not count yet");
  expect((await r.json("GET", `/v1/change-sets/${number}`, 200)).approvals.missing).toEqual([]);
});

describe("an answer that came by other ways", () => {
  const entered = { kind: "objected", text: "Not in the US.", receivedOn: "2026-11-21", channel: "post" };

  test("is entered for a customer by its name, with the day it came, and confirmed to its contacts", async () => {
    const { r } = await told();
    const { open, send } = await consoleOf(r, "write");
    const [, path = ""] = /href="([^"]*)">Enter an answer/.exec((await open(PATH)).replace(/\s+/g, " ")) ?? [];
    const page = await open(path || `${PATH}/new`);
    const before = await r.stored();

    const preview = await send(
      `${PATH}/new`,
      { ...entered, changeSet: "1", customer: "GLOBEX l", do: "preview" },
      page,
    );
    const previewed = textOf(await preview.text());
    expect(previewed).toContain("globex Ltd: its last day to object is 21 December 2026");
    expect(previewed).toContain("The confirmation is mailed to dpo@globex.example.");
    expect(await r.stored()).toEqual(before);
    const saved = await send(`${PATH}/new`, { ...entered, changeSet: "1", customer: "globex" }, page);

    expect(saved.status).toBe(303);
    const shown = textOf(await open(saved.headers.get("location") ?? ""));
    expect(shown).toContain("globex Ltd objects");
    expect(shown).toContain("21 November 2026, by post; entered here (in time)");
    expect(shown).toContain("Recorded. Below is to whom the confirmation is mailed.");
    expect(shown).toContain("Confirmation Is about to be mailed to dpo@globex.example.");
    expect(await subjects(r, DPO, 1)).toEqual([
      "Acme: we have recorded an answer on your company’s behalf to change 1",
    ]);
  });

  test("beside what its customer has answered says what becomes of that; an approval it takes back is shown as superseded", async () => {
    const { r, number } = await told({ authorisation: "specific" });
    const link = await respondLink(r, DPO, number);
    await answer(r, link, { kind: "asked", customer: "globex", text: "Where is it?" });
    await answer(r, link, { kind: "approved", customer: "globex", text: "" });
    const { open, send } = await consoleOf(r, "write");
    const typed = { ...entered, changeSet: "1", customer: "globex" };
    const preview = await send(`${PATH}/new`, { ...typed, do: "preview" }, await open(`${PATH}/new`));
    const said = textOf(await preview.text());
    expect(said).toContain("globex Ltd approves (21 November 2026, dpo@globex.example) Approved");
    expect(said).toContain("globex Ltd asks (21 November 2026, dpo@globex.example) Open");
    expect(said).toContain(
      "This answer is recorded beside them, with an entry of its own. A question that is open stays open until you answer it. Its approval no longer counts.",
    );
    await send(`${PATH}/new`, typed, await open(`${PATH}/new`));
    expect(answersIn(await open(PATH)).sort()).toEqual(["globex Ltd asks", "globex Ltd objects"]);
    const approvals = textOf(await open(`${PATH}?show=approvals`));
    expect(approvals).toContain(
      "Superseded Approval of 21 November 2026, superseded by its objection of 21 November 2026",
    );
    const again = await send(`${PATH}/new`, { ...typed, kind: "approved", do: "preview" }, await open(`${PATH}/new`));
    expect(textOf(await again.text())).toContain(
      "It takes the place of what was entered for it before, “globex Ltd objects”",
    );
  });

  test("asks which of several customers is meant, and says what is wrong beside its field", async () => {
    const r = await organised();
    const names = { a: "Globex", b: "Globex", c: "Globex Asia" };
    for (const [id, name] of Object.entries(names)) await customer(r, id, [`${id}@x.example`], { name });
    await announced(r);
    const { open, send } = await consoleOf(r, "write");
    const page = await open(`${PATH}/new`);
    const before = await r.stored();

    const several = await (await send(`${PATH}/new`, { ...entered, changeSet: "1", customer: "Globex" }, page)).text();
    expect(textOf(several)).toContain("Several customers have this in their name");
    expect([...several.matchAll(/name="which" value="(\w)"/g)].map(([, id]) => id)).toEqual(["a", "b"]);
    expect(several).toContain("Globex (a)");
    const wrong = await send(`${PATH}/new`, { changeSet: "", customer: "", receivedOn: "2027-01-01" }, page);
    const faults = textOf(await wrong.text());
    expect(wrong.status).toBe(422);
    for (const label of [
      "To which change: Please choose",
      "Customer: Please",
      "What they say: Please",
      "How it came: Please",
    ])
      expect(faults).toContain(label);
    const typed = { ...entered, changeSet: "1", customer: "Nobody" };
    expect(textOf(await (await send(`${PATH}/new`, typed, page)).text())).toContain(
      "Customer: Please choose a customer",
    );
    const tomorrow = { ...entered, changeSet: "1", customer: "Globex Asia", receivedOn: "2026-11-22" };
    expect(textOf(await (await send(`${PATH}/new`, tomorrow, page)).text())).toContain(
      "Came on: This day is still to come.",
    );
    expect(await r.stored()).toEqual(before);

    const chosen = await send(`${PATH}/new`, { which: "b" }, several);
    expect(chosen.status).toBe(303);
    expect((await r.json("GET", "/v1/responses", 200)).data).toMatchObject([{ customer: "b" }]);
  });

  test("is begun from an approval that is missing, with all that is known of it filled in", async () => {
    const { r } = await told({ authorisation: "specific" });
    const { open, send } = await consoleOf(r, "write");
    const list = await open(`${PATH}?show=approvals`);
    const [, path = ""] = /href="([^"]*)" aria-label="Enter the approval of globex Ltd to change 1"/.exec(list) ?? [];
    const saved = await send(`${PATH}/new`, { channel: "email" }, await open(path.replaceAll("&amp;", "&")));
    expect(saved.status).toBe(303);
    expect((await r.json("GET", "/v1/responses", 200)).data).toMatchObject([{ customer: "globex", kind: "approved" }]);
    expect(textOf(await open(`${PATH}?show=approvals`))).toContain("No change waits for an approval.");
  });

  test("needs something that was announced", async () => {
    const r = await registry();
    await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    const { open } = await consoleOf(r, "write");
    expect(textOf(await open(`${PATH}/new`))).toContain("Nothing is announced that could be answered.");
  });
});
