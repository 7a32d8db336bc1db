import { z } from "@hono/zod-openapi";
import type { OperatorSet } from "../../model/change/register.ts";
import { isDoneBy, partedByWithdrawal } from "../../model/change/share.ts";
import { DateOn } from "../../model/values/dates.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { Key, LocalizedText, prose, Reason } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { dateTyped } from "../kit/dates.ts";
import type { DocumentForm } from "../kit/form-state.ts";
import type { Typed } from "../kit/typed.ts";
import type { Act } from "./view.ts";

/** The changes of a set that can be put off. */
export const movable = ({ changes }: OperatorSet, today: string) =>
  changes.filter((change) => !change.withdrawn && !isDoneBy(change, today));

/** The same as it is ticked: a newcomer stands for whom it replaces on the same day, since that waits with it. */
export function postponable(set: OperatorSet, today: string) {
  const changes = movable(set, today);
  const formerOf = ({ replaces, effectiveOn }: (typeof changes)[number]) =>
    changes.find((each) => each.vendor === replaces && each.effectiveOn === effectiveOn);
  const formers = changes.map(formerOf);
  return changes
    .filter((change) => !formers.includes(change))
    .map((change) => {
      const former = formerOf(change);
      return { vendor: change.vendor, of: former ? [change, former] : [change] };
    });
}

/** Those that can be corrected: what was withdrawn by itself needs no correction. */
export const correctable = ({ changes }: OperatorSet) => partedByWithdrawal(changes).left;

const Changes = z.array(Key).min(1).max(1000).optional();

/** Which of some changes are ticked: all of them is what is meant where none is named. */
function ticked(typed: Typed, offered: readonly { vendor: string }[]): string[] | undefined {
  const chosen = typed.all("changes").filter((each) => offered.some(({ vendor }) => vendor === each));
  return offered.length < 2 || chosen.length === offered.length ? undefined : chosen;
}

const labels = (locale: ConsoleLocale) => wordsFor(locale).screens.announced.fields;

/** A form whose fields can be read one by one, for a preview of what is not complete yet. */
export type ActForm = DocumentForm<unknown> & { schema: z.ZodObject<Record<string, z.ZodType>> };

/** The form of each thing that can be done about a set. */
export const ACT_FORMS = {
  withdraw: () => ({
    labels,
    schema: z.object({ reason: Reason.optional() }),
    read: (typed) => ({ reason: typed.texts("reason") }),
  }),
  correct: (set) => ({
    labels,
    schema: z.object({ text: LocalizedText, changes: Changes }),
    read: (typed) => ({ text: typed.texts("text"), changes: ticked(typed, correctable(set)) }),
  }),
  postpone: (set, today) => ({
    labels,
    schema: z.object({
      effectiveOn: DateOn,
      reason: Reason,
      lastDayToObjectOn: DateOn.optional(),
      changes: Changes,
    }),
    read: (typed) => ({
      effectiveOn: dateTyped(typed.text("effectiveOn") ?? "") || undefined,
      reason: typed.texts("reason"),
      lastDayToObjectOn: dateTyped(typed.text("lastDayToObjectOn") ?? "") || undefined,
      changes: ticked(typed, postponable(set, today)),
    }),
  }),
  waive: () => ({
    labels,
    schema: z.object({ reason: Reason }),
    read: (typed) => ({ reason: typed.texts("reason") }),
  }),
  resend: () => ({
    labels,
    schema: z.object({ reason: prose(250) }),
    read: (typed) => ({ reason: typed.text("reason") }),
  }),
} as const satisfies Record<Act, (set: OperatorSet, today: string) => ActForm>;
