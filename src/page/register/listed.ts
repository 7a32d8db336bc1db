import type { Entry } from "../../model/change/history.ts";
import type { Locale } from "../../model/values/text.ts";
import { valuesIn } from "../../model/vendor/field-lookup.ts";
import { SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "../../model/vendor/fields.ts";
import { placedFor } from "../../model/vendor/places-for.ts";
import type { Service } from "../../model/vendor/vendor-document.ts";
import { inOrderOf } from "../../words/index.ts";
import { describeValue } from "../describe/value.ts";

/** A service as the page lists it: under its category, with the vendor that provides it. */
export type ListedService = { id: string; entry: Entry; service: Service; name: string };
export type Group = { category: string | null; services: ListedService[] };
export type Filters = { product?: string | undefined; region?: string | undefined; q?: string | undefined };

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

/** By category, and by name in each, as a reader of `locale` sorts them; what has no category comes last. */
export function groupByCategory(services: readonly ListedService[], locale: Locale): Group[] {
  const compare = inOrderOf(locale);
  const groups = Map.groupBy(services, ({ service }) => service.category ?? null);
  return [...groups]
    .map(([category, listed]) => ({ category, services: listed.toSorted((a, b) => compare(a.name, b.name)) }))
    .sort((a, b) => {
      if (a.category === null || b.category === null) return a.category === null ? 1 : -1;
      return compare(a.category, b.category);
    });
}

/**
 * What a reader asked to see, with the places where the data of that product and region is. Nothing stated about products
 * or regions means all of them; every word must be found.
 */
export function matching(
  services: readonly ListedService[],
  { product, region, q }: Filters,
  locale: Locale,
): ListedService[] {
  const words = fold(q ?? "").split(/\s+/);
  const used = { products: product ? [product] : [], hostingRegions: region ? [region] : [] };
  return services
    .filter(({ service: { products, hostingRegions } }) => {
      if (product && products.length > 0 && !products.includes(product)) return false;
      return !region || hostingRegions.length === 0 || hostingRegions.includes(region);
    })
    .map((listed) => ({ ...listed, service: placedFor(listed.service, used) }))
    .filter((listed) => {
      const text = fold(textOf(listed, locale));
      return words.every((word) => text.includes(word));
    });
}

function textOf({ entry: { document }, service, name }: ListedService, locale: Locale): string {
  const stated = [
    ...valuesIn<VendorFacts>(VENDOR_FIELDS, document, ({ searched }) => searched),
    ...valuesIn(SERVICE_FIELDS, service, ({ searched }) => searched),
  ];
  return [name, ...stated.flatMap(([field, value]) => describeValue(field, value, locale))].join("\n");
}

/** Without accents and case: "Societe" finds "Société". */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
