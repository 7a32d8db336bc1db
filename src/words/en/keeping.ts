import { count } from "./plural.ts";

/** For how long something is kept; null has no end. */
const most = (years: number | null) => (years === null ? "" : `, for ${count(years, "year", "years")} at the most`);

const proof = "proof of what it sent you";

/** Who keeps a person's address, why and for how long (GDPR Art. 13 and 14). */
export const keeping = {
  follower: (organisation: string, years: number | null) =>
    `${organisation} keeps your address to send you these messages, for as long as you want them. After that it keeps the address only so as not to write to you again, with ${proof}${most(years)}. You can have it erased at any time.`,
  confirmation: (organisation: string, years: number | null) =>
    `Without a confirmation, ${organisation} erases this address after seven days. With one it keeps the address to send you these messages, for as long as you want them; after that only so as not to write to you again, with ${proof}${most(years)}.`,
  contact: (organisation: string, years: number | null) =>
    `${organisation} has your address from its customer, and keeps it to give the notices that it owes that customer (Art. 28(2) GDPR), for as long as you are the contact. After that it keeps ${proof} and, if you unsubscribe, the address so as not to write to you again${most(years)}.`,
  policy: "Privacy policy",
};
