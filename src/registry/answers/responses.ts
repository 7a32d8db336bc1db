import { z } from "@hono/zod-openapi";
import { and, asc, count, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { texts, uuids } from "../../db/json.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { changeSets, changes, concernedCustomers, responses, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import {
  OPEN_KINDS,
  OUTCOMES,
  RecordedResponse,
  type Response,
  type ResponseKind,
  type ResponseOutcome,
} from "../../model/people/response.ts";
import { documentTag, refuseStale } from "../../model/values/entity-tag.ts";
import { hashOfText } from "../../model/values/hash.ts";
import { found, Refusal, refuseField } from "../../model/values/refusal.ts";
import { refuseAuthor } from "../changes/announced/another-person.ts";
import { settleApprovals } from "../changes/announced/release.ts";
import { findChangeSet } from "../changes/draft/drafts.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { oweMail } from "../owed/owe.ts";
import { isConcernedStill } from "../owed/told.ts";
import { contactsOf } from "./contacts.ts";
import { holds } from "./holding.ts";
import { lastDayOfResponse } from "./open.ts";
import { superseded } from "./superseded.ts";

type ResponseFilter = {
  changeSet?: number | undefined;
  customer?: string | undefined;
  kind?: ResponseKind | undefined;
  /** `open`: objections and questions that nobody has resolved, to sets that are not withdrawn. */
  outcome?: ResponseOutcome | "open" | undefined;
  late?: boolean | undefined;
};

/** The register of responses, newest first. */
export const responsePages = pagesOfTable({ answeredAt: KEY.instant, id: KEY.id }, responses, desc);

export function listResponses(
  { db }: Deps,
  query: ResponseFilter & PageOf<typeof responsePages>,
): Promise<Page<Response>> {
  return responsePages.page(query, (after, limit) => select(db, and(after, matches(query))).limit(limit));
}

/** What is open has a last day, or none: the end of time. */
const NO_DAY = "9999-12-31";

const byDeadline = { deadline: sql`coalesce(${lastDayOfResponse}, ${NO_DAY}::date)`, id: responses.id };

/** What is open, by the last day to object of whoever gave it. */
export const openPages = pagesOfTable({ deadline: z.iso.date(), id: KEY.id }, byDeadline, asc);

/** Objections and questions, or one of these kinds, that nobody has resolved, to sets that are not withdrawn. */
export async function listOpenResponses(
  { db }: Pick<Deps, "db">,
  { kind, changeSet, ...query }: Pick<ResponseFilter, "kind" | "changeSet"> & PageOf<typeof openPages>,
): Promise<Page<Response>> {
  return openPages.page(query, async (after, limit) => {
    const isLike = matches({ kind, changeSet, outcome: "open" });
    const rows = await select(db, and(after, isLike), openPages.order).limit(limit);
    return rows.map((row) => ({ ...row, deadline: row.lastDayToObjectOn ?? NO_DAY }));
  });
}

/** How many objections and questions are open, of all sets or of one. */
export async function countOpenResponses(
  { db }: Pick<Deps, "db">,
  { changeSet }: Pick<ResponseFilter, "changeSet"> = {},
): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(responses)
    .innerJoin(changeSets, eq(changeSets.number, responses.changeSet))
    .where(matches({ changeSet, outcome: "open" }));
  return row?.open ?? 0;
}

/** How many approvals do not count before somebody confirms who gave them. */
export async function countWaitingApprovals({ db }: Pick<Deps, "db">): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(responses)
    .innerJoin(changeSets, eq(changeSets.number, responses.changeSet))
    .where(and(eq(responses.waiting, true), eq(responses.kind, "approved"), ne(changeSets.state, "withdrawn")));
  return row?.waiting ?? 0;
}

function matches({ changeSet, customer, kind, outcome, late }: ResponseFilter): SQL | undefined {
  const decided =
    outcome === "open" ? and(inArray(responses.kind, OPEN_KINDS), isOpen) : outcome && eq(responses.outcome, outcome);
  return and(
    changeSet === undefined ? undefined : eq(responses.changeSet, changeSet),
    customer === undefined ? undefined : eq(responses.customer, customer),
    kind === undefined ? undefined : eq(responses.kind, kind),
    late === undefined ? undefined : eq(responses.late, late),
    decided,
  );
}

/** Refuses: not-found. */
export const getResponse = async ({ db }: Pick<Deps, "db">, id: string): Promise<Response> =>
  found(await select(db, eq(responses.id, id)), "response");

/**
 * What one person has answered to a change set, for whomever, and what was entered for the customers they speak for; the
 * timely before the late.
 */
export function responsesOf(
  db: Db,
  changeSet: number,
  emailHash: string,
  customers: readonly string[],
): Promise<Response[]> {
  const entered = and(isNull(responses.emailHash), sql`${responses.customer} in ${texts(customers)}`);
  const whose = and(eq(responses.changeSet, changeSet), or(eq(responses.emailHash, emailHash), entered));
  return select(db, whose, [asc(responses.late), desc(responses.id)]);
}

/** Those of these ids, in their order. */
export async function responsesWith(db: Db, ids: readonly string[]): Promise<Response[]> {
  const rows = await select(db, sql`${responses.id} in ${uuids(ids)}`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Of `responses`: all that concerns its customer of the set was withdrawn by itself. */
const isMoot = sql`(exists (select 1 from ${changes} where ${changes.changeSet} = ${responses.changeSet} and ${changes.withdrawn})
  and exists (select 1 from ${concernedCustomers} where ${concernedCustomers.changeSet} = ${responses.changeSet}
    and ${concernedCustomers.externalId} = ${responses.customer})
  and not exists (select 1 from ${concernedCustomers} where ${concernedCustomers.changeSet} = ${responses.changeSet}
    and ${concernedCustomers.externalId} = ${responses.customer} and ${isConcernedStill}))`;

/** Of an answer that something is to become of: nothing has yet. Of what is withdrawn nothing is left to decide. */
const isOpen = and(isNull(responses.resolvedAt), ne(changeSets.state, "withdrawn"), sql`not ${isMoot}`);

function select(db: Db, where: SQL | undefined, order: SQL[] = responsePages.order) {
  const { name, lastDayToObjectOn, timeZone, changeSet, externalId } = concernedCustomers;
  // One that came to use more has several rows: it may answer until the last of its days.
  const theirs = db
    .select({ name, lastDayToObjectOn, timeZone })
    .from(concernedCustomers)
    .where(and(eq(changeSet, responses.changeSet), eq(externalId, responses.customer)))
    .orderBy(sql`${lastDayToObjectOn} desc nulls last`)
    .limit(1)
    .as("theirs");
  return db
    .select({
      ...columnsOf(responses, RecordedResponse),
      customerName: theirs.name,
      email: subscribers.email,
      lastDayToObjectOn: lastDayOfResponse,
      timeZone: theirs.timeZone,
      holds,
      superseded,
    })
    .from(responses)
    .innerJoin(changeSets, eq(changeSets.number, responses.changeSet))
    .leftJoinLateral(theirs, sql`true`)
    .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
    .where(where)
    .orderBy(...order)
    .$dynamic();
}

/** What is decided on an answer: what becomes of an objection, or that a question is answered, and words for whoever gave it. */
export type Decision = { outcome: ResponseOutcome; note: string | null };

/** An answer's version, as an entity tag: it changes with the answer, and with what becomes of it. */
export const tagOfResponse = ({ id, kind, text, waiting, editedAt, resolvedAt }: Response): string =>
  documentTag({ id, kind, text, waiting, at: [editedAt, resolvedAt].map((each) => each?.toISOString() ?? null) });

/**
 * Records what becomes of an objection, or the answer to a question, and owes that news to whoever gave it; of one that was
 * entered, to the customer's contacts. Refuses: not-found, not-an-objection, already-resolved, invalid-request; approval-required,
 * of an objection, to the authors of what is objected to where four eyes are asked for; stale-version where `ifMatch` names
 * another version of the answer.
 */
export const resolveResponse = (
  deps: Deps,
  actor: Actor,
  id: string,
  decision: Decision,
  { ifMatch }: { ifMatch?: string | undefined } = {},
): Promise<Response> => writeRegistry(deps, actor, (w) => resolve(w, id, decision, ifMatch));

/** The same within a frame. */
export async function resolve(w: Locked, id: string, { outcome, note }: Decision, ifMatch?: string): Promise<Response> {
  const response = await getResponse(w, id);
  const { kind, resolvedAt, changeSet, customer, channel } = response;
  const possible = OUTCOMES[kind];
  if (possible.length === 0) throw new Refusal("not-an-objection", "This response neither objects nor asks anything.");
  if (resolvedAt) throw new Refusal("already-resolved", "What becomes of this response is recorded already.");
  // To decide on an objection lets go what it holds, as going on without an approval does.
  if (kind === "objected") refuseAuthor(w, await findChangeSet(w.db, changeSet), "decide on an objection to it");
  refuseStale(ifMatch, tagOfResponse(response), "The response");
  if (!possible.includes(outcome))
    throw refuseField("invalid-request", "/outcome", `must be one of these here: ${possible.join(", ")}`);
  if (outcome === "answered" && note === null) throw refuseField("invalid-request", "/note", "is required");
  const [resolved] = await w.db
    .update(responses)
    .set({ outcome, outcomeNote: note, resolvedAt: w.now })
    .where(eq(responses.id, id))
    .returning({ subscriberId: responses.subscriberId });
  const hearers = channel && customer ? await contactsOf(w, customer) : [resolved?.subscriberId ?? []].flat();
  for (const person of hearers) await oweMail(w, { kind: "resolution", changeSet, about: { response: id } }, person);
  await settleApprovals(w, changeSet);
  w.audit("response.resolved", id, { changeSet, outcome, note: hashOfText(note) });
  return getResponse(w, id);
}
