import type { Dictionary } from "../../dictionary.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";
import { dated } from "../names.ts";

type Role = Exclude<PartyRole, "various">;

const one: Record<Role, string> = {
  subprocessor: "subverwerker",
  processor: "verwerker",
  "independent-controller": "zelfstandige verwerkingsverantwoordelijke",
  recipient: "ontvanger van persoonsgegevens",
  source: "bron van persoonsgegevens",
};

const list = "onze lijst van dienstverleners";

const inMany: Record<ListRole, string> = {
  subprocessor: "met betrekking tot onze subverwerkers",
  processor: "met betrekking tot onze verwerkers",
  various: "in onze lijst van dienstverleners",
};

const added = (role: PartyRole) => (role === "various" ? `toegevoegd aan ${list}` : `toegevoegd als ${one[role]}`);
const as = (role: PartyRole) => (role === "various" ? "" : ` als ${one[role]}`);

const days = (date: string, isAlike: boolean) => `${dated("vanaf", date)}${isAlike ? "" : " (meerdere data)"}`;

export const headlines: Dictionary["headlines"] = {
  coming: {
    added: (name, role, date) => `${name} wordt ${dated("op", date)} ${added(role)}`,
    updated: (name, _role, date) => `ons gebruik van ${name} wijzigt ${dated("op", date)}`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} staat ${dated("vanaf", date)} niet meer op ${list}`
        : `${name} is ${dated("vanaf", date)} geen ${one[role]} meer`,
    replaced: (name, former, role, date) => `${name} vervangt ${dated("op", date)} ${former}${as(role)}`,
    renamed: (name, former, date) => `${former} heet ${dated("vanaf", date)} ${name}; het is hetzelfde bedrijf`,
    several: (count, role, date, isAlike) => `${count} wijzigingen ${inMany[listRole(role)]} ${days(date, isAlike)}`,
  },
  held: {
    added: (name, role, date) =>
      `de toevoeging van ${name} ${role === "various" ? `aan ${list}` : `als ${one[role]}`}, gepland voor ${date}, is opgeschort`,
    updated: (name, _role, date) => `de wijziging van ons gebruik van ${name}, gepland voor ${date}, is opgeschort`,
    removed: (name, role, date) =>
      `de verwijdering van ${name} ${role === "various" ? `van ${list}` : `als ${one[role]}`}, gepland voor ${date}, is opgeschort`,
    replaced: (name, former, role, date) =>
      `de vervanging van ${former} door ${name}${as(role)}, gepland voor ${date}, is opgeschort`,
    renamed: (name, former, date) => `de nieuwe naam van ${former}, ${name}, gepland voor ${date}, is opgeschort`,
    several: (count, role, date, isAlike) =>
      `${count} wijzigingen ${inMany[listRole(role)]}, gepland ${isAlike ? `voor ${date}` : `vanaf ${date} (meerdere data)`}, zijn opgeschort`,
  },
  planned: {
    added: (name, role, date) => `${name} zou op ${date} worden ${added(role)}`,
    updated: (name, _role, date) => `ons gebruik van ${name} zou op ${date} wijzigen`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} zou vanaf ${date} niet meer op ${list} staan`
        : `${name} zou vanaf ${date} geen ${one[role]} meer zijn`,
    replaced: (name, former, role, date) => `${name} zou ${former} op ${date}${as(role)} vervangen`,
    renamed: (name, former, date) => `${former} zou vanaf ${date} ${name} heten`,
    several: (count, role, date, isAlike) =>
      `${count} wijzigingen ${inMany[listRole(role)]} die gepland waren ${days(date, isAlike)}`,
  },
  done: {
    added: (name, role, date) => `${name} is met ingang van ${date} ${added(role)}`,
    updated: (name, _role, date) => `ons gebruik van ${name} is met ingang van ${date} gewijzigd`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} staat met ingang van ${date} niet meer op ${list}`
        : `${name} is met ingang van ${date} geen ${one[role]} meer`,
    replaced: (name, former, role, date) => `${name} heeft ${former} met ingang van ${date}${as(role)} vervangen`,
    renamed: (name, former, date) => `${former} heet met ingang van ${date} ${name}; het is hetzelfde bedrijf`,
    several: (count, role, date, isAlike) =>
      `${count} wijzigingen ${inMany[listRole(role)]}, met ingang van ${date}${isAlike ? "" : " (meerdere data)"}`,
  },
  withdrawn: {
    added: (name, role) => `${name} wordt niet ${added(role)}`,
    updated: (name) => `ons gebruik van ${name} wijzigt niet zoals aangekondigd`,
    removed: (name, role) => (role === "various" ? `${name} blijft op ${list} staan` : `${name} blijft ${one[role]}`),
    replaced: (name, former, role) => `${name} vervangt ${former} niet${as(role)}`,
    renamed: (name, former) => `${former} gaat niet ${name} heten`,
    several: (count, role) => `${count} aangekondigde wijzigingen ${inMany[listRole(role)]} zijn ingetrokken`,
  },
};
