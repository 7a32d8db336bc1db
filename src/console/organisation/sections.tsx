import type { Child } from "hono/jsx";
import { LOCALES } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { Check, Checks, Pick, Radios } from "../kit/choices.tsx";
import { Group } from "../kit/field.tsx";
import { Days, Lines, Prose, Text, Texts } from "../kit/fields.tsx";
import { Rows } from "../kit/form.tsx";
import { type FormState, isSaid } from "../kit/form-state.ts";
import { languages, mechanisms, regimes, sccModules, timeZones } from "../kit/options.ts";
import { PeriodFields } from "../kit/period.tsx";
import { Place, Places } from "../kit/places.tsx";
import { Accent } from "./accent.tsx";

type Props = {
  form: FormState;
  /** What the terms mean today, which stands beside them. */
  example: Child;
};

const wordsOf = ({ locale }: FormState) => wordsFor(locale).screens.organisation;

/** The languages that texts may be written in, that of texts which name none first; the style shows those that are ticked. */
const writtenIn = ({ values }: FormState) => {
  const own = values.defaultLocale?.[0];
  return [...LOCALES.filter((each) => each === own), ...LOCALES.filter((each) => each !== own)];
};

export function Who({ form }: Props) {
  const { hints } = wordsOf(form);
  return (
    <>
      <Text form={form} name="name" hint={hints.name} required maxlength={200} autocomplete="organization" />
      <Text form={form} name="legalName" hint={hints.legalName} maxlength={200} />
      <div class="pair">
        <Text form={form} name="registrationNumber" maxlength={60} />
        <Text form={form} name="phone" type="tel" maxlength={40} />
      </div>
      <Prose form={form} name="address" maxlength={500} />
      <Text form={form} name="website" type="url" maxlength={2000} />
    </>
  );
}

export function Contact({ form }: Props) {
  const words = wordsOf(form);
  const roles = Object.entries(words.roles);
  return (
    <>
      <Text form={form} name="privacyEmail" type="email" hint={words.hints.privacyEmail} maxlength={254} />
      <details open={isSaid(form, ["representatives", "supervisoryAuthority"])}>
        <summary>{words.more.contact}</summary>
        <Rows form={form} name="representatives" called={words.rows.representatives} max={20}>
          {(row) => (
            <>
              <div class="pair">
                <Pick form={form} name={`${row}.role`} options={roles} blank={words.nobody} />
                <Pick form={form} name={`${row}.regime`} options={regimes(form.locale)} blank={words.nobody} />
              </div>
              <Text form={form} name={`${row}.name`} maxlength={200} />
              <Text form={form} name={`${row}.position`} maxlength={200} />
              <Text form={form} name={`${row}.email`} type="email" maxlength={254} />
              <Text form={form} name={`${row}.phone`} type="tel" maxlength={40} />
              <Text form={form} name={`${row}.url`} type="url" maxlength={2000} />
              <Prose form={form} name={`${row}.address`} maxlength={500} rows={2} />
            </>
          )}
        </Rows>
        <Group form={form} name="supervisoryAuthority">
          <Text form={form} name="supervisoryAuthority.name" maxlength={200} />
          <Text form={form} name="supervisoryAuthority.phone" type="tel" maxlength={40} />
          <Text form={form} name="supervisoryAuthority.url" type="url" maxlength={2000} />
        </Group>
      </details>
    </>
  );
}

export function Language({ form }: Props) {
  const { fields, hints } = wordsOf(form);
  return (
    <>
      <Checks form={form} name="locales" options={languages} />
      <div class="pair">
        <Pick form={form} name="defaultLocale" options={languages} />
        <Pick form={form} name="timeZone" options={timeZones()} />
      </div>
      <details open={isSaid(form, ["holidays"])}>
        <summary>{fields.holidays}</summary>
        <Days form={form} name="holidays" hint={hints.holidays} rows={5} />
      </details>
    </>
  );
}

export function Terms({ form, example }: Props) {
  const { hints } = wordsOf(form);
  return (
    <>
      <PeriodFields form={form} name="noticePeriod" hint={hints.noticePeriod} />
      <PeriodFields form={form} name="objectionPeriod" hint={hints.objectionPeriod} objection />
      {example}
      <details open={isSaid(form, ["remedies"])}>
        <summary>{wordsOf(form).fields.remedies}</summary>
        <Texts
          form={form}
          name="remedies"
          hint={hints.remedies(wordsFor(form.locale).mail.objection.leadsTo.examined(null))}
          locales={writtenIn(form)}
        />
      </details>
      <Checks form={form} name="regimes" hint={hints.regimes} options={regimes(form.locale)} />
    </>
  );
}

export function Offer({ form }: Props) {
  const words = wordsOf(form);
  return (["products", "hostingRegions"] as const).map((name) => (
    <Rows form={form} name={name} called={words.rows[name]} hint={words.hints[name]}>
      {(row) => (
        <>
          <input type="hidden" name={`${row}.key`} value={form.values[`${row}.key`]?.[0] ?? ""} />
          <Text form={form} name={`${row}.name`} maxlength={200} />
        </>
      )}
    </Rows>
  ));
}

export function StatedBesides({ form }: Props) {
  const words = wordsOf(form);
  const locales = writtenIn(form);
  return (
    <>
      <Radios form={form} name="exhaustive" options={Object.entries(words.exhaustive)} />
      <details open={isSaid(form, ["intro", "definitions"])}>
        <summary>{words.more.list}</summary>
        <Texts form={form} name="intro" locales={locales} />
        <Rows form={form} name="definitions" called={words.rows.definitions} max={50}>
          {(row) => (
            <>
              <Text form={form} name={`${row}.term`} maxlength={200} />
              <Texts form={form} name={`${row}.meaning`} locales={locales} rows={2} />
            </>
          )}
        </Rows>
      </details>
    </>
  );
}

export function Look({ form }: Props) {
  const { hints } = wordsOf(form);
  return (
    <>
      <Text form={form} name="branding.accent" hint={hints.accent} maxlength={7} short />
      <Accent form={form} />
      <Text form={form} name="branding.homepage" type="url" hint={hints.homepage} maxlength={2000} />
      <Texts form={form} name="branding.title" hint={hints.title} locales={writtenIn(form)} rows={1} maxlength={100} />
    </>
  );
}

export function OwnProcessing({ form }: Props) {
  const words = wordsOf(form);
  const { locationKinds } = wordsFor(form.locale).terms;
  const locales = writtenIn(form);
  return (
    <>
      <Rows form={form} name="locations" called={words.rows.locations}>
        {(row) => (
          <>
            <Place form={form} name={`${row}.country`} />
            <Pick form={form} name={`${row}.kind`} options={Object.entries(locationKinds)} blank={words.nobody} />
            <Texts form={form} name={`${row}.detail`} locales={locales} rows={2} />
          </>
        )}
      </Rows>
      <Rows form={form} name="safeguards" called={words.rows.safeguards} hint={words.hints.safeguards} max={50}>
        {(row) => (
          <>
            <Pick form={form} name={`${row}.mechanism`} options={mechanisms(form.locale)} blank={words.nobody} />
            <Pick form={form} name={`${row}.module`} options={sccModules(form.locale)} blank={words.anyModule} />
            <Text form={form} name={`${row}.certified`} />
            <Checks form={form} name={`${row}.regimes`} options={regimes(form.locale)} />
            <Places form={form} name={`${row}.countries`} rows={2} />
            <Text form={form} name={`${row}.checkedOn`} type="date" />
            <Text form={form} name={`${row}.url`} type="url" maxlength={2000} />
            <Texts form={form} name={`${row}.note`} locales={locales} rows={2} />
            <Check form={form} name={`${row}.backup`} />
          </>
        )}
      </Rows>
      <Rows form={form} name="cookies" called={words.rows.cookies} max={200}>
        {(row) => (
          <>
            <Text form={form} name={`${row}.name`} maxlength={200} />
            <Texts form={form} name={`${row}.purpose`} locales={locales} rows={2} />
            <Text form={form} name={`${row}.expires`} maxlength={200} />
            <Lines form={form} name={`${row}.setBy`} rows={2} />
          </>
        )}
      </Rows>
    </>
  );
}

export function Keeping({ form }: Props) {
  const { hints } = wordsOf(form);
  return (
    <>
      <Group form={form} name="policy" hint={hints.policy}>
        <Text form={form} name="policy.url" type="url" maxlength={2000} />
        <div class="side-by-side">
          <Text form={form} name="policy.version" maxlength={50} />
          <Text form={form} name="policy.updatedOn" type="date" />
        </div>
        <Check form={form} name="policy.archived" />
      </Group>
      <Group form={form} name="retention" hint={hints.retention} wrong={form.wrong.retention}>
        <Texts form={form} name="retention.text" locales={writtenIn(form)} />
        <Text form={form} name="retention.evidenceYears" type="number" maxlength={3} />
        <Text form={form} name="retention.responseYears" type="number" maxlength={3} />
      </Group>
    </>
  );
}

export function Operation({ form }: Props) {
  const { hints } = wordsOf(form);
  return (
    <>
      <Check form={form} name="approvalsRequired" hint={hints.approvalsRequired} />
      <Text form={form} name="reminderDays" type="number" hint={hints.reminderDays} maxlength={2} />
    </>
  );
}
