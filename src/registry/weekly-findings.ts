import { desc, eq } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { notices, type ToldFinding } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { factsOf, findingsOf } from "../transfers/index.ts";
import { audit } from "./audit.ts";
import { addDays, dateIn, type IsoDate } from "./dates.ts";
import { recorded } from "./findings.ts";
import { type Entry, inForceOrder, listOn, type RecordedChange } from "./history.ts";
import { loadHistory } from "./load-history.ts";
import { getOrganisation, lockRegistry } from "./organisation.ts";
import type { Organisation } from "./organisation-document.ts";
import { oweOrganisation } from "./owe.ts";
import type { VendorDocument } from "./vendor-document.ts";

/** Days between two mails about findings, at least. */
const DAYS_BETWEEN = 7;

/**
 * Owes the organisation a mail about what has become due on its list without any edit: a certification to check again,
 * a decision about to end. At most one a week, none when there is nothing new, each finding once. Safe to call at any
 * time, from anywhere.
 */
export async function oweFindings(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  if ((await dueNow(deps, deps.db, await getOrganisation(deps.db))).length === 0) return;
  await deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    const findings = await dueNow(deps, tx, organisation);
    if (findings.length === 0) return;
    await oweOrganisation({ ...deps, db: tx }, organisation, { kind: "findings", about: { findings } });
    await audit(tx, deps.clock, {
      actor: "system",
      action: "findings.told",
      subject: "organisation",
      data: { findings: recorded(findings) },
    });
  });
}

async function dueNow({ clock }: Deps, db: Db, organisation: Organisation): Promise<ToldFinding[]> {
  if (!organisation.privacyEmail) return [];
  const { timeZone } = organisation;
  const today = dateIn(timeZone, clock.now());
  const told = await db
    .select({ about: notices.about, at: notices.createdAt })
    .from(notices)
    .where(eq(notices.kind, "findings"))
    .orderBy(desc(notices.createdAt));
  const [last] = told;
  if (last && today < addDays(dateIn(timeZone, last.at), DAYS_BETWEEN)) return [];
  const known = new Set(told.flatMap(({ about }) => about?.findings ?? []).map(nameOf));
  const history = inForceOrder(await loadHistory(db)).filter(({ effectiveOn }) => effectiveOn <= today);
  const versions = Map.groupBy(history, ({ vendor }) => vendor.slug);
  return listOn(history, today).flatMap((entry) => {
    const open = foundIn(organisation, entry, today).filter((finding) => !known.has(nameOf(finding)));
    if (open.length === 0) return [];
    const own = ownFindings(organisation, versions.get(entry.slug) ?? []);
    return open.filter(({ facts }) => !own.has(facts));
  });
}

/** What is found about a document by itself: the calendar has nothing to do with its neighbours on the list. */
function foundIn({ regimes, safeguards }: Organisation, { slug, document, changeSet }: Entry, on: IsoDate) {
  return findingsOf(document, { regimes, on, listSafeguards: safeguards }).map(
    (finding): ToldFinding => ({
      vendor: slug,
      name: document.name,
      changeSet,
      code: finding.code,
      pointer: finding.pointer,
      regimes: finding.regimes ?? [],
      message: finding.message,
      facts: factsOf(finding, document, on),
    }),
  );
}

/**
 * What the operator's own edits have made to be found, and whoever announced them has seen. What was found of a
 * vendor just before an edit is the calendar's doing, and stays so after it, whatever else the edit was about.
 */
function ownFindings({ regimes, safeguards }: Organisation, versions: readonly Version[]): ReadonlySet<string> {
  let own: string[] = [];
  let before: VendorDocument | null = null;
  for (const { after, set, effectiveOn } of versions) {
    // Whoever announced it saw it judged for the date it was meant for, however long it then waited for approvals.
    const on = set.effectiveOn ?? effectiveOn;
    const factsIn = (document: VendorDocument | null) =>
      document
        ? findingsOf(document, { regimes, on, listSafeguards: safeguards }).map((each) => factsOf(each, document, on))
        : [];
    const earlier = new Set(factsIn(before));
    own = factsIn(after).filter((facts) => !earlier.has(facts) || own.includes(facts));
    before = after;
  }
  return new Set(own);
}

type Version = Pick<RecordedChange, "after" | "set"> & { effectiveOn: IsoDate };

const nameOf = ({ vendor, facts }: ToldFinding) => `${vendor} ${facts}`;
