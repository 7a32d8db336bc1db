import { isSameText } from "../values/text.ts";
import { type Measure, type Reach, union, without } from "./reach.ts";
import type { Service } from "./vendor-document.ts";

/**
 * What was and what is, for the customers of both: a service as it goes on under its key, or as another takes it over.
 * Null stands for nothing: a service that is new, or gone, for some. `gained` and `lost` are for whom it is that, too.
 */
export type Succession = { before: Service | null; after: Service | null; both: Reach; gained: Reach; lost: Reach };

/**
 * What becomes of the services of a vendor. One that is split for regions or products, or put together again, is compared
 * for each customer with what the customer had.
 */
export function successions(before: readonly Service[], after: readonly Service[], reach: Measure["of"]): Succession[] {
  const remains = new Map(after.map((service) => [service.key, reach(service)]));
  const formerly = new Map(before.map((service) => [service.key, service]));

  const made = after.map((service) => {
    const own = formerly.get(service.key);
    const kept = own ? reach(service) & reach(own) : 0n;
    const taken = before.flatMap((other) => {
      const left = without(reach(other), remains.get(other.key) ?? 0n);
      const both = without(reach(service), kept) & left;
      return other.key !== service.key && both !== 0n && isSameTask(other, service) ? [{ before: other, both }] : [];
    });
    const gained = without(reach(service), kept | union(taken.map(({ both }) => both)));
    return { service, own, kept, taken, gained };
  });

  const handedOver = (key: string) =>
    union(made.flatMap(({ taken }) => taken.flatMap((each) => (each.before.key === key ? each.both : []))));
  const lostOf = (service: Service) =>
    without(reach(service), (remains.get(service.key) ?? 0n) | handedOver(service.key));

  return [
    ...made.flatMap(({ service, own, kept, taken, gained }): Succession[] => {
      const whole = own ? [{ before: own, after: service, both: kept, gained, lost: lostOf(own) }] : [];
      const isNew = !own && gained !== 0n;
      return [
        ...whole,
        ...taken.map((each) => ({ ...each, after: service, gained: 0n, lost: 0n })),
        ...(isNew ? [{ before: null, after: service, both: 0n, gained, lost: 0n }] : []),
      ];
    }),
    ...before
      .filter((service) => !remains.has(service.key) && lostOf(service) !== 0n)
      .map((service) => ({ before: service, after: null, both: 0n, gained: 0n, lost: lostOf(service) })),
  ];
}

/** Whether two services do the same, by what is stated of both: in the same role, for the same purpose. */
function isSameTask(one: Service, other: Service): boolean {
  const isSame = (field: "purpose" | "category") => {
    const [a, b] = [one[field], other[field]];
    return a === undefined || b === undefined ? a === b : isSameText(a, b);
  };
  const isStated = one.purpose !== undefined || one.category !== undefined;
  return isStated && one.role === other.role && isSame("purpose") && isSame("category");
}
