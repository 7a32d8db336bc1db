import { and, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { texts } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { changeSets, changes, customers, organisation, signups, subscribers, vendors } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { comingAfter, listOn } from "../../model/change/history.ts";
import {
  type KeyRename,
  type Renamed,
  refuseFormerKeys,
  renameKey,
  withPresentKeys,
} from "../../model/change/renamed-keys.ts";
import { scopesNamed } from "../../model/change/scope.ts";
import { Organisation } from "../../model/organisation-document.ts";
import { type Calendar, dateIn, dayOf } from "../../model/values/dates.ts";
import { documentTag, refuseStale } from "../../model/values/entity-tag.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { mergePatch } from "../../model/values/merge-patch.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { refuseChecksToCome } from "../../model/vendor/checks-to-come.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import { weigh } from "../../model/vendor/weight.ts";
import { weighedFor } from "../../transfers/index.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { loadHistory } from "../log/history.ts";
import { takeSnapshot } from "../log/snapshots.ts";
import { announcers, oweUsers } from "../users/announcers.ts";
import { tellNewName } from "./renaming.ts";

/** What a document is made of the present one, while nobody else changes it. */
type Made = (present: Organisation | null) => Organisation;

/**
 * Replaces the organisation's settings and publishes them as a new snapshot. Whoever follows only products that are
 * dropped follows the whole list again. Refuses to drop a product or hosting region that a vendor or a customer still
 * names, and a check to come; and stale-version.
 */
export const putOrganisation = (
  deps: Deps,
  actor: Actor,
  document: Organisation,
  options: { ifMatch?: string | undefined } = {},
): Promise<Organisation> => changeOrganisation(deps, actor, () => document, options);

/**
 * Changes what a JSON merge patch (RFC 7396) names of the organisation's settings, and no more; otherwise as
 * `putOrganisation`. Refuses besides: invalid-request, where the whole would not be valid after it.
 */
export const patchOrganisation = (
  deps: Deps,
  actor: Actor,
  patch: unknown,
  options: { ifMatch?: string | undefined } = {},
): Promise<Organisation> =>
  changeOrganisation(
    deps,
    actor,
    (present) => {
      const parsed = Organisation.safeParse(mergePatch(present ?? {}, patch));
      if (parsed.success) return parsed.data;
      throw new Refusal("invalid-request", "The organisation would not be valid after this.", {
        errors: fieldErrors(parsed.error.issues),
      });
    },
    options,
  );

function changeOrganisation(
  deps: Deps,
  actor: Actor,
  made: Made,
  { ifMatch }: { ifMatch?: string | undefined },
): Promise<Organisation> {
  return writeRegistry(deps, actor, async (w) => {
    refuseStale(ifMatch, documentTag(w.organisation), "The organisation");
    const [former] = await w.db.select({ document: organisation.document }).from(organisation);
    const document = made(former?.document ?? null);
    const calendar = await calendarAfter(w, document);
    refuseChecksToCome(document, dayOf(calendar, w.now));
    refuseFormerKeys(document, await renamedKeys(w));
    refuseLostKeys(document, await documentsInUse(w));
    await refuseLostTerms(w, document);
    await w.db.update(organisation).set({ document, reached: calendar.reached }).where(eq(organisation.id, 1));
    await dropFromChoices(w, document);
    await reweighDrafts(w, document);
    const snapshot = await takeSnapshot(w, "organisation.changed");
    const told = await tellNewName(w, former?.document ?? null, document, snapshot.number);
    const logged = { document: sha256(canonicalJson(document)), snapshot: snapshot.hash };
    w.audit("organisation.changed", null, { ...logged, ...told });
    await recordFourEyes(w, former?.document?.approvalsRequired ?? 0, document.approvalsRequired);
    return document;
  });
}

/** That four eyes are asked for, or no longer: then whoever may announce is told, as nobody need see what one does alone. */
async function recordFourEyes(w: Locked, before: number, after: number): Promise<void> {
  if (before === after) return;
  if (after > 0) return w.audit("organisation.four-eyes-on", null);
  const readers = await announcers(w.db);
  await oweUsers(w, readers, (user) => ({ kind: "four-eyes-off", about: { by: w.actor, user } }));
  w.audit("organisation.four-eyes-off", null, { told: readers.length });
}

/**
 * Gives a product or hosting region another key, and publishes that: vendors, customers and followers that name it go on
 * naming it, and none of it is a change of theirs. Refuses: invalid-request.
 */
export function renameOrganisationKey(deps: Deps, actor: Actor, rename: KeyRename): Promise<Organisation> {
  return writeRegistry(deps, actor, async (w) => {
    const { db } = w;
    const { organisation: document, renamed } = renameKey(w.organisation, await renamedKeys(w), rename);
    await db.update(organisation).set({ document, renamed }).where(eq(organisation.id, 1));
    const chosen =
      rename.field === "products"
        ? [customers.products, subscribers.products, signups.products]
        : [customers.hostingRegions];
    for (const column of chosen) await replaceKey(w, column, rename);
    await renameInDrafts(w, rename);
    // Their documents read differently now.
    await db.update(vendors).set({ revision: sql`${vendors.revision} + 1` });
    const snapshot = await takeSnapshot(w, "organisation.key-renamed");
    const logged = { ...rename, document: sha256(canonicalJson(document)), snapshot: snapshot.hash };
    w.audit("organisation.key-renamed", null, logged);
    return document;
  });
}

/** Drafts are not recorded yet: what is announced of them has the key that its version of the list has. */
async function renameInDrafts(w: Locked, rename: KeyRename): Promise<void> {
  for (const change of await draftedChanges(w)) {
    const { before, after } = withPresentKeys(change, [rename]);
    await w.db.update(changes).set({ before, after }).where(isChange(change));
  }
}

async function draftedChanges({ db }: Locked) {
  const drafts = await db
    .select({ change: changes })
    .from(changes)
    .innerJoin(changeSets, and(eq(changeSets.number, changes.changeSet), eq(changeSets.state, "draft")));
  return drafts.map(({ change }) => change);
}

const isChange = ({ changeSet, vendorId }: typeof changes.$inferSelect) =>
  and(eq(changes.changeSet, changeSet), eq(changes.vendorId, vendorId));

/** What a draft weighs hangs on which products and regions there are, and where the organisation's regimes see transfers. */
async function reweighDrafts(w: Locked, document: Organisation): Promise<void> {
  const setting = weighedFor(document, w.today, w.law);
  for (const change of await draftedChanges(w)) {
    const weighed = weigh(change.before, change.after, setting);
    if (canonicalJson(weighed) === canonicalJson({ weight: change.weight, weightGrounds: change.weightGrounds }))
      continue;
    await w.db.update(changes).set(weighed).where(isChange(change));
  }
}

/** Replaces a key in every list of a column that has it. */
async function replaceKey({ db }: Locked, column: AnyPgColumn, { from, to }: KeyRename): Promise<void> {
  const name = sql.identifier(column.name);
  await db.execute(sql`
    update ${column.table} set ${name} = (
      select jsonb_agg(case when key = ${from} then ${to} else key end order by place)
      from jsonb_array_elements_text(${column}) with ordinality as named(key, place))
    where ${column} ? ${from}::text`);
}

async function renamedKeys({ db }: Locked): Promise<Renamed> {
  const [row] = await db.select({ renamed: organisation.renamed }).from(organisation);
  return row?.renamed ?? [];
}

/** Where the new time zone has yet to come to today, today lasts until it has; unless there is nothing yet to take back. */
async function calendarAfter(w: Locked, { timeZone }: Organisation): Promise<Calendar> {
  const { calendar, today, now } = w;
  const isAnnounced = eq(changeSets.state, "announced");
  if (dateIn(timeZone, now) >= today || (await w.db.$count(changeSets, isAnnounced)) === 0)
    return { timeZone, reached: null };
  const before = calendar.reached?.on === today ? calendar.reached : null;
  return { timeZone, reached: before ?? { on: today, at: now.toISOString() } };
}

/** Takes products that are dropped out of what people follow. With none left they are told of all: silence is no choice of theirs. */
async function dropFromChoices({ db }: Locked, { products }: Organisation): Promise<void> {
  const known = texts(products.map(({ key }) => key));
  await db.execute(sql`
    update ${subscribers} set products = coalesce((
      select jsonb_agg(key order by place)
      from jsonb_array_elements_text(${subscribers.products}) with ordinality as chosen(key, place)
      where key in ${known}), '[]'::jsonb)
    where ${subscribers.products} <> '[]'::jsonb and exists (
      select 1 from jsonb_array_elements_text(${subscribers.products}) as chosen(key) where key not in ${known})`);
}

/** Every version of a vendor that is in force or may come to be: by its date, by a draft, or by a withdrawal. */
async function documentsInUse({ db, today }: Locked): Promise<VendorDocument[]> {
  const history = await loadHistory(db, { from: today });
  const inForce = listOn(history, today).map(({ document }) => document);
  const toCome = [...history.filter(({ set }) => set.state === "draft"), ...comingAfter(history, today)];
  return [...inForce, ...toCome.flatMap(({ after }) => after ?? [])];
}

function refuseLostKeys(organisation: Organisation, documents: VendorDocument[]): void {
  const lost = (field: "products" | "hostingRegions") =>
    documents.flatMap((document) =>
      scopesNamed(document).flatMap((named) =>
        (named[field] ?? [])
          .filter((key) => !organisation[field].some((each) => each.key === key))
          .map((key) => ({ pointer: `/${field}`, detail: `"${key}" is still named by ${document.name}` })),
      ),
    );
  const errors = [...lost("products"), ...lost("hostingRegions")];
  if (errors.length > 0)
    throw new Refusal("invalid-request", "A vendor still names what would be removed.", { errors });
}

/** Without the key, a customer who uses one product would seem to use all of them. */
async function refuseLostTerms({ db }: Locked, organisation: Organisation): Promise<void> {
  const lost = async (field: "products" | "hostingRegions") => {
    const rows = await rowsOf<{ key: string; named: number }>(db)`
      select key, count(*)::integer as named
      from ${customers} cross join lateral jsonb_array_elements_text(${customers[field]}) as key group by key order by key`;
    return rows
      .filter(({ key }) => !organisation[field].some((each) => each.key === key))
      .map(({ key, named }) => ({
        pointer: `/${field}`,
        detail: `"${key}" is still named by ${named} ${named === 1 ? "customer" : "customers"}`,
      }));
  };
  const errors = [...(await lost("products")), ...(await lost("hostingRegions"))];
  if (errors.length > 0)
    throw new Refusal("invalid-request", "A customer still names what would be removed.", { errors });
}
