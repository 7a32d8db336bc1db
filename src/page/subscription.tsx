import { UNNAMED } from "../registry/organisation-document.ts";
import type { Locale } from "../registry/text.ts";
import { wordsFor } from "../words/index.ts";
import { type Frame, href } from "./frame.ts";
import { type Message, messagePage, renderMessage } from "./message.tsx";
import { LanguageChoice, Products, SubscribeForm } from "./subscribe-form.tsx";

const organisationOf = (frame: Frame) => frame.register?.organisation ?? UNNAMED;

// Nothing is to be read at /subscribe: another language starts again at the form.
const atTheForm = (lang: Locale) => href({ lang }, "/");

/** After `POST /subscribe`: the same whether or not the address is known. */
export function renderSubscribed(frame: Frame): string {
  const { doneTitle, done } = wordsFor(frame.locale).page.subscribe;
  return renderMessage({ ...frame, title: doneTitle, paragraphs: done, inLanguage: atTheForm });
}

/** The form again, with what was typed, when that is not an address. */
export function renderSubscribeError(frame: Frame & { email: string; products?: string[] | undefined }): string {
  const wrong = { email: frame.email, products: frame.products ?? [] };
  const title = wordsFor(frame.locale).page.subscribe.invalidTitle;
  const form = <SubscribeForm organisation={organisationOf(frame)} locale={frame.locale} wrong={wrong} />;
  return messagePage({ ...frame, inLanguage: atTheForm }, title, form);
}

export type ConfirmState = "ask" | "done" | "expired" | "sent" | "unknown";

/** `/confirm/{token}`: the button, what came of it, or what to do with a link that is too old or unknown. */
export function renderConfirm(frame: Frame & { state: ConfirmState }): string {
  const words = wordsFor(frame.locale).page.confirm;
  const { name } = organisationOf(frame);
  const messages: Record<ConfirmState, Message> = {
    ask: { title: words.title, paragraphs: [words.ask(name)], form: { button: words.button }, leadsHome: false },
    done: { title: words.doneTitle, paragraphs: [words.done(name)] },
    expired: {
      title: words.expiredTitle,
      paragraphs: [words.expired],
      form: { button: words.again, fields: { again: "1" } },
    },
    sent: { title: words.sentTitle, paragraphs: [words.sent] },
    unknown: unknownLink(frame),
  };
  return renderMessage({ ...frame, ...messages[frame.state] });
}

export type UnsubscribeState = "ask" | "done" | "undone" | "unknown";

/** `/unsubscribe/{token}`: the button, what came of it, and how to take it back. */
export function renderUnsubscribe(frame: Frame & { state: UnsubscribeState }): string {
  const words = wordsFor(frame.locale).page.unsubscribe;
  const { name } = organisationOf(frame);
  const undo = { button: words.undo, fields: { undo: "1" }, intro: words.undoAsk, quiet: true };
  const messages: Record<UnsubscribeState, Message> = {
    ask: { title: words.title, paragraphs: [words.ask(name)], form: { button: words.button }, leadsHome: false },
    done: { title: words.doneTitle, paragraphs: [words.done(name)], form: undo },
    undone: { title: words.undoneTitle, paragraphs: [words.undone(name)] },
    unknown: unknownLink(frame),
  };
  return renderMessage({ ...frame, ...messages[frame.state] });
}

/** A link that is not ours, or whose person was forgotten or erased: for every token page. */
export function renderUnknownLink(frame: Frame): string {
  return renderMessage({ ...frame, ...unknownLink(frame) });
}

function unknownLink(frame: Frame): Message {
  const { title, text, again } = wordsFor(frame.locale).page.unknownLink;
  return { title, paragraphs: [text, again] };
}

export type PreferencesView = Frame & {
  email: string;
  preferences: { locale: Locale; products: readonly string[] };
  saved?: boolean | undefined;
  /** Where the same person leaves, such as `/unsubscribe/{token}`. */
  unsubscribeUrl: string;
};

/** `/preferences/{token}`: the language of the messages, and the products they are about. */
export function renderPreferences(view: PreferencesView): string {
  const words = wordsFor(view.locale).page.preferences;
  const organisation = organisationOf(view);
  const { locale, products } = view.preferences;
  const [before, after] = words.lead();
  return messagePage(
    view,
    words.title,
    <>
      {view.saved && (
        <p class="notice" role="status">
          {words.saved}
        </p>
      )}
      <p>
        {before}
        <strong>{view.email}</strong>
        {after}
      </p>
      <form method="post">
        <LanguageChoice organisation={organisation} locale={view.locale} chosen={locale} />
        <Products organisation={organisation} locale={view.locale} chosen={products} of="preferences" />
        <button type="submit">{words.save}</button>
      </form>
      <p>
        <a href={view.unsubscribeUrl}>{words.leave}</a>
      </p>
    </>,
  );
}
