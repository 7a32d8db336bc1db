import type { Dictionary } from "../../dictionary.ts";

export const signInMails: Dictionary["signInMails"] = {
  signIn: {
    sentence: "din länk för att logga in",
    preheader: (minutes) =>
      `Den fungerar en gång, inom ${minutes} minuter. Om du inte har bett om den kan du bortse från mejlet.`,
    lead: (organisation) =>
      `Någon har med den här adressen bett om att få logga in i konsolen där ${organisation} för sin leverantörsförteckning. Om det var du loggar den här länken in dig:`,
    button: "Logga in",
    validFor: (minutes) =>
      `Länken öppnar en sida med en enda knapp. Den fungerar en gång, inom ${minutes} minuter från det att den begärdes.`,
    otherwise:
      "Om det inte var du kan du bortse från det här mejlet: utan det kan ingen logga in. Vidarebefordra det inte heller.",
    why: (organisation) =>
      `Du får det här mejlet eftersom adressen tillhör någon som arbetar med leverantörsförteckningen från ${organisation}.`,
  },
  address: {
    sentence: "bekräfta din e-postadress",
    preheader: "Länken fungerar en gång, inom en timme, i den webbläsare där du är inloggad.",
    lead: (organisation) =>
      `Någon som arbetar med leverantörsförteckningen från ${organisation} har uppgett den här adressen som sin. Om det var du, bekräfta den:`,
    button: "Bekräfta adressen",
    where:
      "Länken öppnar en sida med en enda knapp. Den fungerar en gång, inom en timme, i den webbläsare där du är inloggad. Därefter skickas dina länkar för att logga in till den här adressen.",
    otherwise: "Om det inte var du kan du bortse från det här mejlet: utan dig ändras ingenting.",
    why: (organisation) =>
      `Vi har skickat det här mejlet eftersom adressen har angetts i konsolen för ${organisation}.`,
  },
  addressChanged: {
    sentence: "dina länkar för att logga in skickas till en annan adress",
    lead: (organisation, date) =>
      `Den ${date} bekräftades en annan adress för dig i konsolen för ${organisation}. Länkar för att logga in och mejl till dig skickas dit från och med nu; där du annars var inloggad är du det inte längre.`,
    otherwise: "Om det inte var du, kontakta genast någon som administrerar listan.",
    why: (organisation) =>
      `Du får det här mejlet eftersom adressen tillhörde någon som arbetar med leverantörsförteckningen från ${organisation}.`,
  },
  invitation: {
    sentence: "du är inbjuden att arbeta med vår leverantörsförteckning",
    preheader: (organisation) => `Så loggar du in i konsolen för ${organisation}.`,
    lead: (organisation, by) =>
      `${by ?? "Den som administrerar konsolen"} har bjudit in dig till konsolen där ${organisation} för sin förteckning över leverantörer som behandlar personuppgifter och underrättar sina kunder innan den ändras.`,
    role: {
      read: "Du kan läsa listan, dess ändringar och svaren där.",
      write: "Du kan läsa listan, dess ändringar och svaren där och förbereda ändringar.",
      announce: "Du kan läsa listan, dess ändringar och svaren där, förbereda ändringar samt godkänna och avisera dem.",
      admin: "Du kan göra allt där och bestämma vad andra får göra.",
    },
    validFor: (hours) =>
      `Länken öppnar en sida med en enda knapp. Den fungerar en gång, inom ${hours} timmar. Därefter begär du själv en ny, med den här adressen:`,
    another: "Begär en länk för att logga in",
    otherwise:
      "Om du inte väntade dig detta kan du bortse från det här mejlet. Vidarebefordra det inte heller: länken är din.",
    why: (organisation) =>
      `Vi har skickat det här mejlet eftersom någon som administrerar leverantörsförteckningen från ${organisation} har angett adressen.`,
  },
};

export const testMail: Dictionary["testMail"] = {
  subject: (subject) => `[Test] ${subject}`,
  notice:
    "Detta är ett test som skickas endast till dig: ett mejl så som läsarna skulle få det. Ingen underrättas genom det, och länkarna i det visar vad läsarna skulle se.",
  pageToCome:
    "Ändringen har ännu inte aviserats och har ingen offentlig sida: länken till den leder, i konsolen, till den sidan som den kommer att se ut.",
};
