import type { Child } from "hono/jsx";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { isUsual, kindOf, LINK_FIELDS, valuesIn } from "../../model/vendor/field-lookup.ts";
import { type FieldName, type Kinds, VENDOR_FIELDS, type VendorFacts } from "../../model/vendor/fields.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import type { Law } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import { describeValue, isStated } from "../describe/value.ts";
import { ContactLines } from "../parts/contact.tsx";
import { Certifications, Cookies, Fact, Lines, ownLang, Prose } from "../parts/facts.tsx";
import { type ListedService, servicesOf } from "../register/listed.ts";
import { kindOfParty, Part, Transfers, Used } from "../register/service.tsx";

/** `on` is the date whose law is asked, and whose certifications are told. */
type Props = { organisation: Organisation; law: Law; on: IsoDate; locale: Locale };

/** All that is said of a vendor, as its page tells readers: the vendor itself, and each of its services. */
export function VendorEntry({ slug, document, ...props }: Props & { slug: string; document: VendorDocument }) {
  const { on, locale } = props;
  return (
    <>
      <VendorFactList document={document} on={on} locale={locale} />
      {servicesOf([{ slug, document, changeSet: 0, effectiveOn: on }]).map((listed) => (
        <VendorService listed={listed} {...props} />
      ))}
    </>
  );
}

/** What is stated of the vendor itself, but for its name, and what goes without saying. */
function VendorFactList({ document, on, locale }: { document: VendorFacts; on: IsoDate; locale: Locale }) {
  const { terms, page } = wordsFor(locale);
  const stated = valuesIn<VendorFacts>(VENDOR_FIELDS, document, ({ page: part }) => part !== "links").filter(
    ([field, value]) => field !== "name" && isStated(value) && !isUsual(VENDOR_FIELDS[field], value),
  );
  const links = LINK_FIELDS.flatMap((field) => document[field] ?? []);
  if (stated.length + links.length === 0) return null;
  return (
    <dl class="about">
      {stated.map(([field, value]) => (
        <Fact label={terms.fields[field]}>{shown(field, value, on, locale)}</Fact>
      ))}
      <Fact label={page.service.links(document.name)}>
        {links.length > 0 && (
          <ul class="plain">
            {LINK_FIELDS.map(
              (field) =>
                document[field] && (
                  <li>
                    <a href={document[field]}>{terms.fields[field]}</a>
                  </li>
                ),
            )}
          </ul>
        )}
      </Fact>
    </dl>
  );
}

function shown(field: FieldName, value: unknown, on: IsoDate, locale: Locale): Child {
  const kind = kindOf(field);
  if (kind === "prose") return <Prose text={value as Kinds["prose"]} />;
  if (kind === "certifications")
    return <Certifications certifications={value as Kinds["certifications"]} on={on} locale={locale} />;
  if (kind === "contact")
    return (
      <p class="lines">
        <ContactLines contact={value as Kinds["contact"]} />
      </p>
    );
  return <Lines lines={describeValue(field, value, locale)} />;
}

/** A service of the vendor, at the same anchor as in the list, so that a link to either is kept. */
function VendorService({ listed, ...props }: Props & { listed: ListedService }) {
  const { locale } = props;
  const { service } = listed;
  const { page } = wordsFor(locale);
  return (
    <article class="service" id={listed.id}>
      <div class="who">
        <h3 dir="auto">
          <a href={`#${listed.id}`}>{listed.name}</a>
        </h3>
        {service.category && (
          <p dir="auto" lang={ownLang(props.organisation, locale)}>
            {service.category}
          </p>
        )}
        <p class="tags">
          <span class="tag">{kindOfParty(listed, locale)}</span>
        </p>
      </div>
      <dl class="what">
        <Part part="what" listed={listed} {...props} />
        <Used listed={listed} {...props} />
        <Part part="remark" listed={listed} {...props} />
      </dl>
      <dl class="where">
        <Part part="where" listed={listed} {...props} />
        <Transfers listed={listed} {...props} />
      </dl>
      {service.cookies.length > 0 && (
        <details class="more">
          <summary>{page.service.cookies(service.cookies.length)}</summary>
          <Cookies cookies={service.cookies} locale={locale} own={props.organisation.defaultLocale} />
        </details>
      )}
    </article>
  );
}
