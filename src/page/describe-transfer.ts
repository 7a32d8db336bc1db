import type { IsoDate } from "../model/dates.ts";
import type { Organisation } from "../model/organisation-document.ts";
import type { Locale } from "../model/text.ts";
import type { Regime, Service, VendorDocument } from "../model/vendor-document.ts";
import {
  type Assessment,
  assess,
  type Mechanism,
  type Misfit,
  type Reason,
  regimesOf,
  subjectOf,
} from "../transfers/index.ts";
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
    return { regime, assessment, reading: read(assessment, { service, regime, forTheList, locale }) };
  });
}

/** Reasons for which what is stated says nothing of a regime. */
const ELSEWHERE: ReadonlySet<Misfit> = new Set(["other-regime", "regime-not-stated"]);

type Circumstances = { service: Service; regime: Regime; forTheList: boolean; locale: Locale };

/** A reason as a reader understands it. It never promises more than the weakest place has, and names all that lack cover. */
function read({ reason, uncovered }: Assessment, { service, regime, forTheList, locale }: Circumstances): string {
  const words = wordsFor(locale).transfers;
  const weakest = uncovered.length > 0 || reason.place === undefined ? uncovered : [reason.place];
  const place = formatList(
    weakest.map((each) => formatCountry(each, locale)),
    locale,
  );
  const by = (mechanism: Mechanism) => mechanismName(mechanism, regime, locale);
  // Of one place it goes without saying which; of several, these are the weakest.
  const there = (text: string) => (service.locations.length > 1 ? words.forPlace(text, place) : text);
  switch (reason.code) {
    case "inbound":
      return words.inbound;
    case "at-home":
      return words.noTransfer;
    case "adequacy-decision":
      return covered(words.decision(place, reason.scope ? words.scopes[reason.scope] : null), reason, by, locale);
    case "certified-recipient":
      return covered(certification(reason, locale), reason, by, locale);
    case "safeguard":
      return covered(there(reason.mechanism ? by(reason.mechanism) : ""), reason, by, locale);
    case "no-location":
      return words.placeNotStated;
    case "law-not-recorded":
      return words.notRecorded;
    case "exception-only":
      return there(words.onException(words.exception[regime]));
    case "unfit":
      if (reason.unfit?.some(({ why }) => !ELSEWHERE.has(why)))
        return words.forPlace(words.unfit(uncovered.length), place);
      // What is stated is for other regimes: for this one, it is as if nothing were.
      return there(forTheList ? words.forTheList : words.notStated);
    case "nothing-stated":
      return there(forTheList ? words.forTheList : words.notStated);
  }
}

type Naming = (mechanism: Mechanism) => string;

function covered(by: string, { besides = [], fallback }: Reason, nameOf: Naming, locale: Locale): string {
  const all = formatList([by, ...besides.map(nameOf)], locale);
  const { covered } = wordsFor(locale).transfers;
  return covered({ by: all, fallback: fallback ? formatList(fallback.map(nameOf), locale) : null });
}

function mechanismName(mechanism: Mechanism, regime: Regime, locale: Locale): string {
  const { mechanisms, notifiedClauses } = wordsFor(locale).transfers;
  return mechanism === "ad-hoc-clauses" && regime === "ch" ? notifiedClauses : mechanisms[mechanism];
}

function certification({ rule = "", checkedOn }: Reason, locale: Locale): string {
  const words = wordsFor(locale).transfers;
  const name = words.certifications[rule] ?? words.mechanisms.dpf;
  return checkedOn ? words.checked(name, formatDate(checkedOn, locale)) : words.unchecked(name);
}
