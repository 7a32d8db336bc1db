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
