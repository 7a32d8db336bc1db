import { z } from "@hono/zod-openapi";
import { KeyRename } from "../../model/change/renamed-keys.ts";
import { Organisation } from "../../model/organisation-document.ts";
import { documentTag } from "../../model/values/entity-tag.ts";
import { patchOrganisation, putOrganisation, renameOrganisationKey } from "../../registry/changes/settings.ts";
import { getOrganisation } from "../../registry/log/organisation.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, IfMatch, json, ok, withEtag } from "../frame/contract.ts";
import { EXAMPLES } from "./examples.ts";

export const organisationRoutes = createRouter();

const route = apiRoutes(organisationRoutes, "organisation");

route("get", "/v1/organisation", {
  operationId: "getOrganisation",
  summary: "The organisation and its terms",
  description: "As they were set, with their defaults. `ETag` is their version.",
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
  summary: "Replace the organisation's settings",
  description:
    "What is not named takes its default: to change a part, PATCH. Publishes a new version of the list. Nobody is mailed, but contacts and followers where the publisher has another name. Refuses a product or region that is taken away while a vendor or customer names it, and a key that was another's.",
  scope: "admin",
  request: { headers: IfMatch, body: json(Organisation, EXAMPLES.putOrganisation) },
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
  .openapi("OrganisationPatch", {
    type: "object",
    additionalProperties: true,
    description: "Members of an Organisation; null takes one away.",
  });

route("patch", "/v1/organisation", {
  operationId: "patchOrganisation",
  summary: "Change some of the organisation's settings",
  description:
    "A JSON merge patch (RFC 7396): what is named is replaced, null takes away, the rest stays. Otherwise as PUT.",
  scope: "admin",
  request: {
    headers: IfMatch,
    body: {
      required: true,
      content: {
        "application/json": { schema: OrganisationPatch, example: EXAMPLES.patchOrganisation },
        "application/merge-patch+json": { schema: OrganisationPatch, example: EXAMPLES.patchOrganisation },
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
  summary: "Rename a product's or region's key",
  description:
    "Wherever documents, customers and followers name it. Nobody is told, as nothing changes. The former key is given to nothing else.",
  scope: "admin",
  request: { body: json(KeyRename, EXAMPLES.renameKey) },
  responses: { 200: ok(Organisation, "The organisation as it is now") },
  handle: (c) => renameOrganisationKey(c.var.deps, c.var.actor, c.req.valid("json")),
});
