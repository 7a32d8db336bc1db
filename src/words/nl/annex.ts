import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Ingedeeld zoals bijlage III bij de standaardcontractbepalingen (Uitvoeringsbesluit (EU) 2021/914) verlangt, en als bijlage bij een overeenkomst op grond van artikel 28 AVG.",
  otherRoles: "Bijlage III vermeldt alleen subverwerkers: vermeldingen met een andere rol maken er geen deel van uit.",
  forProduct: (product) => `Alleen wat voor ${product} wordt gebruikt.`,
  forRegion: (region) => `Alleen voor gegevens die hier worden gehost: ${region}.`,
  who: "Naam en adres",
  contact: "Naam, functie en contactgegevens van de contactpersoon",
  processing: "Beschrijving van de verwerking",
  data: "Persoonsgegevens en betrokkenen",
  duration: "Duur",
  where: "Plaats en waarborgen voor de doorgifte",
};
