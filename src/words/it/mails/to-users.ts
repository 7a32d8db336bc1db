import type { Dictionary } from "../../dictionary.ts";

export const toUsers: Dictionary["toUsers"] = {
  why: (organisation) =>
    `Riceve questo messaggio perché può annunciare modifiche all’elenco di fornitori di ${organisation}.`,
  draft: {
    what: (number, vendors) => `la bozza ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} attende la Sua approvazione`,
      near: (what, on) => `${what} va annunciata entro il ${on}`,
      last: (what, on) => `${what} va annunciata oggi, ${on}`,
    },
    asked: (what, by) =>
      `${by === null ? `Per ${what} viene richiesta un’approvazione` : `${by} chiede un’approvazione per ${what}`}. In seguito potrà essere annunciata.`,
    near: (what, on, wished) =>
      `La modifica contenuta nella bozza è prevista per il ${wished}. Per rispettare tale data, ${what} va annunciata entro il ${on}.`,
    last: (what, on, wished) =>
      `La modifica contenuta nella bozza è prevista per il ${wished}. Oggi, ${on}, è l’ultimo giorno in cui annunciare ${what} consente di rispettare tale data.`,
    later:
      "Se viene annunciata più tardi, la modifica ha effetto più tardi: i termini di preavviso e di opposizione decorrono dall’annuncio.",
    next: {
      approve: "Prima deve approvarla una persona diversa da chi l’ha redatta: può farlo Lei.",
      alone:
        "Prima deve approvarla una persona diversa da chi l’ha redatta, e nessun altro può ancora farlo: inviti una persona che possa annunciare.",
      announce: "Lei può annunciarla.",
    },
    preheader: (wished) =>
      wished === null ? "La legga e la approvi nella console." : `Altrimenti ha effetto dopo il ${wished}.`,
    open: "Aprire la bozza nella console",
  },
  fourEyesOff: {
    sentence: "gli annunci non richiedono più l’approvazione di un’altra persona",
    lead: (who, date) =>
      `${who} ha disattivato il ${date} il principio dei quattro occhi: fino ad allora una persona diversa dall’autore doveva approvare ogni annuncio.`,
    means:
      "D’ora in poi chi può annunciare può annunciare senza altri ciò che ha redatto, procedere senza le autorizzazioni dei clienti e decidere sulle opposizioni.",
    next: "Se non se lo aspettava, chieda a chi lo ha fatto. Chi amministra l’elenco può riattivarlo; il registro conserva entrambe le cose.",
    preheader: "D’ora in poi chi può annunciare può farlo senza altri.",
    somebody: "Una persona che amministra l’elenco",
    open: "Aprire l’organizzazione nella console",
  },
};
