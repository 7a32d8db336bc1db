import type { Child } from "hono/jsx";
import { writtenIn } from "../../model/organisation-document.ts";
import { wordsFor } from "../../words/index.ts";
import { Check } from "../kit/choices.tsx";
import { OwnTexts, Text } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { CountryNames, PlaceNames } from "../kit/places.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { DraftChoice, type Target } from "./draft-choice.tsx";
import type { PartProps } from "./parts.ts";
import { vendorPath } from "./path.ts";
import { What } from "./what.tsx";
import { Where } from "./where.tsx";
import { Who } from "./who.tsx";

const PARTS = { who: Who, what: What, where: Where } as const;

export type VendorFormView = ConsoleView &
  Omit<PartProps, "isNew"> & {
    /** The vendor that is edited; null where one is added. */
    vendor: { slug: string; name: string } | null;
    /** Where the form is sent, with what its address says. */
    action: string;
    target: Target;
    /** Whether it says what has been wrong, instead of what is to become. */
    isRectification: boolean;
    /** What stands before the form: what the draft changes. */
    before?: Child;
  };

/** The form of a vendor in three parts, and where it is saved. */
export function renderVendorForm(view: VendorFormView): string {
  const { consoleWords, screens } = wordsFor(view.locale);
  const { form: words, rectification } = screens.vendors;
  const { vendor, form, publisher, law, today, suggested, isRectification } = view;
  const props = { form, publisher, law, today, suggested, isNew: vendor === null, catalogue: view.catalogue };
  const parts = Object.entries(PARTS) as [keyof typeof PARTS, (typeof PARTS)[keyof typeof PARTS]][];
  const title =
    vendor === null ? words.newTitle : isRectification ? rectification.title(vendor.name) : words.title(vendor.name);
  return renderScreen(
    view,
    {
      page: "vendors",
      title,
      lead: vendor === null ? words.newLead : isRectification ? rectification.lead : words.lead,
      back:
        vendor === null
          ? { path: "/console/vendors", label: consoleWords.page.vendors }
          : { path: vendorPath(vendor.slug), label: vendor.name },
    },
    <>
      {view.before}
      <nav class="contents-line" aria-label={words.onThisPage}>
        <ul class="links">
          {parts.map(([id]) => (
            <li>
              <a href={`#part-${id}`}>{words.parts[id]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Form form={form} action={view.action} button={words.save}>
        {isRectification && <Wrong {...props} />}
        {parts.map(([id, Part]) => (
          <section aria-labelledby={`part-${id}`}>
            <h2 id={`part-${id}`}>{words.parts[id]}</h2>
            <Part {...props} />
          </section>
        ))}
        <DraftChoice form={form} target={view.target} isRectification={isRectification} />
        <CountryNames locale={view.locale} />
        <PlaceNames locale={view.locale} />
      </Form>
    </>,
  );
}

/** What has been wrong, since when, and whether the vendor should have been there at all. */
function Wrong({ form, publisher }: Pick<PartProps, "form" | "publisher">) {
  const { rectification: words } = wordsFor(form.locale).screens.vendors;
  return (
    <section aria-labelledby="part-wrong">
      <h2 id="part-wrong">{words.section}</h2>
      <OwnTexts
        form={form}
        name="rectification.reason"
        hint={words.reasonHint}
        locales={writtenIn(publisher)}
        required
        maxlength={2000}
      />
      <Text form={form} name="rectification.since" type="date" hint={words.sinceHint} />
      <Check form={form} name="unlisted" />
      <p class="hint">{words.adds}</p>
    </section>
  );
}
