import { de } from "./names.ts";

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

// The first of a month is an ordinal.
export const dayOfMonth = (day: string): string => (day === "1" ? "1er" : day);

export const endOfDay = (date: string, where: { city: string } | { time: string }): string =>
  `${date} (fin de journée, heure ${"city" in where ? de(where.city) : where.time})`;

export const startOfDay = (date: string, where: { city: string } | { time: string }): string =>
  `${date} (début de journée, heure ${"city" in where ? de(where.city) : where.time})`;

export const midnights = (where: { city: string } | { time: string }): string =>
  `Les jours commencent et finissent à minuit, heure ${"city" in where ? de(where.city) : where.time}, sauf si un autre lieu est indiqué.`;

export const beforeEffect = (days: number): string =>
  days === 1 ? "jour précédant la prise d’effet" : `${days}e jour précédant la prise d’effet`;

export const cities: Record<string, string> = {
  Algiers: "Alger",
  Athens: "Athènes",
  Brussels: "Bruxelles",
  Bucharest: "Bucarest",
  Copenhagen: "Copenhague",
  Kiev: "Kyiv",
  Lisbon: "Lisbonne",
  London: "Londres",
  Moscow: "Moscou",
  Singapore: "Singapour",
  Vienna: "Vienne",
  Warsaw: "Varsovie",
};
