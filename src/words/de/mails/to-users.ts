import type { Dictionary } from "../../dictionary.ts";

export const toUsers: Dictionary["toUsers"] = {
  why: (organisation) =>
    `Sie erhalten diese E-Mail, weil Sie Änderungen an der Liste der Dienstleister von ${organisation} ankündigen dürfen.`,
  draft: {
    what: (number, vendors) => `Entwurf ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} wartet auf Ihre Freigabe`,
      near: (what, on) => `${what} ist bis zum ${on} anzukündigen`,
      last: (what, on) => `${what} ist heute, am ${on}, anzukündigen`,
    },
    asked: (what, by) =>
      `${by === null ? `Für ${what} wird um eine Freigabe gebeten` : `${by} bittet um eine Freigabe für ${what}`}. Danach kann die Änderung angekündigt werden.`,
    near: (what, on, wished) =>
      `Die Änderung in ${what} ist für den ${wished} geplant. Damit es bei diesem Tag bleibt, muss sie bis zum ${on} angekündigt werden.`,
    last: (what, on, wished) =>
      `Die Änderung in ${what} ist für den ${wished} geplant. Heute, am ${on}, ist der letzte Tag, an dem eine Ankündigung diesen Tag wahrt.`,
    later:
      "Wird sie später angekündigt, wird die Änderung später wirksam: Die Ankündigungs- und Einspruchsfristen beginnen mit der Ankündigung.",
    next: {
      approve: "Zuvor muss eine andere Person als die verfassende sie freigeben: Das können Sie tun.",
      alone:
        "Zuvor muss eine andere Person als die verfassende sie freigeben, und noch darf das sonst niemand: Laden Sie jemanden ein, der ankündigen darf.",
      announce: "Sie können sie ankündigen.",
    },
    preheader: (wished) =>
      wished === null
        ? "Lesen Sie ihn und geben Sie ihn in der Konsole frei."
        : `Sonst wird sie später als am ${wished} wirksam.`,
    open: "Den Entwurf in der Konsole öffnen",
  },
  fourEyesOff: {
    sentence: "Ankündigungen brauchen keine Freigabe durch eine andere Person mehr",
    lead: (who, date) =>
      `${who} hat am ${date} das Vier-Augen-Prinzip ausgeschaltet: Bis dahin musste eine andere Person als die verfassende jede Ankündigung freigeben.`,
    means:
      "Wer ankündigen darf, kann von nun an selbst Verfasstes allein ankündigen, ohne Genehmigungen von Kunden fortfahren und über Einsprüche entscheiden.",
    next: "Falls Sie das nicht erwartet haben, fragen Sie nach. Wer die Liste verwaltet, kann das Prinzip wieder einschalten; das Protokoll bewahrt beides auf.",
    preheader: "Wer ankündigen darf, kann das von nun an allein.",
    somebody: "Jemand, der die Liste verwaltet,",
    open: "Die Organisation in der Konsole öffnen",
  },
};
