import { and, asc, eq, isNull, notExists, sql } from "drizzle-orm";
import { changeSets, changes } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { DraftTerms } from "../../../model/change/draft.ts";
import type { Actor } from "../../log/audit.ts";
import { type Locked, writeRegistry } from "../../log/frame.ts";
import { insertDraft, setTerms } from "./drafts.ts";

/**
 * Begins a draft: the empty one that the same actor has begun and nobody has written in, if there is one, else a new one.
 * Gives its number. Refuses a date in the past.
 */
export function beginDraft(deps: Deps, actor: Actor, terms: DraftTerms): Promise<number> {
  return writeRegistry(deps, actor, async (w) => {
    const empty = await emptyDraftOf(w);
    if (empty === null) {
      const { number } = await insertDraft(w, terms);
      w.audit("change-set.drafted", number);
      return number;
    }
    if (Object.keys(terms).length > 0) {
      await setTerms(w, empty, terms);
      w.audit("change-set.edited", empty, { edit: terms });
    }
    return empty;
  });
}

/** The first draft of this actor alone in which nothing is said: neither a vendor nor any of its terms. */
async function emptyDraftOf({ db, actor }: Locked): Promise<number | null> {
  const { reason, effectiveOn, reference, emergencyReason, rectification } = changeSets;
  const said = [reason, effectiveOn, reference, emergencyReason, rectification];
  const [empty] = await db
    .select({ number: changeSets.number })
    .from(changeSets)
    .where(
      and(
        eq(changeSets.state, "draft"),
        sql`${changeSets.authors} = jsonb_build_array(${actor}::text)`,
        ...said.map((each) => isNull(each)),
        notExists(db.select({ one: sql`1` }).from(changes).where(eq(changes.changeSet, changeSets.number))),
      ),
    )
    .orderBy(asc(changeSets.number))
    .limit(1);
  return empty?.number ?? null;
}
