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

/** Narrows a list to what is about one change; further fields of the same form stand beside it. */
export function ByChange({ view, path, of, filters = {}, isNarrowed = false, children }: OfChangeProps) {
  const { kit } = wordsFor(view.locale).screens;
  const { choices, chosen } = of;
  if (choices.length === 0 && chosen === null && !children) return null;
  return (
    <search>
      <Narrow
        view={view}
        path={path}
        as="search"
        button={kit.narrow}
        kept={filters}
        isNarrowed={chosen !== null || isNarrowed}
      >
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
    </search>
  );
}
