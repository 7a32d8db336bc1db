import type { Context } from "hono";
import type { z } from "zod";
import { evidenceFile } from "../../console/announced/evidence-file.tsx";
import type { Page } from "../../db/paging.ts";
import { inOneTransaction } from "../../db/reading.ts";
import type { Deps } from "../../deps.ts";
import type { AuditEntry } from "../../evidence/records.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { listResponses, responsePages, responsesWith } from "../../registry/answers/responses.ts";
import { getChangeSet } from "../../registry/changes/change-sets.ts";
import { auditEntries } from "../../registry/log/audit.ts";
import { namesIn } from "../../registry/log/names.ts";
import { acceptedIn } from "../../registry/proof/accepted.ts";
import { customerEvidence, evidenceHead, isDoneAbout, ownTerms } from "../../registry/proof/evidence.ts";
import { evidencePack, mailsShown, refuseUnannounced } from "../../registry/proof/pack.ts";
import { everyReader, toldOfPostponements } from "../../registry/proof/recipients.ts";
import { loadConsole, namedIn } from "../../words/index.ts";
import type { App } from "./context.ts";

/** So many answers or entries are read at once. */
const AT_ONCE = 500;

/** The evidence of a set as a zip archive, streamed; its page in a language. Refuses: not-found, not-announced. */
export async function downloadPack(c: Context<App>, number: number, locale: ConsoleLocale): Promise<Response> {
  const { deps } = c.var;
  await refuseUnannounced(deps, number);
  await loadConsole();
  const { register, stale, today } = await c.var.published();
  const organisation = namedIn(register.organisation, locale);
  const { publicUrl } = deps.config;
  const about = {
    ...{ locale, today, publicUrl, organisation: organisation.name, timeZone: organisation.timeZone },
    register: { register: { ...register, organisation }, stale, locale, today, publicUrl },
  };
  async function* page(within: Deps, until: Date) {
    const { db } = within;
    const customers = await customerEvidence(db, number);
    const { snapshot, auditHead: head } = await evidenceHead(within, number);
    yield* evidenceFile({
      ...about,
      ...{ until, snapshot, head },
      set: await getChangeSet(within, number),
      customers,
      ownTerms: await ownTerms(db),
      called: new Map(customers.map(({ externalId, name }) => [externalId, name])),
      accepted: await acceptedIn(within, number),
      toldOf: await toldOfPostponements(db, number),
      readers: everyReader(db, number, customers),
      mails: mailsShown(db, number),
      answers: everyPage(responsePages, (page) => listResponses(within, { ...page, changeSet: number })),
      entries: pagesOfEntries(within, number),
    });
  }
  const bytes = inOneTransaction(deps.downloads, (tx) => evidencePack({ ...deps, db: tx }, number, page));
  const disposition = `attachment; filename="change-set-${number}-evidence.zip"`;
  const headers = { "content-type": "application/zip", "content-disposition": disposition };
  return c.var.download(c, bytes, headers, deps.log);
}

/** Every page of a list, one after the other. */
async function* everyPage<Place, Item>(
  { cursor }: { cursor: z.ZodType<Place> },
  read: (page: { limit: number; cursor: Place | undefined }) => Promise<Page<Item>>,
): AsyncGenerator<Item[]> {
  let next: string | null = null;
  do {
    const page: Page<Item> = await read({ limit: AT_ONCE, cursor: next === null ? undefined : cursor.parse(next) });
    yield page.data;
    next = page.next;
  } while (next !== null);
}

/** What the log says of a set, the vendors in it and the answers to it. What is left out, the page says. */
async function* pagesOfEntries(deps: Deps, number: number) {
  let entries: AuditEntry[] = [];
  for await (const entry of auditEntries(deps.db, isDoneAbout(number))) {
    // What was done at one time explains each other.
    if (entries.length >= AT_ONCE && entries.at(-1)?.at !== entry.at) {
      yield await explained(deps, entries);
      entries = [];
    }
    entries.push(entry);
  }
  yield await explained(deps, entries);
}

async function explained({ db }: Deps, entries: readonly AuditEntry[]) {
  const ids = entries.flatMap(({ subject }) =>
    subject.startsWith("response:") ? subject.slice("response:".length) : [],
  );
  return { entries, answers: await responsesWith(db, ids), names: await namesIn(db, entries) };
}
