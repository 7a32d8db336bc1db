import type { Db } from "../../db/client.ts";
import { rowsOf } from "../../db/reading.ts";
import type { Known } from "../../imports/match.ts";
import type { PlanInput } from "../../imports/plan.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { listOn, newestAnnounced } from "../../model/change/history.ts";
import { refuseUnknownOfVendor } from "../../model/change/scope.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import { refuseChecksToCome } from "../../model/vendor/checks-to-come.ts";
import { VendorInput } from "../../model/vendor/vendor-document.ts";
import { loadHistory } from "../log/history.ts";

/** Every vendor that the registry has, or had. */
export async function knownVendors(db: Db, today: IsoDate): Promise<Known[]> {
  const history = await loadHistory(db, { from: today });
  const inForce = new Map(listOn(history, today).map(({ slug, document }) => [slug, document]));
  return [...Map.groupBy(history, ({ vendor }) => vendor.slug)].flatMap(([slug, changes]) => {
    const newest = newestAnnounced(changes, changes[0]?.vendorId ?? "");
    const last = lastDocument(newest ? [newest] : changes);
    if (!last) return [];
    const drafts = changes
      .filter(({ set }) => set.state === "draft")
      .map(({ changeSet, after }) => ({ changeSet, after }));
    return [{ slug, newest: newest?.after ?? null, inForce: inForce.get(slug) ?? null, drafts, last }];
  });
}

const lastDocument = (changes: readonly RecordedChange[]) =>
  changes.toReversed().flatMap(({ before, after }) => after ?? before ?? [])[0];

/**
 * What the vendors of the registry are at a moment, as a text that is another once anything of them has changed, be it in a
 * draft. Two moments may have other texts and the same vendors.
 */
export async function momentOf(db: Db): Promise<string> {
  const [row] = await rowsOf<{ moment: string }>(db)`
    select concat_ws('.', (select max(number) from snapshots), (select last_change_set from organisation),
      count(*), sum(revision)) as moment from vendors`;
  return row?.moment ?? "";
}

/** What is wrong with a vendor's document for an organisation, on a day. */
export const checkedFor =
  (organisation: Organisation, today: IsoDate): PlanInput["check"] =>
  (document) => {
    const read = VendorInput.safeParse(document);
    if (!read.success) return fieldErrors(read.error.issues);
    return [
      ...faultsOf(() => refuseUnknownOfVendor(read.data, organisation)),
      ...faultsOf(() => refuseChecksToCome(read.data, today)),
    ];
  };

function faultsOf(refuse: () => void): FieldError[] {
  try {
    refuse();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.errors;
    throw error;
  }
}
