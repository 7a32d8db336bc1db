import { and, eq, sql } from "drizzle-orm";
import { notices } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import { lacksApproval } from "../../../model/change/four-eyes.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Actor } from "../../log/audit.ts";
import { writeRegistry } from "../../log/frame.ts";
import { loadHistory } from "../../log/history.ts";
import { oweUsers } from "../../users/announcers.ts";
import { findDraft } from "./drafts.ts";
import { helpersOf } from "./due.ts";
import { hashOfDraft } from "./hash.ts";

/**
 * Mails the users who may approve a draft that its author asks them to: once for the draft as it is. Where nobody has to
 * approve it, or somebody has, nobody is mailed. Refuses: not-found, not-a-draft, empty-change-set.
 */
export function askForApproval(deps: Deps, actor: Actor, number: number): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const set = await findDraft(w, number);
    const changes = await loadHistory(w.db, { sets: [number] });
    if (changes.length === 0) throw new Refusal("empty-change-set", `Change set ${number} has no changes to approve.`);
    if (!lacksApproval(w.organisation, set)) return;
    const draft = hashOfDraft(set, changes);
    const asked = and(eq(notices.kind, "draft-due"), sql`${notices.about} -> 'draft' ->> 'draft' = ${draft}`);
    if ((await w.db.$count(notices, asked)) > 0) return;
    const readers = (await helpersOf(w, set)).filter(({ id }) => !set.authors.includes(`user:${id}`));
    const about = { changeSet: number, moment: "asked", on: null, wished: null, draft } as const;
    await oweUsers(w, readers, (user) => ({ kind: "draft-due", about: { draft: about, user, by: actor } }));
    w.audit("change-set.approval-asked", number, { draft, told: readers.length });
  });
}
