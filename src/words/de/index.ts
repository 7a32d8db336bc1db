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

const clock = (where: Where) => ("city" in where ? `Ortszeit ${where.city}` : where.time);

export const dayOfMonth = (day: string): string => day;

// A period ends with its last day (BGB § 188(1)): at 24:00 Uhr, which reads as that day, where 0:00 Uhr reads as the next.
export const endOfDay = (date: string, where: Where): string => `${date} (24:00 Uhr, ${clock(where)})`;

export const startOfDay = (date: string, where: Where): string => `${date} (0:00 Uhr, ${clock(where)})`;

export const midnights = (where: Where): string =>
  `Die Tage beginnen und enden um Mitternacht (${clock(where)}), sofern kein anderer Ort angegeben ist.`;

// As it stands after "bis zum" and "der".
export const beforeEffect = (days: number): string =>
  days === 1 ? "Tag vor dem Wirksamwerden" : `${days}. Tag vor dem Wirksamwerden`;

export const cities: Record<string, string> = {
  Algiers: "Algier",
  Athens: "Athen",
  Belgrade: "Belgrad",
  Brussels: "Brüssel",
  Bucharest: "Bukarest",
  Cairo: "Kairo",
  Calcutta: "Kolkata",
  Copenhagen: "Kopenhagen",
  Kiev: "Kyjiw",
  Kyiv: "Kyjiw",
  Lisbon: "Lissabon",
  Luxembourg: "Luxemburg",
  Mexico_City: "Mexiko-Stadt",
  Moscow: "Moskau",
  Nicosia: "Nikosia",
  Prague: "Prag",
  Rome: "Rom",
  Saigon: "Ho-Chi-Minh-Stadt",
  Ho_Chi_Minh: "Ho-Chi-Minh-Stadt",
  Singapore: "Singapur",
  Tehran: "Teheran",
  Tokyo: "Tokio",
  Vienna: "Wien",
  Warsaw: "Warschau",
  Zurich: "Zürich",
};
