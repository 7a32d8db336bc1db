import { once } from "node:events";
import { clockFrom, realTimer } from "./clock.ts";
import { type Config, LOOPBACK, nodeSettings, signInConfig } from "./config.ts";
import { APP_ROLE, mayRewriteHistory } from "./db/app-role.ts";
import { connect } from "./db/client.ts";
import { inWords } from "./db/errors.ts";
import type { Deps } from "./deps.ts";
import { stopListening } from "./listening.ts";
import { greeting } from "./local/greeting.ts";
import { logLine } from "./log.ts";
import { listen } from "./node-http.ts";
import { resendMailer } from "./notify/resend.ts";
import { startRunner } from "./notify/runner.ts";
import { createFirstApiKey } from "./registry/users/api-keys.ts";
import { firstSignInLink } from "./registry/users/sign-in-links.ts";
import { DOWNLOADS } from "./routes/frame/downloads.ts";

/** The oldest Node that has what is used here. */
const NODE = 24;

/** The registry on Node, with what the settings leave out started beside it; all of it stops in order. */
async function main(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < NODE)
    throw new Error(
      `Node ${NODE} is needed, and this is ${process.versions.node}: npm installs one as node_modules/.bin/node.`,
    );
  const settings = nodeSettings(process.env);
  const clock = clockFrom(settings.NOW);
  const stopAsked = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const local = await startWhatIsMissing(settings, clock);
    closing.push(local.stop);
    const { db, close } = connect(local.databaseUrl, { max: 10 });
    closing.push(close);
    const downloads = connect(local.databaseUrl, { max: DOWNLOADS.atOnce });
    closing.push(downloads.close);
    const config: Config = {
      publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
      tokenSecret: local.tokenSecret,
      mailFrom: settings.MAIL_FROM,
      adminApiKey: settings.ADMIN_API_KEY ?? null,
      signIn: signInConfig(settings),
      resend: {
        apiKey: settings.RESEND_API_KEY ?? "re_mailbox",
        baseUrl: local.mailboxUrl ?? settings.RESEND_BASE_URL ?? null,
        webhookSecrets: local.webhookSecrets,
      },
    };
    const mailer = resendMailer(config.resend);
    const sending = { db, downloads: downloads.db, clock, timer: realTimer, config, log: logLine, mailer };
    // Asked first, so that a database that is down, or has no tables, ends the start before anything else complains.
    const firstKey = await createFirstApiKey({ ...sending, kick: () => {} });
    const signIn = await firstSignInLink(sending);
    if (await mayRewriteHistory(db)) logLine("database.role-may-rewrite-history", { use: APP_ROLE });
    const runner = startRunner(sending);
    closing.push(runner.stop);
    const deps: Deps = { ...sending, kick: runner.kick };
    // What was started to be tried is for this machine alone.
    const hostname = settings.HOST ?? (settings.DATABASE_URL ? undefined : LOOPBACK);
    const server = await listen(deps, { port: settings.PORT, hostname });
    closing.push(() => stopListening(server));
    const key = firstKey !== null ? { made: firstKey } : config.adminApiKey ? "given" : "made earlier";
    console.log(greeting({ publicUrl: config.publicUrl, mailboxUrl: local.mailboxUrl, key, signIn }));
    await stopAsked;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** With a database, a secret and a provider nothing local is started, and none of its packages is needed. */
async function startWhatIsMissing(settings: ReturnType<typeof nodeSettings>, clock: ReturnType<typeof clockFrom>) {
  const { DATABASE_URL: databaseUrl, TOKEN_SECRET: tokenSecret, RESEND_API_KEY } = settings;
  if (databaseUrl && tokenSecret && RESEND_API_KEY) {
    const webhookSecrets = settings.RESEND_WEBHOOK_SECRET ?? [];
    return { databaseUrl, tokenSecret, webhookSecrets, mailboxUrl: null, stop: () => Promise.resolve() };
  }
  const { startQuickstart } = await import("./local/quickstart.ts");
  return startQuickstart(settings, clock);
}

/** What an operator can mend is one clear line; anything else shows where it happened. */
function explain(error: unknown): unknown {
  const said = inWords(error);
  if (said !== null) return said;
  return error instanceof Error && error.stack && !(error instanceof TypeError) ? error.message : error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
