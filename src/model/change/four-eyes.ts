import type { Organisation } from "../organisation-document.ts";
import type { ChangeSetRow } from "./change-set.ts";

type Asked = Pick<Organisation, "approvalsRequired">;

/** Whether another person has to approve a draft before it is announced, and nobody has. */
export const lacksApproval = (
  { approvalsRequired }: Asked,
  { approvedBy }: Pick<ChangeSetRow, "approvedBy">,
): boolean => approvalsRequired > 0 && approvedBy === null;

/** Whether four eyes leave to somebody else what is to be done about a set: whoever asks, as `actor` names them, has written it. */
export const isForAnother = (
  { approvalsRequired }: Asked,
  { authors }: Pick<ChangeSetRow, "authors">,
  actor: string,
): boolean => approvalsRequired > 0 && authors.includes(actor);
