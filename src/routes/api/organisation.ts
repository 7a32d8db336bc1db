import { KeyRename } from "../../model/change/renamed-keys.ts";
import { Organisation } from "../../model/organisation-document.ts";
import { putOrganisation, renameOrganisationKey } from "../../registry/changes/settings.ts";
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

route("post", "/v1/organisation/rename-key", {
  operationId: "renameKey",
  summary: "Give a product or hosting region another key, wherever it is named; nobody is told, as nothing changes",
  scope: "admin",
  request: { body: json(KeyRename) },
  responses: { 200: ok(Organisation, "The organisation as it is now") },
  handle: (c) => renameOrganisationKey(c.var.deps, c.var.actor, c.req.valid("json")),
});
