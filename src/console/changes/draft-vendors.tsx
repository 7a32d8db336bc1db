import type { ChangeView } from "../../model/change/register.ts";
import { replacementsIn } from "../../model/change/replacements.ts";
import { writtenIn } from "../../model/organisation-document.ts";
import { inLanguage } from "../../model/values/text.ts";
import { fieldAt } from "../../model/vendor/diff.ts";
import { Weight } from "../../model/vendor/grounds.ts";
import { DifferenceRows } from "../../page/changes/difference.tsx";
import { gist } from "../../page/changes/summary.ts";
import { describeChange, statedIn } from "../../page/describe/change.ts";
import { Prose as Written } from "../../page/parts/facts.tsx";
import { href } from "../../page/shell/view.ts";
import type { AnnouncedSince } from "../../registry/changes/draft/changes.ts";
import { capitalised, formatDate, formatList, wordsFor } from "../../words/index.ts";
import { weightReason } from "../../words/weight-reason.ts";
import { Pick } from "../kit/choices.tsx";
import { OwnTexts, Text } from "../kit/fields.tsx";
import { isSaid } from "../kit/form-state.ts";
import type { PageSize } from "../kit/pages.ts";
import { Badge, type Tone } from "../kit/parts.tsx";
import { formPath } from "../vendors/path.ts";
import { fieldKey } from "./draft-form.ts";
import { type DraftView, pathOf } from "./draft-view.ts";

/** The vendors on a page of a draft. */
export const DRAFT_PAGE: PageSize = { entries: 20, characters: 120_000 };

/** What a draft changes: each vendor with what differs, what that weighs and why, and its own date where that may be earlier. */
export function Vendors({ view }: { view: DraftView }) {
  const { page, locale } = view;
  const { drafts: words, kit } = wordsFor(locale).screens;
  return (
    <section aria-labelledby="vendors">
      <h2 id="vendors">{words.vendors}</h2>
      {page.of > 1 && <p class="hint">{words.morePages}</p>}
      {page.shown.map((change) => (
        <Vendor view={view} change={change} />
      ))}
      {page.of > 1 && (
        <nav class="paging" aria-label={kit.pages}>
          {page.number > 1 && <a href={href(view, pathOf(view))}>{kit.first}</a>}
          {page.number < page.of && (
            <a class="onward" href={href(view, pathOf(view), { page: String(page.number + 1) })}>
              {kit.next}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

type VendorProps = { view: DraftView; change: ChangeView };

function Vendor({ view, change }: VendorProps) {
  const { form, preview, settings, law, today, locale } = view;
  const { drafts: words, vendors: edits } = wordsFor(locale).screens;
  const { vendor, name, kind } = change;
  const on = change.effectiveOn ?? today;
  const { note, rows, kind: called } = describeChange(change, locale, settings, { ...settings, law, on });
  const announced = view.since.find((each) => each.vendor === vendor);
  const shown = <DifferenceRows rows={rows} kind={kind} locale={locale} />;
  return (
    <section class="changed" id={vendor} aria-labelledby={`${vendor}--heading`}>
      <h3 id={`${vendor}--heading`}>
        <span dir="auto">{name}</span> <span class={`tag ${kind}`}>{called}</span>
      </h3>
      <input type="hidden" name="vendors" value={vendor} />
      {announced && <Overtaken view={view} announced={announced} />}
      {note && <Written text={note} />}
      {kind === "updated" ? (
        shown
      ) : (
        <>
          {gist(change, locale, settings).map((line) => (
            <Written text={line} of="gist" />
          ))}
          <details>
            <summary>{words.showAll(statedIn(rows, locale))}</summary>
            {shown}
          </details>
        </>
      )}
      {!view.isFirstList && (
        <>
          <WeightOf view={view} change={change} />
          <OwnDate view={view} change={change} />
          <Replaces view={view} change={change} />
        </>
      )}
      {!form.readOnly && (
        <p class="buttons">
          {kind !== "removed" && (
            <a href={formPath.edit(view, vendor, preview.changeSet.number)} aria-label={edits.form.title(name)}>
              {edits.edit}
            </a>
          )}
          <button
            type="submit"
            class="quiet"
            formaction={href(view, `${pathOf({ preview })}/vendors/${vendor}/drop`)}
            aria-label={words.dropNamed(name)}
          >
            {words.drop}
          </button>
        </p>
      )}
    </section>
  );
}

export const WEIGHT_TONES = { material: "waiting", informative: "plain", editorial: "plain" } as const satisfies Record<
  Weight,
  Tone
>;

/** What it weighs and why, kept up to date by the script; and how to weigh it otherwise. */
function WeightOf({ view: { form, locale, settings }, change }: VendorProps) {
  const { screens, terms } = wordsFor(locale);
  const { weight: words } = screens.drafts;
  const { vendor, weight, weightGrounds, weightOverride } = change;
  const name = `weights.${fieldKey(vendor)}`;
  const isOpen = isSaid(form, [name]);
  const computed = weightOverride === null ? weight : null;
  const options = Weight.options
    .filter((each) => each !== computed)
    .map((each) => [each, words.choices[each]] as const);
  return (
    <>
      <div class="weighs" data-preview={`weight-${vendor}`}>
        <Badge tone={WEIGHT_TONES[weight]}>{terms.weights[weight]}</Badge>
        <Written
          {...(weightOverride
            ? inLanguage(weightOverride.reason, locale, settings.defaultLocale)
            : { text: capitalised(weightReason(weightGrounds, locale)) })}
        />
      </div>
      <details open={isOpen} hidden={form.readOnly && !isOpen}>
        <summary>{words.override[weight]}</summary>
        <div class="stack">
          <Pick form={form} name={`${name}.weight`} label={words.short} options={options} blank={words.asFound} />
          <OwnTexts
            form={form}
            name={`${name}.reason`}
            label={words.reasonShort}
            hint={words.reasonHint}
            locales={writtenIn(settings)}
            rows={2}
            maxlength={2000}
          />
        </div>
      </details>
    </>
  );
}

/** The date of one change, where it need not wait as long as the rest of its set, or has one already. */
function OwnDate({ view: { form, preview, locale }, change: { vendor, plannedOn } }: VendorProps) {
  const { drafts: words } = wordsFor(locale).screens;
  const earliest = preview.days.find((day) => day.vendor === vendor)?.earliestEffectiveOn;
  const isEarlier = earliest !== undefined && preview.days.some((day) => day.earliestEffectiveOn > earliest);
  if (!earliest || (!isEarlier && plannedOn === null)) return null;
  return (
    <Text
      form={form}
      name={`changes.${fieldKey(vendor)}.effectiveOn`}
      label={words.ownDateShort}
      hint={words.ownDateHint(formatDate(earliest, locale))}
      type="date"
    />
  );
}

/** In whose place a vendor comes, where one goes in the same set: by what both do, or as is said here. */
function Replaces({ view: { form, preview, locale }, change }: VendorProps) {
  const { replaces: words } = wordsFor(locale).screens.drafts;
  const gone = preview.changeSet.changes.filter(({ kind }) => kind === "removed");
  if (change.kind !== "added" || gone.length === 0) return null;
  const unsaid = preview.changeSet.changes.map((each) => ({ ...each, replaces: null }));
  const found = replacementsIn(unsaid).find(({ added }) => added.vendor === change.vendor);
  return (
    <Pick
      form={form}
      name={`changes.${fieldKey(change.vendor)}.replaces`}
      label={words.short}
      hint={words.hint}
      options={gone.map(({ vendor, name }) => [vendor, name])}
      blank={found ? words.asFound(found.removed.name) : words.nobody}
    />
  );
}

/** What was announced of a vendor since the draft was written, and the ways on. */
function Overtaken({ view, announced }: { view: DraftView; announced: AnnouncedSince }) {
  const { form, settings, law, today, locale } = view;
  const { screens, terms } = wordsFor(locale);
  const { overtaken: words } = screens.drafts;
  const { vendor, name, was, is, announced: diff, conflicts } = announced;
  const kind = was === null ? "added" : is === null ? "removed" : "updated";
  const told = { name, kind, before: was, after: is, diff } as const;
  const { rows } = describeChange(told, locale, settings, { ...settings, law, on: today });
  const both = [...new Set(conflicts.map(({ path }) => fieldAt(path).field || "service"))].map(
    (field) => terms.fields[field as keyof typeof terms.fields],
  );
  return (
    <div class="notice overtaken">
      <p>
        <strong>{words.title(name)}</strong>
      </p>
      <p>{is === null ? words.gone : words.text}</p>
      <DifferenceRows rows={rows} kind={kind} locale={locale} />
      {is !== null && both.length > 0 && <p>{words.conflicts(formatList(both, locale))}</p>}
      {!form.readOnly && is !== null && (
        <button
          type="submit"
          class="quiet"
          formaction={href(view, `${pathOf(view)}/vendors/${vendor}/rebase`)}
          aria-label={words.rebaseNamed(name)}
        >
          {words.rebase}
        </button>
      )}
    </div>
  );
}
