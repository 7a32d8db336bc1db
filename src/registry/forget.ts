import { lt } from "drizzle-orm";
import { idempotencyKeys, signups } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { forgetPending } from "./followers.ts";
import { SIGNUP_KEPT_MS } from "./signups.ts";

/** Forgets what is kept only for a while: unconfirmed addresses, the form's limits, answers kept for repeated requests. */
export async function forgetExpired(deps: Deps): Promise<void> {
  const dayAgo = new Date(deps.clock.now().getTime() - SIGNUP_KEPT_MS);
  await forgetPending(deps);
  await deps.db.delete(signups).where(lt(signups.requestedAt, dayAgo));
  await deps.db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, dayAgo));
}
