import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { Refusal } from "../../model/values/refusal.ts";
import type { App } from "./context.ts";

const HOUR = 3_600_000;

/**
 * Leaves a line for each key, scope or signature that is refused, with how many there were of it in this hour, as far
 * as this process knows. The line names the route, not the address asked for, and the key by its id where it has one.
 */
export function refusedAccess() {
  let hour = 0;
  let counts = new Map<number, number>();
  return createMiddleware<App>(async (c, next) => {
    await next();
    const { status } = c.res;
    if (status !== 401 && status !== 403) return;
    const { deps, actor } = c.var;
    const now = Math.floor(deps.clock.now().getTime() / HOUR);
    if (now !== hour) counts = new Map();
    hour = now;
    const inHour = (counts.get(status) ?? 0) + 1;
    counts.set(status, inHour);
    const because = c.error instanceof Refusal ? c.error.message : null;
    deps.log("access.refused", {
      status,
      route: `${c.req.method} ${routePath(c, -1)}`,
      by: actor ?? null,
      because,
      inHour,
    });
  });
}
