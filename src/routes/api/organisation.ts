import { Organisation } from "../../model/organisation-document.ts";
import { putOrganisation } from "../../registry/changes/settings.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok } from "../frame/contract.ts";

export const organisationRoutes = createRouter();

const apiRoute = apiRoutes("organisation");

const get = apiRoute("get", "/v1/organisation", {
  operationId: "getOrganisation",
  summary: "Who publishes this registry, and its terms",
  scope: "read",
  responses: { 200: ok(Organisation, "The organisation") },
});

organisationRoutes.openapi(get, async (c) => c.json(await getOrganisation(c.var.deps.db), 200));

const put = apiRoute("put", "/v1/organisation", {
  operationId: "putOrganisation",
  summary: "Replace the organisation's settings, and publish them",
  scope: "admin",
  request: { body: json(Organisation) },
  responses: { 200: ok(Organisation, "The organisation as it is now") },
});

organisationRoutes.openapi(put, async (c) =>
  c.json(await putOrganisation(c.var.deps, c.var.actor, c.req.valid("json")), 200),
);
