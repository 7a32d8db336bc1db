import type { Register } from "../../src/model/change/register.ts";
import { manyVendors } from "../../test/page/many.ts";
import { publish } from "../../test/page/published.ts";

/** A register in memory of so many vendors under three regimes, and of so many later changes of theirs, each announced by itself. */
export function registerOf(vendors: number, changes: number): Register {
  const listed = manyVendors(vendors);
  const made = publish({ name: "Acme", regimes: ["eu", "uk", "ch"] }).baseline(listed, "2026-01-01");
  const first = Date.UTC(2026, 0, 2);
  for (let index = 0; index < changes; index += 1) {
    const vendor = listed[index % vendors];
    const on = new Date(first + Math.floor((index / changes) * 300) * 86_400_000).toISOString().slice(0, 10);
    if (vendor) made.put({ ...vendor, website: `https://vendor-${index}.example` }, on);
  }
  return made.register();
}
