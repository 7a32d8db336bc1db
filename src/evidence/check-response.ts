import type { RecordedResponse } from "../model/people/response.ts";
import { hashOfText } from "../model/values/hash.ts";
import { instant } from "./chain.ts";
import { firstDifference } from "./fault.ts";
import type { LogContents } from "./log-contents.ts";

/** What can be wrong with an answer. Null: nothing. */
export function responseFault(response: RecordedResponse, log: LogContents): string | null {
  const recorded = log.responses.get(response.id);
  if (!recorded) return "the audit log does not know it";
  const { customer, onBehalfOf, text, outcomeNote } = response;
  const [givenAt = null, ...edits] = recorded.givenAt;
  const editedAt = edits.at(-1) ?? null;
  const resolvedAt = recorded.outcome === null ? null : (recorded.resolvedAt.at(-1) ?? null);
  return firstDifference([
    ...(["changeSet", "emailHash", "kind", "late", "outcome"] as const).map(
      (name) => [recorded[name], response[name], `its ${name} is not what was recorded`] as const,
    ),
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
