import type { Child } from "hono/jsx";
import type { IsoDate } from "../../model/values/dates.ts";
import { inLanguage, type Locale } from "../../model/values/text.ts";
import { kindOf } from "../../model/vendor/field-lookup.ts";
import type { FieldName, Kind, Kinds } from "../../model/vendor/fields.ts";
import { withoutFutureCheck } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import { describeValue, isStated, type Names } from "../describe/value.ts";
import { ContactLines } from "../parts/contact.tsx";
import { Certifications, Fact, Lines, NotStated, Prose, Safeguards } from "../parts/facts.tsx";

type Reader = { locale: Locale; names: Names & { on: IsoDate; defaultLocale: Locale } };
type Stated = Reader & { field: FieldName; value: unknown };

/** The kinds of value that the page shows as more than lines of text. */
const SHOWN: { [K in Kind]?: (value: Kinds[K], reader: Reader) => Child } = {
  localized: (text, { locale, names }) => <Prose {...inLanguage(text, locale, names.defaultLocale)} />,
  names: (names) => <Lines lines={names} of="inline" />,
  safeguards: (safeguards, { locale, names }) => (
    <Safeguards
      safeguards={safeguards.map((each) => withoutFutureCheck(each, names.on))}
      locale={locale}
      own={names.defaultLocale}
    />
  ),
};

/** A field with its label. An empty one is left out; but that no place is stated is said, as transfers hang on it. */
export function StatedFact({ field, value, locale, names }: Stated) {
  return <Fact label={wordsFor(locale).terms.fields[field]}>{shown({ field, value, locale, names })}</Fact>;
}

function shown({ field, value, locale, names }: Stated): Child {
  const kind = kindOf(field);
  if (!isStated(value))
    return kind === "places" && <NotStated locale={locale} text={wordsFor(locale).page.service.placeNotStated} />;
  // The table's type demands a kind that fits the value.
  const more = SHOWN[kind]?.(value as never, { locale, names });
  return more ?? <Lines lines={describeValue(field, value, locale, names)} />;
}

/** A field of who provides a service: addresses and contacts say themselves what they are. */
export function StatedOfWho({ field, value, locale, on }: Omit<Stated, "names"> & { on: IsoDate }) {
  if (!isStated(value)) return null;
  const { terms } = wordsFor(locale);
  const kind = kindOf(field);
  if (kind === "prose") return <Prose text={value as Kinds["prose"]} />;
  if (kind === "contact")
    return (
      <p class="lines">
        <ContactLines contact={value as Kinds["contact"]} />
      </p>
    );
  if (kind === "certifications")
    return (
      <>
        <p>{terms.explained(terms.fields[field], "")}</p>
        <Certifications certifications={value as Kinds["certifications"]} on={on} locale={locale} />
      </>
    );
  return <p dir="auto">{terms.explained(terms.fields[field], describeValue(field, value, locale).join(", "))}</p>;
}
