import type { Regime, Service, VendorDocument } from "../../model/vendor-document.ts";
import { type Assessment, assess } from "../assess.ts";
import { addDay, regimeInForce } from "../law.ts";
import { inWords, mechanismName, placeName, sentenceOf } from "../sentence.ts";
import { regimesOf, type Stated, subjectOf } from "../subject.ts";
import { fallUntil } from "../what-if.ts";
import type { Report, TransferContext } from "./codes.ts";
import { safeguardFindings } from "./safeguards.ts";

/** Days ahead of which the end of a verdict is worth knowing. */
const NOTICE_DAYS = 180;

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
  const soon = addDay(on, NOTICE_DAYS);
  for (const regime of regimes) {
    if (!regimeInForce(law, regime, on)) {
      const unrecorded = sentenceOf(assess(subject, regime, on, law), regime, law);
      report("unknown", `${pointer}/locations`, `${name}. ${unrecorded}`, [regime]);
      continue;
    }
    service.locations.forEach((location, index) => {
      // What covers a country is the same for every place in it.
      if (service.locations.findIndex(({ country }) => country === location.country) < index) return;
      // Each by itself: what is found at one says nothing of the others.
      const there = { ...subject, locations: [location] };
      const assessment = assess(there, regime, on, law);
      const about = [[regime], location.country] as const;
      const sentence = () => `${name}. ${sentenceOf(assessment, regime, law)}`;
      const at = `${pointer}/locations/${index}`;
      if (assessment.verdict === "gap") report("gap", at, sentence() + forTheList(listSafeguards, regime), ...about);
      const { until } = assessment;
      if (until === null || until > soon) return;
      const whole = assess(subject, regime, on, law);
      const after = fallUntil(soon, there, regime, { from: assessment, than: whole }, law);
      if (after) report("expiring", at, `${sentence()} ${ending(after, regime)}`, ...about, until);
    });
  }
}

function ending({ reason: { code, place, mechanism } }: Assessment, regime: Regime): string {
  if (code === "adequacy-decision") return "After that, it rests on an adequacy decision.";
  if (mechanism) return `After that, it rests on ${mechanismName(mechanism, regime)}.`;
  return `After that, nothing stated covers ${place ? placeName(place) : "it"}.`;
}

function forTheList(safeguards: readonly Stated[], regime: Regime): string {
  const stated = safeguards.filter((each) => regimesOf(each).includes(regime));
  const named = [...new Set(stated.map(({ mechanism }) => mechanismName(mechanism, regime)))];
  return named.length === 0 ? "" : ` The list as a whole names ${inWords(named)}, without saying for which vendor.`;
}
