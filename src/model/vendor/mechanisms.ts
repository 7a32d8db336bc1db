import { z } from "@hono/zod-openapi";
import { meaningOf } from "../values/explained.ts";

/**
 * The transfer tools of GDPR Art. 45-49 and of their UK and Swiss counterparts. Where several cover a place, the first of
 * this table is named. So the order in which a document states them never matters.
 *
 * `unstated` are the regimes that a tool is about where the document does not say: no more than the tool's name tells.
 * The UK Extension and the Swiss-US framework are certified apart from the EU-US one. Approvals are given per regime; but
 * Switzerland accepts binding corporate rules approved in a State with adequate protection (FADP Art. 16(2)(e)).
 * `abbreviation` is what lawyers of any language look for; `means` is what the contract of the API says.
 */
export const MECHANISMS = {
  dpf: {
    means: "the Data Privacy Framework (EU-US, its UK Extension, Swiss-US): the recipient is certified",
    unstated: ["eu"],
    abbreviation: "DPF",
  },
  scc: { means: "the standard contractual clauses of Decision (EU) 2021/914", unstated: ["eu"], abbreviation: "SCCs" },
  "uk-addendum": { means: "the UK Addendum to those clauses", unstated: ["uk"] },
  "uk-idta": { means: "the UK International Data Transfer Agreement", unstated: ["uk"], abbreviation: "IDTA" },
  "swiss-addendum": { means: "those clauses with their adaptation to Swiss law", unstated: ["ch"] },
  bcr: { means: "approved binding corporate rules (Art. 47)", unstated: ["eu", "ch"], abbreviation: "BCRs" },
  "code-of-conduct": { means: "an approved code of conduct (Art. 40)", unstated: ["eu"] },
  certification: { means: "an approved certification mechanism (Art. 42)", unstated: ["eu"] },
  "ad-hoc-clauses": { means: "clauses authorised for this case (Art. 46(3)(a))", unstated: ["eu"] },
  adequacy: {
    means: "the country is recognised as adequate: by a decision (Art. 45), UK adequacy regulations, the Swiss list",
    unstated: ["eu", "uk", "ch"],
  },
  derogation: { means: "an exception for a specific situation (Art. 49)", unstated: ["eu", "uk", "ch"] },
} as const satisfies Record<string, { means: string; unstated: readonly string[]; abbreviation?: string }>;

export type Mechanism = keyof typeof MECHANISMS;
export const Mechanism = z
  .enum(Object.keys(MECHANISMS) as Mechanism[])
  .describe(meaningOf(Object.fromEntries(Object.entries(MECHANISMS).map(([name, { means }]) => [name, means]))))
  .openapi("Mechanism");
