import { describe, expect, test } from "vitest";
import { CONTRACT_IDS, companiesOf, keyOf } from "../src/catalogue/contracts.ts";
import { factsFor, knownContract, offeredFor } from "../src/catalogue/index.ts";
import { findKnown, KNOWN_VENDORS, KnownVendor, knownVendor } from "../src/catalogue/known-vendors.ts";
import { VendorInput } from "../src/model/vendor/vendor-document.ts";

describe("the catalogue of known vendors", () => {
  test("has of each what a vendor's document takes, over https, in an order that is easy to keep", () => {
    for (const each of KNOWN_VENDORS) {
      expect(KnownVendor.parse(each)).toEqual(each);
      const { website, privacyPolicyUrl, dpaUrl, subprocessorsUrl } = each;
      for (const url of [website, privacyPolicyUrl, dpaUrl, subprocessorsUrl])
        expect(url ?? "https:").toMatch(/^https:/);
    }
    const ids = KNOWN_VENDORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(500);
  });

  test("has each vendor once, by its names and its website, with a legal entity that is more than its form", () => {
    const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const names = KNOWN_VENDORS.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]).map(folded);
    const sites = KNOWN_VENDORS.map(({ website }) => website.replace(/^https:\/\/(www\.)?|\/$/g, ""));
    for (const all of [names, sites]) expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
    for (const { legalName, website } of KNOWN_VENDORS) {
      if (legalName !== undefined) expect(legalName).not.toMatch(/^(inc|llc|ltd|limited|gmbh|sas|corp)\b/i);
      expect(website).not.toContain("?");
    }
  });

  test("has the companies that contract for a vendor, each by a key of its own, and what is used as a rule in the list's languages", () => {
    for (const id of CONTRACT_IDS) {
      const vendor = knownVendor(id);
      if (!vendor) throw new Error(`The catalogue has no ${id}`);
      const keys = companiesOf(vendor).map((company) => keyOf(vendor, company));
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys)
        expect(VendorInput.safeParse({ ...factsFor(key, "en", ["en"])?.vendor, services: [{}] }).success).toBe(true);
      // Clauses that nobody has signed are not to be published.
      for (const key of keys) expect(factsFor(key, "en", ["en"])?.service ?? {}).not.toHaveProperty("safeguards");
    }
    expect(offeredFor("hubspot").map(({ id, legalName, country }) => [id, legalName, country])).toEqual([
      ["hubspot", "HubSpot, Inc.", "US"],
      ["hubspot.ie", "HubSpot Ireland Limited", "IE"],
    ]);
    expect(factsFor("hubspot.ie", "fr", ["fr", "de"])).toMatchObject({
      vendor: { legalName: "HubSpot Ireland Limited", country: "IE" },
      service: {
        category: "Gestion de la relation client",
        purpose: { fr: "Gestion des relations avec les clients", de: "Verwaltung der Kundenbeziehungen" },
      },
    });
    expect(factsFor("zendesk", "en", ["en"])?.vendor).not.toHaveProperty("id");
    expect([knownContract("hubspot.de"), knownContract("constructor"), knownContract("")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(findKnown("HubSpot Ireland").map(({ id }) => id)).toEqual(["hubspot"]);
  });

  test("finds by a part of the name, legal entity or domain, those whose name begins with it first", () => {
    expect(findKnown("zendesk")[0]?.id).toBe("zendesk");
    expect(findKnown("Rocket Science").map(({ id }) => id)).toEqual(["mailchimp"]);
    expect(findKnown("sentry.io")[0]?.id).toBe("sentry");
    expect(findKnown("Sendinblue").map(({ name }) => name)).toEqual(["Brevo"]);
    expect(findKnown("a").length).toBe(5);
    expect(findKnown(" - ")).toEqual([]);
    expect(knownVendor("stripe")).toMatchObject({ legalName: "Stripe, Inc.", country: "US" });
    expect(knownVendor("constructor")).toBeUndefined();
  });
});
