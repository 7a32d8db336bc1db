import { sha256 } from "../model/hash.ts";
import type { RecordedResponse } from "../model/response.ts";
import type { Logged, LoggedResponse } from "./logged.ts";
import { instant } from "./times.ts";

/** What can be wrong with an answer. Null: nothing. */

export function responseFault(response: RecordedResponse, logged: Logged): string | null {
  const recorded = logged.responses.get(response.id);
  if (!recorded) return "the audit log does not know it";
  const changed = (["changeSet", "emailHash", "kind", "late", "outcome"] as const).find(
    (field) => response[field] !== recorded[field],
  );
  if (changed) return `its ${changed} is not what was recorded`;
  return hashedFault(response, recorded) ?? timesFault(response, recorded);
}

/** What people wrote is in the log by its hash. */
function hashedFault(
  { customer, onBehalfOf, text, outcomeNote }: RecordedResponse,
  recorded: LoggedResponse,
): string | null {
  const isOther = (written: string | null, hash: string | null) => (written === null ? null : sha256(written)) !== hash;
  if (isOther(customer, recorded.customer)) return "it is another customer's";
  if (isOther(onBehalfOf, recorded.onBehalfOf)) return "its onBehalfOf is not what was recorded";
  if (isOther(text, recorded.text)) return "its text is not what was recorded";
  return isOther(outcomeNote, recorded.note) ? "its note is not what was recorded" : null;
}

function timesFault({ answeredAt, editedAt, resolvedAt }: RecordedResponse, recorded: LoggedResponse): string | null {
  const [first = null] = recorded.givenAt;
  if (instant(answeredAt) !== first) return `it was given at ${first}`;
  if (instant(editedAt) !== recorded.editedAt) return `it was edited at ${recorded.editedAt ?? "no time"}`;
  return instant(resolvedAt) === recorded.resolvedAt ? null : `it was resolved at ${recorded.resolvedAt ?? "no time"}`;
}
