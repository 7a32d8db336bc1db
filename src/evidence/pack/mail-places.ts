import { kindsWhere, type NoticeKind } from "../../model/notice.ts";

/** Where a pack has a mail: in files of its own, named without their endings; or as a line of a file. */
export type MailPlace = { file: string; line?: number };

/** Notices of which there may be one for each recipient: their mails are lines of one file, as archives are of 65,535 files at most. */
const LINED_KINDS = kindsWhere(({ perSet }) => perSet === "many");

/** The most mails of a notice that have files of their own. */
const MOST_FILES = 100;

/**
 * Gives the places of a notice's mails, in their order. Takes all notices of a pack, in their order: a name says of
 * which notice it is, in which language, and for which kind of reader.
 */
export function mailPlaces() {
  let notices = 0;
  const lines = new Map<string, number>();
  return function placesOf({ kind, mails }: { kind: NoticeKind; mails: readonly { locale: string }[] }): MailPlace[] {
    notices += 1;
    const name = `mails/${String(notices).padStart(2, "0")}-${kind}`;
    const isLined = LINED_KINDS.includes(kind);
    const inLocale = new Map<string, number>();
    return mails.map(({ locale }) => {
      if (isLined || mails.length > MOST_FILES) {
        const file = isLined ? `mails/${kind}.jsonl` : `${name}.jsonl`;
        const line = (lines.get(file) ?? 0) + 1;
        lines.set(file, line);
        return { file, line };
      }
      const position = (inLocale.get(locale) ?? 0) + 1;
      inLocale.set(locale, position);
      return { file: `${name}/${locale}-${position}` };
    });
  };
}
