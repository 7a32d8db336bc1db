import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../mail.ts";
import { eventOf } from "./event.ts";
import type { Webhook } from "./webhook.ts";

const atOnce = 8;
// The answer to the request gets a head start. It need not win: with a real provider it does not always either.
const headStartMs = 50;

/** Follows accepted mail with `email.delivered`, a few at a time, in the order it was accepted. */
export class AutomaticDelivery {
  #webhook: Webhook;
  #now: () => Date;
  #waiting: Message[] = [];
  #next = 0;
  #senders = 0;

  constructor(webhook: Webhook, now: () => Date) {
    this.#webhook = webhook;
    this.#now = now;
  }

  follow(accepted: Message[]): void {
    this.#waiting.push(...accepted);
    for (let free = Math.min(atOnce - this.#senders, accepted.length); free > 0; free -= 1) void this.#send();
  }

  async #send(): Promise<void> {
    this.#senders += 1;
    await sleep(headStartMs);
    for (let message = this.#take(); message && !this.#webhook.isClosed; message = this.#take()) {
      await this.#webhook.send(eventOf(message, "email.delivered", this.#now()));
    }
    this.#senders -= 1;
  }

  // Not shift(), which moves all that wait.
  #take(): Message | undefined {
    const message = this.#waiting[this.#next];
    this.#next += 1;
    if (message) return message;
    this.#waiting = [];
    this.#next = 0;
    return undefined;
  }
}
