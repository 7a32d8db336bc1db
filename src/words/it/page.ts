import type { Dictionary } from "../dictionary.ts";
import { al, il } from "./names.ts";
import { count } from "./plural.ts";

export const page: Dictionary["page"] = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `Chi interviene quando ${organisation} tratta dati personali: per quale scopo, dove, con quale strumento di trasferimento, e che cosa sta per cambiare.`,
  unnamed: "Organizzazione senza nome",
  skip: "Vai al contenuto",
  languages: "Lingua",
  headings: {
    subprocessor: "Sub-responsabili del trattamento",
    processor: "Responsabili del trattamento",
    various: "Fornitori",
  },
  lead: (organisation) =>
    `Chi interviene quando ${organisation} tratta dati personali: per quale scopo, dove e con quale strumento di trasferimento.`,
  stale: (updated) =>
    `Questa pagina è mostrata dalla memoria: contiene quanto era pubblicato ${il(updated)}. Possono mancare modifiche pubblicate in seguito.`,
  staleUnknown: "Questa pagina è mostrata dalla memoria. Possono mancare modifiche recenti.",
  updated: (date) => `Ultimo aggiornamento: ${date}`,
  version: (number) => `Versione ${number}`,
  services: (n) => count(n, "servizio", "servizi"),
  vendors: {
    subprocessor: (n) => count(n, "sub-responsabile", "sub-responsabili"),
    processor: (n) => count(n, "responsabile del trattamento", "responsabili del trattamento"),
    various: (n) => count(n, "fornitore", "fornitori"),
  },
  onThisPage: "In questa pagina",

  at: {
    past: (date) => `Questo è l’elenco com’era ${il(date)}.`,
    future: (date) => `Questo è l’elenco come sarà ${il(date)}, in base a quanto annunciato finora.`,
    back: "Vedi l’elenco di oggi",
  },

  list: {
    today: "L’elenco oggi",
    on: (date) => `L’elenco ${al(date)}`,
    other: "Altri servizi",
    examples: (organisation) =>
      `Questo elenco riporta esempi: ${organisation} può avvalersi di altri fornitori degli stessi tipi.`,
    empty: "Non è stato ancora pubblicato nulla.",
    emptyHint: "Lasci il Suo indirizzo: La informeremo quando ciò cambierà.",
    emptyNow: "Al momento nessuno figura nell’elenco.",
    emptyOn: (date) => `Nell’elenco non figurava nulla ${il(date)}.`,
    begins: (date) => `Questo registro inizia ${il(date)}; gli elenchi precedenti non vi sono registrati.`,
    noMatch: "Nessun servizio corrisponde.",
    noMatchFor: (asked) => `Nessun servizio corrisponde a ${asked}.`,
    widen: "La ricerca dà più risultati",
    without: (what, found) => `senza ${what} (${count(found, "servizio", "servizi")})`,
    quoted: (text) => `«${text}»`,
    showAll: "Mostra l’intero elenco",
    matching: (shown, all) => `${shown} su ${count(all, "servizio", "servizi")}`,
    sort: "Ordina per",
    data: "Dati",
    details: "Dettagli",
    detailsOf: (service) => `Dettagli di ${service}`,
    openAll: "Apri tutti i dettagli, anche per la stampa",
    closeAll: "Chiudi tutti i dettagli",
  },

  comes: {
    changes: {
      from: (date) => `cambia ${il(date)}`,
      earliest: (date) => `cambia al più presto ${il(date)}`,
      heldUp: () => "cambia quando i clienti l’autorizzano o le loro opposizioni sono definite",
    },
    leaves: {
      from: (date) => `lascia l’elenco ${il(date)}`,
      earliest: (date) => `lascia l’elenco al più presto ${il(date)}`,
      heldUp: () => "lascia l’elenco quando i clienti l’autorizzano o le loro opposizioni sono definite",
    },
  },

  filters: {
    label: "Filtra l’elenco",
    more: "Filtri",
    q: "Cerca",
    qHint: "Nome, paese, SCC…",
    country: "Paese",
    outsideEea: "Fuori dal SEE",
    product: "Prodotto",
    region: "Regione di hosting",
    unknown: "qui non esiste una scelta simile, e l’elenco non è filtrato in base a essa.",
    any: "Tutti",
    at: "Alla data",
    show: "Mostra",
    clear: "Cancella",
  },

  service: {
    used: "Utilizzo",
    placeNotStated: "Luogo non indicato",
    links: (name) => `Link di ${name}`,
    optional: "Soltanto su Sua scelta",
    onlyFor: (names) => `Soltanto per ${names}`,
    onlyIn: (names) => `Soltanto per i dati ospitati qui: ${names}`,
    cookies: (n) => `${n} cookie`,
  },

  about: {
    short: "Su questo elenco",
    heading: (organisation) => `Su ${organisation} e su questo elenco`,
    company: "Società",
    registrationNumber: "Numero di registrazione",
    places: "Dove tratta essa stessa dati",
    safeguards: "Strumenti di trasferimento indicati per l’intero elenco",
    retention: "Conservazione",
    cookies: "Cookie sul suo sito e nei suoi prodotti",
    definitions: "Dati e termini spiegati",
    showAll: (n) => (n === 1 ? "Mostra" : `Mostra tutti (${n})`),
    policy: "Informativa sulla privacy",
    policyVersion: (version) => `versione ${version}`,
    policyArchived: "archiviata",
    policyUpdated: (date) => `aggiornata ${il(date)}`,
    roles: {
      "data-protection-officer": "Responsabile della protezione dei dati",
      representative: "Rappresentante",
      support: "Assistenza",
    },
    representativeFor: (regime) => `Rappresentante (${regime})`,
    authority: "Autorità di controllo",
    contact: "Contatto per la privacy",
  },

  footer: {
    fingerprint: "Impronta (SHA-256)",
    fingerprintHint:
      "È quella di questa versione e di tutte le precedenti: la conservi per provare che cosa Le è stato mostrato.",
    auditHead: "Registro di audit (SHA-256)",
    auditHeadHint:
      "È quella di tutto ciò che avevamo registrato alla pubblicazione di questa versione: conservata, mostra se qualcosa ne viene cambiato.",
    json: "Questo elenco in JSON",
    contact: "Contatto",
    unpublished: "Ancora nulla di pubblicato",
  },

  notFound: {
    title: "Qui non c’è nulla",
    text: "L’indirizzo può essere errato, o la pagina può essere stata spostata.",
  },
  unreadable: {
    title: "Lettura non riuscita",
    text: "L’indirizzo, o quanto inviato con esso, contiene qualcosa che qui non è compreso, ad esempio una data che non esiste.",
    about: (names) => `Che cosa non è leggibile: ${names}.`,
    wholeTitle: "Questa pagina non si può filtrare",
    whole: (names) =>
      `Riguarda l’intero registro, mentre il suo indirizzo ne chiede solo una parte (${names}). Senza tale indicazione può essere mostrata.`,
  },
  tooManyRequests: { title: "Troppe richieste", text: "Attenda un minuto, poi riprovi." },
  unavailable: {
    title: "Al momento il registro non può essere mostrato",
    text: "Un elemento da cui dipende non risponde. Riprovi tra qualche minuto.",
  },
  toRegistry: "Vai al registro",
};
