import type { z } from "@hono/zod-openapi";
import { canonicalJson } from "../../model/hash.ts";
import type { FrozenMail } from "../../model/notice.ts";
import { keyOfMail } from "../check-mail.ts";
import { MailFile, type NoticeLine } from "../formats.ts";
import { type MailPlace, mailPlaces } from "./mail-places.ts";
import { endsALine, type Pack, parse, refuseTwice, textLines, WRITTEN_OTHERWISE, Wrong } from "./read-files.ts";

type Notice = z.infer<typeof NoticeLine>;

/** The mails of a pack, in the order of its notices. `files` and `places` (by `keyOfMail`) tell where they were. */
export function packedMails(pack: Pack, notices: readonly Notice[], changeSet: number) {
  const files: string[] = [];
  const places = new Map<string, string>();
  function* mails(): Generator<FrozenMail & { notice: { changeSet: number } }> {
    const reader = mailReader(pack, files);
    const placesOf = mailPlaces();
    for (const notice of notices) {
      const expected = placesOf(notice);
      refuseTwice("notices.json", notice.mails, ({ locale, variant }) => `${notice.id} ${locale} ${variant}`);
      for (const [index, { file, line, subject, ...written }] of notice.mails.entries()) {
        const place = expected[index];
        if (place === undefined || place.file !== file || place.line !== line)
          throw new Wrong(`notices.json, ${notice.id}`, `its mails are not where they should be: ${file}`);
        const { where, content, shown } = reader.read(place);
        const words = parse(where, content, MailFile);
        if (content !== canonicalJson(words)) throw new Wrong(where, WRITTEN_OTHERWISE);
        const mail = { noticeId: notice.id, ...written, ...words };
        places.set(keyOfMail(mail), where);
        yield { ...mail, notice: { changeSet } };
        // The mail is what was written: what else the pack shows of it must be the same.
        if (words.subject !== subject) throw new Wrong("notices.json", `the subject of ${where} is another`);
        for (const each of shown) if (each.content !== words[each.as]) throw new Wrong(each.where, "is not its mail");
      }
    }
    reader.end();
  }
  return { mails, files, places };
}

type PackedMail = { where: string; content: string; shown: { where: string; content: string; as: "text" | "html" }[] };

/** Reads mails in the order in which their places are given, and adds the names of their files. */
function mailReader(pack: Pack, names: string[]) {
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
    /** Call it after the last mail: no file has a line more. */
    end(): void {
      for (const [file, rest] of lined)
        if (!rest.next().done) throw new Wrong(file, "has more mails than were written");
    },
  };
}
