import { expect, test } from "vitest";
import { renderChange, renderChangeInTurns } from "../../src/page/changes/change.tsx";
import { renderChanges, renderChangesInTurns } from "../../src/page/changes/changes.tsx";
import { annexOf } from "../../src/page/formats/annex.ts";
import { annexAsDocx, annexAsDocxInTurns } from "../../src/page/formats/docx.ts";
import { listViewOf } from "../../src/page/formats/list-for.ts";
import { renderRegistry, renderRegistryInTurns } from "../../src/page/register/registry.tsx";
import { publish } from "./published.ts";

const VENDORS = 120;
const vendorOf = (index: number) => ({
  name: `Vendor ${index}`,
  services: [{ category: `Category ${index % 3}`, locations: [{ country: "FR" }] }],
});
const vendors = Array.from({ length: VENDORS }, (_, index) => vendorOf(index));
const published = publish().baseline(vendors, "2026-03-01");
for (let index = 0; index < VENDORS; index += 1)
  published.put({ ...vendorOf(index), website: "https://vendor.example" }, "2026-04-01");
const view = {
  register: published.register(),
  today: "2026-11-21",
  locale: "en" as const,
  publicUrl: "https://list.example",
  at: null,
  filters: {},
};

/** A turn, and how often it was taken: each time one piece of work waits for it, and no other. */
function counted() {
  const taken = { turns: 0, atOnce: 0, most: 0 };
  const turn = async () => {
    taken.turns += 1;
    taken.atOnce += 1;
    taken.most = Math.max(taken.most, taken.atOnce);
    await new Promise(setImmediate);
    taken.atOnce -= 1;
  };
  return { taken, turn };
}

const annex = annexOf(listViewOf(view, { on: view.today }));

test.each([
  { name: "the list", made: renderRegistry(view), turns: 7, inTurns: renderRegistryInTurns.bind(null, view) },
  { name: "the changes", made: renderChanges(view), turns: 5, inTurns: renderChangesInTurns.bind(null, view) },
  {
    name: "a change of many vendors",
    made: renderChange({ ...view, number: 0 }),
    turns: 5,
    inTurns: renderChangeInTurns.bind(null, { ...view, number: 0 }),
  },
  { name: "Word", made: annexAsDocx(annex, "en"), turns: 2, inTurns: annexAsDocxInTurns.bind(null, annex, "en") },
])("$name is made in pieces, between which others have their turn, and is the same", async (each) => {
  const { taken, turn } = counted();
  expect(await each.inTurns(turn)).toEqual(each.made);
  expect(taken).toEqual({ turns: each.turns, atOnce: 0, most: 1 });
});
