import type { Organisation } from "./organisation-document.ts";
import { type FieldError, Refusal } from "./refusal.ts";
import type { VendorDocument } from "./vendor-document.ts";

/** Products and hosting regions, which vendors, customers and followers name by the organisation's keys. */

/** Refuses a vendor that names a product or hosting region the organisation does not have. */
export function refuseUnknownKeys(document: VendorDocument, { products, hostingRegions }: Organisation): void {
  const errors = document.services.flatMap((service, index) =>
    unknownTerms(service, { products, hostingRegions }, `/services/${index}`),
  );
  if (errors.length > 0)
    throw new Refusal("invalid-request", "The vendor names what the organisation does not have.", { errors });
}

type Scope = { products: string[]; hostingRegions: string[] };

/** Refuses a customer that names a product or hosting region the organisation does not have. */
export function refuseUnknownTerms(customer: Scope, organisation: Organisation): void {
  const errors = unknownTerms(customer, organisation);
  if (errors.length > 0)
    throw new Refusal("invalid-request", "The customer names what the organisation does not have.", { errors });
}

/** The products and hosting regions the organisation does not have, where they are named. */
export function unknownTerms(
  named: Scope,
  { products, hostingRegions }: Pick<Organisation, "products" | "hostingRegions">,
  at = "",
): FieldError[] {
  return [
    ...missing(named.products, products).map((index) => unknownKey(`${at}/products/${index}`, "product")),
    ...missing(named.hostingRegions, hostingRegions).map((index) =>
      unknownKey(`${at}/hostingRegions/${index}`, "hosting region"),
    ),
  ];
}

/** Refuses a choice of products the organisation does not have. */
export function refuseUnknownProducts(chosen: string[], { products }: Organisation): void {
  const errors = missing(chosen, products).map((at) => unknownKey(`/products/${at}`, "product"));
  if (errors.length > 0) throw new Refusal("invalid-request", "There is no such product.", { errors });
}

function missing(keys: string[], known: { key: string }[]): number[] {
  return keys.flatMap((key, index) => (known.some((each) => each.key === key) ? [] : [index]));
}

function unknownKey(pointer: string, what: string) {
  return { pointer, detail: `is not a ${what} of the organisation` };
}
