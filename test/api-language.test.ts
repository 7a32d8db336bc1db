import { expect, test } from "vitest";
import { expectProblem, type Registry, registry } from "./setup/registry.ts";

const scout = { name: "Scout", slug: "scout", services: [{ key: "main", locations: [{ country: "US" }] }] };

/** A registry whose organisation writes these languages, with one vendor in force and a draft that changes it. */
async function drafted(settings: Record<string, unknown>): Promise<{ r: Registry; number: number }> {
  const r = await registry();
  await r.organisation(settings);
  await r.listed(scout);
  const { changeSet } = await r.json("PATCH", "/v1/vendors/scout", 200, { body: { country: "US" } });
  return { r, number: changeSet.number };
}

const inFrench = { "accept-language": "de, fr-CH;q=0.9, en;q=0.1" };

const FRENCH = /pays d’établissement désormais|UE\u00a0: aucun instrument|n’est pas/;
const ENGLISH = /country of establishment is now the United States|EU: no transfer tool is stated|is not stated/;

/** An answer with its sentences in a language, and what it says of that. */
async function expectIn(locale: "en" | "fr", answer: Response) {
  const text = await answer.text();
  expect([answer.status, text]).toEqual([200, expect.stringMatching(locale === "fr" ? FRENCH : ENGLISH)]);
  expect(text).not.toMatch(locale === "fr" ? ENGLISH : FRENCH);
  expect(answer.headers.get("content-language")).toBe(locale);
  expect(answer.headers.get("vary")).toContain("Accept-Language");
}

test("every answer with sentences has them in the caller's language, and says so", async () => {
  const { r, number } = await drafted({ locales: ["en", "fr"] });
  const set = `/v1/change-sets/${number}`;
  const vendor = "/v1/vendors/scout";
  const ofSets = ["/v1/change-sets", set, `${set}/preview`, `${set}/evidence`];
  for (const path of ["/v1/findings", "/v1/transfers", vendor, `${vendor}/history`, ...ofSets]) {
    await expectIn("en", await r.get(path));
    await expectIn("fr", await r.call("GET", path, { headers: inFrench }));
  }
  const body = { country: "US", website: "https://scout.example" };
  await expectIn("fr", await r.call("PATCH", set, { body: { reason: "Sold" }, headers: inFrench }));
  await expectIn("fr", await r.call("PATCH", `${vendor}?changeSet=${number}`, { body, headers: inFrench }));
  const emergency = { emergency: { reason: "Sold" }, effectiveOn: "2026-11-21" };
  await expectIn("fr", await r.call("POST", `${set}/announce`, { body: emergency, headers: inFrench }));
});

test("without a language the organisation writes, answers are in its own", async () => {
  const { r, number } = await drafted({ locales: ["fr", "en"], defaultLocale: "fr" });
  const reasonFor = async (headers: Record<string, string> = {}) =>
    (await r.json("GET", `/v1/change-sets/${number}`, 200, { headers })).changes[0].weightReason;
  expect(await reasonFor()).toMatch(FRENCH);
  expect(await reasonFor({ "accept-language": "de" })).toMatch(FRENCH);
  expect(await reasonFor({ "accept-language": "en" })).toMatch(ENGLISH);
  await r.organisation({ locales: ["en"] });
  expect(await reasonFor(inFrench)).toMatch(ENGLISH);
});

test("a refusal is in English, and of no other language", async () => {
  const { r } = await drafted({ locales: ["en", "fr"] });
  const refused = await r.call("GET", "/v1/change-sets/99", { headers: inFrench });
  expect(refused.headers.get("content-language")).toBeNull();
  await expectProblem(refused, 404, "not-found");

  const services = [{ key: "main", locations: [{ country: "IN" }], safeguards: [{ mechanism: "derogation" }] }];
  const body = { services };
  const contradicted = await r.call("PATCH", "/v1/vendors/scout?announce=true&effectiveOn=2026-12-31", {
    body,
    headers: inFrench,
  });
  expect(contradicted.headers.get("content-language")).toBeNull();
  const { findings } = await expectProblem(contradicted, 409, "findings-not-accepted");
  expect(findings).toMatchObject([
    { message: expect.stringMatching(/is relied on, but not which one/) },
    { message: expect.stringMatching(/only an exception for single cases/) },
  ]);
});
