import type { ConsoleLocale } from "../../model/values/text.ts";
import { type CodedFinding, FINDINGS, Severity } from "../../transfers/index.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { wordsFor } from "../../words/index.ts";
import { Badge, type Tone } from "../kit/parts.tsx";

export const TONES: Record<Severity, Tone> = { error: "bad", warning: "waiting", info: "plain" };

type Graded = CodedFinding & { severity: Severity; pointer?: string };

type FoundProps = {
  findings: readonly Graded[];
  locale: ConsoleLocale;
  /** Where they are put right, for whoever may: the vendor's form, and its name. */
  mended?: { form: string; vendor: string } | undefined;
};

/** What is found in a vendor's entry, the gravest first, each with where it comes from, and the way to its field. */
export function FoundList({ findings, locale, mended }: FoundProps) {
  const { screens, sources } = wordsFor(locale);
  const bySeverity = Severity.options.flatMap((each) => findings.filter(({ severity }) => severity === each));
  return (
    <ul class="found">
      {bySeverity.map((finding) => (
        <li>
          <Badge tone={TONES[finding.severity]}>{screens.vendors.severity[finding.severity]}</Badge>{" "}
          {findingSentence(finding, locale)} <small class="hint">{sources[FINDINGS[finding.code].basis]}</small>
          {mended && finding.pointer && (
            <p class="links">
              <ToField {...mended} pointer={finding.pointer} locale={locale} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type ToFieldProps = {
  form: string;
  vendor: string;
  pointer: string;
  locale: ConsoleLocale;
  /** What is shown instead of "To the field", among several. */
  name?: string | undefined;
};

/** The way to the field of a vendor's form in which what was found is put right. */
export function ToField({ form, vendor, pointer, locale, name }: ToFieldProps) {
  const { toField, toFieldOf } = wordsFor(locale).screens.drafts.findings;
  return (
    <a href={`${form}#${pointer.slice(1).replaceAll("/", ".")}`} aria-label={toFieldOf(name ?? vendor)}>
      {name ?? toField}
    </a>
  );
}
