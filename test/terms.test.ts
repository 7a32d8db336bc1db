import { describe, expect, test } from "vitest";
import type { RecordedChange } from "../src/model/change/change-set.ts";
import { decideTerms, type Wish } from "../src/model/change/terms.ts";
import { Organisation } from "../src/model/organisation-document.ts";
import type { Weight } from "../src/model/vendor/grounds.ts";

const TODAY = "2026-11-26";
const organisation = Organisation.parse({ name: "Acme" }); // 30 calendar days of notice, 30 to object

const change = (weight: Weight) => ({ weight, weightOverride: null }) as RecordedChange;
const contract = (earliestEffectiveOn: string) => ({ earliestEffectiveOn, lastDayToObjectOn: earliestEffectiveOn });

const decide = (weights: Weight[], wish: Partial<Wish> = {}, contracts: string[] = []) =>
  decideTerms(organisation, weights.map(change), contracts.map(contract), TODAY, {
    effectiveOn: null,
    emergencyReason: null,
    baseline: false,
    ...wish,
  });

describe("what is material", () => {
  test("waits for the organisation's own period, and needs a date", () => {
    expect(decide(["editorial", "material"])).toMatchObject({
      weight: "material",
      waits: true,
      isSilent: false,
      earliestEffectiveOn: "2026-12-27",
      effectiveOn: null,
      lastDayToObjectOn: "2026-12-26",
      isTooEarly: false,
    });
  });

  test("waits for the slowest contract, and is too early before it", () => {
    const contracts = ["2026-12-10", "2027-01-15"];
    expect(decide(["material"], { effectiveOn: "2027-01-14" }, contracts)).toMatchObject({
      earliestEffectiveOn: "2027-01-15",
      isTooEarly: true,
      emergency: null,
    });
    expect(decide(["material"], { effectiveOn: "2027-01-15" }, contracts)).toMatchObject({ isTooEarly: false });
  });

  test("in an emergency is in force at once, unless a later date is named, which hurries nothing", () => {
    const emergencyReason = "The provider is gone.";
    expect(decide(["material"], { emergencyReason })).toMatchObject({
      effectiveOn: TODAY,
      emergency: { reason: emergencyReason },
      isTooEarly: false,
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
