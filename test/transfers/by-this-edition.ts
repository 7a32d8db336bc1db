import type { IsoDate } from "../../src/model/values/dates.ts";
import type { Regime, VendorDocument } from "../../src/model/vendor/vendor-document.ts";
import * as transfers from "../../src/transfers/index.ts";

/** What `transfers` says by the edition of the law that is checked in, without amendments; or by another law. */

type List = readonly transfers.ListedVendor[];
type Regimes = readonly Regime[];
const { currentLaw } = transfers;

export const assess = (subject: transfers.Subject, regime: Regime, on: IsoDate, law = currentLaw) =>
  transfers.assess(subject, regime, on, law);

export const assessAll = (list: List, regimes: Regimes, on: IsoDate, law = currentLaw) =>
  transfers.assessAll(list, regimes, on, law);

export const whatIf = (list: List, regimes: Regimes, on: IsoDate, without: string, law = currentLaw) =>
  transfers.whatIf(list, regimes, on, without, law);

export const expiring = (list: List, regimes: Regimes, on: IsoDate, days = 180, law = currentLaw) =>
  transfers.expiring(list, regimes, on, days, law);

type Context = Omit<transfers.FindingContext, "law"> & { law?: transfers.Law | undefined };
export const findingsOf = (document: VendorDocument, { law = currentLaw, ...context }: Context) =>
  transfers.findingsOf(document, { ...context, law });

type Document = VendorDocument | null;
export const verdictChanges = (before: Document, after: Document, regimes: Regimes, on: IsoDate, law = currentLaw) =>
  transfers.verdictChanges(before, after, regimes, on, law);
