import type { IsoDate } from "../registry/dates.ts";
import type { Organisation } from "../registry/organisation-document.ts";
import type { Locale } from "../registry/text.ts";
import type { Regime, Service, VendorDocument } from "../registry/vendor-document.ts";
import { type Assessment, assess, type Misfit, type Reason, regimesOf, subjectOf } from "../transfers/index.ts";
import { formatCountry, formatDate, formatList, wordsFor } from "../words/index.ts";

/** Under which regimes transfers are judged, on which day, and what is stated for the list as a whole. */
export type Judging = Pick<Organisation, "regimes" | "safeguards"> & { on: IsoDate };

/** What covers a service's transfers under a regime: "covered by standard contractual clauses". */
export type TransferLine = { regime: Regime; assessment: Assessment; reading: string };

export const isCovered = ({ verdict }: Assessment): boolean => verdict !== "gap" && verdict !== "unknown";

/** A line for each regime, by the law of the day. */
export function transferLines(
  vendor: VendorDocument,
  service: Service,
  { regimes, safeguards, on }: Judging,
  locale: Locale,
): TransferLine[] {
  const subject = subjectOf(vendor, service);
  return regimes.map((regime) => {
    const assessment = assess(subject, regime, on);
    const forTheList = safeguards.some((each) => regimesOf(each).includes(regime));
    return { regime, assessment, reading: read(assessment.reason, { service, regime, forTheList, locale }) };
  });
}

/** Reasons for which what is stated says nothing of a regime. */
const ELSEWHERE: ReadonlySet<Misfit> = new Set(["other-regime", "regime-not-stated"]);

type Circumstances = { service: Service; regime: Regime; forTheList: boolean; locale: Locale };

/** A reason as a reader understands it. It never promises more than the weakest place has. */
function read(reason: Reason, { service, regime, forTheList, locale }: Circumstances): string {
  const words = wordsFor(locale).transfers;
  const place = reason.place === undefined ? "" : formatCountry(reason.place, locale);
  // Of one place it goes without saying which; of several, this is the weakest.
  const there = (text: string) => (service.locations.length > 1 ? words.forPlace(text, place) : text);
  switch (reason.code) {
    case "inbound":
      return words.inbound;
    case "at-home":
      return words.noTransfer;
    case "adequacy-decision":
      return covered(words.decision(place, reason.scope ? words.scopes[reason.scope] : null), reason, locale);
    case "certified-recipient":
      return covered(certification(reason, locale), reason, locale);
    case "safeguard":
      return covered(there(reason.mechanism ? words.mechanisms[reason.mechanism] : ""), reason, locale);
    case "no-location":
      return words.placeNotStated;
    case "law-not-recorded":
      return words.notRecorded;
    case "exception-only":
      return there(words.onException(words.exception[regime]));
    case "unfit":
      if (reason.unfit?.some(({ why }) => !ELSEWHERE.has(why))) return words.forPlace(words.unfit, place);
      // What is stated is for other regimes: for this one, it is as if nothing were.
      return there(forTheList ? words.forTheList : words.notStated);
    case "nothing-stated":
      return there(forTheList ? words.forTheList : words.notStated);
  }
}

function covered(by: string, { besides = [], fallback }: Reason, locale: Locale): string {
  const { covered, mechanisms } = wordsFor(locale).transfers;
  const names = fallback?.map((each) => mechanisms[each]);
  const all = formatList([by, ...besides.map((each) => mechanisms[each])], locale);
  return covered({ by: all, fallback: names ? formatList(names, locale) : null });
}

function certification({ rule = "", checkedOn }: Reason, locale: Locale): string {
  const words = wordsFor(locale).transfers;
  const name = words.certifications[rule] ?? words.mechanisms.dpf;
  return checkedOn ? words.checked(name, formatDate(checkedOn, locale)) : words.unchecked(name);
}
