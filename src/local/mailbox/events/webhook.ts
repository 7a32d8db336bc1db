import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { MailEvent } from "./event.ts";
import { signed, signingKey } from "./signature.ts";

const timeoutMs = 10_000;

export interface WebhookTarget {
  /** Where the app takes Resend's webhooks. */
  url: string;
  /** `whsec_` and base64: the secret the app verifies them with. */
  secret: string;
}

/** One request to the app. */
export interface Attempt {
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

  /** Sends the copies at once and gives how each was answered. Never rejects. */
  send(event: MailEvent, copies = 1): Promise<Attempt[]> {
    return this.#deliver(newId(), event, copies);
  }

  /** Sends the copies when the delay is over, unless the mailbox is closed before. Gives what is promised, at once. */
  sendLater(event: MailEvent, copies: number, delayMs: number): Attempt[] {
    const id = newId();
    sleep(delayMs, undefined, { signal: this.#closing.signal }).then(
      () => this.#deliver(id, event, copies),
      () => {},
    );
    return Array.from({ length: copies }, () => ({ id, status: null }));
  }

  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Gives up what is under way or waiting. */
  close(): void {
    this.#closing.abort(new Error("the mailbox was closed"));
  }

  #deliver(id: string, event: MailEvent, copies: number): Promise<Attempt[]> {
    const body = JSON.stringify(event);
    return Promise.all(Array.from({ length: copies }, () => this.#post(id, body)));
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

const newId = () => `msg_${randomUUID().replaceAll("-", "")}`;

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  if (error.name === "TimeoutError") return `no answer in ${timeoutMs / 1000} seconds`;
  // fetch() wraps what went wrong in a TypeError that says nothing.
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code ?? message;
}
