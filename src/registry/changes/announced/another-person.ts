import type { ChangeSetRow } from "../../../model/change/change-set.ts";
import { isForAnother } from "../../../model/change/four-eyes.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Locked } from "../../log/frame.ts";

/**
 * Refuses approval-required to who has written a set, where four eyes are asked for: somebody else has to do `what`. `pointer` is the
 * field that asks for it.
 */
export function refuseAuthor(
  { organisation, actor }: Pick<Locked, "organisation" | "actor">,
  set: Pick<ChangeSetRow, "number" | "authors">,
  what: string,
  pointer?: string,
): void {
  if (!isForAnother(organisation, set, actor)) return;
  const detail = `Change set ${set.number} was written by whoever asks: somebody else has to ${what}.`;
  const errors = pointer ? [{ pointer, detail: "takes a person or key that has not written the draft" }] : [];
  throw new Refusal("approval-required", detail, { errors });
}
