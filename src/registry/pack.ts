import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { auditLog, snapshots } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { auditLine } from "../evidence/audit-line.ts";
import { mailContent } from "../evidence/checks.ts";
import { ChangeSetFile } from "../evidence/formats.ts";
import { README } from "../evidence/readme.ts";
import { type PackFile, packed } from "../evidence/zip.ts";
import { auditEntries, auditHead } from "./audit.ts";
import { getChangeSet, type OperatorView } from "./change-sets.ts";
import {
  deliveryEvidence,
  evidenceHead,
  getFrozenMail,
  type NoticeEvidence,
  reportEvidence,
  responseEvidence,
} from "./evidence.ts";
import { Refusal } from "./refusal.ts";

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
  const { changeSet, notices: told, customers } = await evidenceHead(deps, number);
  yield { name: "README.txt", content: [README] };
  yield { name: "change-set.json", content: document(lasting(changeSet)) };
  yield* snapshotFiles(db, number);
  yield { name: "customers.json", content: list(customers) };
  yield* noticeFiles(db, told);
  yield { name: "deliveries.json", content: list(deliveryEvidence(db, number)) };
  yield { name: "provider-events.json", content: list(reportEvidence(db, number)) };
  yield { name: "responses.json", content: list(responseEvidence(db, number)) };
  yield { name: "audit.txt", content: auditLines(db, head) };
}

/** Of a set what can be shown to be so by what is in the pack: the rest depends on the day, or on other sets. */
const lasting = (changeSet: OperatorView) => ChangeSetFile.parse(JSON.parse(JSON.stringify(changeSet)));

const document = (value: unknown) => [`${JSON.stringify(value, null, 2)}\n`];

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
    .select({
      number: snapshots.number,
      takenAt: snapshots.takenAt,
      cause: snapshots.cause,
      previousHash: snapshots.previousHash,
      hash: snapshots.hash,
    })
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

/** What people were told, and in which words: a file's name says of which notice, in which language, for whom. */
async function* noticeFiles(db: Db, told: NoticeEvidence[]): AsyncGenerator<PackFile> {
  const named = told.map((notice, index) => {
    const folder = `mails/${String(index + 1).padStart(2, "0")}-${notice.kind}`;
    const inLocale = new Map<string, number>();
    const written = notice.mails.map((mail) => {
      const before = inLocale.get(mail.locale) ?? 0;
      inLocale.set(mail.locale, before + 1);
      return { file: `${folder}/${mail.locale}-${before + 1}`, ...mail };
    });
    return { ...notice, mails: written };
  });
  yield { name: "notices.json", content: list(named) };
  for (const { id, mails } of named) {
    for (const { file, locale, variant } of mails) {
      const mail = await getFrozenMail({ db }, id, locale, variant);
      yield { name: `${file}.json`, content: [mailContent(mail)] };
      yield { name: `${file}.txt`, content: [mail.text] };
      yield { name: `${file}.html`, content: [mail.html] };
    }
  }
}
