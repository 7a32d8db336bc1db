import type { TimeTerms } from "../change/deadlines.ts";
import type { Scope } from "../change/scope.ts";
import type { IsoDate } from "../values/dates.ts";
import type { Locale, LocalizedText } from "../values/text.ts";
import type { OnObjection } from "./contract-terms.ts";
import type { ConcernedCustomer } from "./customer-document.ts";
import type { LastDay } from "./last-day.ts";
import type { ResponseOutcome } from "./response.ts";

/**
 * What holds for a contact's customer: its own last day to object, in the time zone of its contract, and whether its
 * contract asks for its approval. Of a reader's only customer the name stands in no mail's bytes: readers of other
 * customers on the same terms read the same mail.
 */
export type ReaderTerms = LastDay &
  Pick<ConcernedCustomer, "authorisation"> & {
    name: string | null;
    /** Where an open objection holds what concerns it. */
    onObjection?: OnObjection;
    /** It has approved what waits for its approval. */
    approved?: true;
    /** The day of its objection that is open and holds what concerns it. */
    objectedOn?: IsoDate;
    /** What it has answered that counts, in what follows an announcement; a decision on it has a day, and says what. */
    answer?: { kind: "approved" | "objected"; on: IsoDate; decidedOn?: IsoDate; outcome?: ResponseOutcome };
    /** Its contact was told of other changes of the set before, and reads here of those alone that have come to concern it since. */
    toldBefore?: true;
    /** Its contract asks for approvals, and none is asked for, as nothing of the set waits for it. */
    notAsked?: true;
    /** What its contract says that an objection leads to. */
    remedies?: LocalizedText;
    /** Its contract has a period of its own for emergencies: no change is announced for an earlier day. */
    ownEmergency?: true;
    /** The first day that its contract allows, where it waits for one; an emergency may come before it. */
    earliestEffectiveOn?: IsoDate;
    /** What its dates follow from now, where nobody of it was told of the set before. */
    contract?: Partial<TimeTerms>;
    /** What it uses, where that is not everything. */
    used?: Scope;
    /** Until how many days before the effect objecting is open, where the last day moves with that. */
    untilEffect?: number;
    /** The part of the set that concerns it; none: all of it. */
    part?: number;
  };

/** Whom a mail is written for: a follower, who has no terms of their own, or a contact, by their customers' terms. */
export type Reader = {
  locale: Locale;
  terms: readonly ReaderTerms[];
  /** Those that a follower chose, where only some of the set's changes are for these. */
  products?: readonly string[] | undefined;
};

/** Somebody who is told: by address and name, and the customers they speak for by name; null for a follower. */
export type NamedPerson = { email: string; name: string | null; customers: string[] | null };
