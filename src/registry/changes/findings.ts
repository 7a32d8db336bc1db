import type { Deps } from "../../deps.ts";
import type { RecordedChange } from "../../model/change-set.ts";
import { dateIn, type IsoDate, latest } from "../../model/dates.ts";
import { comingAfter, listOn } from "../../model/history.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { Refusal } from "../../model/refusal.ts";
import type { VendorDocument } from "../../model/vendor-document.ts";
import { entityOf } from "../../model/weight.ts";
import { type Finding, type FindingCode, findingsOf, type Listed, type Severity } from "../../transfers/index.ts";
import { loadHistory } from "../log/load-history.ts";
import { getOrganisation } from "../log/organisation.ts";
import type { AcceptedFindings } from "./announcement.ts";

/** A finding about a vendor of the list, or of a change set. */
export type VendorFinding = Finding & { vendor: string };

/** One about what is published: the set that made, or will make, the document, and the date it is judged for. */
export type PublishedFinding = VendorFinding & {
  changeSet: number;
  on: IsoDate;
  /** Where it stands among the findings of the document. */
  index: number;
};

export type FindingFilter = {
  vendor?: string | undefined;
  severity?: Severity | undefined;
  code?: FindingCode | undefined;
};

export type FindingPosition = Pick<PublishedFinding, "vendor" | "changeSet" | "index">;

/**
 * What is found about the list in force, judged for today, and what is found besides about what is announced to come,
 * judged for the day it takes effect. By vendor; of a document the gravest first.
 */
export async function listFindings(
  deps: Deps,
  { vendor, severity, code }: FindingFilter,
  { after, limit }: { after: FindingPosition | null; limit: number },
): Promise<PublishedFinding[]> {
  const organisation = await getOrganisation(deps.db);
  const history = await loadHistory(deps.db);
  const today = dateIn(organisation.timeZone, deps.clock.now());
  return published(organisation, history, today)
    .filter((each) => after === null || compare(each, after) > 0)
    .filter((each) => (vendor ?? each.vendor) === each.vendor)
    .filter((each) => (severity ?? each.severity) === each.severity && (code ?? each.code) === each.code)
    .slice(0, limit);
}

function published(organisation: Organisation, history: readonly RecordedChange[], today: IsoDate): PublishedFinding[] {
  const found = new Map<string, PublishedFinding[]>();
  const known = new Map<string, Set<string>>();
  const find = (listed: Listed, list: readonly Listed[], changeSet: number, on: IsoDate) => {
    const before = known.get(listed.slug) ?? new Set();
    const findings = judged(organisation, list, listed, on).map((each, index) => ({ ...each, changeSet, on, index }));
    const news = findings.filter(({ facts }) => !before.has(facts));
    found.set(listed.slug, [...(found.get(listed.slug) ?? []), ...news]);
    known.set(listed.slug, new Set([...before, ...findings.map(({ facts }) => facts)]));
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
  return [...found.values()].flat().sort(compare);
}

function compare(a: FindingPosition, b: FindingPosition): number {
  if (a.vendor !== b.vendor) return a.vendor < b.vendor ? -1 : 1;
  return a.changeSet - b.changeSet || a.index - b.index;
}

/** What is found about one document, beside the others of a list. */
export function judged(
  { regimes, safeguards }: Organisation,
  others: readonly Listed[],
  { slug, document }: Listed,
  on: IsoDate,
): VendorFinding[] {
  return findingsOf(document, { regimes, on, slug, others, listSafeguards: safeguards }).map((finding) => ({
    vendor: slug,
    ...finding,
  }));
}

/** What is found about the documents a set makes, on the date it takes effect, beside the rest of the list then. */
export function findingsOfChanges(
  organisation: Organisation,
  history: readonly RecordedChange[],
  changes: readonly RecordedChange[],
  on: IsoDate,
): VendorFinding[] {
  const list = listWith(history, changes, on);
  return madeBy(changes).flatMap((each) => judged(organisation, list, each, on));
}

/**
 * The errors a set would bring: those found about the documents it makes that are not found about the documents it
 * changes, judged for the same day. What was so before does not hold up a change of something else; of another legal
 * entity nothing was so before.
 */
export function errorsOfChanges(
  organisation: Organisation,
  history: readonly RecordedChange[],
  changes: readonly RecordedChange[],
  on: IsoDate,
): VendorFinding[] {
  const list = listWith(history, changes, on);
  return changes.flatMap(({ vendor: { slug }, before, after }) => {
    const errorsIn = (document: VendorDocument | null) =>
      document ? judged(organisation, list, { slug, document }, on).filter(({ severity }) => severity === "error") : [];
    const same = before && after && !isAnother(before, after) ? before : null;
    const known = new Set(errorsIn(same).map(({ facts }) => facts));
    return errorsIn(after).filter(({ facts }) => !known.has(facts));
  });
}

/** Whether a version names another legal entity. Where neither states one, a new name is taken for a new name. */
const isAnother = (before: VendorDocument, after: VendorDocument): boolean =>
  (before.legalName !== undefined || after.legalName !== undefined) && entityOf(before) !== entityOf(after);

/** The list on a date as changes would make it. */
export function listWith(
  history: readonly RecordedChange[],
  changes: readonly RecordedChange[],
  on: IsoDate,
): Listed[] {
  const changed = new Set(changes.map(({ vendor }) => vendor.slug));
  return [...listOn(history, on).filter(({ slug }) => !changed.has(slug)), ...madeBy(changes)];
}

const madeBy = (changes: readonly RecordedChange[]): Listed[] =>
  changes.flatMap(({ vendor, after }) => (after ? [{ slug: vendor.slug, document: after }] : []));

/** What is found about a set's documents, draft or announced. Gives nothing for a set there is not. */
export async function findingsOfSet({ db }: Deps, number: number, on: IsoDate): Promise<VendorFinding[]> {
  const history = await loadHistory(db);
  const changes = history.filter((change) => change.changeSet === number);
  return findingsOfChanges(await getOrganisation(db), history, changes, on);
}

/**
 * Refuses to announce documents with errors unless each is accepted. Gives those that were, for the audit log; null
 * when there are none. Refuses: findings-not-accepted, with the `findings`.
 */
export function acceptErrors(
  errors: readonly VendorFinding[],
  accepted: AcceptedFindings | undefined,
): { reason: string; findings: RecordedFinding[] } | null {
  const refused = errors.filter(({ code }) => !accepted?.codes.includes(code));
  if (refused.length > 0) {
    const codes = JSON.stringify([...new Set(errors.map(({ code }) => code))]);
    throw new Refusal(
      "findings-not-accepted",
      `Mend the documents; or announce the change set on its own with acceptFindings ${codes} and acceptFindingsReason.`,
      {
        errors: refused.map(({ pointer, message }) => ({ pointer, detail: message })),
        members: { findings: refused.map(({ facts: _, ...finding }) => finding) },
      },
    );
  }
  if (!accepted || errors.length === 0) return null;
  return { reason: accepted.reason, findings: recorded(errors) };
}

/** A finding as the audit log names it. */
type RecordedFinding = { vendor: string; code: string; pointer: string };

export const recorded = (findings: readonly RecordedFinding[]): RecordedFinding[] =>
  findings.map(({ vendor, code, pointer }) => ({ vendor, code, pointer }));
