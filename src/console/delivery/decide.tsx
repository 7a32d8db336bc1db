import { ANNOUNCING } from "../../model/people/notice.ts";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Radios } from "../kit/choices.tsx";
import { Prose } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Facts } from "../kit/parts.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { DELIVERY } from "./parts.tsx";
import { type Trouble, titleOfMail, triedOf } from "./trouble.ts";

export type DecideView = ConsoleView & { batch: Trouble; form: FormState };

/** What can be decided of mails that were sent together: of unknown outcome three things, else that they are sent again. */
export const decisionsOf = ({ state }: Trouble): readonly Decision[] =>
  state === "uncertain" ? ["accepted", "failed", "resend"] : state === "pending" ? [] : ["resend"];

type Decision = "accepted" | "failed" | "resend";

/** A page that says what each decision does, and takes one. */
export function renderDecide(view: DecideView): string {
  const { delivery } = wordsFor(view.locale).screens;
  const { decide: words, trouble } = delivery;
  const { batch, form } = view;
  const { state, failed, deliveries, lastError } = batch;
  const decisions = decisionsOf(batch);
  const isUncertain = state === "uncertain";
  const does = [
    ...(isUncertain ? [words.does.resend] : []),
    ...(ANNOUNCING.includes(batch.kind) ? [words.does.late] : []),
  ].join(" ");
  const said = {
    accepted: `${words.options.accepted}. ${words.does.accepted}`,
    failed: `${words.options.failed}. ${words.does.failed}`,
    resend: `${isUncertain ? words.options.resend : words.resendMissed}. ${does}`.trim(),
  } satisfies Record<Decision, string>;
  return renderScreen(
    view,
    {
      page: "delivery",
      title: words.title(titleOfMail(batch, view.locale)),
      lead: state === "pending" ? words.waiting : isUncertain ? words.uncertain : words.missed,
      back: { path: DELIVERY, label: wordsFor(view.locale).consoleWords.page.delivery },
    },
    <>
      <Facts
        facts={[
          [
            trouble.outcome,
            state === "uncertain" || state === "pending"
              ? trouble.states[state](deliveries)
              : trouble.states[state](failed, deliveries),
          ],
          [trouble.tried, triedOf(batch, view)],
          ...(lastError ? [[trouble.error, <span dir="auto">{lastError}</span>] as const] : []),
        ]}
      />
      {decisions.length > 0 && (
        <Form form={form} action={href(view, `${DELIVERY}/batches/${batch.id}`)} button={words.button}>
          <section aria-label={words.as}>
            <Radios form={form} name="as" options={decisions.map((each) => [each, said[each]] as const)} />
            <Prose form={form} name="reason" required maxlength={250} hint={words.reasonHint} />
          </section>
        </Form>
      )}
    </>,
  );
}
