import type { z } from "@hono/zod-openapi";
import { RELIEVED, RecordedResponse } from "../people/response.ts";

/**
 * What an approval depends on. `late` stands beside the same person's timely answer. The first member is never null: of a
 * row that is joined, that says that there is none.
 */
export const ApprovalAnswer = RecordedResponse.pick({
  kind: true,
  emailHash: true,
  late: true,
  waiting: true,
  outcome: true,
  resolvedAt: true,
  answeredAt: true,
  editedAt: true,
});
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>;

/**
 * Whether a customer has approved (GDPR Art. 28(2), specific authorisation), by all its contacts' answers. Of each
 * contact only the newest approves, so that an approval taken back stays so, whatever becomes of the objection; and none
 * that waits until its contact is confirmed. An objection counts until it is resolved, whoever has approved besides; one that
 * came otherwise than by a link is the customer's own, and takes back what any contact had approved. What
 * was answered before changes came to concern the customer (`since`) does not approve these.
 */
export const hasApproved = (answers: readonly ApprovalAnswer[], since: Date | null = null): boolean =>
  answers.some(
    (answer) =>
      (answer.kind === "approved" && !answer.waiting && isLast(answer, answers) && isSince(answer, since)) ||
      (answer.outcome && RELIEVED.includes(answer.outcome) && isSince(answer, since)),
  ) && !answers.some((answer) => takesBack("openObjection", answer, answer));

/** Whether a customer has an objection in time that is not resolved. */
export const isObjecting = (answers: readonly ApprovalAnswer[]): boolean =>
  answers.some(({ kind, late, resolvedAt }) => kind === "objected" && !late && resolvedAt === null);

/** Whether an answer was given, or something became of it, no earlier than that. */
export const isSince = (
  { answeredAt, editedAt, resolvedAt }: Pick<ApprovalAnswer, "answeredAt" | "editedAt" | "resolvedAt">,
  since: Date | null,
): boolean => since === null || [answeredAt, editedAt, resolvedAt].some((at) => at !== null && at >= since);

/** What may be so of an answer beside an approval of the same customer. */
const FACTS = {
  objects: ({ kind }) => kind === "objected",
  isNoQuestion: ({ kind }) => kind !== "asked",
  isUnresolved: ({ resolvedAt }) => resolvedAt === null,
  /** It came otherwise than by a link: it is nobody's but the customer's. */
  isEntered: ({ emailHash }) => emailHash === null,
  isLater: (answer, approval) => givenAt(answer) > givenAt(approval),
  isOfSamePerson: (answer, approval) => answer.emailHash === approval.emailHash,
  /** Whoever answers in time edits that answer, so a late one is newer. */
  isLateBesideTimely: (answer, approval) => answer.late && !approval.late,
} satisfies Record<string, (answer: ApprovalAnswer, approval: ApprovalAnswer) => boolean>;
export type AnswerFact = keyof typeof FACTS;

/** By which answers of the same customer an approval does not count: those of which each fact of a line is so. */
export const TAKES_BACK = {
  openObjection: ["objects", "isUnresolved"],
  enteredObjection: ["objects", "isEntered", "isLater"],
  lateAnswer: ["isNoQuestion", "isOfSamePerson", "isLateBesideTimely"],
} as const satisfies Record<string, readonly AnswerFact[]>;

const takesBack = (by: keyof typeof TAKES_BACK, answer: ApprovalAnswer, approval: ApprovalAnswer): boolean =>
  TAKES_BACK[by].every((fact) => FACTS[fact](answer, approval));

/** Whether nothing that was answered later takes an approval back, whatever becomes of it. */
const isLast = (approval: ApprovalAnswer, answers: readonly ApprovalAnswer[]): boolean =>
  !answers.some(
    (answer) => takesBack("enteredObjection", answer, approval) || takesBack("lateAnswer", answer, approval),
  );

function givenAt({ editedAt, answeredAt }: ApprovalAnswer): Date {
  return editedAt ?? answeredAt;
}
