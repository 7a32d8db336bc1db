import type { Dictionary } from "../dictionary.ts";
import { de, que } from "./names.ts";

export const vendorPage: Dictionary["vendorPage"] = {
  description: (vendor, organisation) =>
    `Ce ${que(vendor)} fait pour ${organisation}\u00a0: avec quelles données, où, avec quel instrument de transfert, et ce qui a changé.`,
  entry: {
    listed: "Ce qui est indiqué",
    left: "Dernier état sur la liste",
    coming: "Ce qui est annoncé",
  },
  listedAs: (date) => `Inscription inchangée depuis le ${date}.`,
  past: (name, date) => `Voici ce que la liste indiquait à propos ${de(name)} le ${date}.`,
  future: (name, date) =>
    `Voici ce que la liste indiquera à propos ${de(name)} le ${date}, d’après ce qui est annoncé à ce jour.`,
  notListedOn: (name, date) => `${name} ne figure pas sur la liste du ${date}.`,
  left: (name, date) => `${name} ne figure plus sur la liste depuis le ${date}.`,
  notYet: (name) => `${name} ne figure pas encore sur la liste\u00a0: son arrivée est annoncée.`,
  never: (name) => `${name} ne figure pas sur la liste\u00a0: ce qui en avait été annoncé a été annulé.`,
  asOf: (date) => `L’inscription au ${date}`,
  otherDate: "Une autre date",
};
