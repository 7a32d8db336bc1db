import type { Deps } from "../../deps.ts";
import type { Amendment, RecordedAmendment } from "../../model/amendment.ts";
import { daysBetween } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { datesBeyond } from "../../model/values/stated-dates.ts";
import { amendmentFaults, currentLaw, type Law } from "../../transfers/index.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { organisationToday } from "../log/organisation.ts";
import { takeSnapshot } from "../log/snapshots.ts";

export type LawToday = { law: Law; amendments: readonly RecordedAmendment[]; age: number };

/** The law by which transfers are judged today, what was added to it, and how many days old its edition is. */
export async function readLaw(deps: Deps): Promise<LawToday> {
  const { today, law, amendments } = await organisationToday(deps);
  return { law, amendments, age: Math.max(0, daysBetween(law.version, today)) };
}

/**
 * Adds to the law: from the day it names, every verdict follows it, past lists included. It is published with a snapshot
 * and kept in the log alone. Refuses: invalid-request, for a rule there is not, and for two decisions about a place at once.
 */
export function amendLaw(deps: Deps, actor: Actor, amendment: Amendment): Promise<RecordedAmendment> {
  return writeRegistry(deps, actor, async (w) => {
    const errors = [...datesBeyond(amendment), ...amendmentFaults(currentLaw, w.amendments, amendment)];
    if (errors.length > 0) throw new Refusal("invalid-request", "The law cannot be amended so.", { errors });
    const recorded = { number: w.amendments.length + 1, on: w.today, amendment };
    const snapshot = await takeSnapshot(w, "law.amended", recorded);
    w.audit("law.amended", recorded.number, { ...recorded, snapshot: snapshot.hash });
    return recorded;
  });
}
