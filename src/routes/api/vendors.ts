import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { VendorStatus } from "../../model/change/history.ts";
import { VendorView } from "../../model/change/register.ts";
import type { KeyScope } from "../../model/values/api-key.ts";
import { DateOn } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { Key, type Locale, Reason } from "../../model/values/text.ts";
import { VendorInput } from "../../model/vendor/vendor-document.ts";
import {
  describeVendor,
  type JudgedVendor as Judged,
  judgeVendor,
  listVendors,
  vendorPages,
} from "../../registry/changes/vendor-list.ts";
import {
  addVendor,
  type EditTarget,
  etagOf,
  findVendor,
  patchVendor,
  removeVendor,
} from "../../registry/changes/vendors.ts";
import { demandScope } from "../frame/auth.ts";
import { type App, createRouter } from "../frame/context.ts";
import {
  announceRefusals,
  apiRoutes,
  IfMatch,
  json,
  LAST_CHANGE_SET,
  ok,
  page,
  pageQuery,
  QueryFlag,
  soughtText,
  wholeNumber,
  withEtag,
} from "../frame/contract.ts";
import { Finding, findingAnswer } from "../frame/finding.ts";
import { ChangeSet, shownChangeSet } from "./change-set-schema.ts";
import { EXAMPLES } from "./examples.ts";
import { transferAnswer } from "./transfer-answers.ts";
import { Transfer } from "./transfer-schema.ts";

export const vendorRoutes = createRouter();

const route = apiRoutes(vendorRoutes, "vendors");

const JudgedVendor = VendorView.extend({
  transfers: z.array(Transfer).openapi({ description: "Its services under each of the organisation's regimes." }),
  findings: z.array(Finding),
})
  .describe("A vendor with its verdicts and findings.")
  .openapi("JudgedVendor");

export const SlugParam = z.object({ slug: Key.describe("The vendor's.") });

const EditQuery = z.strictObject({
  changeSet: wholeNumber(1, LAST_CHANGE_SET)
    .optional()
    .openapi({ description: "Add to this draft instead of a new one." }),
  effectiveOn: DateOn.optional().describe("The day it is to take effect: goes into the draft, and is announced."),
  reason: Reason.optional().describe("Why: readers are told."),
  announce: QueryFlag.optional().openapi({ description: "Announce the draft at once (scope `announce`)." }),
});

const AddQuery = EditQuery.extend({
  returning: QueryFlag.optional().openapi({
    description:
      "It is the vendor that the slug was of before, and goes on with its history. Else a slug that was another's is not " +
      "given again: one derived from the name gets a number, one that is chosen is refused.",
  }),
});

/** Any object: what it makes of the vendor is checked whole. (A record would drop a `__proto__` without a word.) */
const VendorPatch = z
  .custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null && !Array.isArray(value), {
    error: "must be an object",
  })
  .openapi("VendorPatch", {
    type: "object",
    additionalProperties: true,
    description: "Members of a VendorDocument; null takes one away, a list is replaced whole.",
  });

/** A set may change hundreds of vendors. */
const SetOfEdit = ChangeSet.openapi({
  description: "The change set. Its `changes` are here only what the edit made of this vendor; the set itself has all.",
});

const Edited = z
  .object({ vendor: JudgedVendor, changeSet: SetOfEdit })
  .describe("What an edit made.")
  .openapi("EditedVendor");

/** What every edit may refuse, announcing it at once included. */
const editRefusals = [...announceRefusals, "nothing-changed"] as const;

/** Where an edit goes by its query; announcing at once takes the scope to announce. */
function targetOf(scopes: KeyScope[], query: z.output<typeof EditQuery>): EditTarget {
  if (query.announce) demandScope(scopes, "announce");
  return query;
}

const vendorAnswer = (vendor: Judged, locale: Locale) => ({
  ...vendor,
  transfers: vendor.transfers.map(transferAnswer(locale)),
  findings: vendor.findings.map(findingAnswer(locale)),
});

/** The answer to an edit: the vendor and the change set as they are now. */
async function edited(c: Context<App>, done: { slug: string; changeSet: number }) {
  const { deps, locale } = c.var;
  const vendor = await judgeVendor(deps, await describeVendor(deps, done.slug, { changeSet: done.changeSet }));
  return {
    vendor: vendorAnswer(vendor, await locale()),
    changeSet: await shownChangeSet(c, done.changeSet, done.slug),
  };
}

route("get", "/v1/vendors", {
  operationId: "listVendors",
  summary: "Vendors, by slug",
  description: "All there are, drafted and removed ones too; `at` gives the list in force on a date.",
  scope: "read",
  request: {
    query: pageQuery(vendorPages, {
      at: DateOn.optional().describe("The list in force on that day, and nothing else."),
      status: VendorStatus.optional(),
      q: z.literal("").or(soughtText(200)).optional().describe("Part of a name, the legal entity or a former name."),
    }),
  },
  responses: { 200: ok(page(VendorView), "A page of vendors") },
  handle: (c) => listVendors(c.var.deps, c.req.valid("query")),
});

route("post", "/v1/vendors", {
  operationId: "addVendor",
  summary: "Add a vendor",
  description:
    "In a new draft, or in the one that `changeSet` names; with `announce=true` it is announced at once, as by the announcing operation, with the same refusals. Refuses a slug that is or was another vendor's.",
  scope: "write",
  request: { query: AddQuery, body: json(VendorInput, EXAMPLES.addVendor) },
  responses: { 201: { ...ok(Edited, "The vendor, and the change set that adds it"), headers: withEtag } },
  refuses: ["slug-taken", ...editRefusals],
  handle: async (c) => {
    const { deps, actor, scopes } = c.var;
    const { returning, ...query } = c.req.valid("query");
    const target = { ...targetOf(scopes, query), returning };
    const done = await addVendor(deps, actor, c.req.valid("json"), target);
    c.header("etag", etagOf(await findVendor(deps.db, done.slug)));
    return edited(c, done);
  },
});

route("get", "/v1/vendors/{slug}", {
  operationId: "getVendor",
  summary: "A vendor",
  description:
    "As it is in force, or else as it is to come, drafted or last was; with its verdicts and findings. `ETag` is its version.",
  scope: "read",
  request: {
    params: SlugParam,
    query: z.strictObject({ at: DateOn.optional().describe("As it was, or will be, in force on that day.") }),
  },
  responses: { 200: { ...ok(JudgedVendor, "The vendor"), headers: withEtag } },
  refuses: ["not-found"],
  handle: async (c) => {
    const { deps } = c.var;
    const { slug } = c.req.valid("param");
    const { at } = c.req.valid("query");
    c.header("etag", etagOf(await findVendor(deps.db, slug)));
    const vendor = await judgeVendor(deps, await describeVendor(deps, slug, { at }), at);
    return vendorAnswer(vendor, await c.var.locale());
  },
});

route("patch", "/v1/vendors/{slug}", {
  operationId: "patchVendor",
  summary: "Change a vendor",
  description:
    "A JSON merge patch (RFC 7396) onto its newest version: lists are replaced whole. Goes into a draft, or is announced at once, as adding does. Refuses what changes nothing, and a version that is past.",
  scope: "write",
  request: {
    params: SlugParam,
    query: EditQuery,
    headers: IfMatch,
    body: {
      required: true,
      content: {
        "application/json": { schema: VendorPatch, example: EXAMPLES.patchVendor },
        "application/merge-patch+json": { schema: VendorPatch, example: EXAMPLES.patchVendor },
      },
    },
  },
  responses: { 200: { ...ok(Edited, "The vendor, and the change set that changes it"), headers: withEtag } },
  refuses: ["vendor-not-listed", "stale-version", ...editRefusals],
  handle: async (c) => {
    const { deps, actor, scopes } = c.var;
    const { slug } = c.req.valid("param");
    const target = { ...targetOf(scopes, c.req.valid("query")), ifMatch: c.req.valid("header")["If-Match"] };
    const done = await patchVendor(deps, actor, slug, c.req.valid("json"), target);
    c.header("etag", etagOf(await findVendor(deps.db, slug)));
    return edited(c, done);
  },
});

route("delete", "/v1/vendors/{slug}", {
  operationId: "removeVendor",
  summary: "Remove a vendor",
  description: "In a draft, or announced at once, as adding does. Its history and its page stay.",
  scope: "write",
  request: { params: SlugParam, query: EditQuery, headers: IfMatch },
  responses: {
    200: ok(
      z
        .object({ vendor: VendorView.nullable(), changeSet: SetOfEdit })
        .describe("What removing made.")
        .openapi("RemovedVendor"),
      "The vendor as it still is (null when it was only drafted), and the change set that removes it",
    ),
  },
  refuses: ["vendor-not-listed", "stale-version", ...editRefusals],
  handle: async (c) => {
    const { deps, actor, scopes } = c.var;
    const { slug } = c.req.valid("param");
    const target = { ...targetOf(scopes, c.req.valid("query")), ifMatch: c.req.valid("header")["If-Match"] };
    const done = await removeVendor(deps, actor, slug, target);
    const changeSet = await shownChangeSet(c, done.changeSet, done.slug);
    const vendor = await describeVendor(deps, slug, {}).catch((error: unknown) => {
      if (error instanceof Refusal && error.slug === "not-found") return null;
      throw error;
    });
    return { vendor, changeSet };
  },
});
