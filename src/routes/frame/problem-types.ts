import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RefusalSlug } from "../../model/values/refusal.ts";

/** What HTTP itself refuses, beside the registry's own refusals. */
type HttpSlug =
  | "malformed-url"
  | "method-not-allowed"
  | "malformed-json"
  | "unsupported-media-type"
  | "body-too-large"
  | "too-many-requests"
  | "database-unavailable"
  | "internal-error";

export type ProblemSlug = RefusalSlug | HttpSlug;

/**
 * The status and title of every problem, and what its page says of it in English, as the API does; the compiler demands that
 * each is here.
 */
export const problems = {
  "invalid-request": [
    422,
    "The request is not valid",
    "Something that was sent is missing, is not of its type, or names what does not exist. `errors` has a JSON Pointer (RFC 6901) to each fault: into the body, or `/query/…` and `/path/…` for the address. Nothing was done.",
  ],
  "malformed-url": [
    400,
    "The address is not one",
    "The percent-encoding of the address is no UTF-8 text (RFC 3986, 2.1), or it holds a backslash. Encode each part of the address.",
  ],
  "malformed-json": [400, "The body is not JSON", "The body cannot be read as JSON (RFC 8259), or is not UTF-8."],
  "malformed-csv": [
    400,
    "The body is not CSV",
    "The file cannot be read as CSV (RFC 4180) in UTF-8. `errors` names the line. Nothing of the file was taken.",
  ],
  "unreadable-file": [
    422,
    "The file cannot be read",
    "The file is not of its format, holds more than a list does, or is of a format that is not read. The detail says what of it, and where. Nothing of the file was taken.",
  ],
  unauthenticated: [
    401,
    "An API key is needed",
    "No API key was sent as `Authorization: Bearer …`, or it is mistyped, unknown, revoked or expired; `detail` says which.",
  ],
  "insufficient-scope": [
    403,
    "The API key may not do this",
    "The key is valid, and may not do this: `detail` names the scope that it lacks. Somebody who administers the registry makes another.",
  ],
  "not-found": [
    404,
    "There is nothing here",
    "Nothing is at this address, or what it names does not exist: a vendor, a change set, a customer or a link.",
  ],
  "method-not-allowed": [
    405,
    "This is not done here",
    "The address exists and does not take this method. The header `Allow` names those that it takes.",
  ],
  "not-a-draft": [
    409,
    "Only a draft can be changed or announced",
    "The change set was announced or withdrawn, and what was announced is not rewritten. Make a new draft, or withdraw, postpone or correct the announcement.",
  ],
  "not-announced": [
    409,
    "Only an announced change set can be withdrawn, corrected, answered or sent",
    "The change set is a draft or was withdrawn, so nobody waits for it.",
  ],
  "already-effective": [
    409,
    "The change is already in force",
    "The change is in force, so that it can be neither withdrawn nor postponed. Announce a further change, or a rectification where the list was wrong.",
  ],
  "later-change-exists": [
    409,
    "A later change builds on this one",
    "Another announced change of the same vendor builds on this one. Withdraw that one first.",
  ],
  "empty-change-set": [409, "There is nothing to announce", "The draft changes nothing. Edit a vendor into it first."],
  "approval-required": [
    409,
    "Another person or key has to approve this first",
    "The organisation asks for four eyes: a person or key that has not written the draft approves it before it is announced, and anything that is announced has to be what was approved. Nor does its author alone go on without customers' approvals, enter or confirm one, decide on an objection to it, or delete a customer that it waits for.",
  ],
  "findings-not-accepted": [
    409,
    "The documents contradict the law or themselves",
    "`findings` lists what has to be accepted of what would be published: errors, and a transfer that is intended and that nothing covers. Mend the documents, or accept the findings with a reason, which is recorded.",
  ],
  "draft-changed": [
    409,
    "The draft has been edited since it was read",
    "The `draftHash` that was sent is of an earlier state of the draft. Read the preview again.",
  ],
  "recipients-changed": [
    409,
    "Other people would be told than was read",
    "The `recipients` that were sent are not the number of people who would be told by now. Read the preview again.",
  ],
  "own-draft": [
    409,
    "Whoever wrote a draft cannot approve it",
    "Whoever has written a draft cannot approve it. A person and that person's keys count as one.",
  ],
  "not-awaiting-approval": [
    409,
    "The change set waits for nobody's approval",
    "No change of the set waits for customers' approval, so there is nothing to waive.",
  ],
  "vendor-changed-since": [
    409,
    "The vendor was changed by a newer announcement",
    "Since the draft was written, another announcement has changed the vendors in `vendors`. Rebase or drop those changes of the draft.",
  ],
  "earlier-than-pending-change": [
    409,
    "An announced change of the vendor takes effect later",
    "A change of the vendor is announced for a later day, and this one builds on it. Take that day or a later one.",
  ],
  "not-an-empty-registry": [
    409,
    "Something has been announced already",
    "A baseline is the list that a registry begins with: it can be published only before anything else.",
  ],
  "slug-taken": [
    409,
    "The slug is taken",
    "Another vendor has or had the slug. A slug is an address that others may have kept, and leads to one vendor for ever.",
  ],
  "reference-taken": [
    409,
    "Another change set has the reference",
    "Another change set has this `reference`. It is your own id of a set: look that set up by it.",
  ],
  "email-taken": [409, "The address is somebody's already", "A user of the console has this mail address."],
  "vendor-not-listed": [
    409,
    "The vendor is not on the list",
    "The vendor is not on the list and not in a draft, so that there is nothing to edit.",
  ],
  "nothing-changed": [
    409,
    "Nothing would change",
    "The edit leaves everything as it is. Nothing was drafted, and nobody is told.",
  ],
  "plan-applied": [
    409,
    "The plan has been applied",
    "The plan was put into the draft that `changeSet` names, and is not corrected any more. Edit that draft, or import the file again.",
  ],
  "plan-stale": [
    409,
    "The list has changed since it was planned",
    "The list, or a draft of the same vendors, has changed since: `vendors` names those for which the plan would be another by now. Plan anew (`PATCH` with an empty object), read it, and apply that.",
  ],
  "plan-unsure": [
    409,
    "Something in the plan is not answered",
    "What is unsure is not applied unasked. `errors` has each open question: a guess to confirm, correct or drop, a vendor that may be one of the list, or what is wrong with a document.",
  ],
  "removals-not-allowed": [
    409,
    "So many vendors are not removed unasked",
    "The plan removes more than a fifth of the list, or all vendors of a category (`categories`). Where that is meant, send `allowRemovals` with their number (`removals`).",
  ],
  "not-an-objection": [
    409,
    "Only an objection or a question is to be resolved",
    "The response acknowledges or approves: there is nothing to decide about it.",
  ],
  "already-resolved": [
    409,
    "The objection is resolved already",
    "What becomes of the objection or question has been recorded, and is not recorded twice.",
  ],
  "nobody-was-told": [
    409,
    "Nobody was told of the change",
    "No mail about the change was owed to anybody, so that there is none to correct or to remind of.",
  ],
  "batch-not-uncertain": [
    409,
    "Only a batch of unknown outcome is to be decided, and only failed mails are sent again",
    "The outcome of the batch is known. Only one whose outcome is not is decided by hand, and only mails that failed are sent again.",
  ],
  "last-admin-key": [
    409,
    "The last administering key cannot be revoked",
    "Without this key nobody could administer the registry. Make another with the scope `admin` first.",
  ],
  "own-role": [
    409,
    "Nobody takes the right to administer from themselves",
    "So that somebody always administers the registry, another administrator has to do this.",
  ],
  "stale-version": [
    412,
    "What was read has changed since",
    "`If-Match` or `asReadNow` names a state that is past: somebody has changed it since it was read. Read it again, and decide anew.",
  ],
  "body-too-large": [
    413,
    "The body is too large",
    "The body is larger than is taken here; of what is too large nothing is read.",
  ],
  "unsupported-media-type": [
    415,
    "The body is of a media type that is not taken here",
    "The header `Content-Type` names another type than the address takes: `application/json` nearly everywhere.",
  ],
  "effective-date-too-early": [
    422,
    "A notice or objection period has not passed by that date",
    "A notice or objection period, of the organisation or of a customer's contract, has not passed by the date. `earliest` is the first day that is allowed, `customers` are those who decide it. Where it cannot wait, an emergency states its reason.",
  ],
  "effective-date-in-the-past": [
    422,
    "The date is in the past",
    "The date has passed in the organisation's time zone. Where the list was wrong already, announce a rectification.",
  ],
  "no-effective-date": [
    422,
    "A date is needed",
    "A material change needs the day on which it takes effect. `earliest` is the first that is allowed.",
  ],
  "idempotency-key-reused": [
    422,
    "The Idempotency-Key was used for another request",
    "In the last 24 hours another request was made with the same `Idempotency-Key`. Give each request its own.",
  ],
  "answered-too-often": [
    429,
    "Too many answers in a day",
    "The same person has answered the same change too often today. Nothing of the answer was recorded.",
  ],
  "too-many-requests": [
    429,
    "Too many requests",
    "Requests come faster than they are taken. Wait as long as the header `Retry-After` says.",
  ],
  "internal-error": [
    500,
    "Something went wrong here",
    "The fault is here, and is in our log. Nothing was done by halves: the request can be repeated.",
  ],
  "database-unavailable": [
    503,
    "The database cannot be reached",
    "The database does not answer. The public list is served from memory meanwhile; anything else can be repeated after the seconds in `Retry-After`.",
  ],
} as const satisfies Record<ProblemSlug, readonly [ContentfulStatusCode, string, string]>;
