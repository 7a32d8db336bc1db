import { z } from "@hono/zod-openapi";

/**
 * The transfer tools of GDPR Art. 45-49 and of their UK and Swiss counterparts: the first, where several cover a place,
 * is named. Fixed, so that the order they are stated in never matters.
 *
 * `unstated` is which regimes one is about when it does not say. Never more than its name tells: the UK Extension and the
 * Swiss-US framework are certified apart from the EU-US one, and approvals are given per regime; but Switzerland takes
 * binding corporate rules that the authority of a State with adequate protection has approved (FADP Art. 16(2)(e)).
 */
export const MECHANISMS = {
  dpf: { unstated: ["eu"] },
  scc: { unstated: ["eu"] },
  "uk-addendum": { unstated: ["uk"] },
  "uk-idta": { unstated: ["uk"] },
  "swiss-addendum": { unstated: ["ch"] },
  bcr: { unstated: ["eu", "ch"] },
  "code-of-conduct": { unstated: ["eu"] },
  certification: { unstated: ["eu"] },
  "ad-hoc-clauses": { unstated: ["eu"] },
  adequacy: { unstated: ["eu", "uk", "ch"] },
  derogation: { unstated: ["eu", "uk", "ch"] },
} as const;

export type Mechanism = keyof typeof MECHANISMS;
export const Mechanism = z.enum(Object.keys(MECHANISMS) as Mechanism[]);
