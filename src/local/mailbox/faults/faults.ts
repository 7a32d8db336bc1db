import { setTimeout as sleep } from "node:timers/promises";
import { bareAddress } from "../address.ts";
import type { Mail } from "../mail.ts";
import { invalid } from "../resend-error.ts";
import type { FaultChange, FaultSettings, Mode } from "./settings.ts";

/**
 * What is wrong with the mailbox at present. Kept in memory only: a restart mends it, and what it accepted is safe in
 * the journal whatever the faults.
 */
export class Faults {
  #settings: FaultSettings;
  #closing = new AbortController();

  constructor({ rateLimit, events }: Pick<FaultSettings, "rateLimit" | "events">) {
    this.#settings = { rateLimit, mode: "none", times: null, latencyMs: 0, refuse: [], events };
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** Replaces what the change names and keeps the rest. The mode "none" ends a count too, unless one is given. */
  change(change: FaultChange): void {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    this.#settings = { ...this.#settings, ...(change.mode === "none" && { times: null }), ...given };
  }

  /** The mode for one request, which counts against `times`. */
  take(): Mode {
    const { mode, times } = this.#settings;
    if (mode === "none" || times === null) return mode;
    this.change(times === 1 ? { mode: "none" } : { times: times - 1 });
    return mode;
  }

  /** Waits for the latency; no longer once the mailbox closes, so that a slow answer does not hold it up. */
  async wait(): Promise<void> {
    const { latencyMs } = this.#settings;
    if (latencyMs === 0) return;
    await sleep(latencyMs, undefined, { signal: this.#closing.signal }).catch(() => {});
  }

  /** Refuses a mail to an address that is to be refused. The words quote it, as a provider's may. */
  screen(mail: Mail): Mail {
    const refused = mail.to.find((address) => this.#settings.refuse.includes(bareAddress(address) ?? address));
    if (refused !== undefined) throw invalid(`Invalid \`to\` field. The mailbox was told to refuse ${refused}.`);
    return mail;
  }

  close(): void {
    this.#closing.abort();
  }
}
