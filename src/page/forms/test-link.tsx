import type { TestReader } from "../../model/values/token.ts";
import type { Party } from "../../registry/answers/respond.ts";
import { wordsFor } from "../../words/index.ts";
import { plainPage } from "../shell/plain-page.tsx";
import type { RegisterView } from "../shell/view.ts";
import { AnswerForm } from "./answer-form.tsx";
import { LeaveForms, PreferencesForm } from "./subscription.tsx";

type TestLinkView = RegisterView & {
  /** The page that such a link of a reader would open. */
  page: string;
  reader: TestReader;
};

/** The link of a mail that was sent as a test, or looked at: it is nobody's and says so, above what readers see there. */
export function renderTestLink(view: TestLinkView): string {
  const { title, text, calendar, form } = wordsFor(view.locale).follow.testLink;
  return plainPage(
    view,
    title,
    <>
      {(view.page === "calendar" ? [calendar] : text).map((each) => (
        <p>{each}</p>
      ))}
      {hasForm(view.page) && (
        <fieldset class="as-test" disabled>
          <legend>{form}</legend>
          <Shown view={view} />
        </fieldset>
      )}
    </>,
  );
}

const hasForm = (page: string): boolean => page !== "departure" && page !== "calendar";

/** Nobody's customer: without a day of its own, and as any other but for its approval. */
const partyOf = (isAsked: boolean): Party => ({
  ...{ externalId: "", name: "", lastDayToObjectOn: null, timeZone: null, beforeEffect: null, isOver: false },
  ...{
    isAsked,
    isAwaited: isAsked,
    authorisation: isAsked ? "specific" : "general",
    heldByObjection: isAsked ? { only: null } : undefined,
  },
  ...{ remedies: null, exemptedAt: null, isUnconfirmed: false },
});

function Shown({ view }: { view: TestLinkView }) {
  const { page, reader, locale, register } = view;
  const { organisation } = register;
  const { unsubscribe } = wordsFor(locale).follow;
  if (page === "respond") {
    const parties = reader === "follower" ? [] : [partyOf(reader === "approver")];
    return <AnswerForm view={{ ...view, parties, answers: [], changeSet: { lastDayToObjectOn: null } }} />;
  }
  if (page === "preferences")
    return (
      <PreferencesForm {...{ organisation, locale, chosen: locale, products: [], follower: reader === "follower" }} />
    );
  if (reader !== "follower") return <LeaveForms locale={locale} organisation={organisation.name} />;
  return (
    <>
      <p>{unsubscribe.ask(organisation.name)}</p>
      <form method="post">
        <button type="submit">{unsubscribe.button}</button>
      </form>
    </>
  );
}
