import { createHmac } from "node:crypto";

/** The secret that signs the provider's webhooks in the tests. */
export const WEBHOOK_SECRET = `whsec_${Buffer.from("a secret for the tests' webhooks").toString("base64")}`;

/** A webhook's headers as Svix makes them: the HMAC of `id.timestamp.body` under the decoded secret. */
export function signed(
  body: string,
  { id = "msg_1", secret = WEBHOOK_SECRET, ageSeconds = 0 } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "content-type": "application/json",
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${signature}`,
  };
}
