import type { Organisation } from "../../model/organisation-document.ts";
import { type Locale, localized } from "../../model/text.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { ContactLines, Cookies, Fact, PhoneNumber, Places, Prose, Safeguards } from "../parts/facts.tsx";
import { MailTo } from "../parts/mail-to.tsx";

type Props = { organisation: Organisation; locale: Locale };

/** Who publishes the list, and what is stated for all of it. */
export function About({ organisation, locale }: Props) {
  const words = wordsFor(locale).page.about;
  const { privacyEmail, supervisoryAuthority: authority } = organisation;
  return (
    <section id="about" aria-labelledby="about-heading">
      <h2 id="about-heading">{words.heading(organisation.name)}</h2>
      <dl class="about">
        <Fact label={words.company}>
          <Company organisation={organisation} locale={locale} />
        </Fact>
        {privacyEmail && (
          <Fact label={words.contact}>
            <MailTo organisation={organisation} />
          </Fact>
        )}
        {organisation.locations.length > 0 && (
          <Fact label={words.places}>
            <Places locations={organisation.locations} locale={locale} />
          </Fact>
        )}
        {organisation.safeguards.length > 0 && (
          <Fact label={words.safeguards}>
            <Safeguards safeguards={organisation.safeguards} locale={locale} />
          </Fact>
        )}
        {organisation.retention && (
          <Fact label={words.retention}>
            <Prose text={localized(organisation.retention, locale)} />
          </Fact>
        )}
        <Policy organisation={organisation} locale={locale} />
        <Representatives organisation={organisation} locale={locale} />
        {authority && (
          <Fact label={words.authority}>
            <p class="lines">
              {authority.url ? (
                <a href={authority.url} dir="auto">
                  {authority.name}
                </a>
              ) : (
                <span dir="auto">{authority.name}</span>
              )}
              {authority.phone && <PhoneNumber number={authority.phone} />}
            </p>
          </Fact>
        )}
        <Definitions organisation={organisation} locale={locale} />
        <OwnCookies organisation={organisation} locale={locale} />
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
        {website && <a href={website}>{website.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>}
      </p>
    </>
  );
}

function OwnCookies({ organisation: { cookies }, locale }: Props) {
  const words = wordsFor(locale).page.about;
  if (cookies.length === 0) return null;
  return (
    <Fact label={words.cookies} wide>
      <details>
        <summary>{words.showAll(cookies.length)}</summary>
        <Cookies cookies={cookies} locale={locale} />
      </details>
    </Fact>
  );
}

/** What the list's own words mean. */
function Definitions({ organisation: { definitions }, locale }: Props) {
  const words = wordsFor(locale).page.about;
  if (definitions.length === 0) return null;
  return (
    <Fact label={words.definitions} wide>
      <details>
        <summary>{words.showAll(definitions.length)}</summary>
        <dl class="definitions">
          {definitions.map(({ term, meaning }) => (
            <div>
              <dt dir="auto">{term}</dt>
              <dd dir="auto">{localized(meaning, locale)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Fact>
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

function Representatives({ organisation: { representatives }, locale }: Props) {
  const { page, terms } = wordsFor(locale);
  return (
    <>
      {representatives.map((each) => {
        const label =
          each.role === "representative" && each.regime
            ? page.about.representativeFor(terms.regimes[each.regime])
            : page.about.roles[each.role];
        return (
          <Fact label={label}>
            <p class="lines">
              <ContactLines contact={each} />
            </p>
            {each.address && <Prose text={each.address} />}
          </Fact>
        );
      })}
    </>
  );
}
