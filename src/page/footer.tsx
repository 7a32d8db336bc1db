import { dateIn } from "../registry/dates.ts";
import { formatDate, wordsFor } from "../words/index.ts";
import type { Frame } from "./frame.ts";
import { MailTo } from "./mail-to.tsx";

/** Which version this is, how to prove it, and whom to ask. */
export function Footer({ frame: { register, locale } }: { frame: Frame }) {
  if (!register) return null;
  const { page: words, terms } = wordsFor(locale);
  const { organisation, snapshot } = register;
  return (
    <footer class="bottom">
      <div class="wrap">
        <div class="version">
          <strong>{snapshot ? words.version(snapshot.number) : words.footer.unpublished}</strong>
          {snapshot && (
            <span>{words.updated(formatDate(dateIn(organisation.timeZone, snapshot.takenAt), locale))}</span>
          )}
          {snapshot && (
            <details>
              <summary title={snapshot.hash}>
                {words.footer.fingerprint} <code>{snapshot.hash.slice(0, 12)}</code>
              </summary>
              <p>
                <code>{snapshot.hash}</code>
              </p>
              <p>{words.footer.fingerprintHint}</p>
            </details>
          )}
        </div>
        <ul class="plain">
          <li>
            <a href="/subprocessors.json" type="application/json">
              {words.footer.json}
            </a>
          </li>
          {organisation.privacyEmail && (
            <li>
              {terms.explained(words.footer.contact, "")}
              <MailTo organisation={organisation} />
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
