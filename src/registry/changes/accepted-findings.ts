import { Refusal } from "../../model/refusal.ts";
import type { AcceptedFindings } from "./announcement.ts";
import type { VendorFinding } from "./findings-of-changes.ts";

/**
 * Refuses to announce documents with errors unless each is accepted. Gives those that were, for the audit log; null
 * when there are none. Refuses: findings-not-accepted, with the `findings`.
 */
export function acceptErrors(
  errors: readonly VendorFinding[],
  accepted: AcceptedFindings | undefined,
): { reason: string; findings: RecordedFinding[] } | null {
  const refused = errors.filter(({ code }) => !accepted?.codes.includes(code));
  if (refused.length > 0) {
    const codes = JSON.stringify([...new Set(errors.map(({ code }) => code))]);
    throw new Refusal(
      "findings-not-accepted",
      `Mend the documents; or announce the change set on its own with acceptFindings ${codes} and acceptFindingsReason.`,
      {
        errors: refused.map(({ pointer, message }) => ({ pointer, detail: message })),
        members: { findings: refused.map(({ facts: _, ...finding }) => finding) },
      },
    );
  }
  if (!accepted || errors.length === 0) return null;
  return { reason: accepted.reason, findings: recorded(errors) };
}

/** A finding as the audit log names it. */
type RecordedFinding = { vendor: string; code: string; pointer: string };

export const recorded = (findings: readonly RecordedFinding[]): RecordedFinding[] =>
  findings.map(({ vendor, code, pointer }) => ({ vendor, code, pointer }));
