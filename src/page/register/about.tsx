import type { PropsWithChildren } from "hono/jsx";
import { keepingOf, type Organisation } from "../../model/organisation-document.ts";
import { inLanguage, type Locale } from "../../model/values/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { describeValue } from "../describe/value.ts";
import { ContactLines, MailTo, PhoneNumber, Website } from "../parts/contact.tsx";
import { Cookies, Fact, Lines, Prose, Safeguards } from "../parts/facts.tsx";
import { SECTIONS } from "../shell/sections.ts";

type Props = { organisation: Organisation; locale: Locale };

/** Who publishes the list, and what is stated for all of it. */
export function About({ organisation, locale, isOpen }: Props & { isOpen: boolean }) {
  const words = wordsFor(locale).page.about;
  const {
    privacyEmail,
    locations,
    safeguards,
    representatives,
    definitions,
    cookies,
    defaultLocale: own,
  } = organisation;
  const { text: retention } = keepingOf(organisation);
  return (
    <section id={SECTIONS.about} aria-labelledby="about-heading">
      <h2 id="about-heading">{words.heading(organisation.name)}</h2>
      <dl class="about">
        <Fact label={words.company}>
          <Company organisation={organisation} locale={locale} />
        </Fact>
        <Fact label={words.contact}>{privacyEmail && <MailTo address={privacyEmail} />}</Fact>
        <Fact label={words.places}>
          {locations.length > 0 && <Lines lines={describeValue("locations", locations, locale)} />}
        </Fact>
        <Fact label={words.safeguards}>
          {safeguards.length > 0 && <Safeguards safeguards={safeguards} locale={locale} own={own} />}
        </Fact>
        <Fact label={words.retention}>{retention && <Prose {...inLanguage(retention, locale, own)} />}</Fact>
        <Policy organisation={organisation} locale={locale} />
        {representatives.map((each) => (
          <Representative each={each} locale={locale} />
        ))}
        <Authority organisation={organisation} locale={locale} />
        <Folded label={words.definitions} summary={words.showAll} count={definitions.length} isOpen={isOpen}>
          <dl class="definitions">
            {definitions.map(({ term, meaning }) => {
              const { text, lang } = inLanguage(meaning, locale, own);
              return (
                <div>
                  <dt dir="auto">{term}</dt>
                  <dd dir="auto" lang={lang}>
                    {text}
                  </dd>
                </div>
              );
            })}
          </dl>
        </Folded>
        <Folded label={words.cookies} summary={words.showAll} count={cookies.length} isOpen={isOpen}>
          <Cookies cookies={cookies} locale={locale} own={own} />
        </Folded>
      </dl>
    </section>
  );
}

function Company({ organisation, locale }: Props) {
  const { name, legalName, registrationNumber, address, phone, website } = organisation;
  const { page, terms } = wordsFor(locale);
  return (
    <>
      <p dir="auto">{legalName ?? name}</p>
      {registrationNumber && <p dir="auto">{terms.explained(page.about.registrationNumber, registrationNumber)}</p>}
      {address && <Prose text={address} />}
      <p class="lines">
        {phone && <PhoneNumber number={phone} />}
        {website && <Website url={website} />}
      </p>
    </>
  );
}

function Policy({ organisation: { policy }, locale }: Props) {
  const words = wordsFor(locale).page.about;
  if (!policy) return null;
  const version = [
    policy.version && words.policyVersion(policy.version),
    policy.archived && words.policyArchived,
    policy.updatedOn && words.policyUpdated(formatDate(policy.updatedOn, locale)),
  ].filter(Boolean);
  const text = version.join(", ") || words.policy;
  return <Fact label={words.policy}>{policy.url ? <a href={policy.url}>{text}</a> : text}</Fact>;
}

function Representative({ each, locale }: { each: Organisation["representatives"][number]; locale: Locale }) {
  const { page, terms } = wordsFor(locale);
  const regime = each.role === "representative" && each.regime;
  const label = regime ? page.about.representativeFor(terms.regimes[regime]) : page.about.roles[each.role];
  return (
    <Fact label={label}>
      <p class="lines">
        <ContactLines contact={each} />
      </p>
      {each.address && <Prose text={each.address} />}
    </Fact>
  );
}

function Authority({ organisation: { supervisoryAuthority: authority }, locale }: Props) {
  if (!authority) return null;
  const Name = authority.url ? "a" : "span";
  return (
    <Fact label={wordsFor(locale).page.about.authority}>
      <p class="lines">
        <Name href={authority.url} dir="auto">
          {authority.name}
        </Name>
        {authority.phone && <PhoneNumber number={authority.phone} />}
      </p>
    </Fact>
  );
}

type Folding = PropsWithChildren<{
  label: string;
  summary: (count: number) => string;
  count: number;
  isOpen: boolean;
}>;

/** Many things stated under one label, closed until they are asked for. */
function Folded({ label, summary, count, isOpen, children }: Folding) {
  return (
    <Fact label={label} wide>
      {count > 0 && (
        <details open={isOpen}>
          <summary>{summary(count)}</summary>
          {children}
        </details>
      )}
    </Fact>
  );
}
