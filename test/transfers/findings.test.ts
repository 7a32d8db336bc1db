import { expect, test } from "vitest";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { currentLaw, FINDINGS, type FindingContext, type ListedVendor } from "../../src/transfers/index.ts";
import { findingSentence } from "../../src/words/finding-sentence.ts";
import { findingsOf } from "./by-this-edition.ts";

const TODAY = "2026-11-21";

type Fields = Record<string, unknown>;

/** A vendor about which there is nothing to find, changed. */
function vendor(fields: Fields = {}, service: Fields = {}): ListedVendor["document"] {
  const { slug: _, ...document } = VendorInput.parse({
    name: "Acme",
    legalName: "Acme Company",
    country: "FR",
    address: "1 Main Street, Springfield",
    contact: { email: "privacy@acme.example" },
    website: "https://www.acme.example",
    dpaUrl: "https://acme.example/dpa",
    ...fields,
    services: [{ dataCategories: ["name"], locations: [{ country: "FR" }], ...service }],
  });
  return document;
}

const find = (
  document: ListedVendor["document"],
  context: Partial<Omit<FindingContext, "law">> & { law?: FindingContext["law"] } = {},
) =>
  findingsOf(document, { regimes: ["eu"], on: TODAY, slug: "acme", ...context }).map((finding) => ({
    ...finding,
    message: findingSentence(finding, "en"),
  }));

const codes = (...it: Parameters<typeof find>) => find(...it).map(({ code, pointer }) => `${code} ${pointer}`);

const US = [{ country: "US" }];
const dpf = { mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-10-01" };
const scc = { mechanism: "scc", module: 2, regimes: ["eu"] };
const inUs = (...safeguards: Fields[]) => vendor({ country: "US" }, { locations: US, safeguards });

test("a vendor that says everything has no finding", () => {
  expect(find(vendor())).toEqual([]);
  expect(find(inUs(dpf, { ...scc, backup: true }))).toEqual([]);
});

test("a name and a service are enough to announce: nothing found is an error", () => {
  const { slug: _, ...document } = VendorInput.parse({ name: "Acme", services: [{}] });
  expect(find(document, { regimes: ["eu", "uk", "ch"] }).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    "warning unknown",
    "warning no-legal-name",
    "info no-address",
    "info no-contact",
    "info no-dpa-link",
    "info no-data-category",
  ]);
});

test("a gap is found per regime, at the place that decides", () => {
  const document = vendor(
    { country: "US" },
    { locations: [{ country: "FR" }, { country: "US", kind: "backup" }], safeguards: [dpf] },
  );
  const found = find(document, { regimes: ["eu", "uk"] }).filter(({ code }) => code === "gap");
  expect(found).toMatchObject([{ severity: "warning", pointer: "/services/0/locations/1", regimes: ["uk"] }]);
  expect(found[0]?.message).toMatchInlineSnapshot(
    `"Acme. UK: nothing stated covers the United States; the entry states only the Data Privacy Framework (stated for another regime only; the transfer would be covered by the UK Extension to the EU-US Data Privacy Framework, if the certified company's entry on the public list has it)."`,
  );
});

test("a gap is found at each country that nothing covers, once", () => {
  const locations = [
    { country: "US" },
    { country: "IN", kind: "storage" },
    { country: "FR" },
    { country: "IN", kind: "access" },
    { country: "VN" },
  ];
  const found = find(vendor({ country: "US" }, { locations, safeguards: [dpf, { ...scc, regimes: ["uk"] }] }));
  expect(found.filter(({ code }) => code === "gap").map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
    expect.stringMatching(/^\/services\/0\/locations\/1 Acme\. EU: nothing stated covers India; /),
    expect.stringMatching(/^\/services\/0\/locations\/4 Acme\. EU: nothing stated covers Vietnam; /),
  ]);
});

test("what ends is found at its own place, by its own rule, whichever place is the weakest", () => {
  const ending = (safeguards: Fields[], ...countries: string[]) =>
    find(vendor({}, { locations: countries.map((country) => ({ country })), safeguards }), { on: "2031-12-01" })
      .filter(({ code }) => code === "expiring")
      .map(({ pointer, message }) => `${pointer} ${message}`);
  const checked = { ...dpf, checkedOn: "2031-10-01" };
  const british = `Acme. EU: the United Kingdom is recognised as adequate (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574); the verdict holds until 27 December 2031. After that, nothing stated covers the United Kingdom.`;
  expect(ending([checked], "US", "GB")).toEqual([`/services/0/locations/1 ${british}`]);
  expect(ending([], "AF", "GB")).toEqual([`/services/0/locations/1 ${british}`]);
  // What another place has no more than already is no harm to the whole.
  expect(ending([scc], "IN", "GB")).toEqual([]);
});

test("a company outside the regime is a place of its own, covered or found once for all regimes it is outside of", () => {
  const outside = (country: string, places: string, ...safeguards: Fields[]) =>
    find(vendor({ country }, { locations: places.split(" ").map((each) => ({ country: each })), safeguards }), {
      regimes: ["eu", "uk", "ch"],
    })
      .filter(({ code }) => code === "importer-outside")
      .map(({ severity, pointer, regimes }) => `${severity} ${pointer} ${regimes?.join()}`);
  expect(outside("US", "IE DE")).toEqual(["warning /services/0/safeguards eu,uk,ch"]);
  expect(outside("CN", "IE DE")).toEqual(["warning /services/0/safeguards eu,uk,ch"]);
  expect(outside("US", "IE DE", dpf)).toEqual(["warning /services/0/safeguards uk,ch"]);
  expect(outside("US", "IE", scc, { mechanism: "uk-addendum" }, { mechanism: "swiss-addendum" })).toEqual([]);
  expect(outside("JP", "IE")).toEqual(["warning /services/0/safeguards ch"]);
  expect(outside("IE", "IE")).toEqual([]);
  expect(outside("GB", "IE")).toEqual([]);
  // A stated place is judged as that; and where none is, nothing can be said.
  expect(outside("US", "IE US")).toEqual([]);
  const nowhere = vendor({ country: "US" }, { locations: [] });
  expect(codes(nowhere).filter((code) => code.startsWith("importer"))).toEqual([]);
});

test("the end of what covers the company itself is found", () => {
  const british = vendor({ country: "GB" });
  expect(codes(british, { on: "2031-06-30" })).toEqual(["expiring /services/0/safeguards"]);
  expect(find(british, { on: "2031-06-30" })[0]?.message).toMatchInlineSnapshot(
    `"Acme. EU: the company is established in the United Kingdom, which is recognised as adequate (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574); the verdict holds until 27 December 2031. After that, nothing stated covers the United Kingdom."`,
  );
});

test("what the organisation states for its list as a whole covers no vendor, and is mentioned", () => {
  const found = find(inUs(), { listSafeguards: [{ mechanism: "scc" }, { mechanism: "bcr" }] });
  expect(found.map(({ code }) => code)).toEqual(["gap"]);
  expect(found[0]?.message).toMatchInlineSnapshot(
    `"Acme. EU: no transfer tool is stated for the United States. The list as a whole names standard contractual clauses and binding corporate rules, without saying for which vendor."`,
  );
});

test("where no place is stated, that is one finding for all regimes", () => {
  const found = find(vendor({}, { locations: [] }), { regimes: ["eu", "uk", "ch"] });
  expect(found).toMatchObject([{ code: "unknown", pointer: "/services/0/locations", regimes: ["eu", "uk", "ch"] }]);
});

test("what ends within 180 days is found, with what follows", () => {
  const british = vendor({ country: "GB" }, { locations: [{ country: "GB" }] });
  expect(codes(british, { on: "2031-06-29" })).toEqual([]);
  expect(codes(british, { on: "2031-06-30" })).toEqual(["expiring /services/0/locations/0"]);
  expect(codes(british, { on: "2031-12-27" })).toEqual(["expiring /services/0/locations/0"]);
  expect(codes(british, { on: "2031-12-28" })).toEqual(["gap /services/0/locations/0"]);
  // A gap that will close is no worse for it.
  const brazilian = vendor({ country: "BR" }, { locations: [{ country: "BR" }] });
  expect(codes(brazilian, { on: "2026-01-01" })).toEqual(["gap /services/0/locations/0"]);
  const covered = vendor({ country: "GB" }, { locations: [{ country: "GB" }], safeguards: [scc] });
  expect([british, covered].map((each) => find(each, { on: "2031-12-01" })[0]?.message)).toMatchInlineSnapshot(`
    [
      "Acme. EU: the United Kingdom is recognised as adequate (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574); the verdict holds until 27 December 2031. After that, nothing stated covers the United Kingdom.",
      "Acme. EU: the United Kingdom is recognised as adequate (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574), with standard contractual clauses stated besides; the verdict holds until 27 December 2031. After that, it rests on standard contractual clauses.",
    ]
  `);
});

test("a mechanism that its regime does not know, or not on that date, is an error", () => {
  const cannot = (document: ListedVendor["document"], on = TODAY) =>
    find(document, { on, regimes: ["eu", "uk", "ch"] })
      .filter(({ code }) => code === "mechanism-cannot-apply")
      .map(({ severity, pointer, regimes }) => `${severity} ${pointer} ${regimes?.join()}`);
  const idta = (...regimes: string[]) => ({ mechanism: "uk-idta", regimes });
  expect(cannot(inUs(dpf, idta("uk")))).toEqual([]);
  expect(cannot(inUs(dpf, idta("eu", "uk")))).toEqual(["error /services/0/safeguards/1 eu"]);
  expect(cannot(inUs(dpf, idta("uk")), "2022-03-20")).toEqual([
    "error /services/0/safeguards/0 eu",
    "error /services/0/safeguards/1 uk",
  ]);
  expect(cannot(inUs(scc, { mechanism: "swiss-addendum", regimes: ["uk"] }))).toEqual([
    "error /services/0/safeguards/1 uk",
  ]);
  expect(cannot(inUs({ mechanism: "bcr", regimes: ["eu", "uk", "ch"] }))).toEqual([]);
});

test("the EU's clauses stated alone for the UK or Switzerland are an error, and with what they need there are none", () => {
  const clauses = { ...scc, regimes: ["eu", "uk", "ch"] };
  const cannot = (...more: Fields[]) =>
    find(inUs(clauses, ...more), { regimes: ["eu", "uk", "ch"] }).flatMap(({ code, regimes }) =>
      code === "mechanism-cannot-apply" ? regimes : [],
    );
  expect(cannot()).toEqual(["uk", "ch"]);
  expect(cannot({ mechanism: "uk-addendum" })).toEqual(["ch"]);
  expect(cannot({ mechanism: "uk-idta" })).toEqual(["ch"]);
  expect(cannot({ mechanism: "uk-addendum" }, { mechanism: "swiss-addendum" })).toEqual([]);
  expect(find(inUs(clauses), { regimes: ["eu", "uk", "ch"] })[0]?.message).toMatchInlineSnapshot(
    `"Acme: standard contractual clauses, stated for the UK and Switzerland, lack what they need there (UK: the UK Addendum or the IDTA; Switzerland: the Swiss adaptation)."`,
  );
});

test("what is stated for a regime the organisation does not declare is no error of its list", () => {
  const errors = (safeguard: Fields, regimes: FindingContext["regimes"], country = "US") =>
    find(vendor({ country }, { locations: US, safeguards: [safeguard] }), { regimes })
      .filter(({ severity }) => severity === "error")
      .map(({ code, regimes }) => [code, ...(regimes ?? [])].join(" "));
  const idta = { mechanism: "uk-idta", regimes: ["eu", "ch"] };
  expect(errors(idta, ["uk"])).toEqual([]);
  expect(errors(idta, ["uk", "ch"])).toEqual(["mechanism-cannot-apply ch"]);
  const adequacy = { mechanism: "adequacy", regimes: ["ch"] };
  expect(errors(adequacy, ["eu"])).toEqual([]);
  expect(errors(adequacy, ["ch"])).toEqual(["adequacy-absent ch"]);
  expect(errors(dpf, ["uk"], "IE")).toEqual([]);
  expect(errors(dpf, ["eu"], "IE")).toEqual(["dpf-outside-us"]);
  const exception = { mechanism: "derogation", regimes: ["uk"] };
  expect(errors(exception, ["eu"])).toEqual([]);
  expect(errors(exception, ["uk"])).toEqual(["derogation-without-note"]);
});

test("the Data Privacy Framework of a company stated to be outside the United States is an error", () => {
  const outside = (document: ListedVendor["document"]) => find(document).some(({ code }) => code === "dpf-outside-us");
  const stated = (country: string | undefined, ...locations: string[]) =>
    vendor({ country }, { locations: locations.map((each) => ({ country: each })), safeguards: [dpf, scc] });
  expect(outside(stated("US", "US"))).toBe(false);
  expect(outside(stated("US", "IN"))).toBe(false);
  expect(outside(stated("IE", "US"))).toBe(true);
  expect(outside(stated(undefined, "US", "FR"))).toBe(false);
  expect(outside(stated(undefined))).toBe(false);
  expect(outside(stated(undefined, "001"))).toBe(false);
  // That none of its places is there is no contradiction: where the company is, is not stated.
  expect(outside(stated(undefined, "FR"))).toBe(false);
  expect(find(stated("IE", "US"))[0]).toMatchObject({ severity: "error", pointer: "/services/0/safeguards/0" });
});

test("a framework stated of a company whose country is not is a warning, as only one in the United States can be certified", () => {
  const found = (fields: Fields, ...locations: string[]) =>
    find(vendor(fields, { locations: locations.map((country) => ({ country })), safeguards: [dpf, scc] }))
      .filter(({ code }) => code === "dpf-without-country")
      .map(({ severity, pointer }) => `${severity} ${pointer}`);
  expect(found({ country: undefined }, "US")).toEqual(["warning /services/0/safeguards/0"]);
  expect(found({ country: undefined })).toEqual(["warning /services/0/safeguards/0"]);
  expect(found({ country: "US" }, "US")).toEqual([]);
  // Each of these is another finding.
  expect(found({ country: "IE" }, "US")).toEqual([]);
  expect(found({ country: undefined }, "FR")).toEqual([]);
  expect(found({ country: undefined, identity: "category" }, "US")).toEqual([]);
});

test("a company outside the United States may name the one there that is certified: it is that which receives the data", () => {
  const parent = { ...dpf, certified: "Acme, Inc." };
  const irish = (...safeguards: Fields[]) => vendor({ country: "IE" }, { locations: US, safeguards });
  expect(codes(irish(parent, { ...scc, backup: true }))).toEqual([]);
  expect(codes(irish(parent))).toEqual(["dpf-without-backup /services/0/safeguards/0"]);
  expect(codes(irish({ ...parent, checkedOn: undefined }, scc))).toEqual(["dpf-unchecked /services/0/safeguards/0"]);
  const nowhere = vendor({ country: undefined }, { locations: US, safeguards: [parent, scc] });
  expect(codes(nowhere)).not.toContain("dpf-without-country /services/0/safeguards/0");
  const french = vendor({ country: "FR" }, { safeguards: [parent] });
  expect(codes(french)).toContain("dpf-covers-no-place /services/0/safeguards/0");
});

test("clauses of a module that does not fit the recipient's role are found", () => {
  const misfits = (role: string) =>
    [1, 2, 3, 4].filter((module) =>
      codes(vendor({}, { role, locations: US, safeguards: [{ ...scc, module }] })).includes(
        "scc-module-does-not-fit /services/0/safeguards/0",
      ),
    );
  expect(misfits("subprocessor")).toEqual([1, 4]);
  expect(misfits("processor")).toEqual([1, 3, 4]);
  expect(misfits("independent-controller")).toEqual([2, 3]);
  expect(misfits("recipient")).toEqual([]);
  expect(misfits("source")).toEqual([]);
});

test("what is stated for some places is judged at these", () => {
  const found = (countries: string[], mechanism: Fields = scc, ...places: string[]) =>
    codes(
      vendor(
        { country: "US" },
        { locations: places.map((country) => ({ country })), safeguards: [{ ...mechanism, countries }] },
      ),
    );
  expect(found(["US"], scc, "US", "PH")).toEqual(["gap /services/0/locations/1"]);
  expect(found(["US", "PH"], scc, "US", "PH")).toEqual([]);
  expect(found(["IN"], dpf, "US")).toContain("dpf-covers-no-place /services/0/safeguards/0");
  expect(found(["019"], dpf, "US")).not.toContain("dpf-covers-no-place /services/0/safeguards/0");
  // The claim of a decision is about these places, and contradicts nothing elsewhere.
  const adequacy = { mechanism: "adequacy" };
  expect(found(["JP"], adequacy, "JP", "IN", "US").filter((code) => code.startsWith("adequacy"))).toEqual([]);
  expect(found(["IN"], adequacy, "JP", "IN", "US").filter((code) => code.startsWith("adequacy"))).toEqual([
    "adequacy-absent /services/0/safeguards/0",
  ]);
  // What the law of its regime does not know is so wherever it is said to be for.
  expect(found(["IN"], { mechanism: "uk-idta", regimes: ["eu"] }, "IN", "US")).toContain(
    "mechanism-cannot-apply /services/0/safeguards/0",
  );
});

test("a certification in a territory of the United States is unsettled: a hint and no error", () => {
  const found = (country: string | undefined, ...places: string[]) =>
    find(vendor({ country }, { locations: places.map((each) => ({ country: each })), safeguards: [dpf, scc] }))
      .filter(({ code }) => code.startsWith("dpf-"))
      .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  const inPuertoRico =
    "info dpf-unsettled: Acme: whether transfers to Puerto Rico are covered by the EU-US Data Privacy Framework is unsettled. Other transfer tools, such as standard contractual clauses, leave no doubt.";
  expect(found("PR", "PR")).toEqual([inPuertoRico]);
  expect(found("US", "US", "PR")).toEqual([inPuertoRico]);
  expect(found("IE", "PR").map((each) => each.split(" ")[1])).toEqual(["dpf-outside-us:", "dpf-unsettled:"]);
});

test("of a French territory outside the Union the gap says that the same rules apply there", () => {
  const gap = (country: string, on = TODAY) =>
    find(vendor({}, { locations: [{ country }] }), { on }).find(({ code }) => code === "gap")?.message;
  expect(gap("NC")).toBe(
    "Acme. EU: no transfer tool is stated for New Caledonia; French law applies the same rules there since 1 June 2019, though Union law does not apply.",
  );
  expect(gap("NC", "2019-05-31")).toBe("Acme. EU: no transfer tool is stated for New Caledonia.");
  expect(gap("IN")).toBe("Acme. EU: no transfer tool is stated for India.");
});

test("a certification that covers none of the places stated is found, and is no error", () => {
  const nowhere = (country: string | undefined, ...locations: string[]) =>
    find(vendor({ country }, { locations: locations.map((each) => ({ country: each })), safeguards: [dpf, scc] }))
      .filter(({ code }) => code === "dpf-covers-no-place")
      .map(({ severity, pointer }) => `${severity} ${pointer}`);
  expect(nowhere(undefined, "FR", "IN")).toEqual(["warning /services/0/safeguards/0"]);
  // The contract with a company in the United States is a transfer there.
  expect(nowhere("US", "FR", "IN")).toEqual([]);
  for (const country of ["US", undefined]) {
    expect(nowhere(country, "FR", "US")).toEqual([]);
    expect(nowhere(country, "001")).toEqual([]);
    expect(nowhere(country)).toEqual([]);
  }
});

test("a check that is still to come is none", () => {
  const planned = inUs({ ...dpf, checkedOn: "2026-11-22" }, { ...scc, backup: true });
  expect(find(planned).map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "dpf-unchecked: Acme: the check of the certification is dated 22 November 2026, which is still to come: it is not checked yet.",
  ]);
  expect(find(planned, { on: "2026-11-22" })).toEqual([]);
});

test("a certification that nobody has checked for a year is found", () => {
  const unchecked = (checkedOn?: string) =>
    codes(inUs({ ...dpf, checkedOn }, { ...scc, backup: true })).includes("dpf-unchecked /services/0/safeguards/0");
  expect([undefined, "2025-11-20", "2025-11-21", "2026-11-21"].map(unchecked)).toEqual([true, true, false, false]);
});

test("a certification with nothing to fall back on is found, per regime", () => {
  const alone = (...safeguards: Fields[]) =>
    find(inUs(...safeguards), { regimes: ["eu", "uk"] }).flatMap(({ code, regimes }) =>
      code === "dpf-without-backup" ? regimes : [],
    );
  expect(alone(dpf)).toEqual(["eu"]);
  expect(alone(dpf, scc)).toEqual([]);
  expect(alone({ ...dpf, regimes: ["eu", "uk", "ch"] }, scc)).toEqual(["uk"]); // no regime of the organisation: Switzerland
  expect(alone(dpf, { mechanism: "derogation", note: "n" })).toEqual(["eu"]);
  const at = (country: string | undefined, ...places: string[]) =>
    codes(vendor({ country }, { locations: places.map((place) => ({ country: place })), safeguards: [dpf] })).includes(
      "dpf-without-backup /services/0/safeguards/0",
    );
  expect([at(undefined, "FR", "US"), at("US"), at("US", "FR")]).toEqual([true, true, true]);
  expect([at(undefined), at(undefined, "FR")]).toEqual([false, false]);
});

test("clauses stated for no regime are the EU's: elsewhere the gap says what they ask for, and nothing contradicts", () => {
  const stated = [
    { mechanism: "scc", module: 2 },
    { mechanism: "bcr", url: "https://acme.example/bcr" },
  ];
  const found = find(inUs(...stated), { regimes: ["uk"] });
  expect(found.map(({ code }) => code)).toEqual(["gap"]);
  expect(found[0]?.message).toMatchInlineSnapshot(
    `"Acme. UK: nothing stated covers the United States; the entry states only standard contractual clauses (not stated for this regime, which asks for the UK Addendum or the IDTA) and binding corporate rules (not stated for this regime)."`,
  );
});

test("what the list as a whole states for a regime is named where that regime has a gap, and nowhere else", () => {
  const named = find(inUs(), { regimes: ["eu", "uk"], listSafeguards: [{ mechanism: "uk-idta" }] }).flatMap(
    ({ code, regimes = [], message }) => (code === "gap" && /as a whole/.test(message) ? regimes : []),
  );
  expect(named).toEqual(["uk"]);
});

test("a verdict that ends in an adequacy decision is not said to end in nothing", () => {
  const inGb = vendor({}, { locations: [{ country: "GB" }] });
  const ending = find(inGb, { on: "2021-03-01" }).find(({ code }) => code === "expiring");
  expect(ending?.message).toMatch(/until 27 June 2021\. After that, it rests on an adequacy decision\.$/);
});

test("an exception for a regime the organisation has not declared is remarked on, and contradicts nothing", () => {
  expect(codes(inUs({ mechanism: "derogation", regimes: ["ch"] }))).toContain("derogation /services/0/safeguards/0");
});

test("an addendum without clauses, clauses without module, an approval without link are found", () => {
  const at = "/services/0/safeguards/0";
  expect(codes(inUs({ mechanism: "uk-addendum" }, scc))).toEqual([]);
  expect(codes(inUs({ mechanism: "uk-addendum" }))).toEqual([
    `gap /services/0/locations/0`,
    `addendum-without-scc ${at}`,
  ]);
  expect(codes(inUs({ mechanism: "swiss-addendum" }))).toContain(`addendum-without-scc ${at}`);
  expect(codes(inUs({ mechanism: "scc", regimes: ["eu"] }))).toEqual([`scc-without-module ${at}`]);
  for (const mechanism of ["bcr", "code-of-conduct", "certification", "ad-hoc-clauses"]) {
    expect(codes(inUs({ mechanism, regimes: ["eu"] })), mechanism).toEqual([`approval-not-linked ${at}`]);
    expect(codes(inUs({ mechanism, regimes: ["eu"], url: "https://authority.example/1" })), mechanism).toEqual([]);
  }
});

test("clauses notified to the Swiss commissioner ask for no approval, and the EU's still do", () => {
  const found = (...regimes: string[]) =>
    find(inUs({ mechanism: "ad-hoc-clauses", regimes }), { regimes: ["ch"] }).map(({ code }) => code);
  expect(found("ch")).toEqual([]);
  expect(found("eu", "ch")).toEqual(["approval-not-linked"]);
});

test("an exception is named by the articles of the regimes it is stated for", () => {
  const messages = (...regimes: string[]) =>
    find(inUs({ mechanism: "derogation", note: "Consent", regimes }), { regimes: ["eu", "ch"] })
      .filter(({ code }) => code === "derogation")
      .map(({ message }) => message);
  expect([...messages("ch"), ...messages()]).toEqual([
    "Acme: an exception (Art. 17 FADP) is for particular situations, and not for a service in regular use.",
    "Acme: an exception (Art. 49 GDPR and Art. 17 FADP) is for particular situations, and not for a service in regular use.",
  ]);
});

test("an exception is a warning, and an error without a note", () => {
  const found = (note?: string) =>
    find(inUs({ mechanism: "derogation", note })).map(({ severity, code }) => `${severity} ${code}`);
  expect(found("Explicit consent, Art. 49(1)(a)")).toEqual(["warning gap", "warning derogation"]);
  expect(found()).toEqual(["error derogation-without-note", "warning gap"]);
});

test("adequacy claimed where there is none on that date is an error", () => {
  const absent = (country: string, more: Fields[] = [], on = TODAY, regimes = ["eu"]) =>
    find(vendor({ country }, { locations: [{ country }], safeguards: [{ mechanism: "adequacy", regimes }, ...more] }), {
      on,
      regimes: regimes.length > 0 ? (regimes as FindingContext["regimes"]) : ["eu"],
    }).flatMap(({ code, regimes }) => (code === "adequacy-absent" ? regimes : []));
  expect(absent("JP")).toEqual([]);
  expect(absent("FR")).toEqual([]);
  expect(absent("IN")).toEqual(["eu"]);
  expect(absent("IN", [scc])).toEqual(["eu"]);
  expect(absent("US")).toEqual(["eu"]);
  expect(absent("US", [dpf])).toEqual([]);
  expect(absent("GB", [], "2031-12-28")).toEqual(["eu"]);
  expect(absent("JP", [], TODAY, ["eu", "ch"])).toEqual(["ch"]);
  // Not said for which: for those the organisation declares.
  expect(absent("JP", [], TODAY, [])).toEqual([]);
  const everywhere = vendor({}, { locations: [{ country: "001" }], safeguards: [{ mechanism: "adequacy" }] });
  expect(codes(everywhere)).toContain("adequacy-absent /services/0/safeguards/0");
  const mixed = vendor(
    {},
    { locations: [{ country: "JP" }, { country: "IN" }], safeguards: [{ mechanism: "adequacy" }, scc] },
  );
  expect(codes(mixed)).toEqual([]);
});

test("a claim of adequacy is held against each place, and only those nothing covers are named", () => {
  const claimed = (...places: string[]) =>
    find(vendor({}, { locations: places.map((country) => ({ country })), safeguards: [{ mechanism: "adequacy" }] }))
      .filter(({ code }) => code === "adequacy-absent")
      .map(({ message }) => message);
  expect(claimed("JP", "FR")).toEqual([]);
  expect(claimed("JP", "IN", "FR", "VN", "IN")).toEqual([
    "Acme: adequacy is stated, but on 21 November 2026 India is not recognised as adequate for the EU.",
    "Acme: adequacy is stated, but on 21 November 2026 Vietnam is not recognised as adequate for the EU.",
  ]);
});

test("who a processor is must be said; of a mere recipient, and of a category, less is expected", () => {
  const missing = { legalName: undefined, address: undefined, contact: {}, dpaUrl: undefined };
  expect(codes(vendor(missing))).toEqual([
    "no-legal-name /legalName",
    "no-address /address",
    "no-contact /contact",
    "no-dpa-link /dpaUrl",
  ]);
  expect(codes(vendor(missing, { role: "recipient" }))).toEqual([]);
  expect(codes(vendor({ ...missing, identity: "category" }))).toEqual(["no-legal-name /identity"]);
  expect(codes(vendor({ ...missing, identity: "category" }, { role: "recipient" }))).toEqual([]);
  expect(codes(vendor({}, { dataCategories: [] }))).toEqual(["no-data-category /services/0/dataCategories"]);
});

test("the country of a legal entity is asked for where the verdict depends on it", () => {
  const aws = { legalName: "Amazon Web Services, Inc.", country: undefined };
  const ireland = { locations: [{ country: "IE" }] };
  expect(
    find(vendor(aws, ireland), { regimes: ["eu", "uk"] }).map(({ pointer, message }) => [pointer, message]),
  ).toEqual([
    [
      "/country",
      "Acme: in which country Amazon Web Services, Inc. is established is not stated. If that is a third country, disclosing data to it is a transfer there, wherever its servers stand, and nothing stated covers that for the EU and the UK.",
    ],
  ]);
  const asked = (fields: Fields, service: Fields) =>
    codes(vendor({ ...aws, ...fields }, service)).filter((code) => code.startsWith("no-country"));
  // Clauses cover any place, and nothing is worse than a gap.
  expect(asked({}, { ...ireland, safeguards: [scc] })).toEqual([]);
  expect(asked({}, { locations: [{ country: "IN" }] })).toEqual([]);
  expect(asked({}, { ...ireland, role: "recipient" })).toEqual([]);
  expect(asked({ identity: "category" }, ireland)).toEqual([]);
});

test("of a source of data, nothing is asked about transfers", () => {
  expect(codes(vendor({}, { role: "source", locations: [], safeguards: [{ mechanism: "derogation" }] }))).toEqual([]);
});

test("two vendors that are one legal entity are found, however it is written; the vendor itself is not another", () => {
  const shared = (...others: [slug: string, legalName: string][]) =>
    codes(vendor({ legalName: "Acme, Inc.", country: "US" }), {
      others: others.map(([slug, legalName]) => ({ slug, document: vendor({ name: slug, legalName }) })),
    }).filter((found) => found.startsWith("shared-legal-entity"));
  expect(shared(["acme", "Acme, Inc."])).toEqual([]);
  expect(shared(["other", "Other, Inc."])).toEqual([]);
  expect(shared(["acme-mail", "ACME Inc"])).toEqual(["shared-legal-entity /legalName"]);
});

test("a link that leads to another vendor's domain is found", () => {
  const zendesk = vendor({
    name: "Zendesk",
    legalName: "Zendesk, Inc.",
    website: undefined,
    dpaUrl: "https://www.zendesk.com/dpa",
  });
  const british = vendor({ name: "Sage", legalName: "Sage plc", website: "https://www.sage.co.uk", dpaUrl: undefined });
  const others = [
    { slug: "zendesk", document: zendesk },
    { slug: "sage", document: british },
  ];
  const foreign = (fields: Fields) =>
    codes(vendor(fields), { others }).filter((found) => found.startsWith("foreign-link"));
  expect(foreign({})).toEqual([]);
  expect(foreign({ privacyPolicyUrl: "https://support.zendesk.com/privacy" })).toEqual([
    "foreign-link /privacyPolicyUrl",
  ]);
  expect(foreign({ dpaUrl: "https://zendesk.com.example/dpa" })).toEqual([]);
  expect(foreign({ dpaUrl: "https://www.other.co.uk/dpa" })).toEqual([]);
  expect(foreign({ dpaUrl: "https://legal.sage.co.uk/dpa" })).toEqual(["foreign-link /dpaUrl"]);
  expect(codes(zendesk, { others, slug: "zendesk" }).filter((found) => found.startsWith("foreign-link"))).toEqual([]);
});

/** The links of a vendor called Acme found to lead to those of another. */
function foreignTo(other: Fields, fields: Fields, legalName = "Other, Inc."): string[] {
  const others = [{ slug: "other", document: vendor({ name: "Other", legalName, dpaUrl: undefined, ...other }) }];
  return codes(vendor({ website: undefined, dpaUrl: undefined, ...fields }), { others }).filter((found) =>
    found.startsWith("foreign-link"),
  );
}

test.each([
  ["two pages of a host", "https://other.github.io", "https://acme-legal.github.io/dpa", false],
  ["the same page of a host", "https://other.github.io", "https://other.github.io/dpa", true],
  ["two buckets", "https://a.s3.eu-west-1.amazonaws.com/", "https://b.s3.eu-west-1.amazonaws.com/dpa", false],
  ["two names under a suffix", "https://other.ltd.uk", "https://acme-legal.ltd.uk/dpa", false],
  ["two names under another", "https://other.go.jp", "https://legal.go.jp/dpa", false],
  ["two charities", "https://other.org.uk", "https://legal.org.uk/dpa", false],
  ["two addresses", "https://192.0.2.1/", "https://198.51.2.1/dpa", false],
  ["the same address", "https://192.0.2.1/", "https://192.0.2.1/dpa", true],
  ["two addresses of version 6", "https://[2001:db8::1]/", "https://[2001:db8::2]/dpa", false],
  ["a trailing dot", "https://other.example/", "https://legal.other.example./dpa", true],
])("whose a domain is: %s", (_, website, dpaUrl, isForeign) => {
  expect(foreignTo({ website }, { dpaUrl })).toEqual(isForeign ? ["foreign-link /dpaUrl"] : []);
});

test("a domain is a vendor's own by a word of its name or all of it, not by its first letters", () => {
  const own = (name: string, domain: string) =>
    foreignTo({ website: `https://${domain}` }, { name, legalName: undefined, dpaUrl: `https://${domain}/dpa` })
      .length === 0;
  expect(own("Acme Mail", "acme.example")).toBe(true);
  expect(own("Acme Mail", "mail.example")).toBe(true);
  expect(own("Acme Mail", "acme-mail.example")).toBe(true);
  expect(own("Acme Mail", "acm.example")).toBe(false);
  expect(own("Google Workspace", "go.example")).toBe(false);
});

test("a website that another vendor of the list has too is found, unless it carries the vendor's name", () => {
  const website = "https://www.other.example/product";
  expect(foreignTo({ website }, { website })).toEqual(["foreign-link /website"]);
  expect(foreignTo({ website }, { website, name: "Other Desk" })).toEqual([]);
});

test("one page that two legal entities link to as their own is found at both, whosever its domain is", () => {
  const page = "https://papers.example/dpa";
  expect(foreignTo({ website: "https://other.example", dpaUrl: page }, { dpaUrl: page })).toEqual([
    "foreign-link /dpaUrl",
  ]);
  expect(foreignTo({ privacyPolicyUrl: `${page}/#terms` }, { dpaUrl: page })).toEqual(["foreign-link /dpaUrl"]);
  expect(foreignTo({ dpaUrl: "https://papers.example/other" }, { dpaUrl: page })).toEqual([]);
  // A group's own page, and two services of one company.
  const group = "https://acme.example/dpa";
  expect(foreignTo({ dpaUrl: group }, { dpaUrl: group })).toEqual([]);
  expect(foreignTo({ dpaUrl: page }, { dpaUrl: page }, "Acme Company")).toEqual([]);
});

test.each<[string, string, boolean]>([
  ["Acme GmbH", "US", true],
  ["Acme GmbH", "AT", false],
  ["Acme GmbH & Co. KG", "GB", true],
  ["Acme UG (haftungsbeschränkt)", "AT", true],
  ["Acme B.V.", "US", true],
  ["Acme B.V.", "BE", false],
  ["Acme AB", "US", true],
  ["Acme Pty Ltd", "US", true],
  ["Acme, Inc.", "DE", true],
  ["Acme, Inc.", "GB", true],
  ["Acme, Inc.", "US", false],
  ["Acme, Inc.", "JP", false],
  ["Acme Incorporated", "IE", true],
  ["Acme Ireland Limited", "US", true],
  ["Acme Ireland Limited", "IE", false],
  ["Acme UK Ltd.", "US", true],
  ["Acme Northern Ireland Limited", "GB", false],
  // What many countries have, or is a part of a name, says nothing.
  ["Acme Ltd", "US", false],
  ["Acme LLC", "DE", false],
  ["Bank of Ireland", "GB", false],
  ["France Galop", "BE", false],
  ["Wagtail ag", "US", false],
  ["Acme", "US", false],
])("whether a legal name contradicts its country: %s, %s: %s", (legalName, country, expected) => {
  const found = find(vendor({ legalName, country })).filter(({ code }) => code === "country-contradicted");
  expect(found.map(({ severity, pointer }) => `${severity} ${pointer}`)).toEqual(expected ? ["warning /country"] : []);
});

test("two documents of one legal entity that state two countries contradict each other", () => {
  const others = [{ slug: "other", document: vendor({ name: "Other", legalName: "ACME, Inc.", country: "CA" }) }];
  const found = (country: string | undefined) =>
    find(vendor({ legalName: "Acme, Inc.", country }), { others })
      .filter(({ code }) => code === "country-contradicted")
      .map(({ message }) => message);
  expect(found("US")).toEqual([
    "Acme: the country stated is the United States; Other (other) is the same legal entity (Acme, Inc.), and Canada is stated there.",
  ]);
  expect(found("CA")).toEqual([]);
  expect(found(undefined)).toEqual([]);
});

test("a finding is known by what it is about, whatever it is called, wherever it stands and whichever day it is", () => {
  const facts = (name: string, on: string, locations: Fields[], safeguards: Fields[] = []) => {
    const document = vendor({ name, country: "US" }, { key: "main", locations, safeguards });
    return find(document, { on })
      .filter(({ code }) => ["gap", "adequacy-absent", "dpf-unchecked"].includes(code))
      .map((finding) => finding.identity);
  };
  const [india] = facts("Acme", TODAY, [{ country: "IN" }]);
  expect(facts("Acme Two", "2027-01-01", [{ country: "FR" }, { country: "IN" }])).toEqual([india]);
  expect(facts("Acme", TODAY, [{ country: "VN" }])).not.toEqual([india]);
  const claimed = (on: string) => facts("Acme", on, [{ country: "IN" }], [{ mechanism: "adequacy" }]);
  expect(claimed("2027-01-01")).toEqual(claimed(TODAY));
  const checked = (checkedOn: string) => facts("Acme", TODAY, US, [{ ...dpf, checkedOn }]);
  expect(checked("2024-01-01")).not.toEqual(checked("2024-01-02"));
});

test("a finding is known by none of its words", () => {
  const british = vendor({}, { locations: [{ country: "GB" }] });
  const factsOn = (on: string, more: Partial<FindingContext> = {}) =>
    find(british, { on, ...more }).map((each) => each.identity);
  const law = structuredClone(currentLaw);
  for (const rule of law.decisions) rule.title = `${rule.title}, as it is now called`;
  expect(factsOn("2031-12-27")).toEqual(factsOn("2031-12-26"));
  expect(factsOn("2031-12-26", { law })).toEqual(factsOn("2031-12-26"));
  expect(factsOn("2031-12-28", { listSafeguards: [{ mechanism: "scc" }] })).toEqual(factsOn("2031-12-28"));
  // A check to come and one long past are two things on one day's paper.
  const [planned, lapsed] = ["2026-11-21", "2028-01-01"].map((on) =>
    find(inUs({ ...dpf, checkedOn: "2026-12-01" }, scc), { on }).map((each) => each.identity),
  );
  expect(planned).not.toEqual(lapsed);
});

test("every finding has the severity of its code, and points into the document or at what it lacks", () => {
  const document = vendor(
    { legalName: undefined, address: undefined, contact: undefined, dpaUrl: undefined, country: "IE" },
    {
      locations: US,
      dataCategories: [],
      safeguards: [
        { ...dpf, checkedOn: undefined },
        { mechanism: "derogation" },
        { mechanism: "scc", regimes: ["uk"] },
      ],
    },
  );
  const findings = find(document, { regimes: ["eu", "uk"] });
  expect(findings.length).toBeGreaterThan(8);
  for (const { code, severity, pointer, message } of findings) {
    expect(FINDINGS[code]).toMatchObject({ severity });
    expect(message).toMatch(/^[A-Z].*\.$/);
    const [parent] = pointer.split(/\/[^/]+$/);
    const reached = (parent ?? "")
      .split("/")
      .slice(1)
      .reduce<unknown>((at, key) => Reflect.get(Object(at), key), document);
    expect(reached, pointer).toBeTypeOf("object");
  }
  const ranks = findings.map(({ severity }) => ["error", "warning", "info"].indexOf(severity));
  expect(ranks).toEqual([...ranks].sort());
});

test("errors are contradictions, and what may be an intended change in disguise", () => {
  const errors = Object.entries(FINDINGS).flatMap(([code, { severity }]) => (severity === "error" ? [code] : []));
  expect(errors).toEqual([
    "mechanism-cannot-apply",
    "dpf-outside-us",
    "adequacy-absent",
    "derogation-without-note",
    "rectification-adds",
    "override-silences",
  ]);
});
