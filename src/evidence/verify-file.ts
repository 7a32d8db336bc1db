import { canonicalJson, chainHash, sha256 } from "../model/hash.ts";
import { auditWalk, mailKey } from "./audit-walk.ts";
import { entryContent } from "./chain.ts";
import { owedTally } from "./check-deliveries.ts";
import { answeredFault } from "./check-responses.ts";
import { changeSetFault, concernedFault, noticeFault, writtenFault } from "./checks.ts";
import { EvidenceFile } from "./formats.ts";
import { demand, namedTwice, parse, type Session, UNKEYED, type Verdict, Wrong } from "./read-pack.ts";
import { readZip, Unusable } from "./read-zip.ts";
import { verifyOwed, verifyResponses } from "./verify-owed.ts";
import { publicSet, verifyPack } from "./verify-pack.ts";
import { verifyAnswerMails } from "./verify-told.ts";

/**
 * Checks an evidence pack (zip), or evidence as JSON, without server, network or database. With the registry's
 * `secret` addresses are checked against their hashes, too. Throws Unusable for what is neither.
 */
export function verifyFile(bytes: Buffer, secret?: string): Verdict {
  const checked: string[] = [];
  const excepted: string[] = [];
  const session: Session = { checked, excepted, secret };
  try {
    if (bytes.subarray(0, 2).toString("latin1") === "PK") verifyPack(readZip(bytes), session);
    else verifyJson(bytes, session);
    return { checked, excepted, wrong: null };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { checked, excepted, wrong: { where: error.where, reason: error.message } };
  }
}

/** Evidence as JSON holds the log's entries about the set alone: each is checked by itself, not the chain between them. */
function verifyJson(bytes: Buffer, session: Session): void {
  const evidence = readJson(bytes);
  demand("evidence", namedTwice(bytes.toString()));
  const { changeSet, customers, notices, deliveries, responses } = evidence;
  const { number } = changeSet;
  const walk = auditWalk();
  for (const { data, ...entry } of evidence.audit) {
    const recorded = { ...entry, data: canonicalJson(data) };
    if (entry.hash !== chainHash(entry.previousHash, entryContent(recorded)))
      throw new Wrong(
        `audit, entry ${entry.sequence}`,
        "its hash is not that of its content after the entry before it",
      );
    walk.take(recorded);
  }
  session.checked.push(`${evidence.audit.length} entries of the audit log are about it`);
  session.excepted.push(
    "the log between its entries, the versions of the list and the words of the mails: they are in evidence.zip",
    "what depends on the day, or on other change sets: whether it is in force, since when, and the verdicts",
  );
  if (session.secret === undefined) session.excepted.push(UNKEYED);
  demand("changeSet", changeSetFault(publicSet(changeSet), walk.said));
  demand("customers", concernedFault(number, customers, walk.said));
  const owed = deliveries.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const each of notices) {
    const notice = { ...each, changeSet: number };
    demand(`notices, ${notice.id}`, noticeFault(notice, walk.said));
    for (const mail of notice.mails) {
      const recorded = walk.said.mails.get(mailKey(notice.id, mail.locale, sha256(mail.variant)));
      demand(`notices, ${notice.id}`, writtenFault(mail, notice, recorded));
    }
  }
  verifyOwed(owed, "deliveries", notices, null, session);
  const tally = owedTally(walk.said);
  for (const delivery of owed) tally.take(delivery);
  for (const each of walk.said.owed.values()) demand(`deliveries, notice ${each.notice}`, tally.fault(each));
  verifyAnswerMails(notices, owed, "deliveries", number, walk.said);
  session.checked.push(`change set ${number} is what was announced, and ${owed.length} deliveries were owed`);
  verifyResponses(responses, "responses", number, walk.said, session);
  demand("changeSet", answeredFault(changeSet, customers, responses));
}

function readJson(bytes: Buffer) {
  try {
    return parse("evidence", bytes.toString(), EvidenceFile);
  } catch (error) {
    if (error instanceof Wrong)
      throw new Unusable(`it is neither an evidence pack nor evidence as JSON: ${error.message}`);
    throw error;
  }
}
