import { domainToASCII } from "node:url";

/** A dot-string of RFC 5321, 4.1.2. Quoted names are left out: hardly anybody has one, and the provider takes none. */
const NAME = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** Letters and digits of every script, none of them unseen. */
const DOMAIN = /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}.-]+$/u;

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Of letters, or the ASCII form of others. What ends in digits is no name but an address of a machine. */
const TOP_LABEL = /^([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** What is wrong with an address; null when mail can be sent to it. Of a text of bounded length. */
export function emailFault(email: string): string | null {
  const { name, domain } = partsOf(email);
  if (!/^\p{ASCII}*$/u.test(name) && NAME.test(name.replace(/[\p{L}\p{M}\p{N}]/gu, "a")))
    return "must have only ASCII letters before the @: no mail can be sent to others (SMTPUTF8) yet";
  const isAddress = NAME.test(name) && DOMAIN.test(domain) && isHost(domainToASCII(domain));
  return isAddress && name.length <= 64 && asciiEmail(email).length <= 254 ? null : "must be an e-mail address";
}

function isHost(domain: string): boolean {
  const labels = domain.split(".");
  const isLabel = (label: string) => LABEL.test(label) && label.length <= 63;
  return labels.length > 1 && labels.every(isLabel) && TOP_LABEL.test(labels.at(-1) ?? "");
}

/** An address as mail is sent to it: its domain in ASCII (RFC 5891), as not every server knows another form. */
export function asciiEmail(email: string): string {
  if (/^\p{ASCII}*$/u.test(email)) return email;
  const { name, domain } = partsOf(email);
  return `${name}@${domainToASCII(domain)}`;
}

/** An address as it is compared: mail providers ignore case, and so do people; and a domain is one in either form. */
export const emailKey = (email: string): string => asciiEmail(email).toLowerCase();

/** The link that writes to an address. RFC 6068: what has a meaning in a link is escaped. */
export function mailto(email: string): string {
  return `mailto:${encodeURIComponent(asciiEmail(email)).replace("%40", "@")}`;
}

function partsOf(email: string) {
  const at = email.lastIndexOf("@");
  return { name: email.slice(0, Math.max(at, 0)), domain: email.slice(at + 1) };
}
