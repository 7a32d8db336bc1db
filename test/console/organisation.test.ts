import { describe, expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { registry } from "../setup/registry.ts";

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
  approvalsRequired: 1,
  reminderDays: 5,
};

describe("the screen of the organisation", () => {
  test("saves what it shows as it is, every field of it, without script", async () => {
    const r = await registry();
    const stored = await r.organisation(WHOLE);
    const { open, send } = await consoleOf(r);

    const saved = await send(PATH, {}, await open(PATH));

    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${PATH}?saved=1`]);
    expect(await r.json("GET", "/v1/organisation", 200)).toEqual({ ...stored, locales: ["en", "fr"] });
    expect(await open(`${PATH}?saved=1`)).toContain('role="status">Saved.</p>');
  });
});
