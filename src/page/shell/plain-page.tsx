import type { Child } from "hono/jsx";
import { formatList, wordsFor } from "../../words/index.ts";
import { type Head, renderPage } from "./layout.tsx";
import { href, type PageView } from "./view.ts";

export type PlainPage = {
  title: string;
  paragraphs: readonly string[];
  /** One button, which posts to the page's own address. `quiet`: it stands back, as something else comes first. */
  form?: { button: string; fields?: Record<string, string>; intro?: string; quiet?: boolean } | undefined;
  /** What comes after that, such as a second form. */
  more?: Child;
  /** Whether to lead the reader to the list; by default it does. */
  leadsHome?: boolean | undefined;
  /** Where the language links lead, for an address that answers only POST. */
  inLanguage?: Head["inLanguage"];
};

/** A page that says one thing, and may have one button. */
export function renderPlainPage(view: PageView & PlainPage): string {
  const { title, paragraphs, form, more } = view;
  return plainPage(
    view,
    title,
    <>
      {paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {form && (
        <form method="post">
          {form.intro && <p>{form.intro}</p>}
          {Object.entries(form.fields ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class={form.quiet ? "quiet" : undefined}>
            {form.button}
          </button>
        </form>
      )}
      {more}
    </>,
  );
}

/** What stands around a plain page, and a small form. */
export function plainPage(
  view: PageView & Pick<PlainPage, "leadsHome" | "inLanguage">,
  title: string,
  content: Child,
): string {
  return renderPage(
    view,
    { title, inLanguage: view.inLanguage },
    <article class="message">
      <h1>{title}</h1>
      {content}
      {view.leadsHome !== false && (
        <p class="home">
          <a class="onward" href={href(view, "/")}>
            {wordsFor(view.locale).page.toRegistry}
          </a>
        </p>
      )}
    </article>,
  );
}

export type ProblemPage = "notFound" | "unreadable" | "tooManyRequests" | "unavailable";

/** Names of what was sent: `unread` cannot be read, `narrowing` asks a page of the whole register for a part of it. */
export type Faults = { unread: readonly string[]; narrowing: readonly string[] };

/** The page for what could not be done. Where the register itself cannot be shown, nothing leads there. */
export function renderProblem(view: PageView, problem: ProblemPage, faults?: Faults): string {
  const { page } = wordsFor(view.locale);
  const { unread = [], narrowing = [] } = faults ?? {};
  const { text } = page[problem];
  const title = narrowing.length > 0 && unread.length === 0 ? page.unreadable.wholeTitle : page[problem].title;
  const labels: Record<string, string> = { product: page.filters.product, region: page.filters.region };
  const asked = narrowing.map((each) => labels[each] ?? each);
  const paragraphs = [
    ...(narrowing.length > 0 ? [page.unreadable.whole(formatList(asked, view.locale))] : [text]),
    ...(unread.length > 0 ? [page.unreadable.about(formatList(unread, view.locale))] : []),
  ];
  return renderPlainPage({ ...view, title, paragraphs, leadsHome: problem !== "unavailable" });
}
