import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { changes, vendors } from "../../../db/schema.ts";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import { withReplaced } from "../../../model/change/replacements.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Locked } from "../../log/frame.ts";

type Unfit = { vendorId: string; slug: string; detail: string };

/** What a draft says of vendors that come in others' place, and that is not so: its changes are others by now. */
async function unfitIn(db: Db, number: number): Promise<Unfit[]> {
  const { vendorId, kind, replaces } = changes;
  const rows = await db
    .select({ vendorId, slug: vendors.slug, kind, replaces })
    .from(changes)
    .innerJoin(vendors, eq(vendors.id, vendorId))
    .where(eq(changes.changeSet, number))
    .orderBy(asc(vendors.slug));
  const removed = new Set(rows.flatMap((row) => (row.kind === "removed" ? row.slug : [])));
  return rows.flatMap(({ vendorId, slug, kind, replaces }) => {
    if (replaces === null) return [];
    const first = rows.find((row) => row.replaces === replaces);
    const detail =
      kind !== "added"
        ? "is said only of a vendor that is added"
        : !removed.has(replaces)
          ? "must be a vendor that this change set removes"
          : first && first.slug !== slug
            ? "is replaced by another vendor of this change set already"
            : null;
    return detail === null ? [] : [{ vendorId, slug, detail }];
  });
}

/** Refuses (invalid-request) that a vendor replaces one which the same draft does not remove, or another replaces. */
export async function refuseUnfitReplacement({ db }: Locked, number: number): Promise<void> {
  const errors = (await unfitIn(db, number)).map(({ slug, detail }) => ({
    pointer: `/changes/${slug}/replaces`,
    detail,
  }));
  if (errors.length > 0)
    throw new Refusal("invalid-request", "A vendor cannot replace the one that is named.", { errors });
}

/** Takes back whom vendors of a draft replace, where that one is not removed by it any more. */
export async function forgetUnfitReplacements({ db }: Locked, number: number): Promise<void> {
  const unfit = (await unfitIn(db, number)).map(({ vendorId }) => vendorId);
  if (unfit.length === 0) return;
  await db
    .update(changes)
    .set({ replaces: null })
    .where(and(eq(changes.changeSet, number), inArray(changes.vendorId, unfit)));
}

/** Records whom the vendors of a draft that is being announced replace, also where the draft does not say so. */
export async function recordReplaced(
  { db }: Locked,
  number: number,
  announced: readonly RecordedChange[],
): Promise<void> {
  for (const { vendorId, replaces } of withReplaced(announced)) {
    if (replaces === null) continue;
    await db
      .update(changes)
      .set({ replaces })
      .where(and(eq(changes.changeSet, number), eq(changes.vendorId, vendorId)));
  }
}
