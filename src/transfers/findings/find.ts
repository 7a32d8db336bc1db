import type { VendorDocument } from "../../model/vendor-document.ts";
import { currentLaw } from "../law.ts";
import { FINDINGS, type Finding, type FindingContext, type Report, type Severity } from "./codes.ts";
import { transferFindings } from "./places.ts";
import { vendorFindings } from "./vendor.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Everything a careful reader would remark on in a vendor's document, the gravest first. */
export function findingsOf(document: VendorDocument, context: FindingContext): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (code, pointer, message, regimes, ...about) => {
    const [severity, source] = FINDINGS[code];
    const service = document.services[Number(/^\/services\/(\d+)/.exec(pointer)?.[1])];
    const facts = JSON.stringify([code, regimes ?? [], service?.key ?? pointer, about]);
    findings.push({ code, severity, pointer, message, source, ...(regimes && { regimes: [...regimes] }), facts });
  };
  transferFindings(document, { law: currentLaw, ...context }, report);
  vendorFindings(document, context, report);
  return findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
