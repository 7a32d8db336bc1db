import type { Dictionary } from "../../dictionary.ts";

export const addressMails: Dictionary["addressMails"] = {
  confirmation: {
    sentence: "bevestig dat u onze lijst van dienstverleners wilt volgen",
    lead: (organisation) =>
      `Iemand heeft ons gevraagd om aan dit adres te schrijven telkens wanneer de lijst van dienstverleners van ${organisation} gaat wijzigen. Was u dat, bevestig dit dan:`,
    button: "Dit adres bevestigen",
    validFor: (hours) => `De link opent een pagina met één knop. De link is ${hours} uur geldig.`,
    otherwise: "Was u dat niet, dan kunt u deze e-mail negeren. Zonder bevestiging verandert er niets.",
    preheader: (hours) => `De link is ${hours} uur geldig. Was u het niet, negeer deze e-mail dan.`,
  },
  invitation: {
    sentence: (customers) => `bevestig dat u namens ${customers} op de hoogte moet worden gesteld`,
    lead: (organisation, customers, by) =>
      `${by ?? "Een contactpersoon die tot nu toe op de hoogte werd gesteld"} heeft dit adres opgegeven om namens ${customers} op de hoogte te worden gesteld voordat ${organisation} wijzigingen aanbrengt in de dienstverleners die persoonsgegevens verwerken.`,
    meaning: (organisation) =>
      `Zodra u dit hebt bevestigd, stuurt ${organisation} u de kennisgevingen, en vanaf die kennisgevingen lopen de termijnen om bezwaar te maken tegen een wijziging.`,
    button: "Bevestigen dat ik op de hoogte word gesteld",
    otherwise: "Klopt dit niet, dan kunt u deze e-mail negeren. Zonder bevestiging verandert er niets.",
    why: (organisation) =>
      `Wij hebben deze e-mail gestuurd omdat een contactpersoon van een klant van ${organisation} dit adres heeft ingevoerd.`,
  },
  departure: {
    left: {
      sentence: (customers) => `u wordt niet langer namens ${customers} op de hoogte gesteld`,
      lead: (organisation, customers) =>
        `Via de link in een e-mail aan dit adres heeft iemand zojuist de kennisgevingen van ${organisation} stopgezet die namens ${customers} aan dit adres werden gestuurd.`,
      meaning: () =>
        "Was u dat, dan hoeft u niets te doen. Was u het niet, of was het een vergissing, maak het dan hier ongedaan:",
    },
    named: {
      sentence: (customers) => `iemand moet in uw plaats namens ${customers} op de hoogte worden gesteld`,
      lead: (organisation, customers, other) =>
        `Via de link in een e-mail aan dit adres is opgegeven dat ${other ?? "een ander adres"} in uw plaats op de hoogte wordt gesteld voordat ${organisation} wijzigingen aanbrengt in de dienstverleners die persoonsgegevens van ${customers} verwerken.`,
      meaning: (organisation) =>
        `Klopt dit, bevestig het dan hier: zolang noch u noch ${organisation} dit heeft gedaan, telt geen toestemming van deze persoon. Klopt het niet, maak het dan ongedaan: u wordt dan weer op de hoogte gesteld en deze persoon niet.`,
    },
    button: "Bevestigen of ongedaan maken",
    preheader: "Was u het niet, maak het dan ongedaan.",
    personal: "Deze link is alleen voor u bestemd. Stuur deze e-mail niet door.",
    why: (organisation) =>
      `U ontvangt deze e-mail eenmalig, omdat dit adres van een contactpersoon van een klant van ${organisation} is.`,
  },
  alreadyFollowing: {
    sentence: "u volgt onze lijst van dienstverleners al",
    lead: (organisation) =>
      `Iemand heeft ons gevraagd om aan dit adres te schrijven telkens wanneer de lijst van dienstverleners van ${organisation} gaat wijzigen. U volgt de lijst al, en het verzoek heeft niets veranderd.`,
    otherwise: "Was u dat niet, dan kunt u deze e-mail negeren.",
    preheader: "Uw abonnement is ongewijzigd.",
  },
};
