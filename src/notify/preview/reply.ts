import { and, asc, eq, sql } from "drizzle-orm";
import { deliveries, notices, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { Locale } from "../../model/values/text.ts";
import { testToken } from "../../model/values/token.ts";
import { type Decision, resolve } from "../../registry/answers/responses.ts";
import type { Actor } from "../../registry/log/audit.ts";
import { type Locked, writeRegistry } from "../../registry/log/frame.ts";
import { loadWords, namedIn } from "../../words/index.ts";
import { addresseeOf } from "../mail/letters/headline.ts";
import { addressed, type Mail } from "../mail/mail.ts";
import { MAILS } from "../prepare/mails-by-kind.ts";
import { contactName } from "../prepare/members.ts";

/** The mail that a decision would send, in one language, and who would get it. */
export type Reply = Mail & { locale: Locale; to: string[] };

/** Undoes what was done to see what follows from it. */
class Undone extends Error {
  constructor(readonly replies: Reply[]) {
    super("What was tried is undone");
  }
}

/**
 * The mails that a decision on an answer would send now: none where nobody can be told. It is tried, with all that follows
 * from it, and undone: no other way says the day on which what was held takes effect. Refuses as deciding does.
 */
export async function previewReply(deps: Deps, actor: Actor, id: string, decision: Decision): Promise<Reply[]> {
  try {
    return await writeRegistry(deps, actor, async (w): Promise<never> => {
      await resolve(w, id, decision);
      throw new Undone(await repliesOf(w, id));
    });
  } catch (error) {
    if (error instanceof Undone) return error.replies;
    throw error;
  }
}

async function repliesOf(w: Locked, id: string): Promise<Reply[]> {
  const rows = await w.db
    .select({ notice: notices, email: subscribers.email, locale: subscribers.locale, name: contactName })
    .from(notices)
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(
      and(
        eq(notices.kind, "resolution"),
        eq(notices.createdAt, w.now),
        eq(deliveries.state, "pending"),
        sql`${notices.about} ->> 'response' = ${id}`,
      ),
    )
    .orderBy(asc(subscribers.emailKey));
  return Promise.all(
    [...Map.groupBy(rows, (row) => row.locale)].flatMap(([locale, readers]) =>
      readers.slice(0, 1).map(async ({ notice, name }): Promise<Reply> => {
        await loadWords(locale);
        const { organisation } = w;
        const about = { organisation: namedIn(organisation, locale), locale, publicUrl: w.config.publicUrl };
        const writing = { deps: w, organisation, notice, letters: new Map(), about, terms: [] };
        const token = testToken({ locale, reader: "contact" });
        const mail = addressed(await MAILS.resolution(writing), token, token, { addressee: addresseeOf(name, locale) });
        return { ...mail, locale, to: readers.map(({ email }) => email) };
      }),
    ),
  );
}
