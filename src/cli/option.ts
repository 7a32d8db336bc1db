import { z } from "zod";
import { AllowedRemovals } from "../imports/plan.ts";
import { fieldErrors } from "../model/values/field-errors.ts";
import { Misused } from "./host.ts";

/** What is said by an option, by the registry's own rule for it; an empty one says nothing. Throws `Misused` that names it. */
export function checked<Value>(rule: z.ZodType<Value>, option: string, given: string | undefined): Value | undefined {
  if (!given) return undefined;
  const { data, error } = rule.safeParse(given);
  if (error) throw new Misused(`${option} ${fieldErrors(error.issues)[0]?.detail ?? "is not valid"}.`);
  return data;
}

const numberOf = (rule: z.ZodType<number, number>) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: "must be a number" })
    .transform(Number)
    .pipe(rule);

export const ChangeSetNumber = numberOf(z.int().min(1));

/** How many vendors may be removed, by an option or by an input of the action. Throws `Misused`. */
export const removalsAllowed = (option: string, given: string | undefined): { allowRemovals?: number | undefined } => ({
  allowRemovals: checked(numberOf(AllowedRemovals), option, given),
});
