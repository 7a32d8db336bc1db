import { ABOUT_RESPONSES, type MailEvidence, type NoticeKind } from "../../model/people/notice.ts";
import { formatLanguage, wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import type { ConsoleView } from "../shell.tsx";

/** A mail of a pack: of which kind of notice, the file that its words are in, or the line of a file; and of the first mails their words. */
export type PackedMail = Pick<MailEvidence, "locale" | "variant" | "subject" | "frozenAt"> & {
  kind: NoticeKind;
  file: string;
  line: number | null;
  text: string | null;
};

/** What stands in a mail for what each reader has of their own: a word between two marks that no font shows. */
const OWN = /\u{E000}(\w+)\u{E001}/gu;

/** A mail with its words, where these are, and for whom it was written. */
export function MailInWords({ view, mail }: { view: Pick<ConsoleView, "locale" | "timeZone">; mail: PackedMail }) {
  const { screens, terms } = wordsFor(view.locale);
  const { delivery, evidence } = screens;
  const words = evidence.file.mails;
  const { kind, locale, variant, subject, frozenAt, file, line, text } = mail;
  // What answers somebody is for them alone; else followers have no terms, by which contacts' mails differ.
  const readers = ABOUT_RESPONSES.includes(kind) ? null : variant.startsWith("[") ? words.contacts : words.followers;
  const about = [formatMoment(new Date(frozenAt), view), formatLanguage(locale, view.locale), readers];
  return (
    <div class="answered">
      <h3>
        {terms.explained(delivery.kinds[kind], "")}
        <span lang={locale} dir="auto">
          {subject.replaceAll(OWN, "[$1]")}
        </span>
      </h3>
      <p class="hint">
        {about.filter((each) => each !== null).join(", ")}. <code>{line === null ? file : words.line(line, file)}</code>
      </p>
      {text !== null && (
        <div class="mail" lang={locale} dir="auto">
          <pre>{text.replaceAll(OWN, "[$1]")}</pre>
        </div>
      )}
    </div>
  );
}
