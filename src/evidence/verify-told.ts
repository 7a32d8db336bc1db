import type { z } from "@hono/zod-openapi";
import { canonicalJson, sha256 } from "../model/hash.ts";
import { mailKey, noticeOf, type Said, setOfMail } from "./audit-walk.ts";
import { receiptsTally } from "./check-responses.ts";
import { answerMailFault, isErased, mailFault, noticeFault, type OwedNotice } from "./checks.ts";
import { type DeliveryLine, MailFile, NoticeLine } from "./formats.ts";
import { type MailPlace, mailPlaces } from "./mail-places.ts";
import {
  demand,
  endsALine,
  lines,
  type Pack,
  parse,
  refuseTwice,
  type Session,
  textLines,
  WRITTEN_OTHERWISE,
  Wrong,
} from "./read-pack.ts";

/** What people were told, and in which words. */

type Notice = z.infer<typeof NoticeLine>;

/** Gives the notices, and the files that their mails are in. */
export function verifyNotices(
  pack: Pack,
  number: number,
  said: Said,
  session: Session,
): { notices: Notice[]; files: string[] } {
  const notices = lines(pack, "notices.json", NoticeLine);
  refuseTwice("notices.json", notices, ({ id }) => id);
  const ids = new Set(notices.map(({ id }) => id));
  for (const { changeSet, notice, kind } of said.owed.values())
    if (changeSet === number && !ids.has(notice))
      throw new Wrong(`notices.json, ${notice}`, `is missing: a ${kind} was owed`);
  const ofSet = (key: string) => setOfMail(said, key) === number || ids.has(noticeOf(key));
  const unwritten = new Set([...said.mails.keys()].filter(ofSet));
  const receipts = receiptsTally();
  const written = mailReader(pack);
  const placesOf = mailPlaces();
  let mails = 0;
  for (const each of notices) {
    const notice = { ...each, changeSet: number };
    const where = `notices.json, ${notice.id}`;
    demand(where, noticeFault(notice, said));
    receipts.take(notice);
    refuseTwice("notices.json", notice.mails, ({ locale, variant }) => `${notice.id} ${locale} ${variant}`);
    const places = placesOf(notice);
    for (const [index, mail] of notice.mails.entries()) {
      const place = places[index];
      if (place === undefined || place.file !== mail.file || place.line !== mail.line)
        throw new Wrong(where, `its mails are not where they should be: ${mail.file}`);
      unwritten.delete(mailKey(notice.id, mail.locale, sha256(mail.variant)));
      verifyMail(written.read(place), mail, notice, said, session);
      mails += 1;
    }
  }
  for (const [id, response] of said.responses)
    if (response.changeSet === number) demand(`notices.json, response ${id}`, receipts.fault(id, response));
  for (const key of unwritten) throw new Wrong("notices.json", `a mail is missing: ${key}`);
  session.checked.push(`${notices.length} notices were owed, in ${mails} mails, in these words`);
  return { notices, files: written.files() };
}

type PackedMail = { where: string; content: string; shown: { where: string; content: string; as: "text" | "html" }[] };

/** Reads mails in the order in which their places are given. */
function mailReader(pack: Pack) {
  const names: string[] = [];
  const lined = new Map<string, Generator<string>>();
  const fileOf = (name: string) => {
    names.push(name);
    return pack.read(name);
  };
  const linesOf = (file: string) => {
    const content = fileOf(file);
    if (!endsALine(content)) throw new Wrong(file, WRITTEN_OTHERWISE);
    const found = textLines(content);
    lined.set(file, found);
    return found;
  };
  return {
    read({ file, line }: MailPlace): PackedMail {
      if (line === undefined) {
        const shown = (["text", "html"] as const).map((as) => {
          const where = `${file}.${as === "text" ? "txt" : as}`;
          return { where, content: fileOf(where).toString(), as };
        });
        return { where: `${file}.json`, content: fileOf(`${file}.json`).toString(), shown };
      }
      const where = `${file}, line ${line}`;
      const { done, value } = (lined.get(file) ?? linesOf(file)).next();
      if (done) throw new Wrong(where, "is missing");
      return { where, content: value, shown: [] };
    },
    /** The files that were read. Call it after the last mail: none has a line more. */
    files(): string[] {
      for (const [file, rest] of lined)
        if (!rest.next().done) throw new Wrong(file, "has more mails than were written");
      return names;
    },
  };
}

function verifyMail(
  { where, content, shown }: PackedMail,
  mail: Notice["mails"][number],
  notice: Pick<OwedNotice, "id" | "changeSet">,
  said: Said,
  { excepted }: Session,
): void {
  const recorded = said.mails.get(mailKey(notice.id, mail.locale, sha256(mail.variant)));
  const words = parse(where, content, MailFile);
  demand(where, mailFault({ ...words, sha256: mail.sha256, frozenAt: mail.frozenAt }, notice, recorded, said));
  if (content !== canonicalJson(words)) throw new Wrong(where, WRITTEN_OTHERWISE);
  if (words.subject !== mail.subject) throw new Wrong("notices.json", `the subject of ${where} is another`);
  for (const each of shown) if (each.content !== words[each.as]) throw new Wrong(each.where, "is not its mail");
  if (isErased(words)) excepted.push(`${where}: what it said was erased`);
}

/** What a notice of an answer owes is not in the log: it follows from the answer. */
export function verifyAnswerMails(
  notices: readonly Notice[],
  deliveries: readonly z.infer<typeof DeliveryLine>[],
  file: string,
  number: number,
  said: Said,
): void {
  const byNotice = Map.groupBy(deliveries, ({ noticeId }) => noticeId);
  for (const notice of notices) {
    const emailHashes = (byNotice.get(notice.id) ?? []).map(({ emailHash }) => emailHash);
    demand(`${file}, notice ${notice.id}`, answerMailFault({ ...notice, changeSet: number }, emailHashes, said));
  }
}
