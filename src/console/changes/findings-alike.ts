import type { VendorFinding } from "../../registry/changes/findings/of-changes.ts";
import { Severity } from "../../transfers/index.ts";

/** The same thing, found once or of several vendors or services. */
export type Alike = [VendorFinding, ...VendorFinding[]];

/** What is the same but for whom it is about stands together, the gravest first. */
export function alike(findings: readonly VendorFinding[]): Alike[] {
  const inOrder = Severity.options.flatMap((each) => findings.filter(({ severity }) => severity === each));
  const same = Map.groupBy(inOrder, ({ code, facts, severity }) =>
    JSON.stringify([code, severity, { ...facts, name: null }]),
  );
  return [...same.values()].flatMap(([first, ...others]): Alike[] => (first ? [[first, ...others]] : []));
}

/** Whom a finding is about: a vendor, or a service by its own name. */
export const aboutWhom = ({ facts, vendor }: VendorFinding): string => ("name" in facts ? facts.name : vendor);
