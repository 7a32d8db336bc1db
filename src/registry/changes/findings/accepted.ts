import type { LoggedFinding } from "../../../model/actions.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Announcement } from "../announcement.ts";
import type { VendorFinding } from "./of-changes.ts";

/** The refusal of what nobody has accepted. What they mean, whoever answers says in their reader's language. */
export class FindingsNotAccepted extends Refusal {
  readonly findings: readonly VendorFinding[];

  constructor(refused: readonly VendorFinding[], errors: readonly VendorFinding[]) {
    const codes = JSON.stringify([...new Set(errors.map(({ code }) => code))]);
    super(
      "findings-not-accepted",
      `Mend the documents; or announce the change set on its own with acceptFindings ${codes} and acceptFindingsReason.`,
    );
    this.findings = refused;
  }
}

/**
 * Refuses to announce documents with what has to be accepted unless each is. Gives those that were, for the audit log; null
 * when there are none. Refuses: findings-not-accepted.
 */
export function acceptErrors(
  errors: readonly VendorFinding[],
  { acceptFindings: codes, acceptFindingsReason: reason }: Announcement,
): { reason: string; findings: LoggedFinding[] } | null {
  const refused = errors.filter(({ code }) => !codes?.includes(code));
  if (refused.length > 0) throw new FindingsNotAccepted(refused, errors);
  if (!reason || errors.length === 0) return null;
  return { reason, findings: recorded(errors) };
}

export const recorded = (findings: readonly LoggedFinding[]): LoggedFinding[] =>
  findings.map(({ vendor, code, pointer }) => ({ vendor, code, pointer }));
