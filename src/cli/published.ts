import type { VendorDocument } from "../model/vendor/vendor-document.ts";
import type { Client } from "./client.ts";

/** What is read of `/subprocessors.json`; its own schema says all of it. */
type Published = {
  version: number | null;
  organisation: { name: string };
  vendors: (VendorDocument & { slug: string })[];
  upcoming: { slug: string; after?: VendorDocument }[];
};

/**
 * The list as it was last announced, with what is to come: what a further change builds on. Public, so that it needs no key.
 * Upcoming changes are in the order in which they come into force, and of a vendor none comes before the one it builds on.
 */
export async function announcedList(registry: Client): Promise<(VendorDocument & { slug: string })[]> {
  const { vendors, upcoming } = await registry.get<Published>("/subprocessors.json", { key: false });
  const bySlug = new Map(vendors.map((vendor) => [vendor.slug, vendor]));
  for (const { slug, after } of upcoming)
    if (after) bySlug.set(slug, { slug, ...after });
    else bySlug.delete(slug);
  return [...bySlug.values()];
}
