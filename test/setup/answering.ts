import { signToken } from "../../src/model/values/token.ts";
import { type Registry, registry, vendor } from "./registry.ts";

type Json = Record<string, unknown>;

/** An organisation that can be told of objections, before anything is announced. */
export async function organised(settings: Json = {}, given: Parameters<typeof registry>[0] = {}): Promise<Registry> {
  const r = await registry(given);
  await r.organisation({ privacyEmail: "privacy@acme.example", timeZone: "Europe/Paris", ...settings });
  return r;
}

/** A customer and the addresses of its contacts. */
export async function customer(r: Registry, externalId: string, emails: string[], terms: Json = {}): Promise<void> {
  const body = { name: `${externalId} Ltd`, contacts: emails.map((email) => ({ email })), ...terms };
  const response = await r.call("PUT", `/v1/customers/${externalId}`, { body });
  if (!response.ok) throw new Error(await response.text());
}

/** A material change announced, and its notice sent. Gives the set's number. */
export async function announced(r: Registry, effectiveOn = "2026-12-31"): Promise<number> {
  const { changeSet } = await r.json("POST", `/v1/vendors?announce=true&effectiveOn=${effectiveOn}`, 201, {
    body: vendor({ name: "HubSpot" }),
  });
  await r.drain();
  return changeSet.number;
}

/** The link by which a person answers a set, as its announcement to them carries it. */
export async function respondLink(r: Registry, email: string, changeSet: number): Promise<string> {
  const [delivery] = await r.rows(`select d.id, n.created_at from deliveries d join notices n on n.id = d.notice_id
    join subscribers s on s.id = d.subscriber_id
    where n.kind = 'announcement' and n.change_set = ${changeSet} and s.email = '${email}'`);
  if (!delivery) throw new Error(`Nothing of change set ${changeSet} was owed to ${email}`);
  const at = new Date(String(delivery.created_at));
  return `/respond/${signToken(r.deps.config.tokenSecret, "respond", String(delivery.id), at)}`;
}

/** The newest link of a kind that somebody was mailed. */
export async function linkTo(r: Registry, email: string, kind: string): Promise<string> {
  await r.drain();
  const texts = (await r.messages(email)).map(({ text }) => new RegExp(`/${kind}/[\\w-]+`).exec(text)?.[0]);
  return texts.findLast((each) => each !== undefined) ?? "";
}

/** Sends the form of the page. */
export const answer = (r: Registry, link: string, fields: Record<string, string>) =>
  r.call("POST", link, {
    key: null,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });

export const responsesOf = async (r: Registry, query = ""): Promise<Json[]> =>
  (await r.json("GET", `/v1/responses${query}`, 200)).data;

/** The subjects of what was sent to an address after its first so many mails. */
export async function subjects(r: Registry, to: string, after = 0): Promise<string[]> {
  await r.drain();
  return (await r.messages(to)).slice(after).map(({ subject }) => subject);
}
