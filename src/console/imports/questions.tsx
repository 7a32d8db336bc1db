import type { AnsweredGuess } from "../../imports/answers.ts";
import { GUESS_KINDS, type GuessKind, kindOf, placeOf } from "../../imports/guess-kinds.ts";
import { hasOneReading, isOfUse } from "../../imports/guess-rules.ts";
import { MECHANISMS } from "../../model/vendor/mechanisms.ts";
import { Service } from "../../model/vendor/vendor-document.ts";
import { href } from "../../page/shell/view.ts";
import type { PlannedVendor } from "../../registry/imports/read-plan.ts";
import { wordsFor } from "../../words/index.ts";
import { type Options, Pick } from "../kit/choices.tsx";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Place, PlaceNames } from "../kit/places.tsx";
import { Table } from "../kit/table.tsx";
import { planPath } from "./paths.ts";
import { sayField, sayMade, sayPlace } from "./values.ts";
import type { PlanView } from "./view.ts";

/** As many questions as a page asks. */
export const QUESTIONS_ON_A_PAGE = 40;

/** The names of the fields in which guesses are answered, and vendors chosen: never a number, which would be a row's. */
export const guessField = (id: string): string => `guesses.g${id}`;
export const otherPlaceField = (id: string): string => `places.g${id}`;
export const vendorField = (key: string): string => `vendors.v-${key}`;

type Question = { vendor: PlannedVendor; guess: AnsweredGuess };

/** Everything that has to be answered before the plan is applied, in the order in which it is asked. */
export function questionsOf(vendors: readonly PlannedVendor[]): Map<GuessKind, Question[]> {
  const all = vendors.flatMap((vendor) =>
    vendor.guesses.filter(({ id }) => vendor.open.includes(id)).map((guess) => ({ vendor, guess })),
  );
  const byKind = Map.groupBy(all, ({ guess }) => kindOf(guess));
  return new Map(GUESS_KINDS.flatMap((kind) => (byKind.has(kind) ? [[kind, byKind.get(kind) ?? []]] : [])));
}

/** What is asked of a file: which vendors are meant, and whether what was made of it is so. Each kind is confirmed at once, or one by one. */
export function Questions({ view }: { view: PlanView }) {
  const { plan, locale } = view;
  const words = wordsFor(locale).screens.imports;
  const asked = plan.vendors.filter((vendor) => vendor.what === "unsure" && vendor.asked.length > 0);
  const questions = questionsOf(plan.vendors);
  if (plan.changeSet !== null || (asked.length === 0 && questions.size === 0)) return null;
  const form: FormState = { locale, labels: {}, values: {}, wrong: view.wrong };
  let left = QUESTIONS_ON_A_PAGE - Math.min(asked.length, QUESTIONS_ON_A_PAGE);
  const shown = [...questions].map(([kind, all]) => {
    const some = all.slice(0, left);
    left -= some.length;
    return { kind, all, some };
  });
  const total = asked.length + [...questions.values()].flat().length;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{words.questions}</h2>
      <p class="hint">{words.questionsHint}</p>
      <Form form={form} action={href(view, `${planPath(plan.id)}/answers`)} button={words.answer}>
        {asked.length > 0 && (
          <div class="asked">
            <Table
              caption={words.which}
              rows={asked.slice(0, QUESTIONS_ON_A_PAGE)}
              columns={[
                { head: words.askedColumns.vendor, cell: ({ name }) => <span dir="auto">{name}</span> },
                { head: words.askedColumns.where, cell: ({ rows }) => rowsSaid(rows, view) },
                {
                  head: words.askedColumns.answer,
                  cell: (vendor) => (
                    <Pick
                      form={form}
                      name={vendorField(vendor.key)}
                      label={vendor.name}
                      options={[...vendorsMeant(view, vendor), ["new", words.newVendor]]}
                      blank={words.later}
                    />
                  ),
                },
              ]}
            />
          </div>
        )}
        {shown
          .filter(({ some }) => some.length > 0)
          .map(({ kind, all, some }) => (
            <div class="asked">
              <Table
                caption={words.kinds[kind]}
                rows={some}
                columns={[
                  { head: words.askedColumns.vendor, cell: ({ vendor }) => <span dir="auto">{vendor.name}</span> },
                  { head: words.askedColumns.from, cell: (question) => <Said view={view} {...question} /> },
                  {
                    head: words.askedColumns.answer,
                    cell: (question) => <Answer view={view} form={form} {...question} />,
                  },
                  ...(some.some(isOfPlace)
                    ? [
                        {
                          head: words.otherPlace,
                          cell: (question: Question) =>
                            isOfPlace(question) && (
                              <Place
                                form={form}
                                name={otherPlaceField(question.guess.id)}
                                label={words.otherPlaceOf(question.vendor.name, short(question.guess.from))}
                              />
                            ),
                        },
                      ]
                    : []),
                ]}
              />
              {all.some(({ guess }) => hasOneReading(guess)) && (
                <button type="submit" name="do" value={`confirm:${kind}`} class="quiet">
                  {all.every(({ guess }) => hasOneReading(guess))
                    ? words.confirmAll(words.kinds[kind], all.length)
                    : words.confirmPlain(words.kinds[kind], all.filter(({ guess }) => hasOneReading(guess)).length)}
                </button>
              )}
            </div>
          ))}
        {total > QUESTIONS_ON_A_PAGE && <p class="hint">{words.moreQuestions(total - QUESTIONS_ON_A_PAGE)}</p>}
        {questions.has("places") && <PlaceNames locale={locale} />}
      </Form>
    </section>
  );
}

const vendorsMeant = (view: PlanView, { asked }: PlannedVendor): Options => {
  const words = wordsFor(view.locale).screens.imports;
  return asked.map(({ slug, name, by }) => [`is:${slug}`, `${words.isVendor(name)} (${words.matches[by]})`]);
};

/** What the file says, of which field it was taken, and how. */
function Said({ view: { locale }, guess: { pointer, from, rule, unclear = [] } }: Question & { view: PlanView }) {
  const { imports: words, importReading } = wordsFor(locale).screens;
  return (
    <>
      <span dir="auto">{words.quoted(short(from))}</span>
      <br />
      <small class="hint">
        {isOfUse(rule)
          ? importReading.rules[rule]
          : words.vendorOf(sayField(pointer, locale), importReading.rules[rule])}
        .{unclear.length > 0 && <span dir="auto"> {words.notUnderstood(unclear.map(words.quoted))}</span>}
      </small>
    </>
  );
}

function Answer({ view, form, vendor, guess }: Question & { view: PlanView; form: FormState }) {
  const { locale, settings } = view;
  const words = wordsFor(locale).screens.imports;
  const { id, pointer, made, instead, rule } = guess;
  const say = (value: unknown) => sayMade(pointer, value, locale, settings);
  const ofStatus: Options = [
    ["yes", words.isUsed],
    ["drop", vendor.before === null ? words.isNotUsed : words.isGone],
  ];
  const ofValue: Options = [
    ["yes", words.isSo(say(made))],
    ...instead.map((value, at) => [`no:${at}`, words.isThis(say(value))] as const),
    ...othersFor(guess, locale).map(([value, label]) => [`as:${value}`, words.isThis(label)] as const),
    ["drop", words.leaveOut],
  ];
  const label = calledIn({ vendor, guess }, locale);
  return (
    <Pick
      form={form}
      name={guessField(id)}
      label={label}
      options={isOfUse(rule) ? ofStatus : ofValue}
      blank={words.later}
    />
  );
}

const isOfPlace = ({ guess }: Question): boolean => placeOf(guess.pointer).below.at(-1) === "country";

/** What a question is called: no two fields have one name. */
const calledIn = ({ vendor, guess }: Question, locale: PlanView["locale"]): string =>
  wordsFor(locale).screens.imports.asked(vendor.name, short(guess.from));

const rowsSaid = (rows: readonly string[], { locale }: PlanView): string =>
  rows
    .slice(0, 3)
    .map((at) => sayPlace(at, locale))
    .join(", ");

const CHARACTERS = 200;
const short = (text: string): string => (text.length > CHARACTERS ? `${text.slice(0, CHARACTERS)}…` : text);

/** What else there is to choose from, where that is a short list. */
function othersFor({ pointer, made, instead }: AnsweredGuess, locale: PlanView["locale"]): Options {
  const { terms } = wordsFor(locale);
  const { field, below } = placeOf(pointer);
  const known = [made, ...instead];
  const isOther = ([value]: readonly [string, ...unknown[]]) => !known.includes(value);
  if (below.at(-1) === "mechanism")
    return (Object.keys(MECHANISMS) as (keyof typeof MECHANISMS)[])
      .map((each) => [each, terms.mechanisms[each]] as const)
      .filter(isOther);
  if (field === "role")
    return Service.shape.role
      .unwrap()
      .options.map((each) => [each, terms.choices.role[each]] as const)
      .filter(isOther);
  return [];
}
