import { writtenIn } from "../../model/organisation-document.ts";
import { wordsFor } from "../../words/index.ts";
import { Check, Checks, Pick } from "../kit/choices.tsx";
import { Text, Texts } from "../kit/fields.tsx";
import { Rows, rowsShown } from "../kit/form.tsx";
import { isSaid } from "../kit/form-state.ts";
import { mechanisms, regimes, sccModules } from "../kit/options.ts";
import { Place, Places } from "../kit/places.tsx";
import { valueIn } from "../kit/values.ts";
import { keyed, type PartProps } from "./parts.ts";
import { SafeguardHelp, VerdictPreview } from "./verdict.tsx";

/** Where each service is provided, and what covers the transfers. */
export function Where(props: PartProps) {
  const { form } = props;
  const words = wordsFor(form.locale).screens.vendors.form;
  const { shown } = rowsShown(form, "services", { asked: true });
  return (
    <>
      {Array.from({ length: shown }, (_, index) => {
        const row = `services.${index}`;
        const name = valueIn(form.values, `${row}.name`) || words.unnamedService(index + 1);
        const parts = <Covered {...props} row={row} />;
        return shown === 1 ? (
          parts
        ) : (
          <fieldset class="service-where">
            <legend>{words.serviceWhere(name)}</legend>
            {parts}
          </fieldset>
        );
      })}
      <SafeguardHelp {...props} />
    </>
  );
}

function Covered({ row, ...props }: PartProps & { row: string }) {
  const { form, publisher } = props;
  const { terms, screens } = wordsFor(form.locale);
  const { hints, more, rows, choose, anyModule } = screens.vendors.form;
  const locales = writtenIn(publisher);
  const { processing, ...otherKinds } = terms.locationKinds;
  const { products, hostingRegions } = publisher;
  // What is stated for no law counts for the EU's, as a rule: whoever has another to follow has to be asked.
  const asksForLaw = publisher.regimes.some((regime) => regime !== "eu");
  const law = (each: string) => (
    <Checks form={form} name={`${each}.regimes`} hint={hints.regimes} options={regimes(form.locale)} />
  );
  return (
    <>
      <Rows form={form} name={`${row}.locations`} called={rows.locations} hint={hints.locations}>
        {(place) => (
          <>
            <Place form={form} name={`${place}.country`} />
            <details
              open={isSaid(
                form,
                ["kind", "detail", "products", "hostingRegions"].map((part) => `${place}.${part}`),
              )}
            >
              <summary>{products.length + hostingRegions.length > 0 ? more.scope : more.place}</summary>
              <Pick form={form} name={`${place}.kind`} options={Object.entries(otherKinds)} blank={processing} />
              <Texts form={form} name={`${place}.detail`} locales={locales} rows={1} />
              {hostingRegions.length > 0 && (
                <Checks form={form} name={`${place}.hostingRegions`} options={keyed(hostingRegions)} />
              )}
              {products.length > 0 && <Checks form={form} name={`${place}.products`} options={keyed(products)} />}
            </details>
          </>
        )}
      </Rows>
      <Rows form={form} name={`${row}.safeguards`} called={rows.safeguards} hint={hints.safeguards} max={50} asked>
        {(each) => (
          <>
            <Pick form={form} name={`${each}.mechanism`} options={mechanisms(form.locale)} blank={choose} />
            {/* The style shows it where the clauses are chosen, or something is wrong with it. */}
            <div class={valueIn(form.values, `${each}.module`) === "" ? "of-clauses" : undefined}>
              <Pick
                form={form}
                name={`${each}.module`}
                hint={hints.module}
                options={sccModules(form.locale)}
                blank={anyModule}
              />
            </div>
            <div class={valueIn(form.values, `${each}.certified`) === "" ? "of-framework" : undefined}>
              <Text form={form} name={`${each}.certified`} hint={hints.certified} />
            </div>
            {asksForLaw && law(each)}
            <Text form={form} name={`${each}.checkedOn`} type="date" hint={hints.checkedOn} />
            <details
              open={isSaid(
                form,
                [...(asksForLaw ? [] : ["regimes"]), "backup", "url", "countries", "note"].map(
                  (part) => `${each}.${part}`,
                ),
              )}
            >
              <summary>{asksForLaw ? more.safeguard : more.safeguardAndLaw}</summary>
              {!asksForLaw && law(each)}
              <Check form={form} name={`${each}.backup`} />
              <Text form={form} name={`${each}.url`} type="url" maxlength={2000} />
              <Places form={form} name={`${each}.countries`} hint={hints.countries} rows={2} />
              <Texts form={form} name={`${each}.note`} locales={locales} rows={2} />
            </details>
          </>
        )}
      </Rows>
      <VerdictPreview {...props} row={row} />
    </>
  );
}
