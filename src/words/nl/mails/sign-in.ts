import type { Dictionary } from "../../dictionary.ts";

export const signInMails: Dictionary["signInMails"] = {
  signIn: {
    sentence: "uw link om in te loggen",
    preheader: (minutes) =>
      `De link werkt één keer, binnen ${minutes} minuten. Hebt u er niet om gevraagd, negeer deze e-mail dan.`,
    lead: (organisation) =>
      `Iemand heeft met dit adres gevraagd om in te loggen op de console waarin ${organisation} de lijst van dienstverleners bijhoudt. Was u dat, dan logt deze link u in:`,
    button: "Inloggen",
    validFor: (minutes) =>
      `De link opent een pagina met één knop. Hij werkt één keer, binnen ${minutes} minuten na de aanvraag.`,
    otherwise:
      "Was u dat niet, negeer deze e-mail dan: zonder deze e-mail kan niemand inloggen. Stuur hem ook niet door.",
    why: (organisation) =>
      `U ontvangt deze e-mail omdat dit adres van iemand is die aan de lijst van dienstverleners van ${organisation} werkt.`,
  },
  address: {
    sentence: "bevestig uw e-mailadres",
    preheader: "De link werkt één keer, binnen een uur, in de browser waarin u bent ingelogd.",
    lead: (organisation) =>
      `Iemand die aan de lijst van dienstverleners van ${organisation} werkt, heeft dit adres als het zijne of hare opgegeven. Was u dat, bevestig het dan:`,
    button: "Het adres bevestigen",
    where:
      "De link opent een pagina met één knop. Hij werkt één keer, binnen een uur, in de browser waarin u bent ingelogd. Daarna gaan uw links om in te loggen naar dit adres.",
    otherwise: "Was u dat niet, negeer deze e-mail dan: zonder u verandert er niets.",
    why: (organisation) =>
      `Wij hebben deze e-mail gestuurd omdat dit adres in de console van ${organisation} is ingevoerd.`,
  },
  addressChanged: {
    sentence: "uw links om in te loggen gaan naar een ander adres",
    lead: (organisation, date) =>
      `Op ${date} is voor u in de console van ${organisation} een ander adres bevestigd. Links om in te loggen en e-mails aan u gaan vanaf nu daarheen; waar u elders was ingelogd, bent u dat niet meer.`,
    otherwise: "Was u dat niet, meld dit dan meteen aan iemand die de lijst beheert.",
    why: (organisation) =>
      `U ontvangt deze e-mail omdat dit adres van iemand was die aan de lijst van dienstverleners van ${organisation} werkt.`,
  },
  invitation: {
    sentence: "u bent uitgenodigd om aan onze lijst van dienstverleners te werken",
    preheader: (organisation) => `Hoe u inlogt op de console van ${organisation}.`,
    lead: (organisation, by) =>
      `${by ?? "De beheerder"} heeft u uitgenodigd voor de console waarin ${organisation} de lijst bijhoudt van dienstverleners die persoonsgegevens verwerken, en klanten op de hoogte stelt voordat die lijst wijzigt.`,
    role: {
      read: "U kunt daar de lijst, de wijzigingen en de antwoorden lezen.",
      write: "U kunt daar de lijst, de wijzigingen en de antwoorden lezen, en wijzigingen opstellen.",
      announce:
        "U kunt daar de lijst, de wijzigingen en de antwoorden lezen, en wijzigingen opstellen, goedkeuren en aankondigen.",
      admin: "U kunt daar alles doen en bepalen wie verder wat mag.",
    },
    validFor: (hours) =>
      `De link opent een pagina met één knop. Hij werkt één keer, binnen ${hours} uur. Daarna vraagt u zelf met dit adres een nieuwe aan:`,
    another: "Een link aanvragen om in te loggen",
    otherwise:
      "Had u dit niet verwacht, negeer deze e-mail dan. Stuur hem ook niet door: de link is alleen voor u bestemd.",
    why: (organisation) =>
      `Wij hebben deze e-mail gestuurd omdat iemand die de lijst van dienstverleners van ${organisation} beheert, dit adres heeft ingevoerd.`,
  },
};

export const testMail: Dictionary["testMail"] = {
  subject: (subject) => `[Proef] ${subject}`,
  notice:
    "Dit is een proef, die alleen aan u is gestuurd: een e-mail zoals de lezers die zouden ontvangen. Niemand wordt er iets mee meegedeeld, en de links erin tonen wat de lezers zouden zien.",
  pageToCome:
    "De wijziging is nog niet aangekondigd en heeft nog geen openbare pagina: de link ernaartoe leidt in de console naar die pagina zoals zij er zal uitzien.",
};
