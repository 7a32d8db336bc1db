import type { LoggedFinding } from "../../model/actions.ts";
import type { Accepted as AcceptedThen } from "../../registry/proof/accepted.ts";
import { FINDINGS, type FindingCode } from "../../transfers/index.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { wordsFor } from "../../words/index.ts";
import { formatMoment } from "../kit/moment.ts";
import { Badge, Facts } from "../kit/parts.tsx";
import { sayActor } from "../log/named.ts";
import { TONES } from "../vendors/found.tsx";
import { type SetView, wordsOf } from "./view.ts";

type View = Pick<SetView, "locale" | "timeZone" | "set"> & { accepted: AcceptedThen | null };

/** The most that are read out one by one: the record of the announcement has each. */
const MOST_SAID = 100;

/** What had to be accepted to announce the set: what was found, who accepted it when, and why. Of no concern to customers. */
export function Accepted({ view }: { view: View }) {
  const { accepted, locale } = view;
  if (!accepted) return null;
  const { accepted: words } = wordsOf(view);
  const { sources, screens } = wordsFor(locale);
  const { entry, names, reason, findings } = accepted;
  return (
    <section aria-labelledby="accepted">
      <h2 id="accepted">{words.title}</h2>
      {[...Map.groupBy(findings.slice(0, MOST_SAID), sourceOf)].map(([basis, same]) => (
        <>
          {basis && <p class="hint">{screens.drafts.findings.source(sources[basis])}</p>}
          <ul class="found">
            {same.map((finding) => (
              <Found finding={finding} view={view} />
            ))}
          </ul>
        </>
      ))}
      {findings.length > MOST_SAID && <p class="hint">{words.more(findings.length - MOST_SAID)}</p>}
      <Facts
        facts={[
          [words.by, <span dir="auto">{sayActor(entry.actor, names, locale)}</span>],
          [words.at, formatMoment(new Date(entry.at), view)],
        ]}
      />
      <p>{words.why}</p>
      <blockquote dir="auto">{reason}</blockquote>
      <p class="hint">{words.internal}</p>
    </section>
  );
}

function Found({ finding, view: { locale, set } }: { finding: AcceptedThen["findings"][number]; view: View }) {
  const { screens } = wordsFor(locale);
  const { findings: words } = screens.drafts;
  const known = isCode(finding) ? FINDINGS[finding.code] : null;
  const name = set.changes.find(({ vendor }) => vendor === finding.vendor)?.name ?? finding.vendor;
  return (
    <li>
      {known && <Badge tone={TONES[known.severity]}>{words.severities[known.severity]}</Badge>}{" "}
      <span dir="auto">
        {"facts" in finding ? findingSentence(finding, locale) : screens.announced.accepted.unsaid(name, finding.code)}
      </span>
    </li>
  );
}

/** The law by which it was found: said once for all that rest on it. */
const sourceOf = (finding: LoggedFinding) => (isCode(finding) ? FINDINGS[finding.code].basis : null);

const isCode = (finding: LoggedFinding): finding is LoggedFinding & { code: FindingCode } =>
  Object.hasOwn(FINDINGS, finding.code);
