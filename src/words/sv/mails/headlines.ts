import type { Dictionary } from "../../dictionary.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";

type Role = Exclude<PartyRole, "various">;

const one: Record<Role, string> = {
  subprocessor: "underbiträde",
  processor: "personuppgiftsbiträde",
  "independent-controller": "självständigt personuppgiftsansvarig",
  recipient: "mottagare av personuppgifter",
  source: "källa till personuppgifter",
};

const list = "vår leverantörsförteckning";

const inMany: Record<ListRole, string> = {
  subprocessor: "bland våra underbiträden",
  processor: "bland våra personuppgiftsbiträden",
  various: `i ${list}`,
};

/** A controller, recipient or source is not engaged as a processor is, but listed as such. */
const isEngaged = (role: PartyRole) => role === "subprocessor" || role === "processor";
const somewhere = (role: PartyRole) => (role === "various" ? ` i ${list}` : ` som ${one[role]}`);
const isAdded = (role: PartyRole) => `${isEngaged(role) ? "anlitas" : "läggs till"}${somewhere(role)}`;
const beAdded = (role: PartyRole) => `${isEngaged(role) ? "anlitas" : "läggas till"}${somewhere(role)}`;
const wasAdded = (role: PartyRole) => `${isEngaged(role) ? "har anlitats" : "har lagts till"}${somewhere(role)}`;
const as = (role: PartyRole) => (role === "various" ? "" : ` som ${one[role]}`);
const days = (date: string, isAlike: boolean) => `från och med den ${date}${isAlike ? "" : " (vid flera tidpunkter)"}`;

export const headlines: Dictionary["headlines"] = {
  coming: {
    added: (name, role, date) => `${name} ${isAdded(role)} den ${date}`,
    updated: (name, _role, date) => `vår användning av ${name} ändras den ${date}`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} finns inte längre i ${list} från och med den ${date}`
        : `${name} är inte längre ${one[role]} från och med den ${date}`,
    replaced: (name, former, role, date) => `${name} ersätter ${former}${as(role)} den ${date}`,
    renamed: (name, former, date) => `${former} heter ${name} från och med den ${date}; det är samma företag`,
    several: (count, role, date, isAlike) => `${count} ändringar ${inMany[listRole(role)]} ${days(date, isAlike)}`,
  },
  held: {
    added: (name, role, date) =>
      `tillägget av ${name}${role === "various" ? ` i ${list}` : as(role)}, planerat till den ${date}, är uppskjutet`,
    updated: (name, _role, date) => `ändringen av vår användning av ${name}, planerad till den ${date}, är uppskjuten`,
    removed: (name, role, date) =>
      `borttagandet av ${name}${role === "various" ? ` ur ${list}` : as(role)}, planerat till den ${date}, är uppskjutet`,
    replaced: (name, former, role, date) =>
      `bytet från ${former} till ${name}${as(role)}, planerat till den ${date}, är uppskjutet`,
    renamed: (name, former, date) => `det nya namnet på ${former}, ${name}, planerat till den ${date}, är uppskjutet`,
    several: (count, role, date, isAlike) =>
      `${count} ändringar ${inMany[listRole(role)]}, planerade ${isAlike ? `till den ${date}` : days(date, false)}, är uppskjutna`,
  },
  planned: {
    added: (name, role, date) => `${name} skulle ${beAdded(role)} den ${date}`,
    updated: (name, _role, date) => `vår användning av ${name} skulle ändras den ${date}`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} skulle inte längre finnas i ${list} från och med den ${date}`
        : `${name} skulle inte längre vara ${one[role]} från och med den ${date}`,
    replaced: (name, former, role, date) => `${name} skulle ersätta ${former}${as(role)} den ${date}`,
    renamed: (name, former, date) => `${former} skulle heta ${name} från och med den ${date}`,
    several: (count, role, date, isAlike) =>
      `${count} ändringar ${inMany[listRole(role)]} som var planerade ${days(date, isAlike)}`,
  },
  done: {
    added: (name, role, date) => `${name} ${wasAdded(role)} med verkan från och med den ${date}`,
    updated: (name, _role, date) => `vår användning av ${name} har ändrats med verkan från och med den ${date}`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} finns inte längre i ${list} med verkan från och med den ${date}`
        : `${name} är inte längre ${one[role]} med verkan från och med den ${date}`,
    replaced: (name, former, role, date) =>
      `${name} har ersatt ${former}${as(role)} med verkan från och med den ${date}`,
    renamed: (name, former, date) =>
      `${former} heter nu ${name} med verkan från och med den ${date}; det är samma företag`,
    several: (count, role, date, isAlike) =>
      `${count} ändringar ${inMany[listRole(role)]} med verkan ${days(date, isAlike)}`,
  },
  withdrawn: {
    added: (name, role) => `${name} kommer inte att ${beAdded(role)}`,
    updated: (name) => `vår användning av ${name} ändras inte så som aviserats`,
    removed: (name, role) =>
      role === "various" ? `${name} finns kvar i ${list}` : `${name} är även fortsättningsvis ${one[role]}`,
    replaced: (name, former, role) => `${name} kommer inte att ersätta ${former}${as(role)}`,
    renamed: (name, former) => `${former} kommer inte att heta ${name}`,
    several: (count, role) => `${count} aviserade ändringar ${inMany[listRole(role)]} har återtagits`,
  },
};
