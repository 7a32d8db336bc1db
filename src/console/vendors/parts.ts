import type { Child } from "hono/jsx";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Law } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import type { Options } from "../kit/choices.tsx";
import type { FormState } from "../kit/form-state.ts";

/** What each part of a vendor's form needs to know. */
export type PartProps = {
  form: FormState;
  /** Whose products, regions, languages and law are meant. */
  publisher: Organisation;
  law: Law;
  today: IsoDate;
  /** The fields that have what a catalogue says. */
  suggested: ReadonlySet<string>;
  isNew: boolean;
  /** What is offered beside the vendor's name. */
  catalogue?: Child;
};

/** Products or regions by the names that the organisation has for them. */
export const keyed = (all: readonly { key: string; name: string }[]): Options =>
  all.map(({ key, name }) => [key, name] as const);

/** The hint of a field: that a catalogue has filled it in, or what it says otherwise. */
export function hintOf({ form, suggested }: PartProps, name: string, otherwise?: string): string | undefined {
  const isSuggested = suggested.has(name) || [...suggested].some((field) => field.startsWith(`${name}.`));
  return isSuggested ? wordsFor(form.locale).screens.vendors.form.suggestions.check : otherwise;
}
