import type { ConsoleLocale } from "../../model/values/text.ts";
import { type CodedFinding, FINDINGS, Severity } from "../../transfers/index.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { wordsFor } from "../../words/index.ts";
import { Badge, type Tone } from "../kit/parts.tsx";

const TONES: Record<Severity, Tone> = { error: "bad", warning: "waiting", info: "plain" };

type Graded = CodedFinding & { severity: Severity };

/** What is found in a vendor's entry, the gravest first, each with where it comes from. */
export function FoundList({ findings, locale }: { findings: readonly Graded[]; locale: ConsoleLocale }) {
  const { screens, sources } = wordsFor(locale);
  const bySeverity = Severity.options.flatMap((each) => findings.filter(({ severity }) => severity === each));
  return (
    <ul class="found">
      {bySeverity.map((finding) => (
        <li>
          <Badge tone={TONES[finding.severity]}>{screens.vendors.severity[finding.severity]}</Badge>{" "}
          {findingSentence(finding, locale)} <small class="hint">{sources[FINDINGS[finding.code].basis]}</small>
        </li>
      ))}
    </ul>
  );
}
