import type { z } from "@hono/zod-openapi";
import { diff } from "../registry/diff.ts";
import { canonicalJson, hashEmail, sha256 } from "../registry/hash.ts";
import type { VendorDocument } from "../registry/vendor-document.ts";
import { auditWalk, mailKey, noticeOf, type Said, setOfMail } from "./audit-walk.ts";
import { owedLink } from "./chain.ts";
import { answeredFault, receiptsTally, responseFault } from "./check-responses.ts";
import {
  answerMailFault,
  changeSetFault,
  claimOf,
  concernedFault,
  deliveryFault,
  isErased,
  isOlderThanLog,
  mailFault,
  noticeFault,
  type OwedNotice,
  owedTally,
  publishedFault,
  type Report,
  remindedFault,
  snapshotFault,
  unnamedFault,
} from "./checks.ts";
import {
  ChangeSetFile,
  CustomerLine,
  DeliveryLine,
  EntryContent,
  ManifestFile,
  NoticeLine,
  ReportLine,
  ResponseLine,
  SnapshotLine,
} from "./formats.ts";
import { demand, lines, type Pack, parse, read, refuseTwice, textLines, Wrong } from "./read-pack.ts";
import { Unusable } from "./read-zip.ts";
import { README } from "./readme.ts";
import { FORMAT, MANIFEST, SUMS, sumsOf } from "./zip.ts";

/** What a verification says: what was checked, what could not be, and the first thing that is wrong, if any. */
export type Verdict = { checked: string[]; excepted: string[]; wrong: { where: string; reason: string } | null };

/** What the checks of a pack tell each other. */
export type Session = { checked: string[]; excepted: string[]; secret: string | undefined };

/** Said where there is no secret. */
export const UNKEYED = "addresses against their keyed hashes: that takes the registry's secret, as TOKEN_SECRET";

/** Checks a pack by itself, without anything else. With the registry's secret it also checks addresses by their hashes. */
export function verifyPack(pack: Pack, session: Session): void {
  const { checked, excepted, secret } = session;
  if (secret === undefined) excepted.push(UNKEYED);
  const manifest = read(pack, MANIFEST, ManifestFile);
  if (manifest.format !== FORMAT) throw new Unusable(`it is of another format: ${manifest.format}`);
  verifySums(pack, manifest);
  checked.push(`${manifest.files.length} files are as the manifest lists them`);

  const snapshots = snapshotsOf(pack);
  const said = verifyLog(pack, manifest, snapshots, session);
  const set = read(pack, "change-set.json", ChangeSetFile);
  if (canonicalJson(JSON.parse(pack.read("change-set.json").toString())) !== canonicalJson(set))
    throw new Wrong("change-set.json", "says more than what can be checked");
  const { number } = set;
  if (number !== manifest.changeSet) throw new Wrong("change-set.json", "it is of another number than the manifest's");
  demand("change-set.json", changeSetFault(publicSet(set), said) ?? diffFault(set));
  checked.push(`change set ${number} is what was announced at ${set.announcedAt}`);

  const customers = lines(pack, "customers.json", CustomerLine);
  refuseTwice("customers.json", customers, ({ externalId }) => externalId);
  demand("customers.json", concernedFault(number, customers, said) ?? remindedFault(number, customers, said));
  checked.push(`${customers.length} customers were concerned, on these terms`);

  verifySnapshots(snapshots, set, said, session);
  const notices = verifyNotices(pack, number, said, session);
  verifyDeliveries(pack, notices, number, said, session);
  const responses = lines(pack, "responses.json", ResponseLine);
  verifyResponses(responses, "responses.json", number, said, session);
  demand("change-set.json", answeredFault(set, customers, responses));
}

/** A change set as the checks take it. */
export const publicSet = (set: z.infer<typeof ChangeSetFile>) => ({
  ...set,
  releasedOn: set.approvals?.releasedOn ?? null,
  releasedReason: set.approvals?.releasedReason ?? null,
});

/** Every file is the one the manifest lists, and there is no other. */
function verifySums(pack: Pack, { files }: z.infer<typeof ManifestFile>): void {
  for (const { name, bytes, sha256: sum } of files) {
    if (!pack.names.includes(name)) throw new Wrong(name, "is missing");
    const content = pack.read(name);
    if (content.length !== bytes || sha256(content) !== sum) throw new Wrong(name, "is not what the manifest lists");
  }
  const listed = new Set([...files.map(({ name }) => name), MANIFEST, SUMS]);
  const extra = pack.names.find((name) => !listed.has(name));
  if (extra !== undefined) throw new Wrong(extra, "is not in the manifest");
  const manifest = pack.read(MANIFEST);
  const all = [...files, { name: MANIFEST, bytes: manifest.length, sha256: sha256(manifest) }];
  if (pack.read(SUMS).toString() !== sumsOf(all)) throw new Wrong(SUMS, "does not say the same as the manifest");
  if (pack.read("README.txt").toString() !== README) throw new Wrong("README.txt", "is not the README of this format");
}

/** The log, line by line from its first; gives what it says of everything else. */
function verifyLog(
  pack: Pack,
  { auditHead }: z.infer<typeof ManifestFile>,
  snapshots: PackedSnapshot[],
  { checked }: Session,
): Said {
  const walk = auditWalk();
  const claims = new Map(snapshots.flatMap((each) => claimOf(each) ?? []).map((claim) => [claim.sequence, claim]));
  let previousHash: string | null = null;
  for (const line of textLines(pack.read("audit.txt"))) {
    const [hash = "", content] = [line.slice(0, 64), line.slice(65)];
    const next: number = (walk.head()?.sequence ?? 0) + 1;
    const where = `audit.txt, entry ${next}`;
    const { data, ...entry } = parse(where, content, EntryContent);
    const fault = walk.take({ ...entry, data: canonicalJson(data), previousHash, hash });
    if (fault) throw new Wrong(`audit.txt, entry ${fault.id}`, fault.reason);
    previousHash = hash;
    const claim = claims.get(next);
    if (claim && claim.hash !== hash)
      throw new Wrong(where, `version ${claim.snapshot} of the list was published after another entry of this number`);
    claims.delete(next);
  }
  for (const { sequence, snapshot } of claims.values())
    throw new Wrong(
      `audit.txt, entry ${sequence}`,
      `is missing: version ${snapshot} of the list was published after it`,
    );
  const head = walk.head();
  if (head?.hash !== auditHead?.hash || head?.sequence !== auditHead?.sequence)
    throw new Wrong("audit.txt", "does not end where the manifest says");
  checked.push(`the audit log's ${head?.sequence ?? 0} entries are whole; its head is ${head?.hash ?? "nothing"}`);
  return walk.said;
}

/** What reads as a difference is what the entries before and after make. */
function diffFault({ changes }: z.infer<typeof ChangeSetFile>): string | null {
  const other = changes.find(
    ({ before, after, diff: shown }) =>
      canonicalJson(diff(before as VendorDocument | null, after as VendorDocument | null)) !== canonicalJson(shown),
  );
  return other ? `the differences of "${other.vendor}" are not those of its entries before and after` : null;
}

type PackedSnapshot = z.infer<typeof SnapshotLine> & { name: string; content: string };

function snapshotsOf(pack: Pack): PackedSnapshot[] {
  const taken = lines(pack, "snapshots.json", SnapshotLine);
  refuseTwice("snapshots.json", taken, ({ number }) => String(number));
  return taken.map((line) => {
    const name = `snapshots/${line.number}.json`;
    return { ...line, name, content: pack.read(name).toString() };
  });
}

function verifySnapshots(
  taken: PackedSnapshot[],
  set: z.infer<typeof ChangeSetFile>,
  said: Said,
  { checked }: Session,
): void {
  const byNumber = new Map(taken.map((snapshot) => [snapshot.number, snapshot]));
  for (const snapshot of taken) {
    const { name, number, previousHash } = snapshot;
    demand(name, snapshotFault(snapshot) ?? unnamedFault(snapshot, said));
    const before = byNumber.get(number - 1);
    if (before && before.hash !== previousHash) throw new Wrong(name, "does not follow the version before it");
  }
  for (const hash of said.versions.get(set.number) ?? []) {
    const version = taken.find((snapshot) => snapshot.hash === hash);
    if (!version) throw new Wrong("snapshots.json", `the version ${hash} of the change set is missing`);
    if (version.number > 1 && !byNumber.has(version.number - 1))
      throw new Wrong("snapshots.json", `the version before ${version.number} is missing`);
  }
  const announced = taken.find(({ hash }) => hash === said.announced.get(set.number)?.snapshot);
  if (!announced) throw new Wrong("snapshots.json", "the version that announced the change set is missing");
  demand("change-set.json", publishedFault(set, announced.content));
  checked.push(`${taken.length} versions of the list are as published; version ${announced.number} announced the set`);
}

function verifyNotices(pack: Pack, number: number, said: Said, session: Session): z.infer<typeof NoticeLine>[] {
  const notices = lines(pack, "notices.json", NoticeLine);
  refuseTwice("notices.json", notices, ({ id }) => id);
  const ids = new Set(notices.map(({ id }) => id));
  for (const { changeSet, notice, kind } of said.owed.values())
    if (changeSet === number && !ids.has(notice))
      throw new Wrong(`notices.json, ${notice}`, `is missing: a ${kind} was owed`);
  const ofSet = (key: string) => setOfMail(said, key) === number || ids.has(noticeOf(key));
  const unwritten = new Set([...said.mails.keys()].filter(ofSet));
  const receipts = receiptsTally();
  let written = 0;
  for (const notice of notices) {
    demand(`notices.json, ${notice.id}`, noticeFault({ ...notice, changeSet: number }, said));
    if (isOlderThanLog({ ...notice, changeSet: number }, said))
      session.excepted.push(`notices.json, ${notice.id}: it was owed before notices were recorded in the log`);
    receipts.take(notice);
    refuseTwice("notices.json", notice.mails, ({ locale, variant }) => `${notice.id} ${locale} ${variant}`);
    for (const mail of notice.mails) {
      unwritten.delete(mailKey(notice.id, mail.locale, sha256(mail.variant)));
      verifyMail(pack, mail, { ...notice, changeSet: number }, said, session);
      written += 1;
    }
  }
  for (const [id, response] of said.responses)
    if (response.changeSet === number) demand(`notices.json, response ${id}`, receipts.fault(id, response));
  refuseTwice(
    "notices.json",
    notices.flatMap(({ mails }) => mails),
    ({ file }) => file ?? "",
  );
  for (const key of unwritten) throw new Wrong("notices.json", `a mail is missing: ${key}`);
  session.checked.push(`${notices.length} notices were owed, in ${written} mails, in these words`);
  return notices;
}

function verifyMail(
  pack: Pack,
  mail: z.infer<typeof NoticeLine>["mails"][number],
  notice: Omit<OwedNotice, "kind" | "about">,
  said: Said,
  { excepted }: Session,
): void {
  const name = `${mail.file}.json`;
  const recorded = said.mails.get(mailKey(notice.id, mail.locale, sha256(mail.variant)));
  const { subject, text, html } = JSON.parse(pack.read(name).toString());
  demand(name, mailFault({ subject, text, html, sha256: mail.sha256 }, notice, recorded, said));
  if (pack.read(name).toString() !== canonicalJson({ subject, text, html }))
    throw new Wrong(name, "is written otherwise");
  if (subject !== mail.subject) throw new Wrong("notices.json", `the subject of ${name} is another`);
  for (const [as, words] of [
    ["txt", text],
    ["html", html],
  ] as const)
    if (pack.read(`${mail.file}.${as}`).toString() !== words) throw new Wrong(`${mail.file}.${as}`, "is not its mail");
  if (isErased({ subject, text, html })) excepted.push(`${name}: what it said was erased`);
  if (recorded === undefined) excepted.push(`${name}: it was written before mails were recorded in the log`);
}

function verifyDeliveries(
  pack: Pack,
  notices: readonly z.infer<typeof NoticeLine>[],
  number: number,
  said: Said,
  session: Session,
): void {
  const reported = lines(pack, "provider-events.json", ReportLine);
  refuseTwice("provider-events.json", reported, ({ id }) => id);
  const reports = Map.groupBy(reported, ({ deliveryId }) => deliveryId);
  const deliveries = lines(pack, "deliveries.json", DeliveryLine).sort((a, b) => (a.id < b.id ? -1 : 1));
  verifyOwed(deliveries, "deliveries.json", notices, reports, session);
  const tally = owedTally(said);
  for (const delivery of deliveries) tally.take(delivery);
  for (const owed of said.owed.values())
    if (owed.changeSet === number) demand(`deliveries.json, notice ${owed.notice}`, tally.fault(owed));
  verifyAnswerMails(notices, deliveries, "deliveries.json", number, said);
  const known = new Set(deliveries.map(({ id }) => id));
  for (const id of reports.keys())
    if (!known.has(id)) throw new Wrong("provider-events.json", `reports of a delivery that is not here: ${id}`);
  session.checked.push(`${deliveries.length} deliveries were owed, and came to these states by these steps`);
}

/** What a notice of an answer owes is not in the log: it follows from the answer. */
export function verifyAnswerMails(
  notices: readonly z.infer<typeof NoticeLine>[],
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

/** Each delivery by its own chain; in the order of their ids. Without `reports` the provider's are not there to check. */
export function verifyOwed(
  deliveries: readonly z.infer<typeof DeliveryLine>[],
  file: string,
  notices: readonly z.infer<typeof NoticeLine>[],
  reports: Map<string, Report[]> | null,
  { secret }: Session,
): void {
  const owedAtOf = new Map(notices.map(({ id, createdAt }) => [id, createdAt]));
  refuseTwice(file, deliveries, ({ id }) => id);
  for (const delivery of deliveries) {
    const where = `${file}, ${delivery.id}`;
    const { id, noticeId, owedAt, email, emailHash, customers, customer } = delivery;
    if (!owedAtOf.has(noticeId)) throw new Wrong(where, "is of a notice that is not here");
    if (owedAtOf.get(noticeId) !== owedAt) throw new Wrong(where, "was owed at another time than its notice");
    const [first, ...events] = delivery.events;
    if (first?.hash !== owedLink(delivery) || first.at !== owedAt || first.state !== "pending")
      throw new Wrong(where, "step 0 (owed) is not what its chain says");
    demand(where, deliveryFault({ ...delivery, events }, reports === null ? null : (reports.get(id) ?? [])));
    if (customer !== (customers?.join(", ") ?? null))
      throw new Wrong(where, "names another customer than it was owed for");
    if (secret !== undefined && email !== null && hashEmail(secret, email) !== emailHash)
      throw new Wrong(where, "its address is not that of its hash");
  }
}

export function verifyResponses(
  responses: readonly z.infer<typeof ResponseLine>[],
  file: string,
  number: number,
  said: Said,
  { checked, excepted, secret }: Session,
): void {
  refuseTwice(file, responses, ({ id }) => id);
  const missing = new Set([...said.responses].filter(([, { changeSet }]) => changeSet === number).map(([id]) => id));
  for (const response of responses) {
    missing.delete(response.id);
    const where = `${file}, ${response.id}`;
    demand(where, responseFault(response, said));
    const { id, email, emailHash } = response;
    if (secret !== undefined && email !== null && hashEmail(secret, email) !== emailHash)
      throw new Wrong(where, "its address is not that of its hash");
    if (said.responses.get(id)?.isRedacted) excepted.push(`${where}: something of its words was erased`);
  }
  for (const id of missing) throw new Wrong(`${file}, ${id}`, "is missing: the audit log knows it");
  checked.push(`${responses.length} responses say what was recorded`);
}
