import { z } from "@hono/zod-openapi";
import { Correction } from "../../model/change/change-set.ts";
import { DraftAsRead } from "../../model/change/draft.ts";
import { NamedCustomer } from "../../model/people/customer-document.ts";
import { DateOn } from "../../model/values/dates.ts";
import { ObjectionPeriod, Period } from "../../model/values/period.ts";
import { Key, prose } from "../../model/values/text.ts";
import { PreviewedMail, previewMails } from "../../notify/preview/announcement.ts";
import { announceChangeSet } from "../../registry/changes/announce.ts";
import { correctChangeSet, NewCorrection } from "../../registry/changes/announced/correct.ts";
import { NewPostponement, postponeChangeSet } from "../../registry/changes/announced/postpone.ts";
import { withdrawChangeSet } from "../../registry/changes/announced/withdraw.ts";
import { Announcement } from "../../registry/changes/announcement.ts";
import { findingsOfSet } from "../../registry/changes/findings/of-changes.ts";
import { approveDraft } from "../../registry/changes/four-eyes.ts";
import { MOST_NAMED } from "../../registry/changes/named-customers.ts";
import { previewChangeSet } from "../../registry/changes/preview.ts";
import { MOST_READERS } from "../../registry/changes/readers.ts";
import { waiveApprovals } from "../../registry/changes/release.ts";
import { createRouter } from "../frame/context.ts";
import { announceRefusals, apiRoutes, json, ok } from "../frame/contract.ts";
import { Finding, findingAnswer } from "../frame/finding.ts";
import { ChangeSet, changeSetAnswer, NumberParam, shownChangeSet } from "./change-set-schema.ts";

/** What becomes of a draft: it is looked over, approved, announced, and perhaps corrected or taken back. */
export const announcingRoutes = createRouter();

const route = apiRoutes(announcingRoutes, "change sets");

const Preview = z
  .object({
    changeSet: ChangeSet,
    draftHash: z.string().nullable().openapi({
      description:
        "What is previewed: approving and announcing with it refuse a draft that was edited since. Null once announced.",
    }),
    overtaken: z.array(z.string()).openapi({
      description:
        "Vendors announced anew since this draft: each has to be rebased or dropped before the draft can be announced.",
    }),
    earliestEffectiveOn: DateOn,
    decidedBy: z
      .array(
        z.object({
          customer: z.string(),
          name: z.string(),
          earliestEffectiveOn: DateOn,
          withoutIt: DateOn,
          noticePeriod: Period.nullable(),
          objectionPeriod: ObjectionPeriod.nullable(),
        }),
      )
      .openapi({
        description:
          "The customers whose contract sets the earliest date, where the organisation's own notice period does not; `withoutIt` is the earliest date if that one customer were not concerned. The periods are those that the contract states; null: the organisation's.",
      }),
    days: z.array(z.object({ vendor: Key, earliestEffectiveOn: DateOn, waits: z.boolean() })).openapi({
      description: "Of each change the first day that announcing takes, and whether it waits for anybody.",
    }),
    concerned: z.array(NamedCustomer).openapi({ description: "The customers whom any of it concerns." }),
    recipients: z.object({ contacts: z.int(), followers: z.int(), byLocale: z.record(z.string(), z.int()) }),
    unreachable: z.array(NamedCustomer).openapi({ description: "Concerned customers whom nobody can be told for." }),
    approvals: z
      .array(NamedCustomer)
      .openapi({ description: "Concerned customers whose contract asks for their approval." }),
    totals: z
      .object({
        decidedBy: z.int(),
        concerned: z.int(),
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
    mails: z.array(PreviewedMail).openapi({
      description:
        "To followers, one per language, unless only contacts would be told; to contacts, one per language and terms.",
    }),
  })
  .openapi("Preview");

route("get", "/v1/change-sets/{number}/preview", {
  operationId: "previewChangeSet",
  summary: "What announcing would mean today: the earliest date, who is told, and the mails as they would be sent",
  scope: "read",
  request: { params: NumberParam },
  responses: { 200: ok(Preview, "The preview") },
  refuses: ["not-found"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    const { deps } = c.var;
    const locale = await c.var.locale();
    const preview = await previewChangeSet(deps, number);
    const { decidedBy, concerned, unreachable, approvals, readers } = preview;
    const named = {
      decidedBy: decidedBy.named,
      concerned: concerned.named,
      unreachable: unreachable.named,
      approvals: approvals.named,
    };
    const totals = {
      decidedBy: decidedBy.total,
      concerned: concerned.total,
      unreachable: unreachable.total,
      approvals: approvals.total,
      mailsToContacts: readers.total,
    };
    const effectiveOn = preview.changeSet.effectiveOn ?? preview.earliestEffectiveOn;
    return {
      ...preview,
      ...named,
      totals,
      changeSet: changeSetAnswer(locale)(preview.changeSet),
      findings: (await findingsOfSet(deps, number, effectiveOn)).map(findingAnswer(locale)),
      mails: await previewMails(deps, preview),
    };
  },
});

route("post", "/v1/change-sets/{number}/approve", {
  operationId: "approveChangeSet",
  summary: "Approve a draft that others have written; any edit takes it back",
  scope: "announce",
  request: { params: NumberParam, body: { ...json(DraftAsRead), required: false } },
  responses: { 200: ok(ChangeSet, "The draft, approved") },
  refuses: ["not-found", "not-a-draft", "empty-change-set", "draft-changed", "own-draft"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    await approveDraft(c.var.deps, c.var.actor, number, c.req.valid("json"));
    return shownChangeSet(c, number);
  },
});

route("post", "/v1/change-sets/{number}/announce", {
  operationId: "announceChangeSet",
  summary: "Announce a draft",
  scope: "announce",
  request: { params: NumberParam, body: { ...json(Announcement), required: false } },
  responses: { 200: ok(ChangeSet, "The change set, announced") },
  refuses: [...announceRefusals, "draft-changed", "recipients-changed", "not-an-empty-registry"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    await announceChangeSet(c.var.deps, c.var.actor, number, c.req.valid("json"));
    return shownChangeSet(c, number);
  },
});

const Waiver = z
  .strictObject({
    reason: prose(2000).openapi({
      description: "The customers whose approval is missing, or whose objection is open, read it: name no other.",
    }),
  })
  .openapi("Waiver");

route("post", "/v1/change-sets/{number}/waive-approvals", {
  operationId: "waiveApprovals",
  summary: "Let an announced change take effect without the approvals it waits for, and tell those who were asked",
  scope: "announce",
  request: { params: NumberParam, body: json(Waiver) },
  responses: { 200: ok(ChangeSet, "The change set, which no longer waits") },
  refuses: ["not-found", "not-announced", "not-awaiting-approval"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    await waiveApprovals(c.var.deps, c.var.actor, number, c.req.valid("json").reason);
    return shownChangeSet(c, number);
  },
});

const Withdrawal = z.strictObject({ reason: prose(2000).optional() }).openapi("Withdrawal");

route("post", "/v1/change-sets/{number}/withdraw", {
  operationId: "withdrawChangeSet",
  summary: "Take back what of an announced change set is not in force, and tell those who were told of that",
  scope: "announce",
  request: { params: NumberParam, body: { ...json(Withdrawal), required: false } },
  responses: {
    200: ok(ChangeSet, "The change set, withdrawn; where some of it is in force, with which of its changes were"),
  },
  refuses: ["not-found", "not-announced", "already-effective", "later-change-exists"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    await withdrawChangeSet(c.var.deps, c.var.actor, number, c.req.valid("json").reason ?? null);
    return shownChangeSet(c, number);
  },
});

route("post", "/v1/change-sets/{number}/postpone", {
  operationId: "postponeChangeSet",
  summary: "Put announced changes off to a later day, and tell those who were told of them",
  scope: "announce",
  request: { params: NumberParam, body: json(NewPostponement) },
  responses: { 200: ok(ChangeSet, "The change set with its new days") },
  refuses: ["not-found", "not-announced", "already-effective", "later-change-exists", "effective-date-in-the-past"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    await postponeChangeSet(c.var.deps, c.var.actor, number, c.req.valid("json"));
    return shownChangeSet(c, number);
  },
});

route("post", "/v1/change-sets/{number}/correction", {
  operationId: "correctChangeSet",
  summary:
    "Correct an announcement in your own words, on the page and by mail to those who were told of what is corrected",
  scope: "announce",
  request: { params: NumberParam, body: json(NewCorrection) },
  responses: { 201: ok(Correction, "The correction") },
  refuses: ["not-found", "not-announced", "nothing-changed", "nobody-was-told"],
  handle: (c) => correctChangeSet(c.var.deps, c.var.actor, c.req.valid("param").number, c.req.valid("json")),
});
