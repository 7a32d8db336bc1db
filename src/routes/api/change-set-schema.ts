import { z } from "@hono/zod-openapi";
import type { Deps } from "../../deps.ts";
import { ChangeView, OperatorSet } from "../../model/change/register.ts";
import { prose } from "../../model/values/text.ts";
import { getChangeSet, type OperatorChange, type OperatorView } from "../../registry/changes/change-sets.ts";
import { weightReason } from "../../words/weight-reason.ts";
import { LAST_CHANGE_SET, wholeNumber } from "../frame/contract.ts";
import { verdictChangeAnswer } from "./transfer-answers.ts";
import { VerdictChange } from "./transfer-schema.ts";

/** The set that a path is about. */
export const NumberParam = z.object({ number: wholeNumber(0, LAST_CHANGE_SET) });

const Change = ChangeView.omit({ weightGrounds: true })
  .extend({
    weightReason: z.string().openapi({ description: "Why it weighs what is computed, whatever weight it was given." }),
    verdictChanges: z.array(VerdictChange).openapi({
      description: "Where the verdict on a transfer changes, by the law of the day it takes effect.",
    }),
  })
  .openapi("Change");

export const ChangeSet = OperatorSet.extend({ changes: z.array(Change) }).openapi("ChangeSet");

/** A change with what the verdicts mean that it changes. */
export const changeAnswer = <Change extends OperatorChange>(change: Change) => ({
  ...change,
  weightReason: weightReason(change.weightGrounds, "en"),
  verdictChanges: change.verdictChanges.map(verdictChangeAnswer),
});

export const changeSetAnswer = (set: OperatorView) => ({ ...set, changes: set.changes.map(changeAnswer) });

/** A change set as the contract shows it. Refuses: not-found. */
export const shownChangeSet = async (deps: Deps, number: number) =>
  ChangeSet.parse(changeSetAnswer(await getChangeSet(deps, number)));

export const Emergency = z
  .strictObject({ reason: prose(2000) })
  .openapi("Emergency", { description: "Why the change cannot wait for the notice period; notice and page say so." });
