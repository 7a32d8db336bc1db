import { lt } from "drizzle-orm";
import { idempotencyKeys } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { forgetPending } from "./followers.ts";
import { forgetSignups } from "./signups.ts";

/** Forgets what is kept only for a while: unconfirmed addresses, the form's limits, answers kept for repeated requests. */
export async function forgetExpired(deps: Deps): Promise<void> {
  const dayAgo = new Date(deps.clock.now().getTime() - 86_400_000);
  await forgetPending(deps);
  await forgetSignups(deps);
  await deps.db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, dayAgo));
}
