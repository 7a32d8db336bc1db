// Names of places that take an article in running text: by what they begin with, and by ISO 3166-1 or UN M49 code.
const BY_FIRST_WORD: Record<string, string> = {
  Ciudad: "la",
  Isla: "la",
  Islas: "las",
  RAE: "la",
  República: "la",
  Territorio: "el",
  Territorios: "los",
};
const BY_CODE: Record<string, string> = {
  AE: "los",
  BQ: "el",
  BS: "las",
  CG: "el",
  EEA: "el",
  EH: "el",
  EU: "la",
  GB: "el",
  IN: "la",
  KM: "las",
  NL: "los",
  "029": "el",
  "057": "la",
};

/** A place as it stands in a sentence: "Estados Unidos", "el Reino Unido", "las Islas Feroe". */
export function place(code: string, name: string): string {
  if (code === "001") return "todo el mundo";
  // Spelled out, as the full stop of the abbreviation would end the sentence.
  const whole = name.replace(/EE\.\sUU\./u, "Estados Unidos");
  const article = BY_CODE[code] ?? BY_FIRST_WORD[whole.split(" ")[0] ?? ""];
  return article ? `${article} ${whole}` : whole;
}

/** Of a place or regime, which may begin with an article: "de Francia", "del Reino Unido". */
export const de = (place: string): string => (place.startsWith("el ") ? `del ${place.slice(3)}` : `de ${place}`);

/** To a place or regime, which may begin with an article: "a Francia", "al Reino Unido". */
export const a = (place: string): string => (place.startsWith("el ") ? `al ${place.slice(3)}` : `a ${place}`);

/** Whose contract it is: the reader's, or by name that of customers. */
export const contractOf = (customers: string | null): string =>
  customers === null ? "su contrato" : `el contrato de ${customers}`;
