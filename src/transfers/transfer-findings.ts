import type { Regime, Service, VendorDocument } from "../registry/vendor-document.ts";
import { type Assessment, assess, type Reason } from "./assess.ts";
import type { FindingContext, Report } from "./findings.ts";
import { safeguardFindings } from "./safeguard-findings.ts";
import { inWords, MECHANISM_NAMES, placeName, sentenceOf } from "./sentence.ts";
import { regimesOf, type Stated, subjectOf } from "./subject.ts";
import { afterExpiry } from "./what-if.ts";

/** Days ahead of which the end of a verdict is worth knowing. */
const NOTICE_DAYS = 180;

export type TransferContext = FindingContext & Required<Pick<FindingContext, "law">>;

/** What follows from where the services are, and from what is stated to cover that. */
export function transferFindings(document: VendorDocument, context: TransferContext, report: Report): void {
  document.services.forEach((service, index) => {
    // Nothing is transferred to whom the data comes from.
    if (service.role === "source") return;
    const pointer = `/services/${index}`;
    const name = service.name ?? document.name;
    verdictFindings(document, service, { ...context, pointer, name }, report);
    safeguardFindings(document, service, { ...context, pointer, name }, report);
  });
}

type ServiceContext = TransferContext & { pointer: string; name: string };

function verdictFindings(
  document: VendorDocument,
  service: Service,
  { regimes, on, law, listSafeguards = [], pointer, name }: ServiceContext,
  report: Report,
): void {
  if (service.locations.length === 0) {
    const message = `${name}: where data is processed is not stated, so whether it is transferred, and what covers that, cannot be told.`;
    report("unknown", `${pointer}/locations`, message, regimes);
    return;
  }
  const subject = subjectOf(document, service);
  for (const regime of regimes) {
    const assessment = assess(subject, regime, on, law);
    const sentence = `${name}. ${sentenceOf(assessment, regime, law)}`;
    const place = `${pointer}/locations${indexOfPlace(service, assessment.reason)}`;
    if (assessment.verdict === "gap") report("gap", place, sentence + forTheList(listSafeguards, regime), [regime]);
    if (assessment.verdict === "unknown") report("unknown", place, sentence, [regime]);
    const after = afterExpiry(subject, regime, on, assessment, NOTICE_DAYS, law);
    if (after) report("expiring", place, `${sentence} ${ending(after)}`, [regime]);
  }
}

const indexOfPlace = ({ locations }: Service, { place, kind }: Reason): string => {
  const index = locations.findIndex((location) => location.country === place && location.kind === kind);
  return index < 0 ? "" : `/${index}`;
};

function ending({ reason: { code, place, mechanism } }: Assessment): string {
  if (code === "adequacy-decision") return "After that, it rests on an adequacy decision.";
  if (mechanism) return `After that, it rests on ${MECHANISM_NAMES[mechanism]}.`;
  return `After that, nothing stated covers ${place ? placeName(place) : "it"}.`;
}

function forTheList(safeguards: readonly Stated[], regime: Regime): string {
  const stated = safeguards.filter((each) => regimesOf(each).includes(regime));
  const named = [...new Set(stated.map(({ mechanism }) => MECHANISM_NAMES[mechanism]))];
  return named.length === 0 ? "" : ` The list as a whole names ${inWords(named)}, without saying for which vendor.`;
}
