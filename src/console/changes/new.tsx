import { z } from "zod";
import type { DraftTerms } from "../../model/change/draft.ts";
import { prose } from "../../model/values/text.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Radios } from "../kit/choices.tsx";
import { Prose } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { DocumentForm, FormState } from "../kit/form-state.ts";
import { CONSOLE_PAGES, type ConsoleView, renderScreen } from "../shell.tsx";

const KINDS = ["intended", "correction"] as const;

/** What a draft is begun as: something intended, or what has been so already, of which readers are told what was wrong. */
const Beginning = z
  .strictObject({ is: z.enum(KINDS), reason: prose(2000).optional() })
  .refine(({ is, reason }) => is !== "correction" || reason !== undefined, {
    path: ["reason"],
    message: "is required",
  });
type Beginning = z.infer<typeof Beginning>;

export const BEGINNING_FORM: DocumentForm<Beginning> = {
  labels: (locale) => wordsFor(locale).screens.changes.beginning.fields,
  schema: Beginning,
  read: (typed) => ({ is: typed.text("is") ?? "intended", reason: typed.text("reason") }),
};

/** The terms of the draft that is begun. */
export const termsOf = ({ is, reason }: Beginning): DraftTerms =>
  reason === undefined ? {} : is === "correction" ? { rectification: { reason } } : { reason };

/** Asks what a draft is for, before there is one. */
export function renderBeginning(view: ConsoleView & { form: FormState }): string {
  const { screens, consoleWords } = wordsFor(view.locale);
  const { beginning: words, newDraft } = screens.changes;
  const { form } = view;
  return renderScreen(
    view,
    {
      page: "changes",
      title: newDraft,
      lead: words.lead,
      back: { path: CONSOLE_PAGES.changes, label: consoleWords.page.changes },
    },
    <Form
      form={form}
      action={href(view, CONSOLE_PAGES.changes)}
      button={words.button}
      actions={<a href={href(view, CONSOLE_PAGES.changes)}>{screens.kit.cancel}</a>}
    >
      <section>
        <Radios form={form} name="is" options={KINDS.map((kind) => [kind, words[kind].title, words[kind].does])} />
        <Prose form={form} name="reason" hint={words.reasonHint} maxlength={2000} rows={4} />
      </section>
    </Form>,
  );
}
