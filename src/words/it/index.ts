export { annex } from "./annex.ts";
export { answers } from "./answers.ts";
export { changes } from "./changes.ts";
export { compare } from "./compare.ts";
export { findings, sources } from "./findings.ts";
export { follow } from "./follow.ts";
export { grounds } from "./grounds.ts";
export { keeping } from "./keeping.ts";
export { addressMails } from "./mails/addresses.ts";
export { followUps } from "./mails/follow-ups.ts";
export { headlines } from "./mails/headlines.ts";
export { mail } from "./mails/mail.ts";
export { publisher } from "./mails/publisher.ts";
export { rectification } from "./mails/rectification.ts";
export { signInMails, testMail } from "./mails/sign-in.ts";
export { toOrganisation } from "./mails/to-organisation.ts";
export { toUsers } from "./mails/to-users.ts";
export { page } from "./page.ts";
export { rules } from "./rules.ts";
export { takeAlong } from "./take-along.ts";
export { terms } from "./terms.ts";
export { transfers } from "./transfers.ts";
export { vendorPage } from "./vendor-page.ts";
export { verdicts } from "./verdicts.ts";

type Where = { city: string } | { time: string };

const clock = (where: Where) => ("city" in where ? `ora di ${where.city}` : `ora ${where.time}`);

// The first of a month is an ordinal.
export const dayOfMonth = (day: string): string => (day === "1" ? "1º" : day);

export const endOfDay = (date: string, where: Where): string => `${date} (ore 24:00, ${clock(where)})`;

export const startOfDay = (date: string, where: Where): string => `${date} (ore 0:00, ${clock(where)})`;

export const midnights = (where: Where): string =>
  `I giorni iniziano e terminano a mezzanotte, ${clock(where)}, salvo che sia indicato un altro luogo.`;

// It begins as a date does, and takes its article from `il`.
export const beforeEffect = (days: number): string =>
  days === 1 ? "giorno precedente la data di effetto" : `${days}º giorno precedente la data di effetto`;

export const cities: Record<string, string> = {
  Algiers: "Algeri",
  Athens: "Atene",
  Belgrade: "Belgrado",
  Berlin: "Berlino",
  Brussels: "Bruxelles",
  Bucharest: "Bucarest",
  Cairo: "Il Cairo",
  Calcutta: "Calcutta",
  Cape_Town: "Città del Capo",
  Copenhagen: "Copenaghen",
  Dublin: "Dublino",
  Havana: "L’Avana",
  Ho_Chi_Minh: "Ho Chi Minh",
  Jerusalem: "Gerusalemme",
  Kiev: "Kiev",
  Kyiv: "Kiev",
  Kolkata: "Calcutta",
  Lisbon: "Lisbona",
  Ljubljana: "Lubiana",
  London: "Londra",
  Luxembourg: "Lussemburgo",
  Mexico_City: "Città del Messico",
  Moscow: "Mosca",
  Paris: "Parigi",
  Prague: "Praga",
  Rome: "Roma",
  Saigon: "Ho Chi Minh",
  Sao_Paulo: "San Paolo",
  Seoul: "Seul",
  Stockholm: "Stoccolma",
  Tunis: "Tunisi",
  Vatican: "Città del Vaticano",
  Warsaw: "Varsavia",
  Zagreb: "Zagabria",
  Zurich: "Zurigo",
};
