import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { LOCALES, type Locale } from "../../model/values/text.ts";
import type { Law } from "../../transfers/index.ts";
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
};

/** The languages that texts are written in, that of texts which name none first. */
export const writtenIn = ({ locales, defaultLocale }: Organisation): Locale[] => [
  defaultLocale,
  ...LOCALES.filter((each) => each !== defaultLocale && locales.includes(each)),
];

/** Products or regions by the names that the organisation has for them. */
export const keyed = (all: readonly { key: string; name: string }[]): Options =>
  all.map(({ key, name }) => [key, name] as const);
