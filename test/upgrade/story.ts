import { createApiKey } from "../../src/registry/users/api-keys.ts";
import { signInByIdentity } from "../../src/registry/users/sign-in-by-identity.ts";
import { linkForOperator, signInByLink } from "../../src/registry/users/sign-in-links.ts";
import { askForLink } from "../../src/registry/users/sign-in-requests.ts";
import { answer, respondLink } from "../setup/answering.ts";
import { type Registry, type registry, vendor } from "../setup/registry.ts";
import { releasedStory } from "../setup/released.ts";
import { signed } from "../setup/webhook.ts";

/**
 * A registry with rows in every table, all written by the product's own calls: what `releasedStory` tells; then mails
 * reported, a correction, a customer who comes late, a withdrawal, a sign-up, a contact who leaves and names another, an
 * erasure, a set of which one change is for a customer's product, which is postponed, the plan of an import, and a draft of
 * somebody who operates it, is signed in, has asked for a link by mail and signed in with a provider, and has another link.
 */
export async function filledStory(options: Parameters<typeof registry>[0] = {}): Promise<Registry> {
  const r = await releasedStory(options);
  await report(r, "dpo@easy.example", "email.delivered", "easy");
  await report(r, "reader@customer.example", "email.bounced", "reader", {
    type: "Permanent",
    message: "No such mailbox",
  });
  r.passHours(1);
  await r.json("POST", "/v1/change-sets/1/correction", 201, {
    body: { text: { en: "It is hosted in Lyon." } },
    headers: { "idempotency-key": "corrected-once" },
  });
  await r.drain();
  const key = await r.key("write");
  const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2027-06-30", 201, { key, body: vendor() });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/approve`, 200);
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
  await r.drain();
  r.passHours(1);
  const late = { kind: "objected", customer: "easy", text: "Not this one either." };
  const objection = await answer(r, await respondLink(r, "dpo@easy.example", changeSet.number), late);
  if (!objection.ok) throw new Error(await objection.text());
  const comer = { name: "Comer Ltd", contacts: [{ email: "dpo@comer.example" }] };
  await r.json("PUT", "/v1/customers/comer", 201, { body: comer });
  await r.drain();
  await r.json("POST", `/v1/change-sets/${changeSet.number}/withdraw`, 200, { body: { reason: "We stay." } });
  await r.drain();
  await r.call("POST", "/subscribe", { key: null, body: { email: "new@customer.example" } });
  await r.drain();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const leave = await unsubscribeLink(r, "dpo@easy.example");
  for (const body of ["", "email=heir@easy.example"]) await r.call("POST", leave, { key: null, headers: form, body });
  await r.drain();
  await concernedByAPart(r, key);
  await r.json("POST", "/v1/imports", 201, { body: { file: "Vendor,Country\nMailjet,France\n", format: "csv" } });
  const [reader] = await r.rows("select id from subscribers where email = 'reader@customer.example'");
  await r.json("DELETE", `/v1/subscribers/${reader?.id}`, 204);
  const lawyer = { email: "legal@acme.example", name: "Léa Roth", role: "write" };
  const { id } = await r.json("POST", "/v1/users", 201, { body: lawyer });
  await signInByLink(r.deps, await linkForOperator(r.deps, { ...lawyer, role: "write" }), null);
  await askForLink(r.deps, { email: lawyer.email, locale: "fr", ip: "203.0.113.7" });
  await r.drain();
  const identity = { issuer: "https://id.acme.example", subject: "lea", groups: [], emailIsVerified: true };
  const signing = { method: "oidc", former: null } as const;
  await signInByIdentity(r.deps, { ...identity, email: lawyer.email, name: null }, signing);
  await linkForOperator(r.deps, { ...lawyer, role: "write" });
  const { key: own } = await createApiKey(r.deps, `user:${id}`, { name: "Own", scopes: ["write"] });
  await r.json("POST", "/v1/vendors?effectiveOn=2027-12-31", 201, { key: own, body: vendor({ name: "Draft GmbH" }) });
  return r;
}

/** Adds a vendor for one product and one for all: customers of another product are concerned by the latter alone. */
async function concernedByAPart(r: Registry, key: string): Promise<void> {
  const named = [
    { key: "app", name: "App" },
    { key: "shop", name: "Shop" },
  ];
  await r.organisation({ privacyEmail: "privacy@acme.example", timeZone: "Europe/Paris", products: named });
  const shop = { name: "Shop Ltd", products: ["shop"], contacts: [{ email: "dpo@shop.example" }] };
  await r.json("PUT", "/v1/customers/shop", 201, { body: shop });
  const service = { key: "main", purpose: "Mail", products: ["app"] };
  const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2027-09-30", 201, {
    key,
    body: vendor({ services: [service] }),
  });
  await r.json("POST", `/v1/vendors?changeSet=${changeSet.number}`, 201, { key, body: vendor() });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
  await r.drain();
  r.passHours(1);
  const later = { effectiveOn: "2027-10-31", reason: "The contract is not signed yet." };
  await r.json("POST", `/v1/change-sets/${changeSet.number}/postpone`, 200, { body: later });
  await r.drain();
}

/** The provider's report of the announcement of set 1 to somebody. */
async function report(r: Registry, email: string, type: string, id: string, bounce?: object): Promise<void> {
  const [mail] = await r.rows(`select d.email_id from deliveries d join notices n on n.id = d.notice_id
    join subscribers s on s.id = d.subscriber_id
    where n.kind = 'announcement' and n.change_set = 1 and s.email = '${email}'`);
  const data = { email_id: mail?.email_id, to: [email], tags: {}, ...(bounce && { bounce }) };
  const body = JSON.stringify({ type, created_at: r.deps.clock.now().toISOString(), data });
  const response = await r.call("POST", "/hooks/resend", { key: null, headers: signed(body, { id }), body });
  if (!response.ok) throw new Error(await response.text());
}

async function unsubscribeLink(r: Registry, email: string): Promise<string> {
  const text = (await r.messages(email)).map((mail) => mail.text).join("\n");
  const [link] = /\/unsubscribe\/[\w-]+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`No mail to ${email} has a link to leave by`);
  return link;
}
