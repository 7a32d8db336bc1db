import { type Answer, hasApproved } from "../model/approval.ts";
import { canonicalJson, sha256 } from "../model/hash.ts";
import type { RecordedResponse } from "../model/response.ts";
import type { ResponseSaid, Said } from "./audit-walk.ts";
import type { ConcernedCustomer } from "./chain.ts";
import { type OwedNotice, type PublicSet, takesApprovals } from "./checks.ts";
import { isOf } from "./times.ts";

/** What can be wrong with an answer, and with what follows from the answers. Null: nothing. */

export function responseFault(response: RecordedResponse, said: Said): string | null {
  const recorded = said.responses.get(response.id);
  if (!recorded) return "the audit log does not know it";
  const changed = (["changeSet", "emailHash", "kind", "late", "outcome"] as const).find(
    (field) => response[field] !== recorded[field],
  );
  if (changed) return `its ${changed} is not what was recorded`;
  return hashedFault(response, recorded) ?? timesFault(response, recorded);
}

/** Counts the receipts of each answer: every time it was given or edited, whoever gave it was owed one. */
export function receiptsTally() {
  const receipts = new Map<string, number>();
  return {
    take({ kind, about }: Pick<OwedNotice, "kind" | "about">): void {
      if (kind !== "receipt" || !about?.response) return;
      receipts.set(about.response, (receipts.get(about.response) ?? 0) + 1);
    },
    /** Call it after the last notice. */
    fault(response: string, { givenAt }: ResponseSaid): string | null {
      const owed = receipts.get(response) ?? 0;
      return owed === givenAt.length ? null : `receipts owed: ${givenAt.length}; receipts here: ${owed}`;
    },
  };
}

/** What people wrote is in the log by its hash. */
function hashedFault(
  { customer, onBehalfOf, text, outcomeNote }: RecordedResponse,
  recorded: ResponseSaid,
): string | null {
  const isOther = (written: string | null, hash: string | null) => (written === null ? null : sha256(written)) !== hash;
  if (isOther(customer, recorded.customer)) return "it is another customer's";
  if (isOther(onBehalfOf, recorded.onBehalfOf)) return "its onBehalfOf is not what was recorded";
  if (isOther(text, recorded.text)) return "its text is not what was recorded";
  return isOther(outcomeNote, recorded.note) ? "its note is not what was recorded" : null;
}

function timesFault({ answeredAt, editedAt, resolvedAt }: RecordedResponse, recorded: ResponseSaid): string | null {
  if (!isOf(answeredAt, recorded.recordedAt)) return `it was given at ${recorded.recordedAt}`;
  if (!isOf(editedAt, recorded.editedAt)) return `it was edited at ${recorded.editedAt ?? "no time"}`;
  return isOf(resolvedAt, recorded.resolvedAt) ? null : `it was resolved at ${recorded.resolvedAt ?? "no time"}`;
}

/** What follows from the customers concerned by a set and from their answers is as it says. */
export function answeredFault(
  set: Pick<PublicSet, "weight" | "baseline"> & {
    approvals: { required: string[]; missing: string[] } | null;
    exempted: string[];
  },
  customers: readonly Pick<ConcernedCustomer, "externalId" | "authorisation">[],
  answers: readonly (Answer & { customer: string | null })[],
): string | null {
  const required = customers.filter(({ authorisation }) => takesApprovals(set) && authorisation === "specific");
  const ids = required.map(({ externalId }) => externalId);
  if (!areSame(ids, set.approvals?.required ?? [])) return "it took the approval of other customers";
  const missing = ids.filter((id) => !hasApproved(answers.filter(({ customer }) => customer === id)));
  if (!areSame(missing, set.approvals?.missing ?? [])) return "other customers' approval is missing";
  const exempted = answers.flatMap(({ customer, outcome }) => (outcome === "exempted" ? (customer ?? []) : []));
  return areSame([...new Set(exempted)], set.exempted) ? null : "other customers are exempted";
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  canonicalJson([...some].sort()) === canonicalJson([...others].sort());
