import type { Organisation } from "../registry/organisation-document.ts";
import { type Locale, localized } from "../registry/text.ts";
import { formatDate, wordsFor } from "../words/index.ts";
import { ContactLines, Fact, Places, Prose, Safeguards } from "./facts.tsx";
import { MailTo } from "./mail-to.tsx";

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
          <Company organisation={organisation} />
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
            {authority.url ? (
              <a href={authority.url} dir="auto">
                {authority.name}
              </a>
            ) : (
              <span dir="auto">{authority.name}</span>
            )}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Company({ organisation: { name, legalName, address, website } }: { organisation: Organisation }) {
  return (
    <>
      <p dir="auto">{legalName ?? name}</p>
      {address && <Prose text={address} />}
      {website && <a href={website}>{website.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>}
    </>
  );
}

function Policy({ organisation: { policy }, locale }: Props) {
  const words = wordsFor(locale).page.about;
  if (!policy) return null;
  const version = [
    policy.version && words.policyVersion(policy.version),
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
