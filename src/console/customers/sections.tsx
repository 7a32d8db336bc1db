import type { PropsWithChildren } from "hono/jsx";
import type { Organisation } from "../../model/organisation-document.ts";
import { wordsFor } from "../../words/index.ts";
import { Check, Checks, Pick, Radios } from "../kit/choices.tsx";
import { Group } from "../kit/field.tsx";
import { Days, Text, Texts } from "../kit/fields.tsx";
import { Preview, Rows } from "../kit/form.tsx";
import { type FormState, isMarked, isSaid } from "../kit/form-state.ts";
import { languages, timeZones } from "../kit/options.ts";
import { Folded } from "../kit/parts.tsx";
import { PeriodFields } from "../kit/period.tsx";
import { valueIn } from "../kit/values.ts";
import { areInForm, type FormOf, MOST_CONTACTS } from "./read.ts";
import type { TermsExplained } from "./terms.ts";

export type SectionProps = {
  form: FormState;
  organisation: Organisation;
  of: FormOf;
  explained: TermsExplained | null;
};

const wordsOf = ({ locale }: FormState) => wordsFor(locale).screens.customers;

export function Who({ form, of }: SectionProps) {
  const words = wordsOf(form);
  return (
    <>
      <Text form={form} name="name" required maxlength={200} autocomplete="organization" />
      {areInForm(of.contacts) ? (
        <Rows form={form} name="contacts" called={words.contact} hint={words.hints.contacts} max={MOST_CONTACTS}>
          {(row) => (
            <>
              <Text form={form} name={`${row}.email`} type="email" maxlength={254} />
              <Text form={form} name={`${row}.name`} maxlength={200} />
              <Pick form={form} name={`${row}.locale`} options={languages} blank={words.ownLanguage} />
            </>
          )}
        </Rows>
      ) : (
        <p class="hint">{words.tooManyContacts(of.contacts.length)}</p>
      )}
    </>
  );
}

/** What a customer uses, where the organisation tells its products or regions apart. */
export function Use({ form, organisation }: SectionProps) {
  const { hints } = wordsOf(form);
  return (["products", "hostingRegions"] as const).map(
    (name) =>
      organisation[name].length > 0 && (
        <Checks
          form={form}
          name={name}
          hint={hints[name]}
          options={organisation[name].map((each) => [each.key, each.name])}
        />
      ),
  );
}

export function Terms({ form, organisation, explained }: SectionProps) {
  const words = wordsOf(form);
  const { hints } = words;
  const radios = (named: Record<string, string>) => Object.entries(named);
  return (
    <>
      <PeriodFields form={form} name="noticePeriod" hint={hints.noticePeriod} />
      <PeriodFields form={form} name="objectionPeriod" hint={hints.objectionPeriod} objection />
      <HolidaysLacking form={form} explained={explained} />
      <Radios form={form} name="authorisation" options={radios(words.authorisations)} />
      <div class="of-general">
        <Radios form={form} name="onObjection" options={radios(words.onObjections)} />
      </div>
      <p class="of-specific">{words.alwaysHeld}</p>
      <Unfolded when={isRare(form)} summary={words.rareTerms}>
        <Radios form={form} name="emergency" options={radios(words.emergencies)} />
        <Unfolded
          when={valueIn(form.values, "emergency") === "period" || isMarked(form, ["emergency.period"])}
          summary={words.emergencyPeriod}
        >
          <PeriodFields form={form} name="emergency.period" />
        </Unfolded>
        <Group form={form} name="objectUntilEffect" hint={hints.objectUntilEffect} wrong={form.wrong.objectUntilEffect}>
          <Text form={form} name="objectUntilEffect.daysBefore" type="number" maxlength={3} />
        </Group>
        <Texts form={form} name="remedies" hint={hints.remedies} locales={organisation.locales} />
      </Unfolded>
      <Explained form={form} explained={explained} />
    </>
  );
}

/** Whether a contract says what few say, or something of it is wrong. */
const isRare = (form: FormState): boolean =>
  isSaid(form, ["objectUntilEffect", "remedies", "emergency.period"]) ||
  isMarked(form, ["emergency"]) ||
  !["", "not-allowed"].includes(valueIn(form.values, "emergency"));

/** That the periods above leave out holidays, and none is entered for the year they end in: said where they are typed, with the way to its own. */
function HolidaysLacking({ form, explained }: Pick<SectionProps, "form" | "explained">) {
  return (
    <div data-preview="holidays">
      {explained?.found && (
        <p class="notice">
          {explained.found} <a href="#holidays">{wordsOf(form).fields.holidays}</a>
        </p>
      )}
    </div>
  );
}

const MORE = ["timeZone", "holidays", "noHolidays", "externalId"];

/** What contracts rarely say, and the id that other systems know the customer by. */
export function More({ form, of }: SectionProps) {
  const words = wordsOf(form);
  const isTyped = MORE.some((name) => name !== "externalId" && valueIn(form.values, name) !== "");
  return (
    <Folded id="more" title={words.more} open={isMarked(form, MORE) || isTyped}>
      <Pick form={form} name="timeZone" hint={words.hints.timeZone} options={timeZones()} blank={words.ownTimeZone} />
      <Days form={form} name="holidays" hint={words.hints.holidays} />
      <Check form={form} name="noHolidays" />
      {of.externalId === null ? (
        <Text form={form} name="externalId" hint={words.hints.externalId} maxlength={200} short />
      ) : (
        <p class="hint">{words.knownBy(of.externalId)}</p>
      )}
    </Folded>
  );
}

const Unfolded = ({ when, summary, children }: PropsWithChildren<{ when: boolean; summary: string }>) => (
  <details open={when}>
    <summary>{summary}</summary>
    {children}
  </details>
);

/** What the terms mean, in sentences and for an announcement of today. */
function Explained({ form, explained }: Pick<SectionProps, "form" | "explained">) {
  const { example: words } = wordsOf(form);
  return (
    <Preview form={form} name="terms" live>
      <h3>{words.heading}</h3>
      {explained ? (
        <>
          <ul>
            {explained.sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <details>
            <summary>{words.mailsSay}</summary>
            <p>
              <q>{explained.objecting}</q>
            </p>
          </details>
          <p>{explained.example.announced}</p>
          <dl class="outcome">
            <div>
              <dt>{words.object}</dt>
              <dd>{explained.example.object}</dd>
            </div>
            <div>
              <dt>{words.effective}</dt>
              <dd>{explained.example.effective}</dd>
            </div>
          </dl>
        </>
      ) : (
        <p>{words.wrong}</p>
      )}
    </Preview>
  );
}
