import { z } from "@hono/zod-openapi";
import { DateOn, dateIn, Instant, type IsoDate } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import { Key } from "../values/text.ts";

export const ResponseKind = explained({
  acknowledged: "has been read",
  asked: "a question, which somebody is to answer",
  objected: "an objection, of which something is to become",
  approved: "the approval that the contract asks for",
}).openapi("ResponseKind");
export type ResponseKind = z.infer<typeof ResponseKind>;

/** What becomes of an objection, or of a question. */
export const OUTCOME_MEANINGS = {
  withdrawn: "the customer took the objection back",
  alternative: "something else was agreed",
  exempted: "the change does not apply to the customer",
  terminated: "the contract ends",
  rejected: "the change goes on",
  answered: "the question is answered, by `note`",
} as const;
export const ResponseOutcome = explained(OUTCOME_MEANINGS).openapi("ResponseOutcome");
export type ResponseOutcome = z.infer<typeof ResponseOutcome>;

/** What may become of an answer of each kind. One with an outcome to come is open until it has that. */
export const OUTCOMES: Record<ResponseKind, readonly ResponseOutcome[]> = {
  acknowledged: [],
  approved: [],
  asked: ["answered"],
  objected: ResponseOutcome.exclude(["answered"]).options,
};

/** The kinds of answers that are open until something becomes of them. */
export const OPEN_KINDS = ResponseKind.options.filter((kind) => OUTCOMES[kind].length > 0);

/** How an answer came that was not given by the link of a notice. */
export const ResponseChannel = explained({
  post: "by letter",
  email: "by mail",
  phone: "by telephone",
  meeting: "in person",
  other: "in another way",
}).openapi("ResponseChannel");
export type ResponseChannel = z.infer<typeof ResponseChannel>;

/** Whether an answer came too late: an approval never does, as what waits for it waits until it is given. */
export const isLate = ({ kind, late }: Pick<RecordedResponse, "kind" | "late">): boolean => late && kind !== "approved";

/** Whether an answer came in time; null where nothing was to be answered by a day, and to an approval, which no day ends. */
export const isInTime = ({
  kind,
  late,
  lastDayToObjectOn,
}: Pick<Response, "kind" | "late" | "lastDayToObjectOn">): boolean | null =>
  lastDayToObjectOn === null || kind === "approved" ? null : !late;

/** The day an answer was given or last changed, in a time zone; of one that was entered, the day it came. */
export const dayGiven = (
  { receivedOn, editedAt, answeredAt }: Pick<RecordedResponse, "receivedOn" | "editedAt" | "answeredAt">,
  timeZone: string,
): IsoDate => receivedOn ?? dateIn(timeZone, editedAt ?? answeredAt);

/** A customer has nothing left to approve or to answer: the change does not apply to it, or its contract ends. */
export const RELIEVED: readonly ResponseOutcome[] = ["exempted", "terminated"];

/** What somebody answered to a change set, as the log vouches for it. */
export const RecordedResponse = z.object({
  id: z.uuid().describe("Names it."),
  changeSet: z.int().describe("What it answers."),
  customer: z.string().nullable().openapi({ description: "The customer's `externalId`; null for a follower." }),
  onBehalfOf: z.string().nullable().openapi({ description: "For whom a follower says they speak; not checked." }),
  emailHash: z.string().nullable().openapi({ description: "Null where an operator entered it for the customer." }),
  kind: ResponseKind,
  text: z.string().nullable().describe("In their words."),
  late: z.boolean().openapi({
    description:
      "Given after the last day to object. Of an approval that means nothing: it is waited for until it is given.",
  }),
  waiting: z.boolean().openapi({
    description:
      "An approval that does not count yet: a contact has named in their place whoever gave it, and neither you nor that contact has confirmed that they answer for the customer.",
  }),
  channel: ResponseChannel.nullable(),
  receivedOn: DateOn.nullable().openapi({ description: "The day it came; null by the link of a notice." }),
  answeredAt: Instant.describe("When it was given."),
  editedAt: Instant.nullable().describe("When it was last changed; null: never."),
  outcome: ResponseOutcome.nullable().describe("What became of it; null: nothing yet, or nothing is to."),
  outcomeNote: z.string().nullable().describe("Why, as the customer was told; the answer to a question."),
  resolvedAt: Instant.nullable().describe("When that was recorded."),
});
export type RecordedResponse = z.infer<typeof RecordedResponse>;

const email = z
  .string()
  .nullable()
  .openapi({ description: "Null once the person is erased, and where an operator entered the answer." });

/** The answer by which an approval counts no more. */
const Superseded = z
  .object({ by: z.uuid().describe("Which of them."), kind: ResponseKind, on: DateOn.describe("When.") })
  .nullable()
  .openapi({
    description:
      "Of an approval: the answer of the same customer by which it does not count, or not any more, and the day that came; else null. It is an objection that is open or, later than the approval, was entered for the customer, or a later answer of the same person.",
  });

/** As the register of objections shows it, and as its mails tell of it. */
export const Response = RecordedResponse.omit({ emailHash: true })
  .extend({
    customerName: z.string().nullable().describe("The customer's name when the set was announced."),
    email,
    lastDayToObjectOn: DateOn.nullable().describe(
      "The last day on which it could be given in time; null where there was none.",
    ),
    timeZone: z.string().nullable().openapi({ description: "In which that day ends; null: the organisation's." }),
    holds: z.array(Key).openapi({
      description:
        "The changes, by their vendors' slugs, that do not take effect before something becomes of this objection: the customer's contract asks for its approval, or lets an objection in time suspend them.",
    }),
    superseded: Superseded,
  })
  .describe("What a recipient, or a customer by post, answered to a change set.")
  .openapi("Response");
export type Response = z.infer<typeof Response>;

export const ResponseEvidence = RecordedResponse.extend({ email });
export type ResponseEvidence = z.infer<typeof ResponseEvidence>;
