import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

const most = (years: number | null) => (years === null ? "" : `, pendant ${count(years, "an", "ans")} au plus`);

const proof = "la preuve de ce qui vous a été envoyé";

export const keeping: Dictionary["keeping"] = {
  follower: (organisation, years) =>
    `${organisation} conserve votre adresse pour vous envoyer ces messages, aussi longtemps que vous les souhaitez. Ensuite, elle n’est conservée que pour ne plus vous écrire, avec ${proof}${most(years)}. Vous pouvez à tout moment la faire effacer.`,
  confirmation: (organisation, years) =>
    `Sans confirmation, ${organisation} efface cette adresse au bout de sept jours. Une fois confirmée, elle est conservée pour vous envoyer ces messages, aussi longtemps que vous les souhaitez\u00a0; ensuite, seulement pour ne plus vous écrire, avec ${proof}${most(years)}.`,
  contact: (organisation, years) =>
    `${organisation} tient votre adresse de son client et la conserve pour adresser à celui-ci les informations qui lui sont dues (art. 28, § 2, du RGPD), tant que vous en êtes le contact. Ensuite, sont conservées ${proof} et, si vous vous désabonnez, l’adresse pour ne plus vous écrire${most(years)}.`,
  policy: "Politique de confidentialité",
};
