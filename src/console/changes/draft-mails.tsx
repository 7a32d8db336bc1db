import { LANGUAGES } from "../../model/values/languages.ts";
import type { ConsoleLocale, Locale } from "../../model/values/text.ts";
import { href } from "../../page/shell/view.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { Did } from "../kit/did.tsx";
import { MailFrame } from "../kit/mail.tsx";
import { Action, Empty, Facts, Tabs } from "../kit/parts.tsx";
import { renderPart } from "./draft.tsx";
import { type DraftOutline, pathOf } from "./draft-view.ts";

/** A mail as one kind of its readers gets it. */
export type ShownMail = {
  locale: Locale;
  audience: "followers" | "contacts";
  lastDayToObjectOn: string | null;
  authorisation: "general" | "specific" | null;
  reader: { customer: string; people: number } | null;
  subject: string;
  text: string;
};

export const MAIL_WIDTHS = ["wide", "phone", "text"] as const;
export type MailWidth = (typeof MAIL_WIDTHS)[number];

export type MailsView = DraftOutline & {
  mails: readonly ShownMail[];
  /** Whom they are from, as readers see it. */
  from: string;
  /** Which of them is shown, and how. */
  shown: number;
  as: MailWidth;
  /** Whether a test of it was just sent. */
  sent: boolean;
};

/** Every mail of a draft as its readers get it: which, how it is shown, and a test of it. */
export function renderMails(view: MailsView): string {
  const { mails, shown, as, sent, preview, user, locale, mayWrite } = view;
  const { mails: words, announcing } = wordsFor(locale).screens.drafts;
  const mail = mails[shown];
  const path = `${pathOf(view)}/mails`;
  if (!mail) return renderPart(view, "mails", <Empty title={words.none}>{null}</Empty>);
  const to = (mail: number, width: MailWidth) => `${path}?mail=${mail + 1}&as=${width}`;
  return renderPart(
    view,
    "mails",
    <>
      {sent && user && <Did>{words.sent(user.email)}</Did>}
      <p>{words.lead}</p>
      <nav aria-label={words.list}>
        <ul class="mail-list">
          {mails.map((each, index) => (
            <li>
              <a
                href={href(view, path, { mail: String(index + 1), as })}
                aria-current={index === shown ? "page" : undefined}
              >
                {nameOf(each, locale)}
              </a>
            </li>
          ))}
        </ul>
        {preview.readers.total > preview.readers.named.length && (
          <p class="hint">{words.more(preview.readers.total)}</p>
        )}
      </nav>
      <Tabs
        view={{ ...view, lang: undefined }}
        label={words.as.label}
        tabs={MAIL_WIDTHS.map((each) => ({
          path: withLang(view, to(shown, each)),
          label: words.as[each],
          current: each === as,
        }))}
      />
      <Facts
        facts={[
          [announcing.sender.from, <span dir="auto">{view.from}</span>],
          [words.subject, <span dir="auto">{mail.subject}</span>],
        ]}
      />
      {as === "text" ? (
        <pre class="mail-text" lang={mail.locale}>
          {mail.text}
        </pre>
      ) : (
        <MailFrame width={as} title={words.frame} source={`${path}/${shown + 1}/shown`} />
      )}
      {mayWrite && user && (
        <Action view={view} action={`${path}/${shown + 1}/test`} button={words.test}>
          <span class="hint">{words.testTo(user.email)}</span>
        </Action>
      )}
    </>,
  );
}

const withLang = ({ lang }: DraftOutline, path: string) => (lang ? `${path}&lang=${lang}` : path);

/** "Contacts · such as Müller GmbH · English · may object until 22 January 2027". */
function nameOf(
  { audience, locale: written, lastDayToObjectOn, authorisation, reader }: ShownMail,
  locale: ConsoleLocale,
): string {
  const { mails: words } = wordsFor(locale).screens.drafts;
  return [
    words.of[audience],
    ...(reader ? [words.whose(reader.customer, reader.people === 1)] : []),
    LANGUAGES[written].name,
    ...(audience === "contacts" && lastDayToObjectOn ? [words.until(formatDate(lastDayToObjectOn, locale))] : []),
    ...(authorisation === "specific" ? [words.asks] : []),
  ].join(" · ");
}

/** The page as it will be: once it is announced, and on the day it takes effect. */
export function renderPageToCome(view: DraftOutline & { isLater: boolean }): string {
  const { preview, locale, isFirstList, today } = view;
  const { page: words } = wordsFor(locale).screens.drafts;
  const path = `${pathOf(view)}/page`;
  const on = preview.changeSet.effectiveOn;
  const hasLater = !isFirstList && on !== null && on > today;
  const isLater = hasLater && view.isLater;
  const source = href(view, `${path}/shown`, { on: isLater ? on : undefined });
  return renderPart(
    view,
    "page",
    <>
      <p>{isFirstList ? words.firstList : words.lead}</p>
      {hasLater && (
        <Tabs
          view={view}
          label={words.label}
          tabs={[
            { path, label: words.now, current: !isLater },
            { path: `${path}/later`, label: words.on(formatDate(on, locale)), current: isLater },
          ]}
        />
      )}
      <iframe class="sent-as" title={words.frame} sandbox="allow-same-origin" src={source} />
      <p>
        <a href={source} target="_blank" rel="noopener">
          {words.alone}
        </a>
      </p>
    </>,
  );
}
