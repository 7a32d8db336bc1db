import type { NamedPerson } from "../../model/people/reader.ts";
import { FIRST_ADMIN } from "../../model/people/user.ts";
import { href } from "../../page/shell/view.ts";
import type { VendorFinding } from "../../registry/changes/findings/of-changes.ts";
import { wordsFor } from "../../words/index.ts";
import { Prose } from "../kit/fields.tsx";
import { ErrorSummary } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Confirm, Facts } from "../kit/parts.tsx";
import { People } from "../kit/people.tsx";
import { CONSOLE_PAGES, type ConsoleView, renderScreen } from "../shell.tsx";
import { Accepting, Findings, type FoundView } from "./draft-findings.tsx";
import { Concerned, Dates, Told, tooEarly } from "./draft-means.tsx";
import { type DraftOutline, isUnapproved, isWaiting, mayNotAccept, pathOf, toldBy } from "./draft-view.ts";
import { titleOfSet } from "./list.tsx";
import { namesIn } from "./names.ts";

export type AnnounceView = DraftOutline & {
  /** What was found, and what of it has to be accepted. */
  findings: readonly VendorFinding[];
  errors: readonly VendorFinding[];
  /** What was typed, and what is wrong with it. */
  form: FormState;
  /** What has changed since the page was read, in words. */
  changed: readonly string[];
  /** Whom the mails are from, and where answers by mail go. */
  sender: { from: string; replyTo: string | null };
  /** Who is told, by name, where these are not too many. */
  people: readonly NamedPerson[];
};

/** Why it cannot be announced as it is; empty where it can. */
function blocksOf(view: AnnounceView): string[] {
  const { preview, locale, errors } = view;
  const { drafts: words } = wordsFor(locale).screens;
  const { problems } = words.announcing;
  const { changes } = preview.changeSet;
  const named = changes.filter(({ vendor }) => preview.overtaken.includes(vendor));
  return [
    ...(changes.length === 0 ? [problems.empty] : []),
    ...(named.length > 0 ? [problems.overtaken(namesIn({ total: named.length, named }, locale))] : []),
    ...tooEarly(view),
    ...(isUnapproved(view) ? [`${words.approval.waits}.`] : []),
    ...(errors.length > 0 && mayNotAccept(view) ? [words.findings.another] : []),
  ];
}

/** Repeats what is about to be announced, to whom and for when; one button does it. */
export function renderAnnounce(view: AnnounceView): string {
  const { preview, locale, errors, form, changed } = view;
  const { announcing: words, findings: found } = wordsFor(locale).screens.drafts;
  const title = titleOfSet(preview.changeSet, view);
  const blocks = blocksOf(view);
  const told = toldBy(preview);
  const isToAccept = (found: VendorFinding) => errors.some(({ identity }) => identity === found.identity);
  const others = view.findings.filter((each) => !isToAccept(each));
  return renderScreen(
    view,
    { page: "changes", title: words.title, lead: words.lead, back: { path: pathOf(view), label: title } },
    <>
      {changed.length > 0 && (
        <div class="errors" role="alert" tabindex={-1} autofocus>
          <h2>{words.changed.title}</h2>
          {changed.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      )}
      <ErrorSummary form={form} />
      <Facts facts={[[words.what, title]]} />
      <section aria-labelledby="date">
        <h2 id="date">{words.date}</h2>
        <Dates view={view} />
      </section>
      <section aria-labelledby="people">
        <h2 id="people">{words.people}</h2>
        <Told view={view} />
        <People locale={locale} people={view.people} all={told} />
        <Concerned view={view} />
        {told > 0 && <Sender view={view} />}
      </section>
      <Findings
        view={{ ...view, mayAnnounce: false, findings: blocks.length > 0 ? view.findings : others }}
        under="h2"
      />
      {blocks.length > 0 ? (
        <div class="notice">
          <p>
            <strong>{words.blocked}</strong>
          </p>
          <ul>
            {blocks.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>
            <a class="onward" href={href(view, pathOf(view))}>
              {words.toDraft}
            </a>
          </p>
        </div>
      ) : (
        <Confirm
          view={view}
          action={`${pathOf(view)}/announce`}
          button={words.button(told)}
          back={pathOf(view)}
          fields={{
            version: preview.draftHash ?? "",
            recipients: String(told),
            effectiveOn: dateToName(view) ?? "",
          }}
        >
          <SignedAs view={view} />
          {errors.length > 0 && (
            <section id="accept" class="accept" aria-labelledby="accept-heading">
              <h2 id="accept-heading">{found.acceptTitle}</h2>
              <Accepting errors={errors} form={form} />
              <Prose form={form} name="acceptFindingsReason" hint={found.reasonHint} required maxlength={2000} />
            </section>
          )}
        </Confirm>
      )}
    </>,
  );
}

/** Whom readers see the mails to be from, and where their answers by mail go. */
function Sender({ view: { sender, locale, ...view } }: { view: AnnounceView }) {
  const { sender: words } = wordsFor(locale).screens.drafts.announcing;
  const { from, replyTo } = sender;
  return (
    <>
      <Facts
        facts={[
          [words.from, <span dir="auto">{from}</span>],
          [words.replyTo, replyTo === null ? words.noReplyTo : <span dir="auto">{replyTo}</span>],
        ]}
      />
      <p>
        <a class="onward" href={href(view, `${pathOf(view)}/mails`)}>
          {words.mails}
        </a>
      </p>
    </>
  );
}

/** Tells whoever came by the first start's link, and has not said who they are, that the evidence will name nobody. */
function SignedAs({ view }: { view: ConsoleView }) {
  const { consoleWords, screens } = wordsFor(view.locale);
  if (view.user?.name !== FIRST_ADMIN.name) return null;
  return (
    <p class="notice">
      {screens.drafts.announcing.signedAs(FIRST_ADMIN.name)}{" "}
      <a href={`${href(view, CONSOLE_PAGES.people)}#own`}>{consoleWords.page.people}</a>
    </p>
  );
}

/** The date that has to be named where the draft names none and something waits. */
const dateToName = ({ preview }: DraftOutline): string | null =>
  preview.written.plannedOn === null && isWaiting(preview) && !preview.changeSet.rectification
    ? preview.changeSet.effectiveOn
    : null;

/** Why the draft cannot be published as the first list by whoever reads it; null where it can. */
function blocksFirstList(view: DraftOutline): string | null {
  const { screens } = wordsFor(view.locale);
  const { approval, publishing } = screens.drafts;
  if (view.preview.changeSet.changes.length === 0 || !view.isFirst) return screens.refusals["not-an-empty-registry"];
  if (isUnapproved(view)) return `${approval.waits}.`;
  return view.settings.approvalsRequired > 0 && view.isOwn ? publishing.anotherPublishes : null;
}

/** Repeats which list is about to be published as it is. */
export function renderPublish(view: FoundView): string {
  const { preview, settings, locale } = view;
  const { publishing: words, announcing } = wordsFor(locale).screens.drafts;
  const { changes } = preview.changeSet;
  const path = pathOf(view);
  const blocked = blocksFirstList(view);
  return renderScreen(
    view,
    {
      page: "changes",
      title: words.title,
      lead: words.lead,
      back: { path, label: titleOfSet(preview.changeSet, view) },
    },
    <>
      <Facts
        facts={[
          [announcing.what, wordsFor(locale).terms.explained(settings.name, words.vendors(changes.length))],
          [wordsFor(locale).screens.drafts.vendors, namesIn({ total: changes.length, named: changes }, locale)],
        ]}
      />
      <p>{words.later}</p>
      <Findings view={view} under="h2" />
      {blocked !== null ? (
        <div class="notice">
          <p>{blocked}</p>
          <p>
            <a class="onward" href={href(view, path)}>
              {announcing.toDraft}
            </a>
          </p>
        </div>
      ) : (
        <Confirm
          view={view}
          action={`${path}/publish`}
          button={words.button}
          back={path}
          fields={{ version: preview.draftHash ?? "" }}
        >
          <SignedAs view={view} />
        </Confirm>
      )}
    </>,
  );
}
