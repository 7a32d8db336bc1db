import type { PropsWithChildren } from "hono/jsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Form } from "../kit/form.tsx";
import { type FormState, isMarked, isSaid } from "../kit/form-state.ts";
import { Folded } from "../kit/parts.tsx";
import { PlaceNames } from "../kit/places.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { Example, type ExampleView } from "./example.tsx";
import { LogoSection, type LogoView } from "./logo.tsx";
import { RenamingPart, type RenamingView } from "./renaming.tsx";
import {
  Contact,
  Keeping,
  Language,
  Look,
  Offer,
  Operation,
  OwnProcessing,
  StatedBesides,
  Terms,
  Who,
} from "./sections.tsx";

const SECTIONS = {
  who: Who,
  contact: Contact,
  language: Language,
  terms: Terms,
  offer: Offer,
  list: StatedBesides,
  look: Look,
  own: OwnProcessing,
  keeping: Keeping,
  operation: Operation,
} as const;

/**
 * What is said once, if at all, is folded away: by its fields, so that it opens where one is wrong, has changed
 * meanwhile, or is typed and not saved yet.
 */
const FOLDED: { readonly [Section in keyof typeof SECTIONS]?: readonly string[] } = {
  offer: ["products", "hostingRegions"],
  list: ["exhaustive", "intro", "definitions"],
  look: ["branding"],
  own: ["locations", "safeguards", "cookies"],
  keeping: ["policy", "retention"],
};

type OrganisationView = ConsoleView & {
  form: FormState;
  example: ExampleView;
  logo: LogoView;
  /** Whether nothing was published yet. */
  isFirst: boolean;
  /** Whom saving would tell of another name, where that is to be read first. */
  renaming?: RenamingView | undefined;
};

/** Everything there is to say of the organisation; whoever may not change it reads it. */
export function renderOrganisation({ form, example, logo, isFirst, renaming, ...view }: OrganisationView): string {
  const { organisation: words, kit } = wordsFor(view.locale).screens;
  const sections = Object.entries(SECTIONS) as [keyof typeof SECTIONS, (typeof SECTIONS)[keyof typeof SECTIONS]][];
  return renderScreen(
    view,
    {
      page: "organisation",
      lead: isFirst ? words.leadFirst : words.lead,
      buttons: <a href={href(view, "/")}>{words.toPage}</a>,
    },
    <>
      {isFirst && (
        <p>
          <a class="onward" href={href(view, "/console")}>
            {wordsFor(view.locale).screens.drafts.firstList.steps}
          </a>
        </p>
      )}
      {form.readOnly && <p class="notice">{kit.onlyAdmins}</p>}
      <nav class="contents-line" aria-label={words.onThisPage}>
        <ul class="links">
          {sections.map(([id]) => (
            <li>
              <a href={`#${id}`}>{words.sections[id]}</a>
            </li>
          ))}
          <li>
            <a href="#logo">{words.logo.heading}</a>
          </li>
        </ul>
      </nav>
      <Form form={form} action={href(view, "/console/organisation")}>
        {renaming && <RenamingPart locale={view.locale} renaming={renaming} />}
        {sections.map(([id, Section]) => (
          <Titled id={id} title={words.sections[id]} form={form}>
            <Section form={form} example={<Example form={form} example={example} />} />
            {(id === "list" || id === "look") && !form.readOnly && (
              <p>
                <button
                  type="submit"
                  class="quiet"
                  formtarget="_blank"
                  formaction={href(view, "/console/organisation/page")}
                >
                  {words.preview}
                </button>
              </p>
            )}
          </Titled>
        ))}
        {!form.readOnly && <PlaceNames locale={view.locale} />}
      </Form>
      <LogoSection view={view} logo={logo} isReadOnly={form.readOnly === true} />
    </>,
  );
}

type TitledProps = PropsWithChildren<{ id: keyof typeof SECTIONS; title: string; form: FormState }>;

/** A section under its heading, or behind it. */
function Titled({ id, title, form, children }: TitledProps) {
  const names = FOLDED[id];
  if (!names) {
    return (
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
      </section>
    );
  }
  return (
    <Folded id={id} title={title} open={isMarked(form, names) || (form.unsaved === true && isSaid(form, names))}>
      {children}
    </Folded>
  );
}
