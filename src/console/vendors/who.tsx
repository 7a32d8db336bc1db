import { LINK_FIELDS } from "../../model/vendor/field-lookup.ts";
import { wordsFor } from "../../words/index.ts";
import { Pick } from "../kit/choices.tsx";
import { Group } from "../kit/field.tsx";
import { Lines, Prose, Text } from "../kit/fields.tsx";
import { Rows } from "../kit/form.tsx";
import { isSaid } from "../kit/form-state.ts";
import { Place } from "../kit/places.tsx";
import { hintOf, type PartProps } from "./parts.ts";

/** Who the vendor is. What a catalogue has filled in says so beside its field. */
export function Who(props: PartProps) {
  const { form, isNew } = props;
  const { terms, screens } = wordsFor(form.locale);
  const { hints, more, rows } = screens.vendors.form;
  const hint = (name: string, otherwise?: string) => hintOf(props, name, otherwise);
  const folded = ["formerNames", "registrationNumber", "contractSignedOn", "certifications"];
  const isFolded = !isSaid(form, folded) && !isUnusual(form.values.identity, "named");
  return (
    <>
      <Text form={form} name="name" hint={hint("name", hints.name)} required maxlength={200} />
      {props.catalogue}
      <Text form={form} name="legalName" hint={hint("legalName", hints.legalName)} maxlength={200} />
      <Place form={form} name="country" hint={hint("country", hints.country)} countriesOnly />
      <details open={isSaid(form, ["address", "contact"])}>
        <summary>{more.contact}</summary>
        <Prose form={form} name="address" hint={hint("address")} maxlength={500} rows={2} />
        <Group form={form} name="contact">
          <div class="side-by-side">
            <Text form={form} name="contact.name" maxlength={200} />
            <Text form={form} name="contact.position" maxlength={200} />
            <Text form={form} name="contact.email" type="email" maxlength={254} />
            <Text form={form} name="contact.phone" type="tel" maxlength={40} />
            <Text form={form} name="contact.url" type="url" maxlength={2000} />
          </div>
        </Group>
      </details>
      <details open={isSaid(form, LINK_FIELDS)}>
        <summary>{more.links}</summary>
        <fieldset class="choices" id="links" aria-label={more.links}>
          <div class="side-by-side">
            {LINK_FIELDS.map((link) => (
              <Text form={form} name={link} type="url" hint={hint(link)} maxlength={2000} />
            ))}
          </div>
        </fieldset>
      </details>
      <details open={!isFolded || isUnusual(form.values.relationship, "third-party")}>
        <summary>{more.who}</summary>
        <Lines form={form} name="formerNames" hint={hints.formerNames} rows={2} />
        <Text form={form} name="registrationNumber" maxlength={60} short />
        <Pick form={form} name="identity" options={Object.entries(terms.choices.identity)} />
        <Pick form={form} name="relationship" options={Object.entries(terms.choices.relationship)} />
        <Text form={form} name="contractSignedOn" type="date" />
        <Rows form={form} name="certifications" called={rows.certifications} max={50} asked>
          {(row) => (
            <>
              <Text form={form} name={`${row}.name`} maxlength={200} />
              <Text form={form} name={`${row}.validUntil`} type="date" />
              <Text form={form} name={`${row}.url`} type="url" maxlength={2000} />
            </>
          )}
        </Rows>
      </details>
      {isNew && (
        <details open={isSaid(form, ["slug"])}>
          <summary>{more.address}</summary>
          <Text form={form} name="slug" hint={hints.slug} maxlength={64} short />
        </details>
      )}
    </>
  );
}

const isUnusual = (values: readonly string[] | undefined, usual: string): boolean => (values?.[0] ?? usual) !== usual;
