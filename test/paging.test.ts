import { randomUUID } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { asc, desc, eq, gt } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "../src/db/client.ts";
import { isBeyond, KEY, type Page, type PageOf, paged, pagesInMemory, pagesOfTable } from "../src/db/paging.ts";
import { suppressions } from "../src/db/schema.ts";
import { freshDatabase } from "./setup/database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let connection: ReturnType<typeof connect>;

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.url);
});

afterAll(async () => {
  await connection.close();
  await database.giveBack();
});

beforeEach(() => connection.db.delete(suppressions));

/** Suppressions since one instant after another, of which each may have several. */
async function since(...instants: string[]) {
  const rows = instants.map((at) => ({
    emailHash: randomUUID(),
    reason: "bounced" as const,
    since: new Date(at),
  }));
  await connection.db.insert(suppressions).values(rows);
}

const MORNING = "2026-11-21T09:00:00.123Z";
const NOON = "2026-11-21T12:00:00.000Z";

test("a whole table is read a page at a time, each row once, though rows come and go", async () => {
  const { db } = connection;
  await since(...Array<string>(25).fill(NOON));
  const { id } = suppressions;
  const all = await db.select().from(suppressions).orderBy(asc(id));
  const sizes: number[] = [];
  const page = async (after: Parameters<Parameters<typeof paged>[0]>[0]) => {
    const rows = await db.select().from(suppressions).where(after).orderBy(asc(id)).limit(10);
    sizes.push(rows.length);
    return rows;
  };

  const read: string[] = [];
  for await (const row of paged(page, (last) => gt(id, last.id))) {
    read.push(row.id);
    await db.delete(suppressions).where(eq(id, row.id));
  }

  expect(read).toEqual(all.map((row) => row.id));
  expect(sizes).toEqual([10, 10, 5, 0]);
});

test("nothing is read of an empty table", async () => {
  const rows = paged(
    (after) => connection.db.select().from(suppressions).where(after),
    () => {
      throw new Error("there is no last row");
    },
  );
  for await (const row of rows) expect(row).toBeUndefined();
});

test.each([
  ["oldest first", asc],
  ["newest first", desc],
])(
  "a list %s goes on from any of its places, within an instant too, even when its row is gone",
  async (_, direction) => {
    const { db } = connection;
    await since(NOON, MORNING, NOON, MORNING, NOON);
    const list = pagesOfTable({ since: KEY.instant, id: KEY.id }, suppressions, direction);
    const page = (query: PageOf<typeof list>) =>
      list.page(query, (after, limit) =>
        db
          .select()
          .from(suppressions)
          .where(after)
          .orderBy(...list.order)
          .limit(limit),
      );
    const all = await page({ limit: 5 });
    const instants = direction === asc ? [MORNING, MORNING, NOON, NOON, NOON] : [NOON, NOON, NOON, MORNING, MORNING];
    expect(all.data.map((row) => row.since.toISOString())).toEqual(instants);
    expect(all.next).toBeNull();

    let next: string | null = null;
    for (const [index, row] of all.data.entries()) {
      const one: Page<typeof row> = await page({ limit: 1, cursor: list.cursor.parse(next ?? undefined) });
      expect(one.data).toEqual([row]);
      await db.delete(suppressions).where(eq(suppressions.id, row.id));
      next = one.next;
      const rest = await page({ limit: 5, cursor: list.cursor.parse(next ?? undefined) });
      expect(rest).toEqual({ data: all.data.slice(index + 1), next: null });
    }
    expect(next).toBeNull();
  },
);

test("a list in memory is put in order, by numbers as numbers, and goes on where an item is gone", () => {
  const list = pagesInMemory({ vendor: z.string(), index: KEY.number });
  const at = (vendor: string, index: number) => ({ vendor, index, seen: true });
  const items = [at("b", 1), at("a", 10), at("a", 9), at("a", 1)];
  const first = list.page({ limit: 2 }, items);
  expect(first.data).toEqual([at("a", 1), at("a", 9)]);
  const cursor = list.cursor.parse(first.next);
  expect(cursor).toEqual({ vendor: "a", index: 9 });
  const left = items.filter(({ index }) => index !== 9);
  expect(list.page({ limit: 2, cursor }, left)).toEqual({ data: [at("a", 10), at("b", 1)], next: null });
});

const cursorOf = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
const ID = "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11";

test.each<[string, string]>([
  ["nothing", ""],
  ["no JSON", Buffer.from("none").toString("base64url")],
  ["null", cursorOf(null)],
  ["a place of another list", cursorOf({ number: 1 })],
  ["a place and more", cursorOf({ at: NOON, id: ID, number: 1, name: "a" })],
  ["a day there is not", cursorOf({ at: "2026-02-30T00:00:00.000Z", id: ID, number: 1 })],
  ["a year there is not", cursorOf({ at: "0000-01-01T00:00:00.000Z", id: ID, number: 1 })],
  ["a time to the second", cursorOf({ at: "2026-02-28T00:00:00Z", id: ID, number: 1 })],
  ["infinity", cursorOf({ at: "infinity", id: ID, number: 1 })],
  ["an id that is none", cursorOf({ at: NOON, id: "7", number: 1 })],
  ["a number in a text", cursorOf({ at: NOON, id: ID, number: "1" })],
  ["a negative number", cursorOf({ at: NOON, id: ID, number: -1 })],
  ["a number beyond a column's", cursorOf({ at: NOON, id: ID, number: 2 ** 31 })],
  ["more than 1,200 characters", cursorOf({ at: NOON, id: ID, number: 1 }) + "A".repeat(1200)],
])("%s is not a cursor", (_, cursor) => {
  const list = pagesInMemory({ at: KEY.instant, id: KEY.id, number: KEY.number });
  expect(list.cursor.safeParse(cursorOf({ at: NOON, id: ID, number: 1 })).success).toBe(true);
  expect(list.cursor.safeParse(cursor).success).toBe(false);
});

test("what is beyond a row is told by as many columns as it takes", async () => {
  const { db } = connection;
  await since(NOON, NOON, MORNING);
  const { reason, id } = suppressions;
  const [first, second, third] = await db
    .select()
    .from(suppressions)
    .orderBy(asc(reason), asc(suppressions.since), asc(id));
  const columns = [reason, suppressions.since, id];
  const values = [second?.reason ?? "", second?.since.toISOString() ?? "", second?.id ?? ""];
  expect(await db.select().from(suppressions).where(isBeyond(columns, values))).toEqual([third]);
  expect(
    await db
      .select()
      .from(suppressions)
      .where(isBeyond(columns, values, "<")),
  ).toEqual([first]);
});
