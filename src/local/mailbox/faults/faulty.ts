import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";
import type { MailboxEnv } from "../env.ts";
import { invalid, ResendError } from "../resend-error.ts";
import type { Faults } from "./faults.ts";
import type { Mode } from "./settings.ts";

/** Modes that answer before anything is read, let alone accepted. */
const refusals: { [mode in Mode]?: () => ResendError } = {
  "500-before": failed,
  "401": () => new ResendError(401, "invalid_api_key", "API key is invalid."),
  quota: () => new ResendError(429, "daily_quota_exceeded", "You have reached your daily email sending quota."),
  "422": () => invalid("We found an error with one or more fields in the request."),
};

/** Modes that lose the answer to a request that was accepted, or had been under its idempotency key. */
const losses: { [mode in Mode]?: (c: Context<MailboxEnv>) => Response } = {
  "500-after": () => {
    throw failed();
  },
  "drop-after": cut,
  garbage: () =>
    new Response("<!doctype html><title>Almost there</title><p>This is not the answer you are looking for.</p>", {
      headers: { "content-type": "text/html; charset=utf-8" },
    }),
};

/** Applies the latency and the mode to a request. A request that is refused on its own account stays refused. */
export function faulty(faults: Faults): MiddlewareHandler<MailboxEnv> {
  return async (c, next) => {
    const mode = faults.take();
    if (mode !== "slow") await faults.wait();
    // Whoever gave up while waiting was never heard: only "slow" accepts first.
    if (c.env.incoming.socket.destroyed) return cut(c);
    const refusal = refusals[mode];
    if (refusal) throw refusal();

    c.set("beforeAnswer", mode === "slow" ? () => faults.wait() : async () => {});
    await next();
    const loss = losses[mode];
    if (loss && !c.error) c.res = loss(c);
    return;
  };
}

function failed(): ResendError {
  return new ResendError(500, "internal_server_error", "An unexpected error occurred.");
}

function cut(c: Context<MailboxEnv>): Response {
  c.env.incoming.socket.destroy();
  return new Response(null, { headers: RESPONSE_ALREADY_SENT.headers });
}
