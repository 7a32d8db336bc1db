import { describe, expect, test } from "vitest";
import { changeSetViews } from "../../src/model/change/register.ts";
import { type CompareView, renderCompare } from "../../src/page/changes/compare.tsx";
import { describeChange } from "../../src/page/describe/change.ts";
import { lawWith } from "../../src/transfers/index.ts";
import { section, textOf } from "./html.ts";
import { publish } from "./published.ts";

const vendorIn = (name: string, country: string) => ({
  name,
  services: [{ purpose: `${name} does this`, locations: [{ country }] }],
});
const register = publish({ name: "Acme" })
  .baseline([vendorIn("Harbor", "US"), vendorIn("Mill", "FR")], "2026-03-01")
  .put(vendorIn("Harbor", "IN"), "2026-05-01")
  .put(vendorIn("Newcomer", "DE"), "2026-06-01")
  .remove("mill", "2026-07-01")
  .put(vendorIn("Harbor", "US"), "2026-08-01")
  .register();

const show = (from: string | null, to: string | null, over: Partial<CompareView> = {}) =>
  renderCompare({
    register,
    today: "2026-11-21",
    locale: "en",
    publicUrl: "https://list.example",
    from,
    to,
    ...over,
  });

describe("the comparison of two dates", () => {
  test("says who came, who left and what differs, with the changes by which it came", () => {
    const html = show("2026-04-30", "2026-07-01");
    expect(section(html, "newcomer")).toMatch(/Newcomer.*Added.*Change 2/);
    expect(section(html, "mill")).toMatch(/Mill.*Removed.*Change 3/);
    expect(section(html, "harbor")).toMatch(/Changed.*Change 1.*United States.*India/);
  });

  test("says it in the words of the change itself, and so of its notice", () => {
    const told = section(show("2026-04-30", "2026-05-01"), "harbor");
    const [set] = changeSetViews(register.history, "2026-11-21").filter(({ number }) => number === 1);
    const change = set?.changes[0];
    if (!change) throw new Error("no change");
    const { organisation } = register;
    const judging = { ...organisation, law: lawWith([]), on: "2026-05-01" };
    const { rows } = describeChange(change, "en", organisation, judging);
    expect(rows.length).toBeGreaterThan(1);
    for (const { label, before, after } of rows)
      for (const words of [label, ...before, ...after]) expect(told).toContain(words);
  });

  test("finds nothing where a vendor changed and changed back, and where the dates are the same", () => {
    for (const [from, to] of [
      ["2026-04-30", "2026-08-01"],
      ["2026-05-01", "2026-05-01"],
    ] as const)
      expect(show(from, to)).not.toContain('id="harbor"');
    expect(textOf(show("2026-05-01", "2026-05-01"))).toContain("The lists of both dates say the same.");
  });

  test("takes the dates in either order, and today for one that is left out", () => {
    expect(show("2026-07-01", "2026-04-30")).toBe(show("2026-04-30", "2026-07-01"));
    expect(section(show("2026-06-30", null), "mill")).toContain("Removed");
    expect(show(null, "2026-06-30")).toContain('id="mill"');
  });

  test("says that nothing is recorded before the register begins: what stood there then is not new", () => {
    const html = show("2025-01-01", "2026-04-30");
    expect(textOf(html)).toContain("This register begins on 1 March 2026");
    expect(html).not.toContain('class="changed"');
    // Nothing is said of what is not recorded: not even that it was the same.
    expect(textOf(html)).toContain("The lists of 1 March 2026 and 30 April 2026 say the same.");
    for (const to of ["2025-06-01", "2026-03-01"]) {
      const cannot = textOf(show("2025-01-01", to));
      expect(cannot).toContain("So the lists of these dates cannot be compared.");
      expect(cannot).not.toContain("say the same");
    }
    expect(textOf(show("2025-01-01", "2026-05-01"))).toContain(
      "Compared here are the lists of 1 March 2026 and 1 May 2026.",
    );
  });

  test("asks for the dates where there are none, and compares an unpublished register with itself", () => {
    expect(textOf(show(null, null))).toContain("What differs between the lists of two dates.");
    const empty = publish({ name: "Acme" }).register();
    expect(textOf(show("2026-01-01", null, { register: empty }))).toContain("say the same");
  });

  test("shows a hundred vendors in full, and names the others", () => {
    const many = Array.from({ length: 103 }, (_, index) => vendorIn(`Vendor ${index + 1}`, "DE"));
    const large = publish({ name: "Acme" }).baseline([vendorIn("Harbor", "US")], "2026-03-01");
    for (const each of many) large.put(each, "2026-04-01");
    const html = show("2026-03-01", "2026-04-01", { register: large.register() });
    expect(html.split('class="changed"')).toHaveLength(101);
    expect(textOf(html)).toContain("3 more entries differ: Vendor 101, Vendor 102 and Vendor 103");
  });
});
