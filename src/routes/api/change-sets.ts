import { z } from "@hono/zod-openapi";
import { DatedState } from "../../model/change/change-set.ts";
import { DraftAsRead, DraftEdit, DraftTerms } from "../../model/change/draft.ts";
import { Key } from "../../model/values/text.ts";
import { FieldChange } from "../../model/vendor/diff.ts";
import { Conflict } from "../../model/vendor/rebase.ts";
import { changeSetPages, deliveryProgress, getChangeSet, listChangeSets } from "../../registry/changes/change-sets.ts";
import { dropChange, rebaseChange } from "../../registry/changes/draft/changes.ts";
import { createDraft, deleteDraft, editDraft } from "../../registry/changes/draft/drafts.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok, page, pageQuery, soughtText } from "../frame/contract.ts";
import { Change, ChangeSet, changeSetAnswer, NumberParam, shownChangeSet } from "./change-set-schema.ts";
import { EXAMPLES } from "./examples.ts";

export const changeSetRoutes = createRouter();

const route = apiRoutes(changeSetRoutes, "change sets");

route("get", "/v1/change-sets", {
  operationId: "listChangeSets",
  summary: "Change sets",
  description: "Newest first, drafts included.",
  scope: "read",
  request: {
    query: pageQuery(changeSetPages, {
      reference: soughtText(200).optional().describe("The one with this id of your own."),
      state: DatedState.optional().openapi({ description: "Only those that are this today." }),
    }),
  },
  responses: { 200: ok(page(ChangeSet), "A page of change sets") },
  handle: async (c) => {
    const { state, ...query } = c.req.valid("query");
    const { data, next } = await listChangeSets(c.var.deps, { ...query, states: state && [state] });
    const answers = data.map(changeSetAnswer(await c.var.locale()));
    return { data: answers, next };
  },
});

route("post", "/v1/change-sets", {
  operationId: "createChangeSet",
  summary: "Start an empty draft",
  description:
    "Edits are put into it by `changeSet`. Refuses a date that has passed, and a reference that another set has.",
  scope: "write",
  request: { body: json(DraftTerms, EXAMPLES.createChangeSet) },
  responses: { 201: ok(ChangeSet, "The draft") },
  refuses: ["effective-date-in-the-past", "reference-taken"],
  handle: async (c) => {
    const number = await createDraft(c.var.deps, c.var.actor, c.req.valid("json"));
    return shownChangeSet(c, number);
  },
});

const ChangeSetWithDeliveries = ChangeSet.extend({
  deliveries: z.record(z.string(), z.int()).openapi({ description: "How many deliveries are in each state." }),
})
  .describe("A change set, and how far its notices have come.")
  .openapi("ChangeSetWithDeliveries");

route("get", "/v1/change-sets/{number}", {
  operationId: "getChangeSet",
  summary: "A change set",
  description: "With how many of its mails are in which state.",
  scope: "read",
  request: { params: NumberParam },
  responses: { 200: ok(ChangeSetWithDeliveries, "The change set") },
  refuses: ["not-found"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    const set = await getChangeSet(c.var.deps, number);
    const deliveries = await deliveryProgress(c.var.deps.db, number);
    return { ...changeSetAnswer(await c.var.locale())(set), deliveries };
  },
});

const DraftPatch = z
  .strictObject({ ...DraftEdit.shape, ...DraftAsRead.shape })
  .describe("An edit of a draft: what is not named stays.")
  .openapi("DraftPatch");

route("patch", "/v1/change-sets/{number}", {
  operationId: "patchChangeSet",
  summary: "Edit a draft's terms",
  description:
    "Its date, reason, emergency, and of its changes the weights, dates and whom an added vendor replaces. What is not named stays. Takes back an approval. Refuses a set that was announced.",
  scope: "write",
  request: { params: NumberParam, body: json(DraftPatch, EXAMPLES.patchChangeSet) },
  responses: { 200: ok(ChangeSet, "The draft") },
  refuses: ["not-found", "not-a-draft", "draft-changed", "effective-date-in-the-past", "reference-taken"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    const { draftHash, ...edit } = c.req.valid("json");
    await editDraft(c.var.deps, c.var.actor, number, edit, { draftHash });
    return shownChangeSet(c, number);
  },
});

/** Where there is no body to name it in. */
const AsRead = z.strictObject(DraftAsRead.shape);

route("delete", "/v1/change-sets/{number}", {
  operationId: "deleteChangeSet",
  summary: "Delete a draft",
  description: "Vendors that only it has drafted are gone too. Refuses a set that was announced.",
  scope: "write",
  request: { params: NumberParam, query: AsRead },
  responses: { 204: { description: "The draft is gone" } },
  refuses: ["not-found", "not-a-draft", "draft-changed"],
  handle: (c) => deleteDraft(c.var.deps, c.var.actor, c.req.valid("param").number, c.req.valid("query")),
});

const ChangeParam = NumberParam.extend({ slug: Key.describe("The vendor's.") });

const Rebased = z
  .object({
    vendor: Key.describe("The vendor's slug."),
    changeSet: z.int().describe("The draft."),
    change: Change.nullable().openapi({ description: "As it is now; null where nothing is left of it." }),
    announced: z.array(FieldChange).openapi({ description: "What was announced under it." }),
    conflicts: z.array(Conflict).describe("What both have changed."),
  })
  .describe("A draft's change on top of what was announced since.")
  .openapi("RebasedChange");

route("post", "/v1/change-sets/{number}/changes/{slug}/rebase", {
  operationId: "rebaseChange",
  summary: "Apply a draft's change again",
  description:
    "Where the vendor was announced anew since: what only the announcement changed is taken over, what both did stays as drafted, and is listed.",
  scope: "write",
  request: { params: ChangeParam },
  responses: { 200: ok(Rebased, "The change, what was announced under it, and what both have changed") },
  refuses: ["not-found", "not-a-draft", "nothing-changed", "vendor-not-listed"],
  handle: async (c) => {
    const { number, slug } = c.req.valid("param");
    const { announced, conflicts } = await rebaseChange(c.var.deps, c.var.actor, number, slug);
    const [change = null] = (await shownChangeSet(c, number, slug)).changes;
    return { vendor: slug, changeSet: number, change, announced, conflicts };
  },
});

route("delete", "/v1/change-sets/{number}/changes/{slug}", {
  operationId: "dropChange",
  summary: "Take a change out of a draft",
  description: "The vendor stays as it was.",
  scope: "write",
  request: { params: ChangeParam, query: AsRead },
  responses: { 204: { description: "The draft no longer changes the vendor" } },
  refuses: ["not-found", "not-a-draft", "draft-changed"],
  handle: (c) => {
    const { number, slug } = c.req.valid("param");
    return dropChange(c.var.deps, c.var.actor, number, slug, c.req.valid("query"));
  },
});
