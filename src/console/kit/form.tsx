import type { Child, PropsWithChildren } from "hono/jsx";
import { wordsFor } from "../../words/index.ts";
import { differing, type FormState, fieldOf, labelAlone, labelOf } from "./form-state.ts";
import { rowsIn } from "./values.ts";

type FormProps = PropsWithChildren<{
  form: FormState;
  action: string;
  /** What the button that sends the form is called; by default "Save". */
  button?: string | undefined;
  /** Further buttons beside it, and links. */
  actions?: Child;
  /** Whether another of its buttons is what comes next, and saving is beside that. */
  quiet?: boolean | undefined;
  /** Whether the script saves what is typed as it is typed: of drafts, which nobody else reads as they are. */
  autosave?: boolean | undefined;
  /** Whether it takes a file. */
  file?: boolean | undefined;
  /** What is said while it is under way, where that takes longer than a moment. */
  busy?: string | undefined;
}>;

/**
 * A form of the console: says first what is wrong, keeps what was typed, and knows which version of its document it was
 * filled from. Enter sends it as its button does. What is wrong is said by the registry alone, in one way.
 */
export function Form({ form, action, button, actions, quiet, autosave, file, busy, children }: FormProps) {
  const { kit } = wordsFor(form.locale).screens;
  if (form.readOnly) {
    return (
      <fieldset class="console-form" disabled>
        {children}
      </fieldset>
    );
  }
  return (
    <>
      <ErrorSummary form={form} />
      <form
        class="console-form"
        method="post"
        action={action}
        enctype={file ? "multipart/form-data" : undefined}
        novalidate
        data-form
        data-busy={busy}
        data-autosave={autosave ? "" : undefined}
        data-unsaved={form.unsaved ? "" : undefined}
      >
        {/* The first button is the one that Enter presses. */}
        <button type="submit" name="do" value="save" hidden tabindex={-1} />
        {form.version && <input type="hidden" name="version" value={form.version} />}
        {children}
        <div class="actions">
          <button type="submit" name="do" value="save" class={quiet ? "quiet" : undefined}>
            {button ?? kit.save}
          </button>
          {actions}
          <span class="save-state" role="status" data-save-state={JSON.stringify(kit.autosave)}>
            {form.unsaved && kit.unsaved}
          </span>
        </div>
      </form>
    </>
  );
}

/**
 * What follows from what stands in a form, kept up to date by the script while it is typed in, and by the button without it.
 * `live`: it is short, and read out when it changes. `button`: what that one is called, where a form has several.
 */
export function Preview({
  form,
  name,
  live,
  button,
  children,
}: PropsWithChildren<{ form: FormState; name: string; live?: boolean; button?: string }>) {
  return (
    <div class="preview">
      <div data-preview={name} aria-live={live ? "polite" : undefined}>
        {children}
      </div>
      {!form.readOnly && (
        <button type="submit" name="do" value="preview" class="quiet">
          {button ?? wordsFor(form.locale).screens.kit.show}
        </button>
      )}
    </div>
  );
}

/** What is wrong with a form that was sent, where its reader is led to, with a way to each field. */
export function ErrorSummary({ form, saves = true }: { form: FormState; saves?: boolean }) {
  const { kit } = wordsFor(form.locale).screens;
  const { stored, wrong, problem } = form;
  // Of rows that differ, the list they are in; and each thing once.
  const others = new Map(differing(form).map((name) => [name.replace(/\.\d+(\..*)?$/, ""), kit.meanwhile.differs]));
  const named = [...Object.entries(wrong), ...[...others].map(([name, said]) => [fieldOf(name), said] as const)].map(
    ([name, fault]) => ({ name, text: said(form, name, fault) }),
  );
  const faults = [...new Map(named.map((each) => [each.text, each])).values()];
  if (faults.length === 0 && problem === undefined && !stored) return null;
  return (
    <div class="errors" role="alert" tabindex={-1} autofocus>
      <h2>{stored ? kit.meanwhile.title : (problem ?? kit.wrong(faults.length))}</h2>
      {(stored || saves) && <p>{stored ? kit.meanwhile.text : kit.nothingDone}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ name, text }) => (
            <li>
              {/* Of a list without rows, the field that holds it. */}
              <a href={`#${name.replace(/\.\d+$/, "")}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function said(form: FormState, name: string, fault: string): string {
  const label = labelAlone(form, name);
  return label === "" ? fault : wordsFor(form.locale).screens.kit.named(label, fault);
}

type RowsProps = {
  form: FormState;
  name: string;
  hint?: string | undefined;
  /** What one row is called, "Product", and the button that adds one, "Add a product". */
  called: { one: string; add: string };
  /** How many rows there may be. */
  max?: number;
  /** Whether an empty one is there only where there is no other, or it was asked for: of rows that are long. */
  asked?: boolean;
  children: (row: string) => Child;
};

/** How many rows are filled, by whoever, and how many are shown. */
export function rowsShown(
  form: FormState,
  name: string,
  { max = 100, asked = false }: { max?: number; asked?: boolean },
) {
  const filled = Math.max(rowsIn(form.values, name), form.stored ? rowsIn(form.stored, name) : 0);
  const isSpare = !form.readOnly && (!asked || filled === 0 || form.added === name);
  return { filled, shown: isSpare ? Math.min(filled + 1, max) : filled };
}

/**
 * Rows that repeat, each a group of fields named `products.0.name`, and an empty one at the end. Clearing a row takes it
 * away; without script, too, another is added and one removed by buttons that send the form and save nothing.
 */
export function Rows({ form, name, hint, called, max = 100, asked = false, children }: RowsProps) {
  const { kit } = wordsFor(form.locale).screens;
  const { filled, shown } = rowsShown(form, name, { max, asked });
  return (
    <fieldset
      class="rows-of"
      id={name}
      tabindex={-1}
      autofocus={form.removed === name}
      aria-describedby={form.wrong[name] && `${name}-wrong`}
    >
      <legend>{labelOf(form, name)}</legend>
      {hint && <p class="hint">{hint}</p>}
      {Array.from({ length: shown }, (_, index) => {
        const row = `${name}.${index}`;
        const isNew = index >= filled;
        return (
          <fieldset class="row-of" id={row} tabindex={-1} autofocus={isNew && form.added === name}>
            <legend>{kit.row(called.one, index + 1)}</legend>
            {children(row)}
            {!isNew && !form.readOnly && (
              <button
                type="submit"
                name="do"
                value={`remove:${row}`}
                class="quiet"
                aria-label={kit.named(kit.remove, kit.row(called.one, index + 1))}
              >
                {kit.remove}
              </button>
            )}
          </fieldset>
        );
      })}
      {!form.readOnly && shown < max && (
        <button type="submit" name="do" value={`add:${name}`} class="quiet">
          {called.add}
        </button>
      )}
      {form.wrong[name] && (
        <span class="wrong" id={`${name}-wrong`}>
          {form.wrong[name]}
        </span>
      )}
    </fieldset>
  );
}
