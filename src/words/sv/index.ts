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

const clock = (where: Where) => ("city" in where ? `lokal tid i ${where.city}` : where.time);

export const dayOfMonth = (day: string): string => day;

export const endOfDay = (date: string, where: Where): string => `${date} kl. 24.00 (${clock(where)})`;

export const startOfDay = (date: string, where: Where): string => `${date} kl. 00.00 (${clock(where)})`;

export const midnights = (where: Where): string =>
  `Dagarna börjar och slutar vid midnatt (${clock(where)}), om ingen annan ort anges.`;

// As it stands after "till och med den" and "var den".
export const beforeEffect = (days: number): string =>
  days === 1 ? "dag som infaller närmast före ikraftträdandet" : `dag som infaller ${days} dagar före ikraftträdandet`;

export const cities: Record<string, string> = {
  Algiers: "Alger",
  Athens: "Aten",
  Belgrade: "Belgrad",
  Brussels: "Bryssel",
  Bucharest: "Bukarest",
  Cairo: "Kairo",
  Calcutta: "Kolkata",
  Copenhagen: "Köpenhamn",
  Helsinki: "Helsingfors",
  Kiev: "Kyjiv",
  Kyiv: "Kyjiv",
  Lisbon: "Lissabon",
  Luxembourg: "Luxemburg",
  Mexico_City: "Mexico City",
  Moscow: "Moskva",
  Prague: "Prag",
  Rome: "Rom",
  Saigon: "Ho Chi Minh-staden",
  Ho_Chi_Minh: "Ho Chi Minh-staden",
  Tehran: "Teheran",
  Vienna: "Wien",
  Warsaw: "Warszawa",
  Zurich: "Zürich",
};
