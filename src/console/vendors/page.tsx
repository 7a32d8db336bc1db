import type { DatedState } from "../../model/change/change-set.ts";
import type { ChangeView } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { href } from "../../page/shell/view.ts";
import { VendorEntry } from "../../page/vendor/entry.tsx";
import type { CodedFinding, Law, Severity } from "../../transfers/index.ts";
import { capitalised, formatDate, wordsFor } from "../../words/index.ts";
import { StateBadge } from "../changes/list.tsx";

import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { Differs } from "./drafted.tsx";
import { FoundList } from "./found.tsx";
import { type ListedRow, pendingLine, VendorBadge } from "./list.tsx";
import { vendorPath } from "./path.ts";

/** A change of the vendor, with what matters of its set. */
export type PastChange = ChangeView & { number: number; state: DatedState; rectification: object | null };

export type VendorPageView = ConsoleView & {
  vendor: Omit<ListedRow, "findings"> & {
    findings: readonly (CodedFinding & { severity: Severity; pointer: string })[];
  };
  publisher: Organisation;
  law: Law;
  today: IsoDate;
  history: readonly PastChange[];
  next: string | null;
  cursor?: string | undefined;
  mayWrite: boolean;
  mayErase: boolean;
  /** The draft that is come from: what is edited goes into it. */
  into?: string | undefined;
};

/** One vendor: what the list says of it, what is found, what is to come of it, and what it was. */
export function renderVendor(view: VendorPageView): string {
  const { consoleWords, screens } = wordsFor(view.locale);
  const { vendors: words } = screens;
  const { vendor } = view;
  return renderScreen(
    view,
    {
      page: "vendors",
      title: vendor.name,
      back: {
        path: "/console/vendors",
        label: consoleWords.page.vendors,
      },
      lead: (
        <>
          {vendor.legalName && vendor.legalName !== vendor.name && <span dir="auto">{vendor.legalName} </span>}
          <VendorBadge view={view} of={vendor} />
        </>
      ),
      buttons: view.mayWrite && <Buttons view={view} />,
    },
    <>
      <Found view={view} />
      <Coming view={view} />
      <section aria-labelledby="entry">
        <h2 id="entry">{vendor.neverListed ? words.neverListed.entry : words.entryOf[vendor.status]}</h2>
        <Entry view={view} />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <History view={view} />
      </section>
      {view.mayErase && (
        <p>
          <a href={href(view, `${vendorPath(vendor.slug)}/erase`)}>{words.erase}</a>
        </p>
      )}
    </>,
  );
}

/** The draft that the vendor is edited in: what is in one alone, or has been put into the one that is come from. */
function draftOf({ vendor: { status, pending }, into }: VendorPageView): string | undefined {
  const isIn = pending.some(({ changeSet, kind }) => String(changeSet) === into && kind !== "removed");
  return isIn ? into : status === "draft" ? String(pending.at(-1)?.changeSet) : undefined;
}

function editPath(view: VendorPageView): string {
  const draft = draftOf(view);
  const into = draft === undefined ? view.into : undefined;
  return href(view, `${vendorPath(view.vendor.slug)}/edit`, { draft, into });
}

function Buttons({ view }: { view: VendorPageView }) {
  const { vendors: words } = wordsFor(view.locale).screens;
  const { slug, status } = view.vendor;
  const path = vendorPath(slug);
  if (status === "removed")
    return (
      <a class="button" href={href(view, "/console/new-vendor", { returning: slug })}>
        {words.returns}
      </a>
    );
  const into = draftOf(view) === undefined ? view.into : undefined;
  return (
    <>
      <a class="button" href={editPath(view)}>
        {words.edit}
      </a>
      {status !== "draft" && (
        <>
          <a href={href(view, `${path}/wrong`)}>{words.wrong}</a>
          <a href={href(view, `${path}/remove`, { into })}>{words.remove}</a>
        </>
      )}
    </>
  );
}

function Found({ view }: { view: VendorPageView }) {
  const { vendors: words } = wordsFor(view.locale).screens;
  const { findings, status, name } = view.vendor;
  if (status === "removed") return null;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{words.found}</h2>
      {findings.length === 0 ? (
        <p class="hint">{words.noFindings}</p>
      ) : (
        <FoundList
          findings={findings}
          locale={view.locale}
          mended={view.mayWrite ? { form: editPath(view), vendor: name } : undefined}
        />
      )}
    </section>
  );
}

function Coming({ view }: { view: VendorPageView }) {
  const { vendors: words } = wordsFor(view.locale).screens;
  const { pending, slug } = view.vendor;
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{words.coming}</h2>
      {pending.length === 0 ? (
        <p class="hint">{words.nothingComing}</p>
      ) : (
        <ul class="rows">
          {pending.map((each) => (
            <li>
              <span>
                {wordsFor(view.locale).terms.explained(pendingLine(each, view), "")}
                <a href={href(view, `/console/changes/${each.changeSet}`)}>{words.openChange(each.changeSet)}</a>
              </span>
              {view.mayWrite && each.state === "draft" && each.kind !== "removed" && (
                <a
                  href={href(view, `${vendorPath(slug)}/edit`, { draft: String(each.changeSet) })}
                  aria-label={words.editIn(each.changeSet)}
                >
                  {words.editHere}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** As readers of the page see it. */
function Entry({ view }: { view: VendorPageView }) {
  const { vendor, publisher, law, today, locale } = view;
  const { slug, changeSet, effectiveOn, status, neverListed, pending, transfers, findings, ...document } = vendor;
  return (
    <div class="entry">
      <VendorEntry slug={slug} document={document} organisation={publisher} law={law} on={today} locale={locale} />
    </div>
  );
}

function History({ view }: { view: VendorPageView }) {
  const { screens, terms, rectification, changes } = wordsFor(view.locale);
  const { vendors: words } = screens;
  const { locale } = view;
  return (
    <>
      <Table
        caption={words.historyOf}
        rows={view.history}
        columns={[
          {
            head: words.historyColumns.what,
            cell: (change) => (
              <a href={href(view, `/console/changes/${change.number}`)}>
                {(change.rectification ? rectification.page.kinds : terms.kinds)[change.kind]}
                {", "}
                {changes.number(change.number)}
              </a>
            ),
          },
          {
            head: words.historyColumns.when,
            cell: ({ effectiveOn, state, withdrawn }) => {
              const on = effectiveOn && formatDate(effectiveOn, locale);
              return on && (state === "withdrawn" || withdrawn) ? screens.told.wouldHave(on) : on;
            },
          },
          { head: words.historyColumns.state, cell: ({ state }) => <StateBadge view={view} of={{ state }} /> },
          {
            head: words.whatChanged,
            cell: (change) => (
              <details>
                <summary>{capitalised(words.whatChanged)}</summary>
                <Differs {...view} view={view} change={change} isCorrection={change.rectification !== null} />
              </details>
            ),
          },
        ]}
      />
      <Paging view={view} path={vendorPath(view.vendor.slug)} cursor={view.cursor} next={view.next} />
    </>
  );
}
