import type { Deps } from "../../../deps.ts";
import type { Correction } from "../../../model/change/change-set.ts";
import { canonicalJson, sha256 } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { LocalizedText } from "../../../model/values/text.ts";
import type { Actor } from "../../log/audit.ts";
import { owedRecord } from "../../log/digests.ts";
import { writeRegistry } from "../../log/frame.ts";
import { loadCorrections } from "../../log/register.ts";
import { takeSnapshot } from "../../log/snapshots.ts";
import { oweCorrection } from "../../owed/set-notices.ts";
import { findAnnounced } from "../drafts.ts";

/**
 * Corrects an announcement in the operator's own words: published with the change, and owed to whoever was told of it.
 * What was announced stays as it is. Said again in the same words it is one that was sent twice, and refused. Refuses:
 * not-found, not-announced, nothing-changed, nobody-was-told.
 */
export function correctChangeSet(deps: Deps, actor: Actor, number: number, text: LocalizedText): Promise<Correction> {
  return writeRegistry(deps, actor, async (w) => {
    await findAnnounced(w, number);
    const last = (await loadCorrections(w.db)).findLast(({ changeSet }) => changeSet === number);
    if (last && canonicalJson(last.text) === canonicalJson(text))
      throw new Refusal("nothing-changed", `The last correction of change set ${number} says the same.`);
    const snapshot = await takeSnapshot(w, `change-set.corrected:${number}`);
    const notice = await oweCorrection(w, { changeSet: number, snapshot: snapshot.number, about: { text } });
    if (notice === null) throw new Refusal("nobody-was-told", `No notice of change set ${number} was sent to anybody.`);
    w.audit("change-set.corrected", number, {
      text: sha256(canonicalJson(text)),
      snapshot: snapshot.hash,
      owed: await owedRecord(w.db, notice),
    });
    return { changeSet: number, text, at: w.now };
  });
}
