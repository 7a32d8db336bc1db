import { sql } from "drizzle-orm";
import { json } from "../../db/json.ts";
import { rowsOf } from "../../db/reading.ts";
import { concernedCustomers, subscribers } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { Reader, ReaderTerms } from "../../model/people/reader.ts";
import type { Locale } from "../../model/values/text.ts";
import { testToken } from "../../model/values/token.ts";
import type { Telling } from "../../registry/changes/announced/foresee.ts";
import { toldBy } from "../../registry/changes/announced/hearers.ts";
import type { Reading } from "../../registry/changes/announced/supposed.ts";
import { languageRead } from "../../registry/changes/readers.ts";
import { readOrganisation } from "../../registry/log/organisation.ts";
import { partsOf } from "../../registry/log/parts.ts";
import { loadPostponements } from "../../registry/log/register.ts";
import { isSuppressed } from "../../registry/owed/told.ts";
import { lawWith } from "../../transfers/index.ts";
import { loadEveryLanguage, namedIn } from "../../words/index.ts";
import type { AboutChangeSet } from "../mail/letters/change-set.ts";
import { releaseMail, waiverMail } from "../mail/letters/days.ts";
import { correctionMail, postponementMail, withdrawalMail } from "../mail/letters/follow-ups.ts";
import { addresseeOf } from "../mail/letters/headline.ts";
import { addressed, type Mail } from "../mail/mail.ts";
import { answeredBy, contactName, onlyCustomer, termsRead } from "../prepare/members.ts";
import { choosing, narrowed, shownBy } from "../prepare/shares.ts";
import type { PreviewedMail } from "./announcement.ts";

/** `customer`: whom its reader speaks for, by name; null for a follower, and whoever speaks for several. */
export type FollowUp = Pick<PreviewedMail, "locale" | "audience"> & { customer: string | null } & Mail;

type Sample = Pick<Reader, "locale" | "terms"> & {
  customer: string | null;
  name: string | null;
  chosen: string[] | null;
};

/**
 * The mails of a telling as they would be sent now: in each language one to a follower and one to a contact, to whoever
 * speaks for the fewest customers. None while what it tells is not known.
 */
export async function previewFollowUps(deps: Deps, r: Reading, telling: Telling): Promise<FollowUp[]> {
  const { kind, changeSet: number, set } = telling;
  if (set === null) return [];
  await loadEveryLanguage();
  const samples = await samplesOf(r, telling);
  const [parts, chosenBy] = [await partsOf(r.db, number), await choosing(r.db, { kind, changeSet: number }, samples)];
  const law = lawWith((await readOrganisation(r.db)).amendments);
  const postponed = telling.postponement ? await loadPostponements(r.db, [number]) : [];
  return samples.map(({ locale, terms, customer, name, chosen }) => {
    const products = chosenBy(chosen);
    const about: AboutChangeSet & { at: Date } = {
      organisation: namedIn(r.organisation, locale),
      publicUrl: deps.config.publicUrl,
      locale,
      terms,
      parts,
      products,
      on: r.today,
      at: r.now,
      ...shownBy(kind)(set, { terms, products }, parts, r.today),
      snapshot: null,
      law,
    };
    const mail = written(telling, about, postponed);
    const token = testToken({ locale, reader: chosen === null ? "contact" : "follower" });
    return {
      locale,
      audience: chosen === null ? "contacts" : "followers",
      customer,
      ...addressed(mail, token, token, {
        customer: customer ?? "",
        addressee: addresseeOf(name, locale),
      }),
    };
  });
}

function written(
  { kind, text = "", changes, days = [], postponement }: Telling,
  about: AboutChangeSet & { at: Date },
  postponed: Awaited<ReturnType<typeof loadPostponements>>,
): Mail {
  switch (kind) {
    case "withdrawal":
      return withdrawalMail(about);
    case "correction": {
      const changeSet = narrowed(about.changeSet, changes, about.on ?? "");
      return correctionMail({ ...about, changeSet, text, ofSome: changes !== undefined });
    }
    case "postponement":
      return postponementMail({ ...about, postponed: postponement ? [...postponed, postponement] : postponed });
    case "waiver":
      return waiverMail({ ...about, days });
    case "release":
      return releaseMail({ ...about, days });
  }
}

/** One reader of each language and kind. */
async function samplesOf({ db, organisation }: Reading, telling: Telling): Promise<Sample[]> {
  const { changeSet, lastDay } = telling;
  const rows = await rowsOf<{
    locale: Locale;
    customers: string[] | null;
    name: string | null;
    chosen: string[] | null;
  }>(db)`
    select distinct on (locale, customers is null) locale, customers, name, chosen from (
      select ${languageRead(organisation)} as locale, told.customers, ${subscribers.id} as id, ${contactName} as name,
        case when told.customers is null then ${subscribers.products} end as chosen
      from ${toldBy(telling)} told join ${subscribers} on ${subscribers.id} = told.subscriber_id
      where not ${isSuppressed()}
    ) readers
    order by locale, customers is null, jsonb_array_length(coalesce(customers, chosen)), id`;
  return Promise.all(
    rows.map(async ({ locale, customers, name, chosen }) => {
      if (customers === null) return { locale, terms: [], customer: null, name, chosen };
      const ids = json(customers);
      const whose = sql`${concernedCustomers.externalId} in (select jsonb_array_elements_text(${ids}))`;
      const by = await answeredBy(db, telling, organisation, whose);
      const [row] = await rowsOf<{ terms: ReaderTerms[]; customer: string | null }>(db)`
        select ${termsRead(changeSet, ids, by, lastDay)} as terms, ${onlyCustomer(changeSet, ids)} as customer`;
      return { locale, terms: row?.terms ?? [], customer: row?.customer ?? null, name, chosen };
    }),
  );
}
