import { expect, test } from "vitest";
import { type RegistryView, renderRegistry } from "../../src/page/register/registry.tsx";
import { headings, section, textOf } from "./html.ts";
import { publish } from "./published.ts";

const harbor = {
  name: "Harbor",
  legalName: "Harbor Software, Inc.",
  country: "US",
  privacyPolicyUrl: "https://harbor.example/privacy",
  services: [
    {
      name: "Harbor Chat",
      category: "Live chat",
      purpose: { en: "Talks with visitors", fr: "Discute avec les visiteurs" },
      dataCategories: ["Usage data", "Trackers"],
      locations: [{ country: "US" }],
      safeguards: [{ mechanism: "dpf" as const, regimes: ["eu" as const] }],
      products: ["app"],
      cookies: [{ name: "hb_session", expires: "30 days" }],
    },
    { name: "Harbor Desk", category: "Support requests", locations: [{ country: "US" }] },
  ],
};
const mill = { name: "Mill", services: [{ category: "Live chat", locations: [{ country: "FR" }] }] };
const couriers = { name: "Couriers", identity: "category" as const, services: [{ role: "recipient" as const }] };
const acme = {
  name: "Acme",
  privacyEmail: "privacy@acme.example",
  products: [
    { key: "app", name: "The App" },
    { key: "shop", name: "The Shop" },
  ],
};

function show(register: RegistryView["register"], over: Partial<RegistryView> = {}): string {
  const view = { today: "2026-11-21", at: null, filters: {}, locale: "en" as const, publicUrl: "https://list.example" };
  return renderRegistry({ ...view, register, ...over });
}

const published = () => publish(acme).baseline([harbor, mill, couriers], "2026-03-01");

test("the list is grouped by category, a vendor is under each of its services', and what has none comes last", () => {
  const html = show(published().register());
  const list = headings(html).slice(headings(html).indexOf("h2 The list today"));
  expect(list.slice(0, 8)).toEqual([
    "h2 The list today",
    "h3 Live chat",
    "h4 Harbor Chat",
    "h4 Mill",
    "h3 Support requests",
    "h4 Harbor Desk",
    "h3 Other services",
    "h4 Couriers",
  ]);
});

test("a service says who provides it, for what, with which data, where and under which safeguard", () => {
  const list = section(show(published().register()), "list");
  for (const fact of [
    "Harbor Software, Inc.",
    "Country of establishment: United States",
    "Talks with visitors",
    "Trackers",
    "Data Privacy Framework",
    "Only for The App",
    "1 cookie",
    "hb_session (30 days)",
    "Privacy policy",
  ])
    expect(list).toContain(fact);
});

test("what is not stated reads as not stated, and a safeguard only where data leaves the EEA", () => {
  const html = show(published().register());
  const [, desk = ""] = html.split('id="harbor--harbor-desk"');
  expect(textOf(`<body>${desk.split("</details></td>")[0]}`)).toContain("Transfers EU: transfer tool not stated");
  const [, french = ""] = html.split('id="mill--main"');
  expect(textOf(`<body>${french.split("</details></td>")[0]}`)).not.toMatch(/not stated/i);
  expect(section(html, "list")).toContain("Place not stated");
});

test("a category is not shown as a company, and says of what: recipients, processors, sources", () => {
  const brokers = { name: "Brokers", identity: "category" as const, services: [{ role: "source" as const }] };
  const html = show(publish(acme).baseline([couriers, brokers], "2026-03-01").register());
  expect(section(html, "list")).toContain("Category of recipients");
  expect(section(html, "list")).toContain("Category of sources");
});

test("a company data comes from is a source", () => {
  const scout = { name: "Scout", services: [{ role: "source" as const }] };
  const register = publish(acme).baseline([scout], "2026-03-01").register();
  expect(section(show(register), "list")).toContain("Source of data");
  expect(section(show(register, { locale: "fr" }), "list")).toContain("Source de données");
});

test("a service states its legal basis, and links to its vendor's cookie policy", () => {
  const scout = {
    name: "Scout",
    cookiePolicyUrl: "https://scout.example/cookies",
    contact: { phone: "+44 1273 041140" },
    services: [{ legalBasis: { en: "Consent", fr: "Consentement" } }],
  };
  const register = publish(acme).baseline([scout], "2026-03-01").register();
  const html = show(register);
  expect(section(html, "list")).toContain("Legal basis Consent");
  expect(html).toContain('<a href="https://scout.example/cookies">Cookie policy</a>');
  expect(html).toContain('href="tel:+441273041140"');
  expect(section(show(register, { locale: "fr" }), "list")).toContain("Base légale Consentement");
  expect(headings(show(register, { filters: { q: "consent" } }))).toContain("h3 Scout");
});

test("every word is French for a French reader, places and purposes included", () => {
  const html = show(published().register(), { locale: "fr" });
  expect(html).toContain('<html lang="fr"');
  expect(headings(html)).toContain("h1 Prestataires");
  const list = section(html, "list");
  expect(list).toContain("Discute avec les visiteurs");
  expect(list).toContain("États-Unis");
  expect(textOf(html)).not.toMatch(/Where|Purpose|Not stated|Last updated/);
});

test("a product narrows the list to what serves it, and says so", () => {
  const html = show(published().register(), { filters: { product: "shop" } });
  expect(headings(html)).not.toContain("h4 Harbor Chat");
  expect(headings(html)).toContain("h4 Mill");
  expect(section(html, "list")).toContain("3 of 4 services");
  expect(html).toMatch(/<option value="shop" selected/);
});

const tableOf = (html: string) => html.split('<table class="register">')[1]?.split("</table>")[0] ?? "";

test("words are looked for without case or accents, in the reader's language", () => {
  const found = (q: string) => headings(tableOf(show(published().register(), { locale: "fr", filters: { q } })));
  expect(found("ETATS-unis discute")).toEqual(["h3 Live chat", "h4 Harbor Chat"]);
  expect(found("rien de tel")).toEqual([]);
});

test("when nothing matches, the page says so and leads back to the whole list", () => {
  const list = section(show(published().register(), { filters: { q: "zzz" } }), "list");
  expect(list).toContain("No service matches “zzz”. Show the whole list");
});

test("an unknown product narrows nothing", () => {
  expect(headings(show(published().register(), { filters: { product: "nope" } }))).toContain("h4 Harbor Chat");
});

test("the list on a past date is what was in force then, under a banner that leads back to today", () => {
  const register = published().remove("mill", "2026-06-01").register();
  const html = show(register, { at: "2026-05-31" });
  expect(textOf(html)).toContain("This is the list as it was on 31 May 2026. See today’s list");
  expect(headings(html)).toContain("h4 Mill");
  expect(headings(show(register))).not.toContain("h4 Mill");
  expect(show(register, { at: "2026-11-21" })).toBe(show(register));
});

test("a date before the register began shows no list, and says that earlier ones are not recorded", () => {
  const register = published().remove("mill", "2026-06-01").register();
  const text = textOf(show(register, { at: "2026-02-28" }));
  expect(text).toContain("This register begins on 1 March 2026; earlier lists are not recorded here. See today’s list");
  expect(text).not.toMatch(/as it was|Nothing was on the list|Harbor/);
  expect(textOf(show(register, { at: "2026-02-28", locale: "fr" }))).toContain(
    "Ce registre commence le 1er mars 2026 ; les listes antérieures n’y sont pas consignées.".replace(" ", " "),
  );
  expect(textOf(show(register, { at: "2026-03-01" }))).toContain("This is the list as it was on 1 March 2026.");
});

test("a date on which everything had left says so; where nothing was ever announced, no date says anything", () => {
  const register = publish(acme).baseline([mill], "2026-03-01").remove("mill", "2026-06-01").register();
  expect(section(show(register, { at: "2026-07-01" }), "list")).toContain("Nothing was on the list on 1 July 2026.");
  const text = textOf(show(publish(acme).register(), { at: "2026-07-01" }));
  expect(text).toContain("Nothing has been published yet.");
  expect(text).not.toMatch(/as it was|begins on/);
});

test("the heading says what is on the list: subprocessors, processors, or vendors of several roles", () => {
  const of = (...roles: ("subprocessor" | "processor" | "recipient")[]) =>
    publish(acme)
      .baseline(
        roles.map((role, index) => ({ name: `Vendor ${index}`, services: [{ role }] })),
        "2026-03-01",
      )
      .register();
  const heading = (register: RegistryView["register"], locale: "en" | "fr" = "en") =>
    headings(show(register, { locale }))[0];
  expect(heading(of("subprocessor", "subprocessor"))).toBe("h1 Subprocessors");
  expect(heading(of("processor"))).toBe("h1 Processors");
  expect(heading(of("subprocessor", "processor"))).toBe("h1 Vendors");
  expect(heading(of("recipient"))).toBe("h1 Vendors");
  expect(heading(of())).toBe("h1 Subprocessors");
  expect(heading(of("subprocessor"), "fr")).toBe("h1 Sous-traitants ultérieurs");
  expect(heading(of("processor"), "fr")).toBe("h1 Sous-traitants");
  expect(show(of("processor"))).toContain("<title>Processors – Acme</title>");
});

test("the list on a future date includes what is announced, and says on what that rests", () => {
  const register = published().remove("mill", "2026-12-24").register();
  const html = show(register, { at: "2026-12-24" });
  expect(textOf(html)).toContain("as it will be on 24 December 2026, by what has been announced so far.");
  expect(headings(html)).not.toContain("h4 Mill");
});

test("what is coming says what, from when, until when and how to object, and why it is sooner", () => {
  const register = published()
    .put({ name: "Quill", services: [{ purpose: "Drafts answers", locations: [{ country: "IE" }] }] }, "2026-12-24", {
      announcedOn: "2026-11-20",
      lastDayToObjectOn: "2026-12-20",
      emergencyReason: "The provider before it closes.",
    })
    .register();
  const html = show(register);
  const coming = section(html, "coming");
  expect(coming).toContain("From 24 December 2026");
  // Whoever comes to see what changes is not asked for an address first.
  expect(html.indexOf('id="coming"')).toBeLessThan(html.indexOf('id="subscribe"'));
  expect(coming).toContain("Added Quill Drafts answers · Ireland");
  expect(coming).toContain(
    "customers may object until 20 December 2026, end of day in Paris; if you are one, the date in your notice counts. To object, write to privacy@acme.example",
  );
  expect(coming).toContain("Sooner than usual, because: The provider before it closes.");
  expect(html).toContain('href="/changes/1"');
  expect(headings(html)).not.toContain("h4 Quill");
});

test("once its date has come, a change is no longer coming", () => {
  const register = published()
    .put({ name: "Quill", services: [{}] }, "2026-11-21")
    .register();
  expect(show(register)).not.toContain('id="coming"');
  expect(headings(show(register))).toContain("h4 Quill");
});

const quill = { name: "Quill", services: [{ purpose: "Drafts answers" }] };

test("what is in force while objections are open stays on the first page: since when, why, and how to object", () => {
  const register = published()
    .put(quill, "2026-11-21", { lastDayToObjectOn: "2026-12-21", emergencyReason: "The provider before it closes." })
    .register();
  const recent = section(show(register), "recent");
  expect(recent).toContain("In force since 21 November 2026");
  expect(recent).toContain("Added Quill Drafts answers");
  expect(recent).toContain("Sooner than usual, because: The provider before it closes.");
  expect(recent).toContain(
    "customers may object until 21 December 2026, end of day in Paris; if you are one, the date in your notice counts. To object, write to privacy@acme.example",
  );
  expect(show(register)).toContain('<a href="#recent">Newly in force</a>');
  expect(show(register, { today: "2026-12-21" })).toContain('id="recent"');
  expect(show(register, { today: "2026-12-22" })).not.toContain('id="recent"');
  expect(show(register, { at: "2026-11-22" })).not.toContain('id="recent"');
});

test("an emergency that came into force after its objections closed is shown as long as they would have taken", () => {
  const register = publish({ ...acme, objectionPeriod: { days: 14 } })
    .baseline([mill], "2026-03-01")
    .put(quill, "2026-11-20", {
      announcedOn: "2026-11-02",
      lastDayToObjectOn: "2026-11-16",
      emergencyReason: "It cannot wait.",
    })
    .register();
  const recent = section(show(register), "recent");
  expect(recent).toContain("In force since 20 November 2026 Added Quill");
  expect(recent).toContain("It cannot wait.");
  expect(recent).toContain(
    "Without a contract that says otherwise, customers could object until 16 November 2026, end of day in Paris.",
  );
  expect(show(register, { today: "2026-12-04" })).toContain('id="recent"');
  expect(show(register, { today: "2026-12-05" })).not.toContain('id="recent"');
});

test("an organisation without an address is named as the one to contact", () => {
  const register = publish({ name: "Acme" }).put(quill, "2026-12-24", { lastDayToObjectOn: "2026-12-24" }).register();
  expect(section(show(register), "coming")).toContain(
    "customers may object until 24 December 2026, end of day in Paris; if you are one, the date in your notice counts. To object, contact Acme.",
  );
});

test("an empty registry says that nothing is published, and still takes addresses", () => {
  const html = show(publish(acme).register());
  expect(section(html, "list")).toContain("Nothing has been published yet.");
  expect(html).toContain('action="/subscribe"');
  expect(textOf(html)).not.toContain("Version");
});

test("a list without categories has no heading for the rest", () => {
  const html = show(publish(acme).baseline([couriers], "2026-03-01").register());
  expect(headings(html)).toContain("h3 Couriers");
  expect(headings(html)).not.toContain("h3 Other services");
});

test("what is stated for the whole list is shown, and a list of examples says that it is one", () => {
  const html = show(
    publish({
      ...acme,
      exhaustive: false,
      locations: [{ country: "FR" }],
      safeguards: [{ mechanism: "scc" }],
      retention: "Five years",
      policy: { version: "7", updatedOn: "2026-02-01" },
      representatives: [{ role: "data-protection-officer", name: "Ada Roy" }],
      supervisoryAuthority: { name: "CNIL" },
    })
      .baseline([harbor], "2026-03-01")
      .register(),
  );
  const about = section(html, "about");
  for (const fact of [
    "France",
    "Standard contractual clauses",
    "Five years",
    "version 7, updated on 1 February 2026",
    "Ada Roy",
    "CNIL",
  ])
    expect(about).toContain(fact);
  expect(textOf(html)).toContain("This list names examples: Acme may use others");
  expect(section(html, "list")).not.toContain("Not stated");
});

test("the organisation's numbers, words and cookies are told, the long ones folded", () => {
  const organisation = {
    ...acme,
    registrationNumber: "4922343",
    phone: "01273 041140",
    supervisoryAuthority: { name: "CNIL", phone: "01 53 73 22 22 (ext. 5)" },
    policy: { version: "2.6", archived: true },
    definitions: [{ term: "Usage data", meaning: { en: "What a visit leaves behind", fr: "Les traces d'une visite" } }],
    cookies: [
      { name: "session", purpose: "Keeps you signed in", expires: "1 day" },
      { name: "io", setBy: ["Harbor", "Mill"] },
    ],
  };
  const html = show(publish(organisation).register());
  const about = section(html, "about");
  for (const fact of [
    "Registration number: 4922343",
    "01273 041140",
    "01 53 73 22 22 (ext. 5)",
    "version 2.6, archived",
    "Usage data What a visit leaves behind",
    "Show all 2 session (1 day) : Keeps you signed in io, set by Harbor and Mill",
  ])
    expect(about).toContain(fact);
  expect(html).toContain('href="tel:01273041140"');
  expect(html).not.toContain("tel:0153732222");
  expect(html.match(/<details><summary>Show/g)).toHaveLength(2);
  const french = section(show(publish(organisation).register(), { locale: "fr" }), "about");
  for (const fact of ["Numéro d’immatriculation : 4922343", "archivée", "Les traces", "déposé par Harbor et Mill"])
    expect(french).toContain(fact);
});

test("an organisation without cookies or definitions is shown without them", () => {
  const about = section(show(publish(acme).register()), "about");
  expect(about).not.toContain("Cookies");
  expect(about).not.toContain("explained");
});

test("hostile text is shown as text", () => {
  const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;
  const html = show(
    publish({ ...acme, name: hostile, intro: hostile })
      .put(
        { name: hostile, slug: "evil", services: [{ purpose: hostile, category: hostile, note: hostile }] },
        "2026-03-01",
      )
      .register(),
    { filters: { q: `"><script>` } },
  );
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
});

test("the page has nothing that a strict content policy refuses: no script, no style, nothing from elsewhere", () => {
  const html = show(published().register());
  expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  const loaded = [...html.matchAll(/<(?:link|img|iframe|object)[^>]*(?:href|src)="([^"]*)"/g)].map(([, url]) => url);
  expect(loaded.filter((url) => !/^(data:|\/|https:\/\/list\.example\/)/.test(url ?? ""))).toEqual([]);
});

test("the footer gives the version, when it was updated, and the fingerprint in short and in full", () => {
  const html = show(published().register());
  const footer = textOf(`<body>${html.split('<footer class="bottom">')[1]}`);
  expect(footer).toContain("Version 1");
  expect(footer).toContain("Last updated on 20 November 2026");
  expect(footer).toContain(" 3f9a1c0de77b ");
  expect(footer).toContain("Fingerprint (SHA-256)");
  expect(footer).toContain("3f9a1c0de77b".padEnd(64, "0"));
});

test("the list was last updated when a change came into force, if that is later than its announcement", () => {
  const register = published().put(quill, "2026-12-24", { announcedOn: "2026-11-20" }).register();
  expect(textOf(show(register, { today: "2026-12-23" }))).toContain("Last updated on 20 November 2026");
  expect(textOf(show(register, { today: "2026-12-25" }))).toContain("Last updated on 24 December 2026");
});

test("the list as JSON is that of the date shown", () => {
  const register = published().register();
  expect(show(register, { at: "2026-05-01" })).toContain('<a href="/subprocessors.json?at=2026-05-01"');
  expect(show(register)).toContain('<a href="/subprocessors.json" type');
});

test("a page from memory says so, and takes no addresses it could not keep", () => {
  const html = show(published().register(), { stale: true });
  expect(textOf(html)).toContain("shown from memory: it holds what was published by 20 November 2026");
  expect(html).not.toContain('action="/subscribe"');
});

test("the other language keeps the filters and the date, and links keep the language that was asked for", () => {
  const html = show(published().register(), { lang: "fr", locale: "fr", at: "2026-05-01", filters: { q: "mill" } });
  expect(html).toContain('href="/?q=mill&amp;at=2026-05-01&amp;lang=en"');
  expect(html).toContain('<input type="hidden" name="lang" value="fr"/>');
  expect(show(published().register(), { lang: "fr", locale: "fr" })).toContain('href="/changes?lang=fr"');
  expect(show(published().register())).toContain('href="/changes"');
});

test("the form to subscribe has a labelled address, the choices there are, and a field only programs fill in", () => {
  const html = show(published().register());
  expect(html).toMatch(
    /<label for="email">[^<]+<\/label><input id="email" name="email" type="email" autocomplete="email"/,
  );
  expect(html).toContain('<input type="checkbox" name="products" value="shop"/>');
  expect(html).toContain('<input type="radio" name="locale" value="en" checked=""/>');
  expect(html).toMatch(
    /aria-hidden="true"><label for="website">[^<]+<\/label><input id="website" name="website" [^>]*tabindex="-1"/,
  );
});

test("a text that is not there in the reader's language is in the organisation's own, and marked as that", () => {
  const spoken = (en: string, sv: string) => ({ sv, en });
  const vendor = {
    name: "Mill",
    services: [
      {
        purpose: spoken("Hosting", "Drift"),
        retention: spoken("A month", "En månad"),
        safeguards: [{ mechanism: "scc" as const, note: spoken("A copy on request", "Kopia på begäran") }],
        cookies: [{ name: "mill", purpose: spoken("Signs in", "Inloggning") }],
        locations: [{ country: "US" }],
      },
    ],
  };
  const organisation = {
    ...acme,
    locales: ["en" as const, "sv" as const, "fr" as const],
    defaultLocale: "sv" as const,
    intro: spoken("Our list", "Vår lista"),
    retention: spoken("A year", "Ett år"),
    definitions: [{ term: "Data", meaning: spoken("All of it", "Allt") }],
    safeguards: [{ mechanism: "bcr" as const, note: spoken("Approved", "Godkända") }],
    cookies: [{ name: "own", purpose: spoken("Counts", "Räknar") }],
  };
  const register = publish(organisation).baseline([vendor], "2026-01-01").register();
  const swedish = ["Vår lista", "Drift", "En månad", "Kopia på begäran", "Ett år", "Allt", "Godkända"];
  const page = show(register, { locale: "fr" });
  for (const text of swedish) expect(page).toMatch(new RegExp(`lang="sv">\\s*${text}`));
  for (const text of ["Inloggning", "Räknar"]) expect(page).toMatch(new RegExp(`<span lang="sv">[^<]*${text}`));
  expect(show(register, { locale: "sv" })).not.toMatch(/<(p|dd)[^>]* lang="|<span lang="sv">:/);
});
