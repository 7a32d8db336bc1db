import { Organisation } from "../../model/organisation-document.ts";
import { putOrganisation } from "../../registry/changes/settings.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok } from "../frame/contract.ts";

export const organisationRoutes = createRouter();

const route = apiRoutes(organisationRoutes, "organisation");

route("get", "/v1/organisation", {
  operationId: "getOrganisation",
  summary: "Who publishes this registry, and its terms",
  scope: "read",
  responses: { 200: ok(Organisation, "The organisation") },
  // As it is stored: what was taken once might be refused today.
  handle: async (c) => c.json(await getOrganisation(c.var.deps.db)),
});

route("put", "/v1/organisation", {
  operationId: "putOrganisation",
  summary: "Replace the organisation's settings, and publish them",
  scope: "admin",
  request: { body: json(Organisation) },
  responses: { 200: ok(Organisation, "The organisation as it is now") },
  handle: (c) => putOrganisation(c.var.deps, c.var.actor, c.req.valid("json")),
});
