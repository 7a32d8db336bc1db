import { expect, test } from "vitest";
import { changeSetViews } from "../../src/model/change/register.ts";
import type { Locale } from "../../src/model/values/text.ts";
import { gist } from "../../src/page/changes/summary.ts";
import { describeChange } from "../../src/page/describe/change.ts";
import { listSome } from "../../src/page/describe/names.ts";
import { describeValue } from "../../src/page/describe/value.ts";
import { publish } from "./published.ts";

const safeguard = { mechanism: "scc", module: 3, regimes: ["eu", "uk"], backup: true, checkedOn: "2026-10-01" };

function onlyChange(registry: ReturnType<typeof publish>) {
  const [set] = changeSetViews(registry.register().history, "2026-06-01");
  const change = set?.changes[0];
  if (!change) throw new Error("nothing changed");
  return change;
}

test("a safeguard is told in words: parties, regimes, fallback and when it was checked", () => {
  expect(describeValue("safeguards", [safeguard], "en")).toEqual([
    "Standard contractual clauses, module 3: processor to processor (EU and UK), as a fallback, checked 1 October 2026",
  ]);
  expect(describeValue("safeguards", [safeguard], "fr")).toEqual([
    expect.stringMatching(
      /^Clauses contractuelles types, module 3.: de sous-traitant à sous-traitant \(UE et Royaume-Uni\)/,
    ),
  ]);
});

test("a place is named in the reader's language, with what it is for unless that is processing", () => {
  const places = [
    { country: "US", kind: "processing" },
    { country: "EEA", kind: "backup", detail: { fr: "Nord" } },
  ];
  expect(describeValue("locations", places, "en")).toEqual(["United States", "European Economic Area (backup, Nord)"]);
  expect(describeValue("locations", places, "fr")).toEqual([
    "États-Unis",
    "Espace économique européen (sauvegarde, Nord)",
  ]);
});

test("no products means all of them, and keys have the organisation's names", () => {
  const names = { products: [{ key: "app", name: "The App" }], hostingRegions: [] };
  expect(describeValue("products", [], "en", names)).toEqual(["All"]);
  expect(describeValue("products", ["app", "old"], "en", names)).toEqual(["The App", "old"]);
  expect(describeValue("hostingRegions", [], "fr")).toEqual(["Toutes"]);
});

test("a field says which service it is of only when there are several", () => {
  const chat = { key: "chat", name: "Harbor Chat", purpose: "Answers questions" };
  const labels = (services: object[]) =>
    describeChange(onlyChange(publish().put({ name: "Harbor", services }, "2026-01-01")), "fr").rows.map(
      ({ label }) => label,
    );
  expect(labels([chat])).toContain("Finalité");
  expect(labels([chat, { key: "desk" }])).toContain("Harbor Chat · Finalité");
});

test("legal basis, cookie policy, phone and who sets a cookie are described", () => {
  const scout = {
    name: "Scout",
    cookiePolicyUrl: "https://scout.example/cookies",
    contact: { name: "Desk", phone: "+351 21 000" },
    services: [
      {
        role: "source" as const,
        legalBasis: { en: "Consent", fr: "Consentement" },
        cookies: [{ name: "io", expires: "1 day", setBy: ["Scout", "Mill"], purpose: "Counts" }],
      },
    ],
  };
  const change = onlyChange(publish().put(scout, "2026-01-01"));
  expect(describeChange(change, "en").rows.map(({ label, after }) => [label, ...after])).toEqual([
    ["Legal basis", "Consent"],
    ["Cookies", "io (1 day), set by Scout and Mill: Counts"],
    ["Role", "Source of data"],
    ["Contact", "Desk", "+351 21 000"],
    ["Cookie policy", "https://scout.example/cookies"],
  ]);
  expect(describeValue("legalBasis", scout.services[0]?.legalBasis, "fr")).toEqual(["Consentement"]);
});

test("a new cookie policy or phone is editorial, as is the day a contract was signed: it mails nobody", () => {
  const change = onlyChange(
    publish()
      .put({ name: "Scout", services: [{}] }, "2026-01-01")
      .put(
        {
          name: "Scout",
          cookiePolicyUrl: "https://scout.example/cookies",
          contact: { phone: "1" },
          contractSignedOn: "2025-02-01",
          services: [{}],
        },
        "2026-02-01",
      ),
  );
  expect(change.weight).toBe("editorial");
  expect(describeChange(change, "en").rows.map(({ label }) => label)).toEqual([
    "Contact",
    "Contract signed on",
    "Cookie policy",
  ]);
});

test("an added vendor has its facts after and nothing before; a removed one the reverse", () => {
  const harbor = { name: "Harbor", country: "PT", services: [{ purpose: "Chat", locations: [{ country: "PT" }] }] };
  const added = describeChange(onlyChange(publish().put(harbor, "2026-01-01")), "en");
  expect(added).toEqual({
    heading: "Harbor",
    kind: "Added",
    note: null,
    rows: [
      { label: "Purpose", before: [], after: ["Chat"] },
      { label: "Where", before: [], after: ["Portugal"] },
      { label: "Role", before: [], after: ["Subprocessor"] },
      { label: "Country of establishment", before: [], after: ["Portugal"] },
    ],
  });
  const removed = describeChange(onlyChange(publish().put(harbor, "2026-01-01").remove("harbor", "2026-02-01")), "fr");
  expect(removed.kind).toBe("Retrait");
  expect(removed.rows[0]).toEqual({ label: "Finalité", before: ["Chat"], after: [] });
});

test("a service that joins a vendor is one row: not listed before, its facts after", () => {
  const registry = publish()
    .put({ name: "Harbor", services: [{ name: "Chat" }] }, "2026-01-01")
    .put({ name: "Harbor", services: [{ name: "Chat" }, { name: "Voice", purpose: "Calls" }] }, "2026-02-01");
  expect(describeChange(onlyChange(registry), "en").rows).toEqual([
    { label: "Voice", before: ["Not listed"], after: ["Purpose: Calls", "Role: Subprocessor"] },
  ]);
});

test("a text that changes in the other language only is shown in that language", () => {
  const registry = publish()
    .put({ name: "Harbor", services: [{ purpose: { en: "Chat", fr: "Tchat" } }] }, "2026-01-01")
    .put({ name: "Harbor", services: [{ purpose: { en: "Chat", fr: "Discussion" } }] }, "2026-02-01");
  expect(describeChange(onlyChange(registry), "en").rows).toEqual([
    { label: "Purpose (Français)", before: ["Tchat"], after: ["Discussion"], langs: { before: "fr", after: "fr" } },
  ]);
});

test("so is one that stands within a place, a safeguard or a cookie", () => {
  const clauses = (fr: string) => ({ mechanism: "scc" as const, note: { en: "Signed", fr } });
  const registry = publish()
    .put({ name: "Harbor", services: [{ safeguards: [clauses("Signées")] }] }, "2026-01-01")
    .put({ name: "Harbor", services: [{ safeguards: [clauses("Conclues")] }] }, "2026-02-01");
  expect(describeChange(onlyChange(registry), "en").rows).toEqual([
    {
      label: "Transfer tools (Français)",
      before: ["Standard contractual clauses – Signées"],
      after: ["Standard contractual clauses – Conclues"],
    },
  ]);
});

test("in brief a difference has no links of safeguards, and says in each language what is only on one side", () => {
  const url = "https://harbor.example/clauses";
  const of = (service: object) => ({ name: "Harbor", services: [{ key: "chat", ...service }] });
  const brief = (before: object, after: object, locale: Locale = "en") =>
    gist(onlyChange(publish().put(of(before), "2026-01-01").put(of(after), "2026-02-01")), locale, {
      products: [],
      hostingRegions: [],
    });
  const bcr = { mechanism: "bcr", url };
  expect(brief({ safeguards: [bcr] }, { safeguards: [{ mechanism: "dpf", url }] })).toEqual([
    "Transfer tools: Binding corporate rules → Data Privacy Framework",
  ]);
  expect(brief({}, { safeguards: [bcr] }, "fr")).toEqual([
    "Instruments de transfert (ajout)\u00a0: Règles d’entreprise contraignantes",
  ]);
  expect(brief({ note: "See <the page>" }, {})).toEqual(["Note (removed): See <the page>"]);
  // That another link is stated is told in full by the page of the change.
  expect(brief({ safeguards: [bcr] }, { safeguards: [{ ...bcr, url: `${url}/2` }] })).toEqual(["Transfer tools"]);
});

test("of many names the first are listed, and the others counted once in the sentence; never one alone", () => {
  const names = ["A", "B", "C", "D", "E", "F", "G"];
  expect(listSome(names, "en")).toBe("A, B, C, D, E and 2 others");
  expect(listSome(names, "fr", { most: 3 })).toBe("A, B, C et 4 autres");
  expect(listSome(names.slice(0, 6), "en")).toBe("A, B, C, D, E and F");
  expect(listSome(["A", "B"], "en", { all: 5 })).toBe("A, B and 3 others");
});
