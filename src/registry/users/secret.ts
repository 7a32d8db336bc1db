import { randomBytes } from "node:crypto";
import { hmac } from "../../model/values/hash.ts";

/** 256 random bits, as they stand in an address or a cookie. What they open is found by their SHA-256. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** That of the link in a mail: it is made again when the mail is written, and stored nowhere before. */
export const mailedSecret = (tokenSecret: string, noticeId: string): string =>
  hmac(tokenSecret, "sign-in", noticeId).toString("base64url");

/** Whether a text has the form of one: any other never reaches the database. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);
