import type { Correction } from "../../model/change/change-set.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { dateIn } from "../../model/values/dates.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { OwnWords } from "../parts/facts.tsx";
import { href, ownWords, type RegisterView } from "../shell/view.ts";

/** What is shown of a set: corrections of its other changes are not for its reader. */
type Shown = Pick<ChangeSetView, "number"> & { changes: readonly Pick<ChangeView, "vendor" | "name">[] };

/** The corrections of what was told of a set that are about the changes shown, oldest first. */
const correctionsOf = ({ register }: RegisterView, { number, changes }: Shown): Correction[] =>
  register.corrections.filter(
    ({ changeSet, changes: about }) =>
      changeSet === number && (!about || changes.some(({ vendor }) => about.includes(vendor))),
  );

/** "The announcement was corrected on 3 March 2027 (Zendesk):", before the operator's words. */
function lead({ at, changes: about }: Correction, { changes }: Shown, { locale, register }: RegisterView): string {
  const names = changes.length > 1 && about ? changes.filter(({ vendor }) => about.includes(vendor)) : [];
  return wordsFor(locale).changes.announcementCorrected(
    formatDate(dateIn(register.organisation.timeZone, at), locale),
    names.length > 0
      ? formatList(
          names.map(({ name }) => name),
          locale,
        )
      : null,
  );
}

/**
 * That a set's announcement was corrected, and how: wherever somebody reads of it what was told wrongly. `linked`: the way to
 * its page, where more is said of it.
 */
export function Corrected({ view, set, linked }: { view: RegisterView; set: Shown; linked?: boolean }) {
  return (
    <>
      {correctionsOf(view, set).map((correction) => {
        const words = <OwnWords words={correction.text} view={view} />;
        return (
          <p class="notice corrected" dir="auto">
            {lead(correction, set, view)} {linked ? <a href={href(view, `/changes/${set.number}`)}>{words}</a> : words}
          </p>
        );
      })}
    </>
  );
}

/** The same as lines of text. */
export const correctedLines = (view: RegisterView, set: Shown): string[] =>
  correctionsOf(view, set).map((each) => `${lead(each, set, view)} ${ownWords(each.text, view).text}`);
