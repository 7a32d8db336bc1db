import { oweReminders } from "../../src/registry/owed/reminders.ts";
import { answer, customer, respondLink } from "./answering.ts";
import { type Registry, registry, vendor } from "./registry.ts";

/**
 * A registry where set 1 was written with one key, approved with another and announced, to a follower and to two
 * customers. The one whose contract asks for its approval gave it, took it back and gave it again; the follower answered
 * on somebody's behalf; the other customer was reminded, objected, and is exempted.
 */
export async function releasedStory(options: Parameters<typeof registry>[0] = {}): Promise<Registry> {
  const r = await registry(options);
  await r.organisation({ privacyEmail: "privacy@acme.example", timeZone: "Europe/Paris", approvalsRequired: 1 });
  await customer(r, "strict", ["dpo@strict.example"], { authorisation: "specific" });
  await customer(r, "easy", ["dpo@easy.example"]);
  await r.follower("reader@customer.example");
  const key = await r.key("write");
  await r.json("POST", "/v1/vendors?effectiveOn=2026-12-31", 201, { key, body: vendor() });
  await r.json("POST", "/v1/change-sets/1/approve", 200);
  r.passHours(1);
  await r.json("POST", "/v1/change-sets/1/announce", 200, { body: {} });
  await r.drain();
  for (const kind of ["approved", "objected", "approved"]) {
    r.passHours(1);
    await say(r, "dpo@strict.example", { kind, customer: "strict", text: "By our contract." });
  }
  await say(r, "reader@customer.example", { kind: "asked", onBehalfOf: "Globex GmbH", text: "Why?" });
  r.setTime("2026-12-16T09:00:00Z");
  await oweReminders(r.deps);
  await say(r, "dpo@easy.example", { kind: "objected", customer: "easy", text: "No." });
  const [objection] = await r.rows("select id from responses where customer = 'easy'");
  r.passHours(1);
  const body = { outcome: "exempted", note: "Kept out of it." };
  await r.json("POST", `/v1/responses/${objection?.id}/resolve`, 200, { body });
  await r.drain();
  return r;
}

async function say(r: Registry, email: string, fields: Record<string, string>): Promise<void> {
  const response = await answer(r, await respondLink(r, email, 1), fields);
  if (!response.ok) throw new Error(await response.text());
}
