import type { Entry } from "../../model/change/history.ts";
import type { Locale } from "../../model/values/text.ts";
import { covers } from "../../model/vendor/countries.ts";
import type { Service } from "../../model/vendor/vendor-document.ts";
import { type CountedPlace, placesOf, subjectOf } from "../../transfers/index.ts";
import { formatCountry, inOrderOf } from "../../words/index.ts";

/** A service as the page lists it, with the vendor that provides it. */
export type ListedService = { id: string; entry: Entry; service: Service; name: string };
/** Services under one heading; without one where they are not grouped. */
export type Group = { category: string | null; services: ListedService[] };

/** What a list can be in order of; by category it is grouped. */
export const SORTS = ["category", "name", "country"] as const;
export type Sort = (typeof SORTS)[number];

export function servicesOf(entries: readonly Entry[]): ListedService[] {
  return entries.flatMap((entry) =>
    entry.document.services.map((service) => ({
      // Two hyphens: neither a slug nor a key holds them, so no two services share an id.
      id: `${entry.slug}--${service.key}`,
      entry,
      service,
      name: service.name ?? entry.document.name,
    })),
  );
}

/** The places that count for a service: those stated, and where the company is, where that is another. */
export const countedPlaces = ({ entry, service }: ListedService): CountedPlace[] =>
  placesOf(subjectOf(entry.document, service));

export const isOutsideEea = ({ country }: CountedPlace): boolean => !covers("EEA", country);

/** In the order asked for, as a reader of `locale` sorts; what has no category, or no place, comes last. */
export function inGroups(services: readonly ListedService[], sort: Sort, locale: Locale): Group[] {
  const compare = inOrderOf(locale);
  const byName = services.toSorted((a, b) => compare(a.name, b.name));
  if (sort === "name") return [{ category: null, services: byName }];
  const ranked = <Ranked>(ranks: readonly Ranked[], rankOf: (each: Ranked) => string | null) =>
    ranks.toSorted((a, b) => {
      const [one, other] = [rankOf(a), rankOf(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return compare(one, other);
    });
  if (sort === "category") {
    const groups = [...Map.groupBy(byName, ({ service }) => service.category ?? null)];
    return ranked(groups, ([category]) => category).map(([category, listed]) => ({ category, services: listed }));
  }
  const countryOf = new Map(
    byName.map((listed) => [listed, listed.service.locations.map(({ country }) => formatCountry(country, locale))[0]]),
  );
  return [{ category: null, services: ranked(byName, (listed) => countryOf.get(listed) ?? null) }];
}
