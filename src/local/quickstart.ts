import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import type { nodeSettings } from "../config.ts";
import { connect } from "../db/client.ts";
import { startDatabase } from "./database.ts";
import { fillEmpty } from "./example.ts";
import { keptSecret } from "./kept-secret.ts";
import { startMailbox } from "./mailbox/server.ts";

type Settings = ReturnType<typeof nodeSettings>;

/**
 * Starts what the settings leave out: a PostgreSQL (migrated, and filled with an example if it is empty), a mailbox,
 * and secrets that stay the same over restarts. The mailbox's URL is null where mail goes to a provider.
 */
export async function startQuickstart(settings: Settings, clock: Clock) {
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, RESEND_API_KEY, MAILBOX_PORT: port, PORT } = settings;
  await mkdir(dataDir, { recursive: true });
  const tokenSecret = settings.TOKEN_SECRET ?? (await keptSecret(join(dataDir, "token-secret")));
  const webhookSecrets = settings.RESEND_WEBHOOK_SECRET ?? [
    `whsec_${Buffer.from(await keptSecret(join(dataDir, "webhook-secret"))).toString("base64")}`,
  ];
  const database = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await startDatabase(dataDir);
  try {
    if (!databaseUrl) await fill(database.url, settings.EXAMPLE, clock);
    const webhook = { url: `http://127.0.0.1:${PORT}/hooks/resend`, secret: webhookSecrets[0] ?? "" };
    const mailbox = RESEND_API_KEY
      ? null
      : await startMailbox({ port, dataDir, now: clock.now, webhook, autoDeliver: true });
    const stop = async () => {
      await mailbox?.close();
      await database.stop();
    };
    return { databaseUrl: database.url, tokenSecret, webhookSecrets, mailboxUrl: mailbox?.url ?? null, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function fill(url: string, example: string, clock: Clock): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  await fillEmpty({ db, clock }, example).finally(close);
}
