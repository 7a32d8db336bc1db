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
  ) && !answers.some(({ kind, resolvedAt }) => kind === "objected" && resolvedAt === null);

/** Whether a customer has an objection in time that is not resolved. */
export const isObjecting = (answers: readonly ApprovalAnswer[]): boolean =>
  answers.some(({ kind, late, resolvedAt }) => kind === "objected" && !late && resolvedAt === null);

/** Whether an answer was given, or something became of it, no earlier than that. */
export const isSince = (
  { answeredAt, editedAt, resolvedAt }: Pick<ApprovalAnswer, "answeredAt" | "editedAt" | "resolvedAt">,
  since: Date | null,
): boolean => since === null || [answeredAt, editedAt, resolvedAt].some((at) => at !== null && at >= since);

/**
 * Whether nothing that was answered later takes an approval back. Whoever answers in time edits that answer, and a late one
 * is newer than it; a question takes nothing back.
 */
export function isLast(approval: ApprovalAnswer, answers: readonly ApprovalAnswer[]): boolean {
  const { emailHash, late } = approval;
  return !answers.some((other) => {
    if (other.kind === "asked") return false;
    if (!late && other.late && other.emailHash === emailHash) return true;
    return other.kind === "objected" && other.emailHash === null && givenAt(other) > givenAt(approval);
  });
}

const givenAt = ({ editedAt, answeredAt }: ApprovalAnswer): Date => editedAt ?? answeredAt;
