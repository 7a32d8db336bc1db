import { capitalised, formatDate, formatList, wordsFor } from "../../words/index.ts";
import { effects, whyNow } from "./draft-means.tsx";
import { type DraftOutline, type DraftView, firstListSaid, isWaiting, toldBy } from "./draft-view.ts";
import { namesIn } from "./names.ts";

/** What announcing means in a few lines, for screens on which the whole stands below all that is edited. */
export function Summary({ view }: { view: DraftView }) {
  const { preview, findings, locale, isFirstList } = view;
  const { means: words, findings: found } = wordsFor(locale).screens.drafts;
  if (preview.changeSet.changes.length === 0) return null;
  const graver = (["error", "warning"] as const).flatMap((severity) => {
    const n = findings.filter((each) => each.severity === severity).length;
    return n > 0 ? [found.counted[severity](n)] : [];
  });
  const lines = isFirstList
    ? [firstListSaid(view)]
    : [
        ...effects(view).map(words.takesEffect),
        whyNow(view) ?? words.decided(deciders(view)),
        words.people(toldBy(preview)),
      ];
  return (
    <div class="draft-summary" data-preview="summary">
      {[...lines, graver.length > 0 ? `${capitalised(formatList(graver, locale))}.` : found.none].map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <a href="#means">{words.whole}</a>
      </p>
    </div>
  );
}

/** The earliest date, beside the field in which one is chosen: what it means in whole may be out of sight there. */
export function Earliest({ view }: { view: DraftView }) {
  const { preview, locale } = view;
  const { means: words } = wordsFor(locale).screens.drafts;
  const waits = isWaiting(preview) && !preview.written.rectification;
  return (
    <p class="hint" data-preview="earliest">
      {waits && words.earliestToday(formatDate(preview.earliestEffectiveOn, locale))}
    </p>
  );
}

/** Whose contract decides the date; of many, some of them. */
const deciders = ({ preview: { decidedBy }, locale }: DraftOutline): string | null =>
  decidedBy.total === 0 ? null : namesIn(decidedBy, locale);
