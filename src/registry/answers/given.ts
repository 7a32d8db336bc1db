import type { responses } from "../../db/schema.ts";
import { OPEN_KINDS, type RecordedResponse } from "../../model/people/response.ts";
import { refuseField } from "../../model/values/refusal.ts";

/** An answer that is to be recorded: for whom, by whom, and how it came. */
export type Given = Omit<
  RecordedResponse,
  "id" | "answeredAt" | "editedAt" | "outcome" | "outcomeNote" | "resolvedAt"
> & { subscriberId: string | null };

export type Earlier = typeof responses.$inferSelect;

/** Refuses, as invalid-request, a question or an objection without words: to acknowledge or approve says enough. */
export function refuseWithoutWords({ kind, text }: Pick<Given, "kind" | "text">): void {
  if (text === null && OPEN_KINDS.includes(kind)) throw refuseField("invalid-request", "/text", "is required");
}
