import type { IsoDate } from "../../model/values/dates.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import { isOldLaw, type Law } from "../law.ts";
import { type CodedFinding, FINDINGS, type FindingCode, Severity } from "./codes.ts";
import type { Finding, FindingContext, Report } from "./finding.ts";
import { placeFindings } from "./places.ts";
import { safeguardFindings } from "./safeguards.ts";
import { vendorFindings } from "./vendor.ts";

/** Everything a careful reader would remark on in a vendor's document, the gravest first. */
export function findingsOf(document: VendorDocument, context: FindingContext): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (pointer, coded) => {
    const { severity } = FINDINGS[coded.code];
    const regimes = "regimes" in coded.facts ? coded.facts.regimes : undefined;
    const service = document.services[Number(/^\/services\/(\d+)/.exec(pointer)?.[1])];
    // Of several alike in the vendor's own fields, the facts tell which: their places change with the next edit.
    const about = service?.key ?? pointer.replace(/^(\/[^/]+)\/.*/, "$1");
    const identity = JSON.stringify([coded.code, regimes ?? [], about, knownFacts(coded)]);
    findings.push({ ...coded, severity, pointer, ...(regimes && { regimes }), identity });
  };
  document.services.forEach((service, index) => {
    // Nothing is transferred to whom the data comes from.
    if (service.role === "source") return;
    const it = { ...context, document, service, at: `/services/${index}`, name: service.name ?? document.name };
    placeFindings(it, report);
    safeguardFindings(it, report);
  });
  vendorFindings(document, context, report);
  const severities = Severity.options;
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** What there is to remark on in the law itself: that it may have changed since. */
export function findingsOfLaw(law: Law, today: IsoDate): Finding[] {
  if (!isOldLaw(law, today)) return [];
  const coded = { code: "law-outdated", facts: { edition: law.version } } as const;
  const identity = JSON.stringify([coded.code, [], "", knownFacts(coded)]);
  return [{ ...coded, severity: FINDINGS[coded.code].severity, pointer: "", identity }];
}

function knownFacts<Code extends FindingCode>({ code, facts }: CodedFinding<Code>): unknown[] {
  return (FINDINGS[code].knownBy ?? []).map((fact) => facts[fact]);
}
