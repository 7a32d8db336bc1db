import type { Dictionary } from "../../dictionary.ts";
import { type ListRole, listRole, type PartyRole } from "../../role.ts";
import { dal, il, perIl } from "../names.ts";

type Role = Exclude<PartyRole, "various">;

const as: Record<Role, string> = {
  subprocessor: "come sub-responsabile del trattamento",
  processor: "come responsabile del trattamento",
  "independent-controller": "come titolare autonomo del trattamento",
  recipient: "come destinatario di dati personali",
  source: "come fonte di dati personali",
};

const about: Record<ListRole, string> = {
  subprocessor: "riguardanti i nostri sub-responsabili del trattamento",
  processor: "riguardanti i nostri responsabili del trattamento",
  various: "del nostro elenco di fornitori",
};

// "Noi" is the subject throughout: a vendor's name says neither its gender nor its number.
const adding = (name: string, role: PartyRole) =>
  role === "various" ? `${name} al nostro elenco di fornitori` : `${name} ${as[role]}`;
const using = (name: string, role: PartyRole) => (role === "various" ? name : `${name} ${as[role]}`);
const several = (count: number, role: PartyRole) => `${count} modifiche ${about[listRole(role)]}`;
const days = (date: string, isAlike: boolean) => `${dal(date)}${isAlike ? "" : ", in più date"}`;

export const headlines: Dictionary["headlines"] = {
  coming: {
    added: (name, role, date) => `aggiungeremo ${adding(name, role)} ${il(date)}`,
    updated: (name, _role, date) => `il nostro utilizzo di ${name} cambierà ${il(date)}`,
    removed: (name, role, date) =>
      role === "various"
        ? `rimuoveremo ${name} dal nostro elenco di fornitori ${il(date)}`
        : `cesseremo di avvalerci di ${using(name, role)} ${dal(date)}`,
    replaced: (name, former, role, date) => `sostituiremo ${former} con ${using(name, role)} ${il(date)}`,
    renamed: (name, former, date) => `${former} si chiamerà ${name} ${dal(date)}; è la stessa società`,
    several: (count, role, date, isAlike) => `${several(count, role)} ${days(date, isAlike)}`,
  },
  held: {
    added: (name, role, date) => `l’aggiunta di ${adding(name, role)}, prevista ${perIl(date)}, è sospesa`,
    updated: (name, _role, date) => `la modifica del nostro utilizzo di ${name}, prevista ${perIl(date)}, è sospesa`,
    removed: (name, role, date) =>
      role === "various"
        ? `la rimozione di ${name} dal nostro elenco di fornitori, prevista ${perIl(date)}, è sospesa`
        : `la rimozione di ${using(name, role)}, prevista ${perIl(date)}, è sospesa`,
    replaced: (name, former, role, date) =>
      `la sostituzione di ${former} con ${using(name, role)}, prevista ${perIl(date)}, è sospesa`,
    renamed: (name, former, date) => `il nuovo nome di ${former}, ${name}, previsto ${perIl(date)}, è sospeso`,
    several: (count, role, date, isAlike) =>
      `${several(count, role)}, previste ${isAlike ? perIl(date) : days(date, false)}, sono sospese`,
  },
  planned: {
    added: (name, role, date) => `avremmo dovuto aggiungere ${adding(name, role)} ${il(date)}`,
    updated: (name, _role, date) => `il nostro utilizzo di ${name} sarebbe dovuto cambiare ${il(date)}`,
    removed: (name, role, date) =>
      role === "various"
        ? `avremmo dovuto rimuovere ${name} dal nostro elenco di fornitori ${il(date)}`
        : `avremmo dovuto cessare di avvalerci di ${using(name, role)} ${dal(date)}`,
    replaced: (name, former, role, date) => `avremmo dovuto sostituire ${former} con ${using(name, role)} ${il(date)}`,
    renamed: (name, former, date) => `${former} avrebbe dovuto chiamarsi ${name} ${dal(date)}`,
    several: (count, role, date, isAlike) => `${several(count, role)} che erano previste ${days(date, isAlike)}`,
  },
  done: {
    added: (name, role, date) => `abbiamo aggiunto ${adding(name, role)}, con effetto ${dal(date)}`,
    updated: (name, _role, date) => `il nostro utilizzo di ${name} è cambiato, con effetto ${dal(date)}`,
    removed: (name, role, date) =>
      role === "various"
        ? `${name} non figura più nel nostro elenco di fornitori, con effetto ${dal(date)}`
        : `non ci avvaliamo più di ${using(name, role)}, con effetto ${dal(date)}`,
    replaced: (name, former, role, date) =>
      `abbiamo sostituito ${former} con ${using(name, role)}, con effetto ${dal(date)}`,
    renamed: (name, former, date) => `${former} si chiama ora ${name}, con effetto ${dal(date)}; è la stessa società`,
    several: (count, role, date, isAlike) => `${several(count, role)}, con effetto ${days(date, isAlike)}`,
  },
  withdrawn: {
    added: (name, role) => `non aggiungeremo ${adding(name, role)}`,
    updated: (name) => `il nostro utilizzo di ${name} non cambierà come annunciato`,
    removed: (name, role) =>
      role === "various"
        ? `${name} resta nel nostro elenco di fornitori`
        : `continuiamo ad avvalerci di ${using(name, role)}`,
    replaced: (name, former, role) => `non sostituiremo ${former} con ${using(name, role)}`,
    renamed: (name, former) => `${former} non si chiamerà ${name}`,
    several: (count, role) => `${count} modifiche annunciate ${about[listRole(role)]} sono ritirate`,
  },
};
