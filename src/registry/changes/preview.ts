import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { atOneMoment, rowsOf } from "../../db/reading.ts";
import { subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { deadlinesOf } from "../../model/change/deadlines.ts";
import { decideTerms } from "../../model/change/terms.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { NamedCustomer } from "../../model/people/customer-document.ts";
import type { Reader } from "../../model/people/reader.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { loadHistory, outlineOf } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { isToldOf } from "../owed/told.ts";
import { getChangeSet, type OperatorView, withVerdicts } from "./change-sets.ts";
import {
  approversOf,
  contactsConcerned,
  contractsConcerned,
  type DatedTerms,
  type Some,
  unreachableOf,
  whoseDateIsAfter,
} from "./concerned.ts";
import { hashOfDraft } from "./four-eyes.ts";
import { overtakenIn } from "./overtaken.ts";
import { latestPending, notBefore, type Pending } from "./pending.ts";
import { languageRead, readersConcerned } from "./readers.ts";

/** A customer for whom a set has to wait longer than for anybody else, and the date if they were not concerned. */
type Decider = { customer: string; name: string; earliestEffectiveOn: IsoDate; withoutIt: IsoDate };

type Recipients = { contacts: number; followers: number; byLocale: Partial<Record<Locale, number>> };

export type Preview = {
  changeSet: OperatorView;
  /** Of a draft, what approving and announcing can be held to. */
  draftHash: string | null;
  /** Of a draft, the vendors that were announced anew since, by slug: announcing it would be refused. */
  overtaken: string[];
  earliestEffectiveOn: IsoDate;
  decidedBy: Some<Decider>;
  /** Who would be told if the set were announced now. A contact who also follows counts as a contact. */
  recipients: Recipients;
  /** The contacts among them by what they would read: most of them first, a few of many. */
  readers: Some<Reader>;
  unreachable: Some<NamedCustomer>;
  approvals: Some<NamedCustomer>;
  /** Whether nobody would be told. */
  isSilent: boolean;
};

const NOBODY = { total: 0, named: [] };

/** What announcing a draft today would mean. Writes nothing. Refuses: not-found. */
export async function previewChangeSet(deps: Deps, number: number): Promise<Preview> {
  const { db } = deps;
  const { organisation, today } = await organisationToday(deps);
  const { view, changes, overtaken, pending } = await draftAsItIs(deps, number);
  const wish = { effectiveOn: view.effectiveOn, emergencyReason: view.emergency?.reason ?? null, baseline: false };
  const contracts = await contractsConcerned(db, organisation, today, changes, wish);
  const { waits, isSilent, ...terms } = decideTerms(organisation, changes, contracts ?? [], today, wish);
  const earliest = notBefore(terms.earliestEffectiveOn, pending);
  const withoutContracts = notBefore(deadlinesOf(organisation, today).earliestEffectiveOn, pending);
  const effectiveOn = terms.effectiveOn ?? earliest;
  // Each reads thousands of contacts, and none waits for the others.
  const [decidedBy, recipients, readers, unreachable, approvals] = await Promise.all([
    contracts ? decidersOf(db, changes, contracts, withoutContracts) : NOBODY,
    isSilent ? { contacts: 0, followers: 0, byLocale: {} } : recipientsOf(db, changes, organisation),
    isSilent ? NOBODY : readersConcerned(db, changes, contracts, organisation),
    isSilent ? NOBODY : unreachableOf(db, changes),
    waits ? approversOf(db, changes) : NOBODY,
  ]);
  return {
    changeSet: {
      ...view,
      changes: withVerdicts({ ...view, effectiveOn }, organisation, today),
      effectiveOn,
      lastDayToObjectOn: view.lastDayToObjectOn ?? terms.lastDayToObjectOn,
      emergency: terms.emergency,
    },
    draftHash: view.state === "draft" && changes[0] ? hashOfDraft(changes[0].set, changes) : null,
    overtaken,
    earliestEffectiveOn: earliest,
    decidedBy,
    recipients,
    readers,
    unreachable,
    approvals,
    isSilent,
  };
}

/** A set and its changes, read together: the hash must be of what is shown. */
function draftAsItIs(
  deps: Deps,
  number: number,
): Promise<{ view: OperatorView; changes: RecordedChange[]; overtaken: string[]; pending: Pending | null }> {
  return atOneMoment(deps.db, async (tx) => {
    const view = await getChangeSet({ ...deps, db: tx }, number);
    const changes = await loadHistory(tx, { sets: [number] });
    if (view.state !== "draft") return { view, changes, overtaken: [], pending: null };
    const history = await outlineOf(tx, [number]);
    return { view, changes, overtaken: overtakenIn(history, changes), pending: latestPending(history, changes) };
  });
}

/** The customers whose contracts set the latest date, unless `own`, the date without any contract, is as late. */
async function decidersOf(
  db: Db,
  changes: RecordedChange[],
  contracts: DatedTerms[],
  own: IsoDate,
): Promise<Some<Decider>> {
  const dates = contracts.map(({ earliestEffectiveOn }) => earliestEffectiveOn).sort();
  const last = dates.at(-1);
  if (last === undefined || last <= own) return NOBODY;
  const { total, named } = await whoseDateIsAfter(db, changes, contracts, addDays(last, -1));
  const next = dates.findLast((date) => date < last);
  const withoutOne = total > 1 ? last : next !== undefined && next > own ? next : own;
  return {
    total,
    named: named.map(({ externalId, name, earliest }) => ({
      customer: externalId,
      name,
      earliestEffectiveOn: earliest,
      withoutIt: withoutOne,
    })),
  };
}

async function recipientsOf(db: Db, changes: RecordedChange[], organisation: Organisation): Promise<Recipients> {
  const rows = await rowsOf<{ locale: Locale; contacts: number; followers: number }>(db)`
    select ${languageRead(organisation)} as locale, count(named.id)::integer as contacts,
      (count(*) - count(named.id))::integer as followers
    from ${subscribers} left join (${contactsConcerned(changes)}) named on named.id = ${subscribers.id}
    where ${isToldOf(changes, sql`named.id is not null`)}
    group by 1 order by 1`;
  return {
    contacts: rows.reduce((sum, row) => sum + row.contacts, 0),
    followers: rows.reduce((sum, row) => sum + row.followers, 0),
    byLocale: Object.fromEntries(rows.map(({ locale, contacts, followers }) => [locale, contacts + followers])),
  };
}
