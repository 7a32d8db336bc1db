import { kindsWhere, type NoticeKind } from "../../model/people/notice.ts";

/** Where a pack has a mail: in files of its own, named without their endings; or as a line of a file. */
type MailPlace = { file: string; line?: number | undefined };

/** The names of the files at a place. */
export const filesAt = ({ file, line }: MailPlace): string[] =>
  line === undefined ? [`${file}.json`, `${file}.txt`, `${file}.html`] : [file];

const LINED_KINDS = kindsWhere(({ perSet }) => perSet === "many");

/** Whether there may be a notice for each recipient. Their mails are then lines of one file, as an archive takes 65,534. */
export const isLined = (kind: NoticeKind): boolean => LINED_KINDS.includes(kind);

/** The most mails of a notice that have files of their own. */
const MOST_FILES = 100;

/**
 * Gives the mails of a notice with their places, in their order. Takes all notices of a pack, in their order: a name
 * says of which notice it is, in which language, and for which kind of reader.
 */
export function mailPlaces() {
  let notices = 0;
  const lines = new Map<string, number>();
  return function placed<Mail extends { locale: string }>(notice: { kind: NoticeKind; mails: readonly Mail[] }) {
    const { kind, mails } = notice;
    notices += 1;
    const name = `mails/${String(notices).padStart(2, "0")}-${kind}`;
    const inLocale = new Map<string, number>();
    return mails.map((mail): MailPlace & Mail => {
      const { locale } = mail;
      if (isLined(kind) || mails.length > MOST_FILES) {
        const file = isLined(kind) ? `mails/${kind}.jsonl` : `${name}.jsonl`;
        const line = (lines.get(file) ?? 0) + 1;
        lines.set(file, line);
        return { file, line, ...mail };
      }
      const position = (inLocale.get(locale) ?? 0) + 1;
      inLocale.set(locale, position);
      return { file: `${name}/${locale}-${position}`, ...mail };
    });
  };
}
