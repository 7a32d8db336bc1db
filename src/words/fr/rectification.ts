import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `rectification de notre liste\u00a0: ${name} n’y figurait pas`,
  updated: (name) => `rectification de notre liste\u00a0: la mention ${de(name)} était inexacte`,
  removed: (name) => `rectification de notre liste\u00a0: ${name} n’aurait pas dû y figurer`,
  several: (count) => `rectification de notre liste\u00a0: ${count} mentions étaient inexactes`,
  lead: (several, date, since) =>
    `Notre liste de tiers était inexacte${since === null ? "" : ` depuis le ${since}`}\u00a0; nous l’avons rectifiée le ${date}. Il ne s’agit pas d’un changement à venir\u00a0: ce que ${several ? "ces mentions indiquent" : "la mention indique"} maintenant est déjà le cas.`,
  wrong: "Ce qui était inexact",
  said: "Ce que la liste indiquait, et ce qu’elle indique maintenant",
  ask: "Vous pouvez poser une question par votre propre lien et sans compte\u00a0:",
  answer: "Vous pouvez poser une question, ou vous opposer, par votre propre lien et sans compte\u00a0:",
};
