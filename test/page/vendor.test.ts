import { describe, expect, test } from "vitest";
import { renderVendor, type VendorPageView } from "../../src/page/vendor/vendor.tsx";
import { section, textOf } from "./html.ts";
import { publish } from "./published.ts";

const harbor = {
  name: "Harbor",
  legalName: "Harbor Software, Inc.",
  country: "US",
  contact: { name: "Ada Quay", email: "privacy@harbor.example" },
  dpaUrl: "https://harbor.example/dpa",
  services: [
    { key: "chat", name: "Harbor Chat", purpose: "Talks with visitors", locations: [{ country: "US" }] },
    { key: "desk", name: "Harbor Desk", locations: [{ country: "IE" }] },
  ],
};
const mill = { name: "Mill", services: [{ category: "Live chat", purpose: "Talks with visitors" }] };
const moved = { ...harbor, services: [{ ...harbor.services[0], locations: [{ country: "IN" }] }, harbor.services[1]] };

const register = publish({ name: "Acme", privacyEmail: "privacy@acme.example" })
  .baseline([harbor, mill], "2026-03-01")
  .put(moved as typeof harbor, "2026-12-20", { announcedOn: "2026-11-10", lastDayToObjectOn: "2026-12-10" })
  .remove("mill", "2026-06-01")
  .put({ name: "Kept back", services: [{}] }, "2026-12-24", { state: "withdrawn", withdrawnAt: new Date("2026-11-12") })
  .register();

function show(over: Partial<VendorPageView>): string {
  const view = { register, today: "2026-11-21", at: null, slug: "harbor", publicUrl: "https://list.example" };
  return renderVendor({ locale: "en", ...view, ...over }) ?? "";
}

describe("the page of a vendor", () => {
  test("says what is stated of it and of each of its services, each at the anchor it has in the list", () => {
    const html = show({});
    for (const id of ["harbor--chat", "harbor--desk"]) expect(html).toContain(`id="${id}"`);
    expect(section(html, "entry")).toContain("Harbor Software, Inc.");
    for (const fact of ["United States", "Ada Quay", "Talks with visitors", "Harbor Desk", "Ireland"])
      expect(section(html, "entry")).toContain(fact);
    expect(html).toContain('href="https://harbor.example/dpa"');
    expect(html).toContain('<link rel="canonical" href="https://list.example/vendors/harbor"');
  });

  test("says what is coming for it, and until when one may object", () => {
    const coming = section(show({}), "coming");
    expect(coming).toContain("20 December 2026");
    expect(coming).toContain("United States → India");
    expect(coming).toContain("10 December 2026");
    expect(coming).not.toContain("Mill");
  });

  test("lists every change of it with the way to the change and to what it was before and after", () => {
    const html = show({});
    const changes = html.slice(html.indexOf('id="changes"'));
    for (const to of ["/changes/1#harbor", "/changes/0#harbor", "?at=2026-12-20", "?at=2026-12-19", "?at=2026-03-01"])
      expect(changes).toContain(to);
    expect(changes).not.toContain("/changes/2");
  });

  test("shows what it was on any date, and asks not to be kept as the vendor's page", () => {
    const html = show({ at: "2026-12-20" });
    expect(section(html, "entry")).toContain("India");
    expect(textOf(html)).toContain("by what has been announced so far");
    expect(html).toContain('name="robots" content="noindex"');
    expect(textOf(show({ at: "2026-02-28" }))).toContain("This register begins on 1 March 2026");
  });

  test("stays where it has left, as it was last listed, with its history", () => {
    const html = show({ slug: "mill" });
    expect(textOf(html)).toContain("Mill has not been on the list since 1 June 2026.");
    expect(section(html, "entry")).toContain("As it was last listed");
    expect(section(html, "changes")).toContain("Removed");
    expect(textOf(show({ slug: "mill", at: "2026-06-01" }))).toContain("is not on the list of 1 June 2026");
    expect(section(show({ slug: "mill", at: "2026-05-31" }), "entry")).toContain("Live chat");
  });

  test("says of one that was announced and withdrawn that it is not on the list; of one never announced there is none", () => {
    expect(textOf(show({ slug: "kept-back" }))).toContain("what was announced of it was withdrawn");
    expect(show({ slug: "nobody" })).toBe("");
  });

  test("is in the reader's language", () => {
    const text = textOf(show({ locale: "fr", slug: "mill" }));
    expect(text).toContain("Mill ne figure plus sur la liste depuis le 1er juin 2026.");
    expect(text).not.toMatch(/\b(the|list|Changes)\b/);
  });
});
