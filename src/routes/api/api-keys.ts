import { z } from "@hono/zod-openapi";
import { ApiKey, KeyScope } from "../../model/values/api-key.ts";
import { bounded, line } from "../../model/values/text.ts";
import { namesOfActors } from "../../registry/users/actors.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "../../registry/users/api-keys.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IdParam, json, ok, page } from "../frame/contract.ts";
import { EXAMPLES } from "./examples.ts";

export const apiKeyRoutes = createRouter();

const route = apiRoutes(apiKeyRoutes, "API keys");

route("get", "/v1/api-keys", {
  operationId: "listApiKeys",
  summary: "API keys",
  description: "Every key there has been, without the keys themselves.",
  scope: "admin",
  responses: { 200: ok(page(ApiKey), "The keys") },
  handle: async (c) => ({ data: await listApiKeys(c.var.deps), next: null }),
});

const Caller = z
  .object({
    actor: z.string().describe("As the log names who calls: `user:…` or `key:…`."),
    name: z.string().nullable().describe("What they are called; null: the admin key of the settings."),
    person: z.boolean().describe("Whether the key is a person's: whatever it does counts as theirs."),
    scopes: z.array(KeyScope).describe("What it may do. Each scope includes those before it."),
  })
  .describe("Who calls.")
  .openapi("Caller");

route("get", "/v1/caller", {
  operationId: "getCaller",
  summary: "Who calls",
  description: "By the key that it is called with.",
  scope: "read",
  responses: { 200: ok(Caller, "Who calls") },
  handle: async (c) => {
    const { deps, actor, scopes } = c.var;
    const name = (await namesOfActors(deps.db, [actor])).get(actor) ?? null;
    return { actor, name, person: actor.startsWith("user:"), scopes };
  },
});

const NO_INSTANT = { error: "must be an ISO 8601 instant, such as 2027-01-01T09:00:00Z" };

const expiresAt = bounded(40)
  .check(z.iso.datetime({ offset: true, ...NO_INSTANT }))
  .transform((at) => new Date(at))
  // An offset can take the last year that has four digits beyond them.
  .refine((at) => at.getUTCFullYear() < 10_000, NO_INSTANT)
  .openapi({ type: "string", format: "date-time", description: "In the future. Without it the key does not expire." });

const NewApiKey = z
  .strictObject({
    name: line().describe("What it is for."),
    scopes: ApiKey.shape.scopes,
    expiresAt: expiresAt.optional(),
  })
  .describe("A key to be made: it may do no more than whoever makes it.")
  .openapi("NewApiKey");
const CreatedApiKey = ApiKey.extend({ key: z.string().openapi({ description: "The key itself: shown this once." }) })
  .describe("The new key.")
  .openapi("CreatedApiKey");

route("post", "/v1/api-keys", {
  operationId: "createApiKey",
  summary: "Make a key",
  description: "It is in this answer only. An `Idempotency-Key` is refused here: the answer kept would hold the key.",
  scope: "admin",
  request: { body: json(NewApiKey, EXAMPLES.createApiKey) },
  responses: { 201: ok(CreatedApiKey, "The key") },
  handle: (c) => createApiKey(c.var.deps, c.var.actor, c.req.valid("json")),
});

route("delete", "/v1/api-keys/{id}", {
  operationId: "revokeApiKey",
  summary: "Revoke a key",
  description: "At once. Refuses the last one that administers.",
  scope: "admin",
  request: { params: IdParam },
  responses: { 204: { description: "The key is revoked" } },
  refuses: ["not-found", "last-admin-key"],
  handle: (c) => revokeApiKey(c.var.deps, c.var.actor, c.req.valid("param").id),
});
