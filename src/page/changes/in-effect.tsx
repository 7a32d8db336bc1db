import { type Effect, effectOf, effectsOf, isOneEffect } from "../../model/change/effect.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { partedByWithdrawal } from "../../model/change/share.ts";
import { dateIn } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { capitalised, formatDate, wordsFor } from "../../words/index.ts";
import { namesOf } from "../describe/names.ts";
import { Fact, Lines } from "../parts/facts.tsx";
import { Day, FirstDay } from "../parts/when.tsx";
import type { RegisterView } from "../shell/view.ts";
import { summarise } from "./summary.ts";

/** When changes apply: "from 10 January 2027". */
const whenTold = ({ as, on }: Effect, locale: Locale): string =>
  wordsFor(locale).changes.when[as](formatDate(on, locale));

/** When one change of a set applies, where not all of the set does alike; null where it does, or is withdrawn as a whole. */
export function whenOf(change: ChangeView, set: ChangeSetView, view: RegisterView): string | null {
  const { locale, today } = view;
  if (change.withdrawn) return withdrawnOn(set, view);
  const effect = effectOf(change, today);
  if (effect === null || isOneEffect(set.changes) || set.state === "withdrawn") return null;
  return whenTold(effect, locale);
}

/** "withdrawn on 10 January 2027", of a set, or of what was withdrawn of it by itself. */
export function withdrawnOn({ withdrawnAt }: ChangeSetView, { locale, register }: RegisterView): string | null {
  if (withdrawnAt === null) return null;
  return wordsFor(locale).changes.withdrawnOn(formatDate(dateIn(register.organisation.timeZone, withdrawnAt), locale));
}

/** When the changes of a set apply: each line with the vendors it is said of, unless it is said of all. */
export function whenOfEach(set: ChangeSetView, view: RegisterView): string[] {
  const { locale, today } = view;
  const { changes, rectification, effectiveOn } = set;
  const { terms, rectification: corrected } = wordsFor(locale);
  if (rectification && effectiveOn) return [corrected.page.correctedOn(formatDate(effectiveOn, locale))];
  const effects = effectsOf(changes, today);
  const { withdrawn } = partedByWithdrawal(changes);
  const gone = withdrawn.length > 0 ? withdrawnOn(set, view) : null;
  const isOne = effects.length === 1 && gone === null;
  const told = effects.map(({ of, ...effect }) => {
    const when = whenTold(effect, locale);
    return isOne ? when : terms.explained(namesOf(of, locale), when);
  });
  return gone === null ? told : [...told, terms.explained(namesOf(withdrawn, locale), gone)];
}

/** A set on one line: "From 10 January 2027 – Added: HubSpot". */
export const whenAndWhat = (set: ChangeSetView, view: RegisterView): string =>
  `${capitalised(whenOfEach(set, view).join(" · "))} – ${summarise(set, view.locale)}`;

/** The day a change set takes, took or would have taken effect; of several, or one that is not fixed, what there is to say. */
export function InEffect({ view, set }: { view: RegisterView; set: ChangeSetView }) {
  const { locale, today } = view;
  const { changes: words, rectification } = wordsFor(locale);
  const [first, ...others] = effectsOf(set.changes, today);
  const on = first?.on ?? set.effectiveOn;
  if (on === null) return null;
  if (set.state === "withdrawn")
    return (
      <Fact label={words.wouldHaveTakenEffectOn}>
        <Day on={set.effectiveOn ?? on} locale={locale} />
      </Fact>
    );
  const isAll = partedByWithdrawal(set.changes).withdrawn.length === 0;
  if (isAll && others.length === 0 && first?.as !== "earliest")
    return (
      <Fact label={set.rectification ? rectification.facts.on : words.effect[first?.as ?? "from"]}>
        {first?.as === "from" ? <FirstDay on={on} view={view} /> : <Day on={on} locale={locale} />}
      </Fact>
    );
  return (
    <Fact label={words.effect[isAll ? "earliest" : "since"]} wide={!isAll || others.length > 0}>
      <Lines lines={whenOfEach(set, view).map(capitalised)} />
    </Fact>
  );
}
