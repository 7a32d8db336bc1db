import { emailKey } from "../values/email.ts";

/**
 * Providers that give mailboxes to the public, by domain. Of Gmail: dots in a name mean nothing, and googlemail.com is
 * the same as gmail.com (support.google.com/mail/answer/7436150 and /10313). Companies whose mail Google runs under a
 * domain of their own have dots that count.
 */
const PROVIDERS: Record<string, { sameAs?: string; ignoresDots?: true }> = {
  "gmail.com": { ignoresDots: true },
  "googlemail.com": { ignoresDots: true, sameAs: "gmail.com" },
  "outlook.com": {},
  "hotmail.com": {},
  "live.com": {},
  "yahoo.com": {},
  "icloud.com": {},
  "proton.me": {},
  "gmx.de": {},
  "gmx.net": {},
  "web.de": {},
  "orange.fr": {},
};

/**
 * Whose mailbox an address reaches, for limits only: never for who somebody is. What follows a plus is a tag of the
 * reader's own (RFC 5233); a provider who gives it another meaning has two people share a limit.
 */
export function mailboxOf(email: string): string {
  const { name, domain } = partsOf(email);
  const { sameAs = domain, ignoresDots = false } = PROVIDERS[domain] ?? {};
  const untagged = name.replace(/(?<=.)\+.*$/, "");
  return `${ignoresDots ? untagged.replaceAll(".", "") : untagged}@${sameAs}`;
}

/** The domain whose people an address is one of; null where these are the public. */
export function domainOf(email: string): string | null {
  const { domain } = partsOf(email);
  return Object.hasOwn(PROVIDERS, domain) ? null : domain;
}

function partsOf(email: string) {
  const key = emailKey(email);
  const at = key.lastIndexOf("@");
  return { name: key.slice(0, at), domain: key.slice(at + 1) };
}
