import type { Page } from "../../db/paging.ts";
import type { OperatorSet } from "../../model/change/register.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import type { NamedPerson } from "../../model/people/reader.ts";
import type { Response, ResponseKind } from "../../model/people/response.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { ConsoleLocale, Locale } from "../../model/values/text.ts";
import type { RegisterView } from "../../page/shell/view.ts";
import type { Concerned, Progress, TroubledMail } from "../../registry/changes/announced/progress.ts";
import type { Accepted } from "../../registry/proof/accepted.ts";
import type { ToldThen } from "../../registry/proof/recipients.ts";
import type { ToldCustomer } from "../../registry/proof/told-customers.ts";
import { wordsFor } from "../../words/index.ts";
import type { FormState } from "../kit/form-state.ts";
import type { ConsoleView } from "../shell.tsx";

/** What can be done about a set that was announced, in the order in which it is offered; and by which role. */
export const ACTS = {
  withdraw: { path: "withdraw", role: "announce" },
  correct: { path: "correct", role: "announce" },
  postpone: { path: "postpone", role: "announce" },
  waive: { path: "waive-approvals", role: "announce" },
  resend: { path: "send-again", role: "admin" },
} as const;
export type Act = keyof typeof ACTS;

/** What its reader may do. The evidence is a file for an admin, as the whole log is in it, and a page for everybody else. */
export type May = Act | "evidence" | "evidencePage";

/** What leads to the page of a set, besides what can be done there. */
export const BEGINNINGS = ["announce", "publish"] as const;
export type Did = Act | (typeof BEGINNINGS)[number];

/** The parts of the page, each an address of its own. */
export const PARTS = { overview: "", differences: "/differences", mails: "/told" } as const;
export type Part = keyof typeof PARTS;

/** What every page of a set needs. */
export type SetView = ConsoleView & {
  set: OperatorSet;
  today: IsoDate;
  /** The register as the public reads it, in the reader's language. */
  register: RegisterView;
  /** What its reader may do about it as it is. */
  may: readonly May[];
  /** Where four eyes leave it to another person to go on without approvals, who may, by name; else null. */
  waivers: readonly string[] | null;
  /** What was just done. */
  did?: Did | undefined;
};

export type Overview = SetView & {
  part: "overview";
  /** What was accepted to announce it; null where nothing was. */
  accepted: Accepted | null;
  /** How many people were told of each postponement. */
  toldOf: readonly ToldThen[];
  concerned: Concerned;
  /** What customers were called when it was announced, by their own ids. */
  names: ReadonlyMap<string, string>;
  /** How many days before their last day customers are reminded; 0: not at all. */
  reminderDays: number;
  answers: { kinds: Partial<Record<ResponseKind, number>>; superseded: number; open: number };
  open: readonly Response[];
  progress: readonly Progress[];
  missed: number;
};

export type Mails = SetView & {
  part: "mails";
  /** The first customers whom it was told, and whether there are more. */
  customers: Page<ToldCustomer>;
  progress: readonly Progress[];
  missed: number;
  troubled: readonly TroubledMail[];
  cursor?: string | undefined;
  next: string | null;
};

export type Differences = SetView & { part: "differences"; from: number };

/** A mail of what would be told, to one reader of a kind; with its place among all that are shown. */
export type ShownMail = {
  locale: Locale;
  audience: "contacts" | "followers";
  customer: string | null;
  subject: string;
  text: string;
  place: number;
};

/** Whom a notice would go to, and what they would read. */
export type Told = {
  kind: NoticeKind;
  changeSet: number;
  contacts: number;
  followers: number;
  suppressed: number;
  byLocale: Partial<Record<Locale, number>>;
  named: readonly NamedPerson[];
  mails: readonly ShownMail[];
};

type SetPart = "state" | "dates" | "approvals" | "notices";

export type ActView = SetView & {
  act: Act;
  form: FormState;
  /** The languages that the organisation writes. */
  locales: readonly Locale[];
  told: readonly Told[];
  /** What is typed, as an address has it; null where that is too much. */
  typed: string | null;
  /** Where a test was just sent to. */
  testedTo?: string | undefined;
  /** Until when customers may object as it is now. */
  lastDays: Concerned["lastDays"];
  /** How many mails are sent again. */
  missed: number;
  /** Whether some announcements have not been sent yet. */
  hasUntried: boolean;
  /** What has changed since the form was opened, where it was refused for that. */
  changed: readonly SetPart[];
};

/** What a set that is held waits for: an approval, the outcome of an objection, or what it builds on. */
export const heldBy = ({ approvals }: Pick<OperatorSet, "approvals">): "approval" | "objection" | "other" => {
  if (approvals === null) return "other";
  if (approvals.missing.length > 0) return "approval";
  return approvals.objecting.length > 0 ? "objection" : "other";
};

export const pathOf = ({ set }: { set: Pick<OperatorSet, "number"> }): string => `/console/changes/${set.number}`;

/** What there is to say of whom a postponement was told. */
export const toldThen =
  ({ locale, toldOf }: { locale: ConsoleLocale; toldOf: readonly ToldThen[] }) =>
  (at: Date): string => {
    const { told } = wordsOf({ locale });
    const { people = 0, contacts = 0 } = toldOf.find((each) => each.at.getTime() === at.getTime()) ?? {};
    return people === 0 ? told.nobodyThen : told.noticeTo(told.people(people, contacts, people - contacts));
  };

/** What the screen says, in its reader's language. */
export const wordsOf = ({ locale }: { locale: ConsoleLocale }) => wordsFor(locale).screens.announced;
