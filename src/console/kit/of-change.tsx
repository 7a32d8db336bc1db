import type { PropsWithChildren } from "hono/jsx";
import { Field } from "../../page/parts/fields.tsx";
import { wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";
import { Narrow } from "./narrow.tsx";

/** The changes that a list may be narrowed to, newest first, and the one that it is. */
export type OfChange = { choices: readonly { number: number; title: string }[]; chosen: number | null };

type OfChangeProps = PropsWithChildren<{
  view: ConsoleView;
  path: string;
  of: OfChange;
  /** What else the list is narrowed by, and stays so. */
  filters?: Record<string, string | undefined>;
  /** Whether it is narrowed by another field, which stands beside. */
  isNarrowed?: boolean;
}>;

/** Narrows a list to what is about one change; further fields of the same form stand beside it. On a phone it is folded away. */
export function ByChange({ view, path, of, filters = {}, isNarrowed = false, children }: OfChangeProps) {
  const { kit } = wordsFor(view.locale).screens;
  const { choices, chosen } = of;
  // One change alone is nothing to choose from.
  if (choices.length < 2 && chosen === null && !children) return null;
  const isNarrow = chosen !== null || isNarrowed;
  return (
    <search>
      <details class="choosing" open={isNarrow}>
        <summary>{wordsFor(view.locale).page.filters.more}</summary>
        <Narrow view={view} path={path} as="search" button={kit.narrow} kept={filters} isNarrowed={isNarrow}>
          {children}
          <Field as="select" name="change" label={kit.ofChange.label}>
            <option value="">{kit.ofChange.all}</option>
            {choices.map(({ number, title }) => (
              <option value={String(number)} selected={number === chosen}>
                {kit.ofChange.named(number, title)}
              </option>
            ))}
            {chosen !== null && choices.every(({ number }) => number !== chosen) && (
              <option value={String(chosen)} selected>
                {kit.ofChange.number(chosen)}
              </option>
            )}
          </Field>
        </Narrow>
      </details>
    </search>
  );
}
