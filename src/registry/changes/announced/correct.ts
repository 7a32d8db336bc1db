import { z } from "@hono/zod-openapi";
import type { Db } from "../../../db/client.ts";
import type { Deps } from "../../../deps.ts";
import type { Correction } from "../../../model/change/change-set.ts";
import { canonicalJson, sha256 } from "../../../model/values/hash.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import { Key, LocalizedText } from "../../../model/values/text.ts";
import type { Actor } from "../../log/audit.ts";
import { owedRecord } from "../../log/digests.ts";
import { writeRegistry } from "../../log/frame.ts";
import { outlineOf } from "../../log/history.ts";
import { loadCorrections } from "../../log/register.ts";
import { takeSnapshot } from "../../log/snapshots.ts";
import { oweCorrection } from "../../owed/set-notices.ts";
import { findAnnounced } from "../draft/drafts.ts";
import { refuseOther } from "./as-read.ts";
import { changesNamed } from "./named.ts";

/** What is put right in a notice, and of which changes. */
export const NewCorrection = z
  .strictObject({
    text: LocalizedText.describe(
      "What was told wrongly, and what is so. It adds no data, place or company: customers could not object to these, nor have approved them (GDPR Art. 28(2)).",
    ),
    changes: z.array(Key).min(1).max(1000).optional().openapi({
      description:
        "The changes that are corrected, by their vendors' slugs: only those whom they concern are told. By default all of the set.",
    }),
  })
  .describe("What is put right in a notice, in your own words.")
  .openapi("NewCorrection");
export type NewCorrection = z.infer<typeof NewCorrection>;

/**
 * Corrects an announcement in the operator's own words: published with the change, and owed to whoever was told of what is
 * corrected. What was announced stays as it is. Said again in the same words of the same it is one that was sent twice, and
 * refused. Refuses: not-found, not-announced, nothing-changed, nobody-was-told, stale-version where it is not as it was read;
 * invalid-request for a change that the set does not have.
 */
export function correctChangeSet(
  deps: Deps,
  actor: Actor,
  number: number,
  { text, changes: slugs }: NewCorrection,
  asRead?: string,
): Promise<Correction> {
  return writeRegistry(deps, actor, async (w) => {
    await refuseOther(w, number, asRead);
    const changes = await correctedChanges(w.db, number, slugs);
    const about = { text, ...(changes && { changes }) };
    const last = (await loadCorrections(w.db)).findLast(({ changeSet }) => changeSet === number);
    if (last && said(last) === said(about))
      throw new Refusal("nothing-changed", `The last correction of change set ${number} says the same.`);
    const snapshot = await takeSnapshot(w, `change-set.corrected:${number}`);
    const notice = await oweCorrection(w, {
      kind: "correction",
      changeSet: number,
      snapshot: snapshot.number,
      about,
    });
    if (notice === null) throw new Refusal("nobody-was-told", `No notice of change set ${number} was sent to anybody.`);
    w.audit("change-set.corrected", number, {
      text: sha256(canonicalJson(text)),
      ...(changes && { changes }),
      snapshot: snapshot.hash,
      owed: await owedRecord(w.db, notice),
    });
    return { changeSet: number, ...about, at: w.now };
  });
}

/** The changes that are corrected, by slug; undefined for all. Refuses: not-found, not-announced, invalid-request. */
export async function correctedChanges(
  db: Db,
  number: number,
  slugs: readonly string[] | undefined,
): Promise<string[] | undefined> {
  await findAnnounced({ db }, number);
  const own = (await outlineOf(db, [number])).filter(({ changeSet }) => changeSet === number);
  return slugs && changesNamed(own, slugs).map(({ vendor }) => vendor.slug);
}

const said = ({ text, changes = [] }: Pick<Correction, "text" | "changes">): string => canonicalJson([text, changes]);
