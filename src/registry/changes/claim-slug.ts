import { eq } from "drizzle-orm";
import { vendors } from "../../db/schema.ts";
import { newestAnnounced } from "../../model/change/history.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { slugify } from "../../model/values/text.ts";
import type { VendorInput } from "../../model/vendor/vendor-document.ts";
import type { Locked } from "../log/frame.ts";
import { loadHistory } from "../log/history.ts";

type VendorRow = typeof vendors.$inferSelect;

/** Who is added: whether it is the vendor that the slug was of before, and the draft that may have it removed. */
export type Newcomer = { returning?: boolean | undefined; changeSet?: number | undefined };

/**
 * The vendor that is added. One that is `returning` goes on with its slug and history; without that, a slug that was
 * another's stays theirs, and a name gives the next one that is free. Refuses: invalid-request where a name gives none,
 * not-found where nobody returns, slug-taken while a listed, coming or drafted vendor has it, or another had it that is
 * chosen.
 */
export async function claimSlug(
  w: Locked,
  input: Pick<VendorInput, "slug" | "name">,
  who: Newcomer,
): Promise<VendorRow> {
  const slug = input.slug ?? slugify(input.name);
  if (slug === "") throw refuseField("invalid-request", "/slug", "cannot be derived from this name: give one");
  for (const candidate of who.returning ? [slug] : slugsFrom(slug)) {
    const [holder] = await w.db.select().from(vendors).where(eq(vendors.slug, candidate));
    if (!holder && who.returning) throw new Refusal("not-found", `There was no vendor "${slug}" before.`);
    if (!holder) return insertVendor(w, candidate);
    if (!(await hasGone(w, holder, who))) throw taken(candidate, "");
    if (who.returning) return holder;
    if (input.slug) throw taken(candidate, ", by one that has gone: add it with returning=true if it is the same one");
  }
  throw taken(slug, "");
}

/** A slug, and what follows it where others had it: `acme`, `acme-2`, … */
function* slugsFrom(slug: string): Generator<string> {
  yield slug;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    yield `${slug.slice(0, 64 - suffix.length).replace(/-$/, "")}${suffix}`;
  }
}

/** Whether a vendor is neither listed, coming nor drafted; for one that returns, a removal in its own draft counts. */
async function hasGone({ db }: Locked, { id }: VendorRow, { returning, changeSet }: Newcomer): Promise<boolean> {
  const history = await loadHistory(db, { vendorId: id });
  if (returning && history.some((change) => change.changeSet === changeSet && change.after === null)) return true;
  return !history.some(({ set }) => set.state === "draft") && !newestAnnounced(history, id)?.after;
}

/** The refusal of a slug that somebody has; `why` goes on with the sentence. */
export const taken = (slug: string, why: string): Refusal =>
  new Refusal("slug-taken", `There is already a vendor "${slug}"${why}.`, {
    errors: [{ pointer: "/slug", detail: `"${slug}" is taken` }],
  });

/** A new vendor's row. */
export async function insertVendor({ db }: Pick<Locked, "db">, slug: string): Promise<VendorRow> {
  const [vendor] = await db.insert(vendors).values({ slug }).returning();
  if (!vendor) throw new Error("A vendor was not inserted");
  return vendor;
}

/** Rows of new vendors, whose slugs nobody has. */
export const insertVendors = async ({ db }: Pick<Locked, "db">, slugs: readonly string[]): Promise<VendorRow[]> =>
  slugs.length === 0
    ? []
    : db
        .insert(vendors)
        .values(slugs.map((slug) => ({ slug })))
        .returning();
