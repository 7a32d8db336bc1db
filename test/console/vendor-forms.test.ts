import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { consoleOf, fieldsOf } from "../setup/console.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

const NEW = "/console/new-vendor";
const PATH = "/console/vendors";

const SETTINGS = {
  locales: ["fr", "en"],
  defaultLocale: "fr",
  regimes: ["eu", "uk"],
  products: [
    { key: "chat", name: "Acme Chat" },
    { key: "mail", name: "Acme Mail" },
  ],
  hostingRegions: [{ key: "eu", name: "European Union" }],
};

/** Every field that a vendor has, as the API takes it. */
const WHOLE = {
  name: "HubSpot",
  legalName: "HubSpot, Inc.",
  formerNames: ["Hub", "Spot"],
  registrationNumber: "DE 3859000",
  identity: "category",
  relationship: "affiliate",
  country: "US",
  address: "2 Canal Park\nCambridge",
  contact: {
    name: "Jo Roth",
    position: "DPO",
    email: "dpo@hubspot.example",
    phone: "+1 888",
    url: "https://hubspot.example/dpo",
  },
  contractSignedOn: "2025-02-01",
  certifications: [
    { name: "ISO/IEC 27001", validUntil: "2027-05-01", url: "https://hubspot.example/iso" },
    { name: "SOC 2" },
  ],
  website: "https://hubspot.example",
  privacyPolicyUrl: "https://hubspot.example/privacy",
  cookiePolicyUrl: "https://hubspot.example/cookies",
  dpaUrl: "https://hubspot.example/dpa",
  optOutUrl: "https://hubspot.example/opt-out",
  subprocessorsUrl: "https://hubspot.example/subs",
  services: [
    {
      key: "crm",
      name: "HubSpot CRM",
      role: "processor",
      category: "Marketing",
      purpose: { en: "Keeping in touch", fr: "Garder le contact" },
      nature: "Hébergement",
      legalBasis: { en: "Contract" },
      dataCategories: ["Names", "Addresses"],
      sensitiveData: true,
      dataSubjects: ["Customers"],
      usedForTraining: "with-consent",
      locations: [
        { country: "US", kind: "storage", detail: "us-east-1", hostingRegions: ["eu"], products: ["chat"] },
        { country: "150", kind: "processing" },
      ],
      safeguards: [
        { mechanism: "dpf", regimes: [], backup: false, checkedOn: "2026-11-02" },
        {
          mechanism: "scc",
          module: 3,
          regimes: ["eu", "uk"],
          countries: ["US", "IN"],
          backup: true,
          url: "https://hubspot.example/scc",
          note: { en: "Signed", fr: "Signées" },
        },
      ],
      products: ["chat", "mail"],
      hostingRegions: ["eu"],
      optional: true,
      retention: "30 jours",
      cookies: [
        { name: "hubspotutk", purpose: "Sessions", expires: "6 months", setBy: ["HubSpot", "Cloudflare"] },
        { name: "other" },
      ],
      note: "Remarque",
    },
    // Without a word of its own but its key.
    {
      key: "quiet",
      role: "subprocessor",
      sensitiveData: false,
      dataCategories: [],
      dataSubjects: [],
      locations: [],
      safeguards: [],
      products: [],
      hostingRegions: [],
      optional: false,
      cookies: [],
    },
  ],
};

const documentOf = async (r: Registry, slug: string) => {
  const {
    slug: _,
    status: __,
    changeSet: ___,
    effectiveOn: ____,
    pending: _____,
    ...rest
  } = await r.json("GET", `/v1/vendors/${slug}`, 200);
  const { transfers: ______, findings: _______, ...document } = rest;
  return document;
};

/** A registry with a list, so that an edit goes into a draft of its own. */
async function withList(...vendors: ReturnType<typeof vendor>[]) {
  const r = await registry({ now: "2026-11-26T09:00:00Z" });
  await r.organisation(SETTINGS);
  await r.listed(...vendors);
  return { r, ...(await consoleOf(r, "write")) };
}

describe("the form of a vendor", () => {
  test("shows every field there is: a vendor is saved as it is, and only what is typed changes", async () => {
    const { r, open, send } = await withList(WHOLE);
    const stored = await documentOf(r, "hubspot");
    const page = await open(`${PATH}/hubspot/edit`);

    const same = await send(`${PATH}/hubspot/edit`, {}, page);
    expect(same.status).toBe(409);
    expect(await same.text()).toContain("Nothing would change.");

    const saved = await send(`${PATH}/hubspot/edit`, { address: "25 First Street" }, page);
    expect([saved.status, saved.headers.get("location")]).toEqual([303, "/console/changes/2?saved"]);
    const set = await r.json("GET", "/v1/change-sets/2", 200);
    expect(set.changes[0].diff).toEqual([{ path: "/address", before: WHOLE.address, after: "25 First Street" }]);
    expect(set.changes[0].after).toEqual({ ...stored, address: "25 First Street" });
  });

  test("takes a vendor written anew, field by field as people write them, and leaves empty what is left empty", async () => {
    const { r, open, send } = await withList(vendor());
    const page = await open(NEW);
    expect(fieldsOf(page).map(([name]) => name)).not.toContain("version");

    const saved = await send(
      NEW,
      {
        name: " Zendesk ",
        country: "the United States",
        "services.0.purpose.fr": "Assistance",
        "services.0.dataCategories": "Names\r\n\r\nMessages",
        "services.0.locations.0.country": "états-unis",
        "services.0.locations.1.country": "European Union",
        "services.0.locations.1.kind": "access",
        "services.0.safeguards.0.mechanism": "scc",
        "services.0.safeguards.0.module": "3",
        "services.0.safeguards.0.countries": "USA\r\nIndia",
      },
      page,
    );

    expect(saved.headers.get("location")).toBe("/console/changes/2?saved");
    const { changes } = await r.json("GET", "/v1/change-sets/2", 200);
    expect(changes[0]).toMatchObject({ vendor: "zendesk", kind: "added" });
    expect(changes[0].after).toEqual({
      name: "Zendesk",
      identity: "named",
      relationship: "third-party",
      country: "US",
      services: [
        {
          key: "main",
          role: "subprocessor",
          purpose: "Assistance",
          dataCategories: ["Names", "Messages"],
          dataSubjects: [],
          locations: [
            { country: "US", kind: "processing" },
            { country: "EU", kind: "access" },
          ],
          safeguards: [{ mechanism: "scc", module: 3, regimes: [], countries: ["US", "IN"], backup: false }],
          products: [],
          hostingRegions: [],
          optional: false,
          cookies: [],
        },
      ],
    });
  });

  test("gives back what was typed, with the fault beside each field and a way to it, and writes nothing", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk" }));
    const before = await r.stored();
    const response = await send(
      NEW,
      {
        country: "Europe",
        website: "zendesk example",
        "contact.email": "nobody",
        "services.0.locations.0.country": "Nowhere",
        "services.0.safeguards.0.note.en": "Signed",
        "services.0.safeguards.0.checkedOn": "2027-02-30",
        "certifications.0.url": "https://zendesk.example",
      },
      await open(NEW),
    );
    const page = await response.text();
    expect(response.status).toBe(422);
    const faults = [...page.matchAll(/<li><a href="#([^"]+)">([^<]*)<\/a>/g)].map(([, to, text]) => `${to}: ${text}`);
    expect(faults.filter((each) => !each.startsWith("part-")).sort()).toEqual([
      "certifications.0.name: What is certified (1): Please fill this in.",
      "contact.email: E-mail address: This is not an e-mail address. It should look like name@company.example.",
      "country: Country of establishment: Please choose a country.",
      "name: Name: Please fill this in.",
      "services.0.locations.0.country: Country or area (1): Please choose a country or area; a town goes into the details of the place.",
      "services.0.safeguards.0.checkedOn: Last checked on (1): This is not a date. Please write it like 26 December 2026.",
      "services.0.safeguards.0.mechanism: Transfer tool (1): Please choose one of what is offered.",
      "website: Website: This is not a web address. It should look like https://company.example/page.",
    ]);
    for (const [, to = ""] of page.matchAll(/<li><a href="#([^"]+)"/g)) expect(page).toContain(` id="${to}"`);
    expect(page).toContain('value="Nowhere"');

    // What a verb refuses stands beside its field as well.
    const taken = await send(NEW, { name: "Zendesk" }, await open(NEW));
    expect([taken.status, await taken.text()]).toEqual([
      409,
      expect.stringContaining("Another vendor has this address."),
    ]);
    const future = await send(NEW, { name: "Other", contractSignedOn: "2030-01-01" }, await open(NEW));
    expect(await future.text()).toContain("This day is still to come.");
    expect(await r.stored()).toEqual(before);
  });

  test("has services, places and safeguards in rows that buttons add and remove, which save nothing", async () => {
    const { r, open, send } = await withList(WHOLE);
    const path = `${PATH}/hubspot/edit`;
    const before = await r.stored();
    const page = await open(path);
    expect(page).not.toContain('id="services.2"');
    expect(page).toContain('id="services.0.locations.2.country"');

    const added = await (await send(path, { do: "add:services" }, page)).text();
    expect(added).toContain('id="services.2.purpose');
    expect(added).toContain('id="services.2.locations.0.country"');
    const more = await (
      await send(path, { do: "add:services.1.locations", "services.1.locations.0.country": "FR" }, page)
    ).text();
    expect(more).toContain('id="services.1.locations.1.country"');
    const less = await (await send(path, { do: "remove:services.0.safeguards.0" }, more)).text();
    expect(await r.stored()).toEqual(before);
    await send(path, { do: "save" }, less);
    const { after } = (await r.json("GET", "/v1/change-sets/2", 200)).changes[0];
    expect(after.services.map((each: { key: string }) => each.key)).toEqual(["crm", "quiet"]);
    expect(after.services[0].safeguards.map((each: { mechanism: string }) => each.mechanism)).toEqual(["scc"]);
    expect(after.services[1].locations).toEqual([{ country: "FR", kind: "processing" }]);

    // A service that was asked for and left empty is none.
    const draft = `${path}?draft=2`;
    const asked = await (await send(draft, { do: "add:services" }, await open(draft))).text();
    expect((await send(draft, { do: "save", address: "Elsewhere" }, asked)).status).toBe(303);
    const [{ after: edited }] = (await r.json("GET", "/v1/change-sets/2", 200)).changes;
    expect([edited.address, edited.services.length]).toEqual(["Elsewhere", 2]);
  });

  test("says by a button what covers the transfers as they stand there, the law's source and what each safeguard is", async () => {
    const { open, send } = await withList(vendor());
    const page = await open(NEW);
    expect(textOf(page)).toContain("Once a place is filled in, this says whether transfers are covered.");
    const shown = await (
      await send(
        NEW,
        {
          do: "preview",
          "services.0.locations.0.country": "United States",
          "services.0.safeguards.0.mechanism": "scc",
          "services.0.safeguards.0.module": "3",
          "services.0.safeguards.1.mechanism": "nonsense",
          "services.0.safeguards.2.mechanism": "scc",
        },
        page,
      )
    ).text();
    const [, preview = ""] = /<div data-preview="verdict-services\.0"[^>]*>(.*?)<button/s.exec(shown) ?? [];
    const text = textOf(`<body>${preview}`);
    expect(text).toContain("EU: covered by standard contractual clauses");
    expect(text).toContain("which module of the standard contractual clauses was agreed is not stated");
    expect(text).toContain("UK: none of the transfer tools stated applies here");
    expect(text).toContain("The European Commission’s model contract.");
    expect(preview).toContain('href="https://eur-lex.europa.eu/');
    expect(text).not.toContain("not complete");
    // What asks for a transfer tool is named where none covers a place, not what covers another.
    const places = { "services.0.locations.0.country": "United States", "services.0.locations.1.country": "Germany" };
    const wanting = textOf(await (await send(NEW, { do: "preview", ...places }, page)).text());
    expect(wanting).toContain("EU: transfer tool not stated (United States) Source: GDPR Art. 44 and 46");
    expect(wanting).toContain("Source: UK GDPR Art. 44A and 46");
    expect(wanting).not.toContain("no third country");
    const place = {
      do: "preview",
      "services.0.locations.0.country": "Worldwide",
      "services.0.safeguards.0.mechanism": "scc",
    };
    expect(textOf(await (await send(NEW, place, page)).text())).toContain(
      "EU: covered by standard contractual clauses: not complete, see below",
    );
    expect(shown).toContain("Not saved yet.");
    // What UK law asks for besides is not wanting for the EU.
    const british = {
      do: "preview",
      "services.0.locations.0.country": "United States",
      "services.0.safeguards.0.mechanism": "scc",
      "services.0.safeguards.0.module": "3",
      "services.0.safeguards.0.regimes": ["eu", "uk"],
    };
    const alone = textOf(await (await send(NEW, british, page)).text());
    expect(alone).toContain("EU: covered by standard contractual clauses");
    expect(alone).toContain("stated for the UK, lack what they need there (the UK Addendum or the IDTA)");
    expect(alone).not.toContain("not complete");
  });

  test("takes a town for a place in its country where it can be in one alone, says so, and loses nothing that was typed", async () => {
    const { r, open, send } = await withList(vendor());
    const page = await open(NEW);
    const where = "services.0.locations";
    const towns = { [`${where}.0.country`]: "Frankfurt", [`${where}.1.country`]: "eu-west-1" };
    const shown = textOf(await (await send(NEW, { do: "preview", ...towns }, page)).text());
    expect(shown).toContain("“Frankfurt” is taken for a town or region in Germany, and is saved as such.");
    expect(shown).toContain("“eu-west-1” is taken for a town or region in Ireland");
    expect((await send(NEW, { name: "Towns", ...towns }, page)).status).toBe(303);
    expect((await r.json("GET", "/v1/change-sets/2", 200)).changes[0].after.services[0].locations).toEqual([
      { country: "DE", kind: "processing", detail: "Frankfurt" },
      { country: "IE", kind: "processing", detail: "eu-west-1" },
    ]);
    for (const doubtful of [{ [`${where}.0.country`]: "Birmingham" }, { ...towns, [`${where}.0.detail.en`]: "DC 2" }]) {
      const refused = await send(NEW, { name: "Doubtful", ...doubtful }, page);
      expect(refused.status).toBe(422);
      expect(textOf(await refused.text())).toContain("a town goes into the details of the place");
    }
  });

  test("speaks of the company in its verdict, by its name once it has one", async () => {
    const { open, send } = await withList(vendor());
    const page = await open(NEW);
    const typed = {
      do: "preview",
      country: "Ireland",
      "services.0.locations.0.country": "United States",
      "services.0.safeguards.0.mechanism": "dpf",
    };
    const verdict = async (fields: Record<string, string>) => textOf(await (await send(NEW, fields, page)).text());
    expect(await verdict(typed)).toContain("can be certified; the company is established in Ireland");
    expect(await verdict({ ...typed, name: "HubSpot" })).toContain(
      "can be certified; HubSpot is established in Ireland",
    );
  });

  test("is refused in words where somebody else has edited the vendor meanwhile, and keeps both and the draft chosen", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk" }));
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    const page = await open(`${PATH}/zendesk/edit`);
    await r.json("PATCH", `/v1/vendors/zendesk`, 200, { body: { address: "Elsewhere" } });
    const collided = await send(`${PATH}/zendesk/edit`, { legalName: "Zendesk, Inc.", draft: "" }, page);
    const said = await collided.text();
    expect(collided.status).toBe(409);
    expect(said).toContain("Somebody else has saved this meanwhile");
    expect(said).toContain('value="Zendesk, Inc."');
    expect(said).toContain(`<option value="${number}">`);
    expect((await send(`${PATH}/zendesk/edit`, {}, said)).status).toBe(303);
  });

  test("is for whoever may write; a stranger's words stay words", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk" }));
    const reader = await consoleOf(r, "read");
    for (const path of [NEW, `${PATH}/zendesk/edit`, `${PATH}/zendesk/wrong`, `${PATH}/zendesk/remove`]) {
      await reader.open(path, 403);
      expect((await reader.send(path, { name: "X" })).status).toBe(403);
    }
    const hostile = await send(NEW, { name: '"><script>alert(1)</script>', website: "x" }, await open(NEW));
    expect(await hostile.text()).not.toContain("<script>alert");
    await open(`${PATH}/nobody/edit`, 404);
    await open(`${PATH}/zendesk/edit?draft=99`, 404);
  });
});

describe("where a vendor is saved", () => {
  test("while nothing is published all goes into the one draft that becomes the first list", async () => {
    const r = await registry();
    await r.organisation();
    const { open, send } = await consoleOf(r, "write");
    const page = await open(NEW);
    expect(page).toContain("Nothing is published yet: this goes into the list that you will publish first.");
    expect(page).not.toContain('name="draft"');
    for (const name of ["Alpha", "Beta", "Gamma"]) {
      const saved = await send(NEW, { name }, await open(NEW));
      expect(saved.headers.get("location")).toBe("/console/changes/1?saved");
    }
    const edited = await send(`${PATH}/beta/edit`, { legalName: "Beta SAS" }, await open(`${PATH}/beta/edit`));
    expect(edited.headers.get("location")).toBe("/console/changes/1?saved");
    const { changes } = await r.json("GET", "/v1/change-sets/1", 200);
    expect(
      changes.map((each: { after: { name: string; legalName?: string } }) => [each.after.name, each.after.legalName]),
    ).toEqual(
      expect.arrayContaining([
        ["Alpha", undefined],
        ["Beta", "Beta SAS"],
        ["Gamma", undefined],
      ]),
    );
  });

  test("goes into a draft that is chosen, an open one or a new one; in a draft it is edited there, with its difference shown", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk" }), vendor({ name: "Slack" }));
    const first = await send(`${PATH}/zendesk/edit`, { address: "Berlin" }, await open(`${PATH}/zendesk/edit`));
    expect(first.headers.get("location")).toBe("/console/changes/2?saved");
    // The newest draft is offered first.
    const second = await send(`${PATH}/slack/edit`, { address: "Dublin" }, await open(`${PATH}/slack/edit`));
    expect(second.headers.get("location")).toBe("/console/changes/2?saved");
    const third = await send(NEW, { name: "Notion", draft: "" }, await open(NEW));
    expect(third.headers.get("location")).toBe("/console/changes/3?saved");
    // From a draft's page it is that draft, on the way through the list too.
    expect(await open("/console/changes/2")).toContain('href="/console/vendors?into=2">Add or change a vendor');
    const list = await open(`${PATH}?into=2`);
    expect(list).toContain(`href="${NEW}?into=2"`);
    expect(list).toContain(`href="${PATH}/zendesk?into=2"`);
    expect(await open(`${NEW}?into=2`)).toMatch(/<option value="2" selected="">Draft 2: /);
    expect(await open(`${PATH}/zendesk?into=2`)).toContain(`href="${PATH}/zendesk/edit?draft=2"`);

    const elsewhere = await open(`${PATH}/zendesk/edit`);
    expect(elsewhere).toContain("Edit in draft 2");
    // Saving from here into that draft would take away what it says.
    for (const page of [elsewhere, await open(`${PATH}/zendesk/remove`)]) {
      expect(page).not.toContain(">Draft 2: ");
      expect(page).toMatch(/<option value="3" selected="">Draft 3: /);
    }
    expect(await open("/console/changes/2")).toContain(
      'href="/console/vendors/zendesk/edit?draft=2" aria-label="Edit Zendesk"',
    );
    const there = await open(`${PATH}/zendesk/edit?draft=2`);
    expect(textOf(there)).toContain("What this draft changes");
    expect(there).toContain("<ins>Berlin</ins>");
    const again = await send(`${PATH}/zendesk/edit?draft=2`, { address: "Paris" }, there);
    expect(again.headers.get("location")).toBe("/console/changes/2?saved");
    const set = await r.json("GET", "/v1/change-sets/2", 200);
    expect(set.changes.map((each: { after: { address: string } }) => each.after.address).sort()).toEqual([
      "Dublin",
      "Paris",
    ]);
    const announced = await r.json("POST", "/v1/change-sets/2/announce", 200, { body: {} });
    expect(announced.state).toBe("effective");
    const gone = await send(`${PATH}/zendesk/edit?draft=2`, { address: "Rome" }, there);
    expect(gone.status).toBe(409);
  });

  test("takes a web address without its scheme as a secure one, and leaves what is none to be refused", async () => {
    const { r, open, send } = await withList(vendor());
    const fields = { name: "Mill", website: "mill.example", dpaUrl: "www.mill.example/dpa?v=2" };
    expect((await send(NEW, fields, await open(NEW))).status).toBe(303);
    expect(await r.json("GET", "/v1/change-sets/2", 200)).toMatchObject({
      changes: [{ after: { website: "https://mill.example", dpaUrl: "https://www.mill.example/dpa?v=2" } }],
    });
    for (const website of ["mill", "javascript:alert(1)", "mill.example/<b>", "dpo@mill.example"])
      expect((await send(NEW, { name: "Quill", website }, await open(NEW))).status).toBe(422);
    // The console's own address is taken with a slash as well.
    expect((await r.get("/console/")).headers.get("location")).toBe("/console");
  });

  test("takes a vendor off the list by a draft, and lets one that has gone come back as it was", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk", website: "https://zendesk.example" }), vendor());
    const removed = await send(
      `${PATH}/zendesk/remove`,
      { reason: "No longer used" },
      await open(`${PATH}/zendesk/remove`),
    );
    expect(removed.headers.get("location")).toBe("/console/changes/2?saved");
    expect(await r.json("GET", "/v1/change-sets/2", 200)).toMatchObject({
      reason: "No longer used",
      changes: [{ vendor: "zendesk", kind: "removed" }],
    });
    await r.json("POST", "/v1/change-sets/2/announce", 200, { body: {} });
    const page = await open(`${PATH}/zendesk`);
    expect(page).toContain('href="/console/new-vendor?returning=zendesk"');
    const form = await open(`${NEW}?returning=zendesk`);
    expect(form).toContain('value="https://zendesk.example"');
    const back = await send(`${NEW}?returning=zendesk`, {}, form);
    expect(back.headers.get("location")).toBe("/console/changes/3?saved");
    expect((await r.json("GET", "/v1/change-sets/3", 200)).changes[0]).toMatchObject({
      vendor: "zendesk",
      kind: "added",
    });
  });
});

describe("what was wrong from the start", () => {
  test("goes into a draft of its own, with what was wrong and since when; what it adds is found as an error to accept", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk" }));
    const path = `${PATH}/zendesk/wrong`;
    const page = await open(path);
    const before = await r.stored();
    const without = await send(path, { "services.0.locations.1.country": "Japan" }, page);
    const said = await without.text();
    expect([without.status, said]).toEqual([
      422,
      expect.stringContaining('<a href="#rectification.reason">What was wrong: Please fill this in.</a>'),
    ]);
    const future = await send(
      path,
      { "rectification.reason": "Forgotten", "rectification.since": "2030-01-01", address: "X" },
      page,
    );
    expect(await future.text()).toContain('<a href="#rectification.since">');
    expect(await r.stored()).toEqual(before);

    const saved = await send(
      path,
      {
        "rectification.reason": "Forgotten",
        "rectification.since": "2026-10-01",
        "services.0.locations.1.country": "Japan",
      },
      said,
    );

    expect(saved.headers.get("location")).toBe("/console/changes/2?saved");
    expect(await r.json("GET", "/v1/change-sets/2", 200)).toMatchObject({
      rectification: { reason: "Forgotten", since: "2026-10-01" },
      changes: [{ vendor: "zendesk", kind: "updated" }],
    });
    const refused = await r.json("POST", "/v1/change-sets/2/announce", 409, { body: {} });
    expect(JSON.stringify(refused)).toContain("rectification-adds");
    const accepted = { acceptFindings: ["rectification-adds"], acceptFindingsReason: "It has been there all along." };
    expect(await r.json("POST", "/v1/change-sets/2/announce", 200, { body: accepted })).toMatchObject({
      state: "effective",
    });
  });

  test("may say that a vendor should never have been on the list", async () => {
    const { r, open, send } = await withList(vendor({ name: "Zendesk" }), vendor());
    const path = `${PATH}/zendesk/wrong`;
    await send(path, { "rectification.reason": "A slip", unlisted: "on" }, await open(path));
    expect((await r.json("GET", "/v1/change-sets/2", 200)).changes).toMatchObject([
      { vendor: "zendesk", kind: "removed" },
    ]);
  });
});

describe("a person in a vendor's past", () => {
  test("is erased by an admin who has signed in within the hour, by what stands there, for a reason without them", async () => {
    const { r } = await withList(
      vendor({ name: "Zendesk", contact: { name: "Jo Roth", email: "jo@zendesk.example" } }),
    );
    const path = `${PATH}/zendesk/erase`;
    const admin = await consoleOf(r, "admin");
    const page = await admin.open(path);
    const before = await r.stored();
    for (const [fields, fault] of [
      [{ value: "Somebody", reason: "Asked" }, "This stands nowhere"],
      [{ value: "Jo Roth", reason: "Jo Roth asked" }, "for ever"],
      [{ value: "", reason: "" }, "Please fill this in."],
    ] as const)
      expect(await (await admin.send(path, fields, page)).text()).toContain(fault);
    await (await consoleOf(r, "announce")).open(path, 403);
    expect((await r.stored()).changes).toEqual(before.changes);

    const done = await admin.send(path, { value: "Jo Roth", reason: "Asked for it" }, page);

    expect(done.headers.get("location")).toBe(`${PATH}/zendesk?saved`);
    expect(JSON.stringify(await r.rows("select * from changes"))).not.toContain("Jo Roth");
    r.setTime("2026-11-26T11:00:00Z");
    expect((await admin.send(path, { value: "jo@zendesk.example", reason: "Asked" }, page)).status).toBe(403);
  });
});

describe("a known vendor", () => {
  test("is found by name, legal entity or domain, and fills the form in, marked to be checked", async () => {
    const { r, open, send } = await withList(vendor());
    const empty = await open(NEW);
    expect(empty).toContain("is offered here");
    const press = async (button: string, fields: Record<string, string>, page = empty) =>
      (await send(NEW, { ...fields, do: button }, page)).text();
    const found = await press("preview", { name: "resend" });
    expect(found).toContain('value="use:resend"');
    expect(found).toContain("Plus Five Five, Inc.");
    expect(await press("preview", { name: "plus five" })).toContain('value="use:resend"');
    expect(await press("preview", { name: "r" })).not.toContain('value="use:');
    const unknown = await press("preview", { name: "Xyzzyx Ltd" });
    expect(unknown).toContain("The catalogue does not have this vendor");
    expect(fieldsOf(unknown)).toContainEqual(["name", "Xyzzyx Ltd"]);
    for (const key of ["nonsense", "resend.fr", "__proto__", ""])
      expect(await press(`use:${key}`, { name: "Acme", note: "ours" })).not.toContain("please check");

    const filled = await press("use:resend", { name: "rese" }, found);
    expect(filled).not.toContain('value="use:resend"');
    expect(filled).toContain('value="Plus Five Five, Inc."');
    expect(filled).toContain('value="United States"');
    expect(filled).toContain("https://github.com/getprobo/probo");
    expect(filled.match(/From the catalogue: please check\./g)?.length).toBeGreaterThan(4);
    // What somebody has put right is not the catalogue's any more.
    const marked = (page: string) => page.match(/From the catalogue: please check\./g)?.length ?? 0;
    const corrected = await (await send(NEW, { website: "x", legalName: "Resend, Inc." }, filled)).text();
    expect(marked(corrected)).toBe(marked(filled) - 2);
    const saved = await send(NEW, {}, filled);
    expect(saved.status).toBe(303);
    expect((await r.json("GET", "/v1/change-sets/2", 200)).changes[0].after).toMatchObject({
      name: "Resend",
      legalName: "Plus Five Five, Inc.",
      country: "US",
      dpaUrl: "https://resend.com/legal/dpa",
    });
  });
});
