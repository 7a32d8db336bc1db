import { z } from "zod";
import { ExternalId } from "../../model/people/customer-document.ts";
import { dayGiven, type Response, ResponseChannel, ResponseKind } from "../../model/people/response.ts";
import { DateOn, type IsoDate } from "../../model/values/dates.ts";
import { line, prose } from "../../model/values/text.ts";
import { listSome } from "../../page/describe/names.ts";
import { href } from "../../page/shell/view.ts";
import { capitalised, formatDate, formatDeadline, wordsFor } from "../../words/index.ts";
import { Pick, Radios } from "../kit/choices.tsx";
import { dateTyped } from "../kit/dates.ts";
import { Prose, Text } from "../kit/fields.tsx";
import { Form, Preview } from "../kit/form.tsx";
import type { DocumentForm, FormState } from "../kit/form-state.ts";
import { Empty } from "../kit/parts.tsx";
import { valueIn } from "../kit/values.ts";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { AnswerState } from "./state.tsx";
import { sentenceOf } from "./who.ts";

/** An answer as it is typed in: the customer by its name; where several are called so, by which of them it is. */
const TypedAnswer = z.strictObject({
  changeSet: z.coerce.number({ error: "must be one of those announced" }).int().min(0),
  customer: line(200),
  which: ExternalId.optional(),
  kind: ResponseKind,
  text: prose(5000).optional(),
  receivedOn: DateOn,
  channel: ResponseChannel,
});
export type TypedAnswer = z.infer<typeof TypedAnswer>;

export const ENTERING_FORM: DocumentForm<TypedAnswer> = {
  labels: (locale) => wordsFor(locale).screens.answers.entering.fields,
  schema: TypedAnswer,
  read: (typed) => {
    const receivedOn = typed.text("receivedOn");
    return {
      changeSet: typed.text("changeSet"),
      customer: typed.text("customer"),
      which: typed.text("which"),
      kind: typed.text("kind"),
      text: typed.text("text"),
      receivedOn: receivedOn && dateTyped(receivedOn),
      channel: typed.text("channel"),
    };
  },
};

/** A customer whom the change concerns and whose name has what was typed. */
type Found = { externalId: string; name: string; lastDayToObjectOn: IsoDate | null; timeZone: string | null };

export type EnteringView = ConsoleView & {
  form: FormState;
  /** The sets that can be answered: number and what they do. */
  sets: readonly { number: number; title: string }[];
  /** Who may be meant; null while nothing is typed. */
  found: readonly Found[] | null;
  mostFound: number;
  /** The addresses of its contacts who get the confirmation. */
  hearers: readonly string[];
  /** What the customer that is meant has answered to the set so far, newest first. */
  soFar: readonly Response[];
};

/** The customer that is meant by what was typed; undefined while that could be several, or nobody. */
export const chosenOf = <Each extends { externalId: string }>(
  found: readonly Each[],
  which: string,
): Each | undefined =>
  found.find(({ externalId }) => externalId === which) ?? (found.length === 1 ? found[0] : undefined);

const KINDS = ["objected", "asked", "approved", "acknowledged"] as const satisfies readonly ResponseKind[];

/** The form for an answer that came by post, mail, telephone or otherwise. */
export function renderEntering(view: EnteringView): string {
  const { screens, answers, consoleWords } = wordsFor(view.locale);
  const { entering: words, change } = screens.answers;
  const { form, sets } = view;
  const of = (name: "customer" | "text" | "receivedOn") => ({ form, name, hint: words.hints[name] });
  return renderScreen(
    view,
    {
      page: "answers",
      title: words.title,
      lead: words.lead,
      back: { path: "/console/answers", label: consoleWords.page.answers },
    },
    sets.length === 0 ? (
      <Empty title={words.nothing} />
    ) : (
      <Form form={form} action={href(view, "/console/answers/new")} button={words.button}>
        <section>
          <Pick
            form={form}
            name="changeSet"
            blank={screens.kit.choose}
            options={sets.map(({ number, title }) => [String(number), `${change(number)} · ${title}`])}
          />
          <Text {...of("customer")} required maxlength={200} />
          <Which view={view} />
          <Text {...of("receivedOn")} required type="date" />
          <Preview form={form} name="customer" live>
            <Meant view={view} />
          </Preview>
          <Radios form={form} name="kind" options={KINDS.map((each) => [each, words.kinds[each]])} />
          <Prose {...of("text")} maxlength={5000} rows={5} />
          <Radios
            form={form}
            name="channel"
            options={ResponseChannel.options.map((each) => [each, capitalised(answers.channels[each])])}
          />
        </section>
      </Form>
    ),
  );
}

/** The choice between customers whose name has what was typed. */
function Which({ view: { form, found, mostFound } }: { view: EnteringView }) {
  if (!found || found.length < 2 || found.length > mostFound) return null;
  const isAmbiguous = (name: string) => found.filter((each) => each.name === name).length > 1;
  return (
    <Radios
      form={form}
      name="which"
      options={found.map(({ externalId, name }) => [externalId, isAmbiguous(name) ? `${name} (${externalId})` : name])}
    />
  );
}

/** The customer that is meant, until when it can object, and whether an answer of that day is in time. */
function Meant({ view }: { view: EnteringView }) {
  const { locale, form, found, mostFound } = view;
  const words = wordsFor(locale).screens.answers.entering;
  if (found === null) return <p class="hint">{words.nobody}</p>;
  if (found.length > mostFound) return <p>{words.tooMany}</p>;
  const which = valueIn(form.values, "which");
  const chosen = chosenOf(found, which);
  if (!chosen) return <p>{found.length === 0 ? words.none : words.several}</p>;
  const { name, lastDayToObjectOn: until, timeZone } = chosen;
  const receivedOn = dateTyped(valueIn(form.values, "receivedOn"));
  return (
    <>
      <p>
        <strong dir="auto">{words.found(name)}</strong>{" "}
        {until === null ? words.noDay : words.until(formatDeadline(until, locale, timeZone ?? view.timeZone))}
        {until !== null && receivedOn > until && ` ${words.late}`}
      </p>
      <p dir="auto">{view.hearers.length === 0 ? words.nobodyHears : words.hears(listSome(view.hearers, locale))}</p>
      <SoFar view={view} isLate={until !== null && receivedOn > until} receivedOn={receivedOn} />
    </>
  );
}

type SoFarProps = { view: EnteringView; isLate: boolean; receivedOn: string };

/** What the customer has answered already, and what becomes of that by the answer that is typed. */
function SoFar({ view, isLate, receivedOn }: SoFarProps) {
  const { screens, answers } = wordsFor(view.locale);
  const { entering: words } = screens.answers;
  const { form, soFar, locale } = view;
  if (soFar.length === 0) return null;
  const [kind, channel] = [valueIn(form.values, "kind"), valueIn(form.values, "channel")];
  const entered = soFar.filter((each) => each.channel !== null && each.late === isLate);
  const isReplaced = (each: Response) =>
    kind === "asked"
      ? each.kind === "asked" && each.channel === channel && each.receivedOn === receivedOn
      : each.kind !== "asked";
  const replaced = kind === "" ? undefined : entered.find(isReplaced);
  const others = soFar.filter((each) => each !== replaced);
  const said = [
    replaced && words.replaces(sentenceOf(replaced, view)),
    kind !== "" && !replaced && words.beside,
    others.some((each) => each.kind === "asked" && each.outcome === null) && words.stillOpen,
    kind === "objected" && others.some((each) => each.kind === "approved") && words.takesBack,
  ];
  return (
    <>
      <p>{words.soFar}</p>
      <ul>
        {soFar.map((each) => {
          const by =
            each.channel === null ? (each.email ?? screens.answers.facts.erased) : answers.channels[each.channel];
          return (
            <li dir="auto">
              {words.given(sentenceOf(each, view), formatDate(dayGiven(each, view.timeZone), locale), by)}{" "}
              <AnswerState view={view} answer={each} isWithdrawn={false} />
            </li>
          );
        })}
      </ul>
      <p>{said.filter((each) => each).join(" ")}</p>
    </>
  );
}
