import { href } from "../../page/shell/view.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { Pick } from "../kit/choices.tsx";
import { Prose, Text } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { planPath } from "./paths.ts";
import type { PlanView } from "./view.ts";

/** Puts a plan into a draft, once nothing is asked; or, while nothing is published, leads on to publishing the list. */
export function PutIntoDraft({ view }: { view: PlanView }) {
  const { plan, put: form, target, locale } = view;
  const words = wordsFor(locale).screens.imports;
  const { totals, removals } = plan;
  if (plan.changeSet !== null || plan.state === "stale") return null;
  const isNothing = totals.add + totals.change + totals.remove + totals.unsure === 0;
  if (isNothing) return <p class="notice">{words.nothing}</p>;
  const mayPublish = target.isFirst && view.mayAnnounce;
  return (
    <section aria-labelledby="put">
      <h2 id="put">{mayPublish ? words.publish : words.put}</h2>
      {totals.unsure > 0 ? (
        <p class="notice">{words.open(totals.unsure)}</p>
      ) : (
        <Form
          form={form}
          action={href(view, `${planPath(plan.id)}/put`)}
          button={words.put}
          quiet={mayPublish}
          actions={
            mayPublish && (
              <button type="submit" name="do" value="publish">
                {words.publish}
              </button>
            )
          }
        >
          {mayPublish && <p class="hint">{words.publishHint}</p>}
          {removals.mustBeAllowed && (
            <>
              <p class="notice">
                {words.removals(removals.count, removals.listed)}
                {removals.categories.length > 0 && `, ${words.removalsAll(formatList(removals.categories, locale))}`}.
              </p>
              <Text
                form={form}
                name="allowRemovals"
                type="number"
                label={words.removalsLabel}
                hint={words.removalsHint}
                short
              />
            </>
          )}
          {target.drafts.length > 0 && (
            <Pick
              form={form}
              name="draft"
              label={words.draft}
              options={target.drafts.map(({ number, title }) => [
                String(number),
                wordsFor(locale).screens.vendors.form.draftNamed(number, title),
              ])}
              blank={words.newDraft}
            />
          )}
          {!target.isFirst && (
            <Prose form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={2} maxlength={2000} />
          )}
        </Form>
      )}
    </section>
  );
}
