import type { NamedPerson } from "../../model/people/reader.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";

/** More people than these are folded. */
const MOST_OPEN = 5;

/** Who is told, each by name, address and customer; many of them folded. `all`: how many there are, of whom some are named. */
export function People({
  locale,
  people,
  all,
}: {
  locale: ConsoleLocale;
  people: readonly NamedPerson[];
  all: number;
}) {
  const { people: words } = wordsFor(locale).screens.kit;
  if (people.length === 0) return null;
  const list = (
    <ul class="people">
      {people.map((person) => (
        <li dir="auto">{said(person, locale)}</li>
      ))}
      {all > people.length && <li>{words.more(all - people.length)}</li>}
    </ul>
  );
  if (people.length <= MOST_OPEN) return list;
  return (
    <details>
      <summary>{words.all}</summary>
      {list}
    </details>
  );
}

/** "Jan Müller, datenschutz@mueller.example (Müller GmbH)". */
function said({ email, name, customers }: NamedPerson, locale: ConsoleLocale): string {
  const { people: words } = wordsFor(locale).screens.kit;
  return words.person(name === null ? email : `${name}, ${email}`, customers && formatList(customers, locale));
}
