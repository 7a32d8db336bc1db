import { createHmac } from "node:crypto";

/** The key in a signing secret, `whsec_` and base64. Throws on anything else, without repeating it. */
export function signingKey(secret: string): Buffer {
  const [, encoded] = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(secret) ?? [];
  if (!encoded) throw new Error("The webhook's secret must be whsec_ followed by base64.");
  return Buffer.from(encoded, "base64");
}

/**
 * The headers of a webhook as Svix signs it for Resend: HMAC-SHA256 over `id.timestamp.body`.
 * The time is the real one, in seconds, whatever the mailbox's clock says: the SDK's verification compares it with the
 * real time, and refuses what is five minutes away from it.
 */
export function signed(key: Buffer, id: string, body: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": String(timestamp), "svix-signature": `v1,${signature}` };
}
