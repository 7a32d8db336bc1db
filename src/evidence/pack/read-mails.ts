import type { z } from "@hono/zod-openapi";
import type { FrozenMail } from "../../model/people/notice.ts";
import { canonicalJson } from "../../model/values/hash.ts";
import { keyOfMail } from "../check-mail.ts";
import { MailFile, type NoticeLine } from "../formats.ts";
import type { Notice } from "../records.ts";
import { mailPlaces } from "./mail-places.ts";
import { demand, demandText, type Pack, parse, readLines, refuseTwice, textOf, Wrong } from "./read-files.ts";

/** The mails of a pack, in the order of its notices. `places` (by `keyOfMail`) tell where they were. */
export function packedMails(pack: Pack, notices: readonly z.infer<typeof NoticeLine>[], changeSet: number) {
  const places = new Map<string, string>();
  function* mails(): Generator<FrozenMail & { notice: Pick<Notice, "changeSet" | "kind"> }> {
    const lines = new Map<string, Generator<string>>();
    const placed = mailPlaces();
    for (const notice of notices) {
      const { id: noticeId } = notice;
      const expected = placed({ kind: notice.kind, mails: notice.mails.map(({ locale }) => ({ locale })) });
      refuseTwice("notices.json", notice.mails, ({ locale, variant }) => `${noticeId} ${locale} ${variant}`);
      for (const [index, { file, line, subject, ...written }] of notice.mails.entries()) {
        if (expected[index]?.file !== file || expected[index].line !== line)
          throw new Wrong(`notices.json, ${noticeId}`, `its mails are not where they should be: ${file}`);
        const where = line === undefined ? `${file}.json` : `${file}, line ${line}`;
        const content = line === undefined ? textOf(pack, where) : nextLine(file, where);
        const words = parse(where, content, MailFile);
        demandText(where, content, canonicalJson(words));
        const mail = { noticeId, ...written, ...words };
        places.set(keyOfMail(mail), where);
        yield { ...mail, notice: { changeSet, kind: notice.kind } };
        // The mail is what was written: what else the pack shows of it must be the same.
        if (words.subject !== subject) throw new Wrong("notices.json", `the subject of ${where} is another`);
        if (line !== undefined) continue;
        for (const [name, shown] of [
          [`${file}.txt`, words.text],
          [`${file}.html`, words.html],
        ] as const)
          demand(name, textOf(pack, name) === shown ? null : "is not its mail");
      }
    }
    for (const [file, rest] of lines) if (!rest.next().done) throw new Wrong(file, "has more mails than were written");

    function nextLine(file: string, where: string): string {
      const rest = lines.get(file) ?? readLines(pack, file);
      lines.set(file, rest);
      const { done, value } = rest.next();
      if (done) throw new Wrong(where, "is missing");
      return value;
    }
  }
  return { mails, places };
}
