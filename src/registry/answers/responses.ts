import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { changeSets, concernedCustomers, responses, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import {
  RecordedResponse,
  type Response,
  type ResponseKind,
  type ResponseOutcome,
} from "../../model/people/response.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { hashOfText } from "../../model/values/hash.ts";
import { found, Refusal } from "../../model/values/refusal.ts";
import { settleApprovals } from "../changes/release.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { oweMail } from "../owed/owe.ts";

type ResponseFilter = {
  changeSet?: number | undefined;
  customer?: string | undefined;
  kind?: ResponseKind | undefined;
  /** `open`: objections that nobody has resolved. */
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

function matches({ changeSet, customer, kind, outcome, late }: ResponseFilter): SQL | undefined {
  const decided =
    outcome === "open"
      ? and(eq(responses.kind, "objected"), isNull(responses.resolvedAt))
      : outcome && eq(responses.outcome, outcome);
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

/** What one person has answered to a change set, for whomever, the timely before the late. */
export function responsesOf(db: Db, changeSet: number, emailHash: string): Promise<Response[]> {
  const whose = and(eq(responses.changeSet, changeSet), eq(responses.emailHash, emailHash));
  return select(db, whose, [asc(responses.late), desc(responses.id)]);
}

function select(db: Db, where: SQL | undefined, order: SQL[] = responsePages.order) {
  return db
    .select({
      ...columnsOf(responses, RecordedResponse),
      customerName: concernedCustomers.name,
      email: subscribers.email,
      lastDayToObjectOn: sql<IsoDate | null>`case when ${responses.customer} is null
        then ${changeSets.lastDayToObjectOn} else ${concernedCustomers.lastDayToObjectOn} end`,
    })
    .from(responses)
    .innerJoin(changeSets, eq(changeSets.number, responses.changeSet))
    .leftJoin(
      concernedCustomers,
      and(eq(concernedCustomers.changeSet, responses.changeSet), eq(concernedCustomers.externalId, responses.customer)),
    )
    .leftJoin(subscribers, eq(subscribers.id, responses.subscriberId))
    .where(where)
    .orderBy(...order)
    .$dynamic();
}

/**
 * Records what becomes of an objection, and owes that news to whoever objected. Refuses: not-found, not-an-objection,
 * already-resolved.
 */
export function resolveResponse(
  deps: Deps,
  actor: Actor,
  id: string,
  { outcome, note }: { outcome: ResponseOutcome; note: string | null },
): Promise<Response> {
  return writeRegistry(deps, actor, async (w) => {
    const { kind, resolvedAt, changeSet } = await getResponse(w, id);
    if (kind !== "objected") throw new Refusal("not-an-objection", "This response objects to nothing.");
    if (resolvedAt) throw new Refusal("already-resolved", "What becomes of this objection is recorded already.");
    const [resolved] = await w.db
      .update(responses)
      .set({ outcome, outcomeNote: note, resolvedAt: w.now })
      .where(eq(responses.id, id))
      .returning({ subscriberId: responses.subscriberId });
    if (resolved?.subscriberId) {
      await oweMail(w, { kind: "resolution", changeSet, about: { response: id } }, resolved.subscriberId);
    }
    await settleApprovals(w, changeSet);
    w.audit("response.resolved", id, { changeSet, outcome, note: hashOfText(note) });
    return getResponse(w, id);
  });
}
