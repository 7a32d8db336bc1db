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

/** A mail in a form: as it looks; on a phone and as text, where somebody opens that. */
export function MailShown({ locale, mail, source, label }: MailProps) {
  const { mails: words } = wordsFor(locale).screens.drafts;
  const { explained } = wordsFor(locale).terms;
  return (
    <>
      <p class="mail-subject">
        <span class="hint">{words.subject}</span>{" "}
        <strong lang={mail.locale} dir="auto">
          {mail.subject}
        </strong>
      </p>
      {source && (
        <>
          <MailFrame width="wide" title={explained(words.looks.wide, label)} source={source} />
          <details>
            <summary>{words.looks.phone}</summary>
            <MailFrame width="phone" title={explained(words.looks.phone, label)} source={source} />
          </details>
        </>
      )}
      <details open={source === null}>
        <summary>{words.looks.text}</summary>
        <section class="mail" lang={mail.locale} tabindex={0} aria-label={explained(words.looks.text, label)}>
          <pre>{mail.text}</pre>
        </section>
      </details>
    </>
  );
}

/** A mail as it looks, in a frame where nothing of it runs. */
export const MailFrame = ({ width, title, source }: { width: "wide" | "phone"; title: string; source: string }) => (
  <iframe
    class={width === "phone" ? "sent-as phone" : "sent-as"}
    title={title}
    sandbox=""
    loading="lazy"
    src={source}
  />
);
