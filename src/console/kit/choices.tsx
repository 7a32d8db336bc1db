import { Field, Wrong } from "../../page/parts/fields.tsx";
import { wordsFor } from "../../words/index.ts";
import { type FieldOf, Group, hinted, hintId, labelled, wrongIn } from "./field.tsx";
import { valueIn } from "./values.ts";

/** What is offered: its value, what it is called, and where choices are few what choosing it does. */
export type Options = readonly (readonly [value: string, label: string, does?: string])[];

/** One of several, in a list that opens. With `blank`, nothing may be chosen, which is called that. */
export function Pick({
  form,
  name,
  label,
  hint,
  required,
  options,
  blank,
}: FieldOf & { options: Options; blank?: string | undefined }) {
  const chosen = valueIn(form.values, name);
  // What is stored and no longer offered stays as it is until something else is chosen.
  const offered =
    chosen === "" || options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen] as const];
  return (
    <Field
      as="select"
      name={name}
      required={required}
      label={labelled({ form, name, label })}
      hint={hinted(name, hint)}
      wrong={wrongIn(form, name, calledIn(options))}
    >
      {blank !== undefined && <option value="">{blank}</option>}
      {offered.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </Field>
  );
}

/** A box to tick. */
export function Check({ form, name, label, hint }: FieldOf) {
  const { yes, no } = wordsFor(form.locale).screens.kit;
  const wrong = wrongIn(form, name, (value) => (value === "" ? no : yes));
  return (
    <p class="check">
      <label>
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={valueIn(form.values, name) !== ""}
          aria-describedby={[hint && hintId(name), wrong && `${name}-wrong`].filter(Boolean).join(" ") || undefined}
        />
        {labelled({ form, name, label })}
      </label>
      {hint && (
        <span class="hint" id={hintId(name)}>
          {hint}
        </span>
      )}
      <Wrong name={name} text={wrong} />
    </p>
  );
}

/** Several of several, all in sight. */
export function Checks({ form, name, label, hint, options }: FieldOf & { options: Options }) {
  const chosen = form.values[name] ?? [];
  const wrong = wrongIn(form, name, calledIn(options));
  return (
    <Group form={form} name={name} label={label} hint={hint} wrong={wrong}>
      <div class="options">
        {options.map(([value, text]) => (
          <label>
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
            {text}
          </label>
        ))}
      </div>
    </Group>
  );
}

/** One of a few, all in sight. */
export function Radios({ form, name, label, hint, options }: FieldOf & { options: Options }) {
  const chosen = valueIn(form.values, name);
  return (
    <Group form={form} name={name} label={label} hint={hint} wrong={wrongIn(form, name, calledIn(options))}>
      <div class={options.some(([, , does]) => does) ? "options one-below-the-other" : "options"}>
        {options.map(([value, text, does]) => (
          <label>
            <input type="radio" name={name} value={value} checked={value === chosen} />
            {does ? (
              <span>
                {text}
                <small class="hint">{does}</small>
              </span>
            ) : (
              text
            )}
          </label>
        ))}
      </div>
    </Group>
  );
}

const calledIn = (options: Options) => (value: string) => options.find(([each]) => each === value)?.[1] ?? value;
