import { desc, eq } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { notices, type ToldFinding } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Finding, findingsOf } from "../transfers/index.ts";
import { audit } from "./audit.ts";
import { addDays, dateIn, type IsoDate } from "./dates.ts";
import { type Entry, listOn } from "./history.ts";
import { loadHistory } from "./load-history.ts";
import { getOrganisation, lockRegistry } from "./organisation.ts";
import type { Organisation } from "./organisation-document.ts";
import { oweOrganisation } from "./owe.ts";

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
      data: { findings: findings.map(({ vendor, code, pointer }) => ({ vendor, code, pointer })) },
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
  return listOn(await loadHistory(db), today)
    .flatMap((entry) => becameDue(organisation, entry, today))
    .filter((finding) => !known.has(nameOf(finding)));
}

/** What is found about a document today that was not when it came into force: whoever announced it has seen the rest. */
function becameDue(
  { regimes, safeguards }: Organisation,
  { slug, document, changeSet, effectiveOn }: Entry,
  today: IsoDate,
): ToldFinding[] {
  // Only the calendar is asked about: what the list's other vendors have to do with it is the same on both days.
  const foundOn = (on: IsoDate) =>
    findingsOf(document, { regimes, on, listSafeguards: safeguards }).map((finding) => about(finding));
  const about = ({ code, pointer, message, regimes = [] }: Finding): ToldFinding => ({
    vendor: slug,
    name: document.name,
    changeSet,
    code,
    pointer,
    regimes,
    message,
  });
  const before = new Set(foundOn(effectiveOn).map(nameOf));
  return foundOn(today).filter((finding) => !before.has(nameOf(finding)));
}

/** The same finding on two days: its words may hold the day. */
const nameOf = ({ vendor, changeSet, code, pointer, regimes }: ToldFinding) =>
  [vendor, changeSet, code, pointer, ...regimes].join(" ");
