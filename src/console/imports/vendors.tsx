import { PLANNED, type Planned } from "../../imports/plan-entry.ts";
import { DifferenceRows } from "../../page/changes/difference.tsx";
import { gist } from "../../page/changes/summary.ts";
import { describeChange, statedIn } from "../../page/describe/change.ts";
import { Prose as Written } from "../../page/parts/facts.tsx";
import { href } from "../../page/shell/view.ts";
import type { PlannedVendor } from "../../registry/imports/read-plan.ts";
import { sayFault } from "../../words/fault.ts";
import { capitalised, formatList, wordsFor } from "../../words/index.ts";
import { weightReason } from "../../words/weight-reason.ts";
import { WEIGHT_TONES } from "../changes/draft-vendors.tsx";
import { Action, Badge, Tabs } from "../kit/parts.tsx";
import { MadeOf, Suggestions } from "./made-of.tsx";
import { planPath } from "./paths.ts";
import { sayField, sayPlace } from "./values.ts";
import type { PlanView } from "./view.ts";

/** How many vendors a page of a plan shows. */
export const PLANNED_ON_A_PAGE = 20;

/** In which order kinds are offered: first what has questions. */
export const KINDS = ["unsure", "add", "change", "remove", "same"] as const satisfies readonly Planned[];
export const isKind = (text: string | undefined): text is Planned => text !== undefined && Object.hasOwn(PLANNED, text);

/** What a plan changes, a kind at a time: each vendor with what differs, what that weighs, and what it was made from. */
export function PlannedVendors({ view }: { view: PlanView }) {
  const { plan, locale, shown } = view;
  const { imports: words, kit } = wordsFor(locale).screens;
  const path = planPath(plan.id);
  const all = plan.vendors.filter(({ what }) => what === shown.kind);
  const of = Math.max(1, Math.ceil(all.length / PLANNED_ON_A_PAGE));
  const some = all.slice((shown.page - 1) * PLANNED_ON_A_PAGE, shown.page * PLANNED_ON_A_PAGE);
  const isOpen = plan.changeSet === null;
  return (
    <section class="planned" aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      <Tabs
        view={view}
        label={words.shown}
        tabs={KINDS.filter((kind) => plan.totals[kind] > 0 || kind === shown.kind).map((kind) => ({
          path: `${path}?show=${kind}#plan`,
          label: words.show[kind](plan.totals[kind]),
          current: kind === shown.kind,
        }))}
      />
      {all.length === 0 && <p>{words.none}</p>}
      {shown.kind === "remove" && all.length > 0 && (
        <>
          <p class="hint">{words.removedHint}</p>
          {isOpen && <Action view={view} action={`${path}/keep`} button={words.keepAll(all.length)} quiet />}
        </>
      )}
      {shown.kind === "same" ? (
        <ul class="rows">
          {some.map((vendor) => (
            <Unchanged view={view} vendor={vendor} />
          ))}
        </ul>
      ) : (
        some.map((vendor) => <Changed view={view} vendor={vendor} />)
      )}
      {of > 1 && (
        <nav class="paging" aria-label={kit.pages}>
          {shown.page > 1 && <a href={`${href(view, path, { show: shown.kind })}#plan`}>{kit.first}</a>}
          {shown.page < of && (
            <a class="onward" href={`${href(view, path, { show: shown.kind, page: String(shown.page + 1) })}#plan`}>
              {kit.next}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

type VendorProps = { view: PlanView; vendor: PlannedVendor };

/** A vendor that stays as it is, and why, where that is not plain. */
function Unchanged({ view, vendor }: VendorProps) {
  const { imports: words } = wordsFor(view.locale).screens;
  const { name, key, inDraft, skipped } = vendor;
  return (
    <li>
      <span>
        <span dir="auto">{name}</span>{" "}
        {inDraft !== null && (
          <a class="hint" href={href(view, `/console/changes/${inDraft}`)}>
            {words.inDraft(inDraft)}
          </a>
        )}
        {skipped && <small class="hint">{words.skipped}</small>}
      </span>
      {skipped && view.plan.changeSet === null && (
        <Action
          view={view}
          action={`${planPath(view.plan.id)}/skip`}
          button={words.unskip}
          name={words.unskipNamed(name)}
          quiet
          fields={{ key, skip: "no" }}
        />
      )}
    </li>
  );
}

function Changed({ view, vendor }: VendorProps) {
  const { locale, settings, law, today, plan } = view;
  const { screens, terms } = wordsFor(locale);
  const words = screens.imports;
  const { key, name, before, after, diff, weight, weightGrounds } = vendor;
  const kind = before === null ? "added" : after === null ? "removed" : "updated";
  const told = { name, kind, before, after, diff } as const;
  const { note, rows, kind: called } = describeChange(told, locale, settings, { ...settings, law, on: today });
  const difference = <DifferenceRows rows={rows} kind={kind} locale={locale} />;
  return (
    <section class="changed" aria-labelledby={`${key}--heading`}>
      <h3 id={`${key}--heading`}>
        <span dir="auto">{name}</span> <span class={`tag ${kind}`}>{called}</span>
      </h3>
      <Known view={view} vendor={vendor} />
      {note && <Written text={note} />}
      {kind === "updated" ? (
        difference
      ) : (
        <>
          {gist(told, locale, settings).map((line) => (
            <Written text={line} of="gist" />
          ))}
          <details>
            <summary>{screens.drafts.showAll(statedIn(rows, locale))}</summary>
            {difference}
          </details>
        </>
      )}
      {weight !== null && (
        <div class="weighs">
          <Badge tone={WEIGHT_TONES[weight]}>{terms.weights[weight]}</Badge>
          <Written text={capitalised(weightReason(weightGrounds, locale))} />
        </div>
      )}
      <MadeOf view={view} vendor={vendor} />
      <Suggestions view={view} vendor={vendor} />
      {plan.changeSet === null && (
        <Action
          view={view}
          action={`${planPath(plan.id)}/skip`}
          button={kind === "added" ? words.leaveOutNamed(name) : words.skip}
          name={kind === "added" ? undefined : words.skipNamed(name)}
          quiet
          fields={{ key, skip: "yes" }}
        />
      )}
    </section>
  );
}

/** For whom it was taken, and what else is to be known of it. */
function Known({ view, vendor }: VendorProps) {
  const { imports: words } = wordsFor(view.locale).screens;
  const { match, rows, returning, drafts, faults } = vendor;
  const isPlain = match === null || match.by === "slug" || match.by === "name";
  return (
    <>
      {rows.length > 0 && (
        <p class="hint">
          {words.rows(
            rows
              .slice(0, 5)
              .map((at) => sayPlace(at, view.locale))
              .join(", "),
          )}
        </p>
      )}
      {!isPlain && <p>{words.takenFor(match.name, words.matches[match.by])}</p>}
      {returning && <p>{words.returning}</p>}
      {drafts.length > 0 && <p class="hint">{words.alsoIn(formatList(drafts.map(String), view.locale))}</p>}
      {faults.length > 0 && (
        <div class="notice">
          <p>
            <strong>{words.faulty}</strong>
          </p>
          <ul>
            {faults.map(({ pointer, detail }) => (
              <li>{words.fault(sayField(pointer, view.locale), sayFault(detail, view.locale))}</li>
            ))}
          </ul>
          <p>{words.faultHint}</p>
        </div>
      )}
    </>
  );
}
