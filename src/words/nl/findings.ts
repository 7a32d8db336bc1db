import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Dictionary } from "../dictionary.ts";
import type { FindingSentences } from "../en/findings.ts";
import { frameworks } from "../naming.ts";
import { inPlace, toPlace } from "./names.ts";
import { terms } from "./terms.ts";
import { goingTo } from "./verdicts.ts";

const LINKS: Record<LinkField, string> = {
  website: "de website",
  privacyPolicyUrl: "de privacyverklaring",
  cookiePolicyUrl: "de cookieverklaring",
  dpaUrl: "de verwerkersovereenkomst",
  optOutUrl: "de opt-outpagina",
  subprocessorsUrl: "de lijst van subverwerkers",
};

const LAPSES = "Een certificering vervalt als zij niet jaarlijks wordt vernieuwd.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = " als de verwerkingsverantwoordelijke zelf ondertekent";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) => {
    const stated = `${name}: voor ${say.regimes(regimes)} vermeldt de lijst ${say.mechanism(mechanism, under)}`;
    return isIncomplete
      ? `${stated}; wat daar bovendien nodig is, is niet vermeld (${say.completion(regimes)}).`
      : `${stated}; daar kan een doorgifte op ${say.date(on)} niet op die grond plaatsvinden.`;
  },
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}: de lijst vermeldt ${frameworks(under, say)}, maar alleen bedrijven in de Verenigde Staten kunnen gecertificeerd zijn; ${vendor} is gevestigd ${inPlace(country, say.country(country))}. Ontvangt een gecertificeerd bedrijf in de Verenigde Staten de gegevens, vermeld dat dan als gecertificeerd bedrijf.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}: de lijst vermeldt ${frameworks(under, say)}, maar alleen bedrijven in de Verenigde Staten kunnen gecertificeerd zijn, en in welk land ${vendor} is gevestigd, is niet vermeld.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint =
      place === "US"
        ? ` In de Verenigde Staten zijn alleen gecertificeerde bedrijven gedekt, door ${frameworks(regimes, say)}.`
        : "";
    return `${name}: adequaatheid is vermeld, maar op ${say.date(on)} is voor ${say.regimes(regimes)} geen passend beschermingsniveau erkend (${say.country(place)}).${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}: de lijst beroept zich op een afwijking (${say.articles(under)}), maar vermeldt niet op welke en waarom.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}: de lijst vermeldt ${frameworks(under, say)}, alleen voor doorgiften naar de Verenigde Staten, waar geen plaats is vermeld.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` De lijst als geheel vermeldt ${named}, zonder te zeggen voor welke dienstverlener.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}: of een doorgifte ${toPlace(of.place, say.country(of.place))} op die datum op ${say.mechanism(of.mechanism, under)} kon worden gebaseerd, is hier voor ${say.regimes(regimes)} niet vastgelegd.`;
    return why === "no-location"
      ? `${name}: waar gegevens worden verwerkt, is niet vermeld; of zij worden doorgegeven, en wat die doorgifte dekt, valt dus niet te zeggen.`
      : `${name}: het recht op die datum is hier voor ${say.regimes(regimes)} niet vastgelegd.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}: het bedrijf is gevestigd ${inPlace(place, say.country(place))}; gegevens aan dit bedrijf verstrekken is dus een doorgifte daarheen, waar zijn servers ook staan, en niets van wat is vermeld dekt die doorgifte voor ${say.regimes(regimes)}. Vermeld wat haar wel dekt, of het bedrijf waarmee de overeenkomst is gesloten als dat een ander is.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `berust de doorgifte op ${say.mechanism(afterwards, regime)}`
      : `dekt niets van wat is vermeld ${goingTo(place, say)}`;
    return `${name}. ${say.verdict(assessment, regime)} Daarna ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}: een afwijking (${say.articles(under)}) is voor specifieke situaties, niet voor een dienst die regelmatig wordt gebruikt.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}: de lijst vermeldt ${say.mechanism(mechanism, under)}, maar niet de bepalingen die daardoor worden gewijzigd.`,
  "scc-without-module": ({ name }) =>
    `${name}: niet vermeld is welke module van de standaardcontractbepalingen is overeengekomen.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}: module ${module} van de standaardcontractbepalingen (${terms.sccModules[module]}) past niet bij de rol “${terms.choices.role[role].toLowerCase()}”; daarbij past ${fitting.map((each) => `module ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" of ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}: niet vermeld is dat de certificering is gecontroleerd. ${LAPSES}`;
    return isToCome
      ? `${name}: de controle van de certificering is gedateerd op ${say.date(checkedOn)}, een dag die nog moet komen: zij is nog niet gecontroleerd.`
      : `${name}: de certificering is voor het laatst gecontroleerd op ${say.date(checkedOn)}. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "Alleen een categorie van verwerkers is genoemd. Elke verwerker moet identificeerbaar zijn."
      : `Welke juridische entiteit ${name} is, is niet vermeld.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}: in welk land ${legalName} is gevestigd, is niet vermeld. Is dat een derde land, dan is de verstrekking van gegevens aan dit bedrijf een doorgifte daarheen, waar zijn servers ook staan, en niets van wat is vermeld dekt die doorgifte voor ${say.regimes(regimes)}.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) is dezelfde juridische entiteit (${legalName}). Eén dienstverlener met meerdere diensten geeft dat beter weer.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = `${name}: het vermelde land is ${say.place(country)}`;
    if ("form" in by)
      return `${stated}, waar bedrijven de rechtsvorm “${by.form}” die ${legalName} draagt niet hebben.`;
    return "other" in by
      ? `${stated}; ${by.other} (${by.slug}) is dezelfde juridische entiteit (${legalName}), en daar is ${say.place(by.place)} vermeld.`
      : `${stated}, maar de juridische entiteit ${legalName} heeft ${say.place(by.place)} in haar naam.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `De link naar ${LINKS[link]} van ${name} leidt naar een pagina op ${domain} waarnaar ook ${owner} verwijst: een van beide links kan van een ander zijn.`
      : `De link naar ${LINKS[link]} van ${name} leidt naar ${domain}, een domein van ${owner}.`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}: of doorgiften ${toPlace(place, say.country(place))} worden gedekt door ${frameworks(under, say)}, staat niet vast. Andere doorgifte-instrumenten, zoals standaardcontractbepalingen, laten geen twijfel bestaan.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}: zonder ${frameworks(regimes, say)} zou niets de Verenigde Staten voor ${say.regimes(regimes)} dekken.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}: de lijst vermeldt ${say.mechanism(mechanism, under)}, zonder link naar de goedkeuring.`,
  "no-address": ({ name }) => `Het adres van ${name} is niet vermeld.`,
  "no-contact": ({ name }) =>
    `Niet vermeld is met wie bij ${name} contact kan worden opgenomen over gegevensbescherming.`,
  "no-dpa-link": ({ name }) => `Er is geen link naar een verwerkersovereenkomst met ${name}.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}: wat de rectificatie wijzigt, kan een beoogde verandering zijn: ${say.grounds(grounds)}. Moet die nog komen, kondig haar dan vooraf als zodanig aan.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}: door het belang dat u hebt toegekend, wordt niemand hierover ingelicht: ${say.grounds(grounds)}. Over een beoogde verandering moeten klanten vooraf worden ingelicht, zodat zij bezwaar kunnen maken.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}: door het belang dat u hebt toegekend, wacht het volgende op geen termijn en op niemands toestemming: ${say.grounds(grounds)}. Over een beoogde verandering moeten klanten vooraf worden ingelicht, zodat zij bezwaar kunnen maken; waar een overeenkomst toestemming verlangt, is die nodig.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}: de certificering (${certification}) was geldig tot en met ${say.date(until)}. Is zij vernieuwd, vermeld dan de nieuwe datum; zo niet, haal haar dan met een rectificatie van de lijst.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}: de certificering (${certification}) is slechts geldig tot en met ${say.date(until)}. Vraag vóór die tijd om de vernieuwde certificering.`,
  "no-data-category": ({ name }) => `${name}: welke persoonsgegevens worden verwerkt, is niet vermeld.`,
  "law-outdated": ({ edition }, say) =>
    `Wat hier van het recht bekend is, dateert van ${say.date(edition)} en is dus meer dan 180 dagen oud: ga na of er sindsdien een besluit is vervallen of ingegaan en leg dat vast, of werk het product bij.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "De eigen termijnen worden in werkdagen geteld en er is geen feestdag ingevoerd van het jaar waarin zij aflopen: bij de telling wordt er dus geen van dat jaar overgeslagen. Voer de feestdagen van uw organisatie in."
      : `De met ${say.some(customers, total)} overeengekomen termijnen worden in werkdagen geteld en er is geen feestdag ingevoerd van het jaar waarin zij aflopen: bij de telling wordt er dus geen van dat jaar overgeslagen. Voer de feestdagen van uw organisatie in, of die van de overeenkomst.`,
};

export const sources: Dictionary["sources"] = {
  "chapter-v": "hoofdstuk V AVG en de overeenkomstige Britse en Zwitserse bepalingen",
  "appropriate-safeguards":
    "art. 44 en 46 AVG, art. 44A en 46 UK GDPR, art. 16 FADP: zonder adequaatheidsbesluit vereist een doorgifte passende waarborgen",
  establishment:
    "EDPB-richtsnoeren 05/2021: doorgegeven wordt aan degene die de gegevens in een derde land ontvangt, waar zijn servers ook staan",
  "dpf-decision":
    "Uitvoeringsbesluit (EU) 2023/1795, art. 1, en de Britse en Zwitserse tegenhangers: gecertificeerde organisaties in de Verenigde Staten",
  "dpf-principles": "beginselen van het Data Privacy Framework: de certificering wordt jaarlijks vernieuwd",
  "dpf-appeal":
    "zaak C-703/25 P: hogere voorziening tegen het arrest dat het besluit inzake het Data Privacy Framework EU-VS in stand liet",
  adequacy: "art. 45 AVG, art. 45A UK GDPR, bijlage 1 bij de Zwitserse verordening gegevensbescherming",
  "derogation-documented": "art. 49 lid 1 en lid 6 AVG: de afwijking waarop men zich beroept, wordt gedocumenteerd",
  "derogation-occasional":
    "art. 49 en overweging 111 AVG, art. 49 UK GDPR, art. 17 FADP, EDPB-richtsnoeren 2/2018: art. 49, lid 1, onder b), c) en e), is voor incidentele doorgiften; elke afwijking wordt strikt uitgelegd",
  addendum:
    "het Britse addendum en de erkenning van de bepalingen door de FDPIC: beide wijzigen de bepalingen van de EU",
  modules: "Uitvoeringsbesluit (EU) 2021/914: vier modules, naar de rollen van de partijen",
  approval: "art. 46 lid 2, onder b), e) en f), en lid 3, onder a), AVG: een autoriteit keurt ze goed",
  identity: "EDPB-advies 22/2024: naam, adres en contactpersoon van elke verwerker, te allen tijde beschikbaar",
  contract: "art. 28 lid 3 AVG: de verwerking door een verwerker wordt geregeld in een overeenkomst",
  "law-changes":
    "art. 45 lid 3 tot en met 5 AVG: adequaatheidsbesluiten worden getoetst en kunnen worden ingetrokken, gewijzigd of geschorst",
  "intended-changes":
    "art. 28 lid 2 AVG: de verwerkingsverantwoordelijke wordt ingelicht over beoogde veranderingen en kan bezwaar maken",
  guarantees:
    "art. 28 lid 1 AVG, EDPB-richtsnoeren 07/2020: de garanties van een verwerker zijn voortdurend afdoende en worden geregeld geverifieerd",
  "contract-contents": "art. 28 lid 3 AVG: de overeenkomst omschrijft het soort persoonsgegevens",
  "working-days":
    "Verordening (EEG, Euratom) nr. 1182/71, art. 2: werkdagen zijn alle dagen behalve feestdagen, zondagen en zaterdagen",
};
