import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import type { nodeSettings } from "../config.ts";
import { connect } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { fillEmpty } from "./example.ts";
import { startMailbox } from "./mailbox/server.ts";
import { startPostgres } from "./postgres.ts";

type Settings = ReturnType<typeof nodeSettings>;

export type Quickstart = {
  databaseUrl: string;
  tokenSecret: string;
  webhookSecrets: string[];
  /** Null when mail goes to a provider. */
  mailboxUrl: string | null;
  stop(): Promise<void>;
};

/**
 * Starts what the settings leave out: a PostgreSQL (migrated, and filled with an example if it is empty), a mailbox,
 * and a secret that stays the same over restarts.
 */
export async function startQuickstart(settings: Settings, clock: Clock): Promise<Quickstart> {
  const { DATA_DIR: dataDir, DATABASE_URL, TOKEN_SECRET, RESEND_API_KEY, MAILBOX_PORT: port, PORT } = settings;
  await mkdir(dataDir, { recursive: true });
  const database = DATABASE_URL === undefined ? await startPostgres({ dataDir }) : null;
  try {
    if (database) await prepare(database.url, settings.EXAMPLE, clock);
    const webhookSecrets = settings.RESEND_WEBHOOK_SECRET ?? [
      `whsec_${Buffer.from(await keptSecret(join(dataDir, "webhook-secret"))).toString("base64")}`,
    ];
    const webhook = { url: `http://127.0.0.1:${PORT}/hooks/resend`, secret: webhookSecrets[0] ?? "" };
    const mailbox =
      RESEND_API_KEY === undefined
        ? await startMailbox({ port, dataDir, now: clock.now, webhook, autoDeliver: true })
        : null;
    return {
      databaseUrl: DATABASE_URL ?? database?.url ?? "",
      tokenSecret: TOKEN_SECRET ?? (await keptSecret(join(dataDir, "token-secret"))),
      webhookSecrets,
      mailboxUrl: mailbox?.url ?? null,
      stop: async () => {
        await mailbox?.close();
        await database?.stop();
      },
    };
  } catch (error) {
    await database?.stop();
    throw error;
  }
}

/** Made once and kept: links in mails stay valid after a restart. */
async function keptSecret(path: string): Promise<string> {
  await writeFile(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return readFile(path, "utf8");
}

async function prepare(url: string, example: string, clock: Clock): Promise<void> {
  await migrateDatabase(url);
  const { db, close } = connect(url, { max: 1 });
  try {
    await fillEmpty({ db, clock }, example);
  } finally {
    await close();
  }
}
