import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { LOCALES } from "../src/model/values/text.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Case = {
  name: string;
  method?: string;
  path?: string;
  body?: unknown;
  headers?: Record<string, string>;
  status?: number;
  type?: string;
  pointer?: string;
};

const service = (fields: Record<string, unknown>) => ({ ...vendor(), services: [fields] });
const location = (fields: Record<string, unknown>) => service({ locations: [{ country: "FR", ...fields }] });
const safeguard = (fields: Record<string, unknown>) => service({ safeguards: [{ mechanism: "scc", ...fields }] });
const organisation = (fields: Record<string, unknown>) => ({ name: "Acme", products: [app, shop], ...fields });
const app = { key: "app", name: "App" };
const shop = { key: "shop", name: "Shop" };
const at = "/services/0/safeguards/0";
const type = (contentType: string) => ({ "content-type": contentType });
const malformed = { status: 400, type: "malformed-json" };
const unsupported = { status: 415, type: "unsupported-media-type" };
const base64url = (text: string) => Buffer.from(text).toString("base64url");
/** JSON nested as deeply as no document is, where a vendor has a text. */
const deep = (levels: number) => `{"name":"Deep","services":[{}],"address":${"[".repeat(levels)}${"]".repeat(levels)}}`;
const deepPatch = (levels: number) => `{"contact":${'{"a":'.repeat(levels)}1${"}".repeat(levels)}}`;

// One registry for every case: each shows that it left no trace in it.
let r: Registry;
let end: () => Promise<void>;

/** One product in use, one vendor on the list at `/v1/vendors/listed`, and draft 2 that changes it. */
beforeAll(async () => {
  r = await registry({ atEnd: (ending) => (end = ending) });
  await r.organisation({ products: [app, shop] });
  await r.listed(vendor({ name: "Listed" }, { products: ["app"] }));
  await r.json("PATCH", "/v1/vendors/listed", 200, { body: { website: "https://listed.example" } });
});

afterAll(() => end());

async function expectRefused({ method = "POST", path = "/v1/vendors", status = 422, ...bad }: Case): Promise<void> {
  const [before, kicks, logged] = [await r.stored(), r.kicks(), r.logged.length];

  const response = await r.call(method, path, {
    body: bad.body,
    ...(bad.headers === undefined ? {} : { headers: bad.headers }),
  });

  await expectProblem(response, status, bad.type ?? "invalid-request", bad.pointer);
  expect(await r.stored()).toEqual(before);
  expect(r.kicks()).toBe(kicks);
  expect(r.logged).toHaveLength(logged);
}

describe("a body that is not what it should be is refused whole, and writes nothing", () => {
  const cases: Case[] = [
    { name: "malformed JSON", body: '{"name": ', status: 400, type: "malformed-json" },
    { name: "an empty body", body: "", status: 400, type: "malformed-json", headers: type("application/json") },
    { name: "JSON with a comma too many", body: '{"name": "A",}', status: 400, type: "malformed-json" },
    { name: "two documents", body: "{}{}", status: 400, type: "malformed-json" },
    { name: "an array instead of an object", body: [vendor()], pointer: "" },
    { name: "null", body: "null", pointer: "" },
    { name: "a text", body: '"Zendesk"', pointer: "" },
    { name: "2 MB", body: { ...vendor(), address: "a".repeat(2 << 20) }, status: 413, type: "body-too-large" },
    { name: "JSON 100,000 levels deep", body: deep(100_000), pointer: "/address" },
    { name: "a patch 100,000 levels deep", method: "PATCH", path: "/v1/vendors/listed", body: deepPatch(20_000) },
    { name: "a form", body: "name=Zendesk", headers: type("application/x-www-form-urlencoded"), ...unsupported },
    { name: "JSON called text", body: vendor(), headers: type("text/plain"), ...unsupported },
    { name: "XML", body: "<vendor/>", headers: type("application/xml"), ...unsupported },
    {
      name: "a form for a draft",
      path: "/v1/change-sets",
      body: "reason=x",
      headers: type("text/plain"),
      ...unsupported,
    },
    {
      name: "a form for a patch",
      method: "PATCH",
      path: "/v1/vendors/listed",
      body: { website: "https://new.example" },
      headers: type("text/plain"),
      ...unsupported,
    },
    {
      name: "an announcement as curl sends it when nobody says it is JSON",
      path: "/v1/change-sets/2/announce",
      body: '{"effectiveOn":"2027-03-01"}',
      headers: type("application/x-www-form-urlencoded"),
      ...unsupported,
    },
    { name: "malformed JSON of an announcement", path: "/v1/change-sets/2/announce", body: "{", ...malformed },
    { name: "malformed JSON of a key", path: "/v1/api-keys", body: "{", ...malformed },
    { name: "malformed JSON of a subscriber", path: "/v1/subscribers", body: "{", ...malformed },
    { name: "malformed JSON of the organisation", method: "PUT", path: "/v1/organisation", body: "{", ...malformed },
    { name: "malformed JSON of a patch", method: "PATCH", path: "/v1/vendors/listed", body: "{", ...malformed },
  ];
  test.each(cases)("$name", expectRefused);
});

test("a body of another media type is told which one is taken", async () => {
  const answer = await r.call("POST", "/v1/vendors", { body: "name=Zendesk", headers: type("text/plain") });
  const problem = await expectProblem(answer, 415, "unsupported-media-type");
  expect(problem).toMatchObject({ detail: "Send Content-Type: application/json." });
});

test("a field that is missing is said to be required, and a text for readers says what it takes", async () => {
  const without = await r.call("POST", "/v1/vendors", { body: { services: [{}] } });
  const name = { pointer: "/name", detail: "is required" };
  expect((await expectProblem(without, 422, "invalid-request")).errors).toEqual([name]);

  const wordless = await r.call("POST", "/v1/change-sets/1/correction", { body: {} });
  const required = { pointer: "/text", detail: "is required" };
  expect((await expectProblem(wordless, 422, "invalid-request")).errors).toEqual([required]);

  const numbered = await r.call("POST", "/v1/change-sets/1/correction", { body: { text: 3 } });
  const text = {
    pointer: "/text",
    detail: `must be a text, or an object of texts by language (${LOCALES.join(", ")})`,
  };
  expect((await expectProblem(numbered, 422, "invalid-request")).errors).toEqual([text]);
});

describe("a vendor with a bad field is refused, and the pointer names the field", () => {
  const cases: Case[] = [
    { name: "an unknown field", body: vendor({ colour: "blue" }), pointer: "/colour" },
    { name: "an unknown field of a service", body: service({ sla: "99" }), pointer: "/services/0/sla" },
    {
      name: "an unknown field of a location",
      body: location({ city: "Paris" }),
      pointer: "/services/0/locations/0/city",
    },
    { name: "a pointer with a slash in it", body: vendor({ "a/b~c": 1 }), pointer: "/a~1b~0c" },
    { name: "__proto__", body: '{"name":"A","services":[{}],"__proto__":{"admin":true}}', pointer: "/__proto__" },
    { name: "constructor", body: vendor({ constructor: { prototype: {} } }), pointer: "/constructor" },
    { name: "no name", body: { services: [{}] }, pointer: "/name" },
    { name: "no services", body: { name: "A" }, pointer: "/services" },
    { name: "an empty list of services", body: { name: "A", services: [] }, pointer: "/services" },
    {
      name: "101 services",
      body: vendor({ services: Array.from({ length: 101 }, (_, index) => ({ key: `s${index}` })) }),
      pointer: "/services",
    },
    { name: "a number for a name", body: vendor({ name: 7 }), pointer: "/name" },
    { name: "null for a name", body: vendor({ name: null }), pointer: "/name" },
    { name: "an empty name", body: vendor({ name: "" }), pointer: "/name" },
    { name: "a name of spaces", body: vendor({ name: "   " }), pointer: "/name" },
    { name: "a name of 10,000 characters", body: vendor({ name: "a".repeat(10_000) }), pointer: "/name" },
    { name: "a NUL in a name", body: vendor({ name: "Zen\u0000desk" }), pointer: "/name" },
    { name: "a line break in a name", body: vendor({ name: "Zendesk\r\nBcc: all@example.com" }), pointer: "/name" },
    { name: "a right-to-left override in a name", body: vendor({ name: "Zen\u202edesk" }), pointer: "/name" },
    { name: "an isolate in a name", body: vendor({ name: "Zen\u2066desk" }), pointer: "/name" },
    { name: "a zero-width space in a name", body: vendor({ name: "Zen\u200bdesk" }), pointer: "/name" },
    { name: "a byte order mark in a name", body: vendor({ name: "\ufeffZendesk" }), pointer: "/name" },
    { name: "a lone surrogate in a name", body: '{"name":"Zen\\ud800","services":[{}]}', pointer: "/name" },
    { name: "a NUL in prose", body: service({ purpose: "a\u0000b" }), pointer: "/services/0/purpose" },
    { name: "a lone surrogate in prose", body: service({ purpose: "a\udc00b" }), pointer: "/services/0/purpose" },
    { name: "a name without a Latin letter and no slug", body: vendor({ name: "株式会社" }), pointer: "/slug" },
    { name: "a slug with capitals", body: vendor({ slug: "Zendesk" }), pointer: "/slug" },
    { name: "a slug that climbs", body: vendor({ slug: "../admin" }), pointer: "/slug" },
    { name: "a slug of 65 characters", body: vendor({ slug: "a".repeat(65) }), pointer: "/slug" },
    {
      name: "a slug that is taken",
      body: vendor({ slug: "listed" }),
      status: 409,
      type: "slug-taken",
      pointer: "/slug",
    },
    { name: "a country that is none", body: vendor({ country: "UK" }), pointer: "/country" },
    { name: "a country in small letters", body: vendor({ country: "fr" }), pointer: "/country" },
    { name: "an area as a country", body: vendor({ country: "EU" }), pointer: "/country" },
    {
      name: "somebody certified under clauses",
      body: service({ safeguards: [{ mechanism: "scc", certified: "A, Inc." }] }),
      pointer: "/services/0/safeguards/0/certified",
    },
    { name: "a place that is none", body: location({ country: "XX" }), pointer: "/services/0/locations/0/country" },
    {
      name: "a place for a region there is none of",
      body: location({ hostingRegions: ["mars"] }),
      pointer: "/services/0/locations/0/hostingRegions/0",
    },
    {
      name: "a place for a product that its service is not for",
      body: service({ products: ["app"], locations: [{ country: "FR", products: ["app", "shop"] }] }),
      pointer: "/services/0/locations/0/products/1",
    },
    {
      name: "a training there is none of",
      body: service({ usedForTraining: "maybe" }),
      pointer: "/services/0/usedForTraining",
    },
    {
      name: "a text for whether data is sensitive",
      body: service({ sensitiveData: "yes" }),
      pointer: "/services/0/sensitiveData",
    },
    {
      name: "a certification without a name",
      body: { name: "Harbor", services: [{}], certifications: [{ validUntil: "2027-05-01" }] },
      pointer: "/certifications/0/name",
    },
    {
      name: "a contract that is signed one day",
      body: { name: "Harbor", services: [{}], contractSignedOn: "2027-05-01" },
      pointer: "/contractSignedOn",
    },
    {
      name: "former names in a text",
      body: { name: "Harbor", services: [{}], formerNames: "Alt" },
      pointer: "/formerNames",
    },
    { name: "another kind of place", body: location({ kind: "magic" }), pointer: "/services/0/locations/0/kind" },
    {
      name: "a backslash in an address",
      body: vendor({ website: "https://a.example\\@b.example" }),
      pointer: "/website",
    },
    { name: "a javascript: address", body: vendor({ website: "javascript:alert(1)" }), pointer: "/website" },
    { name: "a data: address", body: vendor({ dpaUrl: "data:text/html,hi" }), pointer: "/dpaUrl" },
    { name: "an address with credentials", body: vendor({ website: "https://a:b@c.example" }), pointer: "/website" },
    {
      name: "an address with a name",
      body: vendor({ website: "https://bank.example@evil.example" }),
      pointer: "/website",
    },
    { name: "an address without a host", body: vendor({ website: "https://" }), pointer: "/website" },
    { name: "an address with a space", body: vendor({ website: "https://a.example/b c" }), pointer: "/website" },
    {
      name: "an address with a lone surrogate",
      body: vendor({ website: "https://a.example/\ud800" }),
      pointer: "/website",
    },
    {
      name: "an address of 2,001 characters",
      body: vendor({ website: `https://a.example/${"a".repeat(2000)}` }),
      pointer: "/website",
    },
    { name: "a contact that is no address", body: vendor({ contact: { email: "nobody" } }), pointer: "/contact/email" },
    { name: "a date that does not exist", body: safeguard({ checkedOn: "2026-02-30" }), pointer: `${at}/checkedOn` },
    { name: "29 February of a common year", body: safeguard({ checkedOn: "2027-02-29" }), pointer: `${at}/checkedOn` },
    {
      name: "an instant for a date",
      body: safeguard({ checkedOn: "2026-02-01T00:00:00Z" }),
      pointer: `${at}/checkedOn`,
    },
    { name: "an unknown mechanism", body: safeguard({ mechanism: "handshake" }), pointer: `${at}/mechanism` },
    { name: "module 5", body: safeguard({ module: 5 }), pointer: `${at}/module` },
    { name: "an unknown regime", body: safeguard({ regimes: ["us"] }), pointer: `${at}/regimes/0` },
    { name: "a regime twice", body: safeguard({ regimes: ["eu", "eu"] }), pointer: `${at}/regimes` },
    { name: "an unknown role", body: service({ role: "boss" }), pointer: "/services/0/role" },
    { name: "a text for a list", body: service({ dataCategories: "Usage" }), pointer: "/services/0/dataCategories" },
    { name: "a text for a boolean", body: service({ optional: "yes" }), pointer: "/services/0/optional" },
    { name: "a purpose in no language", body: service({ purpose: {} }), pointer: "/services/0/purpose" },
    {
      name: "a purpose in an unknown language",
      body: service({ purpose: { la: "x" } }),
      pointer: "/services/0/purpose",
    },
    { name: "an unknown product", body: service({ products: ["app", "toaster"] }), pointer: "/services/0/products/1" },
    { name: "an unknown region", body: service({ hostingRegions: ["eu-1"] }), pointer: "/services/0/hostingRegions/0" },
    {
      name: "two services of one key",
      body: vendor({ services: [{ key: "a" }, { key: "a" }] }),
      pointer: "/services/1/key",
    },
    { name: "two services without a name", body: vendor({ services: [{}, {}] }), pointer: "/services/1/key" },
  ];
  test.each(cases)("$name", expectRefused);
});

describe("a patch that would leave a bad vendor is refused, and the pointer names the field", () => {
  const patch = (name: string, body: unknown, pointer?: string): Case => ({
    name,
    method: "PATCH",
    path: "/v1/vendors/listed",
    body,
    ...(pointer === undefined ? {} : { pointer }),
  });
  const cases: Case[] = [
    patch("an unknown field", { colour: "blue" }, "/colour"),
    patch("a required field removed", { name: null }, "/name"),
    patch("all services removed", { services: null }, "/services"),
    patch("services merged as if they were an object", { services: { 0: { name: "x" } } }, "/services"),
    patch("another slug", { slug: "elsewhere" }, "/slug"),
    patch("no slug", { slug: null }, "/slug"),
    patch("__proto__", '{"__proto__":{"country":"FR"},"website":"https://new.example"}', "/__proto__"),
    patch("an array", [{ op: "remove", path: "/website" }], ""),
    patch("null", "null", ""),
    patch("a NUL", { legalName: "a\u0000" }, "/legalName"),
    patch("an unknown product", { services: [{ key: "main", products: ["toaster"] }] }, "/services/0/products/0"),
  ];
  test.each(cases)("$name", expectRefused);
});

describe("bad settings of the organisation are refused, and the pointer names the field", () => {
  const put = (name: string, fields: Record<string, unknown>, pointer: string): Case => ({
    name,
    method: "PUT",
    path: "/v1/organisation",
    body: organisation(fields),
    pointer,
  });
  const cases: Case[] = [
    put("a time zone that is none", { timeZone: "Mars/Olympus" }, "/timeZone"),
    put("an abbreviation that PostgreSQL does not know", { timeZone: "AET" }, "/timeZone"),
    put("an offset for a time zone", { timeZone: "+02:00" }, "/timeZone"),
    put("a period of -1 days", { noticePeriod: { days: -1 } }, "/noticePeriod/days"),
    put("a period of 10,000 days", { noticePeriod: { days: 10_000 } }, "/noticePeriod/days"),
    put("half a day", { objectionPeriod: { days: 1.5 } }, "/objectionPeriod/days"),
    put("a text for days", { noticePeriod: { days: "30" } }, "/noticePeriod/days"),
    put("1e400 days", { noticePeriod: { days: 1e308 } }, "/noticePeriod/days"),
    put("another basis", { noticePeriod: { days: 3, basis: "lunar" } }, "/noticePeriod/basis"),
    put(
      "a deemed receipt of -1 days",
      { noticePeriod: { days: 3, deemedReceiptDays: -1 } },
      "/noticePeriod/deemedReceiptDays",
    ),
    put("a holiday that does not exist", { holidays: ["2026-12-25", "2026-02-30"] }, "/holidays/1"),
    put("two products of one key", { products: [app, shop, app] }, "/products/2/key"),
    put("two regions of one key", { hostingRegions: [app, app] }, "/hostingRegions/1/key"),
    put("a product removed that a vendor names", { products: [shop] }, "/products"),
    put("no locale", { locales: [] }, "/locales"),
    put("an unknown locale", { locales: ["en", "la"] }, "/locales/1"),
    put("a default locale that is not written", { locales: ["fr"], defaultLocale: "en" }, "/defaultLocale"),
    put("an address that is none", { privacyEmail: "privacy@" }, "/privacyEmail"),
    put("a line break in an address", { privacyEmail: "a@b.example\nBcc: c@d.example" }, "/privacyEmail"),
    put("a javascript: website", { website: "javascript:alert(1)" }, "/website"),
    put("a line break in the name", { name: "Acme\nX-Header: 1" }, "/name"),
    put("an unknown regime", { regimes: ["eu", "mars"] }, "/regimes/1"),
    put("a regime twice", { regimes: ["uk", "uk"] }, "/regimes"),
    put("no regime", { regimes: [] }, "/regimes"),
    put(
      "a regime twice for the list",
      { safeguards: [{ mechanism: "scc", regimes: ["eu", "eu"] }] },
      "/safeguards/0/regimes",
    ),
    put("a reminder of -1 days", { reminderDays: -1 }, "/reminderDays"),
    put("a reminder two months ahead", { reminderDays: 61 }, "/reminderDays"),
    put("two approvals", { approvalsRequired: 2 }, "/approvalsRequired"),
    put("true for an approval", { approvalsRequired: true }, "/approvalsRequired"),
    put("an unknown field", { noticeDays: 3 }, "/noticeDays"),
  ];
  test.each(cases)("$name", expectRefused);
});

describe("a bad customer, answer, approval or question of the log is refused, and the pointer names it", () => {
  const put = (name: string, body: unknown, more: Partial<Case> = {}): Case => ({
    name: `a customer: ${name}`,
    method: "PUT",
    path: "/v1/customers/globex",
    body,
    ...more,
  });
  const csv = (name: string, query: string, body: string, more: Partial<Case>): Case => ({
    name: `an import: ${name}`,
    path: `/v1/customers/import${query}`,
    body,
    headers: type("text/csv"),
    ...more,
  });
  const get = (path: string, pointer: string): Case => ({ name: `GET ${path}`, method: "GET", path, pointer });
  const post = (name: string, path: string, body: unknown, more: Partial<Case>): Case => ({
    name,
    path,
    body,
    ...more,
  });
  const contacts = Array.from({ length: 10_001 }, (_, index) => ({ email: `c${index}@globex.example` }));
  const uuid = "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11";
  const [set, response] = ["/v1/change-sets/2", `/v1/responses/${uuid}`];
  const header = "externalId,name,email\r\n";
  const cases: Case[] = [
    put("malformed JSON", "{", malformed),
    put("an array", [{ name: "Globex" }], { pointer: "" }),
    put("a form", "name=Globex", { headers: type("application/x-www-form-urlencoded"), ...unsupported }),
    put("__proto__", '{"name":"Globex","__proto__":{"authorisation":"general"}}', { pointer: "/__proto__" }),
    put(
      "a deemed receipt of two months",
      { name: "Globex", noticePeriod: { days: 1, deemedReceiptDays: 61 } },
      {
        pointer: "/noticePeriod/deemedReceiptDays",
      },
    ),
    put("a period without days", { name: "Globex", noticePeriod: {} }, { pointer: "/noticePeriod/days" }),
    put("10,001 contacts", { name: "Globex", contacts }, { pointer: "/contacts" }),
    put(
      "a line break in a contact's name",
      { name: "G", contacts: [{ ...contacts[0], name: "A\r\nBcc: b@c.example" }] },
      {
        pointer: "/contacts/0/name",
      },
    ),
    put("2 MB", { name: "Globex", products: ["a".repeat(2 << 20)] }, { status: 413, type: "body-too-large" }),
    csv("JSON", "", '{"name":"Globex"}', { headers: type("application/json"), ...unsupported }),
    csv("yes for true", "?dryRun=yes", header, { pointer: "/query/dryRun" }),
    csv("an unknown query parameter", "?force=true", header, { pointer: "/query/force" }),
    csv("an unknown column", "", "externalId,name,email,vat\r\n", { status: 422, pointer: "/lines/1/vat" }),
    csv("an address that is none", "", `${header}g,Globex,nobody\r\n`, { pointer: "/lines/2/email" }),
    csv("an address twice", "", `${header}g,G,a@g.example\r\ng,G,A@g.example\r\n`, { pointer: "/lines/3/email" }),
    get("/v1/customers?reachable=maybe", "/query/reachable"),
    get("/v1/customers?sort=name", "/query/sort"),
    get("/v1/customers/%20", "/path/externalId"),
    get("/v1/responses/7", "/path/id"),
    get("/v1/responses?customer=a&customer=b", "/query/customer"),
    get("/v1/audit?cursor=0", "/query/cursor"),
    get("/v1/audit?actor=a&actor=b", "/query/actor"),
    get("/v1/change-sets/two/evidence.zip", "/path/number"),
    get("/v1/notices/7/mail?locale=en", "/path/id"),
    get(`/v1/notices/${uuid}/mail`, "/query/locale"),
    get(`/v1/notices/${uuid}/mail?locale=en&html=true`, "/query/html"),
    post("malformed JSON of an outcome", `${response}/resolve`, "{", malformed),
    post("no outcome", `${response}/resolve`, {}, { pointer: "/outcome" }),
    post(
      "a note of 2,001 characters",
      `${response}/resolve`,
      { outcome: "rejected", note: "n".repeat(2001) },
      {
        pointer: "/note",
      },
    ),
    post("a waiver without a reason", `${set}/waive-approvals`, {}, { pointer: "/reason" }),
    post("a waiver for a draft", `${set}/waive-approvals`, { reason: "x" }, { status: 409, type: "not-announced" }),
    post("a correction in an unknown language", `${set}/correction`, { text: { la: "Non" } }, { pointer: "/text" }),
    post("an approval by who wrote it", `${set}/approve`, undefined, { status: 409, type: "own-draft" }),
    post(
      "a draft's emergency without a reason",
      "/v1/change-sets",
      { emergency: {} },
      { pointer: "/emergency/reason" },
    ),
    post("a blank emergency", `${set}/announce`, { emergency: { reason: " " } }, { pointer: "/emergency/reason" }),
    post(
      "a baseline with a date",
      `${set}/announce`,
      { baseline: true, effectiveOn: "2027-03-01" },
      {
        pointer: "/baseline",
      },
    ),
    post(
      "an unknown finding accepted",
      `${set}/announce`,
      { acceptFindings: ["none"], acceptFindingsReason: "x" },
      {
        pointer: "/acceptFindings/0",
      },
    ),
  ];
  test.each(cases)("$name", expectRefused);

  test("every list and search refuses a question it does not know", async () => {
    const { paths } = await r.json("GET", "/openapi.json", 200, { key: null });
    const lists = Object.entries<Record<string, { parameters?: { name: string }[] }>>(paths).filter(
      ([path, { get }]) => path.startsWith("/v1/") && get?.parameters?.some(({ name }) => name === "limit"),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const [path] of lists) {
      await expectProblem(await r.get(`${path}?nonsense=1`), 422, "invalid-request", "/query/nonsense");
    }
  });
});

describe("a bad address, number, query or header is refused, and the pointer names it", () => {
  const get = (name: string, path: string, pointer?: string): Case => ({
    name,
    method: "GET",
    path,
    ...(pointer === undefined ? {} : { pointer }),
  });
  const uuid = "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11";
  const gone = { status: 404, type: "not-found" };
  const past = { type: "effective-date-in-the-past", pointer: "/effectiveOn" };
  const cases: Case[] = [
    get("a number that is none", "/v1/change-sets/two", "/path/number"),
    get("a negative number", "/v1/change-sets/-1", "/path/number"),
    get("a fraction", "/v1/change-sets/1.5", "/path/number"),
    get("a number no database has", "/v1/change-sets/99999999999999999999", "/path/number"),
    get("a number in scientific notation", "/v1/change-sets/1e0", "/path/number"),
    get("a number in hexadecimal", "/v1/change-sets/0x1", "/path/number"),
    get("a space for a number", "/v1/change-sets/%20", "/path/number"),
    get("infinity", "/v1/change-sets/Infinity", "/path/number"),
    get("a subscriber's id that is no UUID", "/v1/subscribers/7", "/path/id"),
    get("a UUID in capitals with braces", `/v1/subscribers/{${uuid.toUpperCase()}}`, "/path/id"),
    get("a slug with capitals", "/v1/vendors/Listed", "/path/slug"),
    get("a slug with a quote", "/v1/vendors/a'--", "/path/slug"),
    get("a NUL in a slug", "/v1/vendors/a%00b", "/path/slug"),
    get("a limit of 0", "/v1/vendors?limit=0", "/query/limit"),
    get("a limit of 201", "/v1/change-sets?limit=201", "/query/limit"),
    get("a limit that is no number", "/v1/subscribers?limit=many", "/query/limit"),
    get("two limits", "/v1/vendors?limit=1&limit=2", "/query/limit"),
    get("a cursor of nothing", "/v1/vendors?cursor=", "/query/cursor"),
    get("a cursor of another list", `/v1/vendors?cursor=${base64url("A B")}`, "/query/cursor"),
    get("a cursor of change sets that is no number", `/v1/change-sets?cursor=${base64url("-1")}`, "/query/cursor"),
    get("a cursor of subscribers that is no id", `/v1/subscribers?cursor=${base64url("1")}`, "/query/cursor"),
    ...["subscribers", "responses", "suppressions"].flatMap((list) => {
      const time = { subscribers: "createdAt", responses: "answeredAt", suppressions: "since" }[list] ?? "";
      const at = (instant: string) => `/v1/${list}?cursor=${base64url(JSON.stringify({ [time]: instant, id: uuid }))}`;
      return [
        get(`a day there is not in a cursor of ${list}`, at("2026-02-30T00:00:00.000Z"), "/query/cursor"),
        get(`a year there is not in a cursor of ${list}`, at("0000-01-01T00:00:00.000Z"), "/query/cursor"),
        get(`a NUL in a cursor of ${list}`, at("\0"), "/query/cursor"),
      ];
    }),
    ...Object.entries({ vendors: "slug", customers: "externalId" }).map(([list, name]) =>
      get(
        `a NUL in a cursor of ${list}`,
        `/v1/${list}?cursor=${base64url(JSON.stringify({ [name]: "a\0" }))}`,
        "/query/cursor",
      ),
    ),
    ...Object.entries({ audit: "sequence", "change-sets": "number" }).map(([list, name]) =>
      get(
        `a number no column holds in a cursor of ${list}`,
        `/v1/${list}?cursor=${base64url(JSON.stringify({ [name]: 2 ** 31 }))}`,
        "/query/cursor",
      ),
    ),
    get("a NUL in an actor", "/v1/audit?actor=%00", "/query/actor"),
    get("a NUL in an action", "/v1/audit?action=a%00", "/query/action"),
    get("a NUL in a subject", "/v1/audit?subject=%00", "/query/subject"),
    get("a NUL in a response's customer", "/v1/responses?customer=a%00b", "/query/customer"),
    get("a NUL in a mail's variant", `/v1/notices/${uuid}/mail?locale=en&variant=%00`, "/query/variant"),
    get("a date that does not exist", "/v1/vendors?at=2026-02-30", "/query/at"),
    get("a date of one vendor that does not exist", "/v1/vendors/listed?at=tomorrow", "/query/at"),
    get("an unknown status", "/v1/vendors?status=gone", "/query/status"),
    get("an unknown status of subscribers", "/v1/subscribers?status=gone", "/query/status"),
    get("an unknown query parameter", "/v1/vendors?sort=name", "/query/sort"),
    get("an unknown query parameter of one vendor", "/v1/vendors/listed?fields=name", "/query/fields"),
    get("an unknown query parameter of change sets", "/v1/change-sets?colour=red", "/query/colour"),
    get("an unknown query parameter of subscribers", "/v1/subscribers?email=a", "/query/email"),
    { ...get("a vendor nobody has", "/v1/vendors/nobody"), ...gone },
    { ...get("the history of a vendor nobody has", "/v1/vendors/nobody/history"), ...gone },
    { ...get("a change set nobody made", "/v1/change-sets/4711"), ...gone },
    { ...get("the preview of a change set nobody made", "/v1/change-sets/4711/preview"), ...gone },
    { ...get("a subscriber nobody is", `/v1/subscribers/${uuid}`), ...gone },
    { ...get("an unknown route of the API", "/v1/vendor"), ...gone },
    { ...get("an unknown route", "/admin.php"), ...gone },
    { name: "a key nobody has", method: "DELETE", path: `/v1/api-keys/${uuid}`, ...gone },
    { name: "a key's id that is none", method: "DELETE", path: "/v1/api-keys/1", pointer: "/path/id" },
    { name: "a subscriber to erase whom nobody knows", method: "DELETE", path: `/v1/subscribers/${uuid}`, ...gone },
    { name: "a draft that does not exist", path: "/v1/vendors?changeSet=4711", body: vendor(), ...gone },
    { name: "draft 0", path: "/v1/vendors?changeSet=0", body: vendor(), pointer: "/query/changeSet" },
    {
      name: "a draft with a number no database has",
      path: "/v1/vendors?changeSet=99999999999",
      body: vendor(),
      pointer: "/query/changeSet",
    },
    { name: "yes for true", path: "/v1/vendors?announce=yes", body: vendor(), pointer: "/query/announce" },
    {
      name: "an unknown query parameter of an edit",
      path: "/v1/vendors?dryRun=true",
      body: vendor(),
      pointer: "/query/dryRun",
    },
    { name: "an empty reason", path: "/v1/vendors?reason=", body: vendor(), pointer: "/query/reason" },
    {
      name: "a vendor added with a date in the past",
      path: "/v1/vendors?effectiveOn=2026-11-20",
      body: vendor(),
      ...past,
    },
    { name: "a draft with a date in the past", path: "/v1/change-sets", body: { effectiveOn: "2026-11-20" }, ...past },
    {
      name: "a draft moved into the past",
      method: "PATCH",
      path: "/v1/change-sets/2",
      body: { effectiveOn: "2000-01-01" },
      ...past,
    },
    {
      name: "an announcement for the past",
      path: "/v1/change-sets/2/announce",
      body: { effectiveOn: "2026-11-20" },
      ...past,
    },
    {
      name: "a draft for 30 February",
      path: "/v1/change-sets",
      body: { effectiveOn: "2027-02-30" },
      pointer: "/effectiveOn",
    },
    { name: "an unknown field of a draft", path: "/v1/change-sets", body: { title: "x" }, pointer: "/title" },
    {
      name: "the weight of a vendor that is not in the draft",
      method: "PATCH",
      path: "/v1/change-sets/2",
      body: { weights: { nobody: { weight: "editorial", reason: "x" } } },
      pointer: "/weights/nobody",
    },
    {
      name: "a weight without a reason",
      method: "PATCH",
      path: "/v1/change-sets/2",
      body: { weights: { listed: { weight: "editorial" } } },
      pointer: "/weights/listed/reason",
    },
    {
      name: "an emergency without a reason",
      path: "/v1/change-sets/2/announce",
      body: { emergency: {} },
      pointer: "/emergency/reason",
    },
    {
      name: "an unknown field of an announcement",
      path: "/v1/change-sets/2/announce",
      body: { force: true },
      pointer: "/force",
    },
    { name: "an unknown scope", path: "/v1/api-keys", body: { name: "x", scopes: ["root"] }, pointer: "/scopes/0" },
    { name: "a key without scopes", path: "/v1/api-keys", body: { name: "x", scopes: [] }, pointer: "/scopes" },
    {
      name: "a key that is chosen",
      path: "/v1/api-keys",
      body: { name: "x", scopes: ["read"], key: "k" },
      pointer: "/key",
    },
    { name: "a subscriber without an address", path: "/v1/subscribers", body: {}, pointer: "/email" },
    { name: "a subscriber's address that is none", path: "/v1/subscribers", body: { email: "a@b" }, pointer: "/email" },
    {
      name: "an address with a name around it",
      path: "/v1/subscribers",
      body: { email: "A <a@b.example>" },
      pointer: "/email",
    },
    {
      name: "two addresses in one",
      path: "/v1/subscribers",
      body: { email: "a@b.example,c@d.example" },
      pointer: "/email",
    },
    {
      name: "a subscriber to a product nobody makes",
      path: "/v1/subscribers",
      body: { email: "a@b.example", products: ["app", "toaster"] },
      pointer: "/products/1",
    },
    ...["", "two words", "é", "k".repeat(256)].map((key) => ({
      name: `an Idempotency-Key of ${key.length} characters: ${key.slice(0, 10)}`,
      body: vendor(),
      headers: { "idempotency-key": key },
      pointer: "/header/idempotency-key",
    })),
  ];
  test.each(cases)("$name", expectRefused);
});

const multipart = type("multipart/form-data; boundary=x");

describe("a form that is none changes nothing, and people get the form again", () => {
  test.each([
    { name: "multipart without a part", body: "no boundary in here", headers: multipart },
    {
      name: "multipart that ends too soon",
      body: '--x\r\nContent-Disposition: form-data; name="email"',
      headers: multipart,
    },
    { name: "multipart without a boundary", body: "--x--", headers: type("multipart/form-data") },
    { name: "an empty form", body: "", headers: type("application/x-www-form-urlencoded") },
  ])("to subscribe: $name", async ({ body, headers }) => {
    const before = await r.stored();
    const response = await r.call("POST", "/subscribe", {
      key: null,
      body,
      headers: { ...headers, accept: "text/html" },
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([422, "text/html; charset=UTF-8"]);
    expect(await response.text()).toContain('action="/subscribe"');
    expect(await r.stored()).toEqual(before);
  });

  /** A follower's page of this kind, by the link in the notice they have been sent. */
  async function linkedPage(kind: "respond" | "preferences") {
    const r = await registry();
    await r.organisation({ products: [app, shop] });
    await r.follower("dpo@customer.example", { products: ["app"] });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor() });
    await r.drain();
    const path = new RegExp(`/${kind}/[\\w-]+`).exec((await r.messages())[0]?.text ?? "")?.[0] ?? "";
    return { r, path };
  }

  const form = type("application/x-www-form-urlencoded");

  test.each([
    { kind: "respond", asked: '{"kind":"acknowledged"}', shown: 'name="kind" value="objected"' },
    { kind: "preferences", asked: '{"products":[]}', shown: 'value="app" checked' },
  ] as const)(
    "to $kind: an empty body, malformed multipart, another form, and JSON",
    async ({ kind, asked, shown }) => {
      const { r, path } = await linkedPage(kind);
      const before = await r.stored();
      for (const [body, headers] of [
        [undefined, {}],
        ["", form],
        ["--x", multipart],
        ["List-Unsubscribe=One-Click", form],
        [asked, type("application/json")],
      ] as const) {
        const response = await r.call("POST", path, { key: null, body, headers });
        expect(response.status, body).toBe(422);
        expect(await response.text()).toContain(shown);
      }
      expect(await r.stored()).toEqual(before);
    },
  );

  test("to choose no product is to choose all", async () => {
    const { r, path } = await linkedPage("preferences");
    const all = await r.call("POST", path, { key: null, body: "locale=en", headers: form });
    expect(all.status).toBe(200);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ products: [] }]);
  });
});

test("every bad field of a request is named at once", async () => {
  const r = await registry();

  const response = await r.post("/v1/vendors", {
    name: "",
    colour: "blue",
    country: "ZZ",
    services: [{ role: "boss" }, { locations: [{ country: "QQ" }] }],
  });

  const { errors } = await expectProblem(response, 422, "invalid-request");
  expect((errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
    "/colour",
    "/country",
    "/name",
    "/services/0/role",
    "/services/1/locations/0/country",
  ]);
});

test("SQL, HTML and templates in a text stay text", async () => {
  const r = await registry();
  const name = "Robert'); drop table vendors;-- <script>alert(1)</script> {{7*7}} %s $1 \\u0000";

  const { vendor: made } = await r.json("POST", "/v1/vendors", 201, { body: { name, slug: "bobby", services: [{}] } });

  expect(made.name).toBe(name);
  expect((await r.json("GET", "/v1/vendors/bobby", 200)).name).toBe(name);
  expect((await r.json("GET", `/v1/vendors?q=${encodeURIComponent("'); drop table")}`, 200)).data).toHaveLength(1);
  expect((await r.json("GET", "/v1/vendors?q=%25", 200)).data).toHaveLength(1); // a percent sign, not "anything"
  expect((await r.json("GET", "/v1/vendors?q=_____", 200)).data).toHaveLength(0);
});

test("texts of every script, with accents in any form, are taken and kept in one form", async () => {
  const r = await registry();
  const body = { name: " Socie\u0301te\u0301 Ge\u0301ne\u0301rale 👩 日本 العربية ", services: [{}] };

  const { vendor: made } = await r.json("POST", "/v1/vendors", 201, { body });

  expect(made).toMatchObject({ name: "Société Générale 👩 日本 العربية", slug: "societe-generale" });
});

test("a failure nobody foresaw says nothing of itself, in the answer or the log", async () => {
  const r = await registry();
  await r.rows("alter table changes rename to hidden_changes");

  const response = await r.post("/v1/vendors", vendor({ name: "A secret name" }));

  await expectProblem(response, 500, "internal-error");
  expect(r.logged).toMatchObject([{ event: "error" }]);
  expect(JSON.stringify(r.logged)).not.toContain("A secret name");
});

test("a vendor that cannot be read after its removal is a failure, not a vendor that is gone", async () => {
  const r = await registry();
  await r.listed(vendor({ name: "First" }), vendor({ name: "Second" }));
  let [reads, failing] = [0, Number.POSITIVE_INFINITY];
  // Fails at the last read of the answer: how many there are is counted with the first vendor.
  const db = new Proxy(r.db, {
    get(target, name) {
      if (name === "select" && ++reads >= failing) throw new Error("Lost");
      return Reflect.get(target, name);
    },
  });
  const runtime = { kick: () => undefined, ip: null, gate: () => Promise.resolve(true) };
  const app = createApp(() => ({ ...runtime, deps: { ...r.deps, db } }));
  const remove = (slug: string) =>
    app.request(`/v1/vendors/${slug}`, { method: "DELETE", headers: { authorization: `Bearer ${r.adminKey}` } });

  expect(await (await remove("first")).json()).toMatchObject({ vendor: { slug: "first" } });
  [reads, failing] = [0, reads];
  await expectProblem(await remove("second"), 500, "internal-error");
});

test("a database that is away is a 503 that may be tried again", async () => {
  const r = await registry();
  await r.close();

  const response = await r.get("/v1/vendors");

  expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  await expectProblem(response, 503, "database-unavailable");
});
