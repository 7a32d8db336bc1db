import { Country } from "../../model/vendor/countries.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import { Location, type Regime, Safeguard, Service, type VendorDocument } from "../../model/vendor/vendor-document.ts";
import { isCovered, transferLines } from "../../page/describe/transfers.ts";
import { type Assessment, findingsOf, type Rule, ruleOf, rulesOf } from "../../transfers/index.ts";
import { formatCountry, wordsFor } from "../../words/index.ts";
import { namingIn } from "../../words/transfer-sentences.ts";
import { Preview } from "../kit/form.tsx";
import { placeTyped } from "../kit/places.tsx";
import { typed } from "../kit/typed.ts";
import { NO_VENDOR } from "./form.ts";
import { FoundList } from "./found.tsx";
import type { PartProps } from "./parts.ts";
import { locationTyped, safeguardTyped, townOf } from "./read.ts";
import type { Town } from "./town.ts";

type Props = Omit<PartProps, "suggested" | "isNew">;

/** A service as it stands in the form, as far as it can be read: what is wrong in it is not there yet. */
function serviceAsTyped(
  { values, locale }: Props["form"],
  row: string,
): { document: VendorDocument; service: Service; towns: readonly Town[] } {
  const given = typed(values, row);
  const country = Country.safeParse(placeTyped(typed(values).text("country"))).data;
  const role = Service.shape.role.safeParse(given.text("role")).data;
  const name = given.text("name") ?? typed(values).text("name") ?? wordsFor(locale).screens.vendors.form.service;
  const service = Service.parse({
    key: "service",
    name,
    role,
    locations: given.rows("locations", (each) => Location.safeParse(locationTyped(each)).data).filter(isThere),
    safeguards: given.rows("safeguards", (each) => Safeguard.safeParse(safeguardTyped(each)).data).filter(isThere),
  });
  const vendor = typed(values).text("name") ?? wordsFor(locale).screens.vendors.form.verdict.company;
  const towns = given.rows("locations", townOf).filter(isThere);
  return { service, towns, document: { ...NO_VENDOR, name: vendor, country, services: [service] } };
}

const isThere = <T,>(value: T | undefined): value is T => value !== undefined;

/** What covers a service's transfers as it stands in the form, and what stands behind each safeguard. */
export function VerdictPreview({ form, row, publisher, law, today }: Props & { row: string }) {
  const { terms, screens } = wordsFor(form.locale);
  const words = screens.vendors.form.verdict;
  const { document, service, towns } = serviceAsTyped(form, row);
  const lines = transferLines(document, service, { ...publisher, law, on: today }, form.locale);
  // What is missing of a safeguard, such as the module of clauses, leaves the transfer covered, and is said beside it.
  const found = findingsOf(document, { ...publisher, law, on: today }).filter(
    ({ pointer, severity }) => severity !== "info" && pointer.startsWith("/services/0/safeguards"),
  );
  /** The mechanisms of which nothing is wanting for a regime where one of them is stated: what another asks for is not its matter. */
  const soundFor = (regime: Regime) => {
    const ofIt = found.filter((each) => each.code !== "mechanism-cannot-apply" || each.facts.regimes.includes(regime));
    const wanting = new Set(ofIt.map(({ pointer }) => Number(pointer.split("/")[4])));
    return service.safeguards.flatMap(({ mechanism }, at) => (wanting.has(at) ? [] : mechanism));
  };
  const stated = [...new Set(service.safeguards.map(({ mechanism }) => mechanism))];
  return (
    <Preview form={form} name={`verdict-${row}`} live>
      <h3>{words.heading}</h3>
      {service.locations.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="plain">
          {lines.map(({ regime, assessment, reading }) => (
            <li>
              <strong>{terms.explained(terms.regimes[regime], "")}</strong>
              {isCovered(assessment) && restsOn(assessment).some((each) => !soundFor(regime).includes(each)) ? (
                <span class="wanting">{words.incomplete(reading)}</span>
              ) : (
                <span class={isCovered(assessment) ? undefined : "wanting"}>{reading}</span>
              )}{" "}
              {assessment.verdict === "gap" ? (
                <small class="hint">
                  {words.source} <a href={assessment.source}>{words.asks[regime]}</a>
                </small>
              ) : (
                <Sources rules={assessment.rules.flatMap((id) => ruleOf(law, id) ?? [])} {...{ form }} />
              )}
            </li>
          ))}
        </ul>
      )}
      {towns.map(({ country, detail }) => (
        <p class="hint">{words.town(detail, formatCountry(country, form.locale))}</p>
      ))}
      {found.length > 0 && <FoundList findings={found} locale={form.locale} />}
      {stated.length > 0 && (
        <details>
          <summary>{words.stated}</summary>
          <dl>
            {stated.map((mechanism) => (
              <Meaning mechanism={mechanism} form={form} publisher={publisher} law={law} today={today} />
            ))}
          </dl>
        </details>
      )}
    </Preview>
  );
}

/** The safeguard that a transfer rests on. */
function restsOn({ reason }: Assessment): Mechanism[] {
  if (reason.code === "certified-recipient") return ["dpf"];
  return reason.code === "safeguard" ? [reason.mechanism] : [];
}

/** All safeguards there are, for whoever wants to read about them first. */
export function SafeguardHelp({ form, publisher, law, today }: Props) {
  const { terms, screens } = wordsFor(form.locale);
  return (
    <details>
      <summary>{screens.vendors.form.mechanismsMean}</summary>
      <dl>
        {(Object.keys(terms.mechanisms) as Mechanism[]).map((mechanism) => (
          <Meaning mechanism={mechanism} form={form} publisher={publisher} law={law} today={today} />
        ))}
      </dl>
    </details>
  );
}

function Meaning({ mechanism, form, publisher, law, today }: Props & { mechanism: Mechanism }) {
  const { terms, screens, sources } = wordsFor(form.locale);
  const rules = rulesOf(law, mechanism, publisher.regimes, today);
  const general = { adequacy: sources.adequacy, derogation: sources["derogation-occasional"] } as Partial<
    Record<Mechanism, string>
  >;
  return (
    <div>
      <dt>{terms.mechanisms[mechanism]}</dt>
      <dd>
        {screens.vendors.mechanisms[mechanism]}{" "}
        {rules.length > 0 ? (
          <Sources rules={rules} form={form} />
        ) : (
          <small class="hint">{general[mechanism] ?? screens.vendors.form.verdict.notInLaw}</small>
        )}
      </dd>
    </div>
  );
}

/** Where the law says so: the first rules of many, each once. */
function Sources({ rules, form }: { rules: readonly Rule[] } & Pick<Props, "form">) {
  if (rules.length === 0) return null;
  const { rule: nameOf } = namingIn(form.locale);
  const { source } = wordsFor(form.locale).screens.vendors.form.verdict;
  const each = [...new Map(rules.map((rule) => [nameOf(rule.id, rule.title), rule])).entries()];
  return (
    <small class="hint">
      {source}{" "}
      {each.map(([title, rule], index) => (
        <>
          {index > 0 && " · "}
          <a href={rule.source}>{title}</a>
        </>
      ))}
    </small>
  );
}
