import { z } from "zod";
import { type Locale, prose, Reason } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { OwnTexts, Prose, Text } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { DocumentForm, FormState } from "../kit/form-state.ts";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { DraftChoice, type Target } from "./draft-choice.tsx";
import { vendorPath } from "./path.ts";

/** Pages that take a vendor off the list, or a person out of a vendor's past. */

const Removal = z.strictObject({ reason: Reason.optional() });
export type Removal = z.infer<typeof Removal>;

export const REMOVAL_FORM: DocumentForm<Removal> = {
  labels: (locale) => wordsFor(locale).screens.vendors.removal.fields,
  schema: Removal,
  read: (typed) => ({ reason: typed.texts("reason") }) satisfies { [Field in keyof Removal]-?: unknown },
  beside: ["draft"],
};

/** What is erased, and why: the words for its reason stay in the log. */
export const Erasure = z.strictObject({ value: prose(500), reason: prose(2000) });
export type Erasure = z.infer<typeof Erasure>;

export const ERASURE_FORM: DocumentForm<Erasure> = {
  labels: (locale) => wordsFor(locale).screens.vendors.erasing.fields,
  schema: Erasure,
  read: (typed) =>
    ({ value: typed.text("value"), reason: typed.text("reason") }) satisfies { [Field in keyof Erasure]-?: unknown },
};

type View = ConsoleView & { vendor: { slug: string; name: string }; form: FormState; action: string };

/** `locales`: the languages that the organisation writes, its own first. */
export function renderRemoval(asked: View & { target: Target; locales: readonly Locale[] }): string {
  const { vendor, form, action, target, locales, ...view } = asked;
  const { removal: words } = wordsFor(view.locale).screens.vendors;
  return renderScreen(
    view,
    {
      page: "vendors",
      title: words.title(vendor.name),
      lead: words.text,
      back: { path: vendorPath(vendor.slug), label: vendor.name },
    },
    <Form form={form} action={action} button={words.button}>
      <section>
        <OwnTexts form={form} name="reason" hint={words.reasonHint} locales={locales} maxlength={2000} />
      </section>
      <DraftChoice form={form} target={target} isRectification={false} />
    </Form>,
  );
}

export function renderErasure({ vendor, form, action, ...view }: View): string {
  const { erasing: words } = wordsFor(view.locale).screens.vendors;
  return renderScreen(
    view,
    {
      page: "vendors",
      title: words.title(vendor.name),
      lead: words.lead,
      back: { path: vendorPath(vendor.slug), label: vendor.name },
    },
    <Form form={form} action={action} button={words.button}>
      <section>
        <Text form={form} name="value" hint={words.valueHint} required maxlength={500} />
        <Prose form={form} name="reason" hint={words.reasonHint} required maxlength={2000} />
      </section>
    </Form>,
  );
}
