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
import { covers } from "../../model/vendor/countries.ts";
import { type Assessed, assessAll, type ListedVendor } from "../../transfers/index.ts";
import { loadHistory } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { withVerdicts } from "./change-sets.ts";
import { judged, listWith, type VendorFinding } from "./findings/of-changes.ts";
import { findVendor } from "./vendors.ts";

/** Vendors by slug. */
export const vendorPages = pagesInMemory({ slug: Key });

/** Which vendors are sought. */
type Sought = {
  at?: IsoDate | undefined;
  status?: VendorStatus | undefined;
  q?: string | undefined;
  /** A country or area in which one is established, or has a place. */
  place?: string | undefined;
};

/** With `at`, those in force on that date; without, all but the removed, unless a status is asked for. */
export const listVendors = async (deps: Deps, query: Sought & PageOf<typeof vendorPages>): Promise<Page<VendorView>> =>
  vendorPages.page(query, await vendorsLike(deps, query));

async function vendorsLike(deps: Deps, query: Sought): Promise<VendorView[]> {
  const on = query.at ?? (await organisationToday(deps)).today;
  // Of a removed vendor what it was before is shown.
  const from = query.status === "removed" ? undefined : on;
  const byVendor = Map.groupBy(await loadHistory(deps.db, { from }), ({ vendor }) => vendor.slug);
  return [...byVendor.values()]
    .flatMap((history) => view(history, on) ?? [])
    .filter(({ status }) => (query.status ? status === query.status : status !== "removed"))
    .filter(({ status }) => query.at === undefined || status === "active" || status === "leaving")
    .filter((vendor) => query.q === undefined || mentions(vendor, query.q))
    .filter((vendor) => query.place === undefined || isIn(vendor, query.place));
}

const isIn = ({ country, services }: VendorView, place: string): boolean =>
  [country, ...services.flatMap(({ locations }) => locations.map((each) => each.country))].some(
    (each) => each !== undefined && covers(place, each),
  );

/** What is to be looked at of a vendor: that something is found which is more than information; that something is not covered. */
export const WANTING = {
  findings: ({ findings }) => findings.some(({ severity }) => severity !== "info"),
  cover: ({ transfers }) => transfers.some(({ verdict }) => verdict === "gap" || verdict === "unknown"),
} as const satisfies Record<string, (vendor: JudgedVendor) => boolean>;
export type Wanting = keyof typeof WANTING;

/** Vendors, each judged; perhaps only those of which something is to be looked at. */
export async function surveyVendors(
  deps: Deps,
  { wanting, ...query }: Sought & PageOf<typeof vendorPages> & { wanting?: Wanting | undefined },
): Promise<Page<JudgedVendor>> {
  const like = await vendorsLike(deps, query);
  if (wanting) return vendorPages.page(query, (await judgeVendors(deps, like)).filter(WANTING[wanting]));
  const { data, next } = vendorPages.page(query, like);
  return { data: await judgeVendors(deps, data), next };
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
  const last = inForceOrder(history).findLast(({ effectiveOn }) => effectiveOn <= on);
  const inForce = last && { ...last.change, effectiveOn: last.effectiveOn };
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
  const status = statusOn(history, on);
  return {
    ...document,
    slug,
    status,
    ...(status === "removed" && !inForce && { neverListed: true as const }),
    changeSet: shown.changeSet,
    effectiveOn: shown.effectiveOn ?? plannedFor(shown),
    pending: [...coming.map(pendingAs("announced")), ...drafts.map(pendingAs("draft"))],
  };
}

const pendingAs = (state: "announced" | "draft") => (change: DatedChange & { awaitsApproval?: boolean }) => ({
  changeSet: change.changeSet,
  state,
  kind: change.kind,
  effectiveOn: change.effectiveOn ?? plannedFor(change),
  awaitsApproval: change.awaitsApproval ?? false,
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
  const [judged] = await judgeVendors(deps, [vendor], at);
  if (!judged) throw new Error(`"${vendor.slug}" was not judged`);
  return judged;
}

async function judgeVendors(deps: Deps, vendors: readonly VendorView[], at?: IsoDate): Promise<JudgedVendor[]> {
  const { today, ...judge } = await organisationToday(deps);
  const history = await loadHistory(deps.db, { from: at ?? today });
  const lists = new Map<string, ListedVendor[]>();
  /** The list on a day, with what a draft makes of it. */
  const beside = (on: IsoDate, changeSet: number) => {
    const drafted = history.filter((change) => change.changeSet === changeSet && change.set.state === "draft");
    const key = drafted.length > 0 ? `${on} ${changeSet}` : on;
    const list = lists.get(key) ?? listWith(history, drafted, on);
    lists.set(key, list);
    return list;
  };
  return vendors.map((vendor) => {
    if (vendor.status === "removed") return { ...vendor, transfers: [], findings: [] };
    const on = at ?? latest(today, vendor.effectiveOn ?? today);
    const listed = { slug: vendor.slug, document: vendor };
    return {
      ...vendor,
      transfers: assessAll([listed], judge.organisation.regimes, on, judge.law),
      findings: judged(judge, beside(on, vendor.changeSet), listed, on),
    };
  });
}
