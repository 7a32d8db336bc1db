import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { startListening } from "../../listening.ts";
import { mailboxApp } from "./app.ts";
import { Faults } from "./faults.ts";
import { Inbox } from "./inbox.ts";
import type { MailboxEnv } from "./modes.ts";
import { Webhook, type WebhookTarget } from "./webhook.ts";

export interface MailboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where `mailbox.jsonl` is kept. Without it, mail is kept in memory only. */
  dataDir?: string;
  /** When mail is received and idempotency keys expire. */
  now: () => Date;
  /** Requests a second it takes before it answers 429. Null, the default, takes them all. */
  rateLimit?: number | null;
  /** Where it sends events about the mail it accepted. Without it, it sends none. */
  webhook?: WebhookTarget;
  /** Whether every accepted mail is followed by `email.delivered`, until the faults say otherwise. False by default. */
  autoDeliver?: boolean;
}

// The mailbox has no accounts, so it listens on loopback only.
const host = "127.0.0.1";

/**
 * Starts a mailbox: Resend's API for this machine, which delivers nothing and shows what it received.
 * Rejects when the port is taken, the webhook cannot be used, or its file cannot be read.
 */
export async function startMailbox(options: MailboxOptions) {
  const { port, dataDir, now, rateLimit = null, autoDeliver = false } = options;
  const webhook = options.webhook ? new Webhook(options.webhook) : null;
  if (autoDeliver && !webhook) throw new Error("The mailbox cannot deliver automatically without a webhook.");
  const faults = new Faults({ rateLimit, events: autoDeliver ? "delivered" : "none" });

  // Listens before it opens the file: whoever holds the port may still be writing to it.
  const app = Promise.withResolvers<Hono<MailboxEnv>>();
  const server = createAdaptorServer({
    fetch: async (request, env) => (await app.promise).fetch(request, env),
  }) as Server;
  await startListening(server, { what: "The mailbox", port, host, setting: "MAILBOX_PORT" });

  try {
    const inbox = await Inbox.open(dataDir, now);
    app.resolve(mailboxApp(inbox, faults, webhook));
    const { address, port } = server.address() as AddressInfo;
    return {
      /** Without a slash at its end: the `baseUrl` of a Resend client. */
      url: `http://${address}:${port}`,
      /** Lets requests under way finish, for up to a second, and closes its file. Events not yet sent are given up. */
      async close() {
        webhook?.close();
        faults.close();
        await stop(server);
        await inbox.close();
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  // A connection that is kept alive for a next request would hold up closing.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const impatience = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearInterval(idle);
  clearTimeout(impatience);
}
