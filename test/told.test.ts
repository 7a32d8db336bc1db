import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../src/db/client.ts";
import { texts } from "../src/db/json.ts";
import { deliveries, suppressions } from "../src/db/schema.ts";
import type { DeliveryState } from "../src/model/people/delivery.ts";
import {
  canBeTold,
  countsAsTold,
  follows,
  goesOut,
  hasConfirmed,
  isErased,
  isMissed,
  isSuppressed,
  tells,
  wantsMail,
} from "../src/registry/owed/told.ts";
import { freshDatabase } from "./setup/database.ts";

async function database() {
  const { url, giveBack } = await freshDatabase();
  const { db, close } = connect(url, { max: 1 });
  onTestFinished(async () => {
    await close();
    await giveBack();
  });
  return db;
}

/** What is true of each row, by its name. */
const wordsOf = (rows: Iterable<{ of: string } & Record<string, unknown>>) =>
  Object.fromEntries(
    [...rows].map(({ of, ...words }) => [of, Object.keys(words).filter((word) => words[word] === true)]),
  );

test("what each state of a delivery says: who was told, who hears what follows, whose mail can be sent again", async () => {
  const expected = {
    pending: ["told", "hears what follows"],
    uncertain: ["told", "hears what follows"],
    accepted: ["told", "hears what follows"],
    delivered: ["told", "hears what follows"],
    complained: ["told", "hears what follows"],
    bounced: ["hears what follows", "can be sent again"],
    failed: ["can be sent again"],
    suppressed: [],
    skipped: [],
  } satisfies Record<DeliveryState, string[]>;
  const db = await database();
  const rows = await db.execute<{ of: string }>(sql`
    select state as of, ${tells(deliveries.state)} as told, ${goesOut(deliveries.state)} as "hears what follows",
      ${isMissed} as "can be sent again"
    from (select state, gen_random_uuid() as id, null::uuid as notice_id, gen_random_uuid() as subscriber_id,
        null::text as address, 'works' as email_hash, null::jsonb as customers
      from ${texts(Object.keys(expected))} states (state)) as deliveries`);
  expect(wordsOf(rows)).toEqual(expected);
});

test("a mail that did not come can be sent again where its address takes mail: a reader's, or the organisation's present one", async () => {
  const db = await database();
  await db.insert(suppressions).values({ emailHash: "bounced", reason: "bounced", since: new Date() });
  await db.execute(sql`update organisation set document = '{"privacyEmail": "privacy@acme.example"}'`);
  const rows = await db.execute<{ of: string }>(sql`
    select deliveries.name as of, ${isMissed} as "can be sent again"
    from (values
      ('a reader', 'works', gen_random_uuid(), null),
      ('a reader whose address is suppressed', 'bounced', gen_random_uuid(), null),
      ('somebody erased', 'works', null, null),
      ('the organisation', 'bounced', null, 'privacy@acme.example'),
      ('the organisation, at a former address', 'works', null, 'old@acme.example')
    ) as whose (name, email_hash, subscriber_id, address)
    cross join lateral (select whose.*, 'bounced' as state, gen_random_uuid() as id, null::uuid as notice_id,
      null::jsonb as customers) as deliveries`);
  expect(wordsOf(rows)).toEqual({
    "a reader": ["can be sent again"],
    "a reader whose address is suppressed": [],
    "somebody erased": [],
    "the organisation": ["can be sent again"],
    "the organisation, at a former address": [],
  });
});

test("who wants mail, who can be told, and whom a mail that came has told: by their status and address", async () => {
  const db = await database();
  await db.insert(suppressions).values({ emailHash: "bounced", reason: "bounced", since: new Date() });
  const rows = await db.execute<{ of: string }>(sql`
    select subscribers.name as of, ${wantsMail} as "wants mail", ${isSuppressed()} as suppressed, ${canBeTold} as "can be told",
      ${hasConfirmed} as confirmed, ${follows} as follows, ${countsAsTold} as told
    from (values
      ('pending follower', 'pending', null, 'works'),
      ('follower', 'active', now(), 'works'),
      ('follower who bounced', 'active', now(), 'bounced'),
      ('follower who left', 'unsubscribed', now(), 'works'),
      ('contact', 'active', null, 'works'),
      ('contact who bounced', 'active', null, 'bounced'),
      ('contact who left', 'unsubscribed', null, 'works'),
      ('contact who bounced and left', 'unsubscribed', null, 'bounced')
    ) as subscribers (name, status, confirmed_at, email_hash)
    cross join (values ('delivered')) as deliveries (state)`);
  expect(wordsOf(rows)).toEqual({
    "pending follower": [],
    follower: ["wants mail", "can be told", "confirmed", "follows", "told"],
    "follower who bounced": ["wants mail", "suppressed", "confirmed", "follows"],
    "follower who left": ["confirmed"],
    contact: ["wants mail", "can be told", "told"],
    "contact who bounced": ["wants mail", "suppressed"],
    "contact who left": [],
    "contact who bounced and left": ["suppressed"],
  });
});

test("a delivery of nobody is of whoever was erased, but for mails to the organisation itself", async () => {
  const db = await database();
  const rows = await db.execute<{ erased: boolean }>(sql`
    select ${isErased} as erased
    from (values (gen_random_uuid(), null), (null, 'privacy@better-isms.example'), (null, null)) as deliveries (subscriber_id, address)`);
  expect(rows.map(({ erased }) => erased)).toEqual([false, false, true]);
});
