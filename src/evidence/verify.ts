import { builtOnFault, changeSetFault, concernedFault, remindedFault, storedFault } from "./check-change-set.ts";
import { addressFault, deliveryFault, owedDeliveries, recipientFault } from "./check-delivery.ts";
import { isErased, keyOfMail, mailFault } from "./check-mail.ts";
import { countReceipts, noticeFault, versionFault } from "./check-notice.ts";
import { responseFault } from "./check-response.ts";
import { type Claim, claimOf, namedFault, snapshotFault } from "./check-snapshot.ts";
import type { Notes, Table } from "./fault.ts";
import { type Logged, readLog, setOfMail } from "./logged.ts";
import type { Records, StoredSet } from "./records.ts";

/**
 * Checks records by their hashes, by the audit log and by each other; and with the registry's secret addresses by
 * theirs. Gives what the log holds. Reads each stream once, and keeps of them what later records are judged by.
 */
export async function verify(records: Records, notes: Notes, secret?: string): Promise<Logged> {
  const logged = await verifyLog(records, notes);
  const walk: Walk = {
    records,
    logged,
    secret,
    notes,
    deliveries: owedDeliveries(logged),
    isHere: (set) => records.changeSet === null || set === records.changeSet,
    judge: (table, id, check) => {
      const reason = reasonOf(check);
      if (reason !== null) notes.wrong(table, id, reason);
    },
  };
  await verifySnapshots(walk);
  await verifyChangeSets(walk);
  await verifyNotices(walk);
  await verifyMails(walk);
  await verifyDeliveries(walk);
  await verifyResponses(walk);
  return logged;
}

type Walk = {
  records: Records;
  logged: Logged;
  secret: string | undefined;
  notes: Notes;
  deliveries: ReturnType<typeof owedDeliveries>;
  /** Whether the records are of this set, too: what the log holds of another need not be there. */
  isHere(set: number | null): boolean;
  judge(table: Table, id: string | number, check: () => string | null): void;
};

/** A record that cannot be read as one of its table is wrong, too, and no failure of the check. */
function reasonOf(check: () => string | null): string | null {
  try {
    return check();
  } catch {
    return "it is not what a row of its table is";
  }
}

async function verifyLog(records: Records, notes: Notes): Promise<Logged> {
  const wrong = (sequence: number, reason: string) => notes.wrong("audit", sequence, reason);
  const claims = new Map<number, Claim>();
  for await (const snapshot of records.snapshots()) {
    const claim = claimOf(snapshot);
    if (claim) claims.set(claim.sequence, claim);
  }
  const log = readLog();
  let count = 0;
  for await (const entry of records.entries()) {
    count += 1;
    const { sequence, hash } = entry;
    const fault = log.take(entry);
    if (fault) wrong(fault.id, fault.reason);
    const claim = claims.get(sequence);
    if (claim && claim.hash !== hash)
      wrong(sequence, `snapshot ${claim.snapshot} was taken after another entry of this number`);
    claims.delete(sequence);
  }
  for (const { sequence, snapshot } of claims.values())
    wrong(sequence, `is missing: snapshot ${snapshot} was taken after it`);
  notes.checked("audit", count);
  return log.logged;
}

async function verifySnapshots({ records, logged, judge, notes }: Walk): Promise<void> {
  const { changeSet } = records;
  const missing = new Set(changeSet === null ? logged.snapshots.keys() : logged.versions.get(changeSet));
  let count = 0;
  let before: { number: number; hash: string } | null = null;
  for await (const snapshot of records.snapshots()) {
    count += 1;
    const { number, previousHash, hash } = snapshot;
    missing.delete(hash);
    if (changeSet === null && number !== count) notes.wrong("snapshot", count, "is missing");
    // Of one set there are some of the versions: what is not there cannot be compared.
    const previous: string | null | undefined =
      before?.number === number - 1 ? before.hash : number === 1 ? null : undefined;
    if (previous !== undefined && previous !== previousHash)
      notes.wrong("snapshot", number, "does not name the hash of the one before it");
    judge("snapshot", number, () => snapshotFault(snapshot) ?? namedFault(snapshot, logged));
    before = { number, hash };
  }
  for (const hash of missing) {
    const entry = logged.snapshots.get(hash)?.sequence;
    notes.wrong("snapshot", hash, `is missing: entry ${entry} of the audit log names it`);
  }
  notes.checked("snapshot", count);
}

async function verifyChangeSets({ records, logged, isHere, judge, notes }: Walk): Promise<void> {
  const missing = new Set([...logged.announced.keys()].filter(isHere));
  const builtOn = new Map<number, StoredSet["builtOn"]>();
  let [count, concerned] = [0, 0];
  for await (const { customers, stored, ...set } of records.changeSets()) {
    const { number } = set;
    count += 1;
    concerned += customers.length;
    missing.delete(number);
    judge(
      "change-set",
      number,
      () => changeSetFault(set, logged) ?? (stored && storedFault(set, stored, customers, logged)),
    );
    judge(
      "customer",
      `change-set:${number}`,
      () => concernedFault(number, customers, logged) ?? remindedFault(number, customers, logged),
    );
    if (stored) builtOn.set(number, stored.builtOn);
  }
  for (const number of missing)
    notes.wrong("change-set", number, "is missing: the audit log says that it was announced");
  const fault = records.changeSet === null ? builtOnFault(builtOn, logged) : null;
  if (fault) notes.wrong("change-set", fault.set, fault.reason);
  notes.checked("change-set", count);
  notes.checked("customer", concerned);
}

async function verifyNotices({ records, logged, deliveries, isHere, judge, notes }: Walk): Promise<void> {
  const missing = new Map([...logged.owed].filter(([, { changeSet }]) => isHere(changeSet)));
  const receipts = countReceipts();
  let count = 0;
  for await (const { version, ...notice } of records.notices()) {
    count += 1;
    missing.delete(notice.id);
    receipts.add(notice);
    deliveries.addNotice(notice);
    judge(
      "notice",
      notice.id,
      () => noticeFault(notice, logged) ?? (version === undefined ? null : versionFault(notice, version, logged)),
    );
  }
  for (const [id, { kind }] of missing) notes.wrong("notice", id, `is missing: a ${kind} was owed`);
  for (const [id, response] of logged.responses)
    if (isHere(response.changeSet)) judge("notice", `response ${id}`, () => receipts.fault(id, response));
  notes.checked("notice", count);
}

async function verifyMails({ records, logged, isHere, judge, notes }: Walk): Promise<void> {
  const missing = new Set([...logged.mails.keys()].filter((key) => isHere(setOfMail(logged, key))));
  let count = 0;
  for await (const { notice, ...mail } of records.mails()) {
    const key = keyOfMail(mail);
    count += 1;
    missing.delete(key);
    judge("mail", key, () => mailFault(mail, notice, logged));
    if (isErased(mail)) notes.erased("mail", key);
  }
  for (const key of missing) notes.wrong("mail", key, "the mail is missing: the audit log says that it was written");
  notes.checked("mail", count);
}

async function verifyDeliveries({ records, logged, secret, deliveries, isHere, judge, notes }: Walk): Promise<void> {
  let count = 0;
  for await (const { notice, ...delivery } of records.deliveries()) {
    const { id, emailHash, recipient, address } = delivery;
    count += 1;
    if (!areTexts(delivery.customers)) {
      // Nothing can be hashed of it: its notice lacks a delivery, too.
      notes.wrong("delivery", id, "its customers are no list of ids");
      continue;
    }
    judge(
      "delivery",
      id,
      () =>
        deliveryFault(delivery) ??
        (notice === null ? "it is of a notice that is not here, or of none" : addressFault(notice.kind, address)) ??
        recipientFault(emailHash, recipient, secret),
    );
    deliveries.add(delivery);
  }
  for (const owed of logged.owed.values())
    if (isHere(owed.changeSet)) judge("notice", owed.notice, () => deliveries.readersFault(owed));
  for (const { id, reason } of deliveries.answersFaults()) notes.wrong("notice", id, reason);
  notes.checked("delivery", count);
}

/** What a column of JSON holds is what its type says only as long as nobody else writes it. */
const areTexts = (customers: unknown): boolean =>
  customers === null || (Array.isArray(customers) && customers.every((each) => typeof each === "string"));

async function verifyResponses({ records, logged, secret, isHere, judge, notes }: Walk): Promise<void> {
  const missing = new Set([...logged.responses].flatMap(([id, { changeSet }]) => (isHere(changeSet) ? id : [])));
  let count = 0;
  for await (const { recipient, ...response } of records.responses()) {
    const { id, emailHash } = response;
    count += 1;
    missing.delete(id);
    judge("response", id, () => responseFault(response, logged) ?? recipientFault(emailHash, recipient, secret));
    if (logged.responses.get(id)?.isRedacted) notes.erased("response", id);
  }
  for (const id of missing) notes.wrong("response", id, "is missing: the audit log knows it");
  notes.checked("response", count);
}
