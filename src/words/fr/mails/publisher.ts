import type { Dictionary } from "../../dictionary.ts";
import { de } from "../names.ts";

const saying = (label: string, is: string | null, was: string | null): string => {
  if (is === null) return `notre liste n’indique plus notre ${label} (auparavant ${was})`;
  return `notre ${label} est désormais ${is} (${was === null ? "jusqu’ici non indiquée" : `auparavant ${was}`})`;
};

export const publisher: Dictionary["publisher"] = {
  name: "nom",
  legalName: "dénomination sociale",
  sentence: saying,
  lead: (date) => `Depuis le ${date}, notre liste de prestataires désigne autrement son éditeur\u00a0:`,
  sameNumber: (number) => `Le numéro d’immatriculation reste le même, ${number}\u00a0: il s’agit de la même société.`,
  otherNumber: (is, was) => `Le numéro d’immatriculation a lui aussi changé\u00a0: ${is} (auparavant ${was}).`,
  unchanged: "Aucune mention de la liste ne change de ce fait.",
  why: (organisation) =>
    `Vous recevez ce message parce que cette adresse est abonnée à la liste de prestataires publiée par ${organisation}, ou est celle d’un contact d’un client ${de(organisation)}.`,
};
