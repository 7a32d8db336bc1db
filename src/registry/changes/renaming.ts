import { rowsOf } from "../../db/reading.ts";
import { subscribers } from "../../db/schema.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { PublisherNames, RenamedPublisher } from "../../model/people/notice.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import type { Locale } from "../../model/values/text.ts";
import { owedRecord } from "../log/digests.ts";
import type { Locked } from "../log/frame.ts";
import { owePublisherRenamed, readersOfPublisher } from "../owed/owe.ts";
import { isSuppressed } from "../owed/told.ts";
import type { Reading } from "./announced/supposed.ts";
import { languageRead } from "./readers.ts";

/** Owes everybody who is told of changes the news of another name of the publisher. The first name is no other. */
export async function tellNewName(w: Locked, before: Organisation | null, after: Organisation, snapshot: number) {
  const publisher = renamed(before, after);
  if (publisher === null) return {};
  const notice = await owePublisherRenamed(w, { kind: "publisher-renamed", snapshot, about: { publisher } });
  return { owed: await owedRecord(w.db, notice), renamed: sha256(canonicalJson(publisher)) };
}

/** What saving another name would tell, and how many people mail reaches, by the language they read. */
export type Renaming = RenamedPublisher & { people: Partial<Record<Locale, number>> };

/** Whom saving this document would tell of another name; null where the name stays. Nothing is written. */
export async function foreseeRenaming(r: Reading, before: Organisation | null, after: Organisation) {
  const publisher = renamed(before, after);
  if (publisher === null) return null;
  const rows = await rowsOf<{ locale: Locale; people: number }>(r.db)`
    select ${languageRead(after)} as locale, count(*)::integer as people
    from (${readersOfPublisher}) told join ${subscribers} on ${subscribers.id} = told.subscriber_id
    where not ${isSuppressed()} group by 1 order by 1`;
  return { ...publisher, people: Object.fromEntries(rows.map(({ locale, people }) => [locale, people])) } as Renaming;
}

/** A legal name that is the name says nothing new. */
function renamed(before: Organisation | null, after: Organisation): RenamedPublisher | null {
  if (before === null) return null;
  const isSame = before.name === after.name && (before.legalName ?? before.name) === (after.legalName ?? after.name);
  return isSame ? null : { before: namesOf(before), after: namesOf(after) };
}

const namesOf = ({ name, legalName, registrationNumber }: Organisation): PublisherNames => ({
  name,
  ...(legalName !== undefined && { legalName }),
  ...(registrationNumber !== undefined && { registrationNumber }),
});
