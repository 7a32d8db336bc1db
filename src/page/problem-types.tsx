import { renderPage } from "./shell/layout.tsx";
import { href, type PageView } from "./shell/view.ts";

/** A problem type of the API (RFC 9457, 3.1.1), which its `type` leads to. */
export type ProblemType = { slug: string; status: number; title: string; explained: string };

/** The page `/problems`: every problem type there is, in English, as the API speaks. */
export function renderProblemTypes(asked: PageView & { publicUrl: string }, types: readonly ProblemType[]): string {
  const view = inEnglish(asked);
  const head = {
    title: "Problem types",
    description: "What the API refuses, and what to do about it.",
    canonical: `${asked.publicUrl}/problems`,
  };
  return renderPage(
    view,
    head,
    <>
      <div class="intro">
        <h1>{head.title}</h1>
        <p class="lead">
          What the API refuses is a problem of one of these types (RFC 9457), as <code>application/problem+json</code>.
          Whatever is refused does nothing. The API itself is told at <a href="/docs">/docs</a>.
        </p>
      </div>
      <dl class="diff one-sided">
        {types.map(({ slug, status, title, explained }) => (
          <div class="row" id={slug}>
            <dt>
              <a href={href(view, `/problems/${slug}`)}>{slug}</a> ({status})
            </dt>
            <dd>
              <strong>{title}.</strong> <Explained text={explained} />
            </dd>
          </div>
        ))}
      </dl>
    </>,
  );
}

/** The page of one problem type, at the address that its `type` names. */
export function renderProblemType(asked: PageView & { publicUrl: string }, type: ProblemType): string {
  const { slug, status, title, explained } = type;
  const view = inEnglish(asked);
  return renderPage(
    view,
    { title, canonical: `${asked.publicUrl}/problems/${slug}` },
    <article class="message">
      <p class="eyebrow">
        <code>/problems/{slug}</code> <span class="tag">{status}</span>
      </p>
      <h1>{title}</h1>
      <p>
        <Explained text={explained} />
      </p>
      <p class="home">
        <a class="onward" href={href(view, "/problems")}>
          All problem types
        </a>
      </p>
    </article>,
  );
}

/** The API says in English what it refuses; so nothing here is offered in another language. */
const inEnglish = <View extends PageView>(view: View): View => ({
  ...view,
  locale: "en",
  register: view.register && {
    ...view.register,
    organisation: { ...view.register.organisation, locales: ["en"] },
  },
});

/** What stands between backticks is code. */
function Explained({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}
