import type { IsoDate } from "../../model/values/dates.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import type { Locale } from "../../model/values/text.ts";
import { listSome } from "../../page/describe/names.ts";
import { formatDate, formatDeadline, formatList, wordsFor } from "../../words/index.ts";
import { Preview as Live } from "../kit/form.tsx";
import { formatPeriod } from "../kit/period.tsx";
import { Findings } from "./draft-findings.tsx";
import { LastDays } from "./draft-last-days.tsx";
import { type DraftOutline, type DraftView, firstListSaid, isAnnounceable, isWaiting, toldBy } from "./draft-view.ts";
import { namesIn } from "./names.ts";

/** What announcing a draft today would mean, kept up to date while it is edited; of the first list, what publishing it does. */
export function Means({ view }: { view: DraftView }) {
  const { form, preview, locale, isFirstList } = view;
  const { means: words, firstList } = wordsFor(locale).screens.drafts;
  return (
    <Live form={form} name="means">
      <h2>{isFirstList ? firstList.title : words.title}</h2>
      {preview.changeSet.changes.length === 0 ? (
        <p>{words.empty}</p>
      ) : isFirstList ? (
        <>
          <p>{firstListSaid(view)}</p>
          {isAnnounceable(preview) && <p class="hint">{firstList.orAnnounce}</p>}
          <Findings view={view} />
        </>
      ) : (
        <>
          <Dates view={view} announceBy={view.announceBy} />
          <Told view={view} />
          <Concerned view={view} />
          <Findings view={view} />
        </>
      )}
    </Live>
  );
}

/** When it would take effect, the earliest date there is, and who decides that. */
export function Dates({ view, announceBy = null }: { view: DraftOutline; announceBy?: IsoDate | null }) {
  const { preview, settings, locale } = view;
  const { means: words } = wordsFor(locale).screens.drafts;
  const { changeSet: set } = preview;
  const waits = isWaiting(preview);
  const isNow = whyNow(view);
  const early = tooEarly(view);
  return (
    <div class="means-dates">
      {isNow && <p>{isNow}</p>}
      <dl class="outcome">
        {waits && (
          <div>
            <dt>{words.earliest}</dt>
            <dd>
              {notBefore(formatDate(preview.earliestEffectiveOn, locale), preview.awaitingApproval.size > 0, view)}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.effective}</dt>
          <dd>
            {effects(view).map((line) => (
              <p>{line}</p>
            ))}
          </dd>
        </div>
        {waits && set.lastDayToObjectOn && (
          <div>
            <dt>{words.object}</dt>
            <dd>{formatDeadline(set.lastDayToObjectOn, locale, settings.timeZone)}</dd>
          </div>
        )}
        {waits && announceBy && (
          <div>
            <dt>{words.announceBy}</dt>
            <dd>{formatDate(announceBy, locale)}</dd>
          </div>
        )}
      </dl>
      {waits && <p class="hint">{words.objectOwn}</p>}
      {waits && <LastDays view={view} />}
      {waits && <p>{whoDecides(view)}</p>}
      {set.emergency && <p class="notice">{words.emergency}</p>}
      {early.map((line) => (
        <p class="notice">{line}</p>
      ))}
    </div>
  );
}

/** Why what does not wait need not; null where something waits. */
export function whyNow({ preview, locale }: DraftOutline): string | null {
  const { means: words } = wordsFor(locale).screens.drafts;
  const { rectification, changes } = preview.changeSet;
  if (rectification) return words.rectifies;
  if (preview.isSilent) return words.silent;
  if (isWaiting(preview)) return null;
  return changes.some(({ kind }) => kind === "removed") ? `${words.removal} ${words.atOnce}` : words.atOnce;
}

/** "Kanzlei Roth decides: 45 business days; without it 25 January 2027." */
export function whoDecides({ preview: { decidedBy }, settings, locale }: DraftOutline): string {
  const { decides: words } = wordsFor(locale).screens.drafts.means;
  const [one] = decidedBy.named;
  if (!one) return words.own(formatPeriod(settings.noticePeriod, locale));
  if (decidedBy.total > 1) return words.several(namesIn(decidedBy, locale));
  const { noticePeriod: notice, objectionPeriod: objection } = one;
  const period =
    notice && objection
      ? formatList(
          [words.notice(formatPeriod(notice, locale)), words.objection(formatPeriod(objection, locale))],
          locale,
        )
      : notice
        ? formatPeriod(notice, locale)
        : objection && words.objection(formatPeriod(objection, locale));
  return words.one(one.name, period, formatDate(one.withoutIt, locale));
}

/** The day it would take effect, and what it waits for besides; where its changes differ in that, each with its own. */
export function effects(view: DraftOutline): string[] {
  const { preview, locale } = view;
  const { changeSet, awaitingApproval } = preview;
  const { means: words } = wordsFor(locale).screens.drafts;
  const isAwaited = ({ vendor }: { vendor: string }) => awaitingApproval.has(vendor);
  const alike = Map.groupBy(changeSet.changes, (change) => `${change.effectiveOn} ${isAwaited(change)}`);
  return [...alike.values()].flatMap((changes) => {
    const [one] = changes;
    if (!one?.effectiveOn) return [];
    const date = notBefore(formatDate(one.effectiveOn, locale), isAwaited(one), view);
    const names = changes.map(({ name }) => name);
    return alike.size === 1 ? date : words.day(listSome(names, locale), date);
  });
}

/** A date, and of what waits for approvals whose these are: it is no promise that it applies from then. */
export function notBefore(date: string, isAwaited: boolean, { preview: { approvals }, locale }: DraftOutline): string {
  const { means: words } = wordsFor(locale).screens.drafts;
  if (!isAwaited) return date;
  return approvals.total === 0
    ? words.notBeforeOthers(date)
    : words.notBefore(date, namesIn(approvals, locale), approvals.total);
}

/** The dates of the draft that announcing would refuse, by vendor. */
export function tooEarly({ preview, locale }: DraftOutline): string[] {
  const { means: words } = wordsFor(locale).screens.drafts;
  const { plannedOn: ofSet, changes } = preview.written;
  const dates = Map.groupBy(
    changes.flatMap(({ vendor, name, plannedOn }) => {
      const given = plannedOn ?? ofSet;
      const earliest = preview.days.find((day) => day.vendor === vendor)?.earliestEffectiveOn;
      return given && earliest && given < earliest ? [{ name, given, earliest }] : [];
    }),
    ({ given, earliest }) => `${given} ${earliest}`,
  );
  return [...dates.values()].flatMap((same) =>
    same.slice(0, 1).map(({ given, earliest }) => {
      const names = namesIn({ total: same.length, named: same }, locale);
      return words.tooEarly(formatDate(given, locale), names, formatDate(earliest, locale));
    }),
  );
}

/** "2 contacts of customers and 1 follower". */
export function whoIsTold({ preview: { recipients }, locale }: Pick<DraftOutline, "preview" | "locale">): string {
  const { means: words } = wordsFor(locale).screens.drafts;
  return formatList(
    [
      ...(recipients.contacts > 0 ? [words.contacts(recipients.contacts)] : []),
      ...(recipients.followers > 0 ? [words.followers(recipients.followers)] : []),
    ],
    locale,
  );
}

/** How many people are told, of which group and in which language. */
export function Told({ view: { preview, locale } }: { view: DraftOutline }) {
  const { screens } = wordsFor(locale);
  const { means: words } = screens.drafts;
  const { recipients } = preview;
  return (
    <div>
      <h3>{words.told}</h3>
      {toldBy(preview) === 0 ? (
        <p>{words.nobodyTold}</p>
      ) : (
        <>
          <p>{whoIsTold({ preview, locale })}</p>
          <ul class="inline hint">
            {(Object.entries(recipients.byLocale) as [Locale, number][]).map(([language, n]) => (
              <li>{words.inLanguage(n, LANGUAGES[language].name)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Whom it concerns, whom of them nobody can tell, and whose approval it takes. */
export function Concerned({ view: { preview, locale } }: { view: DraftOutline }) {
  const { means: words } = wordsFor(locale).screens.drafts;
  const { concerned, unreachable, approvals } = preview;
  return (
    <>
      <div>
        <h3>{words.concerned}</h3>
        <p>{concerned.total === 0 ? words.nobody : words.customers(concerned.total)}</p>
        {concerned.total > 0 && <p class="hint">{namesIn(concerned, locale)}</p>}
      </div>
      {unreachable.total > 0 && (
        <div class="notice">
          <h3>{words.unreachable}</h3>
          <p>{namesIn(unreachable, locale)}</p>
          <p class="hint">{words.unreachableText}</p>
        </div>
      )}
      {approvals.total > 0 && (
        <div>
          <h3>{words.approvals}</h3>
          <p>{namesIn(approvals, locale)}</p>
          <p class="hint">{words.approvalsText}</p>
        </div>
      )}
    </>
  );
}
