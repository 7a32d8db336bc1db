import type { BatchState } from "../../model/people/delivery.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import type { ConsoleView } from "../shell.tsx";

/** Mails that were sent together, of which some may not have arrived. */
export type Trouble = {
  id: string;
  kind: NoticeKind;
  changeSet: number | null;
  state: Exclude<BatchState, "split">;
  deliveries: number;
  /** How many did not reach their reader, and can be sent again. */
  failed: number;
  attempts: number;
  firstAttemptAt: Date | null;
  lastError: string | null;
};

/** What a mail is, and of which change it tells. */
export function titleOfMail({ kind, changeSet }: Pick<Trouble, "kind" | "changeSet">, locale: ConsoleLocale): string {
  const { kinds, trouble } = wordsFor(locale).screens.delivery;
  return changeSet === null ? kinds[kind] : trouble.ofChange(kinds[kind], changeSet);
}

/** When mails were first tried, and how often; an attempt that a pause cut short is none. */
export function triedOf({ firstAttemptAt, attempts }: Trouble, view: ConsoleView): string {
  const { trouble } = wordsFor(view.locale).screens.delivery;
  if (attempts === 0) return trouble.notTried;
  return [...(firstAttemptAt ? [formatMoment(firstAttemptAt, view)] : []), trouble.attempts(attempts)].join(", ");
}
