import { effectsOf } from "../../model/change/effect.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { formersIn, toldTogether } from "../../model/change/replacements.ts";
import { partedByWithdrawal } from "../../model/change/share.ts";
import { capitalised, formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import { MailTo } from "../parts/contact.tsx";
import { OwnWords, Prose } from "../parts/facts.tsx";
import { Day } from "../parts/when.tsx";
import { href, ownWords, type RegisterView } from "../shell/view.ts";
import { Corrected } from "./corrected.tsx";
import { Gist } from "./gist.tsx";
import { whenOf } from "./in-effect.tsx";
import { isOpen } from "./state.tsx";

type SetProps = { view: RegisterView; set: ChangeSetView };

/**
 * A section of change sets: what they change, from when, and how to object in time. `coming`: those announced and not
 * yet in force. `recent`: those in force that may still be objected to, or did not wait for it: their readers ask why.
 */
export function SetsSection(props: { view: RegisterView; id: "coming" | "recent"; sets: readonly ChangeSetView[] }) {
  const { view, id, sets } = props;
  const [first] = sets;
  if (!first) return null;
  // What holds for all of them alike is said once.
  const isShared = sets.length > 1 && sets.every(({ lastDayToObjectOn: on }) => on === first.lastDayToObjectOn);
  return (
    <section class="coming" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{wordsFor(view.locale).changes[id].heading}</h2>
      {sets.map((set) => (
        <ComingSet view={view} set={set} saysHowToObject={!isShared} />
      ))}
      {isShared && <HowToObject view={view} set={first} isForAll />}
    </section>
  );
}

function Former({ of, view }: { of: ChangeView | undefined; view: RegisterView }) {
  return of ? <Prose text={wordsFor(view.locale).changes.replaces(of.name)} of="gist" /> : null;
}

function ComingSet({ view, set, saysHowToObject }: SetProps & { saysHowToObject: boolean }) {
  const { locale } = view;
  const { changes: words, terms } = wordsFor(locale);
  const { left } = partedByWithdrawal(set.changes);
  const formers = formersIn(left);
  return (
    <article class="coming-set">
      <h3>
        <When view={view} set={set} />
      </h3>
      <ul class="plain coming-changes">
        {toldTogether(left).map(([change]) => (
          <li>
            <span class={`tag ${change.kind}`}>{terms.kinds[change.kind]}</span>{" "}
            <strong dir="auto">{change.name}</strong> {whenOf(change, set, view)}
            <Former of={formers.get(change)} view={view} />
            <Gist of={change} view={view} />
          </li>
        ))}
      </ul>
      {set.reason && <Prose {...ownWords(set.reason, view)} />}
      {set.emergency && (
        <p>
          {words.coming.emergency} <OwnWords words={set.emergency.reason} view={view} />
        </p>
      )}
      <Corrected view={view} set={{ ...set, changes: partedByWithdrawal(set.changes).left }} />
      {saysHowToObject && <HowToObject view={view} set={set} />}
      <p>
        <a class="onward" href={href(view, `/changes/${set.number}`)}>
          {words.coming.details(set.number)}
        </a>
      </p>
    </article>
  );
}

/** From when a set is in force; of several days the first. */
function When({ view: { locale, today }, set }: SetProps) {
  const words = wordsFor(locale).changes;
  const [first, ...others] = effectsOf(set.changes, today);
  if (!first || set.effectiveOn === null) return null;
  if (set.state === "announced") {
    const day = formatDate(first.on, locale);
    const [before = "", after] = (others.length > 0 ? words.beginning : words.when)[first.as](day).split(day);
    return (
      <>
        {capitalised(before)}
        <Day on={first.on} locale={locale} />
        {after}
      </>
    );
  }
  return <>{words.recent.since(formatDate(set.effectiveOn, locale))}</>;
}

type HowToObjectProps = SetProps & { isForAll?: boolean; isDaySaid?: boolean };

/** Until when, and to whom, an objection may be written. `isForAll`: to any of several sets. `isDaySaid`: above already. */
export function HowToObject({ view: { locale, today, register }, set, isForAll, isDaySaid }: HowToObjectProps) {
  const { name, privacyEmail, timeZone } = register.organisation;
  const words = wordsFor(locale).changes.coming;
  // What does not wait for anybody, such as a removal, has no last day to object.
  if (set.lastDayToObjectOn === null) return null;
  const until = formatDeadline(set.lastDayToObjectOn, locale, timeZone);
  if (!isOpen(set, today)) return isDaySaid ? null : <p>{words.over(until)}</p>;
  const [before, after] = words.write;
  return (
    <p>
      {!isDaySaid && `${words.until(until)} `}
      {!privacyEmail && words.contact(name)}
      {privacyEmail && (
        <>
          {before}
          <MailTo address={privacyEmail} subject={isForAll ? undefined : words.subject(set.number)} />
          {after}
        </>
      )}
    </p>
  );
}
