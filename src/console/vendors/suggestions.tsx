import { href } from "../../page/shell/view.ts";
import { formatCountry, wordsFor } from "../../words/index.ts";
import { Search } from "../kit/search.tsx";
import type { ConsoleView } from "../shell.tsx";

/** What a catalogue says of a vendor. It is checked by nobody. */
export type Suggestion = {
  id: string;
  name: string;
  legalName?: string | undefined;
  country?: string | undefined;
  website: string;
  /** Whether it is one of several companies that contract for the vendor. */
  isOneOf?: boolean;
};

/** Where a catalogue's facts come from. */
export type CatalogueSource = { name: string; url: string };

type Props = {
  view: ConsoleView;
  /** The draft that the vendor is to go into. */
  into: string | undefined;
  /** What was asked for; null where nothing was. */
  q: string | null;
  found: readonly Suggestion[];
  /** The one that the form was filled from. */
  used: Pick<Suggestion, "name"> | null;
  source: CatalogueSource;
};

/**
 * Looks a vendor up in the catalogue: a plain form that makes an address, and a link for each that is found. The script sends
 * what is typed along to these addresses, so that it stays.
 */
export function Suggestions({ view, into, q, found, used, source }: Props) {
  const { suggestions: words } = wordsFor(view.locale).screens.vendors.form;
  const from = (
    <a href={source.url}>
      {words.source}: {source.name}
    </a>
  );
  return (
    <div data-into-form>
      <Search view={view} path="/console/new-vendor" label={words.label} q={q ?? undefined}>
        {into && <input type="hidden" name="into" value={into} />}
      </Search>
      {used && (
        <p class="notice" role="status">
          {words.notice(used.name)} {from}
        </p>
      )}
      {q !== null && found.length === 0 && <p role="status">{words.none}</p>}
      {found.length > 0 && (
        <section aria-labelledby="suggested">
          <h2 id="suggested">{words.results}</h2>
          <ul class="rows">
            {found.map((each) => (
              <li>
                <span>
                  <strong dir="auto">{each.name}</strong>{" "}
                  <span class="hint" dir="auto">
                    {[each.legalName, each.country && formatCountry(each.country, view.locale), hostOf(each.website)]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <a href={href(view, "/console/new-vendor", { from: each.id, into })}>
                  {each.isOneOf && each.legalName ? words.useOf(each.name, each.legalName) : words.use(each.name)}
                </a>
              </li>
            ))}
          </ul>
          <p class="hint">{from}</p>
        </section>
      )}
    </div>
  );
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");
