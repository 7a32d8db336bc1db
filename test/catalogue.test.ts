import { describe, expect, test } from "vitest";
import { findKnown, KNOWN_VENDORS, KnownVendor, knownVendor } from "../src/catalogue/known-vendors.ts";

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

  test("finds by a part of the name, legal entity or domain, those whose name begins with it first", () => {
    expect(findKnown("zendesk")[0]?.id).toBe("zendesk");
    expect(findKnown("Rocket Science").map(({ id }) => id)).toEqual(["mailchimp"]);
    expect(findKnown("sentry.io")[0]?.id).toBe("sentry");
    expect(findKnown("Sendinblue").map(({ name }) => name)).toEqual(["Brevo"]);
    expect(findKnown("a").length).toBe(10);
    expect(findKnown(" - ")).toEqual([]);
    expect(knownVendor("stripe")).toMatchObject({ legalName: "Stripe, Inc.", country: "US" });
    expect(knownVendor("constructor")).toBeUndefined();
  });
});
