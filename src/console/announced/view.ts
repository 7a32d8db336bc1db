import type { Page } from "../../db/paging.ts";
import type { OperatorSet } from "../../model/change/register.ts";
import type { DeliveryState } from "../../model/people/delivery.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import type { Response, ResponseKind } from "../../model/people/response.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import type { RegisterView } from "../../page/shell/view.ts";
import type { ToldCustomer } from "../../registry/proof/told-customers.ts";
import { wordsFor } from "../../words/index.ts";
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
  may: readonly (Act | "evidence")[];
  /** What was just done. */
  did?: Did | undefined;
};

export type Concerned = {
  customers: number;
  unreachable: number;
  ofChanges: ReadonlyMap<string, number>;
  lastDays: readonly {
    on: IsoDate;
    timeZone: string | null;
    customers: number;
    reminded: number;
    names: readonly string[];
  }[];
};

export type Overview = SetView & {
  part: "overview";
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

export type Progress = { kind: NoticeKind; at: Date; states: Partial<Record<DeliveryState, number>> };

export type TroubledMail = {
  stateAt: Date;
  kind: NoticeKind;
  state: DeliveryState;
  cause: string | null;
  email: string | null;
  customers: readonly string[] | null;
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

export const pathOf = ({ set }: { set: Pick<OperatorSet, "number"> }): string => `/console/changes/${set.number}`;

/** What the screen says, in its reader's language. */
export const wordsOf = ({ locale }: { locale: ConsoleLocale }) => wordsFor(locale).screens.announced;
