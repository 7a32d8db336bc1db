import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changeSets, changes, vendors } from "../src/db/schema.ts";
import { comingAfter, dated, listOn } from "../src/model/change/history.ts";
import { addDays } from "../src/model/values/dates.ts";
import { loadHistory, outlineOf } from "../src/registry/log/history.ts";
import { registry } from "./setup/registry.ts";

const TODAY = "2026-11-21";
const at = new Date("2026-11-21T09:00:00Z");
const day = (offset: number) => addDays(TODAY, offset);
const document = (name: string) => ({ name, services: [] }) as never;

/** Days from today. */
const offset = fc.integer({ min: -6, max: 6 });
const set = fc.record({
  state: fc.constantFrom("announced", "announced", "announced", "withdrawn", "draft"),
  effectiveOn: offset,
  /** Which vendors it changes, whether it removes them, and what each change's own day follows from. */
  changes: fc.uniqueArray(
    fc.record({
      vendor: fc.nat(2),
      removes: fc.boolean(),
      planned: fc.option(offset),
      postponed: fc.option(offset, { freq: 2 }),
      released: fc.option(offset),
      awaits: fc.boolean(),
    }),
    { minLength: 1, selector: ({ vendor }) => vendor },
  ),
});

test("what matters from a day on makes the same list on it, and on every later one, as the whole history does", async () => {
  const r = await registry();
  await fc.assert(
    fc.asyncProperty(fc.array(set, { minLength: 1, maxLength: 9 }), async (sets) => {
      await r.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(sql`delete from changes`);
        await tx.execute(sql`delete from change_sets`);
        await tx.execute(sql`delete from vendors`);
        const rows = await tx
          .insert(vendors)
          .values([{ slug: "a" }, { slug: "b" }, { slug: "c" }])
          .returning();
        for (const [index, { state, effectiveOn, changes: made }] of sets.entries()) {
          const number = index + 1;
          await tx.insert(changeSets).values({
            number,
            state: state as "announced",
            effectiveOn: day(effectiveOn),
            createdAt: at,
            updatedAt: at,
            announcedAt: state === "draft" ? null : at,
            publishedAs: state === "draft" ? null : number,
          });
          await tx.insert(changes).values(
            made.map(({ vendor, removes, awaits, planned, postponed, released }) => ({
              changeSet: number,
              vendorId: rows[vendor]?.id ?? "",
              kind: "updated" as const,
              after: removes ? null : document(`${number}`),
              weight: "material" as const,
              weightGrounds: [],
              awaitsApproval: awaits,
              plannedOn: planned === null ? null : day(planned),
              postponedTo: postponed === null ? null : day(postponed),
              releasedOn: released === null ? null : day(released),
            })),
          );
        }
      });
      const whole = await loadHistory(r.db);
      for (let from = -7; from <= 7; from += 1) {
        const part = await loadHistory(r.db, { from: day(from) });
        for (let on = from; on <= 7; on += 2) {
          expect(listOn(part, day(on))).toEqual(listOn(whole, day(on)));
          expect(comingAfter(part, day(on))).toEqual(comingAfter(whole, day(on)));
        }
      }
      const outline = await outlineOf(r.db, [1]);
      const days = new Map(
        dated(whole).map(({ changeSet, vendorId, effectiveOn }) => [`${changeSet} ${vendorId}`, effectiveOn]),
      );
      for (const { changeSet, vendorId, effectiveOn } of outline)
        expect(effectiveOn).toBe(days.get(`${changeSet} ${vendorId}`));
    }),
    { numRuns: 40 },
  );
});

test("however often a vendor was edited, what is superseded is not read to edit it again", async () => {
  const r = await registry();
  const vendor = {
    name: "Vendor",
    services: [{ purpose: "Chat", locations: [{ country: "IE" }], dataCategories: ["Names"] }],
  };
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: vendor });
  r.setTime("2027-01-20T09:00:00Z");
  for (let edit = 1; edit <= 4; edit += 1)
    await r.json("PATCH", "/v1/vendors/vendor?announce=true", 200, {
      body: { website: `https://vendor.example/${edit}` },
    });

  const read = await loadHistory(r.db, { from: "2027-01-20" });

  expect(await loadHistory(r.db)).toHaveLength(5);
  expect(read.map(({ changeSet }) => changeSet)).toEqual([5]);
});
