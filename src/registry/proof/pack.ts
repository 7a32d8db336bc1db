import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { mapped } from "../../db/paging.ts";
import { notices } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { instant, mailContent } from "../../evidence/chain.ts";
import { ChangeSetFile, customerLine, SnapshotLine } from "../../evidence/formats.ts";
import { isLined, mailPlaces } from "../../evidence/pack/mail-places.ts";
import { namedIn, PAGE, readmeOf } from "../../evidence/pack/readme.ts";
import { arrayText, documentText, entryLine } from "../../evidence/pack/text.ts";
import { type PackFile, packed } from "../../evidence/pack/write-zip.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { getChangeSet, recordedChangeSet } from "../changes/change-sets.ts";
import { auditEntries, listAudit } from "../log/audit.ts";
import { concernedBy } from "../log/digests.ts";
import {
  announcingVersion,
  deliveryEvidence,
  getFrozenMail,
  noticeEvidence,
  reportEvidence,
  responseEvidence,
} from "./evidence.ts";
import { mailRecords, shows, snapshotRecords } from "./stored-records.ts";

/** Refuses a change set there is no evidence of: not-found, not-announced. */
export async function refuseUnannounced(deps: Deps, number: number): Promise<void> {
  const { announcedAt } = await getChangeSet(deps, number);
  if (announcedAt === null)
    throw new Refusal("not-announced", `Change set ${number} is a draft: nobody was told of it.`);
}

/** Writes the page of a pack, whose records are those until a time. */
export type WritePage = (deps: Deps, until: Date) => AsyncIterable<string>;

/**
 * The evidence of a change set as a zip archive, read as it is taken, with `page` first. Read it in one repeatable-read
 * transaction.
 */
export async function* evidencePack(deps: Deps, number: number, page: WritePage): AsyncGenerator<Uint8Array> {
  const newest = await listAudit(deps, { limit: 1 });
  const last = newest.data[0];
  const auditHead = last ? { sequence: last.sequence, hash: last.hash } : null;
  const at = last ? new Date(last.at) : deps.clock.now();
  yield* packed(filesOf(deps, number, page(deps, at)), { changeSet: number, auditHead }, at);
}

async function* filesOf(deps: Deps, number: number, page: AsyncIterable<string>): AsyncGenerator<PackFile> {
  const { db } = deps;
  yield { name: PAGE, content: page };
  // Of a set what can be shown to be so by what is in the pack: the rest depends on the day, or on other sets.
  const set = ChangeSetFile.parse(await recordedChangeSet(deps, number));
  const announcedAs = await announcingVersion(db, number);
  const about = { number, announcedAt: instant(set.announcedAt), organisation: namedIn(announcedAs) };
  yield { name: "README.txt", content: [readmeOf(about)] };
  yield { name: "change-set.json", content: [documentText(set)] };
  const versions = mapped(snapshotRecords(db, shows(db, number)), ({ content: _, publisher: __, ...version }) =>
    SnapshotLine.parse(version),
  );
  yield { name: "snapshots.json", content: arrayText(versions) };
  for await (const { number: version, content } of snapshotRecords(db, shows(db, number)))
    yield { name: `snapshots/${version}.json`, content: [content] };
  yield { name: "customers.json", content: arrayText((await concernedBy(db, number)).map(customerLine)) };
  yield { name: "notices.json", content: arrayText(placedNotices(db, number)) };
  yield* mailFiles(db, number);
  yield { name: "deliveries.json", content: arrayText(deliveryEvidence(db, number)) };
  yield { name: "provider-events.json", content: arrayText(reportEvidence(db, number)) };
  yield { name: "responses.json", content: arrayText(responseEvidence(db, number)) };
  yield { name: "audit.txt", content: mapped(auditEntries(db), entryLine) };
}

/** The notices, each mail with its place in the pack. */
function placedNotices(db: Db, number: number) {
  const placed = mailPlaces();
  return mapped(noticeEvidence(db, number), (notice) => ({ ...notice, mails: placed(notice) }));
}

/** Of so many mails a reader of the page has the words at hand. */
const MOST_SHOWN = 200;

/** Every mail with its place in the pack, and the words of the first of them; some at once. */
export async function* mailsShown(db: Db, number: number) {
  let shown = 0;
  for await (const { id, kind, mails } of placedNotices(db, number))
    for (const { file, line = null, ...mail } of mails) {
      shown += 1;
      const text = shown > MOST_SHOWN ? null : (await getFrozenMail({ db }, id, mail.locale, mail.variant)).text;
      yield { ...mail, kind, text, line, file: line === null ? `${file}.txt` : file };
    }
}

/** The mails as they were written: a few in files of their own, many as lines of one. */
async function* mailFiles(db: Db, number: number): AsyncGenerator<PackFile> {
  const lined = new Map<string, SQL>();
  for await (const { id, kind, mails } of placedNotices(db, number))
    for (const { file, line, locale, variant } of mails) {
      if (line !== undefined) {
        lined.set(file, isLined(kind) ? eq(notices.kind, kind) : eq(notices.id, id));
        continue;
      }
      const mail = await getFrozenMail({ db }, id, locale, variant);
      yield { name: `${file}.json`, content: [mailContent(mail)] };
      yield { name: `${file}.txt`, content: [mail.text] };
      yield { name: `${file}.html`, content: [mail.html] };
    }
  for (const [name, isThere] of lined) {
    const here = mailRecords(db, sql`${notices.changeSet} = ${number} and ${isThere}`);
    yield { name, content: mapped(here, (mail) => `${mailContent(mail)}\n`) };
  }
}
