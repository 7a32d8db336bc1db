import type { Dictionary } from "../../dictionary.ts";

const saying = (label: string, is: string | null, was: string | null): string => {
  if (is === null) return `unser ${label} ist auf unserer Liste nicht mehr angegeben (bisher ${was})`;
  return `unser ${label} lautet nun ${is} (${was === null ? "bisher nicht angegeben" : `bisher ${was}`})`;
};

export const publisher: Dictionary["publisher"] = {
  name: "Name",
  legalName: "rechtlicher Name",
  sentence: saying,
  lead: (date) => `Seit dem ${date} gibt unsere Liste der Dienstleister anders an, wer sie veröffentlicht:`,
  sameNumber: (number) => `Die Registernummer ist dieselbe, ${number}: Es handelt sich um dasselbe Unternehmen.`,
  otherNumber: (is, was) => `Auch die Registernummer ist eine andere: ${is} (bisher ${was}).`,
  unchanged: "Kein Eintrag der Liste ändert sich dadurch.",
  why: (organisation) =>
    `Sie erhalten diese E-Mail, weil diese Adresse die Liste der Dienstleister von ${organisation} abonniert hat oder zu einer Kontaktperson eines Kunden gehört.`,
};
