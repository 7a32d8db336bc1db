import type { Entry } from "../../model/change/history.ts";
import type { NamedCustomer } from "../../model/people/customer-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Assessed, Fall, Law, Rule } from "../../transfers/index.ts";
import type { FormState } from "../kit/form-state.ts";
import type { ConsoleView } from "../shell.tsx";

/** A transfer that would be covered worse, and customers who use it. */
export type ConcerningFall = Fall & { customers: readonly NamedCustomer[]; customersTotal: number };

/** What is shown of transfers: the list of a day, its filter, and where this page of it begins. */
export type TransfersView = ConsoleView & {
  on: IsoDate;
  law: Law;
  regimes: readonly Regime[];
  list: readonly Entry[];
  /** What was asked for, as it was typed. */
  form: FormState;
  /** What leads to the same again. */
  filters: Readonly<Record<string, string | undefined>>;
  /** Ids of the rules that the transfers of that day rest on. */
  used: ReadonlySet<string>;
  cursor?: string | undefined;
  next: string | null;
};

/** Every service with its verdicts. */
export type VerdictsView = TransfersView & { rows: readonly Assessed[]; isOpenOnly: boolean };

/** What would be left without a rule. */
export type WhatIfView = TransfersView & {
  rule: Rule;
  rows: readonly ConcerningFall[];
  /** How many transfers fall in all, and how many customers of today use them. */
  total: number;
  customers: number;
  mayWrite: boolean;
  /** The vendors concerned, each once; a draft that was made for them, if it was. */
  vendors: readonly Entry[];
  draft: number | null;
  /** What is announced, as it would be covered, some of it, and how much there is. */
  coming: readonly { entry: Entry; fall: Fall }[];
  comingTotal: number;
  /** What keeps a tool for a place that the rule is about, some of it, and how much there is. */
  renewed: readonly Assessed[];
  renewedTotal: number;
  /** The services that lose nothing, some of them, how many there are, and of how many nothing is transferred. */
  unaffected: readonly Assessed[];
  unaffectedTotal: number;
  unaffectedNone: number;
};
