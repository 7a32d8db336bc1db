export { addressMails } from "./address-mails.ts";
export { annex } from "./annex.ts";
export { answers } from "./answers.ts";
export { changes } from "./changes.ts";
export { compare } from "./compare.ts";
export { findings, sources } from "./findings.ts";
export { follow } from "./follow.ts";
export { followUps } from "./follow-ups.ts";
export { grounds } from "./grounds.ts";
export { headlines } from "./headlines.ts";
export { keeping } from "./keeping.ts";
export { mail } from "./mail.ts";
export { page } from "./page.ts";
export { publisher } from "./publisher.ts";
export { rectification } from "./rectification.ts";
export { rules } from "./rules.ts";
export { signInMails, testMail } from "./sign-in-mails.ts";
export { takeAlong } from "./take-along.ts";
export { terms } from "./terms.ts";
export { toOrganisation } from "./to-organisation.ts";
export { transfers } from "./transfers.ts";
export { vendorPage } from "./vendor-page.ts";
export { verdicts } from "./verdicts.ts";

// In Spain the first of a month is a number like the others.
export const dayOfMonth = (day: string): string => day;

const hourOf = (where: { city: string } | { time: string }): string =>
  "city" in where ? `hora de ${where.city}` : `hora ${where.time}`;

export const endOfDay = (date: string, where: { city: string } | { time: string }): string =>
  `${date} (fin del día, ${hourOf(where)})`;

export const startOfDay = (date: string, where: { city: string } | { time: string }): string =>
  `${date} (inicio del día, ${hourOf(where)})`;

export const midnights = (where: { city: string } | { time: string }): string =>
  `Los días empiezan y terminan a medianoche, ${hourOf(where)}, salvo que se indique otro lugar.`;

// After "el", as any date.
export const beforeEffect = (days: number): string =>
  days === 1 ? "día anterior a la fecha de efecto" : `${days}.º día anterior a la fecha de efecto`;

export const cities: Record<string, string> = {
  Algiers: "Argel",
  Amsterdam: "Ámsterdam",
  Athens: "Atenas",
  Belgrade: "Belgrado",
  Berlin: "Berlín",
  Brussels: "Bruselas",
  Bucharest: "Bucarest",
  Cairo: "El Cairo",
  Calcutta: "Calcuta",
  Copenhagen: "Copenhague",
  Dublin: "Dublín",
  Istanbul: "Estambul",
  Kiev: "Kiev",
  Kolkata: "Calcuta",
  Lisbon: "Lisboa",
  Ljubljana: "Liubliana",
  London: "Londres",
  Luxembourg: "Luxemburgo",
  Monaco: "Mónaco",
  Moscow: "Moscú",
  New_York: "Nueva York",
  Paris: "París",
  Prague: "Praga",
  Rome: "Roma",
  Saigon: "Ciudad Ho Chi Minh",
  Seoul: "Seúl",
  Singapore: "Singapur",
  Sofia: "Sofía",
  Stockholm: "Estocolmo",
  Tallinn: "Tallin",
  Tokyo: "Tokio",
  Vienna: "Viena",
  Vilnius: "Vilna",
  Warsaw: "Varsovia",
  Zurich: "Zúrich",
};
