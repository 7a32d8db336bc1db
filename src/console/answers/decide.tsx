import { z } from "zod";
import { OUTCOMES, type Response, ResponseOutcome } from "../../model/people/response.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import { type ConsoleLocale, type Locale, prose } from "../../model/values/text.ts";
import { listSome } from "../../page/describe/names.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Radios } from "../kit/choices.tsx";
import { Prose } from "../kit/fields.tsx";
import { Form, Preview } from "../kit/form.tsx";
import type { DocumentForm, FormState } from "../kit/form-state.ts";
import { MailShown } from "../kit/mail.tsx";
import type { ConsoleView } from "../shell.tsx";

/**
 * What is decided on an answer, as the API takes it; but that nobody is told by a slip of the hand that a change remains,
 * without a reason: it is mailed at once, and cannot be said later.
 */
const Resolution = z
  .strictObject({ outcome: ResponseOutcome, note: prose(2000).optional() })
  .refine(({ outcome, note }) => outcome !== "rejected" || note !== undefined, {
    path: ["note"],
    message: "is required: say why it remains",
  });
export type Resolution = z.infer<typeof Resolution>;

export const DECISION_FORM: DocumentForm<Resolution> = {
  labels: (locale) => {
    const { outcome, note } = wordsFor(locale).screens.answers.decide;
    return { outcome, note };
  },
  schema: Resolution,
  read: (typed) => ({ outcome: typed.text("outcome"), note: typed.text("note") }),
};

/** The form before anything is typed: of a question there is only one thing that can become of it. */
export const newDecision = ({ kind }: Response, locale: ConsoleLocale, version: string): FormState => ({
  locale,
  labels: DECISION_FORM.labels(locale),
  values: kind === "asked" ? { outcome: ["answered"] } : {},
  version,
  wrong: {},
});

/** The mail that a decision would send, in one language, and the addresses that get it; with where it is shown as it looks. */
export type ReplyView = { locale: Locale; to: readonly string[]; subject: string; text: string; source: string | null };

type DecideProps = {
  view: ConsoleView;
  response: Response;
  set: { isInForce: boolean; isCorrection: boolean };
  form: FormState;
  /** Null until enough is said. */
  replies: readonly ReplyView[] | null;
};

/** In which order outcomes are offered: what is decided most often first. */
const OFFERED = ["rejected", "alternative", "exempted", "terminated", "withdrawn"] as const;

/** After which of them the change goes on for whoever has objected. */
const GOES_ON: readonly ResponseOutcome[] = ["rejected", "alternative", "withdrawn"];

/** What becomes of an objection, or the answer to a question, with the mail that tells it. */
export function Decide({ view, response, set, form, replies }: DecideProps) {
  const words = wordsFor(view.locale).screens.answers;
  const { decide, outcomes } = words;
  const isQuestion = response.kind === "asked";
  const canWithdraw = !isQuestion && !set.isInForce && !set.isCorrection;
  const offered = OFFERED.filter((each) => OUTCOMES[response.kind].includes(each));
  const then = words.outcomeThen[response.holds.length > 0 ? "held" : "notHeld"];
  const doesOf = (each: (typeof OFFERED)[number]) =>
    GOES_ON.includes(each) ? `${outcomes[each].does} ${then}` : outcomes[each].does;
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{isQuestion ? decide.answerTitle : decide.title}</h2>
      <Form
        form={form}
        action={href(view, `/console/answers/${response.id}`)}
        button={isQuestion ? decide.answerButton : decide.button}
      >
        <section>
          {isQuestion ? (
            <input type="hidden" name="outcome" value="answered" />
          ) : (
            <Radios
              form={form}
              name="outcome"
              options={offered.map((each) => [each, outcomes[each].title, doesOf(each)])}
            />
          )}
          {canWithdraw && (
            <p class="hint">
              {decide.givenUp}{" "}
              <a href={href(view, `/console/changes/${response.changeSet}/withdraw`)}>{decide.withdraw}</a>
            </p>
          )}
          <Prose
            form={form}
            name="note"
            label={isQuestion ? decide.answer : decide.note}
            hint={isQuestion ? decide.answerHint : decide.noteHint}
            required={isQuestion}
            maxlength={2000}
            rows={6}
          />
          <Preview form={form} name="reply">
            <h3>{decide.reply}</h3>
            {replies === null ? (
              <p class="hint">{isQuestion ? decide.write : decide.choose}</p>
            ) : replies.length === 0 ? (
              <p>{decide.nobody}</p>
            ) : (
              replies.map((reply) => <Reply view={view} reply={reply} />)
            )}
          </Preview>
        </section>
      </Form>
    </section>
  );
}

function Reply({ view: { locale }, reply }: { view: ConsoleView; reply: ReplyView }) {
  const { decide } = wordsFor(locale).screens.answers;
  const to = wordsFor(locale).terms.explained(
    decide.to,
    `${listSome(reply.to, locale)} (${LANGUAGES[reply.locale].name})`,
  );
  return (
    <div>
      <p class="hint">{to}</p>
      <MailShown locale={locale} mail={reply} source={reply.source} label={to} />
    </div>
  );
}
