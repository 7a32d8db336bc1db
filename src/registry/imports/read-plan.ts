import type { Deps } from "../../deps.ts";
import { removalsOf } from "../../imports/plan.ts";
import type { PlanEntry } from "../../imports/plan-entry.ts";
import { diff, type FieldChange } from "../../model/vendor/diff.ts";
import type { Ground, Weight } from "../../model/vendor/grounds.ts";
import { weigh } from "../../model/vendor/weight.ts";
import { weighedFor } from "../../transfers/index.ts";
import { organisationToday } from "../log/organisation.ts";
import { type ImportState, stateOf } from "./list-plans.ts";
import { changedSince, entriesFor } from "./plans.ts";
import { findImport, type StoredImport } from "./stored.ts";

/** A vendor of a plan, with what differs and what that weighs. */
export type PlannedVendor = PlanEntry & {
  diff: FieldChange[];
  /** Null where nothing changes. */
  weight: Weight | null;
  weightGrounds: Ground[];
};

export type ImportPlan = StoredImport & {
  state: ImportState;
  vendors: PlannedVendor[];
  /** The vendors, by name, for which the plan would be another by now. */
  changedSince: string[];
  removals: ReturnType<typeof removalsOf>;
};

/** A plan with what it does to each vendor, and whether the list is still that for which it was made. Refuses: not-found. */
export async function readImport(deps: Deps, id: string): Promise<ImportPlan> {
  const plan = await findImport(deps.db, id);
  const { organisation, today, law } = await organisationToday(deps);
  const isOpen = plan.changeSet === null;
  const changed = isOpen ? changedSince(plan.entries, await entriesFor(deps.db, plan, organisation, today)) : [];
  const setting = weighedFor(organisation, today, law);
  const vendors = plan.entries.map((entry): PlannedVendor => {
    const { before, after } = entry;
    const differs = diff(before, after);
    if (differs.length === 0) return { ...entry, diff: differs, weight: null, weightGrounds: [] };
    return { ...entry, diff: differs, ...weigh(before, after, setting) };
  });
  return {
    ...plan,
    state: stateOf(plan.changeSet, changed.length > 0),
    vendors,
    changedSince: changed,
    removals: removalsOf(plan.entries),
  };
}
