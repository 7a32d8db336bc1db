import { href } from "../../page/shell/view.ts";
import type { VendorFinding } from "../../registry/changes/findings/of-changes.ts";
import { FINDINGS, type FindingCode } from "../../transfers/index.ts";
import { findingSentence } from "../../words/finding-sentence.ts";
import { wordsFor } from "../../words/index.ts";
import type { FormState } from "../kit/form-state.ts";
import { Badge } from "../kit/parts.tsx";
import { CONSOLE_PAGES } from "../shell.tsx";
import { ToField } from "../vendors/found.tsx";
import { formPath } from "../vendors/path.ts";
import { Untranslated } from "./draft-untranslated.tsx";
import { type DraftOutline, type DraftView, mayNotAccept, pathOf } from "./draft-view.ts";
import { type Alike, aboutWhom, alike } from "./findings-alike.ts";

/** The most findings that are read out one by one: of hundreds of vendors there are thousands. */
const MOST_FOUND = 30;

const SEVERITY_TONES = { error: "bad", warning: "waiting", info: "plain" } as const;

export type FoundView = DraftOutline &
  Pick<DraftView, "findings" | "mayAnnounce"> &
  Partial<Pick<DraftView, "toAccept">>;

/** What was found about its vendors; an error is accepted, with a reason, where it is announced. */
export function Findings({ view, under = "h3" }: { view: FoundView; under?: "h2" | "h3" }) {
  const { findings, locale, toAccept = [] } = view;
  const mayAccept = view.mayAnnounce && !view.isFirstList && !mayNotAccept(view);
  const { screens, sources } = wordsFor(locale);
  const { findings: words } = screens.drafts;
  const isToAccept = ({ vendor, identity }: VendorFinding) =>
    toAccept.some((each) => each.vendor === vendor && each.identity === identity);
  const Heading = under;
  const bySeverity = Map.groupBy(findings, ({ severity }) => severity);
  const [notes = [], ...graver] = [bySeverity.get("info"), bySeverity.get("error"), bySeverity.get("warning")];
  const list = (found: readonly Alike[]) => (
    <ul class="found">
      {found.slice(0, MOST_FOUND).map(([finding, ...others]) => (
        <li>
          <Badge tone={SEVERITY_TONES[finding.severity]}>{words.severities[finding.severity]}</Badge>{" "}
          {findingSentence(finding, locale)}{" "}
          <small class="hint">{words.source(sources[FINDINGS[finding.code].basis])}</small>
          <p class="links">
            <Mending view={view} finding={finding} />
            {mayAccept && [finding, ...others].some(isToAccept) && (
              <a href={`${href(view, `${pathOf(view)}/announce`)}#accept`}>{words.accept}</a>
            )}
          </p>
          {others.length > 0 && <Likewise view={view} findings={others} />}
        </li>
      ))}
      {found.length > MOST_FOUND && <li class="hint">{words.more(found.length - MOST_FOUND)}</li>}
    </ul>
  );
  return (
    <div>
      <Heading>{words.title}</Heading>
      {findings.length === 0 && <p>{words.none}</p>}
      {list(alike(graver.flatMap((found) => found ?? [])))}
      <Untranslated view={view} />
      {notes.length > 0 && (
        <details>
          <summary>{words.notes(alike(notes).length)}</summary>
          {list(alike(notes))}
        </details>
      )}
    </div>
  );
}

/** Of whom else it was found, each with the way to where it is put right. */
function Likewise({ view, findings }: { view: FoundView; findings: readonly VendorFinding[] }) {
  const { findings: words } = wordsFor(view.locale).screens.drafts;
  return (
    <p class="links">
      {words.likewise}
      {findings.slice(0, MOST_FOUND).map((finding) => (
        <Mending view={view} finding={finding} isNamed />
      ))}
      {findings.length > MOST_FOUND && <span class="hint">{words.more(findings.length - MOST_FOUND)}</span>}
    </p>
  );
}

/** The way to where what was found is put right: the field of the vendor's form, or the organisation's holidays. */
function Mending({ view, finding, isNamed }: { view: FoundView; finding: VendorFinding; isNamed?: true }) {
  const { screens, consoleWords } = wordsFor(view.locale);
  const { changeSet } = view.preview;
  const { vendor, pointer, code } = finding;
  const name = isNamed && aboutWhom(finding);
  if (!view.mayWrite) return name ? <span dir="auto">{name}</span> : null;
  if (code === "holidays-not-entered")
    return (
      <a href={`${href(view, CONSOLE_PAGES.organisation)}#holidays`}>
        {screens.kit.named(consoleWords.page.organisation, screens.organisation.fields.holidays)}
      </a>
    );
  const change = changeSet.changes.find((each) => each.vendor === vendor);
  if (!change || pointer === "") return name ? <span dir="auto">{name}</span> : null;
  const form = formPath.edit(view, vendor, changeSet.number);
  return <ToField form={form} vendor={change.name} pointer={pointer} locale={view.locale} name={name} />;
}

/** The errors that were found, each kind of them with a box: what is announced all the same. */
export function Accepting({ errors, form }: { errors: readonly VendorFinding[]; form: FormState }) {
  const { locale } = form;
  const { screens, sources } = wordsFor(locale);
  const { findings: words } = screens.drafts;
  const accepted = form.values.acceptFindings ?? [];
  const byCode = Map.groupBy(errors, ({ code }) => code);
  return (
    <ul class="found" id="acceptFindings" tabindex={-1}>
      {[...byCode].map(([code, same]: [FindingCode, VendorFinding[]]) => (
        <li>
          {same.slice(0, MOST_FOUND).map((finding) => (
            <p>
              <Badge tone={SEVERITY_TONES[finding.severity]}>{words.severities[finding.severity]}</Badge>{" "}
              {findingSentence(finding, locale)}
            </p>
          ))}
          {same.length > MOST_FOUND && <p class="hint">{words.more(same.length - MOST_FOUND)}</p>}
          <p class="check">
            <label>
              <input type="checkbox" name="acceptFindings" value={code} checked={accepted.includes(code)} />
              {same.length > 1 ? words.acceptAll(same.length) : words.acceptLabel}
            </label>
            <span class="hint">{words.source(sources[FINDINGS[code].basis])}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
