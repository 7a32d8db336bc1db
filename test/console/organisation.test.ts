import { describe, expect, test } from "vitest";
import { isFoldedAway, textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { expectProblem, registry, vendor } from "../setup/registry.ts";

const PATH = "/console/organisation";

/** Every field that an organisation has, as the API takes it. */
const WHOLE = {
  name: "Acme",
  legalName: "Acme SAS",
  registrationNumber: "RCS Paris 123 456 789",
  address: "1 rue de la Paix\n75002 Paris",
  phone: "+33 1 23 45 67 89",
  website: "https://acme.example",
  privacyEmail: "privacy@acme.example",
  representatives: [
    { role: "data-protection-officer", name: "Léa Roth", position: "DPO", email: "lea@acme.example" },
    {
      role: "representative",
      regime: "uk",
      name: "Acme UK Ltd",
      phone: "+44 20",
      url: "https://acme.example/uk",
      address: "London",
    },
  ],
  supervisoryAuthority: { name: "CNIL", phone: "+33 1 53", url: "https://www.cnil.fr" },
  timeZone: "Europe/Berlin",
  regimes: ["eu", "ch"],
  noticePeriod: {
    days: 45,
    basis: "business",
    deemedReceiptDays: 3,
    deemedReceiptBasis: "working",
    extendToWorkingDay: true,
  },
  objectionPeriod: { months: 1, basis: "calendar", deemedReceiptDays: 0, mayOutlastNotice: true },
  remedies: { en: "You may end the contract.", fr: "Vous pouvez résilier." },
  products: [
    { key: "chat", name: "Acme Chat" },
    { key: "old-mail", name: "Acme Mail" },
  ],
  hostingRegions: [{ key: "eu", name: "European Union" }],
  intro: { en: "We use these.", fr: "Nous recourons à ceux-ci." },
  exhaustive: false,
  locations: [
    { country: "FR", kind: "storage", detail: { en: "Paris", fr: "À Paris" } },
    { country: "150", kind: "access" },
  ],
  safeguards: [
    {
      mechanism: "scc",
      module: 3,
      regimes: ["eu"],
      countries: ["US", "IN"],
      backup: true,
      checkedOn: "2026-01-31",
      url: "https://acme.example/scc",
      note: "Signed with each.",
    },
  ],
  retention: { text: "As long as the contract.", evidenceYears: 5, responseYears: 3 },
  cookies: [{ name: "sid", purpose: "Session", expires: "1 day", setBy: ["Acme", "Cloudflare"] }],
  definitions: [{ term: "Contact data", meaning: { en: "Names", fr: "Noms" } }],
  policy: { version: "3.1", updatedOn: "2026-02-01", url: "https://acme.example/privacy", archived: true },
  locales: ["fr", "en"],
  defaultLocale: "fr",
  holidays: ["2026-12-25", "2027-01-01"],
  branding: {
    accent: "#1a7f5a",
    homepage: "https://www.acme.example",
    title: { en: "Who helps us", fr: "Qui nous aide" },
  },
  approvalsRequired: 1,
  reminderDays: 5,
};

describe("the screen of the organisation", () => {
  test("saves what it shows as it is, every field of it, without script", async () => {
    const r = await registry();
    const stored = await r.organisation(WHOLE);
    const { open, send } = await consoleOf(r);

    const saved = await send(PATH, {}, await open(PATH));

    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${PATH}?saved`]);
    expect(await r.json("GET", "/v1/organisation", 200)).toEqual({ ...stored, locales: ["en", "fr"] });
    expect(await open(`${PATH}?saved`)).toContain('role="status" tabindex="-1" autofocus="">Saved.</p>');
  });

  test("shows whom another name would be told to, by which mail, before it is saved", async () => {
    const r = await registry();
    await r.organisation({ name: "Acme", locales: ["en", "fr"] });
    await r.follower("ada@customer.example", { locale: "fr" });
    const { open, send } = await consoleOf(r);
    const before = await r.stored();

    const asked = await send(PATH, { name: "Acmee", phone: "+33 1" }, await open(PATH));

    const page = await asked.text();
    expect(asked.status).toBe(200);
    expect(textOf(page)).toContain("1 person will be told of the new name");
    expect(textOf(page)).toContain("Subject Acmee : notre nom est désormais Acmee (auparavant Acme)");
    expect(page).toContain('value="+33 1"');
    expect(await r.stored()).toEqual(before);
    const [, asRead = ""] = /name="renamed" value="([^"]+)"/.exec(page) ?? [];

    // What is edited meanwhile is shown anew; the name as it was tells nobody.
    const again = await send(PATH, { renamed: asRead, name: "Acme Group" }, page);
    expect(textOf(await again.text())).toContain("Acme Group (auparavant");
    expect(await r.stored()).toEqual(before);
    expect((await send(PATH, { renamed: asRead }, page)).status).toBe(303);
    await r.drain();
    expect((await r.messages("ada@customer.example")).map(({ subject }) => subject)).toEqual([
      "Acmee : notre nom est désormais Acmee (auparavant Acme)",
    ]);
  });

  test("gives back what was typed, with the fault beside each field and a way to it, and writes nothing", async () => {
    const r = await registry();
    const { open, send } = await consoleOf(r);
    const before = await r.stored();

    const response = await send(
      PATH,
      {
        name: "",
        privacyEmail: "nobody",
        website: "acme.example/<b>",
        holidays: "25 December 2026\r\nsome day",
        "noticePeriod.length": "thirty",
        "policy.url": "ftp://x",
        "locations.0.country": "Nowhere",
        "products.0.name": "Chat",
        "products.1.name": "Chat",
        reminderDays: "99",
        locales: ["en"],
      },
      await open(PATH),
    );

    const page = await response.text();
    expect(response.status).toBe(422);
    const opened = (of: string) =>
      [...of.matchAll(/<details class="folded" open=""><summary><h2 id="([a-z]+)-heading"/g)].map(([, id]) => id);
    expect(opened(page), "what is folded opens where something is wrong").toEqual(
      expect.arrayContaining(["offer", "own", "keeping"]),
    );
    expect(opened(await open(PATH))).toEqual([]);
    const [, summary = ""] =
      /<div class="errors" role="alert" tabindex="-1" autofocus[^>]*>(.*?)<\/div>/s.exec(page) ?? [];
    const faults = [...summary.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/g)].map(([, to, text]) => `${to}: ${text}`);
    for (const fault of faults) expect(isFoldedAway(page, fault.split(":")[0] ?? ""), fault).toBe(false);
    for (const id of ["holidays", "policy.url", "logo-file"]) expect(isFoldedAway(await open(PATH), id)).toBe(true);
    expect(faults.sort()).toEqual([
      "holidays: Holidays (2): This is not a date. Please write it like 26 December 2026.",
      "locations.0.country: Country or area (1): Please choose a country or area; a town goes into the details of the place.",
      "name: Name: Please fill this in.",
      "noticePeriod.length: Notice period: Please give a whole number, in figures.",
      "policy.url: Web address of the policy: This is not a web address. It should look like https://company.example/page.",
      "privacyEmail: E-mail address for privacy: This is not an e-mail address. It should look like name@company.example.",
      "products.1.name: Name of the product (2): There is another of this name.",
      "reminderDays: Days before the last day to object on which contacts are reminded: At most 60.",
      "website: Website: This is not a web address. It should look like https://company.example/page.",
    ]);
    for (const [, to = ""] of summary.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(` id="${to}"`);
    expect(page).toContain('value="acme.example/&lt;b&gt;"');
    expect(page).toContain("25 December 2026\nsome day</textarea>");
    expect(page).toContain('value="thirty"');
    expect(page).toContain('value="Nowhere"');
    // What fields say together is looked at once each is right.
    const together = await send(PATH, { name: "Acme", locales: "en", defaultLocale: "fr" }, await open(PATH));
    expect(await together.text()).toContain("Please choose one of the languages above.");
    expect(await r.stored()).toEqual(before);
  });

  test("says in words what somebody else has saved meanwhile, keeps both, and takes the second try", async () => {
    const r = await registry();
    await r.organisation({ website: "https://acme.example" });
    const [one, other] = [await consoleOf(r), await consoleOf(r)];
    const [mine, theirs] = [await one.open(PATH), await other.open(PATH)];
    expect((await other.send(PATH, { legalName: "Acme GmbH", "noticePeriod.length": "45" }, theirs)).status).toBe(303);
    const before = await r.stored();

    const collided = await one.send(PATH, { legalName: "Acme SAS" }, mine);

    const page = await collided.text();
    expect(collided.status).toBe(409);
    expect(page).toContain("Somebody else has saved this meanwhile");
    expect(page).toContain('<a href="#legalName">Legal name: differs from what is saved</a>');
    expect(page).toContain('<a href="#noticePeriod.length">Notice period: differs from what is saved</a>');
    expect(page).toContain("Saved meanwhile: Acme GmbH");
    expect(page).toContain("Saved meanwhile: 45");
    expect(page.match(/differs from what is saved</g)).toHaveLength(2);
    expect(page).toContain('value="Acme SAS"');
    expect(await r.stored()).toEqual(before);
    expect((await one.send(PATH, {}, page)).status).toBe(303);
    expect(await r.json("GET", "/v1/organisation", 200)).toMatchObject({
      legalName: "Acme SAS",
      noticePeriod: { days: 30 },
      website: "https://acme.example",
    });
  });

  test("adds and removes rows by buttons, which save nothing; a product keeps its key under another name", async () => {
    const r = await registry();
    await r.organisation({
      products: [
        { key: "chat", name: "Chat" },
        { key: "mail", name: "Mail" },
      ],
    });
    const { open, send } = await consoleOf(r);
    const before = await r.stored();

    const added = await (await send(PATH, { do: "add:products", "products.2.name": "Calls" }, await open(PATH))).text();
    expect(added).toContain('id="products.3.name"');
    expect(added).toContain("Not saved yet.");
    const removed = await (await send(PATH, { do: "remove:products.0" }, added)).text();
    expect(removed).toMatch(/<fieldset class="rows-of" id="products" tabindex="-1" autofocus/);
    expect(await r.stored()).toEqual(before);
    const saved = await send(PATH, { "products.0.name": "Mail and calendar" }, removed);

    expect(saved.status).toBe(303);
    expect((await r.json("GET", "/v1/organisation", 200)).products).toEqual([
      { key: "mail", name: "Mail and calendar" },
      { key: "calls", name: "Calls" },
    ]);
  });

  test("does not take away a product that a vendor still names, and says which vendor", async () => {
    const r = await registry();
    await r.organisation({ products: [{ key: "chat", name: "Chat" }] });
    const { name } = vendor();
    await r.listed(vendor({ name }, { products: ["chat"] }));
    const { open, send } = await consoleOf(r);
    const response = await send(PATH, { "products.0.name": "" }, await open(PATH));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(`${name} still names it.`);
  });

  test("shows what the periods mean today, as they are typed, and the page as it would be; neither saves", async () => {
    const r = await registry({ now: "2026-11-26T09:00:00Z" });
    const { open, send } = await consoleOf(r);
    const page = await open(PATH);
    expect(textOf(page)).toContain("Last day to object 26 December 2026, end of day in Paris");
    // The sentence that mails say beside one's own words of objections.
    expect(textOf(page)).toContain("By itself it does not hold back what we announced; your rights");
    expect(textOf(page)).toContain("Earliest effect of a change that has to wait 27 December 2026");
    const before = await r.stored();

    const typed = { do: "preview", "noticePeriod.length": "10", "noticePeriod.unit": "business" };
    const preview = await send(PATH, { ...typed, holidays: ["25.12.2026", "2026-12-04"] }, page);
    expect(preview.status).toBe(200);
    expect(textOf(await preview.text())).toContain("Last day to object 11 December 2026, end of day in Paris");
    const wrong = await (await send(PATH, { do: "preview", "noticePeriod.length": "soon" }, page)).text();
    expect(textOf(wrong)).toContain("Once the periods are filled in");
    const published = await send(`${PATH}/page`, { name: "Acme", "intro.en": "These help us." }, page);
    expect([published.status, textOf(await published.text())]).toEqual([
      200,
      expect.stringContaining("These help us."),
    ]);
    expect((await send(`${PATH}/page`, { name: "" }, page)).status).toBe(422);
    expect(await r.stored()).toEqual(before);
    // What is stored is explained as it is, before anything is typed.
    await r.organisation({ noticePeriod: { days: 45, basis: "business" } });
    expect(textOf(await open(PATH))).toContain("Last day to object 28 January 2027, end of day in Paris");
  });

  test("is read by whoever may not change it, without a button; in French too", async () => {
    const r = await registry();
    await r.organisation({ legalName: "Acme SAS" });
    const { open, send } = await consoleOf(r, "announce");
    const page = await open(`${PATH}?lang=fr`);
    expect(page).toContain('<h1 dir="auto">Organisation</h1>');
    expect(page).toContain("Délai de préavis");
    expect(page).toContain('value="Acme SAS"');
    expect(page).toContain('<fieldset class="console-form" disabled');
    expect(/<main.*<\/main>/s.exec(page)?.[0]).not.toContain("<button");
    expect((await send(PATH, { name: "Evil" })).status).toBe(403);
  });

  test("is no longer than a reader loads in a moment, with all that it may hold", async () => {
    const r = await registry();
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k-${i}`, name: `Name ${i}` }));
    await r.organisation({ ...WHOLE, products: many(100), hostingRegions: many(100) });
    const { open, send } = await consoleOf(r);
    const page = await open(PATH);
    expect(page.length).toBeLessThan(300_000);
    expect((await send(PATH, {}, page)).status).toBe(303);
  });
});

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><script/><path d="M0 0h9v3z"/></svg>';

test("a logo is sent, replaced and taken away; what is wrong with one is said beside it, and what was left out of it", async () => {
  const r = await registry();
  await r.organisation();
  const { open, send, cookie } = await consoleOf(r);
  const upload = async (file: string, lang = "en") => {
    const form = new FormData();
    form.set("file", new File([file], "logo.svg", { type: "image/svg+xml" }));
    const sent = new Response(form);
    const response = await r.call("POST", `${PATH}/logo?lang=${lang}`, {
      key: null,
      headers: {
        cookie,
        "sec-fetch-site": "same-origin",
        accept: "text/html",
        "content-type": sent.headers.get("content-type") ?? "",
      },
      body: new Uint8Array(await sent.arrayBuffer()),
    });
    return { status: response.status, page: await response.text() };
  };
  const empty = await open(PATH);
  expect(textOf(empty)).toContain("There is none: pages begin with your name.");
  expect(empty).toContain('<input type="file" id="logo-file" name="file"');
  expect(empty).not.toContain("Remove the logo");

  for (const [file, status, said] of [
    ["", 422, "Please fill this in."],
    ["GIF89a", 422, "This is neither a PNG nor an SVG image."],
    ["x".repeat(110_000), 413, "The file is too large: at most 100 KiB."],
    ["x".repeat(102_500), 413, "The file is too large: at most 100 KiB."],
  ] as const) {
    const refused = await upload(file);
    expect(refused).toMatchObject({ status, page: expect.stringContaining(`role="alert">${said}</span>`) });
  }
  expect((await upload("<svg>", "fr")).page).toContain("Ce n’est pas une image SVG.");
  const taken = await upload(LOGO);
  expect([taken.status, textOf(taken.page)]).toEqual([
    200,
    expect.stringContaining("this was left out of the file: script."),
  ]);
  expect(taken.page).toMatch(/<img src="\/assets\/logo-[0-9a-f]{12}\.svg" width="9" height="3" alt="Logo of Acme"/);
  expect((await upload(LOGO.replace("<script/>", ""))).status).toBe(303);
  expect(await open(PATH)).toContain("Replace the logo");
  expect((await send(`${PATH}/logo/remove`, {})).status).toBe(303);
  expect((await r.get("/v1/organisation/logo")).status).toBe(404);
});

test("a colour is shown as it becomes on light and dark pages, before it is saved", async () => {
  const r = await registry();
  const { open, send } = await consoleOf(r);
  const page = await (await send(PATH, { do: "preview", "branding.accent": "FFEE00" }, await open(PATH))).text();
  expect(textOf(page)).toMatch(/On a light page: #[0-9a-f]{6}, so that it can be read\..*On a dark page: as it is\./);
  expect(page).toContain('fill="#ffee00"');
  const wrong = await send(PATH, { name: "Acme", "branding.accent": "yellow" }, page);
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining("This is not a colour. Please write it like #1f4b8f."),
  ]);
});

test("an address of the console that leads nowhere is a page of it, in its reader's language", async () => {
  const r = await registry();
  const { open, cookie } = await consoleOf(r, "read");
  const page = await open("/console/nowhere?lang=fr", 404);
  expect(textOf(page)).toContain("Il n’y a plus rien ici.");
  expect(page).toContain('<a href="/console/organisation?lang=fr">Organisation</a>');
  const out = await r.call("GET", "/console/nowhere", { key: null, headers: { accept: "text/html" } });
  expect([out.status, await out.text()]).toEqual([404, expect.not.stringContaining("/console/organisation")]);
  const huge = await r.call("POST", PATH, {
    key: null,
    headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    body: "x",
  });
  expect(huge.status).toBe(403);
});

test("the API refuses an organisation that was saved since it was read, by the version it gave", async () => {
  const r = await registry();
  await r.organisation();
  const etag = (await r.get("/v1/organisation")).headers.get("etag") ?? "";
  const put = (name: string, ifMatch: string) =>
    r.call("PUT", "/v1/organisation", { body: { name }, headers: { "if-match": ifMatch } });
  const first = await put("Acme One", etag);
  expect([first.status, first.headers.get("etag")]).toEqual([
    200,
    (await r.get("/v1/organisation")).headers.get("etag"),
  ]);
  await expectProblem(await put("Acme Two", etag), 412, "stale-version");
  expect((await r.json("GET", "/v1/organisation", 200)).name).toBe("Acme One");
});
