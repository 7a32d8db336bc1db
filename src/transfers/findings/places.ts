import { addDays, type IsoDate } from "../../model/values/dates.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import { assess, assessAt } from "../assess.ts";
import { regimeInForce } from "../law.ts";
import { type CountedPlace, placesOf, regimesOf, type Stated, subjectOf } from "../subject.ts";
import type { Reason } from "../verdict.ts";
import { fallUntil } from "../what-if.ts";
import type { JudgedService, Report } from "./finding.ts";

/** How many days ahead the end of a verdict is worth knowing. */
const NOTICE_DAYS = 180;

/** What follows from where a service and its provider are: what nothing covers there, or will soon not cover. */
export function placeFindings(it: JudgedService, report: Report): void {
  const { document, service, regimes, on, law, at, name } = it;
  if (service.locations.length === 0) {
    report(`${at}/locations`, { code: "unknown", facts: { name, why: "no-location", regimes: [...regimes] } });
    return;
  }
  for (const regime of regimes)
    if (!regimeInForce(law, regime, on))
      report(`${at}/locations`, { code: "unknown", facts: { name, why: "law-not-recorded", regimes: [regime] } });
  const recorded = regimes.filter((regime) => regimeInForce(law, regime, on));
  const places = placesOf(subjectOf(document, service));
  places.forEach((place, index) => {
    // What covers a country is the same for every place in it.
    if (places.findIndex(({ country }) => country === place.country) < index) return;
    const isSeat = place.kind === "establishment";
    const pointer = isSeat ? `${at}/safeguards` : `${at}/locations/${index}`;
    const outside = recorded.filter((regime) => isLacking({ ...it, place, regime, pointer }, report));
    if (outside.length > 0)
      report(pointer, { code: "importer-outside", facts: { name, place: place.country, regimes: outside } });
  });
}

type PlaceCase = JudgedService & { place: CountedPlace; regime: Regime; pointer: string };

/** Reports what one place lacks by itself, or will soon. Gives whether it is the company's seat that nothing covers. */
function isLacking({ place, regime, pointer, ...it }: PlaceCase, report: Report): boolean {
  const { document, service, on, law, listSafeguards = [], name } = it;
  const subject = subjectOf(document, service);
  const assessOn = (day: IsoDate) => assessAt(subject, place, regime, day, law);
  const assessment = assessOn(on);
  const judged = { name, place: place.country, regimes: [regime] as [Regime], assessment };
  if (assessment.verdict === "gap") {
    const listed = mechanismsFor(listSafeguards, regime);
    report(pointer, { code: "gap", facts: { ...judged, listed } });
  }
  const { reason, until } = assessment;
  if (reason.code === "law-not-recorded" && reason.mechanism) {
    const of = { mechanism: reason.mechanism, place: place.country };
    report(pointer, { code: "unknown", facts: { name, why: reason.code, regimes: [regime], of } });
  }
  const soon = addDays(on, NOTICE_DAYS);
  if (until !== null && until <= soon) {
    const whole = assess(subject, regime, on, law);
    const after = fallUntil(soon, assessOn, { from: assessment, than: whole });
    if (after) report(pointer, { code: "expiring", facts: { ...judged, until, afterwards: coverOf(after.reason) } });
  }
  return reason.code === "importer-outside";
}

/** What a reason rests on. */
function coverOf(reason: Reason): Mechanism | null {
  if (reason.code === "adequacy-decision") return "adequacy";
  if (reason.code === "certified-recipient") return "dpf";
  return reason.code === "safeguard" ? reason.mechanism : null;
}

function mechanismsFor(safeguards: readonly Stated[], regime: Regime): Mechanism[] {
  const stated = safeguards.filter((each) => regimesOf(each).includes(regime));
  return [...new Set(stated.map(({ mechanism }) => mechanism))];
}
