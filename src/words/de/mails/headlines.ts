import type { Dictionary } from "../../dictionary.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";
import { dated } from "../names.ts";

type Role = Exclude<PartyRole, "various">;

const one: Record<Role, string> = {
  subprocessor: "Unterauftragsverarbeiter",
  processor: "Auftragsverarbeiter",
  "independent-controller": "eigenständiger Verantwortlicher",
  recipient: "Empfänger personenbezogener Daten",
  source: "Quelle personenbezogener Daten",
};

/** The same of a name that is no subject: "von Acme als eigenständigem Verantwortlichen". */
const inflected = (role: Role, ending: "en" | "em") =>
  role === "independent-controller" ? `eigenständig${ending} Verantwortlichen` : one[role];

const list = "unsere Liste der Dienstleister";

const inMany: Record<ListRole, string> = {
  subprocessor: "bei unseren Unterauftragsverarbeitern",
  processor: "bei unseren Auftragsverarbeitern",
  various: "an unserer Liste der Dienstleister",
};

const added = (role: PartyRole) => (role === "various" ? `in ${list} aufgenommen` : `als ${one[role]} hinzugezogen`);
const as = (role: PartyRole) => (role === "various" ? "" : ` als ${one[role]}`);
const asDative = (role: PartyRole) => (role === "various" ? "" : ` als ${inflected(role, "em")}`);
const asAccusative = (role: PartyRole) => (role === "various" ? "" : ` als ${inflected(role, "en")}`);

const days = (date: string, isAlike: boolean) => `${dated("ab dem", date)}${isAlike ? "" : " (mehrere Termine)"}`;

export const headlines: Dictionary["headlines"] = {
  coming: {
    added: (name, role, date) => `${name} wird ${dated("am", date)} ${added(role)}`,
    updated: (name, _role, date) => `unser Einsatz von ${name} ändert sich ${dated("am", date)}`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} steht ${dated("ab dem", date)} nicht mehr auf unserer Liste der Dienstleister`
        : `${name} ist ${dated("ab dem", date)} nicht mehr ${one[role]}`,
    replaced: (name, former, role, date) => `${name} ersetzt ${former} ${dated("am", date)}${as(role)}`,
    renamed: (name, former, date) =>
      `${former} heißt ${dated("ab dem", date)} ${name}; es handelt sich um dasselbe Unternehmen`,
    several: (count, role, date, isAlike) => `${count} Änderungen ${inMany[listRole(role)]} ${days(date, isAlike)}`,
  },
  held: {
    added: (name, role, date) =>
      `die ${role === "various" ? `Aufnahme von ${name} in ${list}` : `Hinzuziehung von ${name}${asDative(role)}`}, geplant für den ${date}, ist aufgeschoben`,
    updated: (name, _role, date) =>
      `die Änderung unseres Einsatzes von ${name}, geplant für den ${date}, ist aufgeschoben`,
    removed: (name, role, date) =>
      `das Ausscheiden von ${name}${role === "various" ? " aus unserer Liste der Dienstleister" : asDative(role)}, geplant für den ${date}, ist aufgeschoben`,
    replaced: (name, former, role, date) =>
      `die Ersetzung von ${former} durch ${name}${asAccusative(role)}, geplant für den ${date}, ist aufgeschoben`,
    renamed: (name, former, date) => `der neue Name von ${former}, ${name}, geplant für den ${date}, ist aufgeschoben`,
    several: (count, role, date, isAlike) =>
      `${count} Änderungen ${inMany[listRole(role)]}, geplant ${isAlike ? `für den ${date}` : `ab dem ${date} (mehrere Termine)`}, sind aufgeschoben`,
  },
  planned: {
    added: (name, role, date) => `${name} sollte am ${date} ${added(role)} werden`,
    updated: (name, _role, date) => `unser Einsatz von ${name} sollte sich am ${date} ändern`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} sollte ab dem ${date} nicht mehr auf unserer Liste der Dienstleister stehen`
        : `${name} sollte ab dem ${date} nicht mehr ${one[role]} sein`,
    replaced: (name, former, role, date) => `${name} sollte ${former} am ${date}${as(role)} ersetzen`,
    renamed: (name, former, date) => `${former} sollte ab dem ${date} ${name} heißen`,
    several: (count, role, date, isAlike) =>
      `${count} Änderungen ${inMany[listRole(role)]}, die ${days(date, isAlike)} geplant waren`,
  },
  done: {
    added: (name, role, date) => `${name} wurde mit Wirkung vom ${date} ${added(role)}`,
    updated: (name, _role, date) => `unser Einsatz von ${name} hat sich mit Wirkung vom ${date} geändert`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} steht mit Wirkung vom ${date} nicht mehr auf unserer Liste der Dienstleister`
        : `${name} ist mit Wirkung vom ${date} nicht mehr ${one[role]}`,
    replaced: (name, former, role, date) => `${name} hat ${former} mit Wirkung vom ${date}${as(role)} ersetzt`,
    renamed: (name, former, date) =>
      `${former} heißt mit Wirkung vom ${date} ${name}; es handelt sich um dasselbe Unternehmen`,
    several: (count, role, date, isAlike) =>
      `${count} Änderungen ${inMany[listRole(role)]}, ${isAlike ? `mit Wirkung vom ${date}` : `wirksam ab dem ${date} (mehrere Termine)`}`,
  },
  withdrawn: {
    added: (name, role) => `${name} wird nicht ${added(role)}`,
    updated: (name) => `unser Einsatz von ${name} ändert sich nicht wie angekündigt`,
    removed: (name, role) =>
      role === "various" ? `${name} bleibt auf unserer Liste der Dienstleister` : `${name} bleibt ${one[role]}`,
    replaced: (name, former, role) => `${name} wird ${former} nicht${as(role)} ersetzen`,
    renamed: (name, former) => `${former} wird nicht ${name} heißen`,
    several: (count, role) => `${count} angekündigte Änderungen ${inMany[listRole(role)]} sind zurückgenommen`,
  },
};
