import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Dictionary } from "../dictionary.ts";
import type { FindingSentences } from "../en/findings.ts";
import { frameworks } from "../naming.ts";
import { al, del, within } from "./names.ts";
import { terms } from "./terms.ts";
import { goingTo } from "./verdicts.ts";

// After "Il link".
const TO_LINK: Record<LinkField, string> = {
  website: "al sito web",
  privacyPolicyUrl: "all’informativa sulla privacy",
  cookiePolicyUrl: "all’informativa sui cookie",
  dpaUrl: "all’accordo sul trattamento dei dati",
  optOutUrl: "alla pagina di opt-out",
  subprocessorsUrl: "all’elenco dei sub-responsabili",
};

const LAPSES = "Una certificazione decade se non è rinnovata ogni anno.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = " se le sottoscrive il titolare stesso";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) =>
    isIncomplete
      ? `${name}: per ${say.regimes(regimes)} le clausole contrattuali tipo indicate mancano del complemento richiesto (${say.completion(regimes)}).`
      : `${name}: lo strumento indicato per ${say.regimes(regimes)} (${say.mechanism(mechanism, under)}) non può coprirvi alcun trasferimento ${al(say.date(on))}.`,
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}: la voce indica ${frameworks(under, say)}, ma soltanto società negli Stati Uniti possono essere certificate; ${vendor} ha sede ${within(say.place(country))}. Se una società certificata negli Stati Uniti riceve i dati, la indichi come società certificata.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}: la voce indica ${frameworks(under, say)}, ma soltanto società negli Stati Uniti possono essere certificate, e non è indicato in quale paese abbia sede ${vendor}.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint =
      place === "US"
        ? ` Negli Stati Uniti sono coperte soltanto le società certificate, mediante ${frameworks(regimes, say)}.`
        : "";
    return `${name}: è indicata l’adeguatezza, ma ${al(say.date(on))} non è riconosciuta per ${say.regimes(regimes)} (${say.country(place)}).${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}: è invocata una deroga (${say.articles(under)}), senza indicare quale né perché.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}: la voce indica ${frameworks(under, say)}, per i soli trasferimenti verso gli Stati Uniti, dove non è indicato alcun luogo.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` L’elenco nel suo insieme indica ${named}, senza precisare per quale fornitore.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}: il diritto di allora per ${say.regimes(regimes)} non è registrato qui; non si può stabilire se un trasferimento verso ${say.place(of.place)} potesse essere coperto mediante ${say.mechanism(of.mechanism, under)}.`;
    return why === "no-location"
      ? `${name}: non è indicato dove i dati sono trattati; non si può quindi stabilire se siano trasferiti, né che cosa copra il trasferimento.`
      : `${name}: il diritto vigente a quella data per ${say.regimes(regimes)} non è registrato qui.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}: la società è stabilita ${within(say.place(place))}; comunicarle dati è quindi un trasferimento verso tale paese, ovunque si trovino i suoi server, e nulla di quanto indicato lo copre per ${say.regimes(regimes)}. Indichi che cosa lo copre, o la società con cui il contratto è concluso, se è un’altra.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `il trasferimento si fonda su ${say.mechanism(afterwards, regime)}`
      : `nulla di quanto indicato copre ${goingTo(place, say)}`;
    return `${name}. ${say.verdict(assessment, regime)} In seguito, ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}: una deroga (${say.articles(under)}) vale in specifiche situazioni, non per un servizio di uso regolare.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}: ${say.mechanism(mechanism, under)} modifica clausole che non sono indicate.`,
  "scc-without-module": ({ name }) =>
    `${name}: non è indicato quale modulo delle clausole contrattuali tipo sia stato concordato.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}: il modulo ${module} delle clausole contrattuali tipo (${terms.sccModules[module]}) non corrisponde al suo ruolo (${terms.choices.role[role].toLowerCase()}), che richiede ${fitting.map((each) => `il modulo ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" o ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}: non è indicato che la certificazione sia stata verificata. ${LAPSES}`;
    return isToCome
      ? `${name}: la verifica della certificazione reca la data ${del(say.date(checkedOn))}, che è ancora futura: non è quindi ancora avvenuta.`
      : `${name}: l’ultima verifica della certificazione è ${del(say.date(checkedOn))}. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "È indicata soltanto una categoria di responsabili del trattamento. Ogni responsabile deve poter essere identificato."
      : `Non è indicato quale soggetto giuridico sia ${name}.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}: non è indicato in quale paese ${legalName} sia stabilita. Se è un paese terzo, comunicarle dati è un trasferimento verso tale paese, ovunque si trovino i suoi server, e nulla di quanto indicato lo copre per ${say.regimes(regimes)}.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) è lo stesso soggetto giuridico (${legalName}). È meglio indicarlo come un unico fornitore con più servizi.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = say.country(country);
    if ("form" in by)
      return `${name}: nel paese indicato (${stated}) le società non hanno la forma «${by.form}» che compare in ${legalName}.`;
    return "other" in by
      ? `${name}: il paese indicato (${stated}) non è quello indicato per ${by.other} (${by.slug}), che è lo stesso soggetto giuridico (${legalName}): ${say.country(by.place)}.`
      : `${name}: il paese indicato (${stated}) non è quello che il soggetto giuridico ${legalName} ha nel nome: ${say.country(by.place)}.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `Il link ${TO_LINK[link]} di ${name} porta a una pagina di ${domain} a cui rinvia anche ${owner}: uno dei due link può essere di un altro soggetto.`
      : `Il link ${TO_LINK[link]} di ${name} porta a ${domain}, che è di ${owner}.`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}: non è certo che i trasferimenti verso questo territorio (${say.country(place)}) siano coperti mediante ${frameworks(under, say)}. Altri strumenti di trasferimento, come le clausole contrattuali tipo, non lasciano dubbi.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}: senza ${frameworks(regimes, say)}, nulla coprirebbe gli Stati Uniti per ${say.regimes(regimes)}.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}: manca il link all’approvazione di quanto indicato (${say.mechanism(mechanism, under)}).`,
  "no-address": ({ name }) => `L’indirizzo di ${name} non è indicato.`,
  "no-contact": ({ name }) => `Non è indicato chi contattare presso ${name} per la protezione dei dati.`,
  "no-dpa-link": ({ name }) => `Per ${name} manca il link a un accordo sul trattamento dei dati.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}: ciò che la rettifica corregge può essere una modifica prevista: ${say.grounds(grounds)}. Se deve ancora avvenire, la annunci come tale, in anticipo.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}: per la rilevanza che Lei ha stabilito, nessuno viene informato di quanto segue: ${say.grounds(grounds)}. Di una modifica prevista i clienti vanno informati in anticipo, affinché possano opporsi.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}: per la rilevanza che Lei ha stabilito, quanto segue non attende alcun termine né l’autorizzazione di nessuno: ${say.grounds(grounds)}. Di una modifica prevista i clienti vanno informati in anticipo, affinché possano opporsi; se un contratto richiede l’autorizzazione, questa è necessaria.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}: la sua certificazione (${certification}) era valida fino ${al(say.date(until))}. Se è stata rinnovata, indichi la nuova data; in caso contrario, la rimuova dall’elenco con una rettifica.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}: la sua certificazione (${certification}) è valida soltanto fino ${al(say.date(until))}. Chieda prima di allora quella rinnovata.`,
  "no-data-category": ({ name }) => `${name}: non è indicato quali dati personali siano trattati.`,
  "law-outdated": ({ edition }, say) =>
    `Quanto qui è noto del diritto è ${del(say.date(edition))}, più di 180 giorni fa: verifichi se da allora una decisione sia venuta meno o sia entrata in vigore, e la registri, o aggiorni il prodotto.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "I Suoi termini si contano in giorni lavorativi o feriali e non è indicato alcun giorno festivo dell’anno in cui scadono: il computo non ne esclude quindi nessuno di quell’anno. Indichi i giorni festivi della Sua organizzazione."
      : `I termini convenuti con ${say.some(customers, total)} si contano in giorni lavorativi o feriali e non è indicato alcun giorno festivo dell’anno in cui scadono: il computo non ne esclude quindi nessuno di quell’anno. Indichi i giorni festivi della Sua organizzazione, o quelli del contratto.`,
};

export const sources: Dictionary["sources"] = {
  "chapter-v": "GDPR, capo V, e norme corrispondenti del Regno Unito e della Svizzera",
  "appropriate-safeguards":
    "artt. 44 e 46 GDPR, artt. 44A e 46 UK GDPR, art. 16 LPD: senza una decisione di adeguatezza, un trasferimento richiede garanzie adeguate",
  establishment:
    "linee guida 05/2021 dell’EDPB: il trasferimento è verso chi riceve i dati in un paese terzo, ovunque si trovino i suoi server",
  "dpf-decision":
    "decisione di esecuzione (UE) 2023/1795, art. 1, e i suoi equivalenti britannico e svizzero: organizzazioni certificate negli Stati Uniti",
  "dpf-principles": "principi del Data Privacy Framework: la certificazione è rinnovata ogni anno",
  "dpf-appeal":
    "causa C-703/25 P: la sentenza che ha confermato la decisione sul quadro UE-USA è oggetto di impugnazione",
  adequacy: "art. 45 GDPR, art. 45A UK GDPR, ordinanza svizzera sulla protezione dei dati (OPDa), allegato 1",
  "derogation-documented": "art. 49, par. 1 e 6, GDPR: la deroga invocata è documentata",
  "derogation-occasional":
    "art. 49 e considerando 111 GDPR, art. 49 UK GDPR, art. 17 LPD, linee guida 2/2018 dell’EDPB: l’art. 49, par. 1, lett. b), c) ed e), vale per trasferimenti occasionali; ogni deroga va interpretata restrittivamente",
  addendum:
    "addendum del Regno Unito, e riconoscimento delle clausole da parte dell’IFPDT: ciascuno modifica le clausole dell’UE",
  modules: "decisione di esecuzione (UE) 2021/914: quattro moduli, secondo i ruoli delle parti",
  approval: "art. 46, par. 2, lett. b), e) e f), e par. 3, lett. a), GDPR: un’autorità li approva",
  identity:
    "parere 22/2024 dell’EDPB: nome, indirizzo e persona di contatto di ogni responsabile, prontamente disponibili",
  contract: "art. 28, par. 3, GDPR: il trattamento da parte di un responsabile è disciplinato da un contratto",
  "law-changes":
    "art. 45, par. 3-5, GDPR: le decisioni di adeguatezza sono riesaminate, e possono essere revocate, modificate o sospese",
  "intended-changes":
    "art. 28, par. 2, GDPR: il titolare del trattamento è informato delle modifiche previste e può opporvisi",
  guarantees:
    "art. 28, par. 1, GDPR, linee guida 07/2020 dell’EDPB: le garanzie di un responsabile sono sufficienti per tutta la durata, e verificate a intervalli",
  "contract-contents": "art. 28, par. 3, GDPR: il contratto stabilisce il tipo di dati personali",
  "working-days":
    "regolamento (CEE, Euratom) n. 1182/71, art. 2: sono giorni lavorativi tutti i giorni che non siano festivi, domeniche o sabati",
};
