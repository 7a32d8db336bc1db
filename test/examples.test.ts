import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { keepingOf, Organisation } from "../src/model/organisation-document.ts";
import { LOCALES, type LocalizedText, localized, slugify } from "../src/model/values/text.ts";
import { type Service, VendorInput } from "../src/model/vendor/vendor-document.ts";

const folder = new URL("../examples/", import.meta.url);
const names = ["better-isms", "isms-online", "isof-t", "isolectra", "itmatters"];

function read(name: string) {
  const raw = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  return {
    raw,
    organisation: Organisation.parse(raw.organisation),
    vendors: (raw.vendors as unknown[]).map((vendor) => VendorInput.parse(vendor)),
  };
}

const servicesOf = (vendors: VendorInput[]) =>
  vendors.flatMap((vendor) => vendor.services.map((service) => ({ vendor, service })));

/** One row per service: what a disclosure says in structured fields, apart from data, cookies and words. */
const rows = (vendors: VendorInput[]) =>
  servicesOf(vendors).map(({ vendor, service }) => [
    vendor.legalName ?? vendor.name,
    service.name ?? "",
    service.role,
    service.category,
    service.locations.map(({ country }) => country).join(),
  ]);

const data = (vendors: VendorInput[]) =>
  Object.fromEntries(
    servicesOf(vendors).map(({ vendor, service }) => [nameOf(vendor, service), service.dataCategories]),
  );

const people = (vendors: VendorInput[]) => servicesOf(vendors).map(({ service }) => service.dataSubjects.join());

const cookies = (vendors: VendorInput[]) =>
  Object.fromEntries(
    servicesOf(vendors)
      .filter(({ service }) => service.cookies.length > 0)
      .map(({ vendor, service }) => [
        nameOf(vendor, service),
        service.cookies.map(({ name, expires }) => (expires ? `${name}: ${expires}` : name)),
      ]),
  );

const nameOf = (vendor: VendorInput, service: Service) => service.name ?? vendor.name;

function serviceOf(vendors: VendorInput[], name: string): Service {
  const found = servicesOf(vendors).find(({ vendor, service }) => nameOf(vendor, service) === name);
  if (!found) throw new Error(`no service "${name}"`);
  return found.service;
}

/** What the organisation says one of its words means. */
const meaningOf = ({ definitions = [] }: Organisation, term: string) =>
  definitions.find((each) => each.term === term)?.meaning;

/** What the organisation says one of its own cookies is for. */
const ownCookie = ({ cookies }: Organisation, name: string) => cookies.find((each) => each.name === name);

const bases = (vendors: VendorInput[]) =>
  Object.fromEntries(
    servicesOf(vendors)
      .filter(({ service }) => service.legalBasis !== undefined)
      .map(({ vendor, service }) => [nameOf(vendor, service), localized(service.legalBasis ?? "", "en")]),
  );

/** Each phrase is said in the text, in English and, where the text has two languages, in French. */
function expectSaid(text: LocalizedText | undefined, english: string[], french: string[] = []) {
  if (text === undefined) throw new Error("no text at all");
  for (const phrase of english) expect(localized(text, "en")).toContain(phrase);
  for (const phrase of french) expect(localized(text, "fr")).toContain(phrase);
}

test("every file of examples/ is one of these", () => {
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.json`));
});

describe.each(names)("%s", (name) => {
  const { raw, organisation, vendors } = read(name);

  test("holds an organisation and its vendors, nothing else", () => {
    expect(Object.keys(raw)).toEqual(["organisation", "vendors"]);
  });

  test("leaves time zone, languages and regimes to no default", () => {
    const stated = ["timeZone", "locales", "defaultLocale", "regimes", "exhaustive", "policy"];
    expect(Object.keys(raw.organisation)).toEqual(expect.arrayContaining(stated));
  });

  test("gives each vendor an address of its own", () => {
    const slugs = vendors.map((vendor) => vendor.slug ?? slugify(vendor.name));
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).not.toContain("");
  });

  test("names only products and hosting regions that the organisation has", () => {
    const products = organisation.products.map(({ key }) => key);
    const regions = organisation.hostingRegions.map(({ key }) => key);
    for (const { service } of servicesOf(vendors)) {
      expect(products).toEqual(expect.arrayContaining(service.products));
      expect(regions).toEqual(expect.arrayContaining(service.hostingRegions));
    }
  });

  test("says why it works with each third party", () => {
    for (const { service } of servicesOf(vendors)) expect(service.purpose).toBeDefined();
  });

  test("links to the privacy policy of every third party it names", () => {
    for (const vendor of vendors.filter(({ identity }) => identity === "named")) {
      expect(vendor.privacyPolicyUrl, vendor.name).toMatch(/^https:/);
    }
  });

  test("states no safeguard, and no country of establishment, for a single vendor: no policy does", () => {
    for (const { vendor, service } of servicesOf(vendors)) {
      expect(service.safeguards).toEqual([]);
      expect(vendor.country).toBeUndefined();
    }
  });

  test("introduces its list in few words, and leaves the rest to fields", () => {
    for (const locale of organisation.locales) {
      expect(localized(organisation.intro ?? "", locale).split(/\s+/).length).toBeLessThan(100);
    }
  });

  test("keeps its words for what they are: a definition per term, a purpose per cookie", () => {
    const terms = (organisation.definitions ?? []).map(({ term }) => term);
    const own = organisation.cookies.map((cookie) => cookie.name);
    expect(new Set(terms).size).toBe(terms.length);
    expect(new Set(own).size).toBe(own.length);
    for (const cookie of organisation.cookies) expect(cookie.purpose, cookie.name).toBeDefined();
  });

  test("is written in every language it offers", () => {
    const texts = [
      organisation.intro,
      keepingOf(organisation).text,
      ...(organisation.definitions ?? []).map(({ meaning }) => meaning),
      ...organisation.cookies.map(({ purpose }) => purpose),
      ...[...organisation.locations.map(({ detail }) => detail), ...organisation.safeguards.map(({ note }) => note)],
      ...servicesOf(vendors).flatMap(({ service }) => [service.purpose, service.legalBasis, service.note]),
    ].filter((text) => text !== undefined);
    const written = organisation.locales.length === 1 ? "string" : "object";
    for (const text of texts) {
      expect(typeof text).toBe(written);
      if (typeof text === "object") expect(Object.keys(text).sort()).toEqual([...organisation.locales].sort());
    }
  });
});

describe("better-isms", () => {
  const { organisation, vendors } = read("better-isms");

  test("says who publishes the list, and from which policy", () => {
    expect(organisation).toMatchObject({
      name: "Better ISMS",
      address: "60 rue François 1er\n75008 Paris\nFrance",
      website: "https://ismscopilot.com",
      privacyEmail: "contact@ismscopilot.com",
      timeZone: "Europe/Paris",
      locales: ["en", "fr"],
      regimes: ["eu"],
      exhaustive: false,
      safeguards: [],
      locations: [{ country: "FR", kind: "processing" }],
      policy: { updatedOn: "2026-02-01" },
    });
    expectSaid(organisation.locations[0]?.detail, ["wherever the parties involved are located"]);
    expectSaid(
      keepingOf(organisation).text,
      ["contract is fully performed", "legitimate interests", "consent"],
      ["pleine exécution du contrat", "intérêts légitimes", "consentement"],
    );
    expectSaid(
      organisation.intro,
      ["mail carriers", "communications agencies", "current list", "legal proceedings", "public authorities"],
      ["services postaux", "agences de communication", "liste à jour", "en justice", "autorités"],
    );
  });

  test("greets its visitors in at most 60 words", () => {
    for (const locale of LOCALES) {
      expect(localized(organisation.intro ?? "", locale).split(/\s+/).length).toBeLessThanOrEqual(60);
    }
  });

  test.each([
    ["Usage Data", "IP address or domain name", "adresse IP ou nom de domaine"],
    ["Trackers", "fingerprinting", "empreintes numériques"],
    ["System logs", "third-party services may keep them", "services tiers peuvent en tenir"],
  ])("says what it calls %s", (term, english, french) => {
    expectSaid(meaningOf(organisation, term), [english], [french]);
  });

  test("lists six vendors and seven services, each under its purpose and with its place", () => {
    expect(vendors).toHaveLength(6);
    const content = "Displaying content from external platforms";
    const forms = "Interaction with data collection platforms and other third parties";
    expect(rows(vendors)).toEqual([
      ["Google LLC", "Google Fonts", "processor", content, "US"],
      ["Weglot SAS", "Weglot", "processor", "Hosting and backend infrastructure", "FR"],
      ["Tally BV", "Tally", "processor", forms, "BE"],
      ["Zendesk, Inc.", "Zendesk Chat", "processor", "Interaction with live chat platforms", "US"],
      ["Zendesk, Inc.", "Zendesk AI agents", "processor", "Managing support and contact requests", "US"],
      ["Webflow, Inc.", "Webflow", "processor", "Platform services and hosting", "US"],
      ["Cloudflare, Inc.", "Cloudflare", "processor", "Traffic optimization and distribution", "US"],
    ]);
  });

  test("lists the data of each service", () => {
    const used = "Data communicated while using the service";
    expect(data(vendors)).toEqual({
      "Google Fonts": ["Trackers", "Usage Data"],
      Weglot: ["language", "Trackers", "Usage Data"],
      Tally: ["answers to questions", used, "email address", "first name", "last name", "Trackers", "Usage Data"],
      "Zendesk Chat": [used, "Trackers", "Usage Data"],
      "Zendesk AI agents": [used, "email address", "name", "Trackers", "Usage Data", "username"],
      Webflow: ["Trackers", "Usage Data"],
      Cloudflare: ["Trackers", "various types of Data as specified in the privacy policy of the service"],
    });
  });

  test.each([
    ["Google Fonts", "even if the visitor does nothing", "même sans action"],
    ["Weglot", "hard to say where", "difficile à établir"],
    ["Tally", "even from visitors who fill in nothing", "ne remplit rien"],
    ["Zendesk Chat", "Chats may be logged", "peuvent être enregistrés"],
    ["Zendesk AI agents", "depends on what the user writes", "dépendent de ce que l'utilisateur écrit"],
    ["Webflow", "hard to say where", "difficile à établir"],
    ["Webflow", "analytics or user registration", "l'inscription des utilisateurs"],
    ["Cloudflare", "All traffic", "Tout le trafic"],
    ["Cloudflare", "analytics", "statistiques"],
    ["Cloudflare", "hard to tell where", "difficile de savoir"],
  ])("warns about %s: %s", (name, english, french) => {
    expectSaid(serviceOf(vendors, name).note, [english], [french]);
  });

  test("concerns the website's users", () => {
    expect(people(vendors)).toEqual(Array(7).fill("Website users"));
  });

  test("lets visitors opt out of Webflow", () => {
    expect(vendors.filter(({ optOutUrl }) => optOutUrl).map(({ name }) => name)).toEqual(["Webflow"]);
  });
});

describe("itmatters", () => {
  const { organisation, vendors } = read("itmatters");
  const visit = [
    "IP address",
    "Browser type",
    "Sessions per browser on each device",
    "Device type and operating system",
    "Referrer information",
    "Time zone",
    "User preferences",
    "Pages visited",
  ];

  test("says who publishes the list, and from which policy", () => {
    expect(organisation).toMatchObject({
      name: "itmatters",
      website: "https://www.itmatters.fr",
      privacyEmail: "privacy@itmatters.fr",
      representatives: [{ role: "data-protection-officer", email: "privacy@itmatters.fr" }],
      supervisoryAuthority: { name: "CNIL", url: "https://www.cnil.fr" },
      timeZone: "Europe/Paris",
      locales: ["en", "fr"],
      regimes: ["eu"],
      exhaustive: false,
      locations: [],
      policy: { updatedOn: "2022-10-10" },
    });
    expectSaid(keepingOf(organisation).text, ["24 months", "two years"], ["24 mois", "deux ans"]);
    expectSaid(
      organisation.intro,
      ["examples", "on our instructions", "outside the EEA"],
      ["exemples", "selon nos instructions", "hors de l'EEE"],
    );
  });

  test.each([
    ["Identity Data", "last name", "prénom"],
    ["Contact Data", "Business telephone", "Téléphone professionnel"],
    ["Technical Data", "IP address", "adresse IP"],
    ["Profile Data", "Job title", "Poste"],
    ["Usage Data", "Whitepapers", "Livres blancs"],
    ["Marketing and Communications Data", "Mailing preferences", "Préférences d'envoi"],
    ["Forms, requests and events", "billing and payment information", "informations de facturation et de paiement"],
    ["Special categories of data", "None are collected", "Aucune n'est recueillie"],
  ])("says what %s is", (term, english, french) => {
    expectSaid(meaningOf(organisation, term), [english], [french]);
  });

  test("says which techniques the site uses, and that third parties may use their own", () => {
    expect(organisation.cookies.map(({ name, setBy }) => [name, setBy])).toEqual([
      ["Cookies", undefined],
      ["Pixels", undefined],
      ["HTML5 local storage", undefined],
      ["Cookies and similar tools of others", ["Third parties"]],
    ]);
  });

  test("states three safeguards for the list as a whole", () => {
    expect(organisation.safeguards.map(({ mechanism, regimes }) => [mechanism, regimes])).toEqual([
      ["adequacy", ["eu"]],
      ["scc", ["eu"]],
      ["scc", ["eu"]],
    ]);
    const [adequacy, contracts, unitedStates] = organisation.safeguards;
    expectSaid(adequacy?.note, ["at least one"], ["au moins une"]);
    expectSaid(contracts?.note, ["approved by the European Commission"], ["approuvés par la Commission"]);
    expectSaid(unitedStates?.note, ["United States", "model clauses"], ["États-Unis", "clauses types"]);
  });

  test("lists four vendors, and says no place for any", () => {
    expect(rows(vendors)).toEqual([
      ["Google Analytics", "", "processor", "Analytics", ""],
      ["HubSpot", "Marketing module", "processor", "Marketing", ""],
      ["Salesforce", "Sales module", "processor", "Sales", ""],
      ["Hotjar", "", "processor", "Analytics", ""],
    ]);
    expect(data(vendors)).toMatchObject({
      "Google Analytics": visit,
      "Marketing module": visit,
      "Sales module": [],
      Hotjar: [],
    });
  });

  test("states a legal basis for each of the four vendors' purposes", () => {
    expect(bases(vendors)).toEqual({
      "Google Analytics": expect.stringMatching(/^Legitimate interests: .*types of customers.*marketing/),
      "Marketing module": expect.stringMatching(/newsletters: consent.*visits: legitimate interests/),
      "Sales module": expect.stringMatching(/contract, legal obligation, and legitimate interests.*asked for: consent/),
      Hotjar: expect.stringMatching(/^Legitimate interests/),
    });
  });

  test.each([
    ["Google Analytics", ["performs", "experience"], ["performances", "expérience"]],
    ["Marketing module", ["marketing information", "newsletters"], ["informations marketing", "newsletters"]],
    ["Sales module", ["leads", "customers"], ["prospects", "clients"]],
    ["Hotjar", ["heatmaps", "behave"], ["cartes de chaleur", "comportement"]],
  ])("says why: %s", (name, english, french) => {
    expectSaid(serviceOf(vendors, name).purpose, english, french);
  });

  test("says whose data it is, where the policy does", () => {
    expect(people(vendors)).toEqual(["Website visitors", "Website visitors", "Leads,Customers", ""]);
  });

  test.each([
    ["YouTube", "Like", "J'aime"],
    ["Analytics providers", "may send us", "transmettre"],
    ["Websites and apps with our ads", "clicked", "cliquées"],
    ["Social networks", "our pages", "pages"],
    ["Public and third-party sources", "company", "entreprise"],
    ["Buyers and merger partners", "sold, transferred or merged", "cédée ou fusionnée"],
    ["Authorities and parties to legal matters", "legal process", "procédure"],
  ])("says who else gets data, or where it comes from: %s", (term, english, french) => {
    const meaning = meaningOf(organisation, term);
    expect(typeof meaning === "string" ? meaning : meaning?.en?.toLowerCase()).toContain(english.toLowerCase());
    expect(typeof meaning === "string" ? meaning : meaning?.fr).toContain(french);
  });

  test("says that Google Analytics gets anonymised information", () => {
    expectSaid(serviceOf(vendors, "Marketing module").note, ["may collect on a visit"], ["lors d'une visite"]);
    expectSaid(serviceOf(vendors, "Google Analytics").note, ["anonymised"], ["anonymisées"]);
  });
});

describe("isms-online", () => {
  const { organisation, vendors } = read("isms-online");
  const web = "Website, sales and marketing";
  const visits = ["Number of visitors", "Where visitors came from", "Pages visited"];

  test("says who publishes the list, and from which policy", () => {
    expect(organisation).toMatchObject({
      name: "ISMS.online",
      legalName: "Alliantist Limited",
      registrationNumber: "4922343",
      phone: "01273 041140",
      website: "https://www.isms.online",
      privacyEmail: "support@isms.online",
      representatives: [
        { role: "data-protection-officer", email: "DPO@isms.online" },
        { role: "support", email: "support@isms.online" },
      ],
      supervisoryAuthority: { name: "Information Commissioner's Office (ICO)", url: "https://www.ico.org.uk" },
      timeZone: "Europe/London",
      locales: ["en"],
      regimes: ["uk", "eu"],
      exhaustive: false,
      policy: { version: "2.6", updatedOn: "2021-08-04", archived: true },
    });
    expect(organisation.address).toMatch(/^Sussex Innovation Center\n.*\nBrighton, BN1 9SB$/s);
    expectSaid(keepingOf(organisation).text, ["6 years", "audit trail", "do-not-contact"]);
    expectSaid(organisation.intro, ["archived", "on our instructions", "not the whole list", "ISO 27001:2013"]);
  });

  test.each([
    ["Personal data", ["profile pictures", "job roles", "No special categories"]],
    ["Data people give us", ["job applications", "support requests"]],
    ["Data collected automatically", ["device type", "audit logs"]],
    ["Data added by customers", ["controller", "processor"]],
    ["Cookie names", ["ellipsis", "from a translation"]],
  ])("says of %s what it is", (term, phrases) => expectSaid(meaningOf(organisation, term), phrases));

  test("lists its own cookies, each with what it is for", () => {
    expect(organisation.cookies.map(({ name }) => name)).toEqual([
      ...["cookie_notice_accepted", "tvc_helpdeskName", "io", "SERVER"],
      ...["_session_id", "user_credentials", "user_mfa_credentials", "destroy_mfa_session_on_logout"],
      ...["_x15", "homepage_favourites_sort_order", "clusters_sort_order"],
      ...["cluster_…_sort_cols", "cluster_…_direction", "cluster_…_filter"],
      ...["trust_development_assessment_…", "characteristic_…", "para_view_mode", "para_view_checkbox_data", "lime"],
      ...["user_…_project_…_critical_path_setting", "projectStructureView…", "arm_page_user_…"],
      ...["Web beacons", "Local storage"],
    ]);
    expectSaid(ownCookie(organisation, "_x15")?.purpose, ["e-mail address", "asks to be remembered"]);
    expectSaid(ownCookie(organisation, "user_mfa_credentials")?.purpose, ["essential", "two-factor"]);
    expectSaid(ownCookie(organisation, "Web beacons")?.purpose, ["opened an e-mail"]);
  });

  test("says of three reporting cookies that the same three parties set them, without telling which", () => {
    const joint = organisation.cookies.filter(({ setBy }) => setBy);
    expect(joint?.map(({ name }) => name)).toEqual(["tvc_helpdeskName", "io", "SERVER"]);
    for (const { setBy } of joint ?? []) expect(setBy).toEqual(["Google", "HubSpot", "LeadFeeder"]);
  });

  test("links to the cookie policies it refers to", () => {
    expect(vendors.filter((each) => each.cookiePolicyUrl).map((each) => [each.name, each.cookiePolicyUrl])).toEqual([
      ["Google", "https://policies.google.com/technologies/cookies"],
      ["HubSpot", expect.stringContaining("knowledge.hubspot.com/reports/what-cookies-does-hubspot-set")],
      ["Cloudflare", expect.stringContaining("cloudflare-cookies")],
    ]);
  });

  test("states a legal basis where its table ties one to what a third party does", () => {
    const analytics = expect.stringMatching(/^Legitimate interests, and performance of a contract/);
    const essential = expect.stringContaining("need no consent");
    expect(bases(vendors)).toEqual({
      "Google Analytics on the website": analytics,
      "Google Analytics in the platform": analytics,
      "Google Ads": expect.stringMatching(/^Consent, and legitimate interests/),
      "Website analytics": analytics,
      "Necessary cookies": essential,
      LeadFeeder: analytics,
      "Content delivery for HubSpot": essential,
      Freshchat: expect.stringMatching(/^Performance of a contract/),
      "Data centre operators": "Performance of a contract.",
      "Suppliers for support, accounting, sales and marketing": expect.stringMatching(/pursuing a debt.*consent/),
      "Authorities, courts and regulators": "Legal obligation.",
    });
  });

  test("processes in the UK, with a backup in Ireland", () => {
    expect(organisation.locations.map(({ country, kind }) => [country, kind])).toEqual([
      ["GB", "processing"],
      ["IE", "backup"],
    ]);
    const [primary, backup] = organisation.locations;
    expectSaid(primary?.detail, ["primary"]);
    expectSaid(backup?.detail, ["data centre", "redundancy"]);
  });

  test("states adequacy or standard clauses for processing outside the UK", () => {
    expect(organisation.safeguards.map(({ mechanism, regimes }) => [mechanism, regimes])).toEqual([
      ["adequacy", ["uk"]],
      ["scc", ["uk"]],
    ]);
    expectSaid(organisation.safeguards[0]?.note, [
      "support queries, accounting, sales and marketing",
      "outside the UK",
    ]);
    expectSaid(organisation.safeguards[1]?.note, ["European Commission's standard contractual clauses"]);
  });

  test("lists the third parties of its text and of its cookie tables", () => {
    const support = "Support, accounting, sales and marketing";
    expect(rows(vendors)).toEqual([
      ["Google", "Google Analytics on the website", "processor", web, ""],
      ["Google", "Google Analytics in the platform", "processor", "Google Analytics", ""],
      ["Google", "Google Ads", "processor", web, ""],
      ["HubSpot", "Website analytics", "processor", web, ""],
      ["HubSpot", "Necessary cookies", "processor", "HubSpot necessary cookies", ""],
      ["HubSpot", "Chatflows", "processor", "HubSpot chatflow cookies", ""],
      ["LeadFeeder", "", "processor", web, ""],
      ["YouTube", "", "recipient", web, ""],
      ["Cloudflare", "Content delivery for HubSpot", "subprocessor", "HubSpot necessary cookies", ""],
      ["Cloudflare", "Faster pages", "processor", web, ""],
      ["Freshchat", "", "subprocessor", "Live chat and frequently asked questions", ""],
      ["Data centre operators", "", "subprocessor", "ISMS.online cloud platform", ""],
      ["Suppliers for support, accounting, sales and marketing", "", "subprocessor", support, ""],
      ["Marketing and research organisations", "", "source", "Sources of data", ""],
      ["Authorities, courts and regulators", "", "recipient", "Other recipients", ""],
      ["Buyers and investors", "", "recipient", "Other recipients", ""],
    ]);
    expect(vendors.filter(({ identity }) => identity === "category").map(({ name }) => name)).toEqual([
      "Data centre operators",
      "Suppliers for support, accounting, sales and marketing",
      "Marketing and research organisations",
      "Authorities, courts and regulators",
      "Buyers and investors",
    ]);
  });

  test("lists their cookies, and when these expire where the policy says so", () => {
    expect(cookies(vendors)).toEqual({
      "Google Analytics on the website": ["_ga", "_gac_UA-23800695-8", "_gid", "__utma", "__utmz"],
      "Google Analytics in the platform": ["_ga", "_gid"],
      "Website analytics": ["__hstc", "hubspotutk", "__hssc", "__hssrc"],
      "Necessary cookies": ["hs_ab_test: End of the session"],
      Chatflows: [
        "hs-messages-is-open: 30 minutes",
        "hs-messages-hide-welcome-message: 1 day",
        "messagesUtk: 13 months",
      ],
      LeadFeeder: ["_lfa"],
      YouTube: ["ads_prefs"],
      "Content delivery for HubSpot": ["_cfruid: End of the session"],
      "Faster pages": ["__cfduid"],
      Freshchat: ["w_fr", "fw_flu", "fw_vi", "fw_sq", "first session"],
    });
    for (const { service } of servicesOf(vendors)) {
      for (const cookie of service.cookies) expect(cookie.purpose, cookie.name).toBeDefined();
    }
  });

  test.each([
    ["Google Analytics on the website", "https://www.google.com/analytics/"],
    ["Google Analytics on the website", "Google, HubSpot and LeadFeeder together"],
    ["Website analytics", "Google, HubSpot and LeadFeeder together"],
    ["LeadFeeder", "Google, HubSpot and LeadFeeder together"],
    ["Content delivery for HubSpot", "Engaged by HubSpot"],
    ["Faster pages", "does not say who sets this cookie"],
    ["Freshchat", "need these cookies"],
    ["Data centre operators", "names no operator"],
    ["Suppliers for support, accounting, sales and marketing", "other countries than the UK"],
  ])("adds about %s: %s", (name, phrase) => expectSaid(serviceOf(vendors, name).note, [phrase]));

  test("lists whose data they collect", () => {
    const site = "Website visitors";
    const platform = "Platform users";
    const named = [site, platform, site, site, site, site, site, site, site, site, platform];
    expect(people(vendors)).toEqual([...named, platform, "", "", "", ""]);
  });

  test("lists what they collect", () => {
    expect(data(vendors)).toMatchObject({
      "Google Analytics on the website": visits,
      "Google Analytics in the platform": ["How the service is used"],
      "Website analytics": visits,
      Chatflows: ["Chat conversation history", "Identifier of the chat user"],
      LeadFeeder: visits,
      Freshchat: ["Visitor counts", "Visitor events", "Website performance and stability"],
      "Data centre operators": expect.arrayContaining(["Email address", "IP address"]),
      "Suppliers for support, accounting, sales and marketing": expect.arrayContaining(["Payment details", "Job role"]),
      "Authorities, courts and regulators": ["Any stored data the request covers"],
    });
  });
});

describe("isof-t", () => {
  const { organisation, vendors } = read("isof-t");

  test("says who publishes the list, and from which policy", () => {
    expect(organisation).toMatchObject({
      name: "Isof-T",
      legalName: "Isof-T Cyber Ltd",
      privacyEmail: "dpo@isof-t.co.uk",
      representatives: [
        { role: "data-protection-officer", name: "DPO and Compliance Team", email: "dpo@isof-t.co.uk" },
        { role: "representative", regime: "eu", email: "eu@isof-t.co.uk" },
      ],
      timeZone: "Europe/London",
      locales: ["en"],
      regimes: ["uk", "eu"],
      exhaustive: false,
      locations: [],
      policy: { updatedOn: "2023-06-01" },
    });
    expectSaid(keepingOf(organisation).text, ["reasonably necessary", "complaint", "legal dispute"]);
    expectSaid(organisation.intro, [
      "outside the UK or the European Economic Area",
      "bound by contract",
      "on our instructions",
      "ISO 27001, Cyber Essentials and Cyber Essentials Plus",
      "PCI DSS",
    ]);
  });

  test("says what its data is, and how e-mails collect some of it", () => {
    expectSaid(meaningOf(organisation, "Transactional information"), ["download errors", "mouse-overs"]);
    expectSaid(meaningOf(organisation, "Voice calls"), ["may be recorded"]);
    expectSaid(meaningOf(organisation, "Payment information"), ["no card data"]);
    expectSaid(ownCookie(organisation, "Tracking pixels")?.purpose, ["e-mails"]);
  });

  test("states three tools for transfers, only one with its law, and none for a single recipient", () => {
    expect(organisation.safeguards.map(({ mechanism, regimes }) => [mechanism, regimes])).toEqual([
      ["scc", []],
      ["bcr", []],
      ["derogation", ["eu"]],
    ]);
    for (const { note } of organisation.safeguards.slice(0, 2)) {
      expectSaid(note, ["without an adequacy decision", "whether also where it leaves the UK is not said"]);
    }
    expectSaid(organisation.safeguards[2]?.note, ["Art. 49 of the EU GDPR"]);
  });

  test("lists eight categories of recipients, and ZoomInfo by name", () => {
    expect(
      vendors.map(({ name, identity, relationship, services }) => [name, identity, relationship, services[0]?.role]),
    ).toEqual([
      ["Business partners, suppliers and contractors", "category", "third-party", "recipient"],
      ["Companies of our group", "category", "affiliate", "recipient"],
      ["Product and service support providers", "category", "third-party", "recipient"],
      ["Marketing and PR service providers", "category", "third-party", "recipient"],
      ["Payment service providers", "category", "third-party", "recipient"],
      ["Recruitment service providers", "category", "third-party", "recipient"],
      ["Professional advisers", "category", "third-party", "recipient"],
      ["Web analytics and search engine providers", "category", "third-party", "recipient"],
      ["ZoomInfo", "named", "third-party", "source"],
    ]);
    expect(rows(vendors)).toHaveLength(9);
    expectSaid(serviceOf(vendors, "Product and service support providers").purpose, [
      "IT support, hosting, cloud services and telecommunications equipment",
    ]);
    expectSaid(serviceOf(vendors, "Professional advisers").purpose, ["lawyers or auditors"]);
  });

  test("says that each recipient may get any of the data, and ZoomInfo gives business contacts", () => {
    for (const { vendor, service } of servicesOf(vendors)) {
      if (vendor.identity === "named") continue;
      expect(service.dataCategories, vendor.name).toEqual([
        ...["Name", "Address", "Billing address", "Telephone number", "Job title", "Email address"],
        ...["Chat conversations on the website", "Voice calls", "Fax number", "IP addresses"],
        ...["Transactional information", "Browser type", "Browser language", "Operating system", "Device type"],
        ...["Time zone", "Communication preferences", "Payment information"],
      ]);
    }
    expect(serviceOf(vendors, "ZoomInfo").dataCategories).toEqual(["Business contact information"]);
    expectSaid(serviceOf(vendors, "ZoomInfo").purpose, ["Gives us business contact information", "example"]);
    expect(people(vendors)).toEqual([...Array(8).fill(""), "Business contacts"]);
  });
});

describe("isolectra", () => {
  const { organisation, vendors } = read("isolectra");

  test("says who publishes the list, and from which policy", () => {
    expect(organisation).toMatchObject({
      name: "Isolectra",
      privacyEmail: "contact@isolectra.fr",
      representatives: [{ role: "support", name: "Site administrator", email: "contact@isolectra.fr" }],
      supervisoryAuthority: { name: "CNIL", phone: "01 53 73 22 22", url: "https://www.cnil.fr" },
      timeZone: "Europe/Paris",
      locales: ["en", "fr"],
      regimes: ["eu"],
      exhaustive: true,
      locations: [],
      safeguards: [],
      policy: { updatedOn: "2018-12-18" },
    });
    expectSaid(keepingOf(organisation).text, ["10 years", "accounting"], ["10 ans", "comptabilité"]);
  });

  test("says that it has no processors, partners or connected third parties", () => {
    expectSaid(
      organisation.intro,
      ["no processing partners, no business partners and no connected third parties"],
      ["aucun sous-traitant, aucun partenaire commercial ni aucun tiers connecté"],
    );
  });

  test.each([
    ["Necessary cookies", undefined, "no personal data", "aucune donnée personnelle"],
    ["Feature cookies", undefined, "comment forms", "formulaires de commentaire"],
    ["Analytical cookies", undefined, "performance", "performances"],
    ["Advertising cookies", ["Advertising networks"], "advertisers", "annonceurs"],
    ["Advertising cookies", ["Advertising networks"], "optout.aboutads.info", "optout.aboutads.info"],
    ["Advertising cookies", ["Advertising networks"], "youronlinechoices.com", "youronlinechoices.com"],
    ["Advertising cookies", ["Advertising networks"], "allaboutcookies.org", "allaboutcookies.org"],
  ])("tells what %s do, and who sets them: %s, %s", (name, setBy, english, french) => {
    expect(ownCookie(organisation, name)?.setBy).toEqual(setBy);
    expectSaid(ownCookie(organisation, name)?.purpose, [english], [french]);
  });

  test.each([
    ["Data you give us", "billing address", "adresse de facturation"],
    ["Data recorded automatically", "purchase history", "historique d'achats"],
  ])("says what %s is", (term, english, french) => {
    expectSaid(meaningOf(organisation, term), [english], [french]);
  });

  test("lists one analytics tool, which visitors can switch off, and where else data comes from", () => {
    expect(rows(vendors)).toEqual([["Google", "Google Analytics", "recipient", "Analytical cookies", ""]]);
    expect(people(vendors)).toEqual(["Website visitors"]);
    expectSaid(
      meaningOf(organisation, "Trusted partners"),
      ["public information", "legal grounds"],
      ["informations publiques", "motif légal"],
    );
    expectSaid(serviceOf(vendors, "Google Analytics").note, ["switch this tracking off"], ["désactiver ce suivi"]);
    expect(vendors[0]).toMatchObject({
      privacyPolicyUrl: "https://policies.google.com/privacy",
      optOutUrl: "https://tools.google.com/dlpage/gaoptout",
    });
  });
});
