import { z } from "@hono/zod-openapi";
import { Correction } from "../../model/change/change-set.ts";
import { DraftAsRead } from "../../model/change/draft.ts";
import { NamedCustomer } from "../../model/people/customer-document.ts";
import { DateOn } from "../../model/values/dates.ts";
import { ObjectionPeriod, Period } from "../../model/values/period.ts";
import { Key, Reason } from "../../model/values/text.ts";
import { PreviewedMail, previewMails } from "../../notify/preview/announcement.ts";
import { announceChangeSet } from "../../registry/changes/announce.ts";
import { correctChangeSet, NewCorrection } from "../../registry/changes/announced/correct.ts";
import { NewPostponement, postponeChangeSet } from "../../registry/changes/announced/postpone.ts";
import { waiveApprovals } from "../../registry/changes/announced/release.ts";
import { withdrawChangeSet } from "../../registry/changes/announced/withdraw.ts";
import { Announcement } from "../../registry/changes/announcement.ts";
import { approveDraft } from "../../registry/changes/draft/four-eyes.ts";
import { previewChangeSet } from "../../registry/changes/draft/preview.ts";
import { findingsOfSet, findingsToAccept } from "../../registry/changes/findings/of-changes.ts";
import { MOST_NAMED } from "../../registry/changes/named-customers.ts";
import { MOST_READERS } from "../../registry/changes/readers.ts";
import { createRouter } from "../frame/context.ts";
import { announceRefusals, apiRoutes, json, ok } from "../frame/contract.ts";
import { Finding, findingAnswer } from "../frame/finding.ts";
import { ChangeSet, changeSetAnswer, NumberParam, shownChangeSet } from "./change-set-schema.ts";
import { EXAMPLES } from "./examples.ts";

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
    earliestEffectiveOn: DateOn.describe("The first day that announcing takes."),
    decidedBy: z
      .array(
        z.object({
          customer: z.string().describe("By its externalId."),
          name: z.string().describe("What it is called."),
          earliestEffectiveOn: DateOn.describe("The first day its contract allows."),
          withoutIt: DateOn.describe("The first day without this one customer."),
          noticePeriod: Period.nullable(),
          objectionPeriod: ObjectionPeriod.nullable(),
        }),
      )
      .openapi({
        description:
          "The customers whose contract sets the earliest date, where the organisation's own notice period does not. The periods are those that the contract states; null: the organisation's.",
      }),
    days: z
      .array(
        z.object({
          vendor: Key.describe("Its vendor's slug."),
          earliestEffectiveOn: DateOn.describe("Its first day."),
          waits: z.boolean().describe("Whether it waits for anybody."),
        }),
      )
      .openapi({
        description: "Of each change the first day that announcing takes, and whether it waits for anybody.",
      }),
    concerned: z.array(NamedCustomer).openapi({ description: "The customers whom any of it concerns." }),
    recipients: z
      .object({
        contacts: z.int().describe("Of customers whom it concerns."),
        followers: z.int().describe("Whoever follows the list."),
        byLocale: z.record(z.string(), z.int()).describe("How many of both in each language."),
      })
      .describe("How many people would be told."),
    unreachable: z.array(NamedCustomer).openapi({ description: "Concerned customers whom nobody can be told for." }),
    approvals: z
      .array(NamedCustomer)
      .openapi({ description: "Concerned customers whose contract asks for their approval." }),
    totals: z
      .object({
        decidedBy: z.int().describe("Of those that set the earliest date."),
        concerned: z.int().describe("Of those whom it concerns."),
        unreachable: z.int().describe("Of those whom nobody can be told for."),
        approvals: z.int().describe("Of those whose approval is needed."),
        mailsToContacts: z.int().openapi({
          description: `How many different mails contacts would get; the ${MOST_READERS} that most get are shown.`,
        }),
      })
      .openapi({ description: `How many customers there are of each kind; at most ${MOST_NAMED} are named.` }),
    findings: z
      .array(
        Finding.extend({
          vendor: Key.nullable().openapi({
            description: "Null where it is about the periods that the dates follow from.",
          }),
        }),
      )
      .openapi({ description: "About the documents of the set, on the day it takes effect. Errors block announcing." }),
    toAccept: z.array(Finding).openapi({
      description:
        "Of a draft those that announcing takes `acceptFindings` and a reason for, on the day it takes effect; a `baseline` takes none.",
    }),
    mails: z.array(PreviewedMail).openapi({
      description:
        "To followers, one per language, unless only contacts would be told; to contacts, one per language and terms.",
    }),
  })
  .describe("What announcing a set would mean today.")
  .openapi("Preview");

route("get", "/v1/change-sets/{number}/preview", {
  operationId: "previewChangeSet",
  summary: "What announcing would mean today",
  description:
    "The earliest date and whose contract decides it, who is told and whom nobody can tell, whose approval is needed, what is found, and the mails. Changes nothing. Of an announced set it says what was decided.",
  scope: "read",
  request: { params: NumberParam },
  responses: { 200: ok(Preview, "The preview") },
  refuses: ["not-found"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    const { deps } = c.var;
    const locale = await c.var.locale();
    const answer = findingAnswer(locale);
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
      findings: [
        ...preview.findings.map(answer).map((found) => ({ ...found, vendor: null })),
        ...(await findingsOfSet(deps, number, effectiveOn)).map(answer),
      ],
      toAccept: preview.draftHash === null ? [] : (await findingsToAccept(deps, number, effectiveOn)).map(answer),
      mails: await previewMails(deps, preview),
    };
  },
});

route("post", "/v1/change-sets/{number}/approve", {
  operationId: "approveChangeSet",
  summary: "Approve a draft",
  description:
    "Where four eyes are asked for (`approvalsRequired`). Any edit takes it back. Refuses whoever has written any of it: a person and their keys count as one.",
  scope: "announce",
  request: { params: NumberParam, body: { ...json(DraftAsRead, EXAMPLES.approveChangeSet), required: false } },
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
  description:
    "Publishes it as coming, and owes its notice to everyone concerned. Refuses a day before `earliest` without an emergency, errors found that are not accepted, a draft that was edited since it was read, and one whose vendors were announced anew. With `baseline` it is in force at once and nobody is told: only while nothing was announced.",
  scope: "announce",
  request: { params: NumberParam, body: { ...json(Announcement, EXAMPLES.announceChangeSet), required: false } },
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
    reason: Reason.openapi({
      description: "The customers whose approval is missing, or whose objection is open, read it: name no other.",
    }),
  })
  .describe("Why it goes on without approvals.")
  .openapi("Waiver");

route("post", "/v1/change-sets/{number}/waive-approvals", {
  operationId: "waiveApprovals",
  summary: "Go on without approvals",
  description:
    "What waits for customers' approval, or is suspended by an objection, takes effect on its date, and those customers are told why. Refuses a set that waits for nobody and, under four eyes, whoever has written it.",
  scope: "announce",
  request: { params: NumberParam, body: json(Waiver, EXAMPLES.waiveApprovals) },
  responses: { 200: ok(ChangeSet, "The change set, which no longer waits") },
  refuses: ["not-found", "not-announced", "not-awaiting-approval", "approval-required"],
  handle: async (c) => {
    const { number } = c.req.valid("param");
    await waiveApprovals(c.var.deps, c.var.actor, number, c.req.valid("json").reason);
    return shownChangeSet(c, number);
  },
});

const Withdrawal = z
  .strictObject({ reason: Reason.optional().describe("Why: readers are told.") })
  .describe("Why it is taken back.")
  .openapi("Withdrawal");

route("post", "/v1/change-sets/{number}/withdraw", {
  operationId: "withdrawChangeSet",
  summary: "Withdraw an announcement",
  description:
    "What of it is not in force never will be; whoever was told of that is told of this. Refuses one that is in force, and one that a later announcement builds on.",
  scope: "announce",
  request: { params: NumberParam, body: { ...json(Withdrawal, EXAMPLES.withdrawChangeSet), required: false } },
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
  summary: "Postpone announced changes",
  description: "To a later day only. The same people are told. The last day to object stays unless it is named.",
  scope: "announce",
  request: { params: NumberParam, body: json(NewPostponement, EXAMPLES.postponeChangeSet) },
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
  summary: "Correct an announcement",
  description:
    "In your own words, on its page and by mail to those who were told of what is corrected. Refuses where nobody was told.",
  scope: "announce",
  request: { params: NumberParam, body: json(NewCorrection, EXAMPLES.correctChangeSet) },
  responses: { 201: ok(Correction, "The correction") },
  refuses: ["not-found", "not-announced", "nothing-changed", "nobody-was-told"],
  handle: (c) => correctChangeSet(c.var.deps, c.var.actor, c.req.valid("param").number, c.req.valid("json")),
});
