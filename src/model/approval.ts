/** What an answer says, as far as an approval depends on it. */
export type Answer = {
  /** Whose it is: a keyed hash of the address. */
  emailHash: string;
  kind: string;
  /** After the last day to object, beside the same person's timely answer. */
  late: boolean;
  outcome: string | null;
  resolvedAt: Date | string | null;
};

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
