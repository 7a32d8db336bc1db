import type { responses } from "../../db/schema.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { OPEN_KINDS, type RecordedResponse, type Response } from "../../model/people/response.ts";
import { refuseField } from "../../model/values/refusal.ts";

/** An answer that is to be recorded: for whom, by whom, and how it came. */
export type Given = Omit<
  RecordedResponse,
  "id" | "answeredAt" | "editedAt" | "outcome" | "outcomeNote" | "resolvedAt"
> & { subscriberId: string | null };

export type Earlier = typeof responses.$inferSelect;

/** Whether an answer is an objection that nobody has decided on. */
export const isOpenObjection = ({ kind, resolvedAt }: Pick<Earlier, "kind" | "resolvedAt">): boolean =>
  kind === "objected" && resolvedAt === null;

/** Refuses, as invalid-request, to approve what has been so already: it waits for nobody, and nothing makes it intended. */
export function refuseApprovalAfterwards(
  { rectification }: Pick<ChangeSetView, "rectification">,
  { kind }: Pick<Given, "kind">,
): void {
  if (rectification && kind === "approved")
    throw refuseField("invalid-request", "/kind", "is not taken: a correction of the list asks for no approval");
}

/** Refuses, as invalid-request, a question without words. To object says enough: GDPR Art. 28(2) asks for no reason. */
export function refuseWithoutWords({ kind, text }: Pick<Given, "kind" | "text">): void {
  if (text === null && kind === "asked") throw refuseField("invalid-request", "/text", "is required");
}

/** The form keeps the words of an objection or a question: sent along with what is neither, they are no longer meant. */
export const ownWords = (
  { kind, text, customer }: Pick<Given, "kind" | "text" | "customer">,
  answers: readonly Response[],
): string | null => {
  const shown = answers.filter((each) => each.customer === customer && OPEN_KINDS.includes(each.kind));
  return !OPEN_KINDS.includes(kind) && shown.some((each) => each.text === text) ? null : text;
};
