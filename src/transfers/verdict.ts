import { z } from "@hono/zod-openapi";
import type { Scope } from "../model/amendment.ts";
import type { IsoDate } from "../model/values/dates.ts";
import { explained, meaningOf } from "../model/values/explained.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import type { Unfit } from "./fit.ts";
import type { Decision, HintCode } from "./law.ts";
import type { CountedPlace } from "./subject.ts";

/** From best to worst. A gap is worse than not knowing: it is known. */
export const Verdict = explained({
  "none-needed": "no transfer is stated",
  adequate: "an adequacy decision covers it",
  safeguarded: "a safeguard covers it",
  unknown: "it cannot be said from what is stated",
  gap: "nothing that is stated covers it",
}).openapi("Verdict");
export type Verdict = z.infer<typeof Verdict>;

/** The greater, the worse. */
export const rankOf = (verdict: Verdict): number => Verdict.options.indexOf(verdict);

export const isWorse = (one: Verdict, other: Verdict): boolean => rankOf(one) > rankOf(other);

/** Every reason there is, the stronger before the weaker, and the verdict it makes. */
export const REASONS = {
  inbound: "none-needed",
  "at-home": "none-needed",
  "adequacy-decision": "adequate",
  "certified-recipient": "adequate",
  safeguard: "safeguarded",
  "no-location": "unknown",
  "law-not-recorded": "unknown",
  "importer-outside": "unknown",
  unsettled: "unknown",
  unfit: "gap",
  "exception-only": "gap",
  "nothing-stated": "gap",
} as const satisfies Record<string, Verdict>;
export type ReasonCode = keyof typeof REASONS;
const MEANINGS: Record<ReasonCode, string> = {
  inbound: "the third party is where data comes from: nothing is transferred to it",
  "at-home": "the regime applies there, or a transfer there counts as none",
  "adequacy-decision": "a decision recognises the protection there",
  "certified-recipient": "a decision recognises that of certified recipients, and certification is stated",
  safeguard: "a mechanism that the regime accepts is stated",
  "no-location": "no place is stated",
  "law-not-recorded": "the law of the day is not recorded here",
  "importer-outside": "every place is covered, and not the company itself (EDPB Guidelines 05/2021)",
  unsettled: "whether a decision extends to the place is in dispute",
  unfit: "something is stated, and does not cover the place",
  "exception-only": "a derogation is stated, and nothing else (GDPR Art. 49, FADP Art. 17)",
  "nothing-stated": "nothing is stated",
};
export const ReasonCode = z
  .enum(Object.keys(REASONS) as ReasonCode[])
  .describe(meaningOf(MEANINGS))
  .openapi("ReasonCode");

/** About no place. */
type Nowhere = { place?: never; rule?: never };
/** About the one place that decides. */
type At = { place: string; kind: NonNullable<CountedPlace["kind"]> };
/** `hint` is what is worth knowing beside it. */
type Uncovered = At & { rule?: never; hint?: HintCode };
/** How a rule is cited. `title`: of a rule that an amendment added, which no language has a title for. */
type Cited = { rule: string; title?: string };
/** By the rule with this id. What else covers the place: `besides` as it is stated beside it, `fallback` as one by what is stated. */
type Covered = At & Cited & { besides?: Mechanism[]; fallback?: Mechanism[] };

/** What is known of each reason, for words in any language. */
export type ReasonFacts = {
  inbound: Nowhere;
  /** `by` is the regime whose law ruled: another than was asked about where that was the law then. */
  "at-home": At & { rule: string; effect: Exclude<Decision["effect"], "adequate">; by: Regime };
  "adequacy-decision": Covered & { scope?: Scope };
  /** `certified`: whom the certification names, where that is not the vendor. */
  "certified-recipient": Covered & { certified?: string; checkedOn?: IsoDate };
  safeguard: Covered & { mechanism: Mechanism };
  "no-location": Nowhere;
  /** Nothing of that date is recorded; with a `mechanism`, only whether that covered the place is not. */
  "law-not-recorded": (Nowhere & { mechanism?: never }) | (Uncovered & { mechanism: Mechanism });
  /** `unfit` is what is stated and does not cover it; none where nothing is stated. */
  "importer-outside": Uncovered & { unfit: Unfit[] };
  /** `unfit` has what may cover it, and all else that is stated. */
  unsettled: Uncovered & { unfit: Unfit[] };
  unfit: Uncovered & { unfit: Unfit[] };
  "exception-only": Uncovered & { unfit: Unfit[] };
  "nothing-stated": Uncovered;
};

export type Reason<Code extends ReasonCode = ReasonCode> = { [Each in Code]: { code: Each } & ReasonFacts[Each] }[Code];

export type Assessment = {
  verdict: Verdict;
  reason: Reason;
  /** Every place that nothing stated covers, in order: the reason is about one of them. */
  uncovered: string[];
  /** The address of the rule that decided, or of the law that asks for one. */
  source: string;
  /** The last day of this verdict and of what is uncovered, as far as the law is known; null: no end is known. */
  until: IsoDate | null;
  /** What is covered until then and no longer, where that is another place than the reason's; and by which rule. */
  ending?: { place: string } & Cited;
  /** Ids of every rule the verdict rests on, at all of its places. */
  rules: string[];
};

/** Whether less is covered: a worse verdict, or the same one with a place uncovered that was not. */
export const isCoveredWorse = (one: Assessment, other: Assessment): boolean =>
  isWorse(one.verdict, other.verdict) ||
  (one.verdict === other.verdict && one.uncovered.some((place) => !other.uncovered.includes(place)));
