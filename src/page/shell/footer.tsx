import { inForceOrder } from "../../model/change/history.ts";
import type { Register } from "../../model/change/register.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { isOldLaw, lawWith } from "../../transfers/index.ts";
import { formatDate, formatMidnights, wordsFor } from "../../words/index.ts";
import { MailTo } from "../parts/contact.tsx";
import { href, isUnnamed, type PageView } from "./view.ts";

/** Which version this is, how to prove it, and whom to ask. */
export function Footer({ view: { register, locale, today }, at }: { view: PageView; at?: IsoDate | undefined }) {
  if (!register) return null;
  const { page: words, terms } = wordsFor(locale);
  const { organisation, snapshot } = register;
  const updatedOn = today && lastUpdatedOn(register, today);
  return (
    <footer class="bottom">
      <div class="wrap">
        <div class="version">
          <strong>{snapshot ? words.version(snapshot.number) : words.footer.unpublished}</strong>
          {updatedOn && <span>{words.updated(formatDate(updatedOn, locale))}</span>}
          <span>{lawLine(register, today, locale)}</span>
          <span>{formatMidnights(locale, organisation.timeZone)}</span>
          {snapshot && (
            <details>
              <summary title={snapshot.hash}>
                {words.footer.fingerprint} <code>{snapshot.hash.slice(0, 12)}</code>
              </summary>
              <p>
                <code>{snapshot.hash}</code>
              </p>
              <p>{words.footer.fingerprintHint}</p>
              {snapshot.auditHead && (
                <>
                  <p>
                    {words.footer.auditHead} <code>{snapshot.auditHead}</code>
                  </p>
                  <p>{words.footer.auditHeadHint}</p>
                </>
              )}
            </details>
          )}
        </div>
        <ul class="plain">
          <li>
            <a href={href({}, "/subprocessors.json", { at })} type="application/json">
              {words.footer.json}
            </a>
          </li>
          {organisation.privacyEmail && (
            <li>
              {terms.explained(words.footer.contact, "")}
              <MailTo address={organisation.privacyEmail} />
            </li>
          )}
          {organisation.website && (
            <li>
              <a href={organisation.website} dir="auto">
                {organisation.legalName ?? organisation.name}
              </a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}

/** What every printed page has at its foot: whose list, which version, of which day, and its fingerprint. */
export function footOf(view: PageView, on = view.today): string | undefined {
  const { register, locale } = view;
  if (!register?.snapshot) return undefined;
  const { organisation, snapshot } = register;
  const { page: words } = wordsFor(locale);
  const day = on && formatDate(on, locale);
  return [
    !isUnnamed(view) && organisation.name,
    words.version(snapshot.number),
    day,
    `SHA-256 ${snapshot.hash.slice(0, 12)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Of when the law is by which the page judges transfers, whether the publisher has added to it, and whether it is old. */
function lawLine({ amendments }: Register, today: IsoDate | undefined, locale: Locale): string {
  const law = lawWith(amendments);
  return wordsFor(locale).transfers.lawOf({
    edition: formatDate(law.version, locale),
    amended: law.amendedOn ? formatDate(law.amendedOn, locale) : null,
    isOld: today !== undefined && isOldLaw(law, today),
  });
}

/** The day something was last published, or the later one on which what was announced came into force. */
export function lastUpdatedOn({ organisation, history, snapshot }: Register, today: IsoDate): IsoDate | null {
  if (!snapshot) return null;
  const publishedOn = dateIn(organisation.timeZone, snapshot.takenAt);
  const newest = inForceOrder(history).findLast(({ effectiveOn }) => effectiveOn <= today)?.effectiveOn;
  return newest && newest > publishedOn ? newest : publishedOn;
}
