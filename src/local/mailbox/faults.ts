import { setTimeout as sleep } from "node:timers/promises";
import type { MiddlewareHandler } from "hono";
import { z } from "zod";
import { BareAddress, isTo, type Mail } from "./mail.ts";
import { cut, type Effect, type MailboxEnv, MODES, type Mode } from "./modes.ts";
import { invalid } from "./resend-error.ts";

const Settings = z.strictObject({
  /** Requests a second; below 1, one request every so many seconds. Null limits nothing. */
  rateLimit: z.number().min(0.001).max(10_000).nullable(),
  mode: z.enum(Object.keys(MODES) as Mode[]),
  /** To how many more requests the mode applies before it is "none" again. Null: until it is changed. */
  times: z.int().min(1).max(1_000_000).nullable(),
  /** Milliseconds, ten minutes at most, before a request is looked at; if "slow", between accepting and answering it. */
  latencyMs: z.int().min(0).max(600_000),
  /** A mail to one of these addresses is refused as invalid. */
  refuse: z.array(BareAddress).max(1000),
  /** "delivered": every accepted mail is followed by a signed `email.delivered`. */
  events: z.enum(["none", "delivered"]),
});
type Settings = Readonly<z.infer<typeof Settings>>;

/** A change names the settings it replaces. */
export const FaultChange = Settings.partial();

/**
 * The faults the mailbox is set to play. Kept in memory only: a restart mends it, and what it accepted is safe in the
 * journal whatever the faults.
 */
export class Faults {
  settings: Settings;
  #closing = new AbortController();

  constructor(settings: Pick<Settings, "rateLimit" | "events">) {
    this.settings = { mode: "none", times: null, latencyMs: 0, refuse: [], ...settings };
  }

  /** Replaces what the change names and keeps the rest. The mode "none" ends a count too, unless one is given. */
  change(change: z.infer<typeof FaultChange>): void {
    this.settings = Object.assign({ ...this.settings }, change.mode === "none" && { times: null }, change);
  }

  /** The mode for one request, which counts against `times`. */
  take(): Mode {
    const { mode, times } = this.settings;
    if (mode !== "none" && times !== null) this.change(times === 1 ? { mode: "none" } : { times: times - 1 });
    return mode;
  }

  /** Waits for the latency; no longer once the mailbox closes, so that a slow answer does not hold it up. */
  async wait(): Promise<void> {
    const { latencyMs } = this.settings;
    if (latencyMs === 0) return;
    await sleep(latencyMs, undefined, { signal: this.#closing.signal }).catch(() => {});
  }

  /** Refuses a mail to an address that is to be refused. The words quote it, as a provider's may. */
  screen(mail: Mail): Mail {
    const refused = this.settings.refuse.find((address) => isTo(mail, address));
    if (refused !== undefined) throw invalid(`Invalid \`to\` field. The mailbox was told to refuse ${refused}.`);
    return mail;
  }

  close(): void {
    this.#closing.abort();
  }
}

/** Applies the latency and the mode to a request. A request that is refused on its own account stays refused. */
export function faulty(faults: Faults): MiddlewareHandler<MailboxEnv> {
  return async (c, next) => {
    const mode = faults.take();
    if (mode !== "slow") await faults.wait();
    // Whoever gave up while waiting was never heard: only "slow" accepts first.
    if (c.env.incoming.socket.destroyed) return cut(c);
    const { refusal, loss }: Effect = MODES[mode];
    if (refusal) throw refusal();

    c.set("beforeAnswer", mode === "slow" ? () => faults.wait() : async () => {});
    await next();
    if (loss && !c.error) c.res = loss(c);
    return;
  };
}
