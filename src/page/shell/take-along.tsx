import { wordsFor } from "../../words/index.ts";
import { FORMS, type FormName, formsOf } from "../formats/forms.ts";
import { SECTIONS } from "./sections.ts";
import { href, type RegisterView } from "./view.ts";

/** What the list on the page is narrowed to, by the parameters that the forms take. */
export type Narrowed = { at?: string | undefined; product?: string | undefined; region?: string | undefined };

/** The forms of the list and of its changes to take along, narrowed as the page is. */
export function TakeAlong({ view, asked = {} }: { view: RegisterView; asked?: Narrowed }) {
  const { takeAlong: words, compare } = wordsFor(view.locale);
  return (
    <section class="take-along" id={SECTIONS.takeAlong} aria-labelledby="take-along-heading">
      <h2 id="take-along-heading">{words.heading}</h2>
      <Forms view={view} of="list" asked={asked} />
      <Forms view={view} of="changes" asked={{}} />
      <p>
        <a class="onward" href={href(view, "/compare")}>
          {compare.title}
        </a>
      </p>
    </section>
  );
}

type FormsProps = { view: RegisterView; of: "list" | "changes"; asked: Narrowed };

function Forms({ view, of, asked }: FormsProps) {
  const words = wordsFor(view.locale).takeAlong;
  return (
    <div>
      <p id={`take-along-${of}`}>{words[of]}</p>
      <ul class="plain" aria-labelledby={`take-along-${of}`}>
        {formsOf(of).map((name) => (
          <li>
            <a href={href(view, FORMS[name].path, { ...asked })} type={FORMS[name].type}>
              {words.names[name]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same for programs that read the page, such as readers of feeds: by the head of every page. */
export function Alternates({
  view,
  asked = {},
}: {
  view: Pick<RegisterView, "lang" | "locale">;
  asked?: Narrowed | undefined;
}) {
  const { names } = wordsFor(view.locale).takeAlong;
  return (
    <>
      {(Object.keys(FORMS) as FormName[]).map((name) => {
        const { path, type, of } = FORMS[name];
        return (
          <link
            rel="alternate"
            type={type}
            title={names[name]}
            href={href(view, path, of === "list" ? { ...asked } : {})}
          />
        );
      })}
    </>
  );
}
