/** What an answer says, as far as an approval depends on it. */
export type Answer = { kind: string; outcome: string | null; resolvedAt: Date | string | null };

/**
 * Whether a customer has approved (GDPR Art. 28(2), specific authorisation), by all its contacts' answers: an objection
 * counts until it is resolved, whoever of them has approved besides. A customer to whom the change does not apply, or
 * whose contract ends, has nothing to approve.
 */
export const hasApproved = (answers: readonly Answer[]): boolean =>
  answers.some(({ kind, outcome }) => kind === "approved" || outcome === "exempted" || outcome === "terminated") &&
  !answers.some(({ kind, resolvedAt }) => kind === "objected" && resolvedAt === null);
