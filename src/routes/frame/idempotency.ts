import { and, eq } from "drizzle-orm";
import { createMiddleware } from "hono/factory";
import { idempotencyKeys } from "../../db/schema.ts";
import { sha256 } from "../../model/values/hash.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { writeWithoutLock } from "../../registry/log/frame.ts";
import type { App } from "./context.ts";

export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** The POSTs of the API whose answer is not kept under an `Idempotency-Key`, and why. */
export const WITHOUT_IDEMPOTENCY: Record<string, string> = {
  "/v1/api-keys": "the answer kept would hold a key",
  "/v1/export": "the answer kept would hold everything",
  "/v1/customers/import": "the same file again changes nothing anyway",
};

/** Ends the transaction of a request that was refused: what is not done is not remembered either. */
class Refused extends Error {}

/**
 * `Idempotency-Key` on POST: the answer is written in the transaction of what it answers, so that a repeat gets the
 * same answer and does nothing, even if the first caller's connection or this process was lost in between. A second
 * request under the key waits for the first. Refused requests are not remembered.
 */
export const idempotency = createMiddleware<App>(async (c, next) => {
  const key = c.req.header("idempotency-key");
  if (c.req.method !== "POST" || key === undefined) return next();
  if (!IDEMPOTENCY_KEY.test(key)) {
    throw refuseField("invalid-request", "/header/idempotency-key", "must be 1 to 255 visible ASCII characters");
  }
  const untaken = WITHOUT_IDEMPOTENCY[c.req.path];
  if (untaken) throw refuseField("invalid-request", "/header/idempotency-key", `is not taken here: ${untaken}`);
  const deps = c.var.deps;
  const { actor } = c.var;
  const requestSha256 = sha256(`${new URL(c.req.url).pathname}${new URL(c.req.url).search}\n${await c.req.text()}`);
  const here = and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key));
  try {
    await writeWithoutLock(deps, actor, async ({ db, now }) => {
      const made = await db
        .insert(idempotencyKeys)
        .values({ actor, key, requestSha256, createdAt: now })
        .onConflictDoNothing()
        .returning({ key: idempotencyKeys.key });
      if (made.length === 0) {
        const [first] = await db.select().from(idempotencyKeys).where(here);
        c.res = replay(first, requestSha256);
        return;
      }
      c.set("deps", { ...deps, db });
      await next();
      if (c.res.status >= 400) throw new Refused();
      await db
        .update(idempotencyKeys)
        .set({ status: c.res.status, body: await c.res.clone().text(), etag: c.res.headers.get("etag") })
        .where(here);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  } finally {
    c.set("deps", deps);
  }
});

function replay(first: typeof idempotencyKeys.$inferSelect | undefined, requestSha256: string): Response {
  if (!first || first.requestSha256 !== requestSha256) {
    throw new Refusal("idempotency-key-reused", "This key was used for another request in the last 24 hours.", {
      errors: [{ pointer: "/header/idempotency-key", detail: "was used for another request" }],
    });
  }
  const etag = first.etag === null ? {} : { etag: first.etag };
  const headers = { "content-type": "application/json", "idempotency-replayed": "true", ...etag };
  // A 204 may have no body at all, not even an empty one.
  return new Response(first.body || null, { status: first.status ?? 200, headers });
}
