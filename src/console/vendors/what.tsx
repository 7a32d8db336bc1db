import { writtenIn } from "../../model/organisation-document.ts";
import { wordsFor } from "../../words/index.ts";
import { Check, Checks, Pick } from "../kit/choices.tsx";
import { Lines, Text, Texts } from "../kit/fields.tsx";
import { Rows } from "../kit/form.tsx";
import { isSaid } from "../kit/form-state.ts";
import { valueIn } from "../kit/values.ts";
import { hintOf, keyed, type PartProps } from "./parts.ts";

/** What few say of a service. */
const FOLDED = ["sensitiveData", "usedForTraining", "optional", "nature", "legalBasis", "retention", "note", "cookies"];

/** What the vendor does: its services. */
export function What(props: PartProps) {
  const { form } = props;
  const { rows } = wordsFor(form.locale).screens.vendors.form;
  return (
    <Rows form={form} name="services" called={rows.services} asked>
      {(row) => <ServiceFields {...props} row={row} />}
    </Rows>
  );
}

function ServiceFields({ row, ...props }: PartProps & { row: string }) {
  const { form, publisher } = props;
  const { terms, screens } = wordsFor(form.locale);
  const { hints, more, rows, notStated } = screens.vendors.form;
  const at = (part: string) => `${row}.${part}`;
  const locales = writtenIn(publisher);
  const { subprocessor, ...otherRoles } = terms.choices.role;
  // A row in which nothing is typed is none, so that its role is not chosen yet.
  const isSpare = valueIn(form.values, at("role")) === "" && valueIn(form.values, at("key")) === "";
  const yesAndNo = [["yes", terms.yes] as const, ["no", terms.no] as const];
  return (
    <>
      <input type="hidden" name={at("key")} value={valueIn(form.values, at("key"))} />
      <Text form={form} name={at("name")} hint={hints.serviceName} maxlength={200} />
      <Text form={form} name={at("category")} hint={hintOf(props, at("category"), hints.category)} maxlength={200} />
      <Pick
        form={form}
        name={at("role")}
        options={Object.entries(isSpare ? otherRoles : terms.choices.role)}
        blank={isSpare ? subprocessor : undefined}
      />
      <Texts
        form={form}
        name={at("purpose")}
        hint={hintOf(props, at("purpose"), hints.purpose)}
        locales={locales}
        rows={2}
      />
      <Lines form={form} name={at("dataCategories")} hint={hints.lines} rows={2} />
      <Lines form={form} name={at("dataSubjects")} hint={hints.lines} rows={2} />
      {publisher.products.length > 0 && (
        <Checks form={form} name={at("products")} hint={hints.products} options={keyed(publisher.products)} />
      )}
      {publisher.hostingRegions.length > 0 && (
        <Checks
          form={form}
          name={at("hostingRegions")}
          hint={hints.hostingRegions}
          options={keyed(publisher.hostingRegions)}
        />
      )}
      <details open={isSaid(form, FOLDED.map(at))}>
        <summary>{more.service}</summary>
        <div class="side-by-side">
          <Pick form={form} name={at("sensitiveData")} options={yesAndNo} blank={notStated} />
          <Pick
            form={form}
            name={at("usedForTraining")}
            options={Object.entries(terms.choices.usedForTraining)}
            blank={notStated}
          />
        </div>
        <Check form={form} name={at("optional")} />
        <Texts form={form} name={at("nature")} locales={locales} rows={2} />
        <Texts form={form} name={at("legalBasis")} locales={locales} rows={2} />
        <Texts form={form} name={at("retention")} locales={locales} rows={2} />
        <Texts form={form} name={at("note")} locales={locales} rows={2} />
        <Rows form={form} name={at("cookies")} called={rows.cookies} max={200} asked>
          {(cookie) => (
            <>
              <Text form={form} name={`${cookie}.name`} maxlength={200} />
              <Text form={form} name={`${cookie}.expires`} maxlength={200} />
              <Texts form={form} name={`${cookie}.purpose`} locales={locales} rows={2} />
              <Lines form={form} name={`${cookie}.setBy`} rows={2} />
            </>
          )}
        </Rows>
      </details>
    </>
  );
}
