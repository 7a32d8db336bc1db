import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changeSets, changes, organisation as organisationTable } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { refuseUnknownOfVendor } from "../../model/change/scope.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { dateIn } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { slugify } from "../../model/values/text.ts";
import { refuseChecksToCome } from "../../model/vendor/checks-to-come.ts";
import type { VendorInput } from "../../model/vendor/vendor-document.ts";
import { weigh } from "../../model/vendor/weight.ts";
import { weighedFor } from "../../transfers/index.ts";
import { announcedRecord } from "../log/digests.ts";
import { writeRegistry } from "../log/frame.ts";
import { loadHistory } from "../log/history.ts";
import { takeSnapshot } from "../log/snapshots.ts";
import { insertVendor } from "./claim-slug.ts";
import { recorded } from "./findings/accepted.ts";
import { toAcceptOfChanges } from "./findings/of-changes.ts";

/** The number of the change set a deployment is loaded with: what was true before the registry began. */
const BASELINE = 0;

/** Loads an organisation and its list into an empty registry, in force today; tells nobody. Refuses: not-an-empty-registry. */
export function loadBaseline(
  deps: Pick<Deps, "db" | "clock">,
  register: { organisation: Organisation; vendors: VendorInput[] },
): Promise<void> {
  return writeRegistry(deps, "system", async (w) => {
    const { db, now } = w;
    if (!(await isEmpty(db))) {
      throw new Refusal("not-an-empty-registry", "This registry already has change sets.");
    }
    const { organisation } = register;
    await db.update(organisationTable).set({ document: organisation });
    const effectiveOn = dateIn(organisation.timeZone, now);
    refuseChecksToCome(organisation, effectiveOn);
    await db.insert(changeSets).values({ number: BASELINE, createdAt: now, updatedAt: now });
    for (const { slug = "", ...document } of register.vendors) {
      refuseUnknownOfVendor(document, organisation);
      refuseChecksToCome(document, effectiveOn);
      const vendor = await insertVendor(w, slug || slugify(document.name));
      await db.insert(changes).values({
        changeSet: BASELINE,
        vendorId: vendor.id,
        kind: "added",
        after: document,
        ...weigh(null, document, weighedFor(organisation, effectiveOn, w.law)),
      });
    }
    await db
      .update(changeSets)
      .set({ state: "announced", baseline: true, weight: "material", effectiveOn, announcedAt: now, publishedAs: 1 })
      .where(eq(changeSets.number, BASELINE));
    const snapshot = await takeSnapshot(w, "baseline");
    const history = await loadHistory(db);
    const errors = toAcceptOfChanges({ organisation, law: w.law }, history, history, effectiveOn, {
      isIntended: false,
    });
    w.audit("registry.loaded", BASELINE, {
      errors: recorded(errors),
      snapshot: snapshot.hash,
      ...(await announcedRecord(db, BASELINE, null)),
    });
  });
}

/** Whether nobody has drafted or published anything yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  const [set] = await db.select({ number: changeSets.number }).from(changeSets).limit(1);
  const [publisher] = await db.select().from(organisationTable);
  return set === undefined && publisher?.document === null;
}
