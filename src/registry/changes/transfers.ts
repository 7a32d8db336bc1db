import type { Deps } from "../../deps.ts";
import type { RecordedChange } from "../../model/change/change-set.ts";
import { comingAfter, type Entry, listOn } from "../../model/change/history.ts";
import { type Scope, scopeOf } from "../../model/change/scope.ts";
import { isSilent } from "../../model/change/terms.ts";
import type { NamedCustomer } from "../../model/people/customer-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { Refusal } from "../../model/values/refusal.ts";
import {
  type Assessed,
  assessAll,
  expiring,
  type Fall,
  keptByTool,
  type Law,
  ruleOf,
  whatIf,
  withoutRule,
} from "../../transfers/index.ts";
import { loadHistory } from "../log/history.ts";
import { organisationToday } from "../log/organisation.ts";
import { customersUsing, customersUsingAny } from "./named-customers.ts";

/** A service that would be covered worse, and the customers it concerns: how many, and some of them by name. */
export type FallOfCustomers = Fall & {
  customers: NamedCustomer[];
  customersTotal: number;
  /** The announced change sets by which people were told of the vendor. */
  notices: number[];
};

type TransfersQuery = {
  /** The date whose list and law are asked; today by default. */
  at?: IsoDate | undefined;
  /** The id of a rule that is thought away. */
  without?: string | undefined;
  /** Days within which a verdict ends. */
  expiring?: number | undefined;
};

export type Transfers = {
  on: IsoDate;
  lawVersion: IsoDate;
  lawAmendedOn: IsoDate | null;
  data: (Assessed | FallOfCustomers)[];
  /** Whom the list names on that date. */
  list: readonly Entry[];
};

/**
 * Every service in force on a date under each of the organisation's regimes; or, asked what if, those that would be
 * covered worse, the most harmed first. Customers are today's. Refuses: invalid-request, for a rule there is not.
 */
export async function listTransfers(deps: Deps, query: TransfersQuery): Promise<Transfers> {
  const { without, expiring: days } = query;
  const { organisation, today, law } = await organisationToday(deps);
  if (without !== undefined) refuseUnknownRule(law, without);
  const { regimes } = organisation;
  const on = query.at ?? today;
  const isWhatIf = without !== undefined || days !== undefined;
  // Who was told of a vendor is asked of its past.
  const history = await loadHistory(deps.db, { from: isWhatIf ? undefined : on });
  const list = listOn(history, on);
  const asked = { on, lawVersion: law.version, lawAmendedOn: law.amendedOn ?? null, list };
  if (without !== undefined)
    return { ...asked, data: await concerning(deps, history, list, whatIf(list, regimes, on, without, law)) };
  if (days !== undefined)
    return { ...asked, data: await concerning(deps, history, list, expiring(list, regimes, on, days, law)) };
  return { ...asked, data: assessAll(list, regimes, on, law) };
}

/** `coming`: services that are announced and not in force, as they are judged now and would be. */
export type BesideFalls = {
  coming: { entry: Entry; rows: Fall[] }[];
  /** Of what loses nothing, what a tool covers at a place that the rule recognises: its assessment leans on the same findings. */
  renewed: Assessed[];
  unaffected: Assessed[];
};

/**
 * What a rule's fall leaves as it is: all that is announced after a date, and of the list on it the services that lose nothing
 * under any regime. Takes the services that do lose.
 */
export async function besideFalls(
  deps: Deps,
  { on, without, falls }: { on: IsoDate; without: string; falls: readonly Fall[] },
): Promise<BesideFalls> {
  const { organisation, law } = await organisationToday(deps);
  const { regimes } = organisation;
  const history = await loadHistory(deps.db, {});
  // Of a vendor the last that is announced: what it will be.
  const last = new Map(comingAfter(history, on).map((change) => [change.vendor.slug, change]));
  const coming = [...last.values()].flatMap(({ vendor: { slug }, after, changeSet, effectiveOn }) => {
    if (!after) return [];
    const entry = { slug, document: after, changeSet, effectiveOn };
    const fallen = assessAll([entry], regimes, on, withoutRule(law, without));
    const rows = assessAll([entry], regimes, on, law).flatMap(({ vendor, service, regime, ...before }, index) => {
      const left = fallen[index];
      return left ? [{ vendor, service, regime, before, after: left }] : [];
    });
    return [{ entry, rows }];
  });
  const nameOf = ({ vendor, service }: Assessed | Fall) => `${vendor} ${service}`;
  const fall = new Set(falls.map(nameOf));
  const list = listOn(history, on);
  const kept = assessAll(list, regimes, on, law).filter((row) => !fall.has(nameOf(row)));
  const leaning = keptByTool(list, on, without, law);
  const [renewed, unaffected] = [true, false].map((is) => kept.filter((row) => leaning(row) === is)) as [
    Assessed[],
    Assessed[],
  ];
  return { coming, renewed, unaffected };
}

/** The customers of today who use any of the services that would be covered worse. */
export const customersOfFalls = ({ db }: Deps, list: readonly Entry[], falls: readonly Fall[]) =>
  customersUsingAny(
    db,
    falls.map(({ vendor, service }) => scopeIn(list, vendor, service)),
  );

async function concerning(
  { db }: Deps,
  history: readonly RecordedChange[],
  list: readonly Entry[],
  falls: readonly Fall[],
): Promise<FallOfCustomers[]> {
  const scopes = falls.map(({ vendor, service }) => scopeIn(list, vendor, service));
  const customersOf = await customersUsing(db, scopes);
  return falls.map((fall) => {
    const { named, total } = customersOf(scopeIn(list, fall.vendor, fall.service));
    return { ...fall, customers: named, customersTotal: total, notices: toldOf(history, fall.vendor) };
  });
}

function scopeIn(list: readonly Entry[], vendor: string, service: string): Scope {
  const found = list.find(({ slug }) => slug === vendor)?.document.services.find(({ key }) => key === service);
  if (!found) throw new Error(`The list has no service ${service} of ${vendor}`);
  return scopeOf(found);
}

/** The sets that told people of a vendor. */
function toldOf(history: readonly RecordedChange[], slug: string): number[] {
  return history
    .filter(({ vendor, set }) => vendor.slug === slug && set.state === "announced" && !isSilent(set))
    .map(({ changeSet }) => changeSet);
}

function refuseUnknownRule(law: Law, id: string): void {
  if (ruleOf(law, id)) return;
  const known = [...law.decisions, ...law.mechanisms].map((rule) => rule.id);
  throw new Refusal("invalid-request", `There is no rule "${id}"; \`known\` lists them.`, {
    errors: [{ pointer: "/query/without", detail: "is not the id of a decision or mechanism" }],
    members: { known },
  });
}
