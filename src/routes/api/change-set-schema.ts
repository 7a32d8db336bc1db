import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { ChangeView, OperatorSet } from "../../model/change/register.ts";
import type { Locale } from "../../model/values/text.ts";
import { getChangeSet, type OperatorChange, type OperatorView } from "../../registry/changes/change-sets.ts";
import { weightReason } from "../../words/weight-reason.ts";
import type { App } from "../frame/context.ts";
import { LAST_CHANGE_SET, wholeNumber } from "../frame/contract.ts";
import { verdictChangeAnswer } from "./transfer-answers.ts";
import { VerdictChange } from "./transfer-schema.ts";

/** The set that a path is about. */
export const NumberParam = z.object({ number: wholeNumber(0, LAST_CHANGE_SET).describe("The set's number.") });

export const Change = ChangeView.omit({ weightGrounds: true })
  .extend({
    weightReason: z.string().openapi({ description: "Why it weighs what is computed, whatever weight it was given." }),
    verdictChanges: z.array(VerdictChange).openapi({
      description: "Where the verdict on a transfer changes, by the law of the day it takes effect.",
    }),
  })
  .describe("What a set does to one vendor.")
  .openapi("Change");

export const ChangeSet = OperatorSet.extend({ changes: z.array(Change).describe("What it changes, vendor by vendor.") })
  .describe("Changes that are announced together.")
  .openapi("ChangeSet");

/** A change with what its grounds mean, and the verdicts that it changes. */
export const changeAnswer =
  (locale: Locale) =>
  <Change extends OperatorChange>(change: Change) => ({
    ...change,
    weightReason: weightReason(change.weightGrounds, locale),
    verdictChanges: change.verdictChanges.map(verdictChangeAnswer(locale)),
  });

export const changeSetAnswer = (locale: Locale) => (set: OperatorView) => ({
  ...set,
  changes: set.changes.map(changeAnswer(locale)),
});

/** What the contract shows of a change set; of a vendor's edit only that vendor's change of it. Refuses: not-found. */
export const shownChangeSet = async ({ var: { deps, locale } }: Context<App>, number: number, vendor?: string) =>
  changeSetAnswer(await locale())(await getChangeSet(deps, number, vendor));
