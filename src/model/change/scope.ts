import type { Organisation } from "../organisation-document.ts";
import { canonicalJson } from "../values/hash.ts";
import { type FieldError, Refusal } from "../values/refusal.ts";
import { narrowedTo } from "../vendor/places-for.ts";
import type { Service, VendorDocument } from "../vendor/vendor-document.ts";
import { weigh } from "../vendor/weight.ts";
import type { RecordedChange } from "./change-set.ts";

/** What a service is for, or a customer uses, by the organisation's keys. None named are all. */
export type Scope = { products: string[]; hostingRegions: string[] };
/** What a place, or a request, names of it. */
type Named = { [Field in keyof Scope]?: Scope[Field] | undefined };
const KEYS = ["products", "hostingRegions"] as const satisfies (keyof Scope)[];

/** Every list of keys that a vendor names, of its services and of their places. */
export const scopesNamed = ({ services }: VendorDocument): Named[] =>
  services.flatMap((service) => [service, ...service.locations]);

/** The products and hosting regions the organisation does not have, where they are named. */
export function unknownKeys(named: Named, organisation: Organisation, at = ""): FieldError[] {
  const unknown = (field: keyof Scope, what: string) =>
    (named[field] ?? []).flatMap((key, index) => {
      if (organisation[field].some((each) => each.key === key)) return [];
      return [{ pointer: `${at}/${field}/${index}`, detail: `is not a ${what} of the organisation` }];
    });
  return [...unknown("products", "product"), ...unknown("hostingRegions", "hosting region")];
}

function refuse(errors: FieldError[], detail: string): void {
  if (errors.length > 0) throw new Refusal("invalid-request", detail, { errors });
}

/** Refuses (invalid-request) a vendor that names a product or hosting region the organisation does not have. */
export function refuseUnknownOfVendor({ services }: VendorDocument, organisation: Organisation): void {
  const errors = services.flatMap((service, index) => {
    const at = `/services/${index}`;
    const places = service.locations.flatMap((place, number) => {
      const pointer = `${at}/locations/${number}`;
      return [...unknownKeys(place, organisation, pointer), ...keysBeyond(service, place, pointer)];
    });
    return [...unknownKeys(service, organisation, at), ...places];
  });
  refuse(errors, "The vendor names what the organisation does not have.");
}

/** What a place names that its service is not for: nobody's data would be there. */
function keysBeyond(service: Scope, place: Named, at: string): FieldError[] {
  return KEYS.flatMap((field) =>
    (place[field] ?? []).flatMap((key, index) =>
      service[field].length === 0 || service[field].includes(key)
        ? []
        : [{ pointer: `${at}/${field}/${index}`, detail: "is not among those of the service" }],
    ),
  );
}

/** Refuses (invalid-request) a customer that names a product or hosting region the organisation does not have. */
export const refuseUnknownOfCustomer = (customer: Scope, organisation: Organisation): void =>
  refuse(unknownKeys(customer, organisation), "The customer names what the organisation does not have.");

/** Refuses (invalid-request) a choice of products the organisation does not have. */
export const refuseUnknownProducts = (products: string[], organisation: Organisation): void =>
  refuse(unknownKeys({ products }, organisation), "There is no such product.");

/** What a change was, and will be. */
export type Documents = Pick<RecordedChange, "before" | "after">;

/** The different scopes of the services that change, as they were and as they will be. */
export function scopesOf(changes: readonly Documents[]): Scope[] {
  return differentScopes(changes.flatMap(changedServices).map(scopeOf));
}

export const scopeOf = ({ products, hostingRegions }: Scope): Scope => ({ products, hostingRegions });

/** Each of these scopes once. */
export const differentScopes = (scopes: readonly Scope[]): Scope[] => [
  ...new Map(scopes.map((scope) => [canonicalJson(scope), scope])).values(),
];

/**
 * Whether what is said of the vendor itself differs so that it concerns all who use it. Words, links and contacts beside
 * what some are told of concern nobody; where nothing else differs, an operator may still have people told of them.
 */
export function vendorDiffers({ before, after }: Documents): boolean {
  if (!before || !after) return before !== after;
  const [formerly, henceforth] = [before, after].map((document) => ({ ...document, services: [] }));
  if (!formerly || !henceforth || canonicalJson(formerly) === canonicalJson(henceforth)) return false;
  return weigh(formerly, henceforth).weight !== "editorial" || weigh(before, after).weight === "editorial";
}

/**
 * The services that differ between the two documents, each for whom it does; all, where what is said of the vendor itself
 * differs.
 */
function changedServices({ before, after }: Documents): Service[] {
  const [old, now] = [before?.services ?? [], after?.services ?? []];
  if (vendorDiffers({ before, after })) return [...old, ...now];
  const isWording = wordingOf({ before, after });
  const without = (services: Service[], others: Service[]) => {
    const known = new Set(others.map((each) => canonicalJson(each)));
    return services
      .filter((each) => !known.has(canonicalJson(each)))
      .flatMap((each) => {
        const other = others.find(({ key }) => key === each.key);
        return isWording(each, other) ? [] : narrowedTo(each, other);
      });
  };
  return [...without(old, now), ...without(now, old)];
}

/** Whether a service differs in words alone, beside something else that people are told of. */
function wordingOf({ before, after }: Documents): (one: Service, other: Service | undefined) => boolean {
  if (!before || !after || weigh(before, after).weight === "editorial") return () => false;
  const alone = (service: Service) => ({ ...after, services: [service] });
  return (one, other) => other !== undefined && weigh(alone(one), alone(other)).weight === "editorial";
}

/** The products of the services that change, as they were and as they will be; null for all. */
export function productsOf(changes: readonly Documents[]): string[] | null {
  const services = changes.flatMap(changedServices);
  if (services.some(({ products }) => products.length === 0)) return null;
  return [...new Set(services.flatMap(({ products }) => products))];
}

/** Of chosen products those that there are. Where none is left it is all, as if none had been chosen. */
export const productsLeft = (chosen: readonly string[], { products }: Organisation): string[] =>
  chosen.filter((key) => products.some((product) => product.key === key));
