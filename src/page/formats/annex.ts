import { fieldsOf, isUsual } from "../../model/vendor/field-lookup.ts";
import { type FieldName, SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "../../model/vendor/fields.ts";
import { lawWith } from "../../transfers/index.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { whenAndWhat } from "../changes/in-effect.tsx";
import { readingsOf, transferLines } from "../describe/transfers.ts";
import { describeValue, isStated } from "../describe/value.ts";
import type { ListedService } from "../register/listed.ts";
import { listTitleOn } from "../shell/title.ts";
import { href, isUnnamed, titled } from "../shell/view.ts";
import { comingFor, type ListView, listFor, whyEmpty } from "./list-for.ts";

/** A line of a cell; `label` says what it is, where that is not plain. */
export type AnnexLine = { label?: string; text: string; isTitle?: boolean };

/** `heading`: what its rows are, where not all of the list is that. */
export type AnnexTable = { heading: string | null; rows: AnnexLine[][][] };

/** The list as a document: what Art. 28(3) GDPR and, of specific authorisations, the annexes of the clauses ask of each, as a table. */
export type Annex = {
  title: string;
  lead: string[];
  columns: string[];
  /** Subprocessors first; what is none stands under a heading of its own beside them. */
  tables: AnnexTable[];
  /** What is said in the place of tables where there are none. */
  empty: string | null;
  coming: { heading: string; lines: { text: string; address: string }[] } | null;
  /** Which version it is, of when, and where the list is. */
  source: string[];
  address: string;
};

/** Where the table has what is stated of a service; anything else is part of the description of the processing. */
const DATA: ReadonlySet<FieldName> = new Set(["dataCategories", "sensitiveData", "dataSubjects"]);
const DURATION: ReadonlySet<FieldName> = new Set(["retention"]);

/** The list of a day as a document that can be put into a contract, in the language of the view. */
export function annexOf(view: ListView): Annex {
  const { register, on, locale, publicUrl, product, region, today } = view;
  const { organisation, snapshot } = register;
  const { page, annex: words, changes } = wordsFor(locale);
  const listed = listFor(view);
  const named = (options: { key: string; name: string }[], key: string) =>
    options.find((each) => each.key === key)?.name ?? key;
  const coming = comingIn(view);
  const address = `${publicUrl}${href(view, "/", { at: on === today ? undefined : on, product, region })}`;
  return {
    title: titled(view, listTitleOn(view, on).text, organisation.legalName ?? organisation.name),
    lead: [
      page.list.on(formatDate(on, locale)),
      ...(product ? [words.forProduct(named(organisation.products, product))] : []),
      ...(region ? [words.forRegion(named(organisation.hostingRegions, region))] : []),
      words.laidOut,
      ...(organisation.exhaustive || listed.length === 0 || isUnnamed(view)
        ? []
        : [page.list.examples(organisation.name)]),
    ],
    columns: [words.who, words.contact, words.processing, words.data, words.duration, words.where],
    tables: tablesOf(listed, view),
    empty: whyEmpty(view, listed),
    coming: coming.length === 0 ? null : { heading: changes.coming.heading, lines: coming },
    source: [
      ...(snapshot ? [page.version(snapshot.number), `${page.footer.fingerprint} ${snapshot.hash}`] : []),
      ...(snapshot ? [] : [page.footer.unpublished]),
    ],
    address,
  };
}

/** The annexes name subprocessors: others are no part of them, and a list of others alone is none of that. */
function tablesOf(listed: readonly ListedService[], view: ListView): AnnexTable[] {
  const { otherRoles } = wordsFor(view.locale).annex;
  const [subprocessors, others] = [true, false].map((isOne) =>
    listed.filter(({ service }) => (service.role === "subprocessor") === isOne).map((each) => rowOf(each, view)),
  ) as [AnnexLine[][][], AnnexLine[][][]];
  return [
    { heading: null, rows: subprocessors },
    { heading: subprocessors.length > 0 ? otherRoles : null, rows: others },
  ].filter(({ rows }) => rows.length > 0);
}

function rowOf({ entry, service, name }: ListedService, view: ListView): AnnexLine[][] {
  const { register, on, locale } = view;
  const { organisation, amendments } = register;
  const { terms } = wordsFor(locale);
  const { document } = entry;
  const names = { ...organisation, on, isBrief: true };
  const line = (field: FieldName, value: unknown, saysNone = false): AnnexLine[] => {
    if (!isStated(value)) return saysNone ? [{ label: terms.fields[field], text: terms.notStated }] : [];
    return [{ label: terms.fields[field], text: terms.clauses(describeValue(field, value, locale, names)) }];
  };
  // Where a transfer tool is missing, the transfers say so under each regime; elsewhere none is.
  const isMissed = (field: keyof typeof SERVICE_FIELDS) =>
    SERVICE_FIELDS[field].notice === "always" && field !== "safeguards";
  const ofVendor = (isAsked: (field: keyof VendorFacts) => boolean) =>
    fieldsOf(VENDOR_FIELDS)
      .filter((field) => isAsked(field) && !isUsual(VENDOR_FIELDS[field], document[field]))
      .flatMap((field) => line(field, document[field]));
  const ofService = (isAsked: (field: keyof typeof SERVICE_FIELDS) => boolean) =>
    fieldsOf(SERVICE_FIELDS)
      .filter((field) => isAsked(field) && !isUsual(SERVICE_FIELDS[field], service[field]))
      .flatMap((field) => line(field, service[field], isMissed(field)));
  const transfers = transferLines(document, service, { ...organisation, law: lawWith(amendments), on }, locale);
  const isWhere = (field: keyof typeof SERVICE_FIELDS) => SERVICE_FIELDS[field].page === "where";
  // Cookies are of a website, not of a contract.
  const isElsewhere = (field: keyof typeof SERVICE_FIELDS) =>
    SERVICE_FIELDS[field].page === "details" ||
    field === "key" ||
    field === "name" ||
    DATA.has(field) ||
    DURATION.has(field) ||
    isWhere(field);
  return [
    [
      { text: document.name, isTitle: true },
      ...ofVendor((field) => field !== "name" && field !== "contact" && VENDOR_FIELDS[field].page !== "links"),
    ],
    document.contact
      ? [{ text: describeValue("contact", document.contact, locale).join("\n") }]
      : [{ text: terms.notStated }],
    [{ text: name, isTitle: true }, ...ofService((field) => !isElsewhere(field))],
    ofService((field) => DATA.has(field)),
    service.retention
      ? ofService((field) => DURATION.has(field)).map(({ text }) => ({ text }))
      : [{ text: terms.notStated }],
    [
      ...ofService(isWhere),
      ...readingsOf(transfers, locale).map(({ under, reading }) => ({
        label: `${terms.fields.transfers} (${under})`,
        text: reading,
      })),
    ],
  ];
}

/** What is to come, each set with where it is told in full. */
function comingIn(view: ListView): { text: string; address: string }[] {
  const { publicUrl } = view;
  return comingFor(view).map((set) => ({
    text: whenAndWhat(set, view),
    address: `${publicUrl}${href(view, `/changes/${set.number}`)}`,
  }));
}
