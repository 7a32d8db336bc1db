import type { Dictionary } from "../../dictionary.ts";

export const toUsers: Dictionary["toUsers"] = {
  why: (organisation) =>
    `U ontvangt deze e-mail omdat u wijzigingen van de lijst van dienstverleners van ${organisation} mag aankondigen.`,
  draft: {
    what: (number, vendors) => `concept ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} wacht op uw goedkeuring`,
      near: (what, on) => `${what} moet uiterlijk op ${on} worden aangekondigd`,
      last: (what, on) => `${what} moet vandaag, ${on}, worden aangekondigd`,
    },
    asked: (what, by) =>
      `${by === null ? `Voor ${what} wordt om goedkeuring gevraagd` : `${by} vraagt om goedkeuring van ${what}`}. Daarna kan de wijziging worden aangekondigd.`,
    near: (what, on, wished) =>
      `De wijziging in ${what} is gepland voor ${wished}. Om die dag te halen, moet zij uiterlijk op ${on} worden aangekondigd.`,
    last: (what, on, wished) =>
      `De wijziging in ${what} is gepland voor ${wished}. Vandaag, ${on}, is de laatste dag waarop aankondigen die dag haalbaar houdt.`,
    later:
      "Wordt zij later aangekondigd, dan gaat de wijziging later in: de termijnen voor kennisgeving en bezwaar beginnen met de aankondiging.",
    next: {
      approve: "Eerst moet iemand anders dan de opsteller haar goedkeuren: dat kunt u doen.",
      alone:
        "Eerst moet iemand anders dan de opsteller haar goedkeuren, en niemand anders mag dat nog: nodig iemand uit die mag aankondigen.",
      announce: "U kunt haar aankondigen.",
    },
    preheader: (wished) =>
      wished === null ? "Lees het en keur het goed in de console." : `Anders gaat zij later in dan ${wished}.`,
    open: "Het concept in de console openen",
  },
  fourEyesOff: {
    sentence: "aankondigingen vragen geen goedkeuring van een ander meer",
    lead: (who, date) =>
      `${who} heeft op ${date} het vierogenprincipe uitgeschakeld: tot dan moest iemand anders dan de opsteller elke aankondiging goedkeuren.`,
    means:
      "Vanaf nu kan wie mag aankondigen, alleen aankondigen wat hij zelf heeft opgesteld, doorgaan zonder toestemming van klanten en over bezwaren beslissen.",
    next: "Had u dit niet verwacht, vraag dan wie het heeft gedaan. Wie de lijst beheert, kan het weer inschakelen; het logboek bewaart beide.",
    preheader: "Wie mag aankondigen, kan dat vanaf nu alleen.",
    somebody: "Iemand die de lijst beheert",
    open: "De organisatie in de console openen",
  },
};
