import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Dictionary } from "../dictionary.ts";
import type { FindingSentences } from "../en/findings.ts";
import { frameworks } from "../naming.ts";
import { de } from "./names.ts";
import { terms } from "./terms.ts";
import { goingTo } from "./verdicts.ts";

const LINKS: Record<LinkField, string> = {
  website: "le site web",
  privacyPolicyUrl: "la politique de confidentialité",
  cookiePolicyUrl: "la politique relative aux cookies",
  dpaUrl: "l’accord de sous-traitance",
  optOutUrl: "la page d’opposition",
  subprocessorsUrl: "la liste des sous-traitants",
};

const LAPSES = "Une certification expire si elle n’est pas renouvelée chaque année.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = " si le responsable du traitement signe lui-même";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) =>
    isIncomplete
      ? `${name}\u00a0: pour ${say.regimes(regimes)}, il manque aux clauses contractuelles types le complément exigé (${say.completion(regimes)}).`
      : `${name}\u00a0: pour ${say.regimes(regimes)}, aucun transfert ne peut être couvert par ${say.mechanism(mechanism, under)} au ${say.date(on)}, contrairement à ce qui est indiqué.`,
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}\u00a0: l’entrée mentionne ${frameworks(under, say)}, mais seules des entreprises établies aux États-Unis peuvent être certifiées\u00a0; le pays d’établissement ${de(vendor)} est ${say.place(country)}. Si une entreprise certifiée aux États-Unis reçoit les données, nommez-la comme entreprise certifiée.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}\u00a0: l’entrée mentionne ${frameworks(under, say)}, mais seules des entreprises établies aux États-Unis peuvent être certifiées, et le pays d’établissement ${de(vendor)} n’est pas précisé.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint =
      place === "US"
        ? ` Aux États-Unis, seules les entreprises certifiées sont couvertes, par ${frameworks(regimes, say)}.`
        : "";
    return `${name}\u00a0: l’adéquation est indiquée, mais elle n’est pas reconnue au ${say.date(on)} pour ${say.regimes(regimes)} (${say.country(place)}).${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}\u00a0: une dérogation (${say.articles(under)}) est invoquée, sans qu’il soit précisé laquelle, ni pour quel motif.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}\u00a0: l’entrée mentionne ${frameworks(under, say)}, pour les seuls transferts vers les États-Unis, où aucun lieu n’est indiqué.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` La liste dans son ensemble mentionne ${named}, sans préciser pour quel prestataire.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}\u00a0: le droit d’alors pour ${say.regimes(regimes)} n’est pas enregistré ici\u00a0; on ne peut dire si, pour ${say.place(of.place)}, un transfert pouvait être couvert par ${say.mechanism(of.mechanism, under)}.`;
    return why === "no-location"
      ? `${name}\u00a0: le lieu du traitement n’est pas précisé\u00a0; on ne peut donc dire s’il y a transfert, ni ce qui le couvre.`
      : `${name}\u00a0: le droit en vigueur à cette date pour ${say.regimes(regimes)} n’est pas enregistré ici.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}\u00a0: le pays d’établissement de la société est ${say.place(place)}\u00a0; lui communiquer des données, c’est les y transférer, où que soient ses serveurs, et rien de ce qui est indiqué ne couvre ce transfert pour ${say.regimes(regimes)}. Il faut indiquer ce qui le couvre, ou la société cocontractante s’il s’agit d’une autre.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `le transfert reposera sur ${say.mechanism(afterwards, regime)}`
      : `rien de ce qui est indiqué ne couvrira ${goingTo(place, say)}`;
    return `${name}. ${say.verdict(assessment, regime)} Ensuite, ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}\u00a0: une dérogation (${say.articles(under)}) vaut pour des situations particulières, et non pour un service utilisé régulièrement.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}\u00a0: ${say.mechanism(mechanism, under)} complète des clauses qui ne sont pas indiquées.`,
  "scc-without-module": ({ name }) =>
    `${name}\u00a0: le module retenu des clauses contractuelles types n’est pas précisé.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}\u00a0: le module ${module} des clauses contractuelles types (${terms.sccModules[module]}) ne correspond pas à son rôle (${terms.choices.role[role].toLowerCase()}), qui appelle ${fitting.map((each) => `le module ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" ou ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}\u00a0: rien n’indique que la certification ait été vérifiée. ${LAPSES}`;
    return isToCome
      ? `${name}\u00a0: la vérification de la certification est datée du ${say.date(checkedOn)}, qui est encore à venir\u00a0: elle n’a donc pas encore eu lieu.`
      : `${name}\u00a0: la certification a été vérifiée pour la dernière fois le ${say.date(checkedOn)}. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "Seule une catégorie de sous-traitants est indiquée. Chaque sous-traitant doit pouvoir être identifié."
      : `L’entité juridique ${de(name)} n’est pas précisée.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}\u00a0: le pays d’établissement ${de(legalName)} n’est pas précisé. S’il s’agit d’un pays tiers, communiquer des données à cette société, c’est les y transférer, où que soient ses serveurs, et rien de ce qui est indiqué ne couvre ce transfert pour ${say.regimes(regimes)}.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) est la même entité juridique (${legalName}). Mieux vaut l’indiquer comme un seul prestataire avec plusieurs services.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = `${name}\u00a0: le pays indiqué est ${say.place(country)}`;
    if ("form" in by)
      return `${stated}, dont le droit ne connaît pas la forme «\u00a0${by.form}\u00a0» que porte la dénomination ${legalName}.`;
    return "other" in by
      ? `${stated}\u00a0; ${by.other} (${by.slug}) est la même entité juridique (${legalName}), et le pays indiqué y est ${say.place(by.place)}.`
      : `${stated}, mais la dénomination ${legalName} désigne ${say.place(by.place)}.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `Le lien vers ${LINKS[link]} ${de(name)} mène à une page de ${domain} à laquelle renvoie aussi ${owner}\u00a0: l’un des deux liens n’est peut-être pas le bon.`
      : `Le lien vers ${LINKS[link]} ${de(name)} mène au domaine ${de(owner)} (${domain}).`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}\u00a0: il n’est pas établi que les transferts vers ce territoire (${say.place(place)}) soient couverts par ${frameworks(under, say)}. D’autres instruments de transfert, tels que des clauses contractuelles types, lèvent le doute.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}\u00a0: sans ${frameworks(regimes, say)}, plus rien ne couvrirait les États-Unis pour ${say.regimes(regimes)}.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}\u00a0: la liste indique ${say.mechanism(mechanism, under)}, sans lien vers l’approbation correspondante.`,
  "no-address": ({ name }) => `L’adresse ${de(name)} n’est pas précisée.`,
  "no-contact": ({ name }) =>
    `Il n’est pas précisé à qui s’adresser chez ${name} en matière de protection des données.`,
  "no-dpa-link": ({ name }) => `Pour ${name}, aucun lien ne mène à un accord de sous-traitance.`,
  "law-outdated": ({ edition }, say) =>
    `Ce qui est connu ici du droit date du ${say.date(edition)}, il y a plus de 180 jours\u00a0: il faut vérifier si une décision a depuis pris fin ou commencé, et l’enregistrer, ou mettre le produit à jour.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}\u00a0: ce que modifie la rectification peut être un changement prévu\u00a0: ${say.grounds(grounds)}. S’il est seulement à venir, il s’annonce comme tel, à l’avance.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}\u00a0: du fait de la portée que vous avez fixée, personne n’est informé de ceci\u00a0: ${say.grounds(grounds)}. Les clients doivent être informés à l’avance d’un changement prévu, pour pouvoir émettre une objection.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}\u00a0: du fait de la portée que vous avez fixée, ceci n’attend ni délai ni autorisation\u00a0: ${say.grounds(grounds)}. Les clients doivent être informés à l’avance d’un changement prévu, pour pouvoir émettre une objection\u00a0; si un contrat exige une autorisation, elle est nécessaire.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}\u00a0: sa certification (${certification}) était valable jusqu’au ${say.date(until)}. Si elle a été renouvelée, il faut indiquer la nouvelle date\u00a0; sinon, la retirer de la liste par une rectification.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}\u00a0: sa certification (${certification}) n’est valable que jusqu’au ${say.date(until)}. Mieux vaut demander d’ici là le certificat renouvelé.`,
  "no-data-category": ({ name }) => `${name}\u00a0: les données à caractère personnel traitées ne sont pas précisées.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "Vos propres délais se comptent en jours ouvrés ou ouvrables, et aucun jour férié n’est indiqué pour l’année où ils expirent\u00a0: aucun de cette année n’est donc exclu du calcul. Indiquez les jours fériés de votre organisation."
      : `Les délais convenus avec ${say.some(customers, total)} se comptent en jours ouvrés ou ouvrables, et aucun jour férié n’est indiqué pour l’année où ils expirent\u00a0: aucun de cette année n’est donc exclu du calcul. Indiquez les jours fériés de votre organisation, ou ceux du contrat.`,
};

export const sources: Dictionary["sources"] = {
  "chapter-v": "RGPD, chapitre V, et ses équivalents britannique et suisse",
  "appropriate-safeguards":
    "RGPD, art. 44 et 46, RGPD britannique, art. 44A et 46, LPD, art. 16\u00a0: sans décision d’adéquation, un transfert exige des garanties appropriées",
  establishment:
    "lignes directrices 05/2021 du CEPD\u00a0: il y a transfert vers qui reçoit les données dans un pays tiers, où que soient ses serveurs",
  "dpf-decision":
    "décision d’exécution (UE) 2023/1795, art. 1er, et ses équivalents britannique et suisse\u00a0: organisations certifiées aux États-Unis",
  "dpf-principles": "principes du Data Privacy Framework\u00a0: la certification est renouvelée chaque année",
  "dpf-appeal":
    "affaire C-703/25 P\u00a0: l’arrêt qui a confirmé la décision relative au cadre UE–États-Unis fait l’objet d’un pourvoi",
  adequacy: "RGPD, art. 45, RGPD britannique, art. 45A, ordonnance suisse sur la protection des données, annexe 1",
  "derogation-documented": "RGPD, art. 49, par. 1 et 6\u00a0: la dérogation invoquée est documentée",
  "derogation-occasional":
    "RGPD, art. 49 et considérant 111, RGPD britannique, art. 49, LPD, art. 17, lignes directrices 2/2018 du CEPD\u00a0: l’art. 49, par. 1, points b), c) et e), vaut pour des transferts occasionnels\u00a0; toute dérogation s’interprète strictement",
  addendum:
    "addendum britannique, et reconnaissance des clauses par le PFPDT\u00a0: chacun modifie les clauses de l’UE",
  modules: "décision d’exécution (UE) 2021/914\u00a0: quatre modules, selon les rôles des parties",
  approval: "RGPD, art. 46, par. 2, points b), e) et f), et par. 3, point a)\u00a0: une autorité les approuve",
  identity: "avis 22/2024 du CEPD\u00a0: nom, adresse et interlocuteur de chaque sous-traitant, aisément disponibles",
  contract: "RGPD, art. 28, par. 3\u00a0: un contrat régit le traitement par un sous-traitant",
  "law-changes":
    "RGPD, art. 45, par. 3 à 5\u00a0: les décisions d’adéquation sont réexaminées, et peuvent être abrogées, modifiées ou suspendues",
  "intended-changes":
    "RGPD, art. 28, par. 2\u00a0: le responsable du traitement est informé des changements prévus et peut émettre une objection",
  guarantees:
    "RGPD, art. 28, par. 1, lignes directrices 07/2020 du CEPD\u00a0: les garanties d’un sous-traitant restent suffisantes tout au long du traitement, et sont vérifiées à intervalles appropriés",
  "contract-contents": "RGPD, art. 28, par. 3\u00a0: le contrat définit le type de données à caractère personnel",
  "working-days":
    "règlement (CEE, Euratom) nº 1182/71, art. 2\u00a0: les jours ouvrables sont tous les jours autres que les jours fériés, les dimanches et les samedis",
};
