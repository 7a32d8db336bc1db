import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { LINK_FIELDS, valuesIn } from "../../model/vendor/field-lookup.ts";
import {
  SERVICE_FIELDS,
  type ServiceField,
  type ServicePart,
  VENDOR_FIELDS,
  type VendorFacts,
} from "../../model/vendor/fields.ts";
import type { Law } from "../../transfers/index.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { readingsOf, type TransferLine, transferLines } from "../describe/transfers.ts";
import { describeValue } from "../describe/value.ts";
import { Cookies, Fact, NotStated } from "../parts/facts.tsx";
import type { ListedService } from "./listed.ts";
import { StatedFact, StatedOfWho } from "./stated.tsx";

/** `on` is the date whose law is asked. */
type Props = { listed: ListedService; organisation: Organisation; law: Law; on: IsoDate; locale: Locale };
type Provider = Pick<Props, "listed" | "locale">;

/**
 * Who provides a service, besides the name it is listed under. "Zendesk Chat" is of Zendesk, Inc.: the short name adds
 * nothing to a legal one that starts with it.
 */
export function entitiesOf({ entry: { document }, name }: ListedService): string[] {
  const { legalName } = document;
  const shortName = legalName?.startsWith(document.name) ? undefined : document.name;
  return [...new Set([shortName, legalName])].flatMap((each) => (each === undefined || each === name ? [] : each));
}

/** What the third party is to the data: "Subprocessor", "Category of recipients". */
export function kindOfParty({ entry: { document }, service }: ListedService, locale: Locale): string {
  const { terms } = wordsFor(locale);
  return (document.identity === "category" ? terms.categories : terms.choices.role)[service.role];
}

/** What is stated of the vendor beside its names. */
export function Who({ listed: { entry }, on, locale }: Provider & Pick<Props, "on">) {
  const { document } = entry;
  return (
    <>
      {valuesIn<VendorFacts>(VENDOR_FIELDS, document, ({ page }) => page === "who").map(([field, value]) => (
        <StatedOfWho field={field} value={value} on={on} locale={locale} />
      ))}
    </>
  );
}

type PartProps = Props & { part: ServicePart; but?: readonly ServiceField[] };

/** The fields of a service that the page shows in a part of its own, but for some. */
export function Part({ part, but = [], listed, organisation, on, locale }: PartProps) {
  const names = { ...organisation, on };
  return (
    <>
      {valuesIn(SERVICE_FIELDS, listed.service, ({ page }) => page === part)
        .filter(([field]) => !but.includes(field))
        .map(([field, value]) => (
          <StatedFact field={field} value={value} locale={locale} names={names} />
        ))}
    </>
  );
}

/** When a service is used, where that is not always. */
export function Used({ listed: { service }, organisation, locale }: Props) {
  const words = wordsFor(locale).page.service;
  const { optional, products, hostingRegions } = service;
  if (!optional && products.length === 0 && hostingRegions.length === 0) return null;
  const named = (field: "products" | "hostingRegions") =>
    formatList(describeValue(field, service[field], locale, organisation), locale);
  return (
    <Fact label={words.used}>
      <ul class="plain">
        {optional && <li>{words.optional}</li>}
        {products.length > 0 && <li>{words.onlyFor(named("products"))}</li>}
        {hostingRegions.length > 0 && <li>{words.onlyIn(named("hostingRegions"))}</li>}
      </ul>
    </Fact>
  );
}

export function Transfers({ listed: { entry, service }, organisation, law, on, locale }: Props) {
  const lines = transferLines(entry.document, service, { ...organisation, law, on }, locale);
  return <TransferFact lines={lines} locale={locale} />;
}

/** What covers the transfers, by regime; what is alike under several is said once. */
export function TransferFact({ lines, locale }: { lines: readonly TransferLine[]; locale: Locale }) {
  const { terms } = wordsFor(locale);
  return (
    <Fact label={terms.fields.transfers}>
      <ul class="plain">
        {readingsOf(lines, locale).map(({ under, reading, isCovered }) => (
          <li>
            {terms.explained(under, "")}
            {isCovered ? reading : <NotStated locale={locale} text={reading} />}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

export function More({ listed: { entry, service }, locale, organisation }: Provider & Pick<Props, "organisation">) {
  const { terms, page } = wordsFor(locale);
  const links = LINK_FIELDS.flatMap((field) => {
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
          <Cookies cookies={service.cookies} locale={locale} own={organisation.defaultLocale} />
        </details>
      )}
    </div>
  );
}
