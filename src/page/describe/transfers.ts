import type { Register } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime, Service, VendorDocument } from "../../model/vendor/vendor-document.ts";
import {
  type Assessment,
  assess,
  assessAt,
  type Law,
  lawWith,
  type Misfit,
  placesOf,
  type ReasonFacts,
  regimesOf,
  type Subject,
  subjectOf,
} from "../../transfers/index.ts";
import { capitalised, formatCountry, formatDate, formatList, formatPlaceWithin, wordsFor } from "../../words/index.ts";
import { hintClause, namingIn } from "../../words/transfer-sentences.ts";

/** Under which regimes transfers are judged, by which law of which day, and what is stated for the list as a whole. */
export type Judging = Pick<Organisation, "regimes" | "safeguards"> & { on: IsoDate; law: Law };

/** The same by the law that a register knows. */
export const judgingOf = ({ organisation, amendments }: Register, on: IsoDate): Judging => ({
  regimes: organisation.regimes,
  safeguards: organisation.safeguards,
  law: lawWith(amendments),
  on,
});

/** What covers a service's transfers under a regime: "covered by standard contractual clauses", in `brief` "SCC". */
export type TransferLine = { regime: Regime; assessment: Assessment; reading: string; brief: string };

export const isCovered = ({ verdict }: Assessment): boolean => verdict !== "gap" && verdict !== "unknown";

/** A line for each regime, by the law of the day. */
export function transferLines(
  vendor: VendorDocument,
  service: Service,
  { regimes, safeguards, on, law }: Judging,
  locale: Locale,
): TransferLine[] {
  const subject = subjectOf(vendor, service);
  return regimes.map((regime) => {
    const assessment = assess(subject, regime, on, law);
    const forTheList = safeguards.some((each) => regimesOf(each).includes(regime));
    const circumstances = { service, regime, forTheList, locale };
    const reading = read(assessment, circumstances) + hintClause(assessment, locale);
    const brief = abridgeByPlace(subject, assessment, circumstances, { on, law });
    return { regime, assessment, reading, brief };
  });
}

/**
 * Where all is covered, and some places by something better than the weakest: what covers each of these, and what all
 * others. "DPF (United States), SCC (elsewhere)".
 */
function abridgeByPlace(
  subject: Subject,
  assessment: Assessment,
  circumstances: Circumstances,
  { on, law }: Pick<Judging, "on" | "law">,
): string {
  const weakest = abridge(assessment, circumstances);
  const { regime, locale } = circumstances;
  if (assessment.reason.code !== "safeguard" || assessment.reason.kind === "establishment") return weakest;
  const certified = placesOf(subject).flatMap((place) => {
    const there = assessAt(subject, place, regime, on, law);
    if (there.reason.code !== "certified-recipient") return [];
    const { besides: _, fallback: __, ...reason } = there.reason;
    return [{ place, brief: abridge({ ...there, reason }, circumstances) }];
  });
  const [first] = certified;
  if (!first) return weakest;
  const { transfers } = wordsFor(locale);
  const places = [...new Set(certified.map(({ place }) => formatCountry(place.country, locale)))];
  return [
    transfers.forPlace(first.brief, formatList(places, locale)),
    transfers.forPlace(weakest, transfers.brief.elsewhere),
  ].join(", ");
}

/** The lines in full, each with the regimes of which it is said: "EU and UK". */
export function readingsOf(lines: readonly TransferLine[], locale: Locale) {
  const { regimes } = wordsFor(locale).terms;
  return [...Map.groupBy(lines, ({ reading }) => reading)].map(([reading, alike]) => ({
    under: formatList(
      alike.map(({ regime }) => regimes[regime]),
      locale,
    ),
    reading,
    isCovered: alike.every(({ assessment }) => isCovered(assessment)),
  }));
}

/** What is said alike of some regimes, "EU, UK: SCC"; of all there are, none is named. */
export type Cover = { text: string; isCovered: boolean };

/** The lines in brief, for a cell of the list. */
export function coversOf(lines: readonly TransferLine[], locale: Locale): Cover[] {
  const { terms, transfers } = wordsFor(locale);
  const said = Map.groupBy(lines, ({ brief }) => brief);
  return [...said].map(([text, alike]) => {
    const under = alike.map(({ regime }) => transfers.brief.regimes[regime]).join(", ");
    return {
      text: said.size === 1 ? capitalised(text) : terms.explained(under, text),
      isCovered: alike.every(({ assessment }) => isCovered(assessment)),
    };
  });
}

/** Reasons for which what is stated says nothing of a regime. */
const ELSEWHERE: ReadonlySet<Misfit> = new Set(["other-regime", "regime-not-stated"]);

type Circumstances = { service: Service; regime: Regime; forTheList: boolean; locale: Locale };

/** A reason as a reader understands it. It never promises more than the weakest place has, and names all that lack cover. */
function read({ reason, uncovered }: Assessment, { service, regime, forTheList, locale }: Circumstances): string {
  const words = wordsFor(locale).transfers;
  const names = namingIn(locale);
  const weakest = uncovered.length > 0 || reason.place === undefined ? uncovered : [reason.place];
  const isSeat = "kind" in reason && reason.kind === "establishment";
  const nameOf = (each: string) => (isSeat ? words.seat(names.place(each)) : formatPlaceWithin(each, locale));
  const place = formatList(weakest.map(nameOf), locale);
  const covered = (by: string, fallback?: readonly Mechanism[]) =>
    words.covered({ by, fallback: fallback ? names.mechanisms(fallback, regime) : null });
  const withBesides = (by: string, besides: readonly Mechanism[] = []) =>
    names.list([by, ...besides.map((each) => names.mechanism(each, regime))]);
  // Of one place it goes without saying which; of several, these are the weakest.
  const there = (text: string) => (isSeat || service.locations.length > 1 ? words.forPlace(text, place) : text);
  switch (reason.code) {
    case "inbound":
      return words.inbound;
    case "at-home":
      return words.noTransfer;
    case "adequacy-decision":
      return covered(
        withBesides(
          words.decision(names.mechanism("adequacy", regime), place, reason.scope ? words.scopes[reason.scope] : null),
          reason.besides,
        ),
        reason.fallback,
      );
    case "certified-recipient":
      return covered(withBesides(certification(reason, regime, locale), reason.besides), reason.fallback);
    case "safeguard":
      return covered(there(withBesides(names.mechanism(reason.mechanism, regime), reason.besides)), reason.fallback);
    case "no-location":
      return words.placeNotStated;
    case "law-not-recorded":
      return words.notRecorded;
    case "exception-only":
      return there(words.onException(names.mechanism("derogation", regime)));
    case "unsettled":
      return words.forPlace(words.unsettled, place);
    case "importer-outside":
    case "unfit":
      if (reason.unfit.some(({ why }) => !ELSEWHERE.has(why)))
        return words.forPlace(isSeat ? words.unfitForSeat : words.unfit(uncovered.length), place);
      return there(forTheList ? words.forTheList : reason.unfit.length > 0 ? words.forOthers : words.notStated);
    case "nothing-stated":
      return there(forTheList ? words.forTheList : words.notStated);
  }
}

/** The same in a word or two, without the place: "DPF, else SCC". */
function abridge({ reason }: Assessment, { regime, forTheList, locale }: Circumstances): string {
  const { brief: words, placeNotStated } = wordsFor(locale).transfers;
  const name = (each: Mechanism) =>
    each === "ad-hoc-clauses" && regime === "ch" ? words.notifiedClauses : words.mechanisms[each];
  const stated = (by: string, { besides = [], fallback }: { besides?: Mechanism[]; fallback?: Mechanism[] }) => {
    const all = formatList([by, ...besides.map(name)], locale);
    return fallback ? words.orElse(all, fallback.map(name).join(", ")) : all;
  };
  switch (reason.code) {
    case "inbound":
    case "at-home":
      return words.noTransfer;
    case "adequacy-decision":
      return reason.scope ? words.inPart(name("adequacy")) : name("adequacy");
    case "certified-recipient":
      return stated(words.certifications[reason.rule] ?? name("dpf"), reason);
    case "safeguard":
      return stated(name(reason.mechanism), reason);
    case "no-location":
      return placeNotStated;
    case "law-not-recorded":
      return words.notRecorded;
    case "exception-only":
      return words.exceptionOnly;
    case "unsettled":
      return words.unsettled;
    case "importer-outside":
    case "unfit":
      if (reason.unfit.some(({ why }) => !ELSEWHERE.has(why)))
        return reason.kind === "establishment" ? words.unfitForSeat : words.unfit;
      return forTheList ? words.forTheList : reason.unfit.length > 0 ? words.forOthers : words.notStated;
    case "nothing-stated":
      return forTheList ? words.forTheList : words.notStated;
  }
}

function certification(
  { rule, certified, checkedOn }: ReasonFacts["certified-recipient"],
  regime: Regime,
  locale: Locale,
): string {
  const { terms, transfers: words } = wordsFor(locale);
  const framework = words.certifications[rule] ?? namingIn(locale).mechanism("dpf", regime);
  const name = certified ? terms.withCertified(framework, certified) : framework;
  return checkedOn ? words.checked(name, formatDate(checkedOn, locale)) : words.unchecked(name);
}
