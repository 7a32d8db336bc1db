import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Ingedeeld zoals bijlage III bij de standaardcontractbepalingen (Uitvoeringsbesluit (EU) 2021/914) verlangt, en als bijlage bij een overeenkomst op grond van artikel 28 AVG.",
  otherRoles: "Vermeldingen met een andere rol, die geen deel uitmaken van bijlage III",
  forProduct: (product) => `Alleen wat voor ${product} wordt gebruikt.`,
  forRegion: (region) => `Alleen voor gegevens die hier worden gehost: ${region}.`,
  who: "Naam en adres",
  contact: "Naam, functie en contactgegevens van de contactpersoon",
  processing: "Beschrijving van de verwerking",
  data: "Persoonsgegevens en betrokkenen",
  duration: "Duur",
  where: "Plaats en doorgifte-instrumenten",
};
