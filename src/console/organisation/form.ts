import { keepingOf, Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { wordsFor } from "../../words/index.ts";
import type { DocumentForm } from "../kit/form-state.ts";
import { organisationTyped } from "./read.ts";

export const ORGANISATION_FORM: DocumentForm<Organisation> = {
  labels: (locale) => wordsFor(locale).screens.organisation.fields,
  schema: Organisation,
  read: organisationTyped,
  shown: (organisation) => ({
    ...organisation,
    name: organisation.name === UNNAMED.name ? undefined : organisation.name,
    exhaustive: organisation.exhaustive ? "yes" : "no",
    approvalsRequired: organisation.approvalsRequired === 1,
    retention: keepingOf(organisation),
  }),
};
