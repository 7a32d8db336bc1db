import { expect, test } from "vitest";
import { type Service, VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { currentLaw, type ListedVendor } from "../../src/transfers/index.ts";
import { assessAll, expiring, verdictChanges, whatIf } from "./by-this-edition.ts";

const TODAY = "2026-11-21";

type Input = { country: string | string[]; safeguards?: object[] };

function document(...services: [key: string, input: Input][]): ListedVendor["document"] {
  const { slug: _, ...parsed } = VendorInput.parse({
    name: "Acme",
    services: services.map(([key, { country, safeguards = [] }]) => ({
      key,
      locations: [country].flat().map((each) => ({ country: each })),
      safeguards,
    })),
  });
  return parsed;
}

const dpf = { mechanism: "dpf", regimes: ["eu", "uk"] };
const scc = { mechanism: "scc", module: 2, regimes: ["eu"], backup: true };

const list: ListedVendor[] = [
  {
    slug: "acme",
    document: document(
      ["both", { country: "US", safeguards: [dpf, scc] }],
      ["alone", { country: "US", safeguards: [dpf] }],
    ),
  },
  { slug: "local", document: document(["main", { country: "FR" }]) },
  {
    slug: "british",
    document: document(["main", { country: "GB" }], ["clauses", { country: "GB", safeguards: [scc] }]),
  },
];

const short = (falls: ReturnType<typeof whatIf>) =>
  falls.map(
    ({ vendor, service, regime, before, after }) =>
      `${vendor}/${service} ${regime}: ${before.verdict} → ${after.verdict}`,
  );

test("every service is assessed under every regime", () => {
  expect(
    assessAll(list, ["eu", "uk"], TODAY).map(
      ({ vendor, service, regime, verdict }) => `${vendor}/${service} ${regime} ${verdict}`,
    ),
  ).toEqual([
    "acme/both eu adequate",
    "acme/both uk adequate",
    "acme/alone eu adequate",
    "acme/alone uk adequate",
    "local/main eu none-needed",
    "local/main uk adequate",
    "british/main eu adequate",
    "british/main uk none-needed",
    "british/clauses eu adequate",
    "british/clauses uk none-needed",
  ]);
});

test("a decision that falls harms those first who have nothing else", () => {
  expect(short(whatIf(list, ["eu", "uk"], TODAY, "eu-us-dpf"))).toEqual([
    "acme/alone eu: adequate → gap",
    "acme/both eu: adequate → safeguarded",
  ]);
  expect(short(whatIf(list, ["eu", "uk"], TODAY, "uk-us-dpf"))).toEqual([
    "acme/alone uk: adequate → gap",
    "acme/both uk: adequate → gap",
  ]);
  expect(short(whatIf(list, ["eu"], TODAY, "eu-scc"))).toEqual([]);
  expect(short(whatIf(list, ["eu", "uk"], TODAY, "eu-members"))).toEqual([
    "local/main eu: none-needed → gap",
    "local/main uk: adequate → gap",
  ]);
  expect(() => whatIf(list, ["eu"], TODAY, "no-such-decision")).toThrow(RangeError);
});

test("what ends soon is listed with what follows", () => {
  expect(expiring(list, ["eu"], TODAY)).toEqual([]);
  expect(short(expiring(list, ["eu", "uk"], "2031-12-01"))).toEqual([
    "british/main eu: adequate → gap",
    "british/clauses eu: adequate → safeguarded",
  ]);
  expect(short(expiring(list, ["eu"], "2031-12-01", 25))).toEqual([]);
  expect(expiring(list, ["eu"], "2031-12-01", 26)).toHaveLength(2);
  // What gets better is no harm: from 26 January 2026 Brazil is recognised.
  const brazil = [{ slug: "brazil", document: document(["main", { country: "BR" }]) }];
  expect(expiring(brazil, ["eu"], "2026-01-01")).toEqual([]);
});

test("a place that is uncovered hides no other that would be", () => {
  const half = [{ slug: "half", document: document(["main", { country: ["IN", "US"], safeguards: [dpf] }]) }];
  const [fall] = whatIf(half, ["eu"], TODAY, "eu-us-dpf");
  expect([fall?.before, fall?.after].map((each) => [each?.verdict, each?.uncovered])).toEqual([
    ["gap", ["IN"]],
    ["gap", ["IN", "US"]],
  ]);
  const ending = [{ slug: "half", document: document(["main", { country: ["AF", "GB"] }]) }];
  expect(short(expiring(ending, ["eu"], "2031-12-01", 25))).toEqual([]);
  expect(short(expiring(ending, ["eu"], "2031-12-01", 26))).toEqual(["half/main eu: gap → gap"]);
});

test("what first gets better and then ends is found all the same", () => {
  // Korea is recognised from 17 December 2021, here for a month only.
  const decisions = currentLaw.decisions.map((each) => (each.id === "eu-kr" ? { ...each, until: "2022-01-16" } : each));
  const law = { ...currentLaw, decisions };
  const korean = { slug: "kr", document: document(["main", { country: ["KR", "GB"], safeguards: [scc] }]) };
  const withoutClauses = { ...law, mechanisms: law.mechanisms.map((each) => ({ ...each, until: "2022-01-10" })) };
  const falls = expiring([korean], ["eu"], "2021-12-01", 180, withoutClauses);
  expect(short(falls)).toEqual(["kr/main eu: safeguarded → gap"]);
});

test("the difference of two versions names each service and regime whose verdict changes", () => {
  const before = document(
    ["kept", { country: "US" }],
    ["moved", { country: "FR" }],
    ["gone", { country: "FR" }],
    ["same", { country: "JP" }],
  );
  const after = document(
    ["kept", { country: "US", safeguards: [dpf] }],
    ["moved", { country: "IN" }],
    ["same", { country: "JP" }],
    ["added", { country: "US" }],
  );
  const shown = (...it: Parameters<typeof verdictChanges>) =>
    verdictChanges(...it).map(
      (each) =>
        `${each.service} ${each.regime}: ${each.before?.verdict ?? "–"} → ${each.after?.verdict ?? "–"} (${each.direction})`,
    );
  expect(shown(before, after, ["eu", "ch"], TODAY)).toEqual([
    "kept eu: gap → adequate (better)",
    "moved eu: none-needed → gap (worse)",
    "moved ch: adequate → gap (worse)",
    "gone eu: none-needed → – (gone)",
    "gone ch: adequate → – (gone)",
    "added eu: – → gap (new)",
    "added ch: – → gap (new)",
  ]);
  expect(shown(before, before, ["eu", "uk", "ch"], TODAY)).toEqual([]);
  expect(shown(null, document(["main", { country: "FR" }]), ["eu"], TODAY)).toEqual(["main eu: – → none-needed (new)"]);
  expect(shown(document(["main", { country: "FR" }]), null, ["eu"], TODAY)).toEqual([
    "main eu: none-needed → – (gone)",
  ]);
});

test("a place more without cover makes a gap worse, and one less makes it better", () => {
  const one = document(["main", { country: ["IN", "US"], safeguards: [dpf] }]);
  const two = document(["main", { country: ["IN", "US"] }]);
  const other = document(["main", { country: "VN" }]);
  const directions = [
    [one, two],
    [two, one],
    [one, other],
    [two, two],
  ].map(([before, after]) =>
    verdictChanges(before ?? null, after ?? null, ["eu"], TODAY).map((each) => each.direction),
  );
  expect(directions).toEqual([["worse"], ["better"], ["worse"], []]);
});

test("the vendor's own country counts: who moves to Ireland holds no certification", () => {
  const before = { ...document(["main", { country: "US", safeguards: [dpf] }]), country: "US" };
  const services: Service[] = before.services;
  expect(verdictChanges(before, { ...before, country: "IE", services }, ["eu"], TODAY)).toMatchObject([
    { direction: "worse" },
  ]);
});
