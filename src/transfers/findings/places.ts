import { addDays } from "../../model/values/dates.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import { assess } from "../assess.ts";
import { regimeInForce } from "../law.ts";
import { regimesOf, type Stated, subjectOf } from "../subject.ts";
import type { Reason } from "../verdict.ts";
import { fallUntil } from "../what-if.ts";
import type { JudgedService, Report } from "./codes.ts";

/** How many days ahead the end of a verdict is worth knowing. */
const NOTICE_DAYS = 180;

/** What follows from where a service is: what nothing covers there, or will soon not cover. */
export function placeFindings(it: JudgedService, report: Report): void {
  const { document, service, regimes, on, law, listSafeguards = [], at, name } = it;
  if (service.locations.length === 0) {
    report(`${at}/locations`, { code: "unknown", facts: { name, why: "no-location", regimes: [...regimes] } });
    return;
  }
  const subject = subjectOf(document, service);
  const soon = addDays(on, NOTICE_DAYS);
  for (const regime of regimes) {
    if (!regimeInForce(law, regime, on)) {
      report(`${at}/locations`, { code: "unknown", facts: { name, why: "law-not-recorded", regimes: [regime] } });
      continue;
    }
    service.locations.forEach((location, index) => {
      const { country: place } = location;
      // What covers a country is the same for every place in it.
      if (service.locations.findIndex(({ country }) => country === place) < index) return;
      // Each by itself: what is found at one says nothing of the others.
      const there = { ...subject, locations: [location] };
      const assessment = assess(there, regime, on, law);
      const judged = { name, place, regimes: [regime] as [Regime], assessment };
      const pointer = `${at}/locations/${index}`;
      if (assessment.verdict === "gap") {
        const listed = mechanismsFor(listSafeguards, regime);
        report(pointer, { code: "gap", facts: { ...judged, listed } });
      }
      const { until } = assessment;
      if (until === null || until > soon) return;
      const whole = assess(subject, regime, on, law);
      const after = fallUntil(soon, there, regime, { from: assessment, than: whole }, law);
      if (after) report(pointer, { code: "expiring", facts: { ...judged, until, afterwards: coverOf(after.reason) } });
    });
  }
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
