import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { json } from "../../db/json.ts";
import { mails } from "../../db/schema.ts";
import { MailEvidence, type MailKey } from "../../model/notice.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Locale } from "../../model/text.ts";

/** The mails of notices without their words, by notice. */
export async function mailHeads(db: Db, ids: string[]) {
  const { noticeId, locale, variant } = mails;
  const written = await db
    .select({ noticeId, mail: columnsOf(mails, MailEvidence) })
    .from(mails)
    .where(inArray(noticeId, ids))
    .orderBy(asc(locale), sql`${variant} collate "C"`);
  return new Map(
    [...Map.groupBy(written, (row) => row.noticeId)].map(([notice, rows]) => [notice, rows.map(({ mail }) => mail)]),
  );
}

const MAILS_AT_ONCE = 50;

/** The words of mails, in the order in which they are asked for, a few of memory at a time. */
export async function* wordsOf<Key extends MailKey>(
  db: Db,
  keys: AsyncIterable<Key>,
): AsyncGenerator<Key & { subject: string; text: string; html: string }> {
  let some: Key[] = [];
  for await (const key of keys) {
    some.push(key);
    if (some.length < MAILS_AT_ONCE) continue;
    yield* await wordsOfSome(db, some);
    some = [];
  }
  yield* await wordsOfSome(db, some);
}

async function wordsOfSome<Key extends MailKey>(db: Db, keys: Key[]) {
  const wanted = json(keys.map(({ noticeId, locale, variant }) => ({ noticeId, locale, variant })));
  const { noticeId, locale, variant, subject, text, html } = mails;
  const rows = await db
    .select({ position: sql<number>`wanted.position::integer`, subject, text, html })
    .from(mails)
    .innerJoin(
      sql`jsonb_array_elements(${wanted}) with ordinality as wanted(key, position)`,
      sql`${noticeId} = (wanted.key ->> 'noticeId')::uuid and ${locale} = wanted.key ->> 'locale'
        and ${variant} = wanted.key ->> 'variant'`,
    )
    .orderBy(sql`wanted.position`);
  return rows.flatMap(({ position, ...words }) => {
    const key = keys[position - 1];
    return key ? [{ ...key, ...words }] : [];
  });
}

/** A notice's mail in one language as it was frozen; `variant` says for whom, '' for followers. Refuses: not-found. */
export async function getFrozenMail({ db }: { db: Db }, noticeId: string, locale: Locale, variant = "") {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.noticeId, noticeId), eq(mails.locale, locale), eq(mails.variant, variant)));
  if (!mail) throw new Refusal("not-found", "No such mail has been written (yet).");
  return mail;
}
