import { LANGUAGES } from "../../model/values/languages.ts";
import type { ConsoleLocale, Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { MailShown } from "../kit/mail.tsx";

/** What saving another name would tell: how many people, by which mails; `asRead` is sent along by whoever has read it. */
export type RenamingView = {
  asRead: string;
  mails: readonly { locale: Locale; people: number; subject: string; text: string }[];
};

/** Says in the form, before another name is saved, who would be told of it; its button saves, and tells them. */
export function RenamingPart({ locale, renaming }: { locale: ConsoleLocale; renaming: RenamingView }) {
  const { renaming: words } = wordsFor(locale).screens.organisation;
  const people = renaming.mails.reduce((all, mail) => all + mail.people, 0);
  return (
    <section class="notice" aria-labelledby="renaming" tabindex={-1} autofocus>
      <h2 id="renaming">{words.title(people)}</h2>
      <p>{words.lead}</p>
      {renaming.mails.map((mail) => {
        const label = words.inLanguage(LANGUAGES[mail.locale].name, mail.people);
        return (
          <details open={renaming.mails.length === 1}>
            <summary>{label}</summary>
            <MailShown locale={locale} mail={mail} source={null} label={label} />
          </details>
        );
      })}
      <p>
        <button type="submit" name="renamed" value={renaming.asRead}>
          {words.button(people)}
        </button>
      </p>
    </section>
  );
}
