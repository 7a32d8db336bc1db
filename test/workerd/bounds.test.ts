import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { emptyDatabase } from "../setup/empty-database.ts";

beforeEach(() => emptyDatabase(env.OWNER_URL));

const KIB = 1024;
const key = { authorization: `Bearer ${env.ADMIN_API_KEY}` };
const form = { "content-type": "application/x-www-form-urlencoded" };
const csv = { "content-type": "text/csv", ...key };

const post = (path: string, headers: Record<string, string>, body: BodyInit) =>
  exports.default.fetch(`https://registry.example${path}`, { method: "POST", headers, body });

/** A body of no declared length. */
const inPieces = (text: string, times = 1) => {
  const piece = new TextEncoder().encode(text);
  let left = times;
  return new ReadableStream({
    pull(controller) {
      if (left === 0) controller.close();
      else controller.enqueue(piece);
      left -= 1;
    },
  });
};

test("bodies are bounded in workerd as they are on Node, declared or not", async () => {
  const json = { "content-type": "application/json", ...key };
  const vendor = JSON.stringify({ name: "Zendesk", services: [{}] });
  const blank = " ".repeat(64 * KIB);
  const statusOf = async (answer: Promise<Response>) => (await answer).status;
  expect(await statusOf(post("/v1/vendors", json, inPieces(vendor)))).toBe(201);
  expect(await statusOf(post("/v1/vendors", json, blank.repeat(17)))).toBe(413);
  expect(await statusOf(post("/v1/vendors", json, inPieces(blank, 17)))).toBe(413);
  expect(await statusOf(post("/subscribe", form, inPieces("email=dpo%40customer.example")))).toBe(202);
  expect(await statusOf(post("/subscribe", form, "a&".repeat(250)))).toBe(413);
  expect(await statusOf(post("/subscribe", form, inPieces(blank, 2)))).toBe(413);
  expect(await statusOf(post("/respond/AAAA", form, blank.repeat(2)))).toBe(404);
  const file = "externalId,name,email\ninitech,Initech,dpo@initech.example\n";
  expect(await statusOf(post("/v1/customers/import", csv, inPieces(file)))).toBe(200);
  expect(await statusOf(post("/v1/customers/import", csv, inPieces("\n".repeat(64 * KIB), 321)))).toBe(413);
  expect(await statusOf(post("/v1/vendors/%ff", json, vendor))).toBe(400);
  expect(await statusOf(post("/v1/audit", json, vendor))).toBe(405);
});
