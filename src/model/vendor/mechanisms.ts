import { z } from "@hono/zod-openapi";

/**
 * The transfer tools of GDPR Art. 45-49 and of their UK and Swiss counterparts. Where several cover a place, the first of
 * this table is named. So the order in which a document states them never matters.
 *
 * `unstated` are the regimes that a tool is about where the document does not say: no more than the tool's name tells.
 * The UK Extension and the Swiss-US framework are certified apart from the EU-US one. Approvals are given per regime; but
 * Switzerland accepts binding corporate rules approved in a State with adequate protection (FADP Art. 16(2)(e)).
 * `abbreviation` is what lawyers of any language look for.
 */
export const MECHANISMS = {
  dpf: { unstated: ["eu"], abbreviation: "DPF" },
  scc: { unstated: ["eu"], abbreviation: "SCCs" },
  "uk-addendum": { unstated: ["uk"] },
  "uk-idta": { unstated: ["uk"], abbreviation: "IDTA" },
  "swiss-addendum": { unstated: ["ch"] },
  bcr: { unstated: ["eu", "ch"], abbreviation: "BCRs" },
  "code-of-conduct": { unstated: ["eu"] },
  certification: { unstated: ["eu"] },
  "ad-hoc-clauses": { unstated: ["eu"] },
  adequacy: { unstated: ["eu", "uk", "ch"] },
  derogation: { unstated: ["eu", "uk", "ch"] },
} as const satisfies Record<string, { unstated: readonly string[]; abbreviation?: string }>;

export type Mechanism = keyof typeof MECHANISMS;
export const Mechanism = z.enum(Object.keys(MECHANISMS) as Mechanism[]);
