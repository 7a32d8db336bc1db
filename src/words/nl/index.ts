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

const clock = (where: Where) => ("city" in where ? `tijd in ${where.city}` : where.time);

export const dayOfMonth = (day: string): string => day;

export const endOfDay = (date: string, where: Where): string => `${date} (24.00 uur, ${clock(where)})`;

export const startOfDay = (date: string, where: Where): string => `${date} (0.00 uur, ${clock(where)})`;

export const midnights = (where: Where): string =>
  `Dagen beginnen en eindigen om middernacht (${clock(where)}), tenzij een andere plaats is vermeld.`;

// As it stands after "tot en met" and "is".
export const beforeEffect = (days: number): string =>
  days === 1 ? "de dag vóór de ingangsdatum" : `de ${days}e dag vóór de ingangsdatum`;

export const cities: Record<string, string> = {
  Athens: "Athene",
  Belgrade: "Belgrado",
  Berlin: "Berlijn",
  Brussels: "Brussel",
  Bucharest: "Boekarest",
  Budapest: "Boedapest",
  Cairo: "Caïro",
  Calcutta: "Calcutta",
  Copenhagen: "Kopenhagen",
  Kiev: "Kyiv",
  Lisbon: "Lissabon",
  London: "Londen",
  Luxembourg: "Luxemburg",
  Mexico_City: "Mexico-Stad",
  Moscow: "Moskou",
  Paris: "Parijs",
  Prague: "Praag",
  Saigon: "Ho Chi Minhstad",
  Ho_Chi_Minh: "Ho Chi Minhstad",
  Tehran: "Teheran",
  Tokyo: "Tokio",
  Vienna: "Wenen",
  Warsaw: "Warschau",
  Zurich: "Zürich",
};
