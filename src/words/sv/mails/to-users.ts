import type { Dictionary } from "../../dictionary.ts";

export const toUsers: Dictionary["toUsers"] = {
  why: (organisation) =>
    `Du får det här mejlet eftersom du får avisera ändringar av leverantörsförteckningen från ${organisation}.`,
  draft: {
    what: (number, vendors) => `utkast ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} väntar på ditt godkännande`,
      near: (what, on) => `${what} ska aviseras senast den ${on}`,
      last: (what, on) => `${what} ska aviseras i dag, den ${on}`,
    },
    asked: (what, by) =>
      `${by ?? "Den som har skrivit det"} ber om ett godkännande av ${what}. Därefter kan ändringen aviseras.`,
    near: (what, on, wished) =>
      `Ändringen i ${what} är planerad till den ${wished}. För att den dagen ska hålla måste den aviseras senast den ${on}.`,
    last: (what, on, wished) =>
      `Ändringen i ${what} är planerad till den ${wished}. I dag, den ${on}, är den sista dagen då en avisering gör att den dagen håller.`,
    later:
      "Om den aviseras senare börjar ändringen gälla senare: fristerna för underrättelse och invändning börjar löpa i och med aviseringen.",
    next: {
      approve: "Först måste någon annan än den som har skrivit utkastet godkänna det: det kan du göra.",
      alone:
        "Först måste någon annan än den som har skrivit utkastet godkänna det, och ingen annan får göra det än: bjud in någon som får avisera.",
      announce: "Du kan avisera det.",
    },
    preheader: (wished) =>
      wished === null
        ? "Läs det och godkänn det i konsolen."
        : `Annars börjar ändringen gälla senare än den ${wished}.`,
    open: "Öppna utkastet i konsolen",
  },
  fourEyesOff: {
    sentence: "aviseringar kräver inte längre någon annans godkännande",
    lead: (who, date) =>
      `${who} stängde den ${date} av fyraögonprincipen: dittills måste någon annan än den som hade skrivit utkastet godkänna varje avisering.`,
    means:
      "Från och med nu kan den som får avisera på egen hand avisera vad hen har skrivit, gå vidare utan kunders tillstånd och besluta om invändningar.",
    next: "Om du inte hade väntat dig det kan du fråga vem som gjorde det. Den som administrerar listan kan slå på principen igen; loggen bevarar båda.",
    preheader: "Den som får avisera kan från och med nu göra det på egen hand.",
    somebody: "Någon som administrerar listan",
    open: "Öppna organisationen i konsolen",
  },
};
