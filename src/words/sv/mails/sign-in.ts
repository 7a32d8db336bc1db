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
