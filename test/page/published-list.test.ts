import { expect, test } from "vitest";
import { PublishedList, publishedListJsonSchema } from "../../src/page/formats/published-list.ts";
import { stylesheet, stylesheetPath } from "../../src/page/style/index.ts";
import { fileOf, publish } from "./published.ts";

const mill = { name: "Mill", services: [{ purpose: "Grinds", locations: [{ country: "FR" }] }] };
const register = publish({ name: "Acme", approvalsRequired: 0, holidays: ["2026-12-25"] })
  .baseline([mill], "2026-01-01")
  .put({ ...mill, website: "https://mill.example" }, "2026-12-24", { lastDayToObjectOn: "2026-12-20" })
  .remove("mill", "2027-02-01")
  .register();

test("the published file is what its schema says, with the version, the list on a date and what is to come", () => {
  const list = fileOf(register, "2026-11-21");
  expect(PublishedList.parse(JSON.parse(JSON.stringify(list)))).toEqual(list);
  expect(list).toMatchObject({
    $schema: "https://list.example/schemas/subprocessors-v1.json",
    version: 3,
    updatedAt: "2026-11-20T15:00:00.000Z",
    recordedFrom: "2026-01-01",
    on: "2026-11-21",
    vendors: [{ slug: "mill", name: "Mill", effectiveOn: "2026-01-01", changeSet: 0 }],
    upcoming: [
      { changeSet: 1, kind: "updated", slug: "mill", effectiveOn: "2026-12-24", lastDayToObjectOn: "2026-12-20" },
      { changeSet: 2, kind: "removed", slug: "mill", before: { website: "https://mill.example" } },
    ],
  });
  expect(list.upcoming[1]).not.toHaveProperty("after");
});

test("the file tells facts of the organisation, not how its registry is run", () => {
  const { organisation } = fileOf(register, "2026-11-21");
  expect(organisation).toMatchObject({ name: "Acme", exhaustive: true });
  expect(Object.keys(organisation)).not.toEqual(expect.arrayContaining(["holidays"]));
  expect(organisation).not.toHaveProperty("approvalsRequired");
});

test("the file tells the organisation's numbers, cookies and definitions", () => {
  const facts = {
    registrationNumber: "4922343",
    phone: "01273 041140",
    cookies: [{ name: "io", setBy: ["Harbor", "Mill"] }],
    definitions: [{ term: "Usage data", meaning: "What a visit leaves behind" }],
    policy: { version: "2.6", archived: true },
  };
  const list = fileOf(publish({ name: "Acme", ...facts }).register(), "2026-11-21");
  expect(PublishedList.parse(list).organisation).toMatchObject(facts);
});

test("an unpublished registry has a file too", () => {
  const list = fileOf(publish().register(), "2026-11-21");
  expect(PublishedList.parse(list)).toMatchObject({
    version: null,
    hash: null,
    updatedAt: null,
    recordedFrom: null,
    vendors: [],
  });
});

test("of a date before the register began, the file says that it has no record", () => {
  const list = fileOf(register, "2025-12-31");
  expect(list).toMatchObject({ on: "2025-12-31", recordedFrom: "2026-01-01", vendors: [] });
  expect(list.upcoming.map(({ changeSet }) => changeSet)).toEqual([1, 2]);
});

test("the JSON Schema is of 2020-12 and knows the vendor's fields", () => {
  const schema = publishedListJsonSchema();
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema).toMatchObject({ properties: { on: { format: "date" }, vendors: { type: "array" } } });
  expect(JSON.stringify(schema)).toMatch(/"privacyPolicyUrl":\{[^}]*"type":"string","maxLength":2000,"format":"uri"\}/);
  expect(JSON.stringify(schema)).not.toMatch(/~standard|openapi|_internal/);
});

test("the style sheet is named by its content and asks for nothing else", () => {
  expect(stylesheetPath).toMatch(/^\/assets\/page-[0-9a-f]{12}\.css$/);
  expect(stylesheet).not.toMatch(/url\(|@import/);
});
