import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eventOf, type MailEvent } from "./event.ts";
import type { Message } from "./mail.ts";

const timeoutMs = 10_000;

export interface WebhookTarget {
  /** Where the app takes Resend's webhooks. */
  url: string;
  /** `whsec_` and base64: the secret the app verifies them with. */
  secret: string;
}

/** One request to the app. */
interface Attempt {
  /** The `svix-id`, the same for every copy. */
  id: string;
  /** The app's answer; null when there was none, or not yet. */
  status: number | null;
  /** Why there was none. */
  error?: string;
}

/** Sends events to the app. Tries once: what the app does not take is lost, until someone sends it again. */
export class Webhook {
  #url: URL;
  #key: Buffer;
  #closing = new AbortController();

  constructor({ url, secret }: WebhookTarget) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? "")) throw new Error("The webhook's url must be http or https.");
    this.#url = new URL(url);
    this.#key = signingKey(secret);
  }

  /**
   * Sends the copies of an event under one id, and gives how each was answered. With a delay, gives at once the attempts
   * that will be made, unless the mailbox is closed before. Never rejects.
   */
  async send(event: MailEvent, copies = 1, delayMs = 0): Promise<Attempt[]> {
    const id = `msg_${randomUUID().replaceAll("-", "")}`;
    const body = JSON.stringify(event);
    const sendAll = () => Promise.all(Array.from({ length: copies }, () => this.#post(id, body)));
    if (delayMs === 0) return sendAll();
    sleep(delayMs, undefined, { signal: this.#closing.signal }).then(sendAll, () => {});
    return Array.from({ length: copies }, () => ({ id, status: null }));
  }

  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Gives up what is under way or waiting. */
  close(): void {
    this.#closing.abort(new Error("the mailbox was closed"));
  }

  async #post(id: string, body: string): Promise<Attempt> {
    try {
      const response = await fetch(this.#url, {
        method: "POST",
        headers: { "content-type": "application/json", "user-agent": "Mailbox", ...signed(this.#key, id, body) },
        body,
        redirect: "manual", // a webhook is not followed elsewhere, and 302 is what its sender wants to see
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.body?.cancel();
      return { id, status: response.status };
    } catch (error) {
      return { id, status: null, error: reasonOf(error) };
    }
  }
}

const atOnce = 8;
// The answer to the request gets a head start. It need not win: with a real provider it does not always either.
const headStartMs = 50;

/** Gives a function that follows accepted mail with `email.delivered`: a few at a time, in the order it was accepted. */
export function automaticDelivery(webhook: Webhook, now: () => Date): (accepted: Message[]) => void {
  const waiting = new Set<Message>();
  let senders = 0;

  async function send(): Promise<void> {
    await sleep(headStartMs);
    // A set lists what is added meanwhile, too, and each sender takes what it finds at the front.
    for (const message of waiting) {
      waiting.delete(message);
      if (!webhook.isClosed) await webhook.send(eventOf(message, "email.delivered", now()));
    }
    senders -= 1;
  }

  return (accepted) => {
    for (const message of accepted) {
      waiting.add(message);
      if (senders === atOnce) continue;
      senders += 1;
      void send();
    }
  };
}

/** The key in a signing secret, `whsec_` and base64. Throws on anything else, without repeating it. */
function signingKey(secret: string): Buffer {
  const [, encoded] = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(secret) ?? [];
  if (!encoded) throw new Error("The webhook's secret must be whsec_ followed by base64.");
  return Buffer.from(encoded, "base64");
}

/**
 * The headers of a webhook as Svix signs it for Resend: HMAC-SHA256 over `id.timestamp.body`.
 * The time is the real one, in seconds, whatever the mailbox's clock says: the SDK's verification compares it with the
 * real time, and refuses what is five minutes away from it.
 */
function signed(key: Buffer, id: string, body: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": String(timestamp), "svix-signature": `v1,${signature}` };
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as Error;
  if (name === "TimeoutError") return `no answer in ${timeoutMs / 1000} seconds`;
  // fetch() wraps what went wrong in a TypeError that says nothing.
  const { code, message } = (cause ?? error) as NodeJS.ErrnoException;
  return code ?? message;
}
