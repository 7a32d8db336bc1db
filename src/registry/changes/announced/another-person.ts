import type { ChangeSetRow } from "../../../model/change/change-set.ts";
import { isForAnother } from "../../../model/change/four-eyes.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Locked } from "../../log/frame.ts";

/** Refuses approval-required to who has written a set, where four eyes are asked for: somebody else has to do `what`. */
export function refuseAuthor(
  { organisation, actor }: Pick<Locked, "organisation" | "actor">,
  set: Pick<ChangeSetRow, "number" | "authors">,
  what: string,
): void {
  if (!isForAnother(organisation, set, actor)) return;
  const detail = `Change set ${set.number} was written by whoever asks: somebody else has to ${what}.`;
  throw new Refusal("approval-required", detail);
}
