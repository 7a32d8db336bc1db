import { hasEnded } from "../model/people/ended.ts";
import type { RecordedResponse } from "../model/people/response.ts";
import { hashOfText } from "../model/values/hash.ts";
import { answererHash, instant } from "./chain.ts";
import { firstDifference } from "./fault.ts";
import type { LogContents, LoggedResponse } from "./log-contents.ts";

/** Whether an answer, or a mail about it, is of whom the log says; of one that is nobody's any more nothing is said. */
export function isWhose(
  { emailHash: recorded, isForgotten }: Pick<LoggedResponse, "emailHash" | "isForgotten">,
  { id, emailHash }: { id: string; emailHash: string | null },
): boolean {
  if (isForgotten) return hasEnded(emailHash);
  return recorded === answererHash(id, emailHash) || recorded === emailHash;
}

/** What can be wrong with an answer. Null: nothing. */
export function responseFault(response: RecordedResponse, log: LogContents): string | null {
  const recorded = log.responses.get(response.id);
  if (!recorded) return "the audit log does not know it";
  const { customer, onBehalfOf, text, outcomeNote } = response;
  const [givenAt = null, ...edits] = recorded.givenAt;
  const editedAt = edits.at(-1) ?? null;
  const resolvedAt = recorded.outcome === null ? null : (recorded.resolvedAt.at(-1) ?? null);
  return firstDifference([
    ...(["changeSet", "kind", "late", "outcome"] as const).map(
      (name) => [recorded[name], response[name], `its ${name} is not what was recorded`] as const,
    ),
    [true, isWhose(recorded, response), "its emailHash is not what was recorded"],
    [recorded.waiting ?? false, response.waiting, "whether it waits is not what was recorded"],
    [recorded.channel ?? null, response.channel, "it came another way"],
    [recorded.receivedOn ?? null, response.receivedOn, "it came on another day"],
    // What people wrote is in the log by its hash.
    [recorded.customer, hashOfText(customer), "it is another customer's"],
    [recorded.onBehalfOf, hashOfText(onBehalfOf), "its onBehalfOf is not what was recorded"],
    [recorded.text, hashOfText(text), "its text is not what was recorded"],
    [recorded.note, hashOfText(outcomeNote), "its note is not what was recorded"],
    [givenAt, instant(response.answeredAt), `it was given at ${givenAt}`],
    [editedAt, instant(response.editedAt), `it was edited at ${editedAt ?? "no time"}`],
    [resolvedAt, instant(response.resolvedAt), `it was resolved at ${resolvedAt ?? "no time"}`],
  ]);
}
