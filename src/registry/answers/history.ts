import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { texts, uuids } from "../../db/json.ts";
import { auditLog, formerWords, responses } from "../../db/schema.ts";
import { readDataOf } from "../../evidence/check-entry.ts";
import { readData } from "../../model/actions.ts";
import { ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { auditEntries } from "../log/audit.ts";

/** What somebody wrote; null where they wrote nothing. `isGone`: it is not kept any more. */
export type Words = { text: string | null; isGone: boolean };

/** An answer as it was given at one time, and what was decided on it before the next, `by` which actor of the log. */
export type PastAnswer = {
  response: string;
  at: Date;
  kind: ResponseKind;
  words: Words;
  decided: { at: Date; by: string; outcome: ResponseOutcome; words: Words } | null;
};

/**
 * Every answer that whoever gave this one has given to its set, the newest first, as the log has them; of one that was
 * entered for a customer, what was entered for it. Words are those whose hash the log has.
 */
export async function historyOf(db: Db, id: string): Promise<PastAnswer[]> {
  const rows = await sameHand(db, id);
  const ids = rows.map((row) => row.id);
  const former = await db
    .select()
    .from(formerWords)
    .where(sql`${formerWords.responseId} in ${uuids(ids)}`);
  const wordsOf = (response: string, hash: string | null): Words => {
    const kept = former.find((each) => each.responseId === response && each.sha256 === hash);
    return { text: kept?.words ?? null, isGone: hash !== null && kept === undefined };
  };
  const given: PastAnswer[] = [];
  const subjects = texts(ids.map((each) => `response:${each}`));
  for await (const entry of auditEntries(db, sql`${auditLog.subject} in ${subjects}`)) {
    const response = entry.subject.slice("response:".length);
    const [at, data] = [new Date(entry.at), readDataOf(entry)];
    if (entry.action === "response.recorded" || entry.action === "response.edited") {
      const answer = readData("response.recorded", data);
      const kind = ResponseKind.safeParse(answer?.kind).data;
      if (answer && kind) given.push({ response, at, kind, words: wordsOf(response, answer.text), decided: null });
    }
    if (entry.action === "response.resolved") {
      const decision = readData("response.resolved", data);
      const outcome = ResponseOutcome.safeParse(decision?.outcome).data;
      const last = given.findLast((each) => each.response === response);
      if (last && decision && outcome)
        last.decided = { at, by: entry.actor, outcome, words: wordsOf(response, decision.note) };
    }
  }
  // The last of each is what stands now, also where a person was taken out of it since.
  for (const { id: response, text, outcome, outcomeNote } of rows) {
    const last = given.findLast((each) => each.response === response);
    if (!last) continue;
    last.words = { text, isGone: false };
    if (last.decided && outcome !== null) last.decided.words = { text: outcomeNote, isGone: false };
  }
  return given.reverse();
}

/** The answers to the same set by whoever gave this one; of one that was entered, those entered for the same customer. */
async function sameHand(db: Db, id: string) {
  const [one] = await db.select().from(responses).where(eq(responses.id, id));
  if (!one) return [];
  const { changeSet, emailHash, customer } = one;
  const entered = and(isNull(responses.emailHash), customer === null ? undefined : eq(responses.customer, customer));
  const theirs = emailHash === null ? entered : eq(responses.emailHash, emailHash);
  return db
    .select()
    .from(responses)
    .where(and(eq(responses.changeSet, changeSet), or(eq(responses.id, id), theirs)));
}
