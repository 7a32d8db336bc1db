import { type Page, type PageOf, pagesInMemory } from "../../db/paging.ts";
import type { Deps } from "../../deps.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import {
  comingAfter,
  type DatedChange,
  dated,
  inForceOrder,
  plannedFor,
  statusOn,
  type VendorStatus,
} from "../../model/change/history.ts";
import { changeSetViews, type VendorView } from "../../model/change/register.ts";
import { type IsoDate, latest } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { Key } from "../../model/values/text.ts";
import { type Assessed, assessAll } from "../../transfers/index.ts";
import { loadHistory } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { withVerdicts } from "./change-sets.ts";
import { judged, listWith, type VendorFinding } from "./findings/of-changes.ts";
import { findVendor } from "./vendors.ts";

/** Vendors by slug. */
export const vendorPages = pagesInMemory({ slug: Key });

/** With `at`, those in force on that date; without, all but the removed, unless a status is asked for. */
export async function listVendors(
  deps: Deps,
  query: PageOf<typeof vendorPages> & {
    at?: IsoDate | undefined;
    status?: VendorStatus | undefined;
    q?: string | undefined;
  },
): Promise<Page<VendorView>> {
  const on = query.at ?? (await organisationToday(deps)).today;
  // Of a removed vendor what it was before is shown.
  const from = query.status === "removed" ? undefined : on;
  const byVendor = Map.groupBy(await loadHistory(deps.db, { from }), ({ vendor }) => vendor.slug);
  const vendors = [...byVendor.values()]
    .flatMap((history) => view(history, on) ?? [])
    .filter(({ status }) => (query.status ? status === query.status : status !== "removed"))
    .filter(({ status }) => query.at === undefined || status === "active" || status === "leaving")
    .filter((vendor) => query.q === undefined || mentions(vendor, query.q));
  return vendorPages.page(query, vendors);
}

/** One vendor on a date, or as a draft has it. Refuses: not-found. */
export async function describeVendor(
  deps: Deps,
  slug: string,
  { at, changeSet }: { at?: IsoDate | undefined; changeSet?: number },
): Promise<VendorView> {
  const vendor = await findVendor(deps.db, slug);
  const on = at ?? (await organisationToday(deps)).today;
  const found = view(await loadHistory(deps.db, { vendorId: vendor.id }), on, changeSet);
  if (!found || (at !== undefined && !["active", "leaving"].includes(found.status))) {
    throw new Refusal("not-found", at ? `"${slug}" was not on the list on ${at}.` : `There is no vendor "${slug}".`);
  }
  return found;
}

/** Every change of a vendor with what matters of its set, newest first. Refuses: not-found. */
export async function vendorHistory(deps: Deps, slug: string) {
  const vendor = await findVendor(deps.db, slug);
  const judge = await organisationToday(deps);
  const { today } = judge;
  const sets = changeSetViews(await loadHistory(deps.db, { vendorId: vendor.id }), today);
  return sets.flatMap((set) => withVerdicts(set, judge).map((change) => ({ ...set, ...change })));
}

function view(recorded: RecordedChange[], on: IsoDate, changeSet?: number): VendorView | null {
  const history = dated(recorded);
  const inForce = inForceOrder(history)
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .at(-1);
  const coming = comingAfter(history, on);
  const drafts = history.filter(({ set }) => set.state === "draft");
  const candidates = [
    history.find((change) => change.changeSet === changeSet),
    inForce,
    coming[0],
    drafts.at(-1),
    ...history.toReversed(),
  ];
  const shown = candidates.find((change) => change?.after) ?? history.at(-1);
  const document = shown?.after ?? shown?.before;
  const slug = shown?.vendor.slug;
  if (!shown || !document || !slug) return null;
  return {
    ...document,
    slug,
    status: statusOn(history, on),
    changeSet: shown.changeSet,
    effectiveOn: shown.effectiveOn ?? plannedFor(shown),
    pending: [...coming.map(pendingAs("announced")), ...drafts.map(pendingAs("draft"))],
  };
}

const pendingAs = (state: "announced" | "draft") => (change: DatedChange) => ({
  changeSet: change.changeSet,
  state,
  kind: change.kind,
  effectiveOn: change.effectiveOn ?? plannedFor(change),
});

/** Whether a text is in any value of a document, at whatever depth. */
function mentions(value: unknown, text: string): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some((each) => mentions(each, text));
  return typeof value === "string" && value.toLowerCase().includes(text.toLowerCase());
}

/** A vendor with what covers its transfers, and what is found about it. */
export type JudgedVendor = VendorView & { transfers: Assessed[]; findings: VendorFinding[] };

/**
 * Judges a vendor's document as it is shown: for the date it is shown for, or on which it takes effect; a draft's beside
 * the others of the draft. Nothing is transferred to one that was removed.
 */
export async function judgeVendor(deps: Deps, vendor: VendorView, at?: IsoDate): Promise<JudgedVendor> {
  if (vendor.status === "removed") return { ...vendor, transfers: [], findings: [] };
  const { today, ...judge } = await organisationToday(deps);
  const on = at ?? latest(today, vendor.effectiveOn ?? today);
  const history = await loadHistory(deps.db, { from: on });
  const drafted = history.filter(({ changeSet, set }) => changeSet === vendor.changeSet && set.state === "draft");
  const listed = { slug: vendor.slug, document: vendor };
  return {
    ...vendor,
    transfers: assessAll([listed], judge.organisation.regimes, on, judge.law),
    findings: judged(judge, listWith(history, drafted, on), listed, on),
  };
}
