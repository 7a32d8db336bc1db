import { createApp } from "./app.ts";
import { clockFrom, realTimer } from "./clock.ts";
import { ConfigError, type Environment, workerSettings } from "./config.ts";
import { connect } from "./db/client.ts";
import { logLine } from "./log.ts";
import { drain, type SendingDeps } from "./notify/drain.ts";
import { runMinute } from "./notify/minute.ts";
import { resendMailer } from "./notify/resend.ts";
import { DOWNLOADS } from "./routes/frame/downloads.ts";
import type { Lifetime } from "./routes/public/kept/index.ts";
import type { RuntimeCache } from "./routes/public/kept/shared.ts";

/** What wrangler.toml binds, beside the variables and secrets of config.ts. */
type Bindings = {
  HYPERDRIVE: { connectionString: string };
  KICK: { send(message: object): Promise<void> };
  RATE_LIMIT: { limit(key: { key: string }): Promise<{ success: boolean }> };
};

// Cron and queue consumers may run for 15 minutes; what is not paid by then waits for the next minute.
const BUDGET_MS = 10 * 60_000;

/** A client per invocation: on Workers a socket belongs to the request that opened it. */
function depsOf(env: Bindings, kick: () => void): SendingDeps {
  const { config, now } = settingsOf(env);
  const { db } = connect(env.HYPERDRIVE.connectionString);
  const mailer = resendMailer(config.resend);
  return { db, downloads: db, config, clock: clockFrom(now), timer: realTimer, log: logLine, kick, mailer };
}

/** Settings that are not valid are logged whoever calls: a visitor, the cron or the queue. */
function settingsOf(env: Bindings): ReturnType<typeof workerSettings> {
  try {
    return workerSettings(textsOf(env));
  } catch (error) {
    if (error instanceof ConfigError) logLine("config.invalid", { detail: error.message });
    throw error;
  }
}

function textsOf(env: object): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === "string"));
}

/** What is owed while sending is sent by the same drain. */
const alreadySending = () => {};

// Each request has a client of its own, and one that the runtime ends could not be counted out again.
const UNCOUNTED = { ...DOWNLOADS, atOnce: Number.POSITIVE_INFINITY };

/**
 * Public answers are kept by each isolate in an eighth of its memory, and by all of a place in Cloudflare's cache. On
 * workers.dev, and behind Cloudflare Access, that one keeps nothing, and each isolate is for itself. Cloudflare encodes
 * what it passes on.
 */
const KEPT = { bytes: 16 * 1024 * 1024, answers: 2000, together: false, mayEncode: false, cache: cacheOfPlace() };

/** None where the runtime has not been given one. */
function cacheOfPlace(): RuntimeCache | undefined {
  return (globalThis as { caches?: { default?: RuntimeCache } }).caches?.default;
}

const app = createApp<Bindings>(
  (env, request, lifetime) => ({
    deps: depsOf(env, () => lifetime.waitUntil(env.KICK.send({}).catch(() => logLine("kick.failed")))),
    ip: request.headers.get("cf-connecting-ip"),
    gate: async (key) => (await env.RATE_LIMIT.limit({ key })).success,
  }),
  { limits: UNCOUNTED, keep: { ...KEPT, clock: clockFrom() } },
);

export default {
  fetch: (request: Request, env: Bindings, lifetime: ExecutionContext) => app.fetch(request, env, lifetime),

  /** Every minute: the guarantee that everything owed is sent, whatever became of the kicks. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    await runMinute(depsOf(env, alreadySending), { budgetMs: BUDGET_MS });
  },

  /** The kick. It says nothing but "look now", so that losing or doubling one changes nothing. */
  async queue(_batch: unknown, env: Bindings): Promise<void> {
    await drain(depsOf(env, alreadySending), { budgetMs: BUDGET_MS });
  },
};

type ExecutionContext = Lifetime & { passThroughOnException(): void; props: unknown };
