import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { inLanguage } from "../../model/values/text.ts";
import { formatCountry, wordsFor } from "../../words/index.ts";
import type { PartyRole } from "../../words/role.ts";
import { coversOf, type Judging, transferLines } from "../describe/transfers.ts";
import { describeLocation, type Names } from "../describe/value.ts";
import { NotStated, ownLang, Prose } from "../parts/facts.tsx";
import { href, type RegisterView } from "../shell/view.ts";
import { type ComingChanges, comingTo } from "./comes.ts";
import { countedPlaces, isOutsideEea, type ListedService } from "./listed.ts";
import { entitiesOf, kindOfParty, More, Part, TransferFact, Used, Who } from "./service.tsx";

/** What all rows of a list share: made once for all of them. */
export type RowFrame = {
  view: RegisterView;
  organisation: Organisation;
  /** The date of the list, where that is not today. */
  at: IsoDate | undefined;
  /** By the law of the list's date. */
  judging: Judging;
  names: Names;
  /** The role of everything on the list, which no row has to say. */
  role: PartyRole;
  coming: ComingChanges;
  /** Where rows are not grouped by their category, each says its own. */
  hasCategories: boolean;
  level: 3 | 4;
  /** Whether details are open from the start. */
  isOpen: boolean;
};

/** The columns of the list, by what their head says. */
export const COLUMNS = 5;

/** The fields that have a column, so that details leave them out. */
const IN_COLUMNS = ["purpose", "dataCategories", "locations"] as const;

/** A service in the list: a row to be scanned, and one with whatever else is stated, folded. */
export function Row({ listed, frame }: { listed: ListedService; frame: RowFrame }) {
  const { view, organisation, judging, isOpen } = frame;
  const { law, on } = judging;
  const { locale } = view;
  const { terms, page } = wordsFor(locale);
  const { entry, service, name } = listed;
  const lines = transferLines(entry.document, service, judging, locale);
  return (
    <>
      <tr class="listed" id={listed.id}>
        <th scope="row">
          <Named listed={listed} frame={frame} />
        </th>
        <td>
          <What listed={listed} frame={frame} />
        </td>
        <td>
          <Cell label={terms.explained(page.list.data, "")} text={service.dataCategories.join(", ")} />
        </td>
        <td>
          <Where listed={listed} frame={frame} />
        </td>
        <td class="cover">
          <span class="label">{terms.explained(terms.fields.transfers, "")}</span>
          {coversOf(lines, locale).map(({ text, isCovered }) => (
            <p>{isCovered ? text : <NotStated locale={locale} text={text} />}</p>
          ))}
        </td>
      </tr>
      <tr class="folded">
        <td colspan={COLUMNS}>
          <details open={isOpen}>
            <summary aria-label={page.list.detailsOf(name)}>{page.list.details}</summary>
            <div class="details">
              <div class="who">
                <p>{kindOfParty(listed, locale)}</p>
                <Who listed={listed} on={on} locale={locale} />
              </div>
              <dl class="what">
                <Part part="what" but={IN_COLUMNS} listed={listed} {...{ organisation, law, on, locale }} />
                <Used listed={listed} {...{ organisation, law, on, locale }} />
                <Part part="remark" listed={listed} {...{ organisation, law, on, locale }} />
              </dl>
              <dl class="where">
                <Part part="where" but={IN_COLUMNS} listed={listed} {...{ organisation, law, on, locale }} />
                <TransferFact lines={lines} locale={locale} />
              </dl>
              <More listed={listed} locale={locale} organisation={organisation} />
            </div>
          </details>
        </td>
      </tr>
    </>
  );
}

type Props = { listed: ListedService; frame: RowFrame };

function Named({ listed, frame: { view, at, role, coming, level } }: Props) {
  const { locale } = view;
  const { terms } = wordsFor(locale);
  const { entry, service, name, id } = listed;
  const { relationship, identity } = entry.document;
  const Heading = `h${level}` as const;
  const besides = [
    ...(role === service.role && identity === "named" ? [] : [kindOfParty(listed, locale)]),
    ...(relationship === "affiliate" ? [terms.choices.relationship.affiliate] : []),
  ];
  return (
    <>
      <Heading dir="auto">
        <a href={`${href(view, `/vendors/${entry.slug}`, { at })}#${id}`}>{name}</a>
      </Heading>{" "}
      {entitiesOf(listed).map((each) => (
        <p class="entity" dir="auto">
          {each}
        </p>
      ))}
      {besides.length > 0 && <p class="entity">{besides.join(", ")}</p>}
      {comingTo(listed, coming, locale).map(({ changeSet, text }) => (
        <p class="comes">
          <a href={href(view, `/changes/${changeSet}`)}>{text}</a>
        </p>
      ))}
    </>
  );
}

function What({ listed: { service }, frame: { view, hasCategories, organisation } }: Props) {
  const { purpose, nature, category, optional } = service;
  const said = purpose ?? nature;
  return (
    <div class="brief">
      {hasCategories && category && (
        <p class="of-category" dir="auto" lang={ownLang(organisation, view.locale)}>
          {category}
        </p>
      )}{" "}
      {said && <Prose {...inLanguage(said, view.locale, organisation.defaultLocale)} />}{" "}
      {optional && <p class="aside">{wordsFor(view.locale).page.service.optional}</p>}
      {!said && !optional && !(hasCategories && category) && <Nothing />}
    </div>
  );
}

function Where({ listed, frame: { view, names } }: Props) {
  const { locale } = view;
  const { page, terms, transfers } = wordsFor(locale);
  const places = [...new Set(listed.service.locations.map((each) => describeLocation(each, locale, names)))];
  const seat = countedPlaces(listed).find((place) => place.kind === "establishment" && isOutsideEea(place));
  return (
    <div class="brief">
      <span class="label">{terms.explained(terms.fields.locations, "")}</span>
      <p>{places.length > 0 ? places.join(", ") : <NotStated locale={locale} text={page.service.placeNotStated} />}</p>{" "}
      {seat && <p class="aside">{transfers.brief.seat(formatCountry(seat.country, locale))}</p>}
    </div>
  );
}

/** A column's text, with its head where there are no columns. */
function Cell({ label, text }: { label: string; text: string }) {
  if (text === "") return <Nothing />;
  return (
    <div class="brief" dir="auto">
      <span class="label">{label}</span>
      {text}
    </div>
  );
}

/** Nothing is stated: a dash, as an empty cell might be an oversight. */
const Nothing = () => <span class="nothing">–</span>;
