import type { Dictionary } from "../../dictionary.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";
import { de } from "../names.ts";

type Role = Exclude<PartyRole, "various">;

const as: Record<Role, string> = {
  subprocessor: "comme sous-traitant ultérieur",
  processor: "comme sous-traitant",
  "independent-controller": "comme responsable de traitement indépendant",
  recipient: "comme destinataire de données",
  source: "comme source de données",
};

const various = "notre liste de prestataires";

const many: Record<ListRole, string> = {
  subprocessor: "nos sous-traitants ultérieurs",
  processor: "nos sous-traitants",
  various,
};

// "Nous" is the subject throughout: a vendor's name says neither its gender nor its number.
const adding = (name: string, role: PartyRole) => (role === "various" ? `${name} à ${various}` : `${name} ${as[role]}`);
const using = (name: string, role: PartyRole) => (role === "various" ? name : `${name} ${as[role]}`);

export const headlines: Dictionary["headlines"] = {
  coming: {
    added: (name, role, date) => `nous ajouterons ${adding(name, role)} le ${date}`,
    updated: (name, _role, date) => `notre recours à ${name} changera le ${date}`,
    removed: (name, role, date) =>
      role === "various"
        ? `nous retirerons ${name} de ${various} le ${date}`
        : `nous ne ferons plus appel à ${using(name, role)} à partir du ${date}`,
    replaced: (name, former, role, date) => `nous remplacerons ${former} par ${using(name, role)} le ${date}`,
    renamed: (name, former, date) => `${former} s’appellera ${name} à partir du ${date}\u00a0; c’est la même société`,
    several: (count, role, date, isAlike) =>
      `${count} changements concernant ${many[listRole(role)]} à partir du ${date}${isAlike ? "" : ", par étapes"}`,
  },
  held: {
    added: (name, role, date) =>
      `l’ajout ${de(name)} ${role === "various" ? `à ${various}` : as[role]}, prévu pour le ${date}, est en attente`,
    updated: (name, _role, date) => `le changement de notre recours à ${name}, prévu pour le ${date}, est en attente`,
    removed: (name, role, date) =>
      role === "various"
        ? `le retrait ${de(name)} de ${various}, prévu pour le ${date}, est en attente`
        : `la fin de notre recours à ${using(name, role)}, prévue pour le ${date}, est en attente`,
    replaced: (name, former, role, date) =>
      `le remplacement ${de(former)} par ${using(name, role)}, prévu pour le ${date}, est en attente`,
    renamed: (name, former, date) => `le nouveau nom ${de(former)}, ${name}, prévu pour le ${date}, est en attente`,
    several: (count, role, date, isAlike) =>
      `${count} changements concernant ${many[listRole(role)]}, prévus ${isAlike ? `pour le ${date}` : `à partir du ${date}, par étapes`}, sont en attente`,
  },
  planned: {
    added: (name, role, date) => `nous devions ajouter ${adding(name, role)} le ${date}`,
    updated: (name, _role, date) => `notre recours à ${name} devait changer le ${date}`,
    removed: (name, role, date) =>
      role === "various"
        ? `nous devions retirer ${name} de ${various} le ${date}`
        : `nous ne devions plus faire appel à ${using(name, role)} à partir du ${date}`,
    replaced: (name, former, role, date) => `nous devions remplacer ${former} par ${using(name, role)} le ${date}`,
    renamed: (name, former, date) => `${former} devait s’appeler ${name} à partir du ${date}`,
    several: (count, role, date, isAlike) =>
      `${count} changements concernant ${many[listRole(role)]}, prévus à partir du ${date}${isAlike ? "" : ", par étapes"}`,
  },
  done: {
    added: (name, role, date) => `nous avons ajouté ${adding(name, role)}, avec effet au ${date}`,
    updated: (name, _role, date) => `notre recours à ${name} a changé, avec effet au ${date}`,
    removed: (name, role, date) =>
      role === "various"
        ? `nous avons retiré ${name} de ${various}, avec effet au ${date}`
        : `nous ne faisons plus appel à ${using(name, role)}, avec effet au ${date}`,
    replaced: (name, former, role, date) =>
      `nous avons remplacé ${former} par ${using(name, role)}, avec effet au ${date}`,
    renamed: (name, former, date) =>
      `${former} s’appelle désormais ${name}, avec effet au ${date}\u00a0; c’est la même société`,
    several: (count, role, date, isAlike) =>
      `${count} changements concernant ${many[listRole(role)]}, avec effet ${isAlike ? `au ${date}` : `à partir du ${date}`}`,
  },
  withdrawn: {
    added: (name, role) => `nous n’ajouterons pas ${adding(name, role)}`,
    updated: (name) => `notre recours à ${name} ne changera pas comme annoncé`,
    removed: (name, role) =>
      role === "various"
        ? `nous maintenons ${name} sur ${various}`
        : `nous continuons de faire appel à ${using(name, role)}`,
    replaced: (name, former, role) => `nous ne remplacerons pas ${former} par ${using(name, role)}`,
    renamed: (name, former) => `${former} ne s’appellera pas ${name}`,
    several: (count, role) => `${count} changements annoncés concernant ${many[listRole(role)]} sont annulés`,
  },
};
