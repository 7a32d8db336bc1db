import { TERMS, type Term } from "../../model/people/contract-terms.ts";
import { CONSOLE_LANGUAGES, LANGUAGES } from "../../model/values/languages.ts";
import { LOCALES, slugify } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { dateTyped } from "../kit/dates.ts";

/** The columns that a file of customers may have, in the order in which they are offered. */
export const FILE_COLUMNS = ["name", "email", "contactName", "locale", "externalId", ...TERMS] as const;
export type FileColumn = "name" | "email" | "contactName" | "locale" | "externalId" | Term;

/** What a column is often called besides its name here and its label in any language. */
const ALSO: Partial<Record<FileColumn, readonly string[]>> = {
  name: [
    "customer",
    "customername",
    "company",
    "companyname",
    "account",
    "accountname",
    "client",
    "entreprise",
    "societe",
    "firma",
  ],
  email: ["mail", "emailaddress", "contactemail", "courriel", "adressemail", "adressedemessagerie"],
  contactName: ["contact", "contactperson", "person", "interlocuteur", "nomducontact", "fullname"],
  locale: ["lang", "language", "langue"],
  externalId: [
    "id",
    "customerid",
    "clientid",
    "crmid",
    "accountid",
    "reference",
    "identifiant",
    "numero",
    "numeroclient",
  ],
  noticePeriod: ["notice", "noticedays", "preavis"],
  objectionPeriod: ["objection", "objectiondays", "opposition"],
  products: ["product", "produit", "produits"],
  hostingRegions: ["region", "hosting", "hostingregion", "hebergement"],
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
    for (const each of [column, ...labels, ...(ALSO[column] ?? [])]) named.set(folded(each), column);
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
    authorisation: (cell) => (/^g[eé]n/i.test(cell) ? "general" : /^sp[eé]c/i.test(cell) ? "specific" : cell),
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
  [/jours? ouvr[eé]s/, "business days"],
  [/jours? ouvrables/, "working days"],
  [/jours?( calendaires)?/, "days"],
  [/semaines?/, "weeks"],
  [/mois/, "months"],
] as const;

/** "30 jours ouvrés" → "30 business days". */
const periodSaid = (cell: string): string =>
  PERIOD_WORDS.reduce((text, [french, english]) => text.replace(french, english), cell.toLowerCase());
