import type { Dictionary } from "../../dictionary.ts";

export const addressMails: Dictionary["addressMails"] = {
  confirmation: {
    sentence: "bekräfta att du vill följa vår leverantörsförteckning",
    lead: (organisation) =>
      `Någon har bett oss skriva till den här adressen när leverantörsförteckningen från ${organisation} ska ändras. Om det var du, bekräfta det här:`,
    button: "Bekräfta adressen",
    validFor: (hours) => `Länken öppnar en sida med en enda knapp. Den gäller i ${hours} timmar.`,
    otherwise: "Om det inte var du kan du bortse från det här mejlet. Utan bekräftelse ändras ingenting.",
    preheader: (hours) => `Länken gäller i ${hours} timmar. Om det inte var du kan du bortse från mejlet.`,
  },
  invitation: {
    sentence: (customers) => `bekräfta att du ska underrättas för ${customers}`,
    lead: (organisation, customers, by) =>
      `${by ?? "En kontaktperson som hittills har underrättats"} har angett den här adressen för att du ska underrättas, för ${customers}, innan ${organisation} gör ändringar bland de leverantörer som behandlar personuppgifter.`,
    meaning: (organisation) =>
      `När du har bekräftat detta skickar ${organisation} sina underrättelser till dig, och fristen för invändningar mot en ändring räknas från dem.`,
    button: "Bekräfta att du ska underrättas",
    otherwise: "Om detta inte stämmer kan du bortse från det här mejlet. Utan bekräftelse ändras ingenting.",
    why: (organisation) =>
      `Vi har skickat det här mejlet eftersom en kontaktperson hos en kund till ${organisation} har angett adressen.`,
  },
  departure: {
    left: {
      sentence: (customers) => `du underrättas inte längre för ${customers}`,
      lead: (organisation, customers) =>
        `Via länken i ett mejl till den här adressen har någon nyss avslutat de underrättelser från ${organisation} som skickades hit för ${customers}.`,
      meaning: () =>
        "Om det var du behöver du inte göra någonting. Om det inte var du, eller om det var ett misstag, kan du ångra det här:",
    },
    named: {
      sentence: (customers) => `någon ska underrättas i ditt ställe för ${customers}`,
      lead: (organisation, customers, other) =>
        `Via länken i ett mejl till den här adressen har det angetts att ${other ?? "en annan adress"} ska underrättas i ditt ställe innan ${organisation} gör ändringar bland de leverantörer som behandlar personuppgifter för ${customers}.`,
      meaning: (organisation) =>
        `Om det stämmer, bekräfta det här: så länge varken du eller ${organisation} har gjort det räknas inget tillstånd från den personen. Om det inte stämmer, ångra det: då underrättas du igen, och inte den personen.`,
    },
    button: "Bekräfta eller ångra",
    preheader: "Om det inte var du, ångra det.",
    personal: "Länken är personlig. Vidarebefordra inte det här mejlet.",
    why: (organisation) =>
      `Du får det här mejlet en enda gång, eftersom adressen tillhör en kontaktperson hos en kund till ${organisation}.`,
  },
  alreadyFollowing: {
    sentence: "du följer redan vår leverantörsförteckning",
    lead: (organisation) =>
      `Någon har bett oss skriva till den här adressen när leverantörsförteckningen från ${organisation} ska ändras. Du följer redan förteckningen, och begäran har inte ändrat någonting.`,
    otherwise: "Om det inte var du kan du bortse från det här mejlet.",
    preheader: "Din prenumeration är oförändrad.",
  },
};
