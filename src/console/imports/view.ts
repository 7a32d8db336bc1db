import type { Planned } from "../../imports/plan-entry.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { ImportPlan } from "../../registry/imports/read-plan.ts";
import type { Law } from "../../transfers/index.ts";
import type { FormState } from "../kit/form-state.ts";
import type { ConsoleView } from "../shell.tsx";
import type { Target } from "../vendors/draft-choice.tsx";

/** What the page of a plan shows. */
export type PlanView = ConsoleView & {
  plan: ImportPlan;
  settings: Organisation;
  law: Law;
  today: IsoDate;
  /** Which of its vendors are shown. */
  shown: { kind: Planned; page: number };
  /** Where it may be put. */
  target: Target;
  mayAnnounce: boolean;
  /** The form that puts it into a draft, and what is wrong with answers. */
  put: FormState;
  wrong: Readonly<Record<string, string>>;
};
