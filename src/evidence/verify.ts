import { builtOnFault, changeSetFault, customersFault } from "./check-change-set.ts";
import { areTexts, deliveryFault, recipientFault } from "./check-delivery.ts";
import { dataOf, entryFault, readDataOf } from "./check-entry.ts";
import { isErased, keyOfMail, mailFault } from "./check-mail.ts";
import { noticeFault } from "./check-notice.ts";
import { countOwed } from "./check-owed.ts";
import { responseFault } from "./check-response.ts";
import {
  claimFault,
  lawFault,
  namedFault,
  type Published,
  publishedContent,
  publisherFault,
  snapshotFault,
} from "./check-snapshot.ts";
import { collect } from "./collect.ts";
import type { Notes, Table } from "./fault.ts";
import { contentsOf, type LogContents, type Logged, loggedSet, noContents } from "./log-contents.ts";
import type { AuditEntry, AuditHead, Records, Stream } from "./records.ts";

/** What is verified: the log, and then the records that it is asked of. */
export type Evidence = {
  /** The whole log, from its first entry. */
  entries(): Stream<AuditEntry>;
  records(logged: Logged): Records | Promise<Records>;
};

/**
 * Checks records by their hashes, by the audit log and by each other; and with the registry's secret addresses by
 * theirs. Goes on after the entry `from`, where there is one: whatever the log had come to by then was checked before.
 * Gives what the log says of the records. Keeps of each stream only what later records are judged by.
 */
export async function verify(
  evidence: Evidence,
  notes: Notes,
  { secret, from = null }: { secret?: string | undefined; from?: AuditHead | null } = {},
): Promise<LogContents> {
  const logged = await verifyLog(evidence, notes, from);
  const records = await evidence.records(logged);
  // What the log says of another set need not be among the records of some.
  const log = records.only === null ? logged.log : contentsOf(logged.log, records.only);
  const trial: Trial = { records, log, hashes: logged.hashes, notes, secret, owed: countOwed(log) };
  await verifySnapshots(trial);
  await verifyChangeSets(trial);
  await verifyNotices(trial);
  await verifyMails(trial);
  await verifyDeliveries(trial);
  await verifyResponses(trial);
  return log;
}

/** What is judged, what it is judged by, and who is told. */
type Trial = {
  records: Records;
  log: LogContents;
  hashes: Logged["hashes"];
  notes: Notes;
  secret: string | undefined;
  owed: ReturnType<typeof countOwed>;
};

/** Judges the records of a table. `named` are the keys of those that the log names; `missing` says that one is not there. */
function judgeOf<Key extends string | number>(
  notes: Notes,
  table: Table,
  named: Iterable<Key>,
  missing: (key: Key) => string,
) {
  const absent = new Set(named);
  let count = 0;
  return {
    judge(key: Key, check: () => string | null, id: string | number = key): void {
      count += 1;
      absent.delete(key);
      judge(notes, table, id, check);
    },
    /** Call it after the last record. */
    end(): void {
      for (const key of absent) notes.wrong(table, key, missing(key));
      notes.checked(table, count);
    },
  };
}

/** A record that cannot be read as one of its table is wrong, too, and no failure of the check. */
function judge(notes: Notes, table: Table, id: string | number, check: () => string | null): void {
  let reason: string | null;
  try {
    reason = check();
  } catch {
    reason = "it is not what a row of its table is";
  }
  if (reason !== null) notes.wrong(table, id, reason);
}

/** Each entry follows from the one before it. Those up to `from` were checked before: they are only read. */
async function verifyLog({ entries }: Evidence, notes: Notes, from: AuditHead | null): Promise<Logged> {
  const log = noContents();
  const hashes = new Map<number, string>();
  const subjects = new Set<string>();
  let before: { sequence: number; hash: string | null } = { sequence: 0, hash: null };
  let count = 0;
  for await (const entry of entries()) {
    const { sequence, subject } = entry;
    const { sequence: last, hash } = before;
    const isNew = sequence > (from?.sequence ?? 0);
    if (sequence !== last + 1) notes.wrong("audit", last + 1, `is missing: entry ${sequence} is where it should be`);
    if (isNew) {
      count += 1;
      subjects.add(subject);
      judge(notes, "audit", sequence, () => entryFault(entry, hash));
    }
    const data = isNew ? dataOf(entry) : readDataOf(entry);
    if (data !== undefined && !collect(log, entry, data))
      notes.wrong("audit", sequence, "its data is not what its action holds");
    hashes.set(sequence, entry.hash);
    before = entry;
  }
  notes.checked("audit", count);
  return { log, hashes, subjects };
}

/** Each follows from the one before it, and from the entry that names it; and says how far the log had come. */
async function verifySnapshots({ records, log, hashes, notes }: Trial): Promise<void> {
  const { only } = records;
  const named = only?.versions ?? log.snapshots.keys();
  const snapshots = judgeOf(notes, "snapshot", named, (hash) => {
    return `is missing: entry ${log.snapshots.get(hash)?.sequence} of the audit log names it`;
  });
  let before: { number: number; hash: string | null; published: Published } = {
    number: 0,
    hash: null,
    published: null,
  };
  for await (const snapshot of records.snapshots()) {
    const { number, hash } = snapshot;
    const next = before.number + 1;
    const isNext = number === next;
    if (only === null && number !== next) notes.wrong("snapshot", next, "is missing");
    // Of some sets there are some of the versions: what is not there cannot be compared.
    const previousHash = isNext ? before.hash : snapshot.previousHash;
    const published = publishedContent(snapshot.content);
    const claim = claimFault(snapshot, published, hashes);
    if (claim) notes.wrong("audit", claim.sequence, claim.reason);
    const left = log.leftOfSnapshots.get(hash);
    snapshots.judge(
      hash,
      () =>
        snapshotFault(snapshot, { before: previousHash, published, left }) ??
        namedFault(snapshot, log) ??
        lawFault(snapshot, published, log) ??
        (isNext ? publisherFault(snapshot, published, before.published) : null),
      number,
    );
    if (left !== undefined) notes.erased("snapshot", String(number));
    before = { number, hash, published };
  }
  snapshots.end();
}

async function verifyChangeSets({ records, log, notes }: Trial): Promise<void> {
  const announced = [...log.sets].flatMap(([number, set]) => (set.announced ? number : []));
  const sets = judgeOf(notes, "change-set", announced, () => "is missing: the audit log says that it was announced");
  let concerned = 0;
  for await (const set of records.changeSets()) {
    const { number, customers } = set;
    const logged = loggedSet(log, number);
    sets.judge(number, () => changeSetFault(set, logged));
    if (logged.left !== null) notes.erased("change-set", String(number));
    judge(notes, "customer", `change-set:${number}`, () => customersFault(set, logged));
    concerned += customers.length;
  }
  sets.end();
  notes.checked("customer", concerned);
  const builtOn = await records.builtOn();
  const fault = builtOn && builtOnFault(builtOn, log);
  if (fault) notes.wrong("change-set", fault.set, fault.reason);
}

async function verifyNotices({ records, log, notes, owed }: Trial): Promise<void> {
  const notices = judgeOf(
    notes,
    "notice",
    log.notices.keys(),
    (id) => `is missing: a ${log.notices.get(id)?.kind} was owed`,
  );
  for await (const notice of records.notices()) {
    owed.addNotice(notice);
    notices.judge(notice.id, () => noticeFault(notice, log));
  }
  notices.end();
  for (const [id, response] of log.responses)
    judge(notes, "notice", `response ${id}`, () => owed.receiptsFault(id, response));
}

async function verifyMails({ records, log, notes }: Trial): Promise<void> {
  const mails = judgeOf(notes, "mail", log.mails.keys(), () => {
    return "the mail is missing: the audit log says that it was written";
  });
  for await (const mail of records.mails()) {
    const key = keyOfMail(mail);
    mails.judge(key, () => mailFault(mail, log));
    if (isErased(mail) || log.mails.get(key)?.left !== undefined) notes.erased("mail", key);
  }
  mails.end();
}

async function verifyDeliveries({ records, log, notes, secret, owed }: Trial): Promise<void> {
  let count = 0;
  for await (const delivery of records.deliveries()) {
    count += 1;
    judge(notes, "delivery", delivery.id, () => {
      // Nothing can be hashed of such a one: its notice lacks a delivery, too.
      if (!areTexts(delivery.customers)) return "its customers are no list of ids";
      owed.addDelivery(delivery);
      return deliveryFault(delivery) ?? recipientFault(delivery, secret);
    });
  }
  for (const [id, count] of owed.forgotten) judge(notes, "notice", id, () => owed.forgottenFault(id, count));
  for (const [id, notice] of log.notices) judge(notes, "notice", id, () => owed.readersFault(notice));
  for (const [id, notice] of owed.ofAnswers) judge(notes, "notice", id, () => owed.answerFault(notice));
  notes.checked("delivery", count);
}

async function verifyResponses({ records, log, notes, secret }: Trial): Promise<void> {
  const responses = judgeOf(notes, "response", log.responses.keys(), () => "is missing: the audit log knows it");
  for await (const response of records.responses()) {
    const { id } = response;
    responses.judge(id, () => responseFault(response, log) ?? recipientFault(response, secret));
    if (log.responses.get(id)?.isRedacted) notes.erased("response", id);
  }
  responses.end();
}
