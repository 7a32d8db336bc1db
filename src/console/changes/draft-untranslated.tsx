import { LOCALES, type Locale } from "../../model/values/text.ts";
import { labelsOf, languagesLacking, languagesLackingOf } from "../../model/vendor/translations.ts";
import { listSome } from "../../page/describe/names.ts";
import { formatLanguage, formatList, wordsFor } from "../../words/index.ts";
import type { DraftOutline } from "./draft-view.ts";
import { namesIn } from "./names.ts";

/** So many labels are quoted. */
const MOST_LABELS = 12;

/**
 * What of a draft is not in a language that the organisation writes, or that somebody who is told reads: its readers get
 * another. Labels are in one language alone.
 */
export function Untranslated({ view: { preview, settings, locale } }: { view: DraftOutline }) {
  const { screens, page } = wordsFor(locale);
  const { findings: words } = screens.drafts;
  const { defaultLocale: own } = settings;
  const { changes, reason, emergency } = preview.changeSet;
  const read = LOCALES.filter((each) => settings.locales.includes(each) || preview.recipients.byLocale[each]);
  const lacking = changes.flatMap(({ name, after }) =>
    after ? languagesLacking(after, read, own).map((language) => ({ name, language })) : [],
  );
  const said = [reason, emergency?.reason].flatMap((each) => each ?? []);
  const reasons = languagesLackingOf(said, read, own);
  const others = read.filter((each) => each !== own);
  const labels =
    others.length === 0 ? [] : [...new Set(changes.flatMap(({ after }) => (after ? labelsOf(after) : [])))];
  const wanting = new Set([
    ...lacking.map(({ language }) => language),
    ...reasons,
    ...(labels.length > 0 ? others : []),
  ]);
  const missing = read.filter((each) => wanting.has(each));
  if (missing.length === 0) return null;
  const named = (language: Locale) => formatLanguage(language, locale);
  const list = (languages: readonly Locale[]) => formatList(languages.map(named), locale);
  return (
    <details>
      <summary>{words.untranslated(list(missing))}</summary>
      <ul>
        {[...Map.groupBy(lacking, ({ language }) => language)].map(([language, vendors]) => (
          <li>{words.notIn(named(language), namesIn({ total: vendors.length, named: vendors }, locale))}</li>
        ))}
        {reasons.length > 0 && <li>{words.reasonNotIn(list(reasons))}</li>}
        {labels.length > 0 && (
          <li dir="auto">{words.labels(listSome(labels.map(page.list.quoted), locale, { most: MOST_LABELS }))}</li>
        )}
      </ul>
      <p class="hint">{words.insteadOf(named(own))}</p>
    </details>
  );
}
