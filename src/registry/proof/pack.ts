import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { auditLog, snapshots } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { mailContent } from "../../evidence/check-mail.ts";
import { ChangeSetFile, SnapshotLine } from "../../evidence/formats.ts";
import { auditLine } from "../../evidence/pack/audit-line.ts";
import { type MailPlace, mailPlaces } from "../../evidence/pack/mail-places.ts";
import { documentText } from "../../evidence/pack/read-files.ts";
import { README } from "../../evidence/pack/readme.ts";
import { type PackFile, packed } from "../../evidence/pack/zip.ts";
import type { MailKey } from "../../model/notice.ts";
import { Refusal } from "../../model/refusal.ts";
import { getChangeSet, type OperatorView } from "../changes/change-sets.ts";
import { auditEntries, auditHead } from "../log/audit.ts";
import { concernedBy } from "../log/digests.ts";
import { deliveryEvidence, noticeEvidence, reportEvidence, responseEvidence } from "./evidence.ts";
import { wordsOf } from "./mails.ts";

/** Refuses a change set there is no evidence of: not-found, not-announced. */
export async function refuseUnannounced(deps: Deps, number: number): Promise<void> {
  const { announcedAt } = await getChangeSet(deps, number);
  if (announcedAt === null)
    throw new Refusal("not-announced", `Change set ${number} is a draft: nobody was told of it.`);
}

/** The evidence of a change set as a zip archive, read as it is taken. Read it in one repeatable-read transaction. */
export async function* evidencePack(deps: Deps, number: number): AsyncGenerator<Uint8Array> {
  const head = await auditHead(deps.db);
  const [last] = await deps.db
    .select({ at: auditLog.at })
    .from(auditLog)
    .where(eq(auditLog.sequence, head?.sequence ?? 0));
  const about = { changeSet: number, auditHead: head };
  yield* packed(filesOf(deps, number, head?.sequence ?? 0), about, last?.at ?? deps.clock.now());
}

async function* filesOf(deps: Deps, number: number, head: number): AsyncGenerator<PackFile> {
  const { db } = deps;
  yield { name: "README.txt", content: [README] };
  yield { name: "change-set.json", content: [documentText(lasting(await getChangeSet(deps, number)))] };
  yield* snapshotFiles(db, number);
  yield { name: "customers.json", content: list(await concernedBy(db, number)) };
  yield* noticeFiles(db, number);
  yield { name: "deliveries.json", content: list(deliveryEvidence(db, number)) };
  yield { name: "provider-events.json", content: list(reportEvidence(db, number)) };
  yield { name: "responses.json", content: list(responseEvidence(db, number)) };
  yield { name: "audit.txt", content: auditLines(db, head) };
}

/** Of a set what can be shown to be so by what is in the pack: the rest depends on the day, or on other sets. */
const lasting = (changeSet: OperatorView) => ChangeSetFile.parse(changeSet);

/** A JSON array with one item a line: it can be read line by line, too. */
async function* list(items: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

async function* auditLines(db: Db, head: number): AsyncGenerator<string> {
  for await (const entry of auditEntries(db, head)) yield auditLine(entry);
}

/** Every version of the list that published something of the set, and the one before each. */
async function* snapshotFiles(db: Db, number: number): AsyncGenerator<PackFile> {
  const named = db
    .select({ hash: sql`${auditLog.data}::jsonb ->> 'snapshot'` })
    .from(auditLog)
    .where(eq(auditLog.subject, `change-set:${number}`));
  const published = db.select({ number: snapshots.number }).from(snapshots).where(inArray(snapshots.hash, named));
  const wanted = await db
    .select(columnsOf(snapshots, SnapshotLine))
    .from(snapshots)
    .where(or(inArray(snapshots.number, published), inArray(sql`${snapshots.number} + 1`, published)))
    .orderBy(asc(snapshots.number));
  yield { name: "snapshots.json", content: list(wanted) };
  for (const snapshot of wanted) {
    const [row] = await db
      .select({ content: snapshots.content })
      .from(snapshots)
      .where(eq(snapshots.number, snapshot.number));
    yield { name: `snapshots/${snapshot.number}.json`, content: [row?.content ?? ""] };
  }
}

/** What people were told, and in which words: a few mails in files of their own, many as lines of one. */
async function* noticeFiles(db: Db, number: number): AsyncGenerator<PackFile> {
  yield { name: "notices.json", content: list(placed(db, number)) };
  const lined = new Set<string>();
  const isOwn = ({ file, line }: MailPlace) => {
    if (line !== undefined) lined.add(file);
    return line === undefined;
  };
  for await (const { file, text, html, ...mail } of wordsOf(db, mailsAt(db, number, isOwn))) {
    yield { name: `${file}.json`, content: [mailContent({ text, html, ...mail })] };
    yield { name: `${file}.txt`, content: [text] };
    yield { name: `${file}.html`, content: [html] };
  }
  for (const name of lined)
    yield {
      name,
      content: mailLines(
        db,
        mailsAt(db, number, ({ file }) => file === name),
      ),
    };
}

/** The notices, each mail with its place in the pack. */
async function* placed(db: Db, number: number) {
  const placesOf = mailPlaces();
  for await (const { id, kind, about, createdAt, mails } of noticeEvidence(db, number)) {
    const places = placesOf({ kind, mails });
    const { text, response } = about ?? {};
    yield {
      id,
      kind,
      about: about && { text, response },
      createdAt,
      mails: places.map((place, index) => ({ ...place, ...mails[index] })),
    };
  }
}

/** The mails at such places, in the order of the notices. */
async function* mailsAt(db: Db, number: number, isWanted: (place: MailPlace) => boolean) {
  const placesOf = mailPlaces();
  for await (const { id: noticeId, kind, mails } of noticeEvidence(db, number)) {
    const places = placesOf({ kind, mails });
    for (const [index, { locale, variant }] of mails.entries()) {
      const place = places[index];
      if (place && isWanted(place)) yield { noticeId, locale, variant, file: place.file };
    }
  }
}

async function* mailLines(db: Db, mails: AsyncIterable<MailKey>): AsyncGenerator<string> {
  for await (const mail of wordsOf(db, mails)) yield `${mailContent(mail)}\n`;
}
