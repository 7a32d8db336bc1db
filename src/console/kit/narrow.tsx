import type { Child, PropsWithChildren } from "hono/jsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";

type NarrowProps = PropsWithChildren<{
  view: ConsoleView;
  path: string;
  /** Fields of the width of what stands in them, or few that are wide. */
  as: "filters" | "search";
  button: string;
  /** What it is called, where several stand on a page. */
  label?: string;
  /** What else the list is narrowed by, and stays so. */
  kept?: Record<string, string | undefined>;
  /** Further fields: folded away on a phone, in sight where there is room. */
  folded?: Child;
  /** Whether its fields narrow the list as it is: then a link shows all of it, called `clear`. */
  isNarrowed?: boolean;
  clear?: string;
}>;

/** A form that says by the address alone what a page shows; its fields stand in it. */
export function Narrow({ view, path, as, button, label, kept = {}, isNarrowed, clear, folded, children }: NarrowProps) {
  return (
    <form method="get" action={path} class={as} aria-label={label}>
      {view.lang && <input type="hidden" name="lang" value={view.lang} />}
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {children}
      <p class="field send">
        <button type="submit" class="quiet">
          {button}
        </button>
        {isNarrowed && <a href={href(view, path, kept)}>{clear ?? wordsFor(view.locale).screens.kit.clear}</a>}
      </p>
      {folded && (
        <details class="choosing" open={isNarrowed}>
          <summary>{wordsFor(view.locale).page.filters.more}</summary>
          <div class="chosen">{folded}</div>
        </details>
      )}
    </form>
  );
}
