import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Als bijlage bij een overeenkomst op grond van artikel 28 AVG. Bevat wat de standaardcontractbepalingen bij specifieke toestemming voor de lijst van subverwerkers verlangen: bijlage IV bij de bepalingen van Uitvoeringsbesluit (EU) 2021/915 en, voor doorgiften, bijlage III bij die van Uitvoeringsbesluit (EU) 2021/914.",
  otherRoles: "Vermeldingen met een andere rol, die geen deel uitmaken van die bijlagen",
  forProduct: (product) => `Alleen wat voor ${product} wordt gebruikt.`,
  forRegion: (region) => `Alleen voor gegevens die hier worden gehost: ${region}.`,
  who: "Naam en adres",
  contact: "Naam, functie en contactgegevens van de contactpersoon",
  processing: "Beschrijving van de verwerking",
  data: "Persoonsgegevens en betrokkenen",
  duration: "Duur",
  where: "Plaats en doorgifte-instrumenten",
};
