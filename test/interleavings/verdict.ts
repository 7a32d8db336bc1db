import { batches, deliveries, deliveryEvents, notices } from "../../src/db/schema.ts";
import { sha256 } from "../../src/model/values/hash.ts";
import type { World } from "./world.ts";

type Delivery = typeof deliveries.$inferSelect;

const SENT = ["accepted", "delivered", "bounced", "complained"];
const NOT_SENT = ["failed", "skipped", "suppressed"];

/** What is wrong in the end, by the database and by what the provider has accepted. */
export async function verdictOf({ r, hash, provider, persons, excused, expected, withdrawn, failures }: World) {
  const owed = await r.db.select().from(deliveries);
  const told = await r.db.select().from(notices);
  const sent = await r.db.select().from(batches);
  const steps = await r.db.select().from(deliveryEvents).orderBy(deliveryEvents.id);
  const accepted = new Map<string, number>();
  /** What each reader got of each set, in the order of their coming; the kinds happen to be in that of the alphabet. */
  const wordsTo = new Map<string, string[]>();
  for (const { noticeId, to } of provider.accepted) {
    const key = `${noticeId} ${hash(to)}`;
    accepted.set(key, (accepted.get(key) ?? 0) + 1);
    const notice = told.find(({ id }) => id === noticeId);
    const words = `${to} of ${notice?.changeSet}`;
    if (notice) wordsTo.set(words, [...(wordsTo.get(words) ?? []), notice.kind]);
  }
  const times = ({ noticeId, emailHash }: Delivery) => accepted.get(`${noticeId} ${emailHash}`) ?? 0;
  const nameless = new Map(persons.map(({ email }) => [hash(email), email]));
  const show = (delivery: Delivery) =>
    `${nameless.get(delivery.emailHash)} is ${delivery.state} (${delivery.cause}), and was sent ${times(delivery)}`;
  const forGoodReason = new Set([...excused, ...provider.refusedAlone]);
  const isExcused = ({ emailHash }: Delivery) => forGoodReason.has(nameless.get(emailHash) ?? "");
  const of = (changeSet: number, kind: "announcement" | "withdrawal") => {
    const notice = told.find((each) => each.changeSet === changeSet && each.kind === kind);
    return owed.filter(({ noticeId }) => noticeId === notice?.id);
  };
  const names = (some: Delivery[]) => some.map(({ emailHash }) => nameless.get(emailHash) ?? "?").toSorted();
  const reached = (some: Delivery[]) => names(some.filter((each) => !isExcused(each) && times(each) > 0));
  const isAsStated = (each: Delivery) =>
    SENT.includes(each.state) ? times(each) === 1 : NOT_SENT.includes(each.state) && times(each) === 0;
  const last = new Map(steps.map(({ deliveryId, state }) => [deliveryId, state]));
  return {
    doubled: [...accepted.values()].filter((count) => count > 1).length,
    toNobody: [...accepted.keys()].filter((key) => !owed.some((d) => key === `${d.noticeId} ${d.emailHash}`)).length,
    owedWrongly: [...expected].filter(
      ([set, following]) => following.toSorted().join() !== names(of(set, "announcement")).join(),
    ),
    outOfOrder: [...wordsTo].filter(([, kinds]) => kinds.toSorted().join() !== kinds.join()).map(([to]) => to),
    // Whoever was told of a set is told of its withdrawal, and nobody else is.
    withdrawnWrongly: [...withdrawn].filter(
      (set) => reached(of(set, "announcement")).join() !== reached(of(set, "withdrawal")).join(),
    ),
    lost: owed.filter((each) => !isExcused(each) && each.cause !== "withdrawn" && times(each) !== 1).map(show),
    misstated: owed.filter((each) => !isAsStated(each)).map(show),
    withoutItsEvent: owed.filter(({ id, state }) => last.get(id) !== state).map(show),
    stillPending: sent.filter(({ state }) => state === "pending").length,
    uncertain: sent.filter(({ state }) => state === "uncertain").length,
    otherBytesOnRecord: sent.filter(({ id, bodySha256 }) => {
      const bytes = provider.bytes.get(id);
      return bytes !== undefined && sha256(bytes) !== bodySha256;
    }).length,
    failures,
    sentWithOtherBytes: provider.conflicts,
  };
}

export const nothingWrong: Awaited<ReturnType<typeof verdictOf>> = {
  doubled: 0,
  toNobody: 0,
  owedWrongly: [],
  outOfOrder: [],
  withdrawnWrongly: [],
  lost: [],
  misstated: [],
  withoutItsEvent: [],
  stillPending: 0,
  uncertain: 0,
  otherBytesOnRecord: 0,
  failures: [],
  sentWithOtherBytes: 0,
};
