import { createRoute } from "@hono/zod-openapi";
import { Organisation } from "../model/organisation-document.ts";
import { putOrganisation } from "../registry/changes/organisation.ts";
import { getOrganisation } from "../registry/log/organisation.ts";
import { scoped } from "./auth.ts";
import { createRouter } from "./context.ts";
import { bodyRefusals, json, ok, refusals } from "./contract.ts";

export const organisationRoutes = createRouter();

const get = createRoute({
  method: "get",
  path: "/v1/organisation",
  operationId: "getOrganisation",
  summary: "Who publishes this registry, and its terms",
  tags: ["organisation"],
  ...scoped("read"),
  responses: { 200: ok(Organisation, "The organisation"), ...refusals() },
});

organisationRoutes.openapi(get, async (c) => c.json(await getOrganisation(c.var.deps.db), 200));

const put = createRoute({
  method: "put",
  path: "/v1/organisation",
  operationId: "putOrganisation",
  summary: "Replace the organisation's settings, and publish them",
  tags: ["organisation"],
  ...scoped("admin"),
  request: { body: json(Organisation) },
  responses: { 200: ok(Organisation, "The organisation as it is now"), ...refusals(...bodyRefusals) },
});

organisationRoutes.openapi(put, async (c) =>
  c.json(await putOrganisation(c.var.deps, c.req.valid("json"), c.var.actor), 200),
);
