import type { Period } from "../../model/values/period.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { Check, Pick } from "./choices.tsx";
import { Group } from "./field.tsx";
import { Text } from "./fields.tsx";
import { type FormState, isMarked } from "./form-state.ts";
import type { Typed } from "./typed.ts";
import { type Values, valueIn } from "./values.ts";

const BASES = ["calendar", "business", "working"] as const;
const UNITS = [...BASES, "weeks", "months"] as const;
type Unit = (typeof UNITS)[number];

type PeriodProps = {
  form: FormState;
  /** Its place in the document. */
  name: string;
  hint?: string | undefined;
  /** Whether it is one to object in, which may outlast the notice. */
  objection?: boolean;
};

/** A period as people say it: a number, what is counted, and, where that is asked for, what a notice and a day off do to it. */
export function PeriodFields({ form, name, hint, objection = false }: PeriodProps) {
  const { period: words } = wordsFor(form.locale).screens.kit;
  const held = { ...form, values: asTyped(form.values, name), stored: form.stored && asTyped(form.stored, name) };
  const at = (part: string) => `${name}.${part}`;
  const more = ["deemedReceiptDays", "deemedReceiptBasis", "extendToWorkingDay", "mayOutlastNotice"].map(at);
  const isMore =
    isMarked(form, more) ||
    more.some((each) => each !== at("deemedReceiptBasis") && !["", "0"].includes(valueIn(form.values, each)));
  return (
    <Group form={form} name={name} hint={hint} wrong={form.wrong[name]}>
      <div class="period">
        <Text form={held} name={at("length")} label={words.length} type="number" maxlength={3} />
        <Pick
          form={held}
          name={at("unit")}
          label={words.unit}
          options={UNITS.map((unit) => [unit, words.units[unit]])}
        />
      </div>
      <details open={isMore}>
        <summary>{words.more}</summary>
        <p class="hint">{words.receiptHint}</p>
        <div class="period">
          <Text form={held} name={at("deemedReceiptDays")} label={words.receipt} type="number" maxlength={2} />
          <Pick
            form={held}
            name={at("deemedReceiptBasis")}
            label={words.receiptUnit}
            options={BASES.map((basis) => [basis, words.units[basis]])}
          />
        </div>
        <Check form={held} name={at("extendToWorkingDay")} label={words.extend} />
        {objection && <Check form={held} name={at("mayOutlastNotice")} label={words.outlast} />}
      </details>
    </Group>
  );
}

/** A period of a document as what is typed: what it counts is one choice. */
function asTyped(values: Values, name: string): Values {
  const unit = (["weeks", "months"] as const).find((each) => valueIn(values, `${name}.${each}`) !== "");
  const length = valueIn(values, `${name}.${unit ?? "days"}`);
  if (length === "") return values;
  return {
    ...values,
    [`${name}.length`]: [length],
    [`${name}.unit`]: [unit ?? (valueIn(values, `${name}.basis`) || "calendar")],
  };
}

/** A period as it was typed; none where no number was. */
export function periodTyped(typed: Typed, name: string) {
  return typed.group(`${name}`, (period) => {
    // A form that is filled from a document, and not typed in yet, has the period as it is stored.
    const stored = (["days", "weeks", "months"] as const).find((each) => period.text(each) !== undefined);
    const length = period.number("length") ?? (stored && period.number(stored));
    if (length === undefined) return undefined;
    const counted = period.text("unit") ?? (stored === "days" ? period.text("basis") : stored);
    const unit = counted as Unit | undefined;
    const isDays = unit !== "weeks" && unit !== "months";
    const receipt = period.number("deemedReceiptDays");
    return {
      [isDays ? "days" : unit]: length,
      ...(isDays && unit !== undefined && { basis: unit }),
      ...(receipt !== undefined && {
        deemedReceiptDays: receipt,
        deemedReceiptBasis: period.text("deemedReceiptBasis"),
      }),
      ...(period.flag("extendToWorkingDay") && { extendToWorkingDay: true }),
      ...(period.flag("mayOutlastNotice") && { mayOutlastNotice: true }),
    };
  });
}

/** "30 days from the notice, deemed received the day it is sent", "10 business days from the notice, deemed received 3 days after it is sent". */
export function formatPeriod(
  period: Period & { mayOutlastNotice?: boolean | undefined },
  locale: ConsoleLocale,
): string {
  const { days, weeks, months, basis, deemedReceiptDays, deemedReceiptBasis, extendToWorkingDay, mayOutlastNotice } =
    period;
  const unit: Unit = weeks !== undefined ? "weeks" : months !== undefined ? "months" : basis;
  const receipt =
    deemedReceiptDays > 0 ? { days: deemedReceiptDays, basis: deemedReceiptBasis ?? ("calendar" as const) } : null;
  const more = { extend: extendToWorkingDay === true, outlast: mayOutlastNotice === true };
  return wordsFor(locale).screens.kit.period.text(days ?? weeks ?? months ?? 0, unit, receipt, more);
}
