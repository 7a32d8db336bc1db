import { expect, test } from "vitest";
import type { Regime } from "../../src/model/vendor/vendor-document.ts";
import type { Place, Stated, Subject } from "../../src/transfers/subject.ts";
import { verdictSentence } from "../../src/words/transfer-sentences.ts";
import { assess } from "./by-this-edition.ts";

const TODAY = "2026-11-21";

const dpf = (...regimes: Regime[]): Stated => ({ mechanism: "dpf", regimes });
const scc = (...regimes: Regime[]): Stated => ({ mechanism: "scc", module: 2, regimes });
const olderScc = (...regimes: Regime[]): Stated => ({ mechanism: "scc", regimes });
const idta: Stated = { mechanism: "uk-idta", regimes: ["uk"] };
const addendum: Stated = { mechanism: "uk-addendum", regimes: ["uk"] };
const swiss: Stated = { mechanism: "swiss-addendum", regimes: ["ch"] };
const stated = (mechanism: Stated["mechanism"], ...regimes: Regime[]): Stated => ({ mechanism, regimes });

/** `kind` of a place after a colon: "IN:access". */
const place = (text: string): Place => {
  const [country = "", kind] = text.split(":");
  return { country, ...(kind && { kind: kind as NonNullable<Place["kind"]> }) };
};

type Options = { on?: string; with?: Stated[]; vendor?: string; role?: Subject["role"] };
type Case = [regime: Regime, places: string, expected: string, options?: Options];

/** Expected: the verdict, the reason, the rule (if one carried the deciding place) and the last day (if there is one). */
const CASES: Record<string, Case[]> = {
  "where the regime itself applies": [
    ["eu", "FR", "none-needed at-home eu-members"],
    ["eu", "IE", "none-needed at-home eu-members"],
    ["eu", "HR", "none-needed at-home eu-members-2013"],
    ["eu", "NO", "none-needed at-home eea-efta"],
    ["eu", "IS", "none-needed at-home eea-efta"],
    ["eu", "LI", "none-needed at-home eea-efta"],
    ["eu", "RE", "none-needed at-home eu-members"],
    ["eu", "EU", "none-needed at-home eu-members"],
    ["eu", "EEA", "none-needed at-home eu-members"],
    ["uk", "GB", "none-needed at-home uk-home"],
    ["ch", "CH", "none-needed at-home ch-home"],
  ],
  "the three lists differ": [
    ["eu", "JP", "adequate adequacy-decision eu-jp"],
    ["uk", "JP", "adequate adequacy-decision uk-jp"],
    ["ch", "JP", "gap nothing-stated"],
    ["eu", "KR", "adequate adequacy-decision eu-kr"],
    ["uk", "KR", "adequate adequacy-decision uk-kr"],
    ["ch", "KR", "gap nothing-stated"],
    ["eu", "BR", "adequate adequacy-decision eu-br"],
    ["uk", "BR", "gap nothing-stated"],
    ["ch", "BR", "gap nothing-stated"],
    ["eu", "MC", "gap nothing-stated"],
    ["uk", "MC", "gap nothing-stated"],
    ["ch", "MC", "adequate adequacy-decision ch-annex-1-stated"],
    ["eu", "GI", "gap nothing-stated"],
    ["uk", "GI", "adequate adequacy-decision uk-schedule-21"],
    ["ch", "GI", "adequate adequacy-decision ch-annex-1"],
    ["eu", "GB", "adequate adequacy-decision eu-gb until 2031-12-27"],
    ["ch", "GB", "adequate adequacy-decision ch-annex-1-stated"],
    ["eu", "CH", "adequate adequacy-decision eu-ch"],
    ["uk", "CH", "adequate adequacy-decision uk-schedule-21"],
    ["uk", "FR", "adequate adequacy-decision uk-schedule-21"],
    ["ch", "FR", "adequate adequacy-decision ch-annex-1"],
    ["uk", "NO", "adequate adequacy-decision uk-schedule-21"],
    ["ch", "HR", "adequate adequacy-decision ch-annex-1"],
    ["uk", "EU", "adequate adequacy-decision uk-schedule-21"],
    ["ch", "EEA", "adequate adequacy-decision ch-annex-1"],
    ["eu", "CA", "adequate adequacy-decision eu-ca"],
    ["uk", "CA", "adequate adequacy-decision uk-ca"],
    ["ch", "CA", "adequate adequacy-decision ch-annex-1-ca"],
    ["eu", "IL", "adequate adequacy-decision eu-il"],
    ["uk", "FO", "adequate adequacy-decision uk-fo"],
    ["eu", "IN", "gap nothing-stated"],
    ["uk", "IN", "gap nothing-stated"],
    ["ch", "IN", "gap nothing-stated"],
  ],
  "the United States": [
    ["eu", "US", "gap nothing-stated"],
    ["uk", "US", "gap nothing-stated"],
    ["ch", "US", "gap nothing-stated"],
    ["eu", "US", "adequate certified-recipient eu-us-dpf", { with: [dpf("eu")] }],
    ["uk", "US", "gap unfit", { with: [dpf("eu")] }],
    ["ch", "US", "gap unfit", { with: [dpf("eu")] }],
    ["uk", "US", "adequate certified-recipient uk-us-dpf", { with: [dpf("eu", "uk")] }],
    ["ch", "US", "adequate certified-recipient ch-us-dpf", { with: [dpf("eu", "ch")] }],
    // Not said for which: the EU-US framework, never more.
    ["eu", "US", "adequate certified-recipient eu-us-dpf", { with: [dpf()] }],
    ["uk", "US", "gap unfit", { with: [dpf()] }],
    ["eu", "US", "adequate certified-recipient eu-us-dpf", { with: [dpf("eu")], vendor: "US" }],
    ["eu", "US", "gap unfit", { with: [dpf("eu")], vendor: "IE" }],
    ["eu", "IN", "gap unfit", { with: [dpf("eu")], vendor: "US" }],
    ["eu", "US", "adequate certified-recipient eu-us-dpf", { with: [dpf("eu"), scc("eu")] }],
    ["eu", "US", "gap unfit", { with: [stated("adequacy", "eu")] }],
  ],
  "the United States, by date": [
    [
      "eu",
      "US",
      "adequate certified-recipient eu-us-safe-harbour until 2015-10-05",
      { on: "2015-10-05", with: [dpf("eu")] },
    ],
    ["eu", "US", "gap unfit until 2016-07-11", { on: "2015-10-06", with: [dpf("eu")] }],
    [
      "eu",
      "US",
      "adequate certified-recipient eu-us-privacy-shield until 2020-07-15",
      { on: "2020-07-15", with: [dpf("eu")] },
    ],
    [
      "eu",
      "US",
      "adequate certified-recipient eu-us-privacy-shield until 2020-07-15",
      { on: "2016-07-12", with: [dpf("eu")] },
    ],
    ["eu", "US", "gap unfit until 2023-07-09", { on: "2020-07-16", with: [dpf("eu")] }],
    ["eu", "US", "gap unfit until 2023-07-09", { on: "2023-07-09", with: [dpf("eu")] }],
    ["eu", "US", "adequate certified-recipient eu-us-dpf", { on: "2023-07-10", with: [dpf("eu")] }],
    ["eu", "US", "adequate certified-recipient eu-us-dpf", { on: "2023-07-11", with: [dpf("eu")] }],
    ["eu", "US", "safeguarded safeguard eu-scc-2010", { on: "2020-07-16", with: [olderScc("eu")] }],
    ["uk", "US", "gap unfit until 2023-10-11", { on: "2023-07-11", with: [dpf("eu", "uk")] }],
    ["uk", "US", "adequate certified-recipient uk-us-dpf", { on: "2023-10-12", with: [dpf("eu", "uk")] }],
    [
      "ch",
      "US",
      "adequate certified-recipient ch-us-privacy-shield until 2020-09-08",
      { on: "2020-07-17", with: [dpf("ch")] },
    ],
    ["ch", "US", "gap unfit until 2024-09-14", { on: "2020-09-09", with: [dpf("ch")] }],
    ["ch", "US", "adequate certified-recipient ch-us-dpf", { on: "2024-09-15", with: [dpf("ch")] }],
  ],
  "the United Kingdom, by date": [
    ["eu", "GB", "none-needed at-home eu-gb-member until 2021-06-27", { on: "2020-12-31" }],
    ["eu", "GB", "none-needed at-home eu-gb-bridge until 2021-06-27", { on: "2021-01-01" }],
    ["eu", "GB", "adequate adequacy-decision eu-gb-2021 until 2031-12-27", { on: "2021-06-28" }],
    ["eu", "GB", "adequate adequacy-decision eu-gb-2021 until 2031-12-27", { on: "2025-06-27" }],
    ["eu", "GB", "adequate adequacy-decision eu-gb-2025 until 2031-12-27", { on: "2025-06-28" }],
    ["eu", "GB", "adequate adequacy-decision eu-gb-2025 until 2031-12-27", { on: "2025-12-27" }],
    ["eu", "GB", "adequate adequacy-decision eu-gb until 2031-12-27", { on: "2025-12-28" }],
    ["eu", "GB", "adequate adequacy-decision eu-gb until 2031-12-27", { on: "2031-12-27" }],
    ["eu", "GB", "gap nothing-stated", { on: "2031-12-28" }],
    ["eu", "GB", "safeguarded safeguard eu-scc", { on: "2031-12-28", with: [scc("eu")] }],
    ["eu", "GI", "none-needed at-home eu-gb-member until 2020-12-31", { on: "2020-12-31" }],
    ["eu", "GI", "gap nothing-stated", { on: "2021-01-01" }],
    // Until the end of 2020 the law of the United Kingdom was the EU's.
    ["uk", "FR", "none-needed at-home eu-members until 2020-12-31", { on: "2020-06-01" }],
    ["uk", "GB", "none-needed at-home eu-gb-member", { on: "2020-06-01" }],
    [
      "uk",
      "US",
      "adequate certified-recipient eu-us-privacy-shield until 2020-07-15",
      { on: "2020-06-01", with: [dpf("eu")] },
    ],
    ["uk", "US", "safeguarded safeguard eu-scc-2010 until 2024-03-21", { on: "2020-06-01", with: [olderScc("uk")] }],
  ],
  "territories by date": [
    ["eu", "BL", "none-needed at-home eu-saint-barthelemy until 2011-12-31", { on: "2011-12-31" }],
    ["eu", "BL", "gap nothing-stated", { on: "2012-01-01" }],
    ["eu", "YT", "gap nothing-stated until 2013-12-31", { on: "2013-12-31" }],
    ["eu", "YT", "none-needed at-home eu-mayotte", { on: "2014-01-01" }],
    ["uk", "YT", "adequate adequacy-decision uk-schedule-21"],
    ["eu", "NC", "gap nothing-stated"],
    ["eu", "PR", "unknown unsettled", { with: [dpf("eu")], vendor: "US" }],
    ["eu", "US", "unknown unsettled", { with: [dpf("eu")], vendor: "PR" }],
    ["uk", "IL", "adequate adequacy-decision uk-il"],
  ],
  "the older clauses, by whom they bind": [
    ["eu", "IN", "gap unfit until 2002-04-02", { on: "2002-04-02", with: [olderScc("eu")], role: "subprocessor" }],
    ["eu", "IN", "safeguarded safeguard eu-scc-2002", { on: "2002-04-03", with: [olderScc("eu")], role: "processor" }],
    [
      "eu",
      "IN",
      "safeguarded safeguard eu-scc-2010",
      { on: "2010-05-15", with: [olderScc("eu")], role: "subprocessor" },
    ],
    [
      "eu",
      "IN",
      "safeguarded safeguard eu-scc-2001",
      { on: "2002-04-02", with: [olderScc("eu")], role: "independent-controller" },
    ],
    [
      "eu",
      "IN",
      "safeguarded safeguard eu-scc-2004",
      { on: "2005-04-01", with: [olderScc("eu")], role: "independent-controller" },
    ],
    ["eu", "IN", "safeguarded safeguard eu-scc-2001", { on: "2002-01-01", with: [olderScc("eu")], role: "recipient" }],
  ],
  "other dates": [
    ["eu", "BR", "gap nothing-stated until 2026-01-25", { on: "2026-01-25" }],
    ["eu", "BR", "adequate adequacy-decision eu-br", { on: "2026-01-26" }],
    ["eu", "JP", "gap nothing-stated until 2019-01-22", { on: "2019-01-22" }],
    ["eu", "KR", "adequate adequacy-decision eu-kr", { on: "2021-12-17" }],
    ["uk", "KR", "gap nothing-stated until 2022-12-18", { on: "2022-12-18" }],
    ["eu", "PL", "gap nothing-stated until 2004-04-30", { on: "2004-04-30" }],
    ["eu", "HU", "adequate adequacy-decision eu-hu-2000 until 2004-04-30", { on: "2004-04-30" }],
    ["eu", "PL", "none-needed at-home eu-members-2004", { on: "2004-05-01" }],
    ["eu", "HR", "gap nothing-stated until 2013-06-30", { on: "2013-06-30" }],
    ["eu", "FR", "unknown law-not-recorded until 2000-07-25", { on: "1999-01-01" }],
    ["ch", "FR", "unknown law-not-recorded until 2017-04-11", { on: "2017-04-11" }],
    ["ch", "FR", "adequate adequacy-decision ch-fdpic-list", { on: "2022-01-01" }],
    ["ch", "CA", "adequate adequacy-decision ch-fdpic-list-ca", { on: "2023-08-31" }],
    ["ch", "CA", "adequate adequacy-decision ch-annex-1-ca", { on: "2023-09-01" }],
  ],
  "safeguards, and where they apply": [
    ["eu", "IN", "safeguarded safeguard eu-scc", { with: [scc("eu")] }],
    ["eu", "IN", "safeguarded safeguard eu-scc", { with: [olderScc("eu")] }],
    ["eu", "IN", "gap unfit", { with: [scc("uk")] }],
    ["uk", "IN", "gap unfit", { with: [scc("eu")] }],
    ["uk", "IN", "gap unfit", { with: [scc("uk")] }],
    ["uk", "IN", "safeguarded safeguard uk-addendum", { with: [scc("eu"), addendum] }],
    ["uk", "IN", "gap unfit", { with: [addendum] }],
    ["uk", "IN", "safeguarded safeguard uk-idta", { with: [idta] }],
    ["eu", "IN", "gap unfit", { with: [idta] }],
    ["eu", "IN", "gap unfit", { with: [stated("uk-idta", "eu")] }],
    ["ch", "IN", "gap unfit", { with: [scc("ch")] }],
    ["ch", "IN", "safeguarded safeguard ch-scc", { with: [scc("eu"), swiss] }],
    ["ch", "IN", "gap unfit", { with: [swiss] }],
    ["eu", "IN", "safeguarded safeguard eu-bcr", { with: [stated("bcr", "eu")] }],
    ["uk", "IN", "gap unfit", { with: [stated("bcr", "eu")] }],
    ["uk", "IN", "safeguarded safeguard uk-bcr", { with: [stated("bcr", "uk")] }],
    ["ch", "IN", "safeguarded safeguard ch-bcr", { with: [stated("bcr", "ch")] }],
    // Art. 16(2)(e) FADP: approved by the authority of a State with adequate protection, unless they are the EU's alone.
    ["ch", "IN", "safeguarded safeguard ch-bcr", { with: [stated("bcr")] }],
    ["ch", "IN", "gap unfit", { with: [stated("bcr", "eu")] }],
    ["eu", "IN", "gap unfit", { with: [stated("bcr", "ch")] }],
    ["ch", "IN", "safeguarded safeguard ch-ad-hoc-clauses", { with: [stated("ad-hoc-clauses", "ch")] }],
    ["ch", "IN", "gap unfit", { with: [stated("ad-hoc-clauses", "eu")] }],
    // Before it, Art. 6(2)(a) and (g) of the act of 1992; codes and certifications are new.
    ["ch", "IN", "safeguarded safeguard ch-bcr-1992", { on: "2023-08-31", with: [stated("bcr", "ch")] }],
    [
      "ch",
      "IN",
      "safeguarded safeguard ch-ad-hoc-clauses-1992",
      { on: "2023-08-31", with: [stated("ad-hoc-clauses", "ch")] },
    ],
    ["ch", "IN", "gap unfit until 2023-08-31", { on: "2023-08-31", with: [stated("certification", "ch")] }],
    ["eu", "IN", "safeguarded safeguard eu-code-of-conduct", { with: [stated("code-of-conduct", "eu")] }],
    ["eu", "IN", "safeguarded safeguard eu-certification", { with: [stated("certification", "eu")] }],
    ["eu", "IN", "safeguarded safeguard eu-ad-hoc-clauses", { with: [stated("ad-hoc-clauses", "eu")] }],
    ["eu", "IN", "gap exception-only", { with: [stated("derogation", "eu")] }],
    ["eu", "IN", "gap unfit", { with: [stated("adequacy", "eu")] }],
    ["eu", "JP", "adequate adequacy-decision eu-jp", { with: [stated("adequacy", "eu")] }],
    // Without a module: these clauses or, later, those of 2021.
    ["eu", "IN", "safeguarded safeguard eu-scc-2010", { on: "2021-06-01", with: [olderScc("eu")] }],
    ["eu", "IN", "gap unfit until 2021-06-26", { on: "2021-06-26", with: [scc("eu")] }],
    ["eu", "IN", "safeguarded safeguard eu-scc", { on: "2021-06-27", with: [scc("eu")] }],
    ["uk", "IN", "safeguarded safeguard uk-scc-older until 2024-03-21", { on: "2024-03-21", with: [olderScc("uk")] }],
    ["uk", "IN", "gap unfit", { on: "2024-03-22", with: [olderScc("uk")] }],
    ["uk", "IN", "gap unfit until 2022-03-20", { on: "2022-03-20", with: [idta] }],
    ["uk", "IN", "safeguarded safeguard uk-idta", { on: "2022-03-21", with: [idta] }],
    ["ch", "IN", "safeguarded safeguard ch-scc-older until 2022-12-31", { on: "2022-12-31", with: [olderScc("ch")] }],
    ["ch", "IN", "gap unfit", { on: "2023-01-01", with: [olderScc("ch")] }],
  ],
  "where the company is established": [
    ["eu", "IE DE", "unknown importer-outside", { vendor: "US" }],
    ["eu", "IE DE", "unknown importer-outside", { vendor: "CN" }],
    ["uk", "GB", "unknown importer-outside", { vendor: "US" }],
    ["ch", "CH", "unknown importer-outside", { vendor: "JP" }],
    ["eu", "IE DE", "none-needed at-home eu-members", { vendor: "IE" }],
    ["eu", "IE", "none-needed at-home eu-members", { vendor: "NO" }],
    ["eu", "IE", "adequate adequacy-decision eu-gb until 2031-12-27", { vendor: "GB" }],
    ["uk", "GB", "adequate adequacy-decision uk-schedule-21", { vendor: "DE" }],
    ["eu", "IE DE", "adequate certified-recipient eu-us-dpf", { vendor: "US", with: [dpf("eu")] }],
    ["uk", "IE", "unknown importer-outside", { vendor: "US", with: [dpf("eu")] }],
    ["eu", "IE DE", "safeguarded safeguard eu-scc", { vendor: "CN", with: [scc("eu")] }],
    ["eu", "IE", "unknown importer-outside", { vendor: "US", with: [stated("derogation", "eu")] }],
    ["eu", "IE IN", "gap nothing-stated", { vendor: "US" }],
    ["eu", "US IN", "safeguarded safeguard eu-scc", { vendor: "US", with: [dpf("eu"), scc("eu")] }],
    ["eu", "", "unknown no-location", { vendor: "US" }],
    ["eu", "IE", "none-needed at-home eu-members until 2020-12-31", { vendor: "GI", on: "2020-06-01" }],
    ["eu", "IE", "unknown importer-outside until 2023-07-09", { vendor: "US", on: "2021-01-01", with: [dpf("eu")] }],
    ["eu", "IE", "none-needed inbound", { vendor: "US", role: "source" }],
  ],
  "clauses for some places only": [
    ["eu", "US PH", "gap unfit", { with: [{ ...scc("eu"), countries: ["US"] }] }],
    ["eu", "US PH", "safeguarded safeguard eu-scc", { with: [{ ...scc("eu"), countries: ["US", "PH"] }] }],
    ["eu", "US PH", "safeguarded safeguard eu-scc", { with: [{ ...scc("eu"), countries: [] }] }],
    ["eu", "PH", "safeguarded safeguard eu-scc", { with: [{ ...scc("eu"), countries: ["142"] }] }],
    ["eu", "142", "gap unfit", { with: [{ ...scc("eu"), countries: ["PH"] }] }],
    ["eu", "035", "safeguarded safeguard eu-scc", { with: [{ ...scc("eu"), countries: ["142"] }] }],
    ["eu", "IE", "unknown importer-outside", { vendor: "US", with: [{ ...scc("eu"), countries: ["PH"] }] }],
    ["eu", "IE", "safeguarded safeguard eu-scc", { vendor: "US", with: [{ ...scc("eu"), countries: ["US"] }] }],
    // The addendum amends clauses that are about another place.
    ["uk", "PH", "gap unfit", { with: [{ ...scc("eu"), countries: ["US"] }, addendum] }],
    ["uk", "US", "safeguarded safeguard uk-addendum", { with: [{ ...scc("eu"), countries: ["US"] }, addendum] }],
    ["uk", "US", "gap unfit", { with: [scc("eu"), { ...addendum, countries: ["PH"] }] }],
  ],
  "before what is recorded of a mechanism": [
    ["eu", "IN", "unknown law-not-recorded until 2018-05-24", { on: "2017-06-01", with: [stated("bcr", "eu")] }],
    [
      "eu",
      "IN",
      "unknown law-not-recorded until 2018-05-24",
      { on: "2018-05-24", with: [stated("ad-hoc-clauses", "eu")] },
    ],
    ["eu", "IN", "safeguarded safeguard eu-bcr", { on: "2018-05-25", with: [stated("bcr", "eu")] }],
    ["uk", "IN", "unknown law-not-recorded until 2018-05-24", { on: "2017-06-01", with: [stated("bcr", "uk")] }],
    // The Directive knew neither, and clauses are recorded from the first.
    ["eu", "IN", "gap unfit until 2018-05-24", { on: "2017-06-01", with: [stated("certification", "eu")] }],
    ["eu", "IN", "gap unfit until 2001-09-02", { on: "2001-01-01", with: [olderScc("eu")] }],
    [
      "eu",
      "IN",
      "safeguarded safeguard eu-scc-2010",
      { on: "2017-06-01", with: [stated("bcr", "eu"), olderScc("eu")] },
    ],
    ["eu", "IN CN", "unknown law-not-recorded until 2018-05-24", { on: "2017-06-01", with: [stated("bcr", "eu")] }],
    [
      "eu",
      "IE",
      "unknown law-not-recorded until 2018-05-24",
      { on: "2017-06-01", vendor: "US", with: [stated("bcr", "eu")] },
    ],
  ],
  areas: [
    ["eu", "150", "gap nothing-stated"],
    ["uk", "150", "gap nothing-stated"],
    ["ch", "155", "gap nothing-stated"],
    ["eu", "154", "gap unfit", { with: [stated("adequacy", "eu")] }],
    ["eu", "019", "gap unfit", { with: [dpf("eu")] }],
    ["eu", "021", "gap unfit", { with: [dpf("eu")] }],
    ["eu", "142", "safeguarded safeguard eu-scc", { with: [scc("eu")] }],
    ["uk", "009", "safeguarded safeguard uk-idta", { with: [idta] }],
  ],
  "areas, missing places, and several of them": [
    ["eu", "001", "gap nothing-stated"],
    ["eu", "001", "gap unfit", { with: [stated("adequacy", "eu")] }],
    ["eu", "001", "gap unfit", { with: [dpf("eu")], vendor: "US" }],
    ["eu", "001", "safeguarded safeguard eu-scc", { with: [scc("eu")] }],
    ["uk", "001", "safeguarded safeguard uk-idta", { with: [idta] }],
    ["eu", "", "unknown no-location"],
    ["uk", "", "unknown no-location"],
    ["eu", "", "unknown no-location", { with: [scc("eu"), dpf("eu")] }],
    ["eu", "IE:storage IN:access", "gap nothing-stated"],
    ["eu", "IE:storage IN:access", "safeguarded safeguard eu-scc", { with: [scc("eu")] }],
    ["eu", "FR US:backup", "gap nothing-stated"],
    ["eu", "FR US:backup", "adequate certified-recipient eu-us-dpf", { with: [dpf("eu")] }],
    ["eu", "US IN:access", "gap unfit", { with: [dpf("eu")] }],
    ["eu", "US IN:access", "safeguarded safeguard eu-scc", { with: [dpf("eu"), scc("eu")] }],
    ["eu", "FR GB", "adequate adequacy-decision eu-gb until 2031-12-27"],
    ["eu", "GB US", "adequate certified-recipient eu-us-dpf until 2031-12-27", { with: [dpf("eu")] }],
    ["uk", "GB FR", "adequate adequacy-decision uk-schedule-21"],
    ["eu", "FR DE NO", "none-needed at-home eu-members"],
    // A gap is another one once a further place is part of it.
    ["eu", "AF:access GB", "gap nothing-stated until 2031-12-27"],
    ["eu", "US", "none-needed inbound", { role: "source" }],
    ["eu", "", "none-needed inbound", { role: "source" }],
  ],
};

for (const [about, cases] of Object.entries(CASES)) {
  test.for(cases)(`${about}: %s, %s: %s %o`, ([regime, places, expected, options = {}]) => {
    const subject: Subject = {
      vendorCountry: options.vendor,
      role: options.role,
      locations: places.split(" ").filter(Boolean).map(place),
      safeguards: options.with ?? [],
    };
    const { verdict, reason, until } = assess(subject, regime, options.on ?? TODAY);
    const rule = reason.rule ? ` ${reason.rule}` : "";
    expect(`${verdict} ${reason.code}${rule}${until ? ` until ${until}` : ""}`).toBe(expected);
  });
}

test("the table is as long as it has to be", () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThanOrEqual(80);
});

test("the reason says what else would cover the place, when it was checked, and why what is stated does not", () => {
  const us = [{ country: "US" }];
  const both = [
    { ...dpf("eu"), checkedOn: "2026-10-01" },
    { ...scc("eu"), backup: true },
  ];
  const covered = assess({ locations: us, safeguards: both }, "eu", TODAY);
  expect(covered.reason).toEqual({
    code: "certified-recipient",
    place: "US",
    kind: "processing",
    rule: "eu-us-dpf",
    checkedOn: "2026-10-01",
    fallback: ["scc"],
  });
  expect(covered.source).toMatch(/CELEX:32023D1795$/);
  expect(verdictSentence(covered, "eu", "en")).toMatchInlineSnapshot(
    `"EU: the United States is covered by the recipient's certification (EU-US Data Privacy Framework, Implementing Decision (EU) 2023/1795; checked on 1 October 2026), with standard contractual clauses as fallback."`,
  );
  const uncovered = assess({ locations: us, safeguards: both }, "uk", TODAY);
  expect(uncovered.reason).toMatchObject({
    unfit: [
      { mechanism: "dpf", why: "other-regime" },
      { mechanism: "scc", why: "other-regime" },
    ],
  });
  expect(verdictSentence(uncovered, "uk", "en")).toMatchInlineSnapshot(
    `"UK: nothing stated covers the United States; the entry states only the Data Privacy Framework (stated for another regime only; the transfer would be covered by the UK Extension to the EU-US Data Privacy Framework, if the certified company's entry on the public list has it) and standard contractual clauses (stated for another regime only)."`,
  );
  expect(uncovered.source).toBe("https://www.legislation.gov.uk/eur/2016/679");
});

test("clauses of two editions cover a place in whichever order they are stated: the newer ones are named", () => {
  const found = [
    [scc("eu"), olderScc("eu")],
    [olderScc("eu"), scc("eu")],
  ].map((safeguards) => assess({ locations: [place("IN")], safeguards }, "eu", "2021-07-01"));
  expect(found[0]).toEqual(found[1]);
  expect(found[0]?.rules).toEqual(["eu-scc"]);
});

test("every place that nothing covers is named, and what ends at another place than the weakest too", () => {
  const said = (places: string, safeguards: Stated[] = [], on = TODAY) => {
    const assessment = assess({ locations: places.split(" ").map(place), safeguards }, "eu", on);
    return [assessment.uncovered.join(), verdictSentence(assessment, "eu", "en")];
  };
  expect([
    said("US IN:access IN:storage FR"),
    said("GB US", [dpf("eu")]),
    said("AF GB"),
    said("BR IN", [], "2026-01-01"),
  ]).toMatchInlineSnapshot(`
    [
      [
        "IN,US",
        "EU: no transfer tool is stated for India; not covered either: the United States.",
      ],
      [
        "",
        "EU: the United States is covered by the recipient's certification (EU-US Data Privacy Framework, Implementing Decision (EU) 2023/1795; not said to have been checked); the verdict holds until 27 December 2031, when what covers the United Kingdom (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574) ends.",
      ],
      [
        "AF",
        "EU: no transfer tool is stated for Afghanistan; what covers the United Kingdom (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574) ends on 27 December 2031.",
      ],
      [
        "BR,IN",
        "EU: no transfer tool is stated for Brazil; not covered either: India.",
      ],
    ]
  `);
});

test("until the end of 2020 the law that asks for a safeguard in the United Kingdom is the EU's", () => {
  const sourceOn = (on: string) => assess({ locations: [place("IN")], safeguards: [] }, "uk", on).source;
  expect(sourceOn("2020-12-31")).toMatch(/CELEX:32016R0679$/);
  expect(sourceOn("2021-01-01")).toBe("https://www.legislation.gov.uk/eur/2016/679");
});

test("a sentence speaks of the law that ruled, in the words of its regime", () => {
  const sentence = (regime: Regime, country: string, on: string, ...safeguards: Stated[]) =>
    verdictSentence(assess({ locations: [place(country)], safeguards }, regime, on), regime, "en");
  expect([
    sentence("eu", "GB", "2021-03-01"),
    sentence("uk", "FR", "2020-06-01"),
    sentence("uk", "FR", TODAY),
    sentence("ch", "IN", TODAY, stated("derogation", "ch")),
    sentence("uk", "IN", TODAY, stated("derogation", "uk")),
    sentence("ch", "IN", TODAY, stated("ad-hoc-clauses", "ch")),
    sentence("eu", "IN", TODAY, stated("ad-hoc-clauses", "eu")),
    sentence("uk", "IN", TODAY, addendum, { ...scc("eu"), countries: ["PH"] }),
  ]).toMatchInlineSnapshot(`
    [
      "EU: a transfer to the United Kingdom is treated as none (EU-UK Trade and Cooperation Agreement, Art. 782 (FINPROV.10A): not a transfer to a third country); the verdict holds until 27 June 2021.",
      "UK: no transfer is stated, as the law of the EU, which was the UK's then, applies in France; the verdict holds until 31 December 2020.",
      "UK: France is recognised as adequate (Data Protection Act 2018, Schedule 21, para. 5).",
      "Switzerland: only an exception for single cases (Art. 17 FADP) is stated for India.",
      "UK: only an exception for single cases (Art. 49 UK GDPR) is stated for India.",
      "Switzerland: India is covered by contractual clauses notified to the FDPIC.",
      "EU: India is covered by contractual clauses authorised by an authority.",
      "UK: nothing stated covers India; the entry states only standard contractual clauses (stated for another regime only) and the UK Addendum to the standard contractual clauses (worth nothing without the clauses, which are not stated for this place).",
    ]
  `);
});

test("of several adequacy decisions the one about some recipients only decides", () => {
  const reasonOf = (...places: string[]) =>
    assess({ locations: places.map(place), safeguards: [] }, "eu", TODAY).reason;
  expect(reasonOf("AR", "CA")).toMatchObject({ place: "CA", scope: "pipeda" });
  expect(reasonOf("GB", "JP")).toMatchObject({ place: "JP", scope: "appi" });
});

test("a certification that is stated as the fallback comes first, beside what it is the fallback of", () => {
  const { reason } = assess(
    {
      locations: [place("US")],
      safeguards: [scc("eu"), { ...dpf("eu"), backup: true }, { ...stated("bcr", "eu"), backup: true }],
    },
    "eu",
    TODAY,
  );
  expect(reason).toMatchObject({ code: "certified-recipient", besides: ["scc"], fallback: ["bcr"] });
});

test("what is stated beside each other is no fallback, unless it is stated as one", () => {
  const reasonOf = (code: string, ...safeguards: Stated[]) =>
    assess({ locations: [place(code)], safeguards }, "eu", TODAY).reason;
  const beside = { besides: ["scc"] };
  expect(reasonOf("US", dpf("eu"), scc("eu"))).toMatchObject({ code: "certified-recipient", ...beside });
  expect(reasonOf("US", dpf("eu"), scc("eu"))).not.toHaveProperty("fallback");
  expect(reasonOf("GB", scc("eu"))).toMatchObject({ code: "adequacy-decision", ...beside });
  expect(reasonOf("US", scc("eu"), stated("bcr", "eu"))).toMatchObject({ mechanism: "scc", besides: ["bcr"] });
  expect(reasonOf("US", dpf("eu"), { ...scc("eu"), backup: true })).toMatchObject({ fallback: ["scc"] });
});

test("every reason why something does not fit is told apart", () => {
  const why = (regime: Regime, places: string, safeguard: Stated, vendorCountry?: string, on = TODAY) => {
    const subject = { vendorCountry, locations: [place(places)], safeguards: [safeguard] };
    const { reason } = assess(subject, regime, on);
    return "unfit" in reason && reason.unfit.map((each) => each.why).join();
  };
  expect([
    why("uk", "US", dpf("eu")),
    why("eu", "IN", stated("uk-idta", "eu")),
    why("uk", "IN", idta, undefined, "2021-06-01"),
    why("eu", "US", dpf("eu"), "US", "2021-06-01"),
    why("eu", "IN", dpf("eu")),
    why("eu", "US", dpf("eu"), "IE"),
    why("uk", "IN", addendum),
    why("uk", "IN", scc("uk")),
    why("ch", "IN", scc("ch")),
    why("eu", "IN", stated("adequacy", "eu")),
    why("eu", "IN", stated("derogation", "eu")),
  ]).toEqual([
    "other-regime",
    "wrong-regime",
    "not-in-force",
    "not-in-force",
    "place-not-in-us",
    "recipient-not-in-us",
    "needs-scc",
    "needs-addendum",
    "needs-addendum",
    "no-decision",
    "exception",
  ]);
});

test("a certification of another company counts wherever the vendor is; the vendor's own seat it does not cover", () => {
  const certified = { ...dpf("eu"), certified: "Harbor, Inc." };
  const of = (vendorCountry: string) =>
    assess({ vendorCountry, locations: [place("US")], safeguards: [certified] }, "eu", TODAY);
  expect(of("IE")).toMatchObject({ verdict: "adequate", reason: { certified: "Harbor, Inc.", place: "US" } });
  expect(of("PR").reason.code).toBe("importer-outside");
  expect(of("IN")).toMatchObject({ verdict: "unknown", reason: { code: "importer-outside", place: "IN" } });
});

test("a verdict names every rule it rests on", () => {
  const subject = { locations: ["US", "GB", "FR", "JP"].map(place), safeguards: [dpf("eu")] };
  expect(assess(subject, "eu", TODAY).rules).toEqual(["eu-gb", "eu-jp", "eu-members", "eu-us-dpf"]);
});

test("the sentence of each kind of reason", () => {
  const sentence = (places: string, safeguards: Stated[] = [], more: Partial<Subject> = {}, on = TODAY) =>
    verdictSentence(
      assess({ locations: places.split(" ").filter(Boolean).map(place), safeguards, ...more }, "eu", on),
      "eu",
      "en",
    );
  expect([
    sentence("FR", [], { role: "source" }),
    sentence("FR"),
    sentence("CA"),
    sentence("GB", [scc("eu")]),
    sentence("US", [dpf("eu")]),
    sentence("US", [scc("eu"), stated("bcr", "eu")]),
    sentence(""),
    sentence("FR", [], {}, "1990-01-01"),
    sentence("001", [dpf("eu"), stated("adequacy", "eu")]),
    sentence("IN", [stated("derogation", "eu")]),
    sentence("IN"),
  ]).toMatchInlineSnapshot(`
    [
      "EU: nothing is transferred to it; data comes from it.",
      "EU: no transfer is stated, as the data protection law of the EU applies in France.",
      "EU: Canada is recognised as adequate for commercial organisations under PIPEDA (Decision 2002/2/EC).",
      "EU: the United Kingdom is recognised as adequate (Implementing Decision (EU) 2021/1772, renewed by Implementing Decision (EU) 2025/2574), with standard contractual clauses stated besides; the verdict holds until 27 December 2031.",
      "EU: the United States is covered by the recipient's certification (EU-US Data Privacy Framework, Implementing Decision (EU) 2023/1795; not said to have been checked).",
      "EU: the United States is covered by standard contractual clauses and by binding corporate rules.",
      "EU: no place is stated.",
      "EU: the law of that date is not recorded here.",
      "EU: nothing stated covers transfers worldwide; the entry states only the EU-US Data Privacy Framework (only for certified companies in the United States) and an adequacy decision (the level of protection of this place is not recognised as adequate).",
      "EU: only an exception for single cases (Art. 49 GDPR) is stated for India.",
      "EU: no transfer tool is stated for India.",
    ]
  `);
});
