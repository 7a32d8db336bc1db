import type { VendorStatus } from "../../model/change/history.ts";
import type { VendorView } from "../../model/change/register.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { localized } from "../../model/values/text.ts";
import { listSome } from "../../page/describe/names.ts";
import { nameCertification } from "../../page/describe/value.ts";
import { href } from "../../page/shell/view.ts";
import { type Assessed, isWorse, type Severity, type Verdict } from "../../transfers/index.ts";
import { formatCountry, formatDate, formatList, wordsFor } from "../../words/index.ts";
import { UPLOAD_PATH } from "../imports/paths.ts";
import { Pick } from "../kit/choices.tsx";
import { Text } from "../kit/fields.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Narrow } from "../kit/narrow.tsx";
import { Badge, Empty, type Tone } from "../kit/parts.tsx";
import { Place, PlaceNames } from "../kit/places.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";

/** A vendor of the table, with what covers its transfers and how grave what is found is. */
export type ListedRow = VendorView & { transfers: readonly Assessed[]; findings: readonly { severity: Severity }[] };

export type Filters = { q?: string; place?: string; status?: string; wanting?: string };

export type VendorsView = ConsoleView & {
  today: IsoDate;
  regimes: Organisation["regimes"];
  defaultLocale: Organisation["defaultLocale"];
  rows: readonly ListedRow[];
  next: string | null;
  cursor?: string | undefined;
  /** What was asked for, as it was typed. */
  filters: Filters;
  /** The draft that is come from: what is added or edited goes into it. */
  into?: string | undefined;
  mayWrite: boolean;
};

const TONES: Record<VendorStatus, Tone> = {
  draft: "plain",
  upcoming: "waiting",
  active: "good",
  leaving: "waiting",
  removed: "bad",
};

type Standing = Pick<VendorView, "status" | "neverListed">;

/** What a vendor is today, in a word or two. */
export function VendorBadge({ view, of: { status, neverListed } }: { view: ConsoleView; of: Standing }) {
  const { status: words, neverListed: never } = wordsFor(view.locale).screens.vendors;
  return neverListed ? <Badge>{never.badge}</Badge> : <Badge tone={TONES[status]}>{words[status]}</Badge>;
}

/** Every vendor, by name, with what is to be known at a glance; or those that are like what was asked for. */
export function renderVendors(view: VendorsView): string {
  const { vendors: words } = wordsFor(view.locale).screens;
  const isFiltered = Object.values(view.filters).some((each) => each !== undefined && each !== "");
  const isEmpty = !isFiltered && view.rows.length === 0 && view.cursor === undefined;
  const add = view.mayWrite && (
    <>
      <a class="button" href={href(view, "/console/new-vendor", { into: view.into })}>
        {words.add}
      </a>{" "}
      <a class="button quiet" href={href(view, UPLOAD_PATH)}>
        {wordsFor(view.locale).screens.imports.title}
      </a>
    </>
  );
  return renderScreen(
    view,
    { page: "vendors", lead: words.lead, buttons: !isEmpty && add },
    isEmpty ? (
      <Empty title={words.empty.title}>
        <p>{words.empty.text}</p>
        {add && <p>{add}</p>}
      </Empty>
    ) : (
      <div class="vendors">
        {view.into && <p class="notice">{words.into(Number(view.into))}</p>}
        <FilterForm view={view} isFiltered={isFiltered} />
        {view.rows.length === 0 ? (
          <p role="status">{words.filter.none}</p>
        ) : (
          <Vendors view={view} caption={isFiltered ? words.filter.found : words.all} />
        )}
        <Paging
          view={view}
          path="/console/vendors"
          filters={{ ...view.filters, into: view.into }}
          cursor={view.cursor}
          next={view.next}
        />
      </div>
    ),
  );
}

function FilterForm({ view, isFiltered }: { view: VendorsView; isFiltered: boolean }) {
  const { filter: words, status, wanting } = wordsFor(view.locale).screens.vendors;
  const values = Object.fromEntries(Object.entries(view.filters).map(([name, value]) => [name, value ? [value] : []]));
  const form: FormState = { locale: view.locale, labels: words.fields, values, wrong: {} };
  return (
    <search>
      <Narrow
        view={view}
        path="/console/vendors"
        as="filters"
        button={wordsFor(view.locale).screens.kit.search}
        kept={{ into: view.into }}
        isNarrowed={isFiltered}
        folded={
          <>
            <Place form={form} name="place" />
            <Pick form={form} name="status" options={Object.entries(status)} blank={words.any} />
            <Pick form={form} name="wanting" options={Object.entries(wanting)} blank={words.any} />
          </>
        }
      >
        <Text form={form} name="q" type="search" maxlength={200} />
        <PlaceNames locale={view.locale} />
      </Narrow>
    </search>
  );
}

function Vendors({ view, caption }: { view: VendorsView; caption: string }) {
  const { columns } = wordsFor(view.locale).screens.vendors;
  return (
    <Table
      caption={caption}
      rows={view.rows}
      columns={[
        { head: columns.vendor, cell: (row) => <Named view={view} row={row} /> },
        ...(view.rows.some((row) => servicesOf(row, view).length > 0)
          ? [{ head: columns.services, cell: (row: ListedRow) => few(servicesOf(row, view), view) }]
          : []),
        { head: columns.countries, cell: (row) => few(placesOf(row, view), view) },
        { head: columns.cover, cell: (row) => <Cover view={view} row={row} /> },
        { head: columns.certification, cell: (row) => few(certificationsOf(row, view), view) },
        { head: columns.next, cell: (row) => <Next view={view} row={row} /> },
        { head: columns.findings, cell: (row) => findingsOf(row, view) },
      ]}
    />
  );
}

function Named({ view, row }: { view: VendorsView; row: ListedRow }) {
  const { name, legalName, slug, status } = row;
  return (
    <>
      <a href={href(view, `/console/vendors/${slug}`, { into: view.into })} dir="auto">
        {name}
      </a>
      {legalName && legalName !== name && (
        <>
          <br />
          <small class="hint" dir="auto">
            {legalName}
          </small>
        </>
      )}
      {status !== "active" && (
        <>
          <br />
          <VendorBadge view={view} of={row} />
        </>
      )}
    </>
  );
}

const SHOWN = 3;

/** Each of some things once, the first by name. */
const few = (all: readonly string[], { locale }: ConsoleView): string =>
  listSome([...new Set(all)], locale, { most: SHOWN });

const LONGEST_PURPOSE = 80;

/** What its services are called, or else what they are for. */
const servicesOf = ({ services }: ListedRow, { locale, defaultLocale }: VendorsView): string[] =>
  services.flatMap(({ name, category, purpose }) => {
    const said = name ?? category ?? (purpose && localized(purpose, locale, defaultLocale)) ?? "";
    return said.length > LONGEST_PURPOSE ? `${said.slice(0, LONGEST_PURPOSE).trimEnd()}…` : said || [];
  });

const placesOf = ({ services }: ListedRow, { locale }: ConsoleView): string[] =>
  services.flatMap(({ locations }) => locations.map(({ country }) => formatCountry(country, locale)));

/** What the least covered of its services has, the regimes that say the same together. */
function Cover({ view, row: { transfers } }: { view: VendorsView; row: ListedRow }) {
  const { terms } = wordsFor(view.locale);
  const byVerdict = Map.groupBy(view.regimes, (regime) => {
    const verdicts = transfers.filter((each) => each.regime === regime).map((each) => each.verdict);
    return verdicts.reduce<Verdict | null>((a, b) => (a === null || isWorse(b, a) ? b : a), null);
  });
  return (
    <ul class="plain">
      {[...byVerdict].map(
        ([verdict, regimes]) =>
          verdict && (
            <li>
              {terms.explained(
                formatList(
                  regimes.map((each) => terms.regimes[each]),
                  view.locale,
                ),
                "",
              )}
              <span class={verdict === "gap" || verdict === "unknown" ? "wanting" : undefined}>
                {terms.verdicts[verdict]}
              </span>
            </li>
          ),
      )}
    </ul>
  );
}

/** When its certifications end, and when that of its cover was last looked at. */
function certificationsOf({ certifications = [], services }: ListedRow, { locale, today }: VendorsView): string[] {
  const words = wordsFor(locale).screens.vendors;
  const checks = services.flatMap(({ safeguards }) => safeguards.flatMap(({ checkedOn }) => checkedOn ?? []));
  const last = checks.sort().at(-1);
  return [
    ...certifications.map((each) => nameCertification(each, locale, today)),
    ...(last ? [words.checked(formatDate(last, locale))] : []),
  ];
}

function Next({ view, row: { pending } }: { view: VendorsView; row: ListedRow }) {
  const [next, ...others] = pending;
  if (!next) return null;
  return (
    <>
      <a href={href(view, `/console/changes/${next.changeSet}`)}>{pendingLine(next, view)}</a>
      {others.length > 0 && ` ${wordsFor(view.locale).screens.vendors.more(others.length)}`}
    </>
  );
}

/** "Removed on 3 January 2027", "Changed in a draft"; and of what customers have to approve that it waits for that. */
export function pendingLine(pending: VendorView["pending"][number], view: ConsoleView): string {
  const { kind, state, effectiveOn, awaitsApproval } = pending;
  const words = wordsFor(view.locale).screens.vendors;
  const what = words.pending[kind][state === "draft" ? "draft" : "announced"];
  if (effectiveOn === null) return awaitsApproval ? words.awaiting(what) : what;
  const on = words.on(what, formatDate(effectiveOn, view.locale));
  return awaitsApproval ? words.notBefore(on) : on;
}

function findingsOf({ findings }: ListedRow, { locale }: ConsoleView): string {
  const words = wordsFor(locale).screens.vendors;
  const lines = (["error", "warning", "info"] as const).flatMap((severity) => {
    const n = findings.filter((each) => each.severity === severity).length;
    return n === 0 ? [] : [words.findings[severity](n)];
  });
  return lines.length === 0 ? words.none : lines.join(", ");
}
