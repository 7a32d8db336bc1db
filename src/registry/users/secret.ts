import { randomBytes } from "node:crypto";

/** 256 random bits, as they stand in an address or a cookie. What they open is found by their SHA-256. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Whether a text has the form of one: any other never reaches the database. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);
