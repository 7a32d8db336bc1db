import { LANGUAGES } from "../../model/values/languages.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { MailShown } from "../kit/mail.tsx";
import { type SetView, type ShownMail, wordsOf } from "./view.ts";

type ToldMailProps = {
  view: SetView;
  mail: ShownMail;
  isOpen: boolean;
  /** The page that asks before it does something, whose form this stands in. */
  path: string;
  /** What is typed there, as an address has it; null where that is too much. */
  typed: string | null;
};

/** A mail as it looks wide and on a phone, as text, and a test of it. */
export function ToldMail({ view, mail, isOpen, path, typed }: ToldMailProps) {
  const { told: words } = wordsOf(view);
  const { mails } = wordsFor(view.locale).screens.drafts;
  const { locale, audience, customer, place } = mail;
  const named = words.mail(audience, LANGUAGES[locale].name, customer);
  return (
    <details open={isOpen}>
      <summary>{named}</summary>
      <MailShown
        locale={view.locale}
        mail={mail}
        source={typed === null ? null : `${path}/shown?${new URLSearchParams({ mail: String(place), typed })}`}
        label={named}
      />
      {view.user && (
        <p class="action">
          <button
            type="submit"
            class="quiet"
            formaction={href(view, `${path}/test`, { mail: String(place) })}
            aria-label={wordsFor(view.locale).terms.explained(mails.test, named)}
          >
            {mails.test}
          </button>{" "}
          <span class="hint">{mails.testTo(view.user.email)}</span>
        </p>
      )}
    </details>
  );
}
