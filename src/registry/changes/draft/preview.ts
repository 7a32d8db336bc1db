import { sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { atOneMoment, rowsOf } from "../../../db/reading.ts";
import { subscribers } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import type { TimeTerms } from "../../../model/change/deadlines.ts";
import { lacksHolidays } from "../../../model/change/holidays.ts";
import { newcomersPlanned, withFormers } from "../../../model/change/replacements.ts";
import { type AnnouncementTerms, type Decided, decideTerms, takenDays } from "../../../model/change/terms.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import type { NamedCustomer } from "../../../model/people/customer-document.ts";
import type { NamedPerson } from "../../../model/people/reader.ts";
import { type IsoDate, latest } from "../../../model/values/dates.ts";
import { Locale } from "../../../model/values/text.ts";
import { loadHistory, outlineOf } from "../../log/history.ts";
import { organisationToday } from "../../log/organisation.ts";
import { isToldOf } from "../../owed/told.ts";
import { getChangeSet, type OperatorView, withVerdicts } from "../change-sets.ts";
import { type Concern, concernOf, contactsConcerned, endingBefore, type Part } from "../concerned.ts";
import { findingOfHolidays } from "../findings/holidays.ts";
import type { VendorFinding } from "../findings/of-changes.ts";
import { approversOf, concernedBy, customersWithTerms, type Some, unreachableOf } from "../named-customers.ts";
import { peopleTold } from "../people-told.ts";
import { contactsTold, languageRead, type NamedReader } from "../readers.ts";
import { findChangeSet } from "./drafts.ts";
import { hashOfDraft } from "./hash.ts";
import { overtakenIn } from "./overtaken.ts";
import { daysOf, type Pending, pendingOf } from "./pending.ts";

/**
 * A customer for whom a set has to wait longer than for anybody else, by the periods that its contract states, and the date if
 * they were not concerned.
 */
type Decider = {
  customer: string;
  name: string;
  earliestEffectiveOn: IsoDate;
  withoutIt: IsoDate;
} & Pick<TimeTerms, "noticePeriod" | "objectionPeriod">;

type Recipients = { contacts: number; followers: number; byLocale: Partial<Record<Locale, number>> };

export type Preview = {
  /** With the days that announcing gives it. */
  changeSet: OperatorView;
  /** As it is written. */
  written: OperatorView;
  /** Of a draft, what approving and announcing can be held to. */
  draftHash: string | null;
  /** Of a draft, the vendors that were announced anew since, by slug: announcing it would be refused. */
  overtaken: string[];
  earliestEffectiveOn: IsoDate;
  decidedBy: Some<Decider>;
  /** The first day that announcing takes for each change, by the vendor's slug. */
  days: { vendor: string; earliestEffectiveOn: IsoDate; waits: boolean }[];
  /** The customers whom any of it concerns. */
  concerned: Some<NamedCustomer>;
  /** Who would be told if the set were announced now. A contact who also follows counts as a contact. */
  recipients: Recipients;
  /** The contacts among them by what they would read: most of them first, a few of many. */
  readers: Some<NamedReader>;
  /** The parts of the set that readers are told of. */
  parts: readonly Pick<Part, "number" | "vendors">[];
  /** The vendors whose changes would wait for approvals, by slug. */
  awaitingApproval: ReadonlySet<string>;
  unreachable: Some<NamedCustomer>;
  approvals: Some<NamedCustomer>;
  /** Whether nobody would be told. */
  isSilent: boolean;
  /** What is found about the periods that its dates follow from. */
  findings: VendorFinding[];
};

const NOBODY = { total: 0, named: [] };

/** What announcing a draft today would mean. Writes nothing. Refuses: not-found. */
export async function previewChangeSet(deps: Deps, number: number): Promise<Preview> {
  const { db } = deps;
  const judge = await organisationToday(deps);
  const { organisation, today } = judge;
  const moment = { now: deps.clock.now(), today };
  const { view, changes, draftHash, overtaken, pending } = await draftAsItIs(deps, number);
  const wish = wishOf(view);
  const concern = await concernOf(db, organisation, moment, changes, wish);
  const decided = { changes, contracts: concern.contracts, builtOn: daysOf(pending) };
  const decide = (contracts: Decided["contracts"]) => decideTerms(organisation, { ...decided, contracts }, today, wish);
  const { isSilent, ...terms } = decide(concern.contracts);
  const earliest = terms.earliestEffectiveOn;
  const dates = takenDays(terms);
  const effectiveOn = dates.map((each) => each.effectiveOn).reduce((a, b) => latest(a, b), today);
  const told = { ...concern, contracts: endingBefore(concern.contracts, organisation, moment, dates) };
  // Each reads thousands of contacts, and none waits for the others.
  const lacking = concern.contracts.filter(({ terms }) => lacksHolidays(organisation, terms, moment));
  const [decidedBy, lackingHolidays, { readers, contacts }, followers, concerned, unreachable, approvals] =
    await Promise.all([
      decidersOf(db, concern, earliest, (contracts) => decide(contracts).earliestEffectiveOn),
      customersWithTerms(db, concern, lacking),
      isSilent ? { readers: NOBODY, contacts: {} } : contactsTold(db, told, organisation),
      isSilent ? {} : followersTold(db, changes, concern, organisation),
      concernedBy(db, concern),
      isSilent ? NOBODY : unreachableOf(db, concern),
      approversOf(db, concern),
    ]);
  return {
    changeSet: {
      ...view,
      changes: withVerdicts(planned(view, dates), judge),
      effectiveOn,
      lastDayToObjectOn: view.lastDayToObjectOn ?? terms.lastDayToObjectOn,
      emergency: terms.emergency,
    },
    written: view,
    draftHash,
    overtaken,
    earliestEffectiveOn: earliest,
    decidedBy,
    days: dates.map(({ vendor, takenFrom, waits }) => ({ vendor, earliestEffectiveOn: takenFrom, waits })),
    concerned,
    recipients: recipientsOf(contacts, followers),
    readers,
    parts: concern.parts,
    awaitingApproval: awaitingApproval(terms, concern, pending, newcomersPlanned(changes, dates)),
    unreachable,
    approvals,
    isSilent,
    findings: dates.some(({ waits }) => waits) ? findingOfHolidays(organisation, moment, lackingHolidays) : [],
  };
}

export const wishOf = ({ effectiveOn, emergency, rectification }: OperatorView) => ({
  effectiveOn,
  emergencyReason: emergency?.reason ?? null,
  baseline: false,
  rectification,
});

/** Who would be told if a draft were announced now, as `peopleTold` names them. Refuses: not-found. */
export async function previewPeople(deps: Deps, number: number): Promise<NamedPerson[]> {
  const { organisation, today } = await organisationToday(deps);
  const { view, changes } = await draftAsItIs(deps, number);
  const moment = { now: deps.clock.now(), today };
  return peopleTold(deps.db, changes, await concernOf(deps.db, organisation, moment, changes, wishOf(view)));
}

type DraftAsItIs = {
  view: OperatorView;
  changes: RecordedChange[];
  draftHash: string | null;
  overtaken: string[];
  pending: readonly Pending[];
};

/** A set and its changes, read together: the hash must be of what is shown. */
export function draftAsItIs(deps: Deps, number: number): Promise<DraftAsItIs> {
  return atOneMoment(deps.db, async (tx) => {
    const view = await getChangeSet({ ...deps, db: tx }, number);
    const changes = await loadHistory(tx, { sets: [number] });
    if (view.state !== "draft") return { view, changes, draftHash: null, overtaken: [], pending: [] };
    const history = await outlineOf(tx, [number]);
    return {
      view,
      changes,
      draftHash: hashOfDraft(await findChangeSet(tx, number), changes),
      overtaken: overtakenIn(history, changes),
      pending: pendingOf(history, changes),
    };
  });
}

/** Those that customers have to approve, whom these replace, and those that build on one. */
function awaitingApproval(
  { changes }: Pick<AnnouncementTerms, "changes">,
  { contracts }: Concern,
  pending: readonly Pending[],
  newcomers: ReturnType<typeof newcomersPlanned>,
) {
  const approved = new Set(contracts.flatMap(({ approves, vendors }) => (approves ? vendors : [])));
  const asked = changes.flatMap(({ vendor, waits }) => (waits && approved.has(vendor) ? vendor : []));
  return new Set([
    ...withFormers(asked, newcomers),
    ...pending.flatMap(({ vendor, awaitsApproval }) => (awaitsApproval ? vendor : [])),
  ]);
}

/** The view with these days. */
const planned = (view: OperatorView, dates: ReturnType<typeof takenDays>): OperatorView => {
  const days = new Map(dates.map(({ vendor, effectiveOn }) => [vendor, effectiveOn]));
  const dated = view.changes.map((change) => ({
    ...change,
    effectiveOn: days.get(change.vendor) ?? change.effectiveOn,
  }));
  return { ...view, changes: dated };
};

/** The customers whose contracts set the latest date, unless it would be as late without any contract. */
async function decidersOf(
  db: Db,
  concern: Concern,
  last: IsoDate,
  earliestWith: (contracts: Decided["contracts"]) => IsoDate,
): Promise<Some<Decider>> {
  if (earliestWith([]) >= last) return NOBODY;
  const isLast = ({ earliestEffectiveOn }: { earliestEffectiveOn: IsoDate }) => earliestEffectiveOn === last;
  const { total, named } = await customersWithTerms(db, concern, concern.contracts.filter(isLast));
  const withoutIt = total > 1 ? last : earliestWith(concern.contracts.filter((each) => !isLast(each)));
  return {
    total,
    named: named.map(({ externalId, name, earliest, noticePeriod, objectionPeriod }) => ({
      customer: externalId,
      name,
      earliestEffectiveOn: earliest,
      withoutIt,
      noticePeriod,
      objectionPeriod,
    })),
  };
}

type ByLocale = Recipients["byLocale"];

/** The followers who hear of the changes and are no contacts of whom these concern. */
async function followersTold(
  db: Db,
  changes: RecordedChange[],
  concern: Concern,
  organisation: Organisation,
): Promise<ByLocale> {
  const rows = await rowsOf<{ locale: Locale; followers: number }>(db)`
    select ${languageRead(organisation)} as locale, count(*)::integer as followers
    from ${subscribers} left join (${contactsConcerned(concern)}) named on named.id = ${subscribers.id}
    where named.id is null and ${isToldOf(changes, sql`false`)}
    group by 1`;
  return Object.fromEntries(rows.map(({ locale, followers }) => [locale, followers]));
}

function recipientsOf(contacts: ByLocale, followers: ByLocale): Recipients {
  const total = (counts: ByLocale) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  const written = Locale.options.filter((locale) => contacts[locale] || followers[locale]);
  return {
    contacts: total(contacts),
    followers: total(followers),
    byLocale: Object.fromEntries(written.map((locale) => [locale, (contacts[locale] ?? 0) + (followers[locale] ?? 0)])),
  };
}
