import { z } from "@hono/zod-openapi";
import { KEY, type Page, type PageOf, pagesInMemory } from "../../../db/paging.ts";
import type { Deps } from "../../../deps.ts";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import { comingAfter, listOn } from "../../../model/change/history.ts";
import { type IsoDate, latest } from "../../../model/values/dates.ts";
import { Key } from "../../../model/values/text.ts";
import { type FindingCode, findingsOfLaw, type ListedVendor, type Severity } from "../../../transfers/index.ts";
import { loadHistory } from "../../log/history.ts";
import { organisationToday } from "../../log/organisation.ts";
import { type Judge, judged, type VendorFinding } from "./of-changes.ts";

/**
 * A finding about what is published: the set that made, or will make, the document, and the date it is judged for. Of the
 * law itself, the vendor is "" and the set 0.
 */
export type PublishedFinding = VendorFinding & {
  changeSet: number;
  on: IsoDate;
  /** Where it stands among the findings of the document. */
  index: number;
};

type FindingFilter = {
  vendor?: string | undefined;
  severity?: Severity | undefined;
  code?: FindingCode | undefined;
};

/** Findings by vendor; of a document the gravest first. */
export const findingPages = pagesInMemory({ vendor: Key.or(z.literal("")), changeSet: KEY.number, index: KEY.number });

/**
 * What is found about the list in force, judged for today, and what is found besides about what is announced to come,
 * judged for the day it takes effect; and first about the law that all are judged by.
 */
export async function listFindings(
  deps: Deps,
  { vendor, severity, code, ...page }: FindingFilter & PageOf<typeof findingPages>,
): Promise<Page<PublishedFinding>> {
  const { today, ...judge } = await organisationToday(deps);
  const ofLaw = findingsOfLaw(judge.law, today).map((each) => ({
    ...each,
    vendor: "",
    changeSet: 0,
    on: today,
    index: 0,
  }));
  const ofVendors = published(judge, await loadHistory(deps.db, { from: today }), today);
  const findings = [...ofLaw, ...ofVendors]
    .filter((each) => (vendor ?? each.vendor) === each.vendor)
    .filter((each) => (severity ?? each.severity) === each.severity && (code ?? each.code) === each.code);
  return findingPages.page(page, findings);
}

function published(judge: Judge, history: readonly RecordedChange[], today: IsoDate): PublishedFinding[] {
  const found = new Map<string, PublishedFinding[]>();
  const known = new Map<string, Set<string>>();
  const find = (listed: ListedVendor, list: readonly ListedVendor[], changeSet: number, on: IsoDate) => {
    const before = known.get(listed.slug) ?? new Set();
    const findings = judged(judge, list, listed, on).map((each, index) => ({ ...each, changeSet, on, index }));
    const news = findings.filter(({ identity }) => !before.has(identity));
    found.set(listed.slug, [...(found.get(listed.slug) ?? []), ...news]);
    known.set(listed.slug, new Set([...before, ...findings.map(({ identity }) => identity)]));
  };
  const inForce = listOn(history, today);
  for (const { slug, document, changeSet } of inForce) find({ slug, document }, inForce, changeSet, today);
  // What waits for approvals beyond its date takes effect today at the earliest.
  const coming = Map.groupBy(comingAfter(history, today), ({ effectiveOn }) => latest(effectiveOn, today));
  for (const [on, changes] of coming) {
    const list = listOn(history, on);
    for (const { vendor, after, changeSet } of changes)
      if (after) find({ slug: vendor.slug, document: after }, list, changeSet, on);
  }
  return [...found.values()].flat();
}
