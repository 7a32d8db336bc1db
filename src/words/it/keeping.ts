import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

const most = (years: number | null) => (years === null ? "" : `, per un massimo di ${count(years, "anno", "anni")}`);

const proof = "la prova di quanto Le è stato inviato";

export const keeping: Dictionary["keeping"] = {
  follower: (organisation, years) =>
    `${organisation} conserva il Suo indirizzo per inviarLe questi messaggi, finché Lei desidera riceverli. In seguito lo conserva soltanto per non scriverLe più, insieme con ${proof}${most(years)}. Può chiederne la cancellazione in qualsiasi momento.`,
  confirmation: (organisation, years) =>
    `Senza conferma, ${organisation} cancella questo indirizzo dopo sette giorni. Se l’indirizzo è confermato, lo conserva per inviarLe questi messaggi, finché Lei desidera riceverli; in seguito soltanto per non scriverLe più, insieme con ${proof}${most(years)}.`,
  contact: (organisation, years) =>
    `${organisation} ha ricevuto il Suo indirizzo dal proprio cliente e lo conserva per inviare a quest’ultimo le comunicazioni che gli deve (art. 28, par. 2, GDPR), finché Lei ne è il contatto. In seguito conserva ${proof} e, se annulla l’iscrizione, l’indirizzo per non scriverLe più${most(years)}.`,
  policy: "Informativa sulla privacy",
};
