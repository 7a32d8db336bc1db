import { TERMS, type Term } from "../../model/people/contract-terms.ts";
import { CONSOLE_LANGUAGES, LANGUAGES } from "../../model/values/languages.ts";
import { LOCALES, slugify } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { dateTyped } from "../kit/dates.ts";

/** The columns that a file of customers may have, in the order in which they are offered. */
export const FILE_COLUMNS = ["name", "email", "contactName", "locale", "externalId", ...TERMS] as const;
export type FileColumn = "name" | "email" | "contactName" | "locale" | "externalId" | Term;

/** What a column is often called besides its name here and its label in the console, in each language. */
const ALSO: Partial<Record<FileColumn, string>> = {
  name: `customer, customer name, company, company name, account, account name, client, nom, entreprise, société, raison sociale,
    Firma, Kunde, Kundenname, Auftraggeber, Unternehmen, cliente, nombre del cliente, empresa, razón social, nome cliente,
    azienda, società, ragione sociale, klant, klantnaam, bedrijf, bedrijfsnaam, kund, kundnamn, företag, företagsnamn`,
  email: `mail, e-mail, email address, contact email, courriel, adresse mail, adresse e-mail, adresse de messagerie,
    adresse électronique, E-Mail-Adresse, Mailadresse, correo, correo electrónico, dirección de correo, posta elettronica,
    indirizzo e-mail, e-mailadres, mailadres, e-post, e-postadress, epost`,
  contactName: `contact, contact person, contact name, person, interlocuteur, nom du contact, full name, Ansprechpartner,
    Ansprechpartnerin, Ansprechperson, Kontakt, Kontaktperson, Name des Ansprechpartners, contacto, persona de contacto,
    nombre del contacto, referente, contatto, persona di contatto, contactpersoon, naam contactpersoon, kontakt,
    kontaktperson`,
  locale: "lang, language, langue, Sprache, Korrespondenzsprache, idioma, lengua, lingua, taal, språk",
  externalId: `id, customer id, client id, crm id, account id, reference, identifiant, numéro, numéro client, Kunden-ID,
    Kundennummer, Kunden-Nr., identificador, número de cliente, codice cliente, numero cliente, klantnummer, klant-id,
    kundnummer, kund-id`,
  noticePeriod: `notice, notice days, préavis, Ankündigungsfrist, Vorankündigungsfrist, Mitteilungsfrist, preaviso,
    plazo de preaviso, preavviso, termine di preavviso, aankondigingstermijn, kennisgevingstermijn, aviseringstid`,
  objectionPeriod: `objection, objection days, opposition, Einspruchsfrist, Widerspruchsfrist, plazo de oposición,
    termine di opposizione, bezwaartermijn, invändningsfrist`,
  products:
    "product, produit, produits, Produkt, Produkte, producto, productos, prodotto, prodotti, producten, produkter",
  hostingRegions: `region, hosting, hosting region, hébergement, Hosting-Region, Hostingregion, región, regione, regio,
    hostingregio, hostingregion`,
};

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** Which of our columns each of a file's is, by what it is called there; null where nothing is guessed. */
export function guessColumns(heads: readonly string[]): (FileColumn | null)[] {
  const named = new Map<string, FileColumn>();
  for (const column of FILE_COLUMNS) {
    const labels = CONSOLE_LANGUAGES.map((locale) => wordsFor(locale).screens.customerFile.columns[column]);
    for (const each of [column, ...labels, ...(ALSO[column] ?? "").split(",")]) named.set(folded(each), column);
  }
  const taken = new Set<FileColumn>();
  return heads.map((head) => {
    const column = named.get(folded(head));
    if (column === undefined || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

/** What an organisation's products and regions are called. */
type Named = Record<"products" | "hostingRegions", readonly { key: string; name: string }[]>;

/** What a cell says in people's words, as our files say it: a product by its key, a day in figures. */
export function cellSaid(organisation: Named): (column: string, cell: string) => string {
  const keys = (field: keyof Named) => {
    const known = new Map(
      organisation[field].flatMap(({ key, name }) => [
        [folded(key), key],
        [folded(name), key],
      ]),
    );
    const said = (name: string): string => {
      const words = name.trim().split(/\s+/);
      if (words.every((word) => known.has(folded(word)))) return words.map((word) => known.get(folded(word))).join(" ");
      // A key that nothing has, for the registry to refuse.
      return known.get(folded(name)) ?? (slugify(name) || name);
    };
    // A name may have commas of its own.
    return (cell: string) =>
      known.get(folded(cell)) ??
      cell
        .split(/[,;|\n]/)
        .map(said)
        .join(" ");
  };
  const said: Record<string, (cell: string) => string> = {
    products: keys("products"),
    hostingRegions: keys("hostingRegions"),
    locale: localeSaid(),
    authorisation: (cell) =>
      /^(g[eé]n|allgem|algemeen|allm)/i.test(cell)
        ? "general"
        : /^(sp[eé][cz]|espec|einzel|s[aä]rskil)/i.test(cell)
          ? "specific"
          : cell,
    onObjection: (cell) => (/^susp/i.test(cell) ? "suspends" : /^continue/i.test(cell) ? "continues" : cell),
    noticePeriod: periodSaid,
    objectionPeriod: periodSaid,
    emergency: periodSaid,
    holidays: (cell) =>
      /[,;\n]/.test(cell)
        ? cell
            .split(/[,;\n]+/)
            .map((day) => dateTyped(day))
            .join(" ")
        : dateTyped(cell),
  };
  return (column, cell) => (cell === "" ? cell : (said[column]?.(cell) ?? cell));
}

/** The languages by their names in any, and by codes that say a country too. */
function localeSaid(): (cell: string) => string {
  const named = LOCALES.flatMap((locale) =>
    LOCALES.map((each) => {
      const names = new Intl.DisplayNames(LANGUAGES[each].tag, { type: "language" });
      return [folded(names.of(locale) ?? ""), locale] as const;
    }),
  );
  const known = new Map<string, string>(named);
  return (cell) => known.get(folded(cell)) ?? cell.toLowerCase().replace(/^([a-z]{2})[-_].*$/, "$1");
}

const PERIOD_WORDS = [
  [/arbeitstagen?/, "business days"],
  [/werktagen?/, "working days"],
  [/\b(kalender)?tagen?\b|\bd[ií]as( naturales)?\b|\bgiorni\b|\bdagen\b|\bdagar\b/, "days"],
  [/\bwochen?\b|\bsemanas?\b|\bsettiman[ae]\b|\bweken\b|\bveckor\b/, "weeks"],
  [/\bmonaten?\b|\bmeses\b|\bmesi\b|\bmaanden\b|\bmånader\b/, "months"],
  [/jours? ouvr[eé]s/, "business days"],
  [/jours? ouvrables/, "working days"],
  [/jours?( calendaires)?/, "days"],
  [/semaines?/, "weeks"],
  [/mois/, "months"],
] as const;

/** "30 jours ouvrés" → "30 business days". */
const periodSaid = (cell: string): string =>
  PERIOD_WORDS.reduce((text, [other, english]) => text.replace(other, english), cell.toLowerCase());
