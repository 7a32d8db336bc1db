import { randomUUID } from "node:crypto";
import { asc, desc, eq, gt } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "../src/db/client.ts";
import { byTime, isBeyond, PLACE, paged, placeOf } from "../src/db/paging.ts";
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
    const list = byTime(direction, suppressions.since, suppressions.id);
    const all = await db
      .select()
      .from(suppressions)
      .orderBy(...list.order);
    const instants = direction === asc ? [MORNING, MORNING, NOON, NOON, NOON] : [NOON, NOON, NOON, MORNING, MORNING];
    expect(all.map((row) => row.since.toISOString())).toEqual(instants);

    expect(list.after(null)).toBeUndefined();
    for (const [index, row] of all.entries()) {
      const place = placeOf(row.since, row.id);
      expect(place).toMatch(PLACE);
      await db.delete(suppressions).where(eq(suppressions.id, row.id));
      const rest = await db
        .select()
        .from(suppressions)
        .where(list.after(place))
        .orderBy(...list.order);
      expect(rest).toEqual(all.slice(index + 1));
    }
  },
);

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
