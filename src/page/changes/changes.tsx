import { dateIn } from "../../model/dates.ts";
import { type ChangeSetView, changeSetViews } from "../../model/register.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { href, type RegisterFrame } from "../frame/frame.ts";
import { document } from "../frame/layout.tsx";
import { StaleNotice } from "../frame/stale.tsx";
import { DayOf } from "../parts/when.tsx";
import { isHeldUp } from "./coming.tsx";
import { summarise } from "./summary.ts";

/** The document of `/changes`: every change set that was ever announced, newest first. */
export function renderChanges(frame: RegisterFrame): string {
  const { register, locale, publicUrl } = frame;
  const words = wordsFor(locale).page.changes;
  const sets = announcements(frame);
  const head = { title: words.title, canonical: `${publicUrl}/changes` };
  return document(
    frame,
    head,
    <>
      <StaleNotice frame={frame} />
      <nav class="back">
        <a href={href(frame, "/")}>{words.backToList}</a>
      </nav>
      <div class="intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(register.organisation.name)}</p>
      </div>
      {sets.length === 0 ? <p class="empty">{words.none}</p> : <ChangeList frame={frame} sets={sets} />}
    </>,
  );
}

/** The newest changes, on the page of the list. */
export function RecentChanges({ frame, sets }: { frame: RegisterFrame; sets: readonly ChangeSetView[] }) {
  const words = wordsFor(frame.locale).page.changes;
  return (
    <section id="changes" aria-labelledby="changes-heading">
      <h2 id="changes-heading">{words.heading}</h2>
      {sets.length === 0 ? <p>{words.none}</p> : <ChangeList frame={frame} sets={sets.slice(0, 5)} />}
      {sets.length > 0 && (
        <p>
          <a class="onward" href={href(frame, "/changes")}>
            {words.all}
          </a>
        </p>
      )}
    </section>
  );
}

function ChangeList({ frame, sets }: { frame: RegisterFrame; sets: readonly ChangeSetView[] }) {
  const { locale, register } = frame;
  const { timeZone } = register.organisation;
  const { changes } = wordsFor(locale).page;
  return (
    <ol class="changes" reversed>
      {sets.map((set) => (
        <li class={set.state}>
          <span class="date">
            {set.announcedAt && <DayOf at={set.announcedAt} timeZone={timeZone} locale={locale} />}
          </span>
          <span class="summary">
            <a href={href(frame, `/changes/${set.number}`)} dir="auto">
              {summarise(set, locale)}
            </a>
            <small>
              {changes.number(set.number)} · <InForce frame={frame} set={set} />
            </small>
          </span>
          <span class="tags">
            <State frame={frame} set={set} />
            {!set.baseline && <span class="tag">{wordsFor(locale).terms.weights[set.weight]}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** From when, or since when, a change set applies; or when it was withdrawn. */
function InForce({ frame: { locale, register, today }, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  const { changes } = wordsFor(locale).page;
  if (set.withdrawnAt) {
    const on = dateIn(register.organisation.timeZone, set.withdrawnAt);
    return <>{changes.withdrawnOn(formatDate(on, locale))}</>;
  }
  if (!set.effectiveOn) return null;
  const date = formatDate(set.effectiveOn, locale);
  if (isHeldUp(set, today)) return <>{changes.heldUp(date)}</>;
  return <>{set.state === "announced" ? changes.from(date) : changes.since(date)}</>;
}

/** Every change set that was announced, the newest announcement first. */
export function announcements({ register, today }: RegisterFrame): ChangeSetView[] {
  const time = ({ announcedAt }: ChangeSetView) => announcedAt?.getTime() ?? 0;
  return changeSetViews(register.history, today).sort((a, b) => time(b) - time(a));
}

/** Whether a change set applies, in one word. */
export function State({ frame, set }: { frame: RegisterFrame; set: ChangeSetView }) {
  return <span class={`tag state ${set.state}`}>{wordsFor(frame.locale).page.changes.states[set.state]}</span>;
}
