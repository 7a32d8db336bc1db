import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { batches, changes, idempotencyKeys, imports, mails, notices, snapshots, vendors } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { announcedDigest, mailContent } from "../../evidence/chain.ts";
import type { ActionData } from "../../model/actions.ts";
import { type Eraser, erasedDeep, eraserOf } from "../../model/values/erased.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { found, refuseField } from "../../model/values/refusal.ts";
import { erasedFrom, isOwnName, namesPerson } from "../../model/vendor/erasing.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import type { Actor } from "../log/audit.ts";
import { announcedSet } from "../log/digests.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { takeSnapshot } from "../log/snapshots.ts";

type Redaction = ActionData<"vendor.redacted">;

/** How much was left without the person. */
export type Redacted = Record<"snapshots" | "changeSets" | "mails", number>;

/**
 * Erases a person whom a vendor's documents name (GDPR Art. 17), by a name or an address: from every version of the vendor,
 * every version of the list, and the mails and corrections that tell of it. Their hashes stay, and the log has those of
 * what is left. Refuses: not-found; invalid-request, for what names nobody there or is the vendor's own name.
 */
export function redactVendor(
  deps: Deps,
  actor: Actor,
  slug: string,
  { value, reason }: { value: string; reason: string },
): Promise<Redacted> {
  return writeRegistry(deps, actor, async (w) => {
    const { id } = found(await w.db.select().from(vendors).where(eq(vendors.slug, slug)), "vendor");
    const eraser = eraserOf(value);
    const rows = await w.db.select().from(changes).where(eq(changes.vendorId, id)).orderBy(asc(changes.changeSet));
    const documents = rows.flatMap(({ before, after }) => [before, after].filter((each) => each !== null));
    if (!documents.some((each) => namesPerson(each, eraser)))
      throw refuseField("invalid-request", "/value", "is in no contact, name or note of this vendor");
    if (documents.some((each) => isOwnName(each, value)))
      throw refuseField("invalid-request", "/value", "is the vendor's own name");
    if (eraser.isIn(reason)) throw refuseField("invalid-request", "/reason", "is logged for ever: leave the value out");

    const sets = await eraseFromChanges(w, rows, eraser);
    const numbers = [...new Set(rows.map(({ changeSet }) => changeSet))];
    const told = await w.db
      .select()
      .from(notices)
      .where(or(inArray(notices.changeSet, numbers), eq(notices.kind, "findings")));
    const left = {
      snapshots: await eraseFromSnapshots(w, slug, eraser),
      sets,
      mails: await eraseFromMails(
        w,
        told.map((notice) => notice.id),
        eraser,
      ),
      notices: await eraseFromNotices(w, told, slug, eraser),
    };
    await forgetBytes(w, left, value);
    await w.db
      .update(vendors)
      .set({ revision: sql`${vendors.revision} + 1` })
      .where(eq(vendors.id, id));
    // Whoever keeps the list in memory reads it anew.
    const snapshot = await takeSnapshot(w, "vendor.redacted");
    w.audit("vendor.redacted", slug, { snapshot: snapshot.hash, reason, ...left });
    return { snapshots: left.snapshots.length, changeSets: sets.length, mails: left.mails.length };
  });
}

/** Gives the sets that were announced and say less now. */
async function eraseFromChanges(
  { db }: Locked,
  rows: readonly (typeof changes.$inferSelect)[],
  eraser: Eraser,
): Promise<Redaction["sets"]> {
  const sets: Redaction["sets"] = [];
  for (const { changeSet, vendorId, ...change } of rows) {
    const [before, after] = [change.before, change.after].map((each) => each && erasedFrom(each, eraser));
    if (canonicalJson([before, after]) === canonicalJson([change.before, change.after])) continue;
    const here = and(eq(changes.changeSet, changeSet), eq(changes.vendorId, vendorId));
    await db.update(changes).set({ before, after }).where(here);
    const set = await announcedSet(db, changeSet);
    if (set.state !== "draft") sets.push({ changeSet, document: announcedDigest(set) });
  }
  return sets;
}

/** Each holds a whole register. */
const SNAPSHOTS_AT_ONCE = 10;

type Content = Record<
  "inForce" | "upcoming",
  { slug: string; document?: VendorDocument; after?: VendorDocument | null }[]
>;

async function eraseFromSnapshots({ db }: Locked, slug: string, eraser: Eraser): Promise<Redaction["snapshots"]> {
  const left: Redaction["snapshots"] = [];
  const named = `"slug":${JSON.stringify(slug)}`;
  for (let last = 0; ; ) {
    const isNext = and(gt(snapshots.number, last), sql`strpos(${snapshots.content}, ${named}) > 0`);
    const some = await db
      .select()
      .from(snapshots)
      .where(isNext)
      .orderBy(asc(snapshots.number))
      .limit(SNAPSHOTS_AT_ONCE);
    for (const { number, hash, content } of some) {
      last = number;
      const rest = contentWithout(content, slug, eraser);
      if (rest === content) continue;
      await db.update(snapshots).set({ content: rest }).where(eq(snapshots.number, number));
      left.push({ snapshot: hash, content: sha256(rest) });
    }
    if (some.length < SNAPSHOTS_AT_ONCE) return left;
  }
}

/** Of a version of the list only the entries of the vendor: another's may have the same word. */
function contentWithout(content: string, slug: string, eraser: Eraser): string {
  const published: Content = JSON.parse(content);
  for (const entry of [...published.inForce, ...published.upcoming]) {
    if (entry.slug !== slug) continue;
    if (entry.document) entry.document = erasedFrom(entry.document, eraser);
    if (entry.after) entry.after = erasedFrom(entry.after, eraser);
  }
  return canonicalJson(published);
}

const MAILS_AT_ONCE = 200;

async function eraseFromMails({ db }: Locked, ids: readonly string[], eraser: Eraser): Promise<Redaction["mails"]> {
  const left: Redaction["mails"] = [];
  const key = sql`(${mails.noticeId}, ${mails.locale}, ${mails.variant})`;
  for (let last = ["00000000-0000-0000-0000-000000000000", "", ""]; ; ) {
    const isNext = sql`${key} > (${last[0]}::uuid, ${last[1]}, ${last[2]})`;
    const some = await db
      .select()
      .from(mails)
      .where(and(inArray(mails.noticeId, [...ids]), isNext))
      .orderBy(asc(mails.noticeId), asc(mails.locale), asc(mails.variant))
      .limit(MAILS_AT_ONCE);
    for (const { noticeId, locale, variant, subject, text, html } of some) {
      last = [noticeId, locale, variant];
      const words = erasedDeep({ subject, text, html }, eraser);
      if (mailContent(words) === mailContent({ subject, text, html })) continue;
      const here = and(eq(mails.noticeId, noticeId), eq(mails.locale, locale), eq(mails.variant, variant));
      await db.update(mails).set(words).where(here);
      left.push({ notice: noticeId, locale, variant: sha256(variant), sha256: sha256(mailContent(words)) });
    }
    if (some.length < MAILS_AT_ONCE) return left;
  }
}

/** Corrections in the operator's words, and what the organisation was told of the vendor. */
async function eraseFromNotices(
  { db }: Locked,
  told: readonly (typeof notices.$inferSelect)[],
  slug: string,
  eraser: Eraser,
): Promise<Redaction["notices"]> {
  const left: Redaction["notices"] = [];
  for (const { id, about } of told) {
    if (!about) continue;
    const { text, findings } = about;
    const rest = {
      ...about,
      ...(text && { text: erasedDeep(text, eraser) }),
      ...(findings && {
        findings: findings.map((each) =>
          each.vendor === slug
            ? { ...each, vendorName: eraser.erase(each.vendorName), facts: erasedDeep(each.facts, eraser) }
            : each,
        ),
      }),
    };
    if (canonicalJson(rest) === canonicalJson(about)) continue;
    await db.update(notices).set({ about: rest }).where(eq(notices.id, id));
    if (rest.text) left.push({ notice: id, text: sha256(canonicalJson(rest.text)) });
  }
  return left;
}

/**
 * What was not tried yet is made anew of what is left; bytes of unknown outcome are never sent again. Bytes that are being
 * tried go when their batch is settled. Answers kept for repeated requests go where they show the value.
 */
async function forgetBytes({ db }: Locked, left: Pick<Redaction, "mails">, value: string): Promise<void> {
  const ofThem = inArray(batches.noticeId, [...new Set(left.mails.map(({ notice }) => notice))]);
  const untried = and(eq(batches.state, "pending"), isNull(batches.firstAttemptAt));
  await db
    .update(batches)
    .set({ body: null })
    .where(and(ofThem, eq(batches.state, "uncertain")));
  await db.update(batches).set({ body: null, bodySha256: null, members: null }).where(and(ofThem, untried));
  const shown = JSON.stringify(value).slice(1, -1).toLowerCase();
  const has = (text: AnyPgColumn) => sql`strpos(lower(${text}), ${shown}) > 0`;
  await db.delete(idempotencyKeys).where(has(idempotencyKeys.body));
  // A plan is made again of the file, which whoever erases somebody puts right first.
  await db
    .delete(imports)
    .where(or(has(imports.source), has(imports.reading), has(imports.entries), has(imports.answers)));
}
