import { type ChangeSetView, changeSetViews } from "../../model/change/register.ts";
import { dateIn } from "../../model/values/dates.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { href, type RegisterFrame } from "../frame/frame.ts";
import { renderRegisterPage } from "../frame/layout.tsx";
import { SECTIONS } from "../frame/sections.ts";
import { DayOf } from "../parts/when.tsx";
import { isHeldUp, State } from "./state.tsx";
import { summarise } from "./summary.ts";

/** The page `/changes`: every change set that was ever announced, newest first. */
export function renderChanges(frame: RegisterFrame): string {
  const { register, locale, publicUrl } = frame;
  const { changes: words, page } = wordsFor(locale);
  return renderRegisterPage(
    frame,
    { title: words.title, canonical: `${publicUrl}/changes`, back: { path: "/", label: page.list.today } },
    <>
      <div class="intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(register.organisation.name)}</p>
      </div>
      <ChangeList frame={frame} sets={announcements(frame)} />
    </>,
  );
}

/** The newest changes, on the page of the list. */
export function RecentChanges({ frame, sets }: { frame: RegisterFrame; sets: readonly ChangeSetView[] }) {
  const words = wordsFor(frame.locale).changes;
  return (
    <section id={SECTIONS.changes} aria-labelledby="changes-heading">
      <h2 id="changes-heading">{words.heading}</h2>
      <ChangeList frame={frame} sets={sets.slice(0, 5)} />
      <p>
        <a class="onward" href={href(frame, "/changes")}>
          {words.all}
        </a>
      </p>
    </section>
  );
}

function ChangeList({ frame, sets }: { frame: RegisterFrame; sets: readonly ChangeSetView[] }) {
  const { changes: words, terms } = wordsFor(frame.locale);
  if (sets.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <ol class="changes" reversed>
      {sets.map((set) => (
        <li class={set.state}>
          <span class="date">{set.announcedAt && <DayOf at={set.announcedAt} frame={frame} />}</span>
          <span class="summary">
            <a href={href(frame, `/changes/${set.number}`)} dir="auto">
              {summarise(set, frame.locale)}
            </a>
            <small>
              {words.number(set.number)} · {whenInForce(set, frame)}
            </small>
          </span>
          <span class="tags">
            <State frame={frame} set={set} />
            {!set.baseline && <span class="tag">{terms.weights[set.weight]}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** From when, or since when, a change set applies; or when it was withdrawn. */
function whenInForce(set: ChangeSetView, { locale, register, today }: RegisterFrame): string | null {
  const words = wordsFor(locale).changes;
  const { withdrawnAt, effectiveOn } = set;
  if (withdrawnAt) return words.withdrawnOn(formatDate(dateIn(register.organisation.timeZone, withdrawnAt), locale));
  if (!effectiveOn) return null;
  const date = formatDate(effectiveOn, locale);
  if (isHeldUp(set, today)) return words.heldUp(date);
  return set.state === "announced" ? words.from(date) : words.since(date);
}

/** Every change set that was announced, the newest announcement first. */
export function announcements({ register, today }: RegisterFrame): ChangeSetView[] {
  const time = ({ announcedAt }: ChangeSetView) => announcedAt?.getTime() ?? 0;
  return changeSetViews(register.history, today).sort((a, b) => time(b) - time(a));
}
