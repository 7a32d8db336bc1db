import type { BatchState } from "../../model/people/delivery.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";

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
