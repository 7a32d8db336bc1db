import { createRoute, z } from "@hono/zod-openapi";
import { previewMails } from "../notify/preview.ts";
import { announceChangeSet } from "../registry/announce.ts";
import { deliveryProgress, getChangeSet, listChangeSets, previewChangeSet } from "../registry/change-sets.ts";
import { MOST_NAMED, MOST_READERS } from "../registry/concerned.ts";
import { DateOn } from "../registry/dates.ts";
import { createDraft, deleteDraft, editDraft } from "../registry/drafts.ts";
import { findingsOfSet } from "../registry/findings.ts";
import { approveDraft } from "../registry/four-eyes.ts";
import { waiveApprovals } from "../registry/specific-authorisation.ts";
import { Key, Locale, prose } from "../registry/text.ts";
import { withdrawChangeSet } from "../registry/withdraw.ts";
import { scoped } from "./auth.ts";
import { ChangeSet, Emergency, WeightOverride } from "./change-set-schema.ts";
import { createRouter } from "./context.ts";
import {
  announceRefusals,
  bodyRefusals,
  decodeCursor,
  IdempotencyHeader,
  json,
  LAST_CHANGE_SET,
  ok,
  PageQuery,
  page,
  postRefusals,
  refusals,
  toPage,
  wholeNumber,
} from "./contract.ts";
import { Finding, FindingCodes } from "./transfer-schema.ts";

export const changeSetRoutes = createRouter();

const tags = ["change sets"];
const NumberParam = z.object({ number: wholeNumber(0, LAST_CHANGE_SET) });

const list = createRoute({
  method: "get",
  path: "/v1/change-sets",
  operationId: "listChangeSets",
  summary: "Change sets, newest first",
  tags,
  ...scoped("read"),
  request: { query: PageQuery.strict() },
  responses: { 200: ok(page(ChangeSet), "A page of change sets"), ...refusals() },
});

changeSetRoutes.openapi(list, async (c) => {
  const { limit, cursor } = c.req.valid("query");
  const position = decodeCursor(cursor, /^\d{1,9}$/);
  const sets = await listChangeSets(c.var.deps, {
    limit: limit + 1,
    before: position === null ? null : Number(position),
  });
  return c.json(page(ChangeSet).parse(toPage(sets, limit, ({ number }) => String(number))), 200);
});

const DraftInput = z
  .strictObject({
    effectiveOn: DateOn.nullable().optional(),
    reason: prose(2000).nullable().optional(),
    emergency: Emergency.nullable().optional(),
  })
  .openapi("DraftInput");

const create = createRoute({
  method: "post",
  path: "/v1/change-sets",
  operationId: "createChangeSet",
  summary: "Start an empty draft",
  tags,
  ...scoped("write"),
  request: { headers: IdempotencyHeader, body: json(DraftInput) },
  responses: {
    201: ok(ChangeSet, "The draft"),
    ...refusals(...postRefusals, "effective-date-in-the-past"),
  },
});

changeSetRoutes.openapi(create, async (c) => {
  const number = await createDraft(c.var.deps, c.req.valid("json"), c.var.actor);
  return c.json(ChangeSet.parse(await getChangeSet(c.var.deps, number)), 201);
});

const ChangeSetWithDeliveries = ChangeSet.extend({
  deliveries: z.record(z.string(), z.int()).openapi({ description: "How many deliveries are in each state." }),
}).openapi("ChangeSetWithDeliveries");

const get = createRoute({
  method: "get",
  path: "/v1/change-sets/{number}",
  operationId: "getChangeSet",
  summary: "A change set, and how far its notices have come",
  tags,
  ...scoped("read"),
  request: { params: NumberParam },
  responses: { 200: ok(ChangeSetWithDeliveries, "The change set"), ...refusals("not-found") },
});

changeSetRoutes.openapi(get, async (c) => {
  const { number } = c.req.valid("param");
  const set = await getChangeSet(c.var.deps, number);
  const deliveries = await deliveryProgress(c.var.deps.db, number);
  return c.json(ChangeSetWithDeliveries.parse({ ...set, deliveries }), 200);
});

const DraftPatch = DraftInput.extend({
  weights: z.record(Key, WeightOverride.nullable()).optional().openapi({
    description: "Another weight than the computed one, by vendor slug, with the reason; null takes it back.",
  }),
}).openapi("DraftPatch");

const patch = createRoute({
  method: "patch",
  path: "/v1/change-sets/{number}",
  operationId: "patchChangeSet",
  summary: "Edit a draft's terms or weights",
  tags,
  ...scoped("write"),
  request: { params: NumberParam, body: json(DraftPatch) },
  responses: {
    200: ok(ChangeSet, "The draft"),
    ...refusals(...bodyRefusals, "not-found", "not-a-draft", "effective-date-in-the-past"),
  },
});

changeSetRoutes.openapi(patch, async (c) => {
  const { number } = c.req.valid("param");
  await editDraft(c.var.deps, number, c.req.valid("json"), c.var.actor);
  return c.json(ChangeSet.parse(await getChangeSet(c.var.deps, number)), 200);
});

const remove = createRoute({
  method: "delete",
  path: "/v1/change-sets/{number}",
  operationId: "deleteChangeSet",
  summary: "Delete a draft",
  tags,
  ...scoped("write"),
  request: { params: NumberParam },
  responses: { 204: { description: "The draft is gone" }, ...refusals("not-found", "not-a-draft") },
});

changeSetRoutes.openapi(remove, async (c) => {
  await deleteDraft(c.var.deps, c.req.valid("param").number, c.var.actor);
  return c.body(null, 204);
});

const NamedCustomer = z.object({ externalId: z.string(), name: z.string() });

const Preview = z
  .object({
    changeSet: ChangeSet,
    earliestEffectiveOn: DateOn,
    decidedBy: z
      .array(z.object({ customer: z.string(), name: z.string(), earliestEffectiveOn: DateOn, withoutIt: DateOn }))
      .openapi({
        description:
          "The customers whose contract sets the earliest date, where the organisation's own notice period does not; `withoutIt` is the earliest date if that one customer were not concerned.",
      }),
    recipients: z.object({ contacts: z.int(), followers: z.int(), byLocale: z.record(z.string(), z.int()) }),
    unreachable: z.array(NamedCustomer).openapi({ description: "Concerned customers whom nobody can be told for." }),
    approvals: z
      .array(NamedCustomer)
      .openapi({ description: "Concerned customers whose contract asks for their approval." }),
    totals: z
      .object({
        decidedBy: z.int(),
        unreachable: z.int(),
        approvals: z.int(),
        mailsToContacts: z.int().openapi({
          description: `How many different mails contacts would get; the ${MOST_READERS} that most get are shown.`,
        }),
      })
      .openapi({ description: `How many customers there are of each kind; at most ${MOST_NAMED} are named.` }),
    findings: z
      .array(Finding)
      .openapi({ description: "About the documents of the set, on the day it takes effect. Errors block announcing." }),
    mails: z
      .array(
        z.object({
          locale: Locale,
          audience: z.enum(["followers", "contacts"]),
          lastDayToObjectOn: z.iso.date().nullable().openapi({ description: "The reader's own." }),
          authorisation: z
            .enum(["general", "specific"])
            .nullable()
            .openapi({ description: "By contract; null for followers." }),
          subject: z.string(),
          text: z.string(),
          html: z.string(),
        }),
      )
      .openapi({
        description:
          "To followers, one per language, unless only contacts would be told; to contacts, one per language and terms.",
      }),
  })
  .openapi("Preview");

const preview = createRoute({
  method: "get",
  path: "/v1/change-sets/{number}/preview",
  operationId: "previewChangeSet",
  summary: "What announcing would mean today: the earliest date, who is told, and the mails as they would be sent",
  tags,
  ...scoped("read"),
  request: { params: NumberParam },
  responses: { 200: ok(Preview, "The preview"), ...refusals("not-found") },
});

changeSetRoutes.openapi(preview, async (c) => {
  const preview = await previewChangeSet(c.var.deps, c.req.valid("param").number);
  const { decidedBy, unreachable, approvals, readers } = preview;
  const named = { decidedBy: decidedBy.named, unreachable: unreachable.named, approvals: approvals.named };
  const totals = {
    decidedBy: decidedBy.total,
    unreachable: unreachable.total,
    approvals: approvals.total,
    mailsToContacts: readers.total,
  };
  const effectiveOn = preview.changeSet.effectiveOn ?? preview.earliestEffectiveOn;
  const findings = await findingsOfSet(c.var.deps, preview.changeSet.number, effectiveOn);
  const mails = await previewMails(c.var.deps, preview);
  return c.json(Preview.parse({ ...preview, ...named, totals, findings, mails }), 200);
});

const approve = createRoute({
  method: "post",
  path: "/v1/change-sets/{number}/approve",
  operationId: "approveChangeSet",
  summary: "Approve a draft that others have written; any edit takes it back",
  tags,
  ...scoped("announce"),
  request: { params: NumberParam, headers: IdempotencyHeader },
  responses: {
    200: ok(ChangeSet, "The draft, approved"),
    ...refusals("idempotency-key-reused", "not-found", "not-a-draft", "empty-change-set", "own-draft"),
  },
});

changeSetRoutes.openapi(approve, async (c) => {
  const { number } = c.req.valid("param");
  await approveDraft(c.var.deps, number, c.var.actor);
  return c.json(ChangeSet.parse(await getChangeSet(c.var.deps, number)), 200);
});

const Announcement = z
  .strictObject({
    effectiveOn: DateOn.optional(),
    emergency: Emergency.optional(),
    baseline: z.boolean().optional(),
    acceptFindings: z.array(FindingCodes).min(1).max(FindingCodes.options.length).optional().openapi({
      description:
        "Codes of findings of severity error that are announced all the same; `acceptFindingsReason` says why.",
    }),
    acceptFindingsReason: prose(2000).optional(),
  })
  .refine(({ acceptFindings, acceptFindingsReason }) => !acceptFindings || acceptFindingsReason, {
    path: ["acceptFindingsReason"],
    error: "is required with acceptFindings",
  })
  .refine(({ acceptFindings, acceptFindingsReason }) => !acceptFindingsReason || acceptFindings, {
    path: ["acceptFindings"],
    error: "is required with acceptFindingsReason",
  })
  .refine(({ baseline, effectiveOn, emergency }) => !baseline || !(effectiveOn || emergency), {
    path: ["baseline"],
    error: "takes effect at once, and takes no date or emergency",
  })
  .openapi("Announcement");

const announce = createRoute({
  method: "post",
  path: "/v1/change-sets/{number}/announce",
  operationId: "announceChangeSet",
  summary: "Publish a draft, and owe its notice to everyone concerned",
  tags,
  ...scoped("announce"),
  request: { params: NumberParam, headers: IdempotencyHeader, body: { ...json(Announcement), required: false } },
  responses: {
    200: ok(ChangeSet, "The change set, announced"),
    ...refusals(...postRefusals, ...announceRefusals, "not-an-empty-registry"),
  },
});

changeSetRoutes.openapi(announce, async (c) => {
  const { number } = c.req.valid("param");
  const { acceptFindings: codes, acceptFindingsReason: reason, ...terms } = c.req.valid("json");
  const accepted = codes && reason ? { codes, reason } : undefined;
  await announceChangeSet(c.var.deps, number, { ...terms, accepted }, c.var.actor);
  c.var.kick();
  return c.json(ChangeSet.parse(await getChangeSet(c.var.deps, number)), 200);
});

const Waiver = z.strictObject({ reason: prose(2000) }).openapi("Waiver");

const waive = createRoute({
  method: "post",
  path: "/v1/change-sets/{number}/waive-approvals",
  operationId: "waiveApprovals",
  summary: "Let an announced change take effect on its date without the approvals it waits for",
  tags,
  ...scoped("announce"),
  request: { params: NumberParam, headers: IdempotencyHeader, body: json(Waiver) },
  responses: {
    200: ok(ChangeSet, "The change set, which no longer waits"),
    ...refusals(...postRefusals, "not-found", "not-announced", "not-awaiting-approval"),
  },
});

changeSetRoutes.openapi(waive, async (c) => {
  const { number } = c.req.valid("param");
  await waiveApprovals(c.var.deps, number, c.req.valid("json").reason, c.var.actor);
  return c.json(ChangeSet.parse(await getChangeSet(c.var.deps, number)), 200);
});

const Withdrawal = z.strictObject({ reason: prose(2000).optional() }).openapi("Withdrawal");

const withdraw = createRoute({
  method: "post",
  path: "/v1/change-sets/{number}/withdraw",
  operationId: "withdrawChangeSet",
  summary: "Take an announced change back before it takes effect, and tell those who were told",
  tags,
  ...scoped("announce"),
  request: { params: NumberParam, headers: IdempotencyHeader, body: { ...json(Withdrawal), required: false } },
  responses: {
    200: ok(ChangeSet, "The change set, withdrawn"),
    ...refusals(...postRefusals, "not-found", "not-announced", "already-effective", "later-change-exists"),
  },
});

changeSetRoutes.openapi(withdraw, async (c) => {
  const { number } = c.req.valid("param");
  await withdrawChangeSet(c.var.deps, number, c.req.valid("json").reason ?? null, c.var.actor);
  c.var.kick();
  return c.json(ChangeSet.parse(await getChangeSet(c.var.deps, number)), 200);
});
