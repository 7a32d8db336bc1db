import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { addDays } from "../../src/model/values/dates.ts";
import { Country, covers } from "../../src/model/vendor/countries.ts";
import { MECHANISMS, Mechanism } from "../../src/model/vendor/mechanisms.ts";
import { currentLaw, type Law, ruleOf, withoutRule } from "../../src/transfers/index.ts";
import { isInForce } from "../../src/transfers/law.ts";
import { decisionOn, indexOf } from "../../src/transfers/law-index.ts";

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

// Formats are checked, `uniqueItems` and unknown fields too.
const schema = z.fromJSONSchema(read("schemas/transfer-law-v1.json"));
const file = read("src/transfers/law.json");

const rules = [...currentLaw.decisions, ...currentLaw.mechanisms];
const regimes = ["eu", "uk", "ch"] as const;

/** Every territory a decision speaks of, "EEA" in a decision of another regime as each of its members. */
const members = currentLaw.decisions.filter(({ area }) => area === "EEA").flatMap(({ territories }) => territories);
const territories = [...new Set([...currentLaw.decisions.flatMap((each) => each.territories), ...members])];

test("the law is what its schema says", () => {
  expect(schema.parse(file)).toEqual(file);
});

test("the schema refuses a row without source or confidence, an unknown field, a date that does not exist", () => {
  const broken = (change: (law: Law) => void) => {
    const copy = structuredClone(file);
    change(copy);
    return schema.safeParse(copy).success;
  };
  const [decision] = file.decisions;
  expect(broken(() => {})).toBe(true);
  for (const field of Object.keys(decision).filter((name) => name !== "area")) {
    expect(
      broken((law) => Reflect.deleteProperty(law.decisions[0] ?? {}, field)),
      field,
    ).toBe(false);
  }
  for (const wrong of [
    { from: "2025-02-29" },
    { until: "soon" },
    { more: 1 },
    { confidence: "sure" },
    { territories: [] },
  ]) {
    expect(
      broken((law) => Object.assign(law.decisions[0] ?? {}, wrong)),
      JSON.stringify(wrong),
    ).toBe(false);
    if (!("territories" in wrong))
      expect(
        broken((law) => Object.assign(law.mechanisms[0] ?? {}, wrong)),
        JSON.stringify(wrong),
      ).toBe(false);
  }
});

test("every row has an id of its own, begins with its regime, and ends after it begins", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, regime, from, until } of rules) {
    expect(id.replace(/^eea/, "eu").startsWith(`${regime}-`), id).toBe(true);
    expect(until === null || from <= until, id).toBe(true);
    expect(from <= currentLaw.version, id).toBe(true);
  }
});

test("every code is a real one", () => {
  for (const code of territories.filter((each) => each !== "EU" && each !== "EEA")) {
    expect(Country.safeParse(code).success, code).toBe(true);
  }
});

test("no two decisions speak of the same territory under the same regime on the same day", () => {
  for (const regime of regimes) {
    for (const territory of territories) {
      const dated = currentLaw.decisions
        .filter((each) => each.regime === regime)
        .flatMap((decision) => {
          const named = decision.territories.includes(territory) ? [decision] : [];
          const through =
            decision.effect === "adequate" && decision.territories.includes("EEA")
              ? currentLaw.decisions.filter(({ area, territories }) => area && territories.includes(territory))
              : [];
          return [...named, ...through].map(({ from, until }) => ({
            id: decision.id,
            from: from > decision.from ? from : decision.from,
            until: [until, decision.until].filter((day) => day !== null).sort()[0] ?? "9999-12-31",
          }));
        });
      for (const a of dated)
        for (const b of dated)
          if (a.id !== b.id)
            expect(a.until < b.from || b.until < a.from, `${regime} ${territory}: ${a.id}, ${b.id}`).toBe(true);
    }
  }
});

test("one safeguard of one edition is known by one row at a time", () => {
  for (const a of currentLaw.mechanisms)
    for (const b of currentLaw.mechanisms)
      if (
        a !== b &&
        a.regime === b.regime &&
        a.mechanism === b.mechanism &&
        a.clauses === b.clauses &&
        a.recipient === b.recipient
      )
        expect((a.until ?? "9999") < b.from || (b.until ?? "9999") < a.from, a.id).toBe(true);
});

test("a transfer tool has a row in each regime it is about when it does not say, but for decisions and exceptions", () => {
  const inRows: Mechanism[] = read("schemas/transfer-law-v1.json").$defs.mechanism.enum;
  expect(Mechanism.options.filter((each) => !inRows.includes(each))).toEqual(["dpf", "adequacy", "derogation"]);
  for (const mechanism of inRows)
    for (const regime of MECHANISMS[mechanism].unstated)
      expect(indexOf(currentLaw)[regime].mechanisms.has(mechanism), `${mechanism} in ${regime}`).toBe(true);
});

test("a mechanism of which an older law is not recorded has a row from the day after", () => {
  for (const regime of regimes)
    for (const [mechanism, until] of Object.entries(currentLaw.regimes[regime].unrecorded ?? {}))
      expect(
        currentLaw.mechanisms.some(
          (rule) => rule.regime === regime && rule.mechanism === mechanism && rule.from === addDays(until, 1),
        ),
        `${regime} ${mechanism}`,
      ).toBe(true);
});

test("today's members of the areas are those the register knows", () => {
  const decision = (code: string) => decisionOn(indexOf(currentLaw).eu, code, currentLaw.version);
  for (const code of territories) {
    const atHome = decision(code)?.effect === "home";
    expect(atHome, code).toBe(covers("EEA", code));
  }
  for (const code of ["SJ", "NC", "PF", "GL", "AW", "BL"]) expect(decision(code), code).toBeUndefined();
});

test("the first and the last day belong to a rule", () => {
  const rule = { from: "2021-06-28", until: "2031-12-27" };
  const days = ["2021-06-27", "2021-06-28", "2031-12-27", "2031-12-28"];
  expect(days.map((day) => isInForce(rule, day))).toEqual([false, true, true, false]);
});

test("the lists of the regimes differ where they are known to", () => {
  const on = currentLaw.version;
  const recognised = (regime: (typeof regimes)[number]) =>
    territories
      .filter(
        (code) => decisionOn(indexOf(currentLaw)[regime], code, on)?.effect === "adequate" && !covers("EEA", code),
      )
      .sort()
      .join(" ");
  expect({ eu: recognised("eu"), uk: recognised("uk"), ch: recognised("ch") }).toEqual({
    eu: "AD AR BR CA CH FO GB GG IL IM JE JP KR NZ US UY",
    uk: "AD AR CA CH FO GG GI IL IM JE JP KR NZ US UY",
    ch: "AD AR CA FO GB GG GI IL IM JE MC NZ US UY",
  });
});

test("who joins the area is recognised by those who recognise the area, from that day on", () => {
  const [member] = currentLaw.decisions;
  const joins = {
    ...member,
    id: "eu-members-2030",
    territories: ["AL"],
    from: "2030-01-01",
  } as Law["decisions"][number];
  const law = { ...currentLaw, decisions: [...currentLaw.decisions, joins] };
  for (const regime of regimes) {
    const said = ["2029-12-31", "2030-01-01"].map((on) => decisionOn(indexOf(law)[regime], "AL", on)?.effect);
    expect(said, regime).toEqual([undefined, regime === "eu" ? "home" : "adequate"]);
  }
});

test("a rule can be taken out of the law, and only one that is in it", () => {
  const without = withoutRule(currentLaw, "eu-us-dpf");
  expect(ruleOf(without, "eu-us-dpf")).toBeUndefined();
  expect(ruleOf(currentLaw, "eu-us-dpf")).toMatchObject({ territories: ["US"] });
  expect([without.decisions.length, without.mechanisms.length]).toEqual([
    currentLaw.decisions.length - 1,
    currentLaw.mechanisms.length,
  ]);
  expect(ruleOf(withoutRule(currentLaw, "eu-scc"), "eu-scc")).toBeUndefined();
  expect(() => withoutRule(currentLaw, "eu-us-dfp")).toThrow(RangeError);
});
