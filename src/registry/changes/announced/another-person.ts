import type { ChangeSetRow } from "../../../model/change/change-set.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { Refusal } from "../../../model/values/refusal.ts";
import type { Actor } from "../../log/audit.ts";
import type { Locked } from "../../log/frame.ts";

/** Whether four eyes leave to somebody else what goes against a customer's say in a set: whoever asks has written it. */
export const isForAnother = (
  { approvalsRequired }: Pick<Organisation, "approvalsRequired">,
  { authors }: Pick<ChangeSetRow, "authors">,
  actor: Actor,
): boolean => approvalsRequired > 0 && authors.includes(actor);

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
