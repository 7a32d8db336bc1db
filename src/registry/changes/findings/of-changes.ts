import type { Deps } from "../../../deps.ts";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import { listOn } from "../../../model/change/history.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import type { IsoDate } from "../../../model/values/dates.ts";
import { entityOf, type VendorDocument } from "../../../model/vendor/vendor-document.ts";
import {
  type Finding,
  findingsOf,
  type Law,
  type ListedVendor,
  lawWith,
  mustBeAccepted,
} from "../../../transfers/index.ts";
import { loadHistory } from "../../log/history.ts";
import { readOrganisation } from "../../log/organisation.ts";
import { disguisedIn } from "./in-disguise.ts";

/** A finding about a vendor of the list, or of a change set. */
export type VendorFinding = Finding & { vendor: string };

/** By whose settings, and by which law, documents are judged. */
export type Judge = { organisation: Organisation; law: Law };

/** What is found about one document, beside the others of a list. */
export function judged(
  { organisation: { regimes, safeguards }, law }: Judge,
  others: readonly ListedVendor[],
  { slug, document }: ListedVendor,
  on: IsoDate,
): VendorFinding[] {
  return findingsOf(document, { regimes, on, slug, others, listSafeguards: safeguards, law }).map((finding) => ({
    vendor: slug,
    ...finding,
  }));
}

/**
 * What has to be accepted to announce a set: what is found about the documents it makes and is not found about the
 * documents it changes, judged for the same day. What was so before does not hold up a change of something else; of another legal
 * entity nothing was so before.
 */
export function toAcceptOfChanges(
  judge: Judge,
  history: readonly RecordedChange[],
  changes: readonly RecordedChange[],
  on: IsoDate,
  how: { isIntended: boolean },
): VendorFinding[] {
  const list = listWith(history, changes, on);
  return changes.flatMap(({ vendor: { slug }, before, after }) => {
    const foundIn = (document: VendorDocument | null) =>
      document ? judged(judge, list, { slug, document }, on).filter((each) => mustBeAccepted(each, how)) : [];
    const same = before && after && !isAnother(before, after) ? before : null;
    const known = new Set(foundIn(same).map(({ identity }) => identity));
    return foundIn(after).filter(({ identity }) => !known.has(identity));
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
): ListedVendor[] {
  const changed = new Set(changes.map(({ vendor }) => vendor.slug));
  return [...listOn(history, on).filter(({ slug }) => !changed.has(slug)), ...madeBy(changes)];
}

const madeBy = (changes: readonly RecordedChange[]): ListedVendor[] =>
  changes.flatMap(({ vendor, after }) => (after ? [{ slug: vendor.slug, document: after }] : []));

/**
 * What has to be accepted to announce a set for a day, as announcing asks; of one that was announced, what had to be, by
 * the organisation of then and by the law as it was amended on that day.
 */
export async function findingsToAccept(
  { db }: Pick<Deps, "db">,
  number: number,
  on: IsoDate,
  then?: { organisation: Organisation; on: IsoDate },
): Promise<VendorFinding[]> {
  const changes = await loadHistory(db, { sets: [number] });
  const history = await loadHistory(db, { from: on });
  const { organisation, amendments } = await readOrganisation(db);
  const known = then ? amendments.filter((each) => each.on <= then.on) : amendments;
  const isRectification = changes.some(({ set }) => set.rectification !== null);
  const how = { isIntended: !isRectification };
  const judge = { organisation: then?.organisation ?? organisation, law: lawWith(known) };
  const disguised = disguisedIn(changes, { isRectification }).filter((each) => mustBeAccepted(each, how));
  return [...disguised, ...toAcceptOfChanges(judge, history, changes, on, how)];
}

/**
 * What is found about the documents a set makes, draft or announced, on the date it takes effect, beside the rest of the
 * list then. Gives nothing for a set there is not.
 */
export async function findingsOfSet({ db }: Deps, number: number, on: IsoDate): Promise<VendorFinding[]> {
  const changes = await loadHistory(db, { sets: [number] });
  const list = listWith(await loadHistory(db, { from: on }), changes, on);
  const { organisation, amendments } = await readOrganisation(db);
  const judge = { organisation, law: lawWith(amendments) };
  const isRectification = changes.some(({ set }) => set.rectification !== null);
  return [
    ...disguisedIn(changes, { isRectification }),
    ...madeBy(changes).flatMap((each) => judged(judge, list, each, on)),
  ];
}
