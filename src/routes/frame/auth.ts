import { createMiddleware } from "hono/factory";
import type { KeyScope } from "../../model/values/api-key.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { allows, holderOf } from "../../registry/users/api-keys.ts";
import type { App } from "./context.ts";

/** Reads `Authorization: Bearer spr_…` (RFC 6750, 2.1) before anything else of a request to the API. */
export const authentication = createMiddleware<App>(async (c, next) => {
  const key = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (!key) throw new Refusal("unauthenticated", "Send an API key as Authorization: Bearer spr_…");
  const holder = await holderOf(c.var.deps, key);
  if (!holder) throw new Refusal("unauthenticated", "The API key is unknown or mistyped.");
  c.set("actor", holder.actor);
  if (holder.ended) throw new Refusal("unauthenticated", `The API key is ${holder.ended}.`);
  c.set("scopes", holder.scopes);
  await next();
});

/** Lets a request pass whose key has the scope, or a wider one. */
export const requireScope = (scope: KeyScope) =>
  createMiddleware<App>(async (c, next) => {
    demandScope(c.var.scopes, scope);
    await next();
  });

export function demandScope(granted: readonly KeyScope[], needed: KeyScope): void {
  if (!allows(granted, needed)) throw new Refusal("insufficient-scope", `This needs a key with the scope "${needed}".`);
}
