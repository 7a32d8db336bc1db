import { describe, expect, test } from "vitest";
import { runMinute } from "../../src/notify/minute.ts";
import { announced, answer, customer, organised, respondLink } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { likeTheFirst } from "../setup/many-vendors.ts";
import { expectProblem, type Registry, vendor } from "../setup/registry.ts";
import { report } from "../setup/told.ts";

const REASON = "The supplier closes the old region.";

/** A change announced for 31 December 2026 to customers on these terms, and to a follower in French; all of it sent. */
async function told(customers: Record<string, Record<string, unknown>> = { easy: {} }) {
  const r = await organised({ locales: ["en", "fr"] });
  for (const [id, terms] of Object.entries(customers)) await customer(r, id, [`dpo@${id}.example`], terms);
  await r.follower("reader@follower.example", { locale: "fr" });
  const number = await announced(r);
  return { r, number, path: `/console/changes/${number}` };
}

const textOf = (page: string): string =>
  page
    .replace(/<style.*?<\/style>|<[^>]*>/gs, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");

const links = (page: string): string[] =>
  [...(/<ul class="acts">.*?<\/ul>/s.exec(page)?.[0] ?? "").matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(
    ([, name = ""]) => name,
  );

/** The mails of each kind of notice of a set that are owed to somebody: how many, and to how many contacts. */
const owed = (r: Registry, number: number) =>
  r.rows(`select n.kind, count(*)::int as people, count(d.customers)::int as contacts
    from notices n join deliveries d on d.notice_id = n.id
    where n.change_set = ${number} and n.kind not in ('announcement', 'receipt', 'resolution', 'objection', 'question', 'approval')
      and d.subscriber_id is not null and d.state = 'pending' group by n.kind order by n.kind`);

describe("the page of a set that was announced", () => {
  test("lists a hundred vendors of a first list that has more, and leads to all of them", async () => {
    const r = await organised({});
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Vendor 1000" }) });
    await r.rows(likeTheFirst(120));
    await r.json("POST", "/v1/change-sets/1/announce", 200, { body: { baseline: true } });
    const { open } = await consoleOf(r);
    const page = await open("/console/changes/1");
    expect([page.includes("Vendor 1099"), page.includes("Vendor 1100")]).toEqual([true, false]);
    expect(page).toMatch(/<a class="onward" href="[^"]*\/differences">All 120, field by field</);
  });

  test("says what comes next and when, whom it concerns, how far its mails have come, and who may do what", async () => {
    const { r, number, path } = await told({ easy: {}, strict: { authorisation: "specific" } });
    const { open } = await consoleOf(r);
    const page = textOf(await open(path));
    expect(page).toContain("What comes next");
    expect(page).toContain(
      "31 December 2026 Takes effect at the earliest: HubSpot. It waits for the approval of strict Ltd.",
    );
    expect(page).toMatch(/21 December 2026, end of day in \w+ Last day to object for easy Ltd and strict Ltd\./);
    expect(page).toContain(
      "Contacts of these customers who have not answered by then are reminded: easy Ltd and strict Ltd.",
    );
    const each = textOf(await open(`/console/customers/told/${number}`));
    expect(each).toContain("until they have approved, or their objections are resolved, it does not apply to anybody");
    expect(each).toContain("22 December 2026, and not before it has approved");
    expect(textOf(await open("/console/vendors"))).toContain(
      "Added on 31 December 2026, and not before customers have approved",
    );
    expect(page).toContain("It concerns 2 customers.");
    expect(page).toContain("The contract of one customer asks for its approval, which is missing: strict Ltd");
    expect(page).toMatch(/Announcement \d+ November 2026 3 (sent|arrived)/);
    expect(page).toContain("Nobody has answered yet.");
    const link = await respondLink(r, "dpo@easy.example", number);
    await answer(r, link, { kind: "objected", customer: "easy", text: "No." });
    const saying = async () => /Answered so far: .*?\./.exec(textOf(await open(path)))?.[0];
    expect(await saying()).toBe("Answered so far: easy Ltd objected on 21 November 2026, still open.");
    const [{ id }] = (await r.json("GET", "/v1/responses?outcome=open", 200)).data;
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "rejected", note: "It stays." } });
    expect(await saying()).toMatch(/easy Ltd objected on 21 November 2026, decided on 21 November 2026 \(.+\)\./);
    expect(textOf(await open(path))).toContain("Contacts of strict Ltd who have not answered by then are reminded.");

    const byRole = await Promise.all(
      (["read", "write", "announce", "admin"] as const).map(async (role) =>
        links(await (await consoleOf(r, role)).open(path)),
      ),
    );
    expect(byRole).toEqual([
      ["Evidence"],
      ["Evidence"],
      ["Withdraw", "Correct", "Postpone", "Evidence", "Waive approvals"],
      ["Withdraw", "Correct", "Postpone", "Evidence pack", "Read it as a page", "Waive approvals"],
    ]);
    expect(await open(`${path}/differences`)).toMatch(/<dl class="diff/);
  });

  test("of a withdrawn set, and of one in force, offers only what can still be done; while mails go, how far they have come is live", async () => {
    const { r, number, path } = await told();
    r.setTime("2027-01-02T09:00:00Z");
    const { open } = await consoleOf(r);
    expect(links(await open(path))).toEqual(["Correct", "Evidence pack", "Read it as a page"]);
    expect(await open(path)).toContain("Nothing more is to come of this change.");
    await open(`${path}/withdraw`, 409);

    const next = await announcedAnew(r);
    // Until its mails have gone, how far they have come is asked for anew: by the script, or by a link.
    expect(await open(`/console/changes/${next}`)).toMatch(
      /<p class="hint" data-live="">Under way. <a href="\/console\/changes\/\d+">Refresh<\/a>/,
    );
    expect(await open("/console/delivery")).toContain('data-live=""');
    await r.json("POST", `/v1/change-sets/${next}/withdraw`, 200, { body: {} });
    await r.drain();
    const withdrawn = await open(`/console/changes/${next}`);
    expect(links(withdrawn)).toEqual(["Evidence pack", "Read it as a page"]);
    expect(withdrawn).not.toContain("data-live");
    const [change] = (await r.json("GET", `/v1/change-sets/${next}`, 200)).changes;
    const vendorPage = textOf(await open(`/console/vendors/${change.vendor}`));
    const badge = "Announced and withdrawn; never on the list";
    expect(vendorPage).toContain(badge);
    expect(vendorPage).not.toContain("As it was last on the list");
    expect(textOf(await open("/console/vendors?status=removed"))).toContain(badge);
    expect(await open("/console/delivery")).not.toContain("data-live");
    expect(textOf(await open(`/console/changes/${next}/postpone`, 409))).toContain(
      "The change has been withdrawn meanwhile.",
    );
    expect(number).toBeLessThan(next);
  });

  test("names open answers first, and whom mail did not reach and why", async () => {
    const { r, number, path } = await told();
    const link = await respondLink(r, "dpo@easy.example", number);
    await answer(r, link, { kind: "objected", customer: "easy", text: "Not in that region." });
    await report(r, "dpo@easy.example", "email.bounced", "Transient: the mailbox is full", false);
    const { open } = await consoleOf(r);
    const page = textOf(await open(path));
    expect(page).toContain("1 objection. One is open.");
    const [, answered = ""] = /href="(\/console\/answers\/[^"]+)"/.exec(await open(path)) ?? [];
    expect(await open(answered)).toContain("Not in that region.");
    expect(page).toContain("Not in that region.");
    expect(page).toContain("Last day to object for easy Ltd.");
    expect(page).not.toContain("is reminded");
    const mails = textOf(await open(`${path}/told`));
    expect(mails).toContain("dpo@easy.example easy Ltd Came back Announcement Transient: the mailbox is full");
    expect(mails).toContain("One mail missed its reader and can be sent again.");
  });
});

/** Another vendor, announced to everybody. */
async function announcedAnew(r: Registry): Promise<number> {
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { effectiveOn: "2027-03-31" } });
  return changeSet.number;
}

/** What a preview says of each notice: how many people are told of it. */
function foreseen(page: string): number[] {
  const preview = /<div data-preview="told".*?value="preview"/s.exec(page)?.[0] ?? "";
  return [...textOf(preview).matchAll(/(\d+) (?:person|people)\b/g)].map(([, n]) => Number(n));
}

describe("what can be done about a set", () => {
  const CUSTOMERS = {
    easy: {},
    strict: { authorisation: "specific" },
    late: { objectUntilEffect: { daysBefore: 5 } },
  };
  const VERBS = [
    ["withdraw", { reason: "We stay." }, "Withdraw it and tell them", { withdrawal: 4 }],
    [
      "correct",
      { "text.en": "It is hosted in Ireland.", "text.fr": "" },
      "Publish the correction and tell them",
      { correction: 4 },
    ],
    [
      "postpone",
      {
        effectiveOn: "15 January 2027",
        reason: "The supplier is late.",
        lastDayToObjectOn: "10 January 2027",
      },
      "Postpone it and tell them",
      { postponement: 4 },
    ],
    ["waive-approvals", { reason: REASON }, "Go on without the approvals", { waiver: 1 }],
  ] as const;

  test.each(VERBS)(
    "%s says whom it tells what before it does it, and tells just them",
    async (verb, fields, button, told4) => {
      const { r, number, path } = await told(CUSTOMERS);
      const { open, send } = await consoleOf(r, "announce");
      const before = await r.stored();
      const page = await open(`${path}/${verb}${verb === "correct" ? "?wrong=wording" : ""}`);
      expect(page).toContain(button);
      expect(foreseen(page)).toEqual(Object.values(told4));

      const asked = await send(`${path}/${verb}`, { ...fields, do: "preview" }, page);
      const preview = await asked.text();
      expect([asked.status, foreseen(preview)]).toEqual([200, Object.values(told4)]);
      expect(await r.stored()).toEqual(before);
      const mails = mailsIn(preview);

      const sent = await send(`${path}/${verb}`, fields, page);
      expect([sent.status, sent.headers.get("location")]).toEqual([303, expect.stringMatching(`^${path}\\?did=`)]);
      expect(await owed(r, number)).toEqual(
        Object.entries(told4).map(([kind, people]) => ({ kind, people, contacts: Math.min(people, 3) })),
      );
      await r.drain();
      // What was previewed is what readers got.
      const everybody = [...Object.keys(CUSTOMERS).map((id) => `dpo@${id}.example`), "reader@follower.example"];
      const got = (await Promise.all(everybody.map(async (to) => (await r.messages(to)).at(-1)))).map(comparable);
      expect(mails.length).toBe(verb === "waive-approvals" ? 1 : 2);
      for (const mail of mails) expect(got).toContainEqual(comparable(mail));
    },
  );

  test("the mail of a postponement has the day that moves with the effect, by the reader's contract", async () => {
    const { r, path } = await told({ late: { objectUntilEffect: { daysBefore: 5 } } });
    const { open, send } = await consoleOf(r, "announce");
    const page = await open(`${path}/postpone`);
    expect(textOf(page)).toContain("Now: 31 December 2026. Later than that, such as 28 January 2027.");
    expect(textOf(page)).toMatch(
      /each keeps its own day: late Ltd \d+ December 2026; by your own terms \d+ December 2026\./,
    );
    expect(textOf(page)).toContain("dpo@late.example (late Ltd) reader@follower.example (follower)");
    const fields = { effectiveOn: "15 January 2027", reason: "The supplier is late." };
    const preview = mailsIn(await (await send(`${path}/postpone`, { ...fields, do: "preview" }, page)).text());
    expect(preview.map(({ text }) => text).join()).toContain("You can object until 10 January 2027");
    await send(`${path}/postpone`, fields, page);
    // What the notice had said stands beside what has become of it, with who was told of that.
    for (const place of ["", "/evidence"]) {
      const kept = textOf(await open(`${path}${place}`));
      expect(kept).toMatch(/Announced for 31 December 2026 Takes effect on 15 January 2027/);
      expect(kept).toMatch(
        /Postponed 21 November 2026 HubSpot: to 15 January 2027\. .*Notice of it to 2 people: 1 contact of customers, 1 follower\./,
      );
    }
    await r.drain();
    const got = (await r.messages("dpo@late.example")).at(-1);
    expect(preview.map(comparable)).toContainEqual(comparable(got));
  });

  test("waiving what was held past its day says who hears of the waiver, and who of the day", async () => {
    const { r, number, path } = await told({ easy: {}, strict: { authorisation: "specific" } });
    r.setTime("2027-01-02T09:00:00Z");
    await runMinute(r.deps, { budgetMs: 10_000 });
    const { open, send } = await consoleOf(r, "announce");
    const page = await open(`${path}/waive-approvals`);
    expect(foreseen(page)).toEqual([1, 2]);
    const { length: before } = await r.rows("select id from deliveries");
    await send(`${path}/waive-approvals`, { reason: REASON }, page);
    const kinds = await owed(r, number);
    expect(kinds).toEqual([
      { kind: "release", people: 2, contacts: 1 },
      { kind: "waiver", people: 1, contacts: 1 },
    ]);
    expect(await r.rows("select id from deliveries")).toHaveLength(before + 3);
  });

  test("tells only whom the chosen changes concern, and everybody once all are chosen", async () => {
    const r = await organised({
      products: [
        { key: "shop", name: "Shop" },
        { key: "chat", name: "Chat" },
      ],
    });
    for (const id of ["shop", "chat"]) await customer(r, id, [`dpo@${id}.example`], { products: [id] });
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    for (const product of ["shop", "chat"])
      await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, {
        body: vendor({ name: `For ${product}`, slug: `for-${product}` }, { products: [product] }),
      });
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-12-31" } });
    await r.drain();
    const { open, send } = await consoleOf(r, "announce");
    const path = `/console/changes/${number}/correct`;
    const page = await open(`${path}?wrong=wording`);
    expect(foreseen(page)).toEqual([2]);
    const some = await (await send(path, { changes: "for-shop", do: "preview" }, page)).text();
    expect(foreseen(some)).toEqual([1]);
    const none = await send(path, { changes: [], "text.en": "Wrong." }, page);
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("Please choose at least 1.")]);
    await send(path, { changes: "for-shop", "text.en": "It is in Ireland." }, page);
    expect(await owed(r, number)).toEqual([{ kind: "correction", people: 1, contacts: 1 }]);
  });

  test("before words are corrected it is asked what was wrong: an entry is put right by what does that", async () => {
    const { r, path } = await told();
    const { open } = await consoleOf(r, "announce");
    const asked = await open(`${path}/correct`);
    expect(textOf(asked)).toMatch(
      /What was wrong\? Only the wording of the notice .* An entry of the list .* Something is missing: other data/,
    );
    expect(asked).not.toContain("<textarea");
    expect(textOf(await open(`${path}/correct?asked=yes`))).toContain("Please choose");
    expect(await open(`${path}/correct?asked=yes&wrong=wording`)).toContain("Publish the correction and tell them");

    const ways = async (wrong = "entry") =>
      [...(await open(`${path}/correct?wrong=${wrong}`)).matchAll(/<a class="button quiet" href="([^"]*)">/g)].map(
        ([, to]) => to,
      );
    for (const wrong of ["entry", "more"]) expect(await ways(wrong)).toEqual([`${path}/withdraw`, `${path}/postpone`]);
    expect(textOf(await open(`${path}/correct?wrong=more`))).toContain(
      "postpone it instead with a new last day to object",
    );
    r.setTime("2027-01-02T09:00:00Z");
    const later = await consoleOf(r, "announce");
    const inForce = await later.open(`${path}/correct?wrong=entry`);
    expect(inForce).toContain('href="/console/vendors/hubspot/wrong">This was wrong from the start</a>');
    await later.open("/console/vendors/hubspot/wrong");
    const more = await later.open(`${path}/correct?wrong=more`);
    expect(more).toContain('href="/console/vendors/hubspot">To the vendor</a>');
    expect(more).not.toContain("/wrong");
  });

  test("what has changed since the page was opened is said in words, and nothing is done", async () => {
    const { r, path, number } = await told(CUSTOMERS);
    const { open, send } = await consoleOf(r, "announce");
    const page = await open(`${path}/withdraw`);
    await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, {
      body: { effectiveOn: "2027-01-20", reason: "Later." },
    });
    const before = await r.stored();
    const refused = await send(`${path}/withdraw`, { reason: "We stay." }, page);
    const again = await refused.text();
    expect(refused.status).toBe(412);
    expect(textOf(again)).toContain(
      "Since you opened this page, something has changed: when it takes effect, or until when one may object and what people have been told of it.",
    );
    expect(again).toContain("We stay.");
    expect(await r.stored()).toEqual(before);
    expect((await send(`${path}/withdraw`, {}, again)).status).toBe(303);
    const over = await send(`${path}/withdraw`, {}, again);
    expect([over.status, await over.text()]).toEqual([
      409,
      expect.stringContaining("The change has been withdrawn meanwhile."),
    ]);
  });

  test("what would be told is shown as it looks, and sent as a test to whoever asks alone, with what is typed", async () => {
    const { r, number, path } = await told();
    const { email, cookie, open, send } = await consoleOf(r, "announce");
    const typed = { effectiveOn: "20 January 2027", reason: REASON };
    const before = (await r.messages()).length;

    const tested = await send(`${path}/postpone/test?mail=1`, typed, await open(`${path}/postpone`));

    const page = await tested.text();
    expect([tested.status, textOf(page)]).toEqual([200, expect.stringContaining(`A test is on its way to ${email}.`)]);
    expect(page).toContain(`${REASON}</textarea>`);
    expect(tested.headers.get("content-security-policy")).toContain("frame-src 'self'");
    const source = /src="(\/console[^"]*\/postpone\/shown[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const shown = await r.call("GET", source, { key: null, headers: { cookie } });
    expect(shown.headers.get("content-security-policy")).toMatch(/^sandbox.*default-src 'none'/);
    expect(await shown.text()).toContain(REASON);
    await open(`${path}/postpone/shown?mail=1&typed=nonsense`, 404);
    expect((await (await consoleOf(r, "write")).send(`${path}/postpone/test?mail=1`, typed)).status).toBe(403);
    await r.drain();
    const sent = (await r.messages()).slice(before);
    expect(sent.map(({ to }) => to)).toEqual([[email]]);
    expect(sent[0]?.subject).toMatch(/^\[Test\] /);
    expect(sent[0]?.text).toContain(REASON);
    expect(await owed(r, number)).toEqual([]);

    const verb = `/v1/change-sets/${number}/test-mail`;
    const withdrawal = { to: email, of: "withdrawal", audience: "followers", reason: REASON };
    expect(await r.json("POST", verb, 200, { body: withdrawal })).toMatchObject({
      audience: "followers",
      locale: "fr",
    });
    await expectProblem(await r.post(verb, { to: email, of: "correction" }), 422, "invalid-request", "/text");
    await expectProblem(await r.post(verb, { to: email }), 409, "not-a-draft");
    expect((await r.json("GET", `/v1/change-sets/${number}`, 200)).state).toBe("announced");
  });

  test("puts off one that replaces another by one tick for both", async () => {
    const r = await organised();
    await r.listed(vendor({ name: "Tally" }, { purpose: "Forms" }), vendor({ name: "Harbor" }));
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    const added = (body: unknown) => r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body });
    await added(vendor({ name: "HubSpot" }, { purpose: "Forms" }));
    await added(vendor({ name: "Quill" }, { purpose: "Search" }));
    await r.json("DELETE", `/v1/vendors/tally?changeSet=${number}`, 200);
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-12-31" } });
    const { open, send } = await consoleOf(r, "announce");
    const path = `/console/changes/${number}/postpone`;

    const page = await open(path);

    const ticks = [
      ...page.matchAll(/<input type="checkbox" name="changes" value="([^"]*)" checked[^>]*>(.*?)<\/label>/g),
    ];
    expect(ticks.map(([, value, label]) => `${value}: ${label}`)).toEqual([
      "hubspot: HubSpot and Tally",
      "quill: Quill",
    ]);
    await send(path, { effectiveOn: "15 January 2027", reason: REASON, changes: "hubspot" }, page);
    const { changes } = await r.json("GET", `/v1/change-sets/${number}`, 200);
    const days = changes.map((each: { vendor: string; effectiveOn: string }) => `${each.vendor} ${each.effectiveOn}`);
    expect(days.sort()).toEqual(["hubspot 2027-01-15", "quill 2026-12-31", "tally 2027-01-15"]);
  });

  test("what is refused is said beside its field, with what was typed", async () => {
    const { r, path } = await told();
    const { open, send } = await consoleOf(r, "announce");
    const page = await open(`${path}/postpone`);
    const wrong = async (fields: Record<string, string>) => {
      const response = await send(`${path}/postpone`, fields, page);
      return [
        response.status,
        [...(await response.text()).matchAll(/<span class="wrong"[^>]*>(.*?)<\/span>/g)].map(([, said]) => said),
      ];
    };
    expect(await wrong({ effectiveOn: "20 December 2026", reason: "Later." })).toEqual([
      422,
      ["Please give a day after 31 December 2026."],
    ]);
    expect(await wrong({ effectiveOn: "some day", reason: "" })).toEqual([
      422,
      ["This is not a date. Please write it like 26 December 2026.", "Please fill this in."],
    ]);
    expect(
      await wrong({
        effectiveOn: "10 January 2027",
        reason: "Later.",
        lastDayToObjectOn: "12 January 2027",
      }),
    ).toEqual([422, ["Please give a day before 10 January 2027, when a change takes effect."]]);
  });

  test("who may not has no button, and is refused; whoever signed in long ago signs in again before", async () => {
    const { r, path } = await told(CUSTOMERS);
    const writer = await consoleOf(r, "write");
    const announcer = await consoleOf(r, "announce");
    for (const verb of ["withdraw", "correct", "postpone", "waive-approvals"]) {
      expect((await writer.send(`${path}/${verb}`, {})).status).toBe(403);
      await writer.open(`${path}/${verb}`, 403);
    }
    expect((await announcer.send(`${path}/send-again`, {})).status).toBe(403);
    await announcer.open(`${path}/evidence.zip`, 403);
    r.passHours(2);
    const before = await r.stored();
    for (const verb of ["withdraw", "correct", "postpone", "waive-approvals"]) {
      await announcer.open(`${path}/${verb}`, 403);
      expect((await announcer.send(`${path}/${verb}`, { reason: REASON })).status).toBe(403);
    }
    expect({ ...(await r.stored()), sessions: "" }).toEqual({ ...before, sessions: "" });
  });

  test("the evidence is read as a page and taken as a pack, and what missed its readers is sent again", async () => {
    const { r, number, path } = await told({ easy: {}, strict: { authorisation: "specific" } });
    await report(r, "dpo@easy.example", "email.bounced", "Transient: the mailbox is full", false);
    const { open, send, cookie } = await consoleOf(r);
    const pack = await r.call("GET", `${path}/evidence.zip`, { key: null, headers: { cookie } });
    expect([pack.status, pack.headers.get("content-type")]).toEqual([200, "application/zip"]);
    expect(
      Buffer.from(await pack.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    const link = await respondLink(r, "reader@follower.example", number);
    await answer(r, link, { kind: "asked", text: "Why this vendor?" });
    const approver = await respondLink(r, "dpo@strict.example", number);
    await answer(r, approver, { kind: "approved", customer: "strict" });
    const letter = { changeSet: number, customer: "easy", kind: "objected", text: "No.", receivedOn: "2026-11-21" };
    await r.json("POST", "/v1/responses", 200, { body: { ...letter, channel: "post" } });
    await r.json("POST", "/v1/responses", 200, { body: { ...letter, customer: "strict", channel: "post" } });
    const evidence = textOf(await open(`${path}/evidence`));
    for (const said of [
      ", 21 November 2026, by post; entered 21 November 2026 at 10:00",
      `Evidence of change ${number}`,
      "Added: HubSpot",
      "dpo@easy.example easy Ltd Announcement 21 November 2026 at 10:00 – Came back",
      "reader@follower.example Follower Announcement 21 November 2026 at 10:00",
      "Why this vendor?",
      "dpo@strict.example Receipt of an answer",
      // An approval that was taken back is not shown as if it counted, nor a day as if nothing were waited for.
      "It does not count, because of an objection of 21 November 2026.",
      "approval, which is missing: strict Ltd",
      // What was answered is in the table of what was done, with who did it and how.
      "reader@follower.example, by a personal link Answer received: reader@follower.example asks",
      "dpo@strict.example, by a personal link No longer waits: Answer received: strict Ltd approves",
      "Compare the version and the log’s newest hash with those in the mails",
      "“Arrived” means that the mail server of the recipient has accepted the mail",
    ])
      expect(evidence).toContain(said);
    const { data } = await r.json("GET", "/v1/audit?limit=200", 200);
    const head = data.reduce((a: { sequence: number }, b: { sequence: number }) => (a.sequence > b.sequence ? a : b));
    expect(evidence).toContain(`Newest entry of the log, number ${head.sequence} ${head.hash}`);
    const one = textOf(await open(`${path}/evidence?q=EASY`));
    expect(one).toContain("dpo@easy.example");
    expect(one).not.toContain("reader@follower.example Follower");
    expect(await open(`${path}/evidence?lang=fr`)).toContain("Comment le vérifier");

    // Whoever may read has the page, and no file that all of the log is in.
    const reader = await consoleOf(r, "read");
    expect(await reader.open(path)).toContain(`href="${path}/evidence"`);
    expect(await reader.open(`${path}/evidence`)).not.toContain('evidence.zip"');
    await reader.open(`${path}/evidence.zip`, 403);

    // A language that was asked for once is kept.
    const asked = await r.call("GET", `${path}?lang=fr`, { key: null, headers: { cookie } });
    const kept = asked.headers.getSetCookie().find((each) => /language=fr;/.test(each)) ?? "";
    const headers = { cookie: `${cookie}; ${kept.split(";")[0]}`, "accept-language": "en" };
    expect(await (await r.call("GET", path, { key: null, headers })).text()).toContain('<html lang="fr">');

    const page = await open(`${path}/send-again`);
    expect(page).toContain("One mail is sent again.");
    const sent = await send(`${path}/send-again`, { reason: "The mailbox has room again." }, page);
    expect(sent.headers.get("location")).toBe(`${path}?did=resend`);
    expect(await owed(r, number)).toEqual([{ kind: "late-announcement", people: 1, contacts: 1 }]);
    const over = await send(`${path}/send-again`, { reason: "Once more." }, page);
    expect(over.status).toBe(409);
  });
});

/** The mails that a page previews, as their readers get them. */
const mailsIn = (page: string) =>
  [...page.matchAll(/<p class="mail-subject">.*?<strong[^>]*>(.*?)<\/strong>.*?<pre>(.*?)<\/pre>/gs)].map(
    ([, subject = "", text = ""]) => ({
      subject: unescaped(subject),
      text: unescaped(text),
    }),
  );

const unescaped = (text: string) =>
  text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Without the reader's own links, and what is known only once it is done: the version of the list, and its hashes. */
const comparable = (mail: { subject: string; text: string } | undefined) => {
  const text = (mail?.text ?? "")
    .replace(/\/(unsubscribe|respond|preferences)\/[\w-]+/g, "/$1/…")
    .replace(/(This is recorded in version|Cette information est consignée) .*$/s, "")
    .replace(/\s+/g, " ")
    .trim();
  return { subject: mail?.subject, text };
};
