import type { PropsWithChildren } from "hono/jsx";
import { Field } from "../../page/parts/fields.tsx";
import { wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";
import { Narrow } from "./narrow.tsx";

type SearchProps = PropsWithChildren<{
  view: ConsoleView;
  path: string;
  /** What is searched, such as "Name or e-mail address". */
  label: string;
  q?: string | undefined;
}>;

/** A form that narrows a list, by its address alone; further filters of the list stand beside what is searched. */
export const Search = ({ view, path, label, q, children }: SearchProps) => (
  <search>
    <Narrow view={view} path={path} as="search" button={wordsFor(view.locale).screens.kit.search}>
      <Field name="q" type="search" label={label} value={q ?? ""} maxlength={200} autocomplete="off" />
      {children}
    </Narrow>
  </search>
);
