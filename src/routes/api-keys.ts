import { createRoute, z } from "@hono/zod-openapi";
import { line } from "../model/text.ts";
import { createApiKey, listApiKeys, revokeApiKey, SCOPES } from "../registry/api-keys.ts";
import { scoped } from "./auth.ts";
import { createRouter } from "./context.ts";
import { bodyRefusals, IdParam, Instant, json, ok, page, refusals } from "./contract.ts";

export const apiKeyRoutes = createRouter();

const tags = ["API keys"];

const Scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .max(SCOPES.length)
  .openapi({ description: "Each scope allows what the ones before it allow: read, write, announce, admin." });

const ApiKey = z
  .object({ id: z.uuid(), name: z.string(), scopes: Scopes, createdAt: Instant, revokedAt: Instant.nullable() })
  .openapi("ApiKey");

const list = createRoute({
  method: "get",
  path: "/v1/api-keys",
  operationId: "listApiKeys",
  summary: "Every key there has been, without the keys themselves",
  tags,
  ...scoped("admin"),
  responses: { 200: ok(page(ApiKey), "The keys"), ...refusals() },
});

apiKeyRoutes.openapi(list, async (c) =>
  c.json(page(ApiKey).parse({ data: await listApiKeys(c.var.deps), next: null }), 200),
);

const NewApiKey = z.strictObject({ name: line(), scopes: Scopes }).openapi("NewApiKey");
const CreatedApiKey = ApiKey.extend({ key: z.string().openapi({ description: "Shown this once." }) }).openapi(
  "CreatedApiKey",
);

const create = createRoute({
  method: "post",
  path: "/v1/api-keys",
  operationId: "createApiKey",
  summary: "Make a key",
  description:
    "The key is in this answer only. An `Idempotency-Key` is refused here: the answer kept would hold the key.",
  tags,
  ...scoped("admin"),
  request: { body: json(NewApiKey) },
  responses: { 201: ok(CreatedApiKey, "The key"), ...refusals(...bodyRefusals) },
});

apiKeyRoutes.openapi(create, async (c) =>
  c.json(CreatedApiKey.parse(await createApiKey(c.var.deps, c.req.valid("json"), c.var.actor)), 201),
);

const revoke = createRoute({
  method: "delete",
  path: "/v1/api-keys/{id}",
  operationId: "revokeApiKey",
  summary: "Revoke a key, at once",
  tags,
  ...scoped("admin"),
  request: { params: IdParam },
  responses: { 204: { description: "The key is revoked" }, ...refusals("not-found", "last-admin-key") },
});

apiKeyRoutes.openapi(revoke, async (c) => {
  await revokeApiKey(c.var.deps, c.req.valid("param").id, c.var.actor);
  return c.body(null, 204);
});
