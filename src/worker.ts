import type { Runtime } from "./app.ts";
import { clockFrom, realTimer } from "./clock.ts";
import { ConfigError, type Environment, workerSettings } from "./config.ts";
import { connect } from "./db/client.ts";
import { logLine } from "./log.ts";
import type { SendingDeps } from "./notify/drain.ts";
import { DOWNLOADS } from "./routes/frame/downloads.ts";
import { publishedReader } from "./routes/frame/published.ts";
import { type Fetch, keeping, type Lifetime } from "./routes/public/kept/index.ts";
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
function depsOf(env: Bindings, kick: () => void) {
  const { config, now } = settingsOf(env);
  const { db } = connect(env.HYPERDRIVE.connectionString);
  return { db, downloads: db, config, clock: clockFrom(now), log: logLine, kick };
}

/** What is owed while sending is sent by the same drain. */
async function sendingDepsOf(env: Bindings): Promise<SendingDeps> {
  const { resendMailer } = await import("./notify/resend.ts");
  const deps = depsOf(env, () => {});
  return { ...deps, timer: realTimer, mailer: resendMailer(deps.config.resend) };
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

const keep = { ...KEPT, clock: clockFrom() };
const published = publishedReader(keep);

const requestDepsOf = (env: Bindings, lifetime: Lifetime) =>
  depsOf(env, () => lifetime.waitUntil(env.KICK.send({}).catch(() => logLine("kick.failed"))));

const runtimeOf = (env: Bindings, request: Request, lifetime: Lifetime): Runtime => ({
  deps: requestDepsOf(env, lifetime),
  ip: request.headers.get("cf-connecting-ip"),
  gate: async (key) => (await env.RATE_LIMIT.limit({ key })).success,
});

let answering: Promise<Fetch<Bindings>> | undefined;

/** What is not kept. All that makes it is read with the first such question: an isolate starts with what gives kept answers. */
const answer: Fetch<Bindings> = async (...question) => {
  answering ??= import("./app.ts").then(
    ({ createApp }) => createApp<Bindings>(runtimeOf, { limits: UNCOUNTED, published }).fetch as Fetch<Bindings>,
  );
  return (await answering)(...question);
};

const UNATTENDED: Lifetime = { waitUntil() {} };

export default {
  fetch: keeping<Bindings>(
    keep,
    published,
    (_request, env, lifetime = UNATTENDED) => requestDepsOf(env, lifetime),
    answer,
  ) as (request: Request, env: Bindings, lifetime: ExecutionContext) => Response | Promise<Response>,

  /** Every minute: the guarantee that everything owed is sent, whatever became of the kicks. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    const { runMinute } = await import("./notify/minute.ts");
    await runMinute(await sendingDepsOf(env), { budgetMs: BUDGET_MS });
  },

  /** The kick. It says nothing but "look now", so that losing or doubling one changes nothing. */
  async queue(_batch: unknown, env: Bindings): Promise<void> {
    const { drain } = await import("./notify/drain.ts");
    await drain(await sendingDepsOf(env), { budgetMs: BUDGET_MS });
  },
};

type ExecutionContext = Lifetime & { passThroughOnException(): void; props: unknown };
