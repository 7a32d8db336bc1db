import type { IsoDate } from "../model/dates.ts";
import type { Organisation } from "../model/organisation-document.ts";
import { type Locale, localized } from "../model/text.ts";
import type { VendorDocument } from "../model/vendor-document.ts";
import { checkedBy } from "../transfers/index.ts";
import { formatCountry, formatList, wordsFor } from "../words/index.ts";
import { isCovered, transferLines } from "./describe-transfer.ts";
import { ContactLines, Cookies, Fact, Items, NotStated, Places, Prose, Safeguards } from "./facts.tsx";
import { keyNames, type Listed } from "./listed.ts";

type Props = { listed: Listed; organisation: Organisation; locale: Locale };
/** The date whose law is asked. */
type Judged = { on: IsoDate };

/** One service: who provides it, what it does with which data, where, and under which safeguard. */
export function ServiceRow({ listed, organisation, locale, on, level }: Props & Judged & { level: 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <article class="service" id={listed.id}>
      <div class="who">
        <Heading dir="auto">
          <a href={`#${listed.id}`}>{listed.name}</a>
        </Heading>
        <Who listed={listed} locale={locale} />
      </div>
      <dl class="what">
        <What listed={listed} organisation={organisation} locale={locale} />
      </dl>
      <dl class="where">
        <Where listed={listed} organisation={organisation} on={on} locale={locale} />
      </dl>
      <More listed={listed} locale={locale} />
    </article>
  );
}

function Who({ listed: { entry, service, name }, locale }: Omit<Props, "organisation">) {
  const { document } = entry;
  const { terms } = wordsFor(locale);
  const { legalName } = document;
  // "Zendesk Chat" is of Zendesk, Inc.: the short name adds nothing to a legal one that starts with it.
  const shortName = legalName?.startsWith(document.name) ? undefined : document.name;
  const names = new Set([shortName, legalName].filter((each) => each !== undefined && each !== name));
  const kind = (document.identity === "category" ? terms.categories : terms.choices.role)[service.role];
  return (
    <>
      {[...names].map((each) => (
        <p class="entity" dir="auto">
          {each}
        </p>
      ))}
      <p class="tags">
        <span class="tag">{kind}</span>
        {document.relationship === "affiliate" && <span class="tag">{terms.choices.relationship.affiliate}</span>}
      </p>
      {document.country && <p>{terms.explained(terms.fields.country, formatCountry(document.country, locale))}</p>}
      {document.address && <Prose text={document.address} of="prose" />}
      {document.contact && (
        <p class="lines">
          <ContactLines contact={document.contact} />
        </p>
      )}
    </>
  );
}

function What({ listed: { service }, organisation, locale }: Props) {
  const { terms, page } = wordsFor(locale);
  const { fields } = terms;
  const products = keyNames(service.products, organisation.products);
  const regions = keyNames(service.hostingRegions, organisation.hostingRegions);
  return (
    <>
      {service.purpose && (
        <Fact label={fields.purpose}>
          <Prose text={localized(service.purpose, locale)} />
        </Fact>
      )}
      {service.legalBasis && (
        <Fact label={fields.legalBasis}>
          <Prose text={localized(service.legalBasis, locale)} />
        </Fact>
      )}
      <Items label={fields.dataCategories} items={service.dataCategories} />
      <Items label={fields.dataSubjects} items={service.dataSubjects} />
      {service.retention && (
        <Fact label={fields.retention}>
          <Prose text={localized(service.retention, locale)} />
        </Fact>
      )}
      {(service.optional || service.products.length > 0 || service.hostingRegions.length > 0) && (
        <Fact label={page.service.used}>
          <ul class="plain">
            {service.optional && <li>{page.service.optional}</li>}
            {service.products.length > 0 && <li>{page.service.onlyFor(formatList(products, locale))}</li>}
            {service.hostingRegions.length > 0 && <li>{page.service.onlyIn(formatList(regions, locale))}</li>}
          </ul>
        </Fact>
      )}
      {service.note && (
        <Fact label={fields.note}>
          <Prose text={localized(service.note, locale)} />
        </Fact>
      )}
    </>
  );
}

function Where({ listed: { entry, service }, organisation, on, locale }: Props & Judged) {
  const { terms, page } = wordsFor(locale);
  const { locations, safeguards } = service;
  const judging = { ...organisation, on };
  return (
    <>
      <Fact label={terms.fields.locations}>
        {locations.length > 0 ? (
          <Places locations={locations} locale={locale} />
        ) : (
          <NotStated locale={locale} text={page.service.placeNotStated} />
        )}
      </Fact>
      {safeguards.length > 0 && (
        <Fact label={terms.fields.safeguards}>
          <Safeguards safeguards={safeguards.map((each) => checkedBy(on, each))} locale={locale} />
        </Fact>
      )}
      <Fact label={terms.fields.transfers}>
        <ul class="plain">
          {transferLines(entry.document, service, judging, locale).map(({ regime, assessment, reading }) => (
            <li>
              {terms.explained(terms.regimes[regime], "")}
              {isCovered(assessment) ? reading : <NotStated locale={locale} text={reading} />}
            </li>
          ))}
        </ul>
      </Fact>
    </>
  );
}

const LINKS = [
  "website",
  "privacyPolicyUrl",
  "cookiePolicyUrl",
  "dpaUrl",
  "optOutUrl",
  "subprocessorsUrl",
] as const satisfies (keyof VendorDocument)[];

function More({ listed: { entry, service }, locale }: Omit<Props, "organisation">) {
  const { terms, page } = wordsFor(locale);
  const links = LINKS.flatMap((field) => {
    const url = entry.document[field];
    return url ? [{ url, label: terms.fields[field] }] : [];
  });
  if (links.length === 0 && service.cookies.length === 0) return null;
  return (
    <div class="more">
      {links.length > 0 && (
        <ul class="links" aria-label={page.service.links(entry.document.name)}>
          {links.map(({ url, label }) => (
            <li>
              <a href={url}>{label}</a>
            </li>
          ))}
        </ul>
      )}
      {service.cookies.length > 0 && (
        <details>
          <summary>{page.service.cookies(service.cookies.length)}</summary>
          <Cookies cookies={service.cookies} locale={locale} />
        </details>
      )}
    </div>
  );
}
