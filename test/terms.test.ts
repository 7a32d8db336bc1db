import { describe, expect, test } from "vitest";
import type { RecordedChange } from "../src/model/change/change-set.ts";
import { type Decided, decideTerms, type Wish } from "../src/model/change/terms.ts";
import { Organisation } from "../src/model/organisation-document.ts";
import type { Weight } from "../src/model/vendor/grounds.ts";

const TODAY = "2026-11-26";
const organisation = Organisation.parse({ name: "Acme" }); // 30 calendar days of notice, 30 to object

const change = (weight: Weight, index: number, plannedOn: string | null = null) =>
  ({ weight, weightOverride: null, plannedOn, vendor: { slug: `v${index}` } }) as RecordedChange;
/** A contract of a customer whom some changes concern, by default all of a few. */
const contract = (earliestEffectiveOn: string, vendors = ["v0", "v1", "v2"], inEmergency = TODAY) => ({
  earliestEffectiveOn,
  earliestInEmergencyOn: inEmergency,
  lastDayToObjectOn: earliestEffectiveOn,
  objectUntil: null,
  vendors,
});

const WISH: Wish = { effectiveOn: null, emergencyReason: null, baseline: false, rectification: null };

const decide = (weights: Weight[], wish: Partial<Wish> = {}, contracts: string[] = []) => {
  const changes = weights.map((weight, index) => change(weight, index));
  const decided = { changes, contracts: contracts.map((day) => contract(day)), builtOn: new Map() };
  return decideTerms(organisation, decided, TODAY, { ...WISH, ...wish });
};

describe("what is material", () => {
  test("waits for the organisation's own period, and needs a date", () => {
    expect(decide(["editorial", "material"])).toMatchObject({
      weight: "material",
      waits: true,
      isSilent: false,
      earliestEffectiveOn: "2026-12-27",
      effectiveOn: null,
      lastDayToObjectOn: "2026-12-26",
      tooEarly: [],
    });
  });

  test("waits for the slowest contract, and is too early before it", () => {
    const contracts = ["2026-12-10", "2027-01-15"];
    expect(decide(["material"], { effectiveOn: "2027-01-14" }, contracts)).toMatchObject({
      earliestEffectiveOn: "2027-01-15",
      tooEarly: [{ vendor: "v0", allowedFrom: "2027-01-15" }],
      emergency: null,
    });
    expect(decide(["material"], { effectiveOn: "2027-01-15" }, contracts)).toMatchObject({ tooEarly: [] });
  });

  test("in an emergency is in force at once, unless a later date is named, which hurries nothing", () => {
    const emergencyReason = "The provider is gone.";
    expect(decide(["material"], { emergencyReason })).toMatchObject({
      effectiveOn: TODAY,
      emergency: { reason: emergencyReason },
      tooEarly: [],
    });
    expect(decide(["material"], { emergencyReason, effectiveOn: "2027-02-01" })).toMatchObject({ emergency: null });
  });
});

test.each([
  ["informative", false],
  ["editorial", true],
] as const)("what is %s is in force at once and waits for nobody", (weight, isSilent) => {
  expect(decide([weight])).toMatchObject({
    waits: false,
    isSilent,
    earliestEffectiveOn: TODAY,
    effectiveOn: TODAY,
    lastDayToObjectOn: null,
  });
});

test("a baseline is in force today whatever its date, and tells nobody", () => {
  expect(decide(["material"], { baseline: true, effectiveOn: "2027-02-01" })).toMatchObject({
    waits: false,
    isSilent: true,
    effectiveOn: TODAY,
    lastDayToObjectOn: null,
  });
});

describe("change by change", () => {
  const decideDated = (changes: RecordedChange[], wish: Partial<Wish> = {}, more: Partial<Decided> = {}) =>
    decideTerms(organisation, { changes, contracts: [], builtOn: new Map(), ...more }, TODAY, { ...WISH, ...wish });

  test("what does not wait takes the date of the set, unless it has one of its own", () => {
    const set = { effectiveOn: "2027-02-01" };
    expect(decideDated([change("material", 0), change("informative", 1)], set).changes).toMatchObject([
      { effectiveOn: "2027-02-01", earliestEffectiveOn: "2026-12-27" },
      { effectiveOn: "2027-02-01", earliestEffectiveOn: TODAY },
    ]);
    expect(decideDated([change("material", 0), change("informative", 1, TODAY)], set)).toMatchObject({
      changes: [{ effectiveOn: "2027-02-01" }, { effectiveOn: TODAY }],
      effectiveOn: "2027-02-01",
      tooEarly: [],
    });
  });

  test("a set is in force on the latest date of its changes, whichever was named for it", () => {
    const changes = [change("material", 0, "2027-03-01"), change("informative", 1)];
    expect(decideDated(changes, { effectiveOn: "2027-01-01" })).toMatchObject({
      effectiveOn: "2027-03-01",
      earliestEffectiveOn: "2026-12-27",
    });
    expect(decideDated([change("material", 0, "2027-03-01")])).toMatchObject({ effectiveOn: "2027-03-01" });
  });

  test("a contract holds the changes that concern it, and no others", () => {
    const changes = [change("material", 0), change("material", 1)];
    const contracts = [contract("2027-06-01", ["v1"])];
    expect(decideDated(changes, { effectiveOn: "2027-02-01" }, { contracts })).toMatchObject({
      changes: [{ earliestEffectiveOn: "2026-12-27" }, { earliestEffectiveOn: "2027-06-01" }],
      earliestEffectiveOn: "2027-06-01",
      tooEarly: [{ vendor: "v1" }],
    });
  });

  test("an announced change holds the one that builds on it, and no others", () => {
    const changes = [change("informative", 0), change("informative", 1)];
    expect(decideDated(changes, {}, { builtOn: new Map([["v1", "2027-06-01"]]) })).toMatchObject({
      changes: [{ earliestEffectiveOn: TODAY }, { earliestEffectiveOn: "2027-06-01", allowedFrom: TODAY }],
      earliestEffectiveOn: "2027-06-01",
    });
  });

  test("an emergency is of a set some of which comes too early", () => {
    const emergencyReason = "The provider is gone.";
    const changes = [change("material", 0), change("material", 1, "2027-06-01")];
    expect(decideDated(changes, { emergencyReason })).toMatchObject({
      changes: [{ effectiveOn: TODAY }, { effectiveOn: "2027-06-01" }],
      emergency: { reason: emergencyReason },
    });
  });
});
