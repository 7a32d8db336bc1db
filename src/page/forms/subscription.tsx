import type { Locale } from "../../model/values/text.ts";
import type { Successor } from "../../registry/people/successors.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { Field } from "../parts/fields.tsx";
import { type PlainPage, plainPage, renderPlainPage } from "../shell/plain-page.tsx";
import { organisationOf, type PageView } from "../shell/view.ts";
import { EmailField, LanguageChoice, ProductChoice } from "./subscribe.tsx";

type ConfirmState = "ask" | "done" | "expired" | "sent" | "unknown";

type ConfirmView = PageView & {
  state: ConfirmState;
  /** The names of the customers the person is, or is to be, a contact of. */
  onBehalfOf?: readonly string[];
  /** Whether they have asked to follow besides. */
  isAsked?: boolean;
};

/** `/confirm/{token}`: the button, what came of it, or what to do with a link that is too old or unknown. */
export function renderConfirm(view: ConfirmView): string {
  const words = wordsFor(view.locale).follow.confirm;
  const { name } = organisationOf(view);
  const customers = view.onBehalfOf?.length ? formatList(view.onBehalfOf, view.locale) : null;
  const messages: Record<ConfirmState, PlainPage> = {
    ask: {
      title: words.title,
      paragraphs: customers
        ? [words.askContact(name, customers), ...(view.isAsked ? [words.askBoth] : [])]
        : [words.ask(name)],
      form: { button: words.button },
      leadsHome: false,
    },
    done: { title: words.doneTitle, paragraphs: [customers ? words.doneContact(name, customers) : words.done(name)] },
    expired: {
      title: words.expiredTitle,
      paragraphs: [words.expired],
      form: { button: words.again, fields: { again: "1" } },
    },
    sent: { title: words.sentTitle, paragraphs: [words.sent] },
    unknown: unknownLink(view),
  };
  return renderPlainPage({ ...view, ...messages[view.state] });
}

/** Somebody to be told in a contact's place, as typed. */
type Replacement = { email: string; name: string };

type UnsubscribeState = "ask" | "done" | "undone" | "replaced" | "unknown";

type UnsubscribeView = PageView & {
  state: UnsubscribeState;
  /** The names of the customers a contact leaves: somebody else is to be told for them. */
  onBehalfOf?: readonly string[] | undefined;
  /** Those of them for whom nobody else can be told. */
  onlyFor?: readonly string[] | undefined;
  /** What was typed for somebody else, when that is no address. */
  wrong?: Replacement | undefined;
};

/**
 * `/unsubscribe/{token}`: the button, what came of it, how to take it back, and whom to tell instead of a contact, who is
 * told first what it means for the customer that they leave.
 */
export function renderUnsubscribe({ onBehalfOf = [], onlyFor = [], wrong, ...view }: UnsubscribeView): string {
  const words = wordsFor(view.locale).follow.unsubscribe;
  const { name } = organisationOf(view);
  const undo = { button: words.undo, fields: { undo: "1" }, intro: words.undoAsk, quiet: true };
  const whom = { locale: view.locale, organisation: name, wrong };
  const means = onlyFor.length > 0 ? words.only(name, formatList(onlyFor, view.locale)) : null;
  const others = words.amongOthers(name, formatList(onBehalfOf, view.locale));
  const messages: Record<UnsubscribeState, PlainPage> = {
    ask:
      onBehalfOf.length > 0
        ? { title: words.title, paragraphs: [means ?? others], more: <LeaveForms {...whom} />, leadsHome: false }
        : { title: words.title, paragraphs: [words.ask(name)], form: { button: words.button }, leadsHome: false },
    done: {
      title: words.doneTitle,
      paragraphs: [words.done(name)],
      form: undo,
      more: onBehalfOf.length > 0 && (
        <ReplacementForm {...whom} lead={words.replace.lead(name, formatList(onBehalfOf, view.locale))} />
      ),
    },
    replaced: { title: words.replaced.title, paragraphs: words.replaced.text },
    undone: { title: words.undoneTitle, paragraphs: [words.undone(name)] },
    unknown: unknownLink(view),
  };
  return renderPlainPage({ ...view, ...messages[view.state] });
}

type ReplacementProps = {
  locale: Locale;
  organisation: string;
  wrong?: Replacement | undefined;
};

/** To a contact who is about to leave: whom to tell instead and, after that, to leave without naming anybody. */
export function LeaveForms(props: ReplacementProps) {
  const { replace, without } = wordsFor(props.locale).follow.unsubscribe;
  return (
    <>
      <ReplacementForm {...props} lead={replace.leadFirst(props.organisation)} button={replace.buttonFirst} />
      <form method="post">
        <button type="submit" class="quiet">
          {without}
        </button>
      </form>
    </>
  );
}

/** Asks a contact whom to tell instead; posts to the page's own address. */
function ReplacementForm({ locale, lead, button, wrong }: ReplacementProps & { lead: string; button?: string }) {
  const words = wordsFor(locale).follow.unsubscribe.replace;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{lead}</p>
      <form method="post">
        <EmailField label={words.email} locale={locale} autocomplete="off" wrong={wrong?.email} />
        <Field name="name" label={words.name} type="text" autocomplete="off" maxlength={200} value={wrong?.name} />
        <button type="submit">{button ?? words.button}</button>
      </form>
    </>
  );
}

type DepartureView = PageView & {
  /** The names of the customers the person is a contact of. */
  onBehalfOf: readonly string[];
  hasLeft: boolean;
  /** Whom they have named in their place. */
  successors: readonly Successor[];
};

/** `/departure/{token}`: to a contact, what was done by their link to leave, to confirm or to undo. */
export function renderDeparture({ onBehalfOf, hasLeft, successors, ...view }: DepartureView): string {
  const words = wordsFor(view.locale).follow.departure;
  const { name } = organisationOf(view);
  const whom = formatList(onBehalfOf, view.locale);
  const isTold = hasLeft ? words.hasLeft(name, whom) : words.isTold(name, whom);
  const mayBeUndone = hasLeft || successors.some(({ confirmed }) => !confirmed);
  const undo = { button: words.undo, fields: { undo: "1" }, intro: words.undoAsk(successors.length > 0), quiet: true };
  return renderPlainPage({
    ...view,
    title: words.title,
    paragraphs: [onBehalfOf.length > 0 ? isTold : words.isNone],
    form: mayBeUndone && onBehalfOf.length > 0 ? undo : undefined,
    more: successors.map(({ id, email, isContact, confirmed, customers }) => (
      <form method="post">
        <p>{(isContact ? words.isContact : words.asked)(email, formatList(customers, view.locale))}</p>
        {confirmed ? (
          <p>{words.vouched}</p>
        ) : (
          <>
            <input type="hidden" name="vouch" value={id} />
            <button type="submit">{words.vouch}</button>
          </>
        )}
      </form>
    )),
    leadsHome: false,
  });
}

/** A link that is not ours, or whose person was forgotten or erased: for every token page, and what to do `instead`. */
export function renderUnknownLink(view: PageView, instead: "follow" | "answer"): string {
  return renderPlainPage({ ...view, ...unknownLink(view, instead) });
}

function unknownLink(view: PageView, instead: "follow" | "answer" = "follow"): PlainPage {
  const words = wordsFor(view.locale).follow.unknownLink;
  return { title: words.title, paragraphs: words[instead] };
}

type PreferencesView = PageView & {
  email: string;
  preferences: { locale: Locale; products: readonly string[] };
  saved?: boolean | undefined;
  /** Whether they chose to follow; a contact is told of what concerns their customer. */
  follower: boolean;
  /** Whether they have left: nothing is sent to them. */
  hasLeft?: boolean;
  /** Where the same person leaves, such as `/unsubscribe/{token}`. */
  unsubscribeUrl: string;
};

/** `/preferences/{token}`: the language of the messages, and the products they are about. */
export function renderPreferences(view: PreferencesView): string {
  const { preferences: words, unsubscribe } = wordsFor(view.locale).follow;
  const organisation = organisationOf(view);
  const { locale, products } = view.preferences;
  const [before, after] = words.lead;
  return plainPage(
    view,
    words.title,
    <>
      {view.saved && (
        <p class="notice good" role="status">
          {words.saved}
        </p>
      )}
      {view.hasLeft ? (
        <p>{unsubscribe.done(organisation.name)}</p>
      ) : (
        <p>
          {before}
          <strong>{view.email}</strong>
          {after}
        </p>
      )}
      <PreferencesForm {...{ organisation, chosen: locale, products, locale: view.locale, follower: view.follower }} />
      <p>
        {view.hasLeft && `${unsubscribe.undoAsk} `}
        <a href={view.unsubscribeUrl}>{view.hasLeft ? unsubscribe.undo : words.leave}</a>
      </p>
    </>,
  );
}

type PreferencesFormProps = {
  organisation: ReturnType<typeof organisationOf>;
  locale: Locale;
  chosen: Locale;
  products: readonly string[];
  follower: boolean;
};

export function PreferencesForm({ organisation, locale, chosen, products, follower }: PreferencesFormProps) {
  const { preferences: words } = wordsFor(locale).follow;
  return (
    <form method="post">
      <LanguageChoice organisation={organisation} locale={locale} chosen={chosen} />
      {follower && <ProductChoice organisation={organisation} words={words} chosen={products} />}
      <button type="submit">{words.save}</button>
    </form>
  );
}
