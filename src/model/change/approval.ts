import type { z } from "@hono/zod-openapi";
import { RecordedResponse } from "../people/response.ts";

/** What an approval depends on. `late` stands beside the same person's timely answer. */
export const Answer = RecordedResponse.pick({
  emailHash: true,
  kind: true,
  late: true,
  outcome: true,
  resolvedAt: true,
});
export type Answer = z.infer<typeof Answer>;

/**
 * Whether a customer has approved (GDPR Art. 28(2), specific authorisation), by all its contacts' answers: of each
 * contact only the newest approves, so that an approval taken back stays so, whatever becomes of the objection. An
 * objection counts until it is resolved, whoever has approved besides. A customer to whom the change does not apply, or
 * whose contract ends, has nothing to approve.
 */
export const hasApproved = (answers: readonly Answer[]): boolean =>
  answers.some(
    (answer) =>
      (answer.kind === "approved" && isNewest(answer, answers)) ||
      answer.outcome === "exempted" ||
      answer.outcome === "terminated",
  ) && !answers.some(({ kind, resolvedAt }) => kind === "objected" && resolvedAt === null);

/** Whoever answers in time edits that answer; a late one is newer than it. */
const isNewest = ({ emailHash, late }: Answer, answers: readonly Answer[]): boolean =>
  late || !answers.some((other) => other.late && other.emailHash === emailHash);
