import type { PlannedVendor } from "../../registry/imports/read-plan.ts";
import { wordsFor } from "../../words/index.ts";
import { Action } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { planPath } from "./paths.ts";
import { guessField } from "./questions.tsx";
import { sayField, sayMade } from "./values.ts";
import type { PlanView } from "./view.ts";

type VendorProps = { view: PlanView; vendor: PlannedVendor };

/** What others know of a vendor, which the file does not say: each is taken over by its own button. */
export function Suggestions({ view, vendor: { guesses } }: VendorProps) {
  const { locale, settings, plan } = view;
  const { imports: words, importReading } = wordsFor(locale).screens;
  const offered = guesses.filter((guess) => guess.offered && guess.answer === null);
  if (offered.length === 0 || plan.changeSet !== null) return null;
  return (
    <details>
      <summary>{words.suggestions(offered.length)}</summary>
      <ul class="rows">
        {offered.map(({ id, pointer, made, rule }) => (
          <li>
            <span id={`offered-${id}`}>
              {words.vendorOf(sayField(pointer, locale), sayMade(pointer, made, locale, settings))}
              <small class="hint below">{importReading.rules[rule]}</small>
            </span>
            <Action
              view={view}
              action={`${planPath(plan.id)}/answers`}
              button={words.take}
              name={words.vendorOf(words.take, sayField(pointer, locale))}
              quiet
              fields={{ [guessField(id)]: "yes" }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was made of the file for a vendor, beside what the file says, and what was not taken over. */
export function MadeOf({ view, vendor: { guesses, lost, name } }: VendorProps) {
  const { locale, settings } = view;
  const { imports: words, importReading } = wordsFor(locale).screens;
  const made = guesses.filter(({ offered }) => !offered);
  return (
    <>
      {made.length > 0 && (
        <details>
          <summary>{words.guesses(made.length)}</summary>
          <Table
            caption={`${words.guesses(made.length)}: ${name}`}
            isHeaded
            rows={made}
            columns={[
              { head: words.guessColumns.field, cell: ({ pointer }) => sayField(pointer, locale) },
              { head: words.guessColumns.from, cell: ({ from }) => <span dir="auto">{from.slice(0, 500)}</span> },
              {
                head: words.guessColumns.made,
                cell: ({ pointer, made: value, answer }) =>
                  answer === null || answer === "confirmed"
                    ? sayMade(pointer, value, locale, settings)
                    : words.answers[answer],
              },
              { head: words.guessColumns.rule, cell: ({ rule }) => importReading.rules[rule] },
            ]}
          />
        </details>
      )}
      {lost.length > 0 && (
        <details>
          <summary>{words.lost(lost.length)}</summary>
          <Table
            caption={`${words.lost(lost.length)}: ${name}`}
            isHeaded
            rows={lost}
            columns={[
              { head: words.lostColumns.column, cell: ({ column }) => <span dir="auto">{column}</span> },
              { head: words.lostColumns.from, cell: ({ from }) => <span dir="auto">{from.slice(0, 500)}</span> },
              { head: words.lostColumns.why, cell: ({ why }) => importReading.lost[why] },
            ]}
          />
        </details>
      )}
    </>
  );
}
