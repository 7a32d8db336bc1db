import type { ChangeView } from "../../model/change/register.ts";
import { replacementsIn } from "../../model/change/replacements.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import { type ConsoleLocale, LOCALES, type LocalizedText } from "../../model/values/text.ts";
import { DifferenceRows } from "../../page/changes/difference.tsx";
import { describeChange } from "../../page/describe/change.ts";
import { Prose as Written } from "../../page/parts/facts.tsx";
import { href } from "../../page/shell/view.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { capitalised, formatDate, formatDeadline, formatList, wordsFor } from "../../words/index.ts";
import { weightReason } from "../../words/weight-reason.ts";
import type { PageSize } from "../kit/pages.ts";
import { Facts } from "../kit/parts.tsx";
import { Paging } from "../kit/table.tsx";
import { renderScreen } from "../shell.tsx";
import { LastDays } from "./draft-last-days.tsx";
import { effects, notBefore, whoDecides, whoIsTold } from "./draft-means.tsx";
import { type DraftView, firstListSaid, isWaiting, nameOf, pathOf, toldBy } from "./draft-view.ts";
import { aboutWhom, alike } from "./findings-alike.ts";
import { titleOfSet } from "./list.tsx";
import { namesIn } from "./names.ts";

/** The vendors of one sheet, and the most findings: what is signed is to be read. */
export const SHEET_PAGE: PageSize = { entries: 60, characters: 240_000 };
const MOST_FOUND = 60;

/** A page that is a sheet to sign, as it is printed. */
export function renderSheet(view: DraftView): string {
  const { screens } = wordsFor(view.locale);
  const { sheet: words } = screens.drafts;
  const path = pathOf(view);
  const { number, of } = view.page;
  return renderScreen(
    view,
    {
      page: "changes",
      title: words.title,
      lead: words.lead,
      back: { path, label: titleOfSet(view.preview.changeSet, view) },
    },
    <>
      <Sheet view={view} />
      <Paging
        view={view}
        path={`${path}/sheet`}
        cursor={number > 1 ? String(number) : undefined}
        next={number < of ? String(number + 1) : null}
      />
    </>,
  );
}

/** A draft on paper: what changes and why, when, who is told, what was found, and where it is signed. */
export function Sheet({ view }: { view: DraftView }) {
  const { preview, findings, locale, isFirstList } = view;
  const changes = view.page.shown;
  const { screens, changes: numbered } = wordsFor(locale);
  const { sheet: words, findings: found } = screens.drafts;
  const { changeSet: set } = preview;
  const same = alike(findings);
  return (
    <article class="on-paper">
      <header>
        <p>
          <strong dir="auto">{view.organisation}</strong>
        </p>
        <p class="sheet-title" dir="auto">
          {isFirstList ? words.firstList : titleOfSet(set, view)}
        </p>
        <p>
          {words.version(
            numbered.number(set.number),
            preview.draftHash?.slice(0, 16) ?? "",
            formatDate(view.today, locale),
          )}
        </p>
      </header>
      <Terms view={view} />
      <p class="sheet-title">{words.vendors(set.changes.length)}</p>
      {changes.length < set.changes.length && <p>{words.some(changes.length, set.changes.length)}</p>}
      {changes.map((change) => (
        <Vendor view={view} change={change} />
      ))}
      <p class="sheet-title">{found.title}</p>
      {findings.length === 0 && <p>{found.none}</p>}
      <ul class="sheet-found">
        {same.slice(0, MOST_FOUND).map(([finding, ...others]) => (
          <li>
            <strong>{found.severities[finding.severity]}:</strong> {findingSentence(finding, locale)}
            {others.length > 0 && ` ${found.likewise} ${formatList(others.map(aboutWhom), locale)}.`}
            {finding.severity === "error" && !isFirstList && <p class="to-fill">{words.accepted}</p>}
          </li>
        ))}
        {same.length > MOST_FOUND && <li>{found.more(same.length - MOST_FOUND)}</li>}
      </ul>
      <Signature view={view} />
    </article>
  );
}

/** When, why and to whom. */
function Terms({ view }: { view: DraftView }) {
  const { preview, settings, locale, isFirstList } = view;
  const { screens, terms } = wordsFor(locale);
  const { drafts: words } = screens;
  const { sheet, means } = words;
  const { changeSet: set, concerned, unreachable, approvals } = preview;
  const waits = isWaiting(preview);
  const authors = set.authors.map((actor) => nameOf(actor, view));
  const written: [string, string][] = authors.length > 0 ? [[sheet.authors, formatList(authors, locale)]] : [];
  const approved: [string, string][] = set.approvedBy ? [[sheet.approved, nameOf(set.approvedBy, view)]] : [];
  if (isFirstList) return <Facts facts={[[sheet.when, firstListSaid(view)], ...written, ...approved]} />;
  const said = (label: string, text: LocalizedText | null | undefined) => (text ? inEach(label, text, locale) : []);
  const some = (label: string, text: string | null | undefined): [string, string][] => (text ? [[label, text]] : []);
  const isDated = waits && !set.rectification;
  const { plannedOn } = preview.written;
  const hasLastDays = preview.readers.named.some(({ terms }) => terms.some((each) => each.lastDayToObjectOn !== null));
  return (
    <Facts
      facts={[
        ...some(means.earliest, isDated ? formatDate(preview.earliestEffectiveOn, locale) : null),
        ...some(sheet.decides, isDated ? whoDecides(view) : null),
        ...some(sheet.chosen, isDated ? (plannedOn ? formatDate(plannedOn, locale) : sheet.notChosen) : null),
        [means.effective, terms.clauses(effects(view))],
        ...some(
          means.object,
          waits && set.lastDayToObjectOn ? formatDeadline(set.lastDayToObjectOn, locale, settings.timeZone) : null,
        ),
        ...(isDated && hasLastDays ? [[means.byContracts, <LastDays view={view} />] as const] : []),
        ...said(sheet.reason, set.reason ?? sheet.none),
        ...said(words.emergency, set.emergency?.reason),
        ...said(words.rectification, set.rectification?.reason),
        [means.told, toldBy(preview) === 0 ? means.nobodyTold : whoIsTold(view)],
        [
          means.concerned,
          concerned.total === 0
            ? means.nobody
            : terms.explained(means.customers(concerned.total), namesIn(concerned, locale)),
        ],
        ...some(means.unreachable, unreachable.total > 0 ? namesIn(unreachable, locale) : null),
        ...some(means.approvals, approvals.total > 0 ? namesIn(approvals, locale) : null),
        ...written,
        ...approved,
      ]}
    />
  );
}

/** A text in each language that it is written in, as all of it is signed. */
function inEach(label: string, text: LocalizedText, locale: ConsoleLocale): [label: string, text: string][] {
  if (typeof text === "string") return [[label, text]];
  const { inLanguage } = wordsFor(locale).screens.kit;
  return LOCALES.flatMap((each) => {
    const said = text[each];
    return said === undefined ? [] : [[inLanguage(label, LANGUAGES[each].name), said] as [string, string]];
  });
}

function Vendor({ view, change }: { view: DraftView; change: ChangeView }) {
  const { settings, law, today, locale, isFirstList } = view;
  const { terms } = wordsFor(locale);
  const { sheet } = wordsFor(locale).screens.drafts;
  const { kind, name, weight, weightGrounds, weightOverride, effectiveOn } = change;
  const described = describeChange(change, locale, settings, { ...settings, law, on: effectiveOn ?? today });
  const former = replacementsIn(view.preview.changeSet.changes).find(({ added }) => added.vendor === change.vendor);
  const isAwaited = view.preview.awaitingApproval.has(change.vendor);
  const why = weightOverride
    ? inEach("", weightOverride.reason, locale)
        .map(([, text]) => text)
        .join(" / ")
    : weightReason(weightGrounds, locale);
  return (
    <section class="changed">
      <p class="sheet-vendor">
        <strong dir="auto">{name}</strong> · {described.kind}
      </p>
      {!isFirstList && <p>{sheet.weighs(terms.weights[weight], capitalised(why))}</p>}
      {!isFirstList && effectiveOn && <p>{sheet.from(notBefore(formatDate(effectiveOn, locale), isAwaited, view))}</p>}
      {described.note && <Written text={described.note} />}
      {former && <Written text={wordsFor(locale).changes.replaces(former.removed.name)} />}
      <DifferenceRows rows={described.rows} kind={kind} locale={locale} />
    </section>
  );
}

/** Where it is signed, and which version. */
function Signature({ view: { preview, locale, isFirstList } }: { view: DraftView }) {
  const { signature: words } = wordsFor(locale).screens.drafts;
  const [before, after] = isFirstList ? words.publication : words.text;
  return (
    <div class="signature">
      <p>
        {before}
        <code>{preview.draftHash?.slice(0, 16)}</code>
        {after}
      </p>
      <dl>
        {[words.place, words.name, words.signature].map((label) => (
          <div>
            <dt>{label}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The way to the sheet. */
export const ToSheet = ({ view }: { view: DraftView }) => (
  <a href={href(view, `${pathOf(view)}/sheet`)}>{wordsFor(view.locale).screens.drafts.sheet.link}</a>
);
