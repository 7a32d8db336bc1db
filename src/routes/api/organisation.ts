import { z } from "@hono/zod-openapi";
import { KeyRename } from "../../model/change/renamed-keys.ts";
import { Organisation } from "../../model/organisation-document.ts";
import { documentTag } from "../../model/values/entity-tag.ts";
import { patchOrganisation, putOrganisation, renameOrganisationKey } from "../../registry/changes/settings.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IfMatch, json, ok, withEtag } from "../frame/contract.ts";

export const organisationRoutes = createRouter();

const route = apiRoutes(organisationRoutes, "organisation");

route("get", "/v1/organisation", {
  operationId: "getOrganisation",
  summary: "Who publishes this registry, and its terms",
  scope: "read",
  responses: { 200: { ...ok(Organisation, "The organisation"), headers: withEtag } },
  handle: async (c) => {
    const organisation = await getOrganisation(c.var.deps.db);
    c.header("etag", documentTag(organisation));
    // As it is stored: what was taken once might be refused today.
    return c.json(organisation);
  },
});

route("put", "/v1/organisation", {
  operationId: "putOrganisation",
  summary: "Replace the organisation's settings, and publish them",
  scope: "admin",
  request: { headers: IfMatch, body: json(Organisation) },
  responses: { 200: { ...ok(Organisation, "The organisation as it is now"), headers: withEtag } },
  refuses: ["stale-version"],
  handle: async (c) => {
    const ifMatch = c.req.valid("header")["If-Match"];
    const organisation = await putOrganisation(c.var.deps, c.var.actor, c.req.valid("json"), { ifMatch });
    c.header("etag", documentTag(organisation));
    return organisation;
  },
});

/** Any object: what it makes of the organisation is checked whole. */
const OrganisationPatch = z
  .custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null && !Array.isArray(value), {
    error: "must be an object",
  })
  .openapi("OrganisationPatch", { type: "object", additionalProperties: true });

route("patch", "/v1/organisation", {
  operationId: "patchOrganisation",
  summary: "Change some of the organisation's settings by a JSON merge patch (RFC 7396), and publish them",
  scope: "admin",
  request: {
    headers: IfMatch,
    body: {
      required: true,
      content: {
        "application/json": { schema: OrganisationPatch },
        "application/merge-patch+json": { schema: OrganisationPatch },
      },
    },
  },
  responses: { 200: { ...ok(Organisation, "The organisation as it is now"), headers: withEtag } },
  refuses: ["stale-version"],
  handle: async (c) => {
    const ifMatch = c.req.valid("header")["If-Match"];
    const organisation = await patchOrganisation(c.var.deps, c.var.actor, c.req.valid("json"), { ifMatch });
    c.header("etag", documentTag(organisation));
    return organisation;
  },
});

route("post", "/v1/organisation/rename-key", {
  operationId: "renameKey",
  summary: "Give a product or hosting region another key, wherever it is named; nobody is told, as nothing changes",
  scope: "admin",
  request: { body: json(KeyRename) },
  responses: { 200: ok(Organisation, "The organisation as it is now") },
  handle: (c) => renameOrganisationKey(c.var.deps, c.var.actor, c.req.valid("json")),
});
