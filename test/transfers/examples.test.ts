import { expect, test } from "vitest";
import type { Regime } from "../../src/model/vendor/vendor-document.ts";
import { type ListedVendor, subjectOf } from "../../src/transfers/index.ts";
import { verdictSentence } from "../../src/words/transfer-sentences.ts";
import { assess, assessAll, expiring, findingsOf, whatIf } from "./by-this-edition.ts";
import { EXAMPLES, example } from "./examples.ts";

const TODAY = "2026-11-21";
const REGIMES: Regime[] = ["eu", "uk", "ch"];

const nameOf = ({ document }: ListedVendor, key: string) =>
  document.services.find((service) => service.key === key)?.name ?? document.name;

/** Those services of Better ISMS that are in the United States. */
const IN_US = ["Cloudflare", "Google Fonts", "Webflow", "Zendesk AI agents", "Zendesk Chat"];

const namesIn = (list: ListedVendor[], transfers: { vendor: string; service: string }[]) =>
  transfers
    .map(({ vendor, service }) => nameOf(list.find(({ slug }) => slug === vendor) as ListedVendor, service))
    .sort();

const certified = (list: ListedVendor[]): ListedVendor[] =>
  list.map(({ slug, document }) => ({
    slug,
    document: {
      ...document,
      services: document.services.map((service) => ({
        ...service,
        safeguards: service.locations.some(({ country }) => country === "US")
          ? [{ mechanism: "dpf" as const, regimes: ["eu" as const], backup: false, checkedOn: "2026-10-01" }]
          : service.safeguards,
      })),
    },
  }));

test("Better ISMS, as its policy discloses it, has a gap for each service in the United States and for no other", () => {
  const { organisation, list } = example("better-isms");
  const assessed = assessAll(list, organisation.regimes, TODAY);
  expect(
    namesIn(
      list,
      assessed.filter(({ verdict }) => verdict === "gap"),
    ),
  ).toEqual(IN_US);
  expect(
    namesIn(
      list,
      assessed.filter(({ verdict }) => verdict === "none-needed"),
    ),
  ).toEqual(["Tally", "Weglot"]);
  expect(assessed).toHaveLength(7);
});

test("once those are certified, the end of the framework concerns exactly them", () => {
  const { organisation, list } = example("better-isms");
  const covered = certified(list);
  expect(assessAll(covered, organisation.regimes, TODAY).filter(({ verdict }) => verdict === "gap")).toEqual([]);
  const falls = whatIf(covered, organisation.regimes, TODAY, "eu-us-dpf");
  expect(namesIn(covered, falls)).toEqual(IN_US);
  expect(falls.every(({ before, after }) => before.verdict === "adequate" && after.verdict === "gap")).toBe(true);
  // Nothing rests on it as the policy stands, and nothing of these ends soon.
  expect(whatIf(list, organisation.regimes, TODAY, "eu-us-dpf")).toEqual([]);
  expect(expiring(covered, organisation.regimes, TODAY)).toEqual([]);
});

test("no example has an error: what real lists leave out never stops an announcement", () => {
  for (const name of EXAMPLES) {
    const { list } = example(name);
    for (const { slug, document } of list) {
      const findings = findingsOf(document, { regimes: REGIMES, on: TODAY, slug, others: list });
      expect(
        findings.filter(({ severity }) => severity === "error"),
        `${name}: ${slug}`,
      ).toEqual([]);
    }
  }
});

test("the examples under all three regimes, read over", async () => {
  const pages = EXAMPLES.map((name) => {
    const { organisation, list } = example(name);
    const context = { regimes: organisation.regimes, on: TODAY, others: list, listSafeguards: organisation.safeguards };
    const vendors = list.map((listed) => {
      const services = listed.document.services.flatMap((service) => [
        `  ${nameOf(listed, service.key)}`,
        ...REGIMES.map((regime) => {
          const assessment = assess(subjectOf(listed.document, service), regime, TODAY);
          return `    ${assessment.verdict.padEnd(11)}  ${verdictSentence(assessment, regime, "en")}`;
        }),
      ]);
      const findings = findingsOf(listed.document, { ...context, slug: listed.slug }).map(
        ({ severity, code, pointer }) => `    ${severity.padEnd(7)} ${code}  ${pointer}`,
      );
      return [
        listed.document.name,
        ...services,
        `  findings under ${organisation.regimes.join(", ")}`,
        ...findings,
      ].join("\n");
    });
    return `# ${organisation.name}, ${TODAY}\n\n${vendors.join("\n\n")}\n`;
  });
  await expect(pages.join("\n\n")).toMatchFileSnapshot("examples.snapshot.txt");
});
