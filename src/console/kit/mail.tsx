import type { ConsoleLocale, Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";

type MailProps = {
  /** In which its reader reads the console. */
  locale: ConsoleLocale;
  mail: { locale: Locale; subject: string; text: string };
  /** The address that shows it as it looks; null where there is none. */
  source: string | null;
  /** To whom it goes. */
  label: string;
};

/** A mail in a form: its text, and as it looks wide and on a phone, where somebody opens that. */
export function MailShown({ locale, mail, source, label }: MailProps) {
  const { mails: words } = wordsFor(locale).screens.drafts;
  return (
    <>
      <section class="mail" lang={mail.locale} tabindex={0} aria-label={mail.subject}>
        <p>
          <strong>{mail.subject}</strong>
        </p>
        <pre>{mail.text}</pre>
      </section>
      {source &&
        (["wide", "phone"] as const).map((width) => (
          <details>
            <summary>{words.looks[width]}</summary>
            <iframe
              class={width === "phone" ? "sent-as phone" : "sent-as"}
              title={`${words.looks[width]}: ${label}`}
              sandbox=""
              loading="lazy"
              src={source}
            />
          </details>
        ))}
    </>
  );
}
