import { z } from "zod";
import type { VendorDocument } from "../model/vendor/vendor-document.ts";
import type { Client } from "./client.ts";

const isVendor = (value: unknown): value is object =>
  typeof value === "object" && value !== null && "services" in value && Array.isArray(value.services);

/** What is read of `/subprocessors.json`; its own schema says all of it. */
const Published = z.object({
  vendors: z.array(z.custom<VendorDocument & { slug: string }>((each) => isVendor(each) && "slug" in each)),
  upcoming: z.array(z.object({ slug: z.string(), after: z.custom<VendorDocument>(isVendor).optional() })),
});

/**
 * The list as it was last announced, with what is to come: what a further change builds on. Public, so that it needs no key.
 * Upcoming changes are in the order in which they come into force, and of a vendor none comes before the one it builds on.
 */
export async function announcedList(registry: Client): Promise<(VendorDocument & { slug: string })[]> {
  const { vendors, upcoming } = await registry.get("/subprocessors.json", Published, { key: false });
  const bySlug = new Map(vendors.map((vendor) => [vendor.slug, vendor]));
  for (const { slug, after } of upcoming)
    if (after) bySlug.set(slug, { slug, ...after });
    else bySlug.delete(slug);
  return [...bySlug.values()];
}
