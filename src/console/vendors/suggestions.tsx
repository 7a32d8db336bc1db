import { formatCountry, wordsFor } from "../../words/index.ts";
import { Preview } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { valueIn } from "../kit/values.ts";

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
  form: FormState;
  /** What the catalogue has of the name that stands in the form. */
  found: readonly Suggestion[];
  /** The one that the form was filled from. */
  used: Pick<Suggestion, "name"> | null;
  source: CatalogueSource;
};

/** What the catalogue has of a vendor by its name: each with a button that fills the form in, where nothing else was typed. */
export function Suggestions({ form, found, used, source }: Props) {
  const { screens, terms } = wordsFor(form.locale);
  const { suggestions: words } = screens.vendors.form;
  const from = valueIn(form.values, "from");
  return (
    <>
      {from !== "" && <input type="hidden" name="from" value={from} />}
      <Preview form={form} name="catalogue" live button={words.look}>
        {used && (
          <p tabindex={-1} autofocus={form.taken !== undefined}>
            {words.notice(used.name)}
          </p>
        )}
        {found.length > 0 ? (
          <>
            <h3>{words.results}</h3>
            <ul class="rows">
              {found.map((each) => (
                <li>
                  <span>
                    <strong dir="auto">{each.name}</strong>{" "}
                    <span class="hint" dir="auto">
                      {[each.legalName, each.country && formatCountry(each.country, form.locale), hostOf(each.website)]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </span>
                  <button type="submit" name="do" value={`use:${each.id}`} class="quiet">
                    {words.use((each.isOneOf && each.legalName) || each.name)}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          !used && <p class="hint">{valueIn(form.values, "name") === "" ? words.offered : words.none}</p>
        )}
        {(used || found.length > 0) && (
          <p class="hint">
            <a href={source.url}>{terms.explained(words.source, source.name)}</a>
          </p>
        )}
      </Preview>
    </>
  );
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");
