import type { Scope } from "../../model/amendment.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Misfit } from "../../transfers/index.ts";

/** What covers a place, as it stands after "covered by". */
type Cover = { by: string; fallback: string | null };

const WITH_ARTICLE = new Set(
  "AE BS CD CF CG DO FK FO GB GM IM KM KY MH MP MV NL PH SB TC TF UM US VG VI 019 029 057".split(" "),
);
const AREAS: Record<string, string> = {
  EU: "the European Union",
  EEA: "the European Economic Area",
  "001": "the world",
};

/** How a transfer is covered, after "EU:". What is not covered reads as what is missing, not as a verdict. */
export const transfers = {
  noTransfer: "no transfer to a third country stated",
  inbound: "data comes from it, nothing is transferred to it",
  covered: ({ by, fallback }: Cover) => `covered by ${by}${fallback ? `, with ${fallback} as fallback` : ""}`,
  /** What recognises a place as adequate, the place, and those there whom it is about. */
  decision: (by: string, place: string, scope: string | null) => `${by} (${scope ? `${place}, ${scope}` : place})`,
  scopes: {
    certified: "certified recipients",
    pipeda: "commercial organisations under PIPEDA",
    "pipeda-or-province": "commercial organisations under PIPEDA or a similar provincial act",
    appi: "businesses under the APPI",
    pipa: "recipients under PIPA",
    automated: "automated processing",
  } satisfies Record<Scope, string>,
  checked: (certification: string, date: string) => `${certification} (checked ${date})`,
  unchecked: (certification: string) => `${certification} (date of check not stated)`,
  /** By the rule's id, where that is none of today's framework. */
  certifications: {
    "eu-us-safe-harbour": "Safe Harbour",
    "eu-us-privacy-shield": "the Privacy Shield",
    "ch-us-privacy-shield": "the Swiss-US Privacy Shield",
  } as Record<string, string>,
  mechanisms: {
    adequacy: "an adequacy decision",
    dpf: "the Data Privacy Framework",
    scc: "standard contractual clauses",
    "uk-idta": "the UK International Data Transfer Agreement",
    "uk-addendum": "the UK Addendum to the standard contractual clauses",
    "swiss-addendum": "the Swiss addendum to the standard contractual clauses",
    bcr: "binding corporate rules",
    "code-of-conduct": "an approved code of conduct",
    certification: "an approved certification",
    "ad-hoc-clauses": "contractual clauses authorised by an authority",
  } satisfies Record<Exclude<Mechanism, "derogation">, string>,
  /** Where the law of a regime has a name of its own. FADP Art. 16(2)(b): the Commissioner is given notice, and authorises nothing. */
  national: {
    eu: { dpf: "the EU-US Data Privacy Framework" },
    uk: {
      adequacy: "UK adequacy regulations",
      dpf: "the UK Extension to the EU-US Data Privacy Framework",
    },
    ch: {
      adequacy: "the Swiss list of States with adequate data protection",
      dpf: "the Swiss-US Data Privacy Framework",
      "ad-hoc-clauses": "contractual clauses notified to the FDPIC",
    },
  },
  /** What the EU’s clauses need beside them elsewhere. */
  completion: { uk: "the UK Addendum or the IDTA", ch: "the Swiss adaptation" } satisfies Record<
    Exclude<Regime, "eu">,
    string
  >,
  /** What covers a transfer, in a cell of the list. The whole sentence stands in its details. */
  brief: {
    regimes: { eu: "EU", uk: "UK", ch: "CH" } satisfies Record<Regime, string>,
    /** Of a decision that is about some recipients or data only. */
    inPart: (name: string) => `${name} (partial)`,
    seat: (place: string) => `company: ${place}`,
    noTransfer: "no transfer stated",
    /** By the rule's id, where that is none of today's framework. */
    certifications: {
      "eu-us-safe-harbour": "Safe Harbour",
      "eu-us-privacy-shield": "Privacy Shield",
      "ch-us-privacy-shield": "Swiss-US Privacy Shield",
    } as Record<string, string>,
    mechanisms: {
      adequacy: "adequacy",
      dpf: "DPF",
      scc: "SCC",
      "uk-idta": "IDTA",
      "uk-addendum": "UK Addendum",
      "swiss-addendum": "Swiss addendum",
      bcr: "BCR",
      "code-of-conduct": "code of conduct",
      certification: "certification",
      "ad-hoc-clauses": "authorised clauses",
      derogation: "exception",
    } satisfies Record<Mechanism, string>,
    notifiedClauses: "notified clauses",
    elsewhere: "elsewhere",
    orElse: (by: string, fallback: string) => `${by}, else ${fallback}`,
    notRecorded: "law not recorded",
    notStated: "transfer tool not stated",
    forOthers: "none that applies",
    forTheList: "stated for the list only",
    unsettled: "cover unsettled",
    unfit: "place not covered",
    unfitForSeat: "company not covered",
    exceptionOnly: "exception only",
  },
  forPlace: (text: string, place: string) => `${text} (${place})`,
  /** As it stands in brackets instead of a place. */
  seat: (place: string) => `company established in ${place}`,
  placeNotStated: "place not stated",
  notRecorded: "the law of that date is not recorded here",
  notStated: "transfer tool not stated",
  /** Where what is stated is for other regimes. */
  forOthers: "none of the transfer tools stated applies here",
  forTheList: "transfer tool stated for the list as a whole only",
  unsettled: "whether the transfer tool stated covers this place is unsettled",
  unfit: (places: number) => `no transfer tool stated covers ${places > 1 ? "these places" : "this place"}`,
  unfitForSeat: "no transfer tool stated covers the company itself",
  exception: { eu: "Art. 49 GDPR", uk: "Art. 49 UK GDPR", ch: "Art. 17 FADP" } satisfies Record<Regime, string>,
  anException: (articles: string) => `an exception (${articles})`,
  onException: (exception: string) => `based on ${exception}`,
  /** The law's edition, an operator's newest amendment of it, and whether there should be a newer edition. */
  lawOf: ({ edition, amended, isOld }: { edition: string; amended: string | null; isOld: boolean }) =>
    `Adequacy data of ${edition}${amended ? `, amended on ${amended}` : ""}${isOld ? ", more than 180 days old" : ""}`,

  /** As they stand in a sentence. */
  regimes: { eu: "the EU", uk: "the UK", ch: "Switzerland" } satisfies Record<Regime, string>,
  place: (code: string, name: string) => AREAS[code] ?? (WITH_ARTICLE.has(code) ? `the ${name}` : name),
  misfits: {
    "other-regime": "stated for another regime only",
    "regime-not-stated": "not stated for this regime",
    "other-places": "stated for other places only",
    "wrong-regime": "unknown to this regime",
    "not-in-force": "not in force on that date",
    fallen: "were it to fall",
    "not-recorded": "not recorded here for that date",
    "place-not-in-us": "only for certified companies in the United States",
    "unsettled-territory": "not certain to extend to this territory",
    "recipient-not-in-us": "not to be had by a company outside the United States",
    "needs-scc": "worth nothing without the clauses, which are not stated for this place",
    "needs-addendum": "not enough alone here",
    "no-decision": "the level of protection of this place is not recognised as adequate",
    exception: "protects nothing",
  } satisfies Record<Misfit, string>,
};
