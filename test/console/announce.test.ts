import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { expectProblem, type Registry, registry, vendor } from "../setup/registry.ts";
import { expectProof } from "../setup/verify.ts";

async function drafted(organisation = {}, fields = {}) {
  const r = await registry();
  await r.organisation();
  await r.listed(vendor({ name: "Zendesk" }));
  await r.organisation(organisation);
  const body = { name: "Two AG", contacts: [{ email: "two@two.example" }] };
  await r.call("PUT", "/v1/customers/two", { body });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "HubSpot" }, fields) });
  return { r, number: changeSet.number as number, path: `/console/changes/${changeSet.number}` };
}

/** What the form that confirms would send. */
const confirming = (page: string): Record<string, string> => {
  const form = /<div class="confirm">.*?<\/form>/s.exec(page)?.[0] ?? "";
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
};

const stateOf = async (r: Registry, number: number): Promise<string> =>
  (await r.json("GET", `/v1/change-sets/${number}`, 200)).state;

describe("announcing by the console", () => {
  test("says that the evidence would name nobody, to whoever has not said who they are since the first start", async () => {
    const { r, path } = await drafted();
    const { open } = await consoleOf(r, "announce");
    const [user] = (await r.json("GET", "/v1/users", 200)).data;
    const shownTo = async (name: string) => {
      await r.json("PATCH", `/v1/users/${user.id}`, 200, { body: { name } });
      return textOf(await open(`${path}/announce`));
    };
    expect(await shownTo("Administrator")).toContain("will say that “Administrator” has done this");
    expect(await shownTo("Ina")).not.toContain("will say that");
  });

  test("repeats date, people and last day to object, and is confirmed by a button that says how many are told", async () => {
    const { r, number, path } = await drafted();
    await r.follower("follower@example.com");
    const { open, send } = await consoleOf(r, "announce");

    const page = await open(`${path}/announce`);

    for (const said of [
      "22 December 2026",
      "21 December 2026, end of day in Paris",
      "Announce to 2 people",
      "two@two.example (Two AG) follower@example.com (follower)",
      "The mails are from Registry <registry@registry.example>",
      "Answers by mail go to The sender: no address for privacy is stated",
    ])
      expect(textOf(page)).toContain(said);
    const announced = await send(`${path}/announce`, confirming(page));
    expect([announced.status, announced.headers.get("location")]).toEqual([303, `${path}?did=announce`]);
    expect(textOf(await open(`${path}?did=announce`))).toContain("Announced. The mails are on their way");
    expect(await stateOf(r, number)).toBe("announced");
    await r.drain();
    expect((await r.messages()).map(({ to }) => to[0]).sort()).toEqual(["follower@example.com", "two@two.example"]);
    expect((await send(`${path}/announce`, confirming(page))).status).toBe(409);
  });

  test("says in words what has changed meanwhile, and sends nothing", async () => {
    const { r, number, path } = await drafted();
    const { open, send } = await consoleOf(r);
    const page = await open(`${path}/announce`);
    await r.follower("new@example.com");
    const before = await r.stored();

    const more = await send(`${path}/announce`, confirming(page));
    expect(more.status).toBe(409);
    const again = await more.text();
    expect(textOf(again)).toContain("2 people would be told by now, and not 1.");
    expect(again).toContain("Announce to 2 people");
    expect(await r.stored()).toEqual(before);

    await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { reason: "Edited" } });
    const edited = await send(`${path}/announce`, confirming(again));
    expect(edited.status).toBe(409);
    expect(textOf(await edited.text())).toContain("Somebody has edited the draft since you opened this page.");
    expect(await stateOf(r, number)).toBe("draft");
  });

  test("takes errors that were found only with a reason, which is kept", async () => {
    const { r, number, path } = await drafted(
      {},
      {
        locations: [{ country: "US" }],
        safeguards: [{ mechanism: "adequacy" }, { mechanism: "scc", module: 3, regimes: ["eu"] }],
      },
    );
    const { open, send } = await consoleOf(r);
    const page = await open(`${path}/announce`);
    expect(page).toContain('value="adequacy-absent"');
    const plain = await send(`${path}/announce`, confirming(page));
    expect([plain.status, await stateOf(r, number)]).toEqual([409, "draft"]);
    const unsaid = await send(`${path}/announce`, { ...confirming(page), acceptFindings: "adequacy-absent" });
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toMatch(/value="adequacy-absent" checked/);
    const acceptFindingsReason = "They are certified next week.";
    const sent = { ...confirming(page), acceptFindings: "adequacy-absent", acceptFindingsReason };
    await r.organisation({ approvalsRequired: 1 });
    await send(`${path}/draft`, { effectiveOn: "2027-02-01" }, await open(path));
    const other = await consoleOf(r);
    const [, version = ""] =
      /action="[^"]*\/approve".*?name="version" value="([^"]*)"/s.exec(await other.open(path)) ?? [];
    expect((await other.send(`${path}/approve`, { version })).status).toBe(303);
    const author = await open(`${path}/announce`);
    expect(textOf(author)).toContain("somebody else has to accept it, with a reason, and announce it");
    expect(author).not.toMatch(/value="adequacy-absent"|Announce to/);
    const fresh = { ...sent, ...confirming(await other.open(`${path}/announce`)) };
    expect((await other.send(`${path}/announce`, fresh)).status).toBe(303);
    const log = (await r.json("GET", "/v1/audit?limit=100", 200)).data;
    expect(JSON.stringify(log)).toContain(acceptFindingsReason);
  });

  test("says what is found of several vendors once, with the way to the field of each", async () => {
    const r = await registry();
    await r.organisation();
    const names = ["Heron", "Pebble", "Tern"];
    for (const [index, name] of names.entries()) {
      const into = index === 0 ? "" : "?changeSet=1";
      await r.json("POST", `/v1/vendors${into}`, 201, { body: vendor({ name, address: undefined }) });
    }
    const { open } = await consoleOf(r);
    const page = await open("/console/changes/1");
    expect(new Set(page.match(/The address of \w+ is not stated/g))).toEqual(
      new Set(["The address of Heron is not stated"]),
    );
    const [entry = ""] = /<li>(?:(?!<li>).)*The address of Heron.*?<\/li>/s.exec(page) ?? [];
    expect(textOf(`<body>${entry}`)).toContain("The same of: Pebble Tern");
    // So has the sheet that is printed, what is to be looked at first.
    expect(textOf(page)).toMatch(
      /Please check: Which .* Note: The address of Heron is not stated\. The same of: Pebble and Tern\./,
    );
    for (const name of names) {
      const field = new RegExp(
        `/console/vendors/${name.toLowerCase()}/edit[^"]*#address" aria-label="${name}: to the field"`,
      );
      expect(entry).toMatch(field);
    }
  });

  test("shows what was found, and asks for a reason where nothing covers a transfer", async () => {
    const { r, number, path } = await drafted({}, { locations: [{ country: "IN" }] });
    const { open, send } = await consoleOf(r);
    const page = await open(`${path}/announce`);
    expect(textOf(page)).toContain("What was found");
    expect(textOf(page)).toContain(
      "What has to be accepted first Please check HubSpot. EU: no transfer tool is stated for India",
    );
    expect((await send(`${path}/announce`, confirming(page))).status).toBe(409);
    expect(await stateOf(r, number)).toBe("draft");
    const sent = { ...confirming(page), acceptFindings: "gap", acceptFindingsReason: "The clauses are being signed." };
    expect((await send(`${path}/announce`, sent)).status).toBe(303);
    expect(await stateOf(r, number)).toBe("announced");
  });

  test("what was accepted is said with who, when and why, by the law and the settings of then; customers are not told", async () => {
    const { r, path } = await drafted({}, { locations: [{ country: "IN" }, { country: "VN" }] });
    const acceptFindingsReason = "Die Klauseln werden <b>gezeichnet</b>.";
    const accepting = { effectiveOn: "2026-12-31", acceptFindings: ["gap"], acceptFindingsReason };
    await r.json("POST", "/v1/change-sets/2/announce", 200, { body: accepting });
    await r.drain();
    const { open } = await consoleOf(r);
    const gap = "Please check HubSpot. EU: no transfer tool is stated for India";
    const why =
      "Accepted by The server’s own admin key When 21 November 2026 at 10:00 The reason that was given: Die Klauseln werden <b>gezeichnet";
    const whole = async (at: string) => textOf(await open(`${path}${at}`));

    for (const at of ["", "/evidence"]) {
      expect(await whole(at)).toMatch(new RegExp(`Accepted with a reason Source: .{9,300} ${gap}`));
      expect(await whole(at)).toContain(why);
    }
    expect(await whole("?lang=fr")).toMatch(/Accepté avec un motif Source.{9,250} À vérifier HubSpot/);
    const pack = await r.get("/v1/change-sets/2/evidence.zip");
    const files = unzipSync(new Uint8Array(await pack.arrayBuffer()));
    expect(textOf(Buffer.from(files["Evidence.html"] ?? []).toString())).toContain(why);
    for (const mail of await r.messages()) expect(JSON.stringify(mail)).not.toContain("Klauseln");
    const change = await r.call("GET", "/changes/2", { key: null, headers: { accept: "text/html" } });
    expect(await change.text()).not.toContain("Klauseln");

    // Other settings and other law of later change nothing of what was accepted.
    const adequate = async (country: string) => {
      const decision = { kind: "adequacy", regime: "eu", territories: [country], startsOn: "2026-11-01" };
      const body = { ...decision, source: "https://law.example", title: "A decision", reason: "It came." };
      await r.json("POST", "/v1/law/amendments", 201, { body });
    };
    await adequate("VN");
    r.passHours(24);
    await adequate("IN");
    await r.organisation({ regimes: ["ch"] });
    const again = await consoleOf(r);
    const later = textOf(await again.open(path));
    expect(later).toContain(gap);
    // Of what would not have been found by the law of then, such as by one that was amended on that very day, the log has the kind.
    expect(later).toContain("HubSpot: a finding of the kind “gap”, as the log names it");
    expect(later).toContain(why);
  });

  test("a draft leads to accepting what it makes, and not to what was so before", async () => {
    const { r, path } = await drafted({}, { locations: [{ country: "IN" }] });
    const { open } = await consoleOf(r);
    expect(await open(path)).toContain("Accept, because");
    const reason = "The clauses are being signed.";
    const accepting = { effectiveOn: "2026-12-31", acceptFindings: ["gap"], acceptFindingsReason: reason };
    await r.json("POST", "/v1/change-sets/2/announce", 200, { body: accepting });

    const body = { address: "1 Main Street" };
    const { changeSet } = await r.json("PATCH", "/v1/vendors/hubspot", 200, { body });

    const page = await open(`/console/changes/${changeSet.number}`);
    expect(textOf(page)).toContain("no transfer tool is stated for India");
    expect(page).not.toContain("Accept, because");
  });

  test("a tick that accepts several says how many", async () => {
    const accepting = async (...places: string[]) => {
      const { r, path } = await drafted({}, { locations: places.map((country) => ({ country })) });
      const page = await (await consoleOf(r)).open(`${path}/announce`);
      return /value="gap"[^>]*>([^<]*)</.exec(page)?.[1];
    };
    expect(await accepting("IN")).toBe("Accept this");
    expect(await accepting("IN", "VN")).toBe("Accept all 2 of these");
  });

  test("says beforehand who may approve a first list and publish it, to its author and to whoever may", async () => {
    const r = await registry();
    await r.organisation({ approvalsRequired: 1 });
    const author = await consoleOf(r);
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Neu" }) });
    const path = `/console/changes/${changeSet.number}`;
    await author.send(`${path}/draft`, { reason: "First" }, await author.open(path));
    const alone = await author.open(path);
    expect(textOf(await author.open("/console"))).toContain(
      "somebody else has to approve and publish it: no customer is mailed the first list, so none could notice a mistake in it. Nobody else here can yet",
    );
    expect(textOf(alone)).toContain("somebody else has to approve and publish it");
    expect(alone).toMatch(
      /Nobody else here can\. Invite another person who may announce: <a href="\/console\/people">/,
    );
    expect(alone).not.toContain("next=publish");

    const other = await consoleOf(r, "announce");
    expect(textOf(await other.open("/console"))).toContain("Waits for approval by another person: Added: Neu");
    const read = await other.open(path);
    const [, version = ""] = /action="[^"]*\/approve".*?name="version" value="([^"]*)"/s.exec(read) ?? [];
    expect((await other.send(`${path}/approve`, { version })).status).toBe(303);
    expect(textOf(await author.open(path))).toMatch(
      /Approved by .* somebody else has to publish it.*Who can: Operator/,
    );
    // The checklist leads its author to the draft, which says so, and whoever may publish it to the page with the button.
    const steps = await author.open("/console");
    expect(textOf(steps)).toMatch(
      /follow it\. You have written in this list, so somebody else has to publish it: .* Who can: Operator \d+\./,
    );
    expect(textOf(await other.open("/console"))).toContain(
      "Approved, and not published yet: Added: Neu Read and publish",
    );
    expect(steps).not.toContain(`${path}/publish`);
    expect(await other.open("/console")).toContain(`href="${path}/publish"`);
    expect((await other.send(`${path}/publish`, confirming(await other.open(`${path}/publish`)))).status).toBe(303);
  });

  test("tells author and approver alike that a draft needs its date, from when, and until when it can be announced", async () => {
    const { r, path } = await drafted({ approvalsRequired: 1 });
    const [author, other] = [await consoleOf(r), await consoleOf(r)];
    await author.send(`${path}/draft`, { reason: "Why" }, await author.open(path));
    expect(textOf(await author.open(path))).toContain("Give it a date first: approving holds for the date as well.");
    expect(textOf(await author.open(path))).toContain("empty, it cannot be approved");
    expect(textOf(await other.open(path))).toContain("Whoever has written it has to give one");

    const past = await author.send(`${path}/draft`, { effectiveOn: "2026-11-01" }, await author.open(path));
    expect(textOf(await past.text())).toContain("Takes effect on: The earliest is 22 December 2026.");

    await author.send(`${path}/draft`, { effectiveOn: "2027-02-01" }, await author.open(path));
    // Thirty days after 1 January end on 31 January.
    expect(textOf(await author.open(path))).toContain("Announce it by, to keep that day 1 January 2027");
    expect(textOf(await other.open("/console"))).toContain("Neu announce by 1 January 2027".replace("Neu", "HubSpot"));
  });

  test("asks for a fresh sign-in", async () => {
    const { r, number, path } = await drafted();
    const { open, send } = await consoleOf(r);
    const fields = confirming(await open(`${path}/announce`));
    r.passHours(1.1);
    expect((await send(`${path}/announce`, fields)).status).toBe(403);
    await open(`${path}/announce`, 403);
    expect(await stateOf(r, number)).toBe("draft");
  });

  test("waits for another person where two have to see it; any edit takes the approval back", async () => {
    const { r, number, path } = await drafted({ approvalsRequired: 1 });
    const [author, other] = [await consoleOf(r), await consoleOf(r)];
    await author.send(`${path}/draft`, { effectiveOn: "2027-02-01" }, await author.open(path));
    expect(textOf(await author.open(path))).toContain("You have written in this draft, so somebody else has to");
    const page = await other.open(path);
    expect(textOf(page)).toContain("Waits for approval by another person");
    expect(textOf(await other.open(`${path}/announce`))).toContain("Waits for approval by another person.");

    const [, version = ""] = /action="[^"]*\/approve".*?name="version" value="([^"]*)"/s.exec(page) ?? [];
    expect((await author.send(`${path}/approve`, { version })).status).toBe(409);
    expect((await other.send(`${path}/approve`, { version: "0".repeat(64) })).status).toBe(409);
    expect((await other.send(`${path}/approve`, { version })).status).toBe(303);
    expect(textOf(await author.open(path))).toMatch(/Approved by Operator \d+ on 21 November 2026\./);
    await author.send(`${path}/draft`, { reason: "More" }, await author.open(path));
    expect(textOf(await author.open(path))).toContain("Waits for approval by another person");
    expect(await stateOf(r, number)).toBe("draft");
  });

  test("of a first list that somebody else has to approve is not said to wait for nothing", async () => {
    const r = await registry();
    await r.organisation({ approvalsRequired: 1 });
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Zendesk" }) });
    const { open } = await consoleOf(r);
    const path = `/console/changes/${changeSet.number}`;
    for (const place of [path, `${path}/sheet`]) {
      const page = textOf(await open(place));
      expect(page).toContain("Once somebody else has approved it and it is published");
      expect(page).not.toContain("is published at once");
    }
  });

  test("publishes the list there is, at once and telling nobody, where nothing was published", async () => {
    const r = await registry();
    await r.organisation();
    await r.follower("follower@example.com");
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Zendesk" }) });
    const path = `/console/changes/${changeSet.number}`;
    const { open, send } = await consoleOf(r);
    const draft = await open(path);
    expect(draft).toMatch(/<button type="submit"[^>]* formaction="[^"]*next=publish">Publish the list you have</);
    expect(textOf(draft)).toContain("The list is published at once, as it is today. Nobody is told");
    expect(draft).not.toMatch(/Mails<|Announce…|Earliest date|Takes effect on|How much it weighs/);
    expect(draft).toContain("Announce it instead</a>");
    expect(draft).toMatch(
      /1 vendor is in this first list so far\..*href="\/console\/new-vendor">Add the next vendor<.*Back to the steps/s,
    );
    const announcing = await open(`${path}?announce=yes`);
    for (const said of ["Mails</a>", "Announce…</button>", "Earliest date", "Takes effect on"])
      expect(announcing).toContain(said);
    expect((await send(`${path}/draft`, {}, draft)).headers.get("location")).toBe(`${path}?saved`);
    expect((await send(`${path}/draft?announce=yes`, {}, announcing)).headers.get("location")).toBe(
      `${path}?announce=yes&saved`,
    );
    const toCome = textOf(await open(`${path}/page/later`));
    expect(toCome).toContain("As everybody sees it once you publish it.");
    expect(toCome).not.toMatch(/Once it is announced|On \d+ \w+ 20/);
    const shown = textOf(await open(`${path}/page/shown`));
    expect(shown).toContain("Zendesk");
    expect(shown).not.toMatch(/Newly in force|may object/);
    const page = await open(`${path}/publish`);
    expect(page).toContain(">Publish the list you have</button>");
    expect(textOf(page)).toMatch(/What was found (Please check|Error|\d+ notes?)/);
    const published = await send(`${path}/publish`, confirming(page));
    expect([published.status, published.headers.get("location")]).toEqual([303, `${path}?did=publish`]);
    const overview = textOf(await open(`${path}?did=publish`));
    for (const said of [
      "Published.",
      "First publication of the list as it was. No notice was sent.",
      "First published here on",
    ])
      expect(overview).toContain(said);
    expect(overview).not.toMatch(/concerns no customer|No customer|Took effect/);
    expect(await stateOf(r, changeSet.number)).toBe("effective");
    await r.drain();
    expect(await r.messages()).toEqual([]);
    const second = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "HubSpot" }) });
    expect(await open(`/console/changes/${second.changeSet.number}`)).not.toContain("Publish the list you have");
  });
});

describe("the mails of a draft", () => {
  test("are shown as their readers get them, in a frame that runs nothing and asks nobody", async () => {
    const { r, path } = await drafted();
    const { open, cookie } = await consoleOf(r, "read");
    const page = await open(`${path}/mails`);
    expect(page).toContain("Contacts · Two AG · English · may object until 21 December 2026");
    expect(page).toContain(
      `<iframe class="sent-as" title="The mail" sandbox="" loading="lazy" src="${path}/mails/1/shown"`,
    );
    const shown = await r.call("GET", `${path}/mails/1/shown`, { key: null, headers: { cookie } });
    expect(shown.headers.get("content-security-policy")).toMatch(
      /^sandbox.*default-src 'none'.*frame-ancestors 'self'$/,
    );
    expect(shown.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(await shown.text()).toContain("HubSpot");
    expect(await open(`${path}/mails?as=text`)).toContain('<pre class="mail-text" lang="en">');
    await open(`${path}/mails/9/shown`, 404);
    expect(textOf(page)).toContain("the reader’s own name after the greeting, where it is known");
    expect(await open(`${path}/page`)).toContain(`src="${path}/page/shown"`);
    expect(textOf(await open(`${path}/page/shown?on=2026-12-22`))).toContain("HubSpot");
    expect(await stateOf(r, Number(path.split("/").at(-1)))).toBe("draft");
  });

  test("are sent as a test to whoever asks alone, marked as one, and count as no notice", async () => {
    const { r, number, path } = await drafted();
    const { email, open, send } = await consoleOf(r, "write");

    const sent = await send(`${path}/mails/1/test`, {});

    expect(sent.headers.get("location")).toBe(`${path}/mails?mail=1&sent`);
    expect(textOf(await open(`${path}/mails?mail=1&sent`))).toContain(`A test is on its way to ${email}.`);
    await r.drain();
    const [mail, ...others] = await r.messages();
    expect(others).toEqual([]);
    const link = /https?:\/\/[^/\s]+(\/respond\/[\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const led = await r.call("GET", link, { key: null });
    const page = await led.text();
    expect([led.status, textOf(page)]).toEqual([200, expect.stringContaining("This is a test link")]);
    // The form is there as its reader would see it, and cannot be sent.
    expect(/<fieldset class="as-test" disabled.*<\/fieldset>/s.exec(page)?.[0]).toContain("We object");
    expect(page).not.toContain("We approve");
    const shown = async (path: string, status = 200) => {
      const response = await r.call("GET", path, { key: null, headers: { "accept-language": "en" } });
      expect([path, response.status]).toEqual([path, status]);
      return textOf(await response.text());
    };
    // Each page is in the language of its mail, whatever the browser asks for.
    expect(await shown("/respond/preview-fr-approver")).toMatch(/lien d’essai.*Nous donnons notre autorisation/);
    expect(await shown("/unsubscribe/preview-fr-follower")).toMatch(/lien d’essai.*Arrêter les messages/);
    expect(await shown("/unsubscribe/preview-en-contact")).toMatch(/test link.*instead/i);
    expect(await shown("/preferences/preview-en-follower")).toMatch(/test link.*Save/);
    expect(await shown("/respond/preview")).toContain("We object");
    await shown("/respond/preview-en-nobody", 404);
    // Every link of it leads somewhere: that to the dates says what readers get, that to the page of the change shows it.
    expect(await shown("/respond/preview-fr-contact/calendar.ics")).toMatch(/lien d’essai.*un fichier pour son agenda/);
    const links = [...(mail?.html ?? "").matchAll(/href="https:\/\/registry\.example([^"]*)"/g)].map(
      ([, at]) => at ?? "",
    );
    expect(links.map((at) => at.split("?")[0])).toContain(`${path}/page`);
    for (const link of links) await open(link);
    expect(mail?.to).toEqual([email]);
    expect(mail?.subject).toMatch(/^\[Test\] /);
    expect(mail?.text).toMatch(/^This is a test, sent only to you/);
    expect(mail?.html).toContain("This is a test, sent only to you");
    expect((await r.json("GET", `/v1/change-sets/${number}`, 200)).deliveries).toEqual({});
    const log: { action: string }[] = (await r.json("GET", "/v1/audit?limit=200", 200)).data;
    expect(log.filter(({ action }) => action === "change-set.test-mailed")).toHaveLength(1);
    const verb = `/v1/change-sets/${number}/test-mail`;
    expect(await r.json("POST", verb, 200, { body: { to: email } })).toMatchObject({
      to: email,
      locale: "en",
      audience: "contacts",
      subject: expect.stringContaining("Acme"),
    });
    await expectProblem(await r.post(verb), 422, "invalid-request", "/to");
    await expectProblem(await r.post(verb, { to: "two@two.example" }), 422, "invalid-request", "/to");
    await expectProblem(await r.post(verb, { to: email, audience: "followers" }), 422, "invalid-request", "/audience");
    await expectProblem(await r.post(verb, { to: email, of: "withdrawal" }), 409, "not-announced");
    await r.drain();
    expect((await r.messages()).map(({ to }) => to)).toEqual([[email], [email]]);
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-12-22" } });
    await r.drain();
    await expectProof(r, number);
  });
});
