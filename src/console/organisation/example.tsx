import { deadlinesOf } from "../../model/change/deadlines.ts";
import { Organisation, UNNAMED } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import { Preview } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { typed } from "../kit/typed.ts";
import { organisationTyped } from "./read.ts";

/** What terms mean for an announcement of today; null while they are none. */
export type ExampleView = {
  today: IsoDate;
  dates: { lastDayToObjectOn: IsoDate; earliestEffectiveOn: IsoDate; timeZone: string } | null;
};

/** What stands in a form means for an announcement of today, whatever else in it is wrong. */
export function exampleOf({ values }: FormState, today: IsoDate): ExampleView {
  const { noticePeriod, objectionPeriod, holidays, timeZone } = organisationTyped(typed(values));
  const terms = Organisation.safeParse({ name: UNNAMED.name, noticePeriod, objectionPeriod, holidays, timeZone });
  if (!terms.success) return { today, dates: null };
  return { today, dates: { ...deadlinesOf(terms.data, today), timeZone: terms.data.timeZone } };
}

export function Example({ form, example: { today, dates } }: { form: FormState; example: ExampleView }) {
  const { locale } = form;
  const { example: words } = wordsFor(locale).screens.organisation;
  return (
    <Preview form={form} name="example" live>
      <h3>{words.heading}</h3>
      {dates ? (
        <>
          <p>{words.announced(formatDate(today, locale))}</p>
          <dl class="outcome">
            <div>
              <dt>{words.object}</dt>
              <dd>{formatDeadline(dates.lastDayToObjectOn, locale, dates.timeZone)}</dd>
            </div>
            <div>
              <dt>{words.effective}</dt>
              <dd>{formatDate(dates.earliestEffectiveOn, locale)}</dd>
            </div>
          </dl>
        </>
      ) : (
        <p>{words.wrong}</p>
      )}
    </Preview>
  );
}
