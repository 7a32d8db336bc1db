import { z } from "@hono/zod-openapi";
import type { Deps } from "../../deps.ts";
import { DateOn } from "../../model/values/dates.ts";
import { explained } from "../../model/values/explained.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { Email, Key, Locale, LocalizedText, Reason } from "../../model/values/text.ts";
import { PreviewedMail, previewMails } from "../../notify/preview/announcement.ts";
import { previewFollowUps } from "../../notify/preview/follow-ups.ts";
import { sendTest } from "../../notify/test-mail.ts";
import { type Deed, FORESEEN } from "../../registry/changes/announced/foresee.ts";
import { readingOf } from "../../registry/changes/announced/supposed.ts";
import { previewChangeSet } from "../../registry/changes/draft/preview.ts";
import { testReader } from "../../registry/users/users.ts";
import { loadEveryLanguage } from "../../words/index.ts";
import { createRouter } from "../frame/context.ts";
import { apiRoutes, json, ok } from "../frame/contract.ts";
import { NumberParam } from "./change-set-schema.ts";
import { EXAMPLES } from "./examples.ts";

/** A test of a mail, before anybody is told. */
export const testMailRoutes = createRouter();

const route = apiRoutes(testMailRoutes, "change sets");

/** What is done about an announced set, by the mail that tells it; and what the mail cannot be written without. */
const FOLLOW_UPS = {
  withdrawal: { deed: "withdraw", needs: [] },
  correction: { deed: "correct", needs: ["text"] },
  postponement: { deed: "postpone", needs: ["effectiveOn", "reason"] },
  waiver: { deed: "waive", needs: [] },
} as const satisfies Record<string, { deed: Deed; needs: readonly ("text" | "effectiveOn" | "reason")[] }>;

const TestMail = z
  .strictObject({
    of: explained({
      announcement: "what a draft would tell",
      withdrawal: "what withdrawing the announced set would",
      correction: "what correcting it would, by `text`",
      postponement: "what postponing it would, by `effectiveOn` and `reason`",
      waiver: "what going on without approvals would",
    }).default("announcement"),
    to: Email.optional().openapi({
      description: "Of somebody who operates the registry, and nobody else; by default whose key it is.",
    }),
    audience: PreviewedMail.shape.audience.optional(),
    locale: Locale.optional(),
    reason: Reason.optional().describe("Of a withdrawal, a postponement or a waiver."),
    text: LocalizedText.optional().openapi({ description: "Of a correction." }),
    effectiveOn: DateOn.optional().openapi({ description: "Of a postponement." }),
    lastDayToObjectOn: DateOn.optional().describe("Of a postponement."),
    changes: z
      .array(Key)
      .min(1)
      .max(1000)
      .optional()
      .describe("Of a postponement or a correction: the changes, by their vendors' slugs."),
  })
  .describe("Which mail, and to whom: by default the first there is, to whose key it is.")
  .openapi("TestMail");

const SentTest = z
  .object({
    to: z.string().describe("Where it goes."),
    locale: Locale,
    audience: PreviewedMail.shape.audience,
    subject: z.string().describe("Its subject, without the mark."),
  })
  .describe("A test that is on its way.")
  .openapi("SentTestMail");

route("post", "/v1/change-sets/{number}/test-mail", {
  operationId: "sendTestMail",
  summary: "Send yourself a mail of it",
  description:
    "As its readers would get it, marked as a test, to somebody who operates the registry. Nobody is told anything by it.",
  scope: "write",
  request: { params: NumberParam, body: { ...json(TestMail, EXAMPLES.sendTestMail), required: false } },
  responses: { 200: ok(SentTest, "The test that is on its way") },
  refuses: [
    "not-found",
    "not-a-draft",
    "not-announced",
    "already-effective",
    "later-change-exists",
    "not-awaiting-approval",
  ],
  handle: async (c) => {
    const { deps, actor } = c.var;
    const { number } = c.req.valid("param");
    const { of = "announcement", to, audience, locale, ...said } = c.req.valid("json") ?? {};
    const user = await testReader(deps, actor, to);
    await loadEveryLanguage();
    const mails = of === "announcement" ? await announcement(deps, number) : await followUp(of);
    const mail = mails.find((each) => (!audience || each.audience === audience) && (!locale || each.locale === locale));
    if (!mail) throw refuseField("invalid-request", "/audience", "nobody would be told in a mail like that");
    const { subject, text, html } = mail;
    const isDraft = of === "announcement";
    await sendTest(deps, actor, user, { number, isDraft, locale: mail.locale, mail: { subject, text, html } });
    return { to: user.email, locale: mail.locale, audience: mail.audience, subject };

    async function followUp(kind: keyof typeof FOLLOW_UPS) {
      const { deed, needs } = FOLLOW_UPS[kind];
      for (const name of needs)
        if (said[name] === undefined) throw refuseField("invalid-request", `/${name}`, `is required for a ${kind}`);
      const r = await readingOf(deps);
      const [first] = await FORESEEN[deed](r, number, said);
      return first ? previewFollowUps(deps, r, first) : [];
    }
  },
});

/** The mails that a draft would be announced by. Refuses: not-found, not-a-draft. */
async function announcement(deps: Deps, number: number) {
  const preview = await previewChangeSet(deps, number);
  if (preview.changeSet.state !== "draft")
    throw new Refusal("not-a-draft", `Change set ${number} was announced: say which mail about it is meant.`);
  return previewMails(deps, preview);
}
