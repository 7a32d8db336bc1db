import { and, eq, isNull, max, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { concernedCustomers, formerWords, responses } from "../../db/schema.ts";
import { answererHash } from "../../evidence/chain.ts";
import { isSince } from "../../model/change/approval.ts";
import { OPEN_KINDS, RELIEVED } from "../../model/people/response.ts";
import { hashOfText, sha256 } from "../../model/values/hash.ts";
import { settleApprovals } from "../changes/announced/release.ts";
import type { Locked } from "../log/frame.ts";
import { oweMail } from "../owed/owe.ts";
import type { Earlier, Given } from "./given.ts";
import { tellAnswer } from "./tell.ts";

/**
 * The answer that a new one edits: the timely one, or the late one, of the same person for the same customer. A question
 * edits only a question, and nothing else does, so that it is open until it is answered; one by letter that letter's.
 */
export async function earlierAnswer(
  db: Db,
  {
    changeSet,
    emailHash,
    customer,
    late,
    kind,
    channel,
    receivedOn,
  }: Pick<Given, "changeSet" | "emailHash" | "customer" | "late" | "kind" | "channel" | "receivedOn">,
): Promise<Earlier | undefined> {
  const sameLetter =
    channel === null || receivedOn === null
      ? undefined
      : and(eq(responses.channel, channel), eq(responses.receivedOn, receivedOn));
  const [earlier] = await db
    .select()
    .from(responses)
    .where(
      and(
        eq(responses.changeSet, changeSet),
        emailHash === null ? isNull(responses.emailHash) : eq(responses.emailHash, emailHash),
        customer === null ? isNull(responses.customer) : eq(responses.customer, customer),
        eq(responses.late, late),
        kind === "asked" ? and(eq(responses.kind, "asked"), sameLetter) : ne(responses.kind, "asked"),
      ),
    );
  return earlier;
}

/**
 * Whether what was decided on the earlier answer counts no more: who objects or asks anew is to be answered anew. Whoever
 * the change does not apply to may ask, and it still does not apply to them.
 */
function reopens(earlier: Earlier | undefined, { kind }: Pick<Given, "kind">): boolean {
  if (!OPEN_KINDS.includes(kind) || !earlier) return false;
  if (kind === "asked" && earlier.outcome !== null && RELIEVED.includes(earlier.outcome)) return false;
  return earlier.kind !== kind || earlier.resolvedAt !== null;
}

/** When the set last came to concern more of a customer; null where it did as it was announced. */
async function concernedSince(db: Db, { changeSet, customer }: Given): Promise<Date | null> {
  if (customer === null) return null;
  const [concerned] = await db
    .select({ since: max(concernedCustomers.since) })
    .from(concernedCustomers)
    .where(and(eq(concernedCustomers.changeSet, changeSet), eq(concernedCustomers.externalId, customer)));
  return concerned?.since ?? null;
}

/**
 * Whether an answer says what is recorded already. The same words after the decision on them object, or ask, anew; and
 * after the set has come to concern more of the customer they answer that.
 */
export const isRecorded = async (db: Db, earlier: Earlier | undefined, given: Given): Promise<boolean> =>
  earlier !== undefined &&
  isSince(earlier, await concernedSince(db, given)) &&
  (["kind", "text", "onBehalfOf", "waiting", "channel", "receivedOn"] as const).every(
    (name) => earlier[name] === given[name],
  ) &&
  !reopens(earlier, given);

/** Keeps what an answer, and the decision on it, said until now, where it says something else after this. */
async function keepFormerWords(
  { db }: Locked,
  { id, ...earlier }: Earlier,
  after: Pick<Earlier, "text" | "outcomeNote">,
): Promise<void> {
  const former = (["text", "outcomeNote"] as const).flatMap((field) => {
    const words = earlier[field];
    return words === null || words === after[field] ? [] : [{ responseId: id, sha256: sha256(words), words }];
  });
  if (former.length > 0) await db.insert(formerWords).values(former).onConflictDoNothing();
}

/** Records an answer, or that the earlier one is edited: owes its receipts, tells the organisation, settles approvals. */
export async function recordAnswer(
  w: Locked,
  earlier: Earlier | undefined,
  given: Given,
  receiptsTo: readonly string[],
  by = w.actor,
): Promise<string> {
  const { db, now } = w;
  const { changeSet, subscriberId: _, ...recorded } = given;
  const id = earlier?.id ?? crypto.randomUUID();
  const reopened = reopens(earlier, given);
  // Whoever enters an answer knows of it.
  const isTold = given.channel !== null;
  const untoldSince = isTold ? null : await tellAnswer(w, { id, earlier, given, reopened });
  const told = { ...given, untoldSince };
  if (earlier) {
    await keepFormerWords(w, earlier, { text: given.text, outcomeNote: reopened ? null : earlier.outcomeNote });
    const undecided = reopened ? { outcome: null, outcomeNote: null, resolvedAt: null } : {};
    await db
      .update(responses)
      .set({ ...told, ...undecided, editedAt: now })
      .where(eq(responses.id, id));
  } else {
    await db.insert(responses).values({ id, ...told, answeredAt: now });
  }
  for (const person of receiptsTo) await oweMail(w, { kind: "receipt", changeSet, about: { response: id } }, person);
  await settleApprovals(w, changeSet);
  const { customer, onBehalfOf, text, emailHash, waiting, channel, receivedOn, ...plain } = recorded;
  const data = {
    changeSet,
    ...plain,
    emailHash: answererHash(id, emailHash),
    customer: hashOfText(customer),
    onBehalfOf: hashOfText(onBehalfOf),
    text: hashOfText(text),
    ...(waiting ? { waiting } : {}),
    ...(channel === null ? {} : { channel, receivedOn, receipts: receiptsTo.length }),
  };
  if (earlier) w.audit("response.edited", id, { ...data, reopened }, by);
  else w.audit("response.recorded", id, data, by);
  return id;
}
