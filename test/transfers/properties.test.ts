import fc from "fast-check";
import { test } from "vitest";
import { addDays } from "../../src/model/values/dates.ts";
import { Mechanism } from "../../src/model/vendor/mechanisms.ts";
import type { Regime } from "../../src/model/vendor/vendor-document.ts";
import { type Assessment, amended, amendmentFaults, currentLaw, withoutRule } from "../../src/transfers/index.ts";
import type { Place, Stated, Subject } from "../../src/transfers/subject.ts";
import { isCoveredWorse } from "../../src/transfers/verdict.ts";
import { assess } from "./by-this-edition.ts";

const RUNS = { numRuns: 2000 };

// Few places, so that what the law treats apart is met often.
const country = fc.constantFrom(
  "US",
  "GB",
  "FR",
  "HR",
  "IN",
  "JP",
  "BR",
  "CA",
  "CH",
  "GI",
  "MC",
  "EU",
  "EEA",
  "001",
  "150",
);
const regime = fc.constantFrom<Regime>("eu", "uk", "ch");
const locationOf: fc.Arbitrary<Place> = fc.record({
  country,
  kind: fc.constantFrom("processing", "storage", "backup", "access"),
});

const safeguard: fc.Arbitrary<Stated> = fc.record(
  {
    mechanism: fc.constantFrom(...Mechanism.options),
    module: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    regimes: fc.subarray<Regime>(["eu", "uk", "ch"]),
    backup: fc.boolean(),
    countries: fc.constantFrom([], ["US"], ["IN", "150"]),
    checkedOn: fc.constantFrom("2025-01-01", "2026-10-01"),
  },
  { requiredKeys: ["mechanism"] },
);

const subject: fc.Arbitrary<Subject> = fc.record({
  vendorCountry: fc.constantFrom(undefined, "US", "IE", "GB", "IN"),
  locations: fc.array(locationOf, { maxLength: 4 }),
  safeguards: fc.array(safeguard, { maxLength: 4 }),
});

/** Days around those on which something changes, and others. */
const turns = [...currentLaw.decisions, ...currentLaw.mechanisms, ...Object.values(currentLaw.regimes)].flatMap(
  (dated) => [dated.from, ...("until" in dated && dated.until ? [dated.until] : [])],
);
const day = fc.oneof(
  fc.tuple(fc.constantFrom(...turns), fc.integer({ min: -2, max: 2 })).map(([turn, days]) => addDays(turn, days)),
  fc.integer({ min: 0, max: 12_500 }).map((days) => addDays("2000-01-01", days)),
);

const ruleId = fc.constantFrom(...[...currentLaw.decisions, ...currentLaw.mechanisms].map(({ id }) => id));

/** The verdict, and which places it leaves uncovered. */
const standing = ({ verdict, uncovered }: Assessment) => [verdict, ...uncovered].join();

test("a safeguard more never makes a verdict worse", () => {
  fc.assert(
    fc.property(subject, safeguard, regime, day, (before, added, under, on) => {
      const after = { ...before, safeguards: [...before.safeguards, added] };
      return !isCoveredWorse(assess(after, under, on), assess(before, under, on));
    }),
    RUNS,
  );
});

test("a place more never makes a verdict better, once a place is stated", () => {
  fc.assert(
    fc.property(subject, locationOf, regime, day, (before, added, under, on) => {
      fc.pre(before.locations.length > 0);
      const after = { ...before, locations: [...before.locations, added] };
      return !isCoveredWorse(assess(before, under, on), assess(after, under, on));
    }),
    RUNS,
  );
});

test("a rule less never makes a verdict better", () => {
  const laws = new Map(
    [...currentLaw.decisions, ...currentLaw.mechanisms].map(({ id }) => [id, withoutRule(currentLaw, id)]),
  );
  fc.assert(
    fc.property(subject, ruleId, regime, day, (it, id, under, on) => {
      return !isCoveredWorse(assess(it, under, on), assess(it, under, on, laws.get(id)));
    }),
    RUNS,
  );
});

// Membership of the EEA apart: the decisions of others are read through it.
const named = fc.constantFrom(
  ...[...currentLaw.decisions.filter(({ area }) => !area), ...currentLaw.mechanisms].map(({ id }) => id),
);

test("a rule a verdict does not rest on can fall without changing it", () => {
  fc.assert(
    fc.property(subject, named, regime, day, (it, id, under, on) => {
      const now = assess(it, under, on);
      fc.pre(!now.rules.includes(id));
      return standing(assess(it, under, on, withoutRule(currentLaw, id))) === standing(now);
    }),
    RUNS,
  );
});

test("the order in which places and safeguards are stated never matters", () => {
  const shuffled = subject.chain((it) =>
    fc.record({
      it: fc.constant(it),
      locations: fc.shuffledSubarray([...it.locations], { minLength: it.locations.length }),
      safeguards: fc.shuffledSubarray([...it.safeguards], { minLength: it.safeguards.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, regime, day, ({ it, ...others }, under, on) => {
      const [one, other] = [it, { ...it, ...others }].map((each) => JSON.stringify(assess(each, under, on)));
      return one === other;
    }),
    RUNS,
  );
});

test("a verdict holds on every day until its last, and no day longer", () => {
  fc.assert(
    fc.property(subject, regime, day, fc.integer({ min: 0, max: 20_000 }), (it, under, on, days) => {
      const now = assess(it, under, on);
      const { until } = now;
      const later = addDays(on, days);
      const holds = until === null || later <= until;
      const first = until === null || standing(assess(it, under, addDays(until, 1))) !== standing(now);
      return first && (!holds || standing(assess(it, under, later)) === standing(now));
    }),
    RUNS,
  );
});

test("a rule that an amendment ends covers nothing better from that day on, and everything as it was before; taken back, it never ended", () => {
  fc.assert(
    fc.property(subject, ruleId, regime, day, day, (it, rule, under, endsOn, on) => {
      const why = { source: "https://court.example", reason: "Annulled." };
      const end = { kind: "end" as const, rule, endsOn, ...why };
      fc.pre(amendmentFaults(currentLaw, [], end).length === 0);
      const made = [{ number: 1, on: endsOn, amendment: end }];
      const takenBack = [
        ...made,
        { number: 2, on: endsOn, amendment: { kind: "take-back" as const, number: 1, reason: "No." } },
      ];
      const [now, after, again] = [
        assess(it, under, on),
        assess(it, under, on, amended(currentLaw, made)),
        assess(it, under, on, amended(currentLaw, takenBack)),
      ];
      if (JSON.stringify(now) !== JSON.stringify(again)) return false;
      return on < endsOn ? standing(now) === standing(after) : !isCoveredWorse(now, after);
    }),
    RUNS,
  );
});
