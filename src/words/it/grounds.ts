import { isArea } from "../../model/vendor/countries.ts";
import type { Dictionary } from "../dictionary.ts";
import { coverBy, type Naming } from "../naming.ts";
import { il, within } from "./names.ts";
import { terms } from "./terms.ts";

const cover = coverBy(terms, "modulo", " per");

// All feminine, as what is said of them.
const texts = {
  category: "categoria",
  purpose: "finalità",
  nature: "natura del trattamento",
  legalBasis: "base giuridica",
};

const trained = { never: "mai", "with-consent": "soltanto con il consenso", yes: "sì" };

const scopes = {
  products: { wider: "più prodotti", other: "altri prodotti", narrower: "meno prodotti" },
  hostingRegions: {
    wider: "più regioni di hosting",
    other: "altre regioni di hosting",
    narrower: "meno regioni di hosting",
  },
};

const there = (place: string, names: Naming) => within(names.place(place));

export const grounds: Dictionary["grounds"] = {
  "vendor-added": () => "fornitore aggiunto",
  "vendor-removed": () => "fornitore rimosso",
  "service-added": ({ name }) => `servizio aggiunto: ${name}`,
  "service-removed": ({ name }) => `servizio rimosso: ${name}`,
  "service-moved": ({ name, to }) => `il servizio ${name} figura ora, in tutto o in parte, come ${to}`,
  "outside-article-28": ({ role }) =>
    `nel ruolo di ${terms.choices.role[role].toLowerCase()}, al quale l’art. 28 GDPR non si applica`,
  "entity-replaced": () => "soggetto giuridico sostituito",
  "entity-stated": ({ name }) => `soggetto giuridico ora indicato: ${name}`,
  "entity-not-stated": () => "soggetto giuridico non più indicato",
  "name-replaced": () => "altro nome, e nessun soggetto giuridico indicato",
  "registration-replaced": () => "altro numero di registrazione, quindi altro soggetto giuridico",
  renamed: ({ was, now }) => `nuovo nome dello stesso soggetto giuridico: ${was} è ora ${now}`,
  "identity-changed": () => "parte indicata per nome e categoria di destinatari scambiate",
  "relationship-changed": () => "rapporto modificato",
  "country-changed": ({ place }, names) => `paese di stabilimento ora: ${names.country(place)}`,
  "country-not-stated": () => "paese di stabilimento non più indicato",
  "role-changed": ({ role }) => `nuovo ruolo: ${terms.choices.role[role]}`,
  "text-changed": ({ of }) => `${texts[of]} modificata`,
  "text-stated": ({ of }) => `${texts[of]} ora indicata`,
  "text-not-stated": ({ of }) => `${texts[of]} non più indicata`,
  "nature-stated": () => "natura del trattamento ora indicata",
  "nature-not-stated": () => "natura del trattamento non più indicata",
  "data-category-added": ({ name }) => `nuova categoria di dati: ${name}`,
  "data-category-removed": ({ name }) => `categoria di dati non più trattata: ${name}`,
  "data-subjects-added": ({ name }) => `nuovi interessati: ${name}`,
  "data-subjects-removed": ({ name }) => `interessati non più coinvolti: ${name}`,
  "sensitive-data-added": () => "ora anche categorie particolari di dati (art. 9 GDPR)",
  "sensitive-data-removed": () => "non più categorie particolari di dati (art. 9 GDPR)",
  "training-wider": ({ use }) => `maggiore uso per addestrare modelli di IA, ora: ${trained[use]}`,
  "training-narrower": ({ use }) => `uso per addestrare modelli di IA ora: ${trained[use]}`,
  "training-not-stated": () => "non è più indicato se i dati sono usati per addestrare modelli di IA",
  "place-added": ({ place }, names) => `${isArea(place) ? "nuova area" : "nuovo paese"}: ${names.country(place)}`,
  "place-removed": ({ place }, names) => `non più ${there(place, names)}`,
  "places-not-stated": () => "luoghi non più indicati",
  "place-moved-home": ({ place, from }, names) =>
    `spostamento ${there(place, names)}, che non è un paese terzo (prima: ${names.list(from.map(names.country))})`,
  "area-narrowed": ({ area, to }, names) => `${there(area, names)}, ora soltanto: ${names.list(to.map(names.country))}`,
  "place-named": ({ place, area }, names) =>
    `ora indicato per nome: ${names.country(place)}, come prima ${there(area, names)}`,
  "place-not-named": ({ place, area }, names) =>
    `non più indicato per nome: ${names.country(place)}, ma sempre ${there(area, names)}`,
  "use-added": ({ use, place }, names) => `ora anche ${terms.locationKinds[use]} ${there(place, names)}`,
  "use-removed": ({ use, place }, names) => `non più ${terms.locationKinds[use]} ${there(place, names)}`,
  "safeguard-added": (safeguard, names) => `strumento di trasferimento aggiunto: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `strumento di trasferimento venuto meno: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `strumento di trasferimento non più indicato, dove non ne occorre alcuno: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `strumento di trasferimento indicato in modo più preciso: ${cover(was, names)}, ora ${names.list(now.map((each) => cover(each, names)))}`,
  "safeguard-foremost": (safeguard, names) =>
    `strumento di trasferimento non più solo in subordine: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) =>
    `strumento di trasferimento ora solo in subordine: ${cover(safeguard, names)}`,
  "retention-changed": () => "conservazione modificata",
  "scope-wider": ({ of }) => scopes[of].wider,
  "scope-replaced": ({ of }) => scopes[of].other,
  "scope-narrower": ({ of }) => scopes[of].narrower,
  "now-optional": () => "ora facoltativo",
  "no-longer-optional": () => "non più facoltativo",
  "cookie-added": ({ name }) => `nuovo cookie: ${name}`,
  "cookie-removed": ({ name }) => `cookie non più impostato: ${name}`,
  "cookie-purpose-changed": ({ name }) => `finalità di un cookie modificata: ${name}`,
  "cookie-party-added": ({ name, party }) => `cookie ${name} ora impostato anche da ${party}`,
  "cookie-expiry-changed": ({ name }) => `scadenza di un cookie modificata: ${name}`,
  "certification-added": ({ name }) => `certificazione aggiunta: ${name}`,
  "certification-removed": ({ name }) => `certificazione non più indicata: ${name}`,
  "certification-shortened": ({ name, until }, names) =>
    `certificazione che termina prima: ${name}, ${il(names.date(until))}`,
  "details-only": () => "soltanto formulazioni, link, contatti o altri dettagli",
};
