import { wordsFor } from "../../words/index.ts";
import { Pick } from "../kit/choices.tsx";
import type { FormState } from "../kit/form-state.ts";

/** A draft by its number, and what is in it. */
export type DraftNamed = { number: number; title: string };

/** Where an edit may be saved. */
export type Target = {
  /** Whether nothing was published yet, so that everything goes into one draft: the list that is published first. */
  isFirst: boolean;
  /** The open drafts that it may go into, newest first. */
  drafts: readonly DraftNamed[];
  /** The one that is edited. */
  inDraft: DraftNamed | null;
};

/** The draft that an edit is saved into; nothing is to be chosen where there is one alone that it can be. */
export function DraftChoice(props: { form: FormState; target: Target; isRectification: boolean }) {
  const { form, target, isRectification } = props;
  const { form: words, rectification } = wordsFor(form.locale).screens.vendors;
  const { drafts, inDraft, isFirst } = target;
  return (
    <section aria-labelledby="part-draft">
      <h2 id="part-draft">{words.draft}</h2>
      {inDraft ? (
        <p>{words.draftNamed(inDraft.number, inDraft.title)}</p>
      ) : isFirst ? (
        <p>{words.firstList}</p>
      ) : (
        <Pick
          form={form}
          name="draft"
          hint={words.draftHint}
          options={drafts.map(({ number, title }) => [String(number), words.draftNamed(number, title)])}
          blank={isRectification ? rectification.newDraft : words.newDraft}
        />
      )}
    </section>
  );
}
