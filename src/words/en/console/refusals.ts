import type { RefusalSlug } from "../../../model/values/refusal.ts";

/** Why the registry refused, as people are told it: nothing was done. Those that only the API meets say as much. */
export const refusals = {
  "not-found": "There is nothing here any more.",
  "invalid-request": "Please check what you typed.",
  "not-a-draft": "This has been announced already: it is no draft any more.",
  "not-announced": "This has not been announced.",
  "already-effective": "This is in force already.",
  "later-change-exists": "A later change of the same vendor builds on this one. Withdraw that first.",
  "empty-change-set": "There is nothing in this draft to announce.",
  "approval-required": "Another person than who wrote the change has to approve this, or do it.",
  "findings-not-accepted":
    "Something in this contradicts the law or itself, or a transfer is not covered. Accept it with a reason, or put it right.",
  "draft-changed": "Somebody has edited the draft since you opened it.",
  "recipients-changed": "Meanwhile more or fewer people are to be told than you have read. Nothing was sent.",
  "own-draft": "You have written in this draft: another person has to approve it.",
  "not-awaiting-approval": "This waits for nobody’s approval.",
  "vendor-changed-since":
    "A newer announcement has changed this vendor. Look at what it is now, and save your edit again.",
  "earlier-than-pending-change": "Another announced change of this vendor takes effect later than this one would.",
  "effective-date-too-early": "A notice or objection period has not passed by that date.",
  "effective-date-in-the-past": "That date is over.",
  "no-effective-date": "Please give a date.",
  "not-an-empty-registry": "Something has been announced already.",
  "nothing-changed": "Nothing would change.",
  "slug-taken": "Another vendor has this address.",
  "reference-taken": "Another change has this reference.",
  "vendor-not-listed": "This vendor is not on the list.",
  "stale-version": "Somebody has saved this since you opened it.",
  "last-admin-key": "This is the last key that may administer: it cannot be revoked.",
  "own-role": "Nobody takes the right to administer from themselves: another admin has to do it.",
  "idempotency-key-reused": "This was sent twice.",
  unauthenticated: "Please sign in.",
  "insufficient-scope": "Your role does not allow this.",
  "email-taken": "Somebody else has this address.",
  "not-an-objection": "Only an objection or a question is to be resolved.",
  "already-resolved": "This has been resolved already.",
  "nobody-was-told": "Nobody was told of this change.",
  "answered-too-often": "These are too many answers in one day.",
  "batch-not-uncertain": "The outcome of these mails is known by now.",
  "malformed-csv": "This file cannot be read as CSV.",
  "plan-applied": "This has been put into a draft already.",
  "plan-stale": "The list has changed since this was compared with it. Compare again, and read what comes of it.",
  "plan-unsure": "Something is still to be answered.",
  "removals-not-allowed": "This removes so many vendors that you have to say how many.",
  "unreadable-file": "This file cannot be read as a list.",
} satisfies Record<RefusalSlug, string>;

/** What HTTP itself refuses, and what went wrong here. */
export const problems = {
  title: "That did not work",
  other: "What was sent cannot be read. Nothing was done.",
  "method-not-allowed": "There is nothing here any more.",
  "body-too-large": "This is more than can be taken at once. Nothing was done.",
  "too-many-requests": "These are too many requests. Wait a moment, and try again.",
  "internal-error": "Something went wrong here. Try again; if it stays so, tell whoever runs the registry.",
  "database-unavailable": "The registry cannot be reached at the moment. Try again in a moment.",
};
