import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Ground } from "../../model/vendor/grounds.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Assessment, Basis, FindingCode, FindingFacts } from "../../transfers/index.ts";
import { frameworks, type Naming } from "../naming.ts";
import { terms } from "./terms.ts";
import { goingTo } from "./verdicts.ts";

/** Names, verdicts as sentences, and why a change weighs what it does. */
type Saying = Naming & {
  verdict: (assessment: Assessment, regime: Regime) => string;
  grounds: (grounds: readonly Ground[]) => string;
};

/** What each finding means, for someone who knows the law and not this program. */
export type FindingSentences = { [Code in FindingCode]: (facts: FindingFacts[Code], say: Saying) => string };

const LINKS: Record<LinkField, string> = {
  website: "website",
  privacyPolicyUrl: "privacy policy",
  cookiePolicyUrl: "cookie policy",
  dpaUrl: "data processing agreement",
  optOutUrl: "opt-out page",
  subprocessorsUrl: "list of subprocessors",
};

const LAPSES = "Certifications lapse unless renewed every year.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = " where the controller itself signs";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) => {
    const why = isIncomplete
      ? `lack what they need there (${say.completion(regimes)})`
      : `cannot cover a transfer there on ${say.date(on)}`;
    return `${name}: ${say.mechanism(mechanism, under)}, stated for ${say.regimes(regimes)}, ${why}.`;
  },
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}: the entry states ${frameworks(under, say)}, but only companies in the United States can be certified; ${vendor} is established in ${say.place(country)}. If a certified company in the United States receives the data, name it as the certified company.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}: the entry states ${frameworks(under, say)}, but only companies in the United States can be certified, and in which country ${vendor} is established is not stated.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint =
      place === "US"
        ? ` In the United States only certified companies are covered, by ${frameworks(regimes, say)}.`
        : "";
    return `${name}: adequacy is stated, but on ${say.date(on)} ${say.place(place)} is not recognised as adequate for ${say.regimes(regimes)}.${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}: an exception (${say.articles(under)}) is relied on, but not which one, and why.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}: the entry states ${frameworks(under, say)}, for transfers to the United States only, where no place is stated.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` The list as a whole names ${named}, without saying for which vendor.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}: whether ${say.place(of.place)} was covered by ${say.mechanism(of.mechanism, under)} on that date is not recorded here for ${say.regimes(regimes)}.`;
    return why === "no-location"
      ? `${name}: where data is processed is not stated, so whether it is transferred, and what covers that, cannot be told.`
      : `${name}: the law of that date is not recorded here for ${say.regimes(regimes)}.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}: the company is established in ${say.place(place)}, so disclosing data to it is a transfer there, wherever its servers stand; nothing stated covers that for ${say.regimes(regimes)}. State what does, or the company that the contract is with if it is another one.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `it rests on ${say.mechanism(afterwards, regime)}`
      : `nothing stated covers ${goingTo(place, say)}`;
    return `${name}. ${say.verdict(assessment, regime)} After that, ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}: an exception (${say.articles(under)}) is for particular situations, and not for a service in regular use.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}: ${say.mechanism(mechanism, under)} amends clauses that are not stated.`,
  "scc-without-module": ({ name }) =>
    `${name}: which module of the standard contractual clauses was agreed is not stated.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}: module ${module} of the standard contractual clauses (${terms.sccModules[module]}) does not fit its role, ${terms.choices.role[role].toLowerCase()}, which takes ${fitting.map((each) => `module ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" or ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}: the certification is not said to have been checked. ${LAPSES}`;
    return isToCome
      ? `${name}: the check of the certification is dated ${say.date(checkedOn)}, which is still to come: it is not checked yet.`
      : `${name}: the certification was last checked on ${say.date(checkedOn)}. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "Only a category of processors is named. Each processor must be identifiable."
      : `Which legal entity ${name} is, is not stated.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}: in which country ${legalName} is established is not stated. If that is a third country, disclosing data to it is a transfer there, wherever its servers stand, and nothing stated covers that for ${say.regimes(regimes)}.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) is the same legal entity (${legalName}). One vendor with several services says so better.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = `${name}: the country stated is ${say.place(country)}`;
    if ("form" in by) return `${stated}, where companies do not have the form “${by.form}” that ${legalName} carries.`;
    return "other" in by
      ? `${stated}; ${by.other} (${by.slug}) is the same legal entity (${legalName}), and ${say.place(by.place)} is stated there.`
      : `${stated}, but the legal entity ${legalName} has ${say.place(by.place)} in its name.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `The link to the ${LINKS[link]} of ${name} leads to a page at ${domain} that ${owner} links to as well: one of them may be another's.`
      : `The link to the ${LINKS[link]} of ${name} leads to ${domain}, which is ${owner}'s.`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}: whether transfers to ${say.place(place)} are covered by ${frameworks(under, say)} is unsettled. Other transfer tools, such as standard contractual clauses, leave no doubt.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}: nothing would cover the United States for ${say.regimes(regimes)} without ${frameworks(regimes, say)}.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}: the approval of ${say.mechanism(mechanism, under)} is not linked.`,
  "no-address": ({ name }) => `The address of ${name} is not stated.`,
  "no-contact": ({ name }) => `Whom to contact at ${name} about data protection is not stated.`,
  "no-dpa-link": ({ name }) => `No data processing agreement with ${name} is linked.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}: what the rectification changes may be an intended change: ${say.grounds(grounds)}. If that is only to come, announce it as one, before.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}: by the weight that you set, nobody is told of this: ${say.grounds(grounds)}. Customers are to be told of an intended change before, so that they can object.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}: by the weight that you set, this waits for no period and for nobody’s approval: ${say.grounds(grounds)}. Customers are to be told of an intended change before it is made, so that they can object; where a contract asks for approval, it needs that.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}: its certification (${certification}) was valid until ${say.date(until)}. If it was renewed, state the new date; if it was not, take it off the list by a rectification.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}: its certification (${certification}) is valid until ${say.date(until)} only. Ask for the renewed one before then.`,
  "no-data-category": ({ name }) => `${name}: which personal data is processed is not stated.`,
  "law-outdated": ({ edition }, say) =>
    `What is known of the law here is of ${say.date(edition)}, more than 180 days ago: look whether a decision has fallen or begun since, and record it, or bring the product up to date.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "Your own periods are counted in business or working days, and no holiday is entered for the year in which they end, so none of that year is left out. Enter the holidays of your organisation."
      : `The periods agreed with ${say.some(customers, total)} are counted in business or working days, and no holiday is entered for the year in which they end, so none of that year is left out. Enter the holidays of your organisation, or those of the contract.`,
};

/** The rule behind a finding, as it is cited. */
export const sources: Record<Basis, string> = {
  "chapter-v": "GDPR, chapter V, and its UK and Swiss counterparts",
  "appropriate-safeguards":
    "GDPR Art. 44 and 46, UK GDPR Art. 44A and 46, FADP Art. 16: without an adequacy decision, a transfer takes appropriate safeguards",
  establishment:
    "EDPB Guidelines 05/2021: a transfer is to whoever receives the data in a third country, wherever its servers stand",
  "dpf-decision":
    "Implementing Decision (EU) 2023/1795, Art. 1, and its UK and Swiss counterparts: certified organisations in the United States",
  "dpf-principles": "Data Privacy Framework Principles: the certification is renewed every year",
  "dpf-appeal": "Case C-703/25 P: the judgment that upheld the decision on the EU-US framework is under appeal",
  adequacy: "GDPR Art. 45, UK GDPR Art. 45A, Swiss Data Protection Ordinance, Annex 1",
  "derogation-documented": "GDPR Art. 49(1) and (6): the exception relied on is documented",
  "derogation-occasional":
    "GDPR Art. 49 and recital 111, UK GDPR Art. 49, FADP Art. 17, EDPB Guidelines 2/2018: points (b), (c) and (e) of Art. 49(1) are for occasional transfers, and every exception is read narrowly",
  addendum: "UK Addendum, and the FDPIC's recognition of the clauses: each amends the EU's clauses",
  modules: "Implementing Decision (EU) 2021/914: four modules, by the roles of the parties",
  approval: "GDPR Art. 46(2)(b), (e), (f) and 46(3)(a): an authority approves them",
  identity: "EDPB Opinion 22/2024: name, address and contact person of every processor, readily available",
  contract:
    "GDPR Art. 28(3) and (4): a contract governs what a processor does, and what another one does that it engages",
  "law-changes": "GDPR Art. 45(3) to (5): adequacy decisions are reviewed, and may be repealed, amended or suspended",
  "intended-changes": "GDPR Art. 28(2): the controller is informed of intended changes, and can object",
  guarantees:
    "GDPR Art. 28(1), EDPB Guidelines 07/2020: a processor's guarantees are sufficient throughout, and verified at intervals",
  "contract-contents": "GDPR Art. 28(3): the contract sets out the type of personal data",
  "working-days":
    "Regulation (EEC, Euratom) No 1182/71, Art. 2: working days are all days but public holidays, Sundays and Saturdays",
};
