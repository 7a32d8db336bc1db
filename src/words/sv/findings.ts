import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Dictionary } from "../dictionary.ts";
import type { FindingSentences } from "../en/findings.ts";
import { frameworks } from "../naming.ts";
import { inPlace } from "./names.ts";
import { terms } from "./terms.ts";
import { goingTo } from "./verdicts.ts";

const LINKS: Record<LinkField, string> = {
  website: "webbplatsen",
  privacyPolicyUrl: "integritetspolicyn",
  cookiePolicyUrl: "kakpolicyn",
  dpaUrl: "personuppgiftsbiträdesavtalet",
  optOutUrl: "sidan för att välja bort",
  subprocessorsUrl: "förteckningen över underbiträden",
};

const LAPSES = "En certifiering upphör om den inte förnyas varje år.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = " om den personuppgiftsansvarige själv undertecknar";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) => {
    const stated = `${name}: för ${say.regimes(regimes)} anges ${say.mechanism(mechanism, under)}`;
    return isIncomplete
      ? `${stated}; det som dessutom krävs där anges inte (${say.completion(regimes)}).`
      : `${stated}; en överföring dit kan den ${say.date(on)} inte grundas på detta.`;
  },
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}: posten anger ${frameworks(under, say)}, men endast företag i USA kan vara certifierade; ${vendor} är etablerat ${inPlace(country, say.country(country))}. Om ett certifierat företag i USA tar emot uppgifterna, ange det som certifierat företag.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}: posten anger ${frameworks(under, say)}, men endast företag i USA kan vara certifierade, och det anges inte i vilket land ${vendor} är etablerat.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint = place === "US" ? ` I USA omfattas endast certifierade företag, av ${frameworks(regimes, say)}.` : "";
    return `${name}: adekvat skyddsnivå anges, men den ${say.date(on)} är den inte erkänd för ${say.regimes(regimes)} (${say.country(place)}).${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}: ett undantag (${say.articles(under)}) åberopas, men inte vilket, och varför.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}: posten anger ${frameworks(under, say)}, endast för överföringar till USA, där ingen plats anges.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` Förteckningen som helhet anger ${named}, utan att ange för vilken leverantör.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}: det är inte registrerat här för ${say.regimes(regimes)} om en överföring till ${say.place(of.place)} omfattades av ${say.mechanism(of.mechanism, under)} vid det datumet.`;
    return why === "no-location"
      ? `${name}: var uppgifterna behandlas anges inte, så det går inte att säga om de överförs och vad som omfattar det.`
      : `${name}: rättsläget vid det datumet är inte registrerat här för ${say.regimes(regimes)}.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}: företaget är etablerat ${inPlace(place, say.country(place))}, så att lämna ut uppgifter till det är en överföring dit, var dess servrar än står; inget som anges omfattar den för ${say.regimes(regimes)}. Ange vad som gör det, eller det företag som avtalet har ingåtts med om det är ett annat.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `grundas överföringen på ${say.mechanism(afterwards, regime)}`
      : `finns inget angivet som omfattar ${goingTo(place, say)}`;
    return `${name}. ${say.verdict(assessment, regime)} Därefter ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}: ett undantag (${say.articles(under)}) gäller särskilda situationer, inte en tjänst som används regelbundet.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}: ${say.mechanism(mechanism, under)} ändrar klausuler som inte anges.`,
  "scc-without-module": ({ name }) =>
    `${name}: det anges inte vilken modul av standardavtalsklausulerna som har avtalats.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}: modul ${module} av standardavtalsklausulerna (${terms.sccModules[module]}) passar inte rollen ${terms.choices.role[role].toLowerCase()}, som kräver ${fitting.map((each) => `modul ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" eller ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}: det anges inte att certifieringen har kontrollerats. ${LAPSES}`;
    return isToCome
      ? `${name}: kontrollen av certifieringen är daterad den ${say.date(checkedOn)}, som ännu inte har infallit: den är inte kontrollerad ännu.`
      : `${name}: certifieringen kontrollerades senast den ${say.date(checkedOn)}. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "Endast en kategori av personuppgiftsbiträden anges. Varje personuppgiftsbiträde måste kunna identifieras."
      : `Det anges inte vilken juridisk person ${name} är.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}: det anges inte i vilket land ${legalName} är etablerat. Om det är ett tredjeland är det en överföring dit att lämna ut uppgifter till företaget, var dess servrar än står, och inget som anges omfattar den för ${say.regimes(regimes)}.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) är samma juridiska person (${legalName}). En leverantör med flera tjänster är tydligare.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = `${name}: det land som anges är ${say.place(country)}`;
    if ("form" in by) return `${stated}, där företag inte har den form ”${by.form}” som ${legalName} bär.`;
    return "other" in by
      ? `${stated}; ${by.other} (${by.slug}) är samma juridiska person (${legalName}), och där anges ${say.place(by.place)}.`
      : `${stated}, men den juridiska personen ${legalName} har ${say.place(by.place)} i sitt namn.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `Länken till ${LINKS[link]} för ${name} leder till en sida på ${domain} som även ${owner} länkar till: en av dem kan tillhöra någon annan.`
      : `Länken till ${LINKS[link]} för ${name} leder till ${domain}, som tillhör ${owner}.`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}: det är oklart om överföringar till ${say.place(place)} omfattas av ${frameworks(under, say)}. Andra överföringsverktyg, såsom standardavtalsklausuler, lämnar inget tvivel.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}: utan ${frameworks(regimes, say)} skulle inget omfatta USA för ${say.regimes(regimes)}.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}: ingen länk till godkännandet anges för ${say.mechanism(mechanism, under)}.`,
  "no-address": ({ name }) => `Adressen till ${name} anges inte.`,
  "no-contact": ({ name }) => `Det anges inte vem man kontaktar hos ${name} om dataskydd.`,
  "no-dpa-link": ({ name }) => `Ingen länk till ett personuppgiftsbiträdesavtal med ${name} anges.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}: det som rättelsen ändrar kan vara en planerad ändring: ${say.grounds(grounds)}. Om den ännu inte gäller ska den aviseras som en sådan i förväg.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}: med den betydelse som du har angett får ingen veta följande: ${say.grounds(grounds)}. Kunderna ska informeras om en planerad ändring i förväg, så att de kan göra invändningar.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}: med den betydelse som du har angett inväntar följande varken någon frist eller någons tillstånd: ${say.grounds(grounds)}. Kunderna ska informeras om en planerad ändring i förväg, så att de kan göra invändningar; där ett avtal kräver tillstånd behövs det.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}: certifieringen (${certification}) var giltig till och med den ${say.date(until)}. Om den har förnyats, ange det nya datumet; annars ska den tas bort ur förteckningen genom en rättelse.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}: certifieringen (${certification}) är giltig endast till och med den ${say.date(until)}. Begär den förnyade dessförinnan.`,
  "no-data-category": ({ name }) => `${name}: det anges inte vilka personuppgifter som behandlas.`,
  "law-outdated": ({ edition }, say) =>
    `Det rättsläge som är känt här är av den ${say.date(edition)}, för mer än 180 dagar sedan: kontrollera om något beslut har fallit eller tillkommit sedan dess, och registrera det, eller uppdatera produkten.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "De egna fristerna räknas i arbetsdagar eller vardagar, och ingen helgdag är angiven för det år då de löper ut: ingen av det årets helgdagar räknas därför bort. Ange organisationens helgdagar."
      : `De frister som har avtalats med ${say.some(customers, total)} räknas i arbetsdagar eller vardagar, och ingen helgdag är angiven för det år då de löper ut: ingen av det årets helgdagar räknas därför bort. Ange organisationens helgdagar, eller avtalets.`,
};

export const sources: Dictionary["sources"] = {
  "chapter-v": "kapitel V i dataskyddsförordningen och dess motsvarigheter i Storbritannien och Schweiz",
  "appropriate-safeguards":
    "artiklarna 44 och 46 i dataskyddsförordningen, artiklarna 44A och 46 i UK GDPR, artikel 16 i den schweiziska dataskyddslagen: utan beslut om adekvat skyddsnivå kräver en överföring lämpliga skyddsåtgärder",
  establishment:
    "EDPB:s riktlinjer 05/2021: en överföring sker till den som tar emot uppgifterna i ett tredjeland, var dess servrar än står",
  "dpf-decision":
    "genomförandebeslut (EU) 2023/1795, artikel 1, och dess brittiska och schweiziska motsvarigheter: certifierade organisationer i USA",
  "dpf-principles": "principerna för Data Privacy Framework: certifieringen förnyas varje år",
  "dpf-appeal": "mål C-703/25 P: domen som lät beslutet om ramverket mellan EU och USA bestå har överklagats",
  adequacy:
    "artikel 45 i dataskyddsförordningen, artikel 45A i UK GDPR, bilaga 1 till den schweiziska dataskyddsförordningen",
  "derogation-documented": "artikel 49.1 och 49.6 i dataskyddsförordningen: det undantag som åberopas dokumenteras",
  "derogation-occasional":
    "artikel 49 och skäl 111 i dataskyddsförordningen, artikel 49 i UK GDPR, artikel 17 i den schweiziska dataskyddslagen, EDPB:s riktlinjer 2/2018: artikel 49.1 b, c och e avser tillfälliga överföringar; varje undantag tolkas snävt",
  addendum: "det brittiska tillägget och FDPIC:s erkännande av klausulerna: båda ändrar EU:s klausuler",
  modules: "genomförandebeslut (EU) 2021/914: fyra moduler, efter parternas roller",
  approval: "artikel 46.2 b, e och f och 46.3 a i dataskyddsförordningen: en myndighet godkänner dem",
  identity:
    "EDPB:s yttrande 22/2024: namn, adress och kontaktperson för varje personuppgiftsbiträde, lätt tillgängliga",
  contract:
    "artikel 28.3 i dataskyddsförordningen: när uppgifter behandlas av ett personuppgiftsbiträde regleras det i avtal",
  "law-changes":
    "artikel 45.3–45.5 i dataskyddsförordningen: beslut om adekvat skyddsnivå ses över och kan återkallas, ändras eller tillfälligt upphävas",
  "intended-changes":
    "artikel 28.2 i dataskyddsförordningen: den personuppgiftsansvarige informeras om planerade förändringar och kan göra invändningar",
  guarantees:
    "artikel 28.1 i dataskyddsförordningen, EDPB:s riktlinjer 07/2020: ett personuppgiftsbiträdes garantier är hela tiden tillräckliga och kontrolleras med jämna mellanrum",
  "contract-contents": "artikel 28.3 i dataskyddsförordningen: avtalet anger typen av personuppgifter",
  "working-days":
    "förordning (EEG, Euratom) nr 1182/71, artikel 2: arbetsdagar är alla dagar utom helgdagar, söndagar och lördagar",
};
