/** English. Every other language is a folder with the same words, which can be loaded by itself. */

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
export { takeAlong } from "./take-along.ts";
export { terms } from "./terms.ts";
export { transfers } from "./transfers.ts";
export { vendorPage } from "./vendor-page.ts";
export { verdicts } from "./verdicts.ts";

/** The day of a month in a date, which `Intl` gives as a number. */
export const dayOfMonth = (day: string): string => day;

/** A deadline, and whose midnight ends its day: of a city, or of a time such as UTC. */
export const endOfDay = (date: string, where: { city: string } | { time: string }): string =>
  `${date}, end of day ${"city" in where ? `in ${where.city}` : where.time}`;

/** A day on which something comes into force, and whose midnight begins it. */
export const startOfDay = (date: string, where: { city: string } | { time: string }): string =>
  `${date}, start of day ${"city" in where ? `in ${where.city}` : where.time}`;

/** By whose midnight the days of a page or mail begin and end, where a date does not say so beside it. */
export const midnights = (where: { city: string } | { time: string }): string =>
  `Days begin and end at midnight ${"city" in where ? `in ${where.city}` : where.time}, unless another place is named.`;

/** A last day that is counted from an effect which has no day yet. */
export const beforeEffect = (days: number): string =>
  days === 1 ? "the day before it takes effect" : `${days} days before it takes effect`;

/** Cities of time zones, by the last part of the zone's name, where readers call them otherwise. */
export const cities: Record<string, string> = { Kiev: "Kyiv", Calcutta: "Kolkata", Saigon: "Ho Chi Minh City" };

/** Titles of the rules of the law, by their ids, as they stand in parentheses; a rule without one keeps its own. */
export const rules: Record<string, string> = {};
