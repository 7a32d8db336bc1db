import { mailto } from "../../model/values/email.ts";
import { fieldsOf } from "../../model/vendor/field-lookup.ts";
import { CONTACT_PARTS } from "../../model/vendor/fields.ts";
import type { Contact } from "../../model/vendor/vendor-document.ts";

/** How each part of a contact is reached. */
const REACHED = {
  text: (name: string) => <span dir="auto">{name}</span>,
  email: (address: string) => <MailTo address={address} />,
  phone: (number: string) => <PhoneNumber number={number} />,
  link: (url: string) => <Website url={url} />,
};

/** A person or desk: the name, and how to reach it. */
export function ContactLines({ contact }: { contact: Contact }) {
  return <>{fieldsOf(CONTACT_PARTS).map((part) => contact[part] && REACHED[CONTACT_PARTS[part]](contact[part]))}</>;
}

export function MailTo({ address, subject }: { address: string; subject?: string | undefined }) {
  const query = subject ? `?subject=${encodeURIComponent(subject)}` : "";
  return <a href={`${mailto(address)}${query}`}>{address}</a>;
}

/** A link told by its own address. */
export function Website({ url }: { url: string }) {
  return <a href={url}>{url.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>;
}

/** A number to call: a link where it is nothing but a number, since an extension is not dialled with it. */
export function PhoneNumber({ number }: { number: string }) {
  if (!/^\+?[\d\s.-]+$/.test(number)) return <span dir="auto">{number}</span>;
  return (
    <a class="phone" href={`tel:${number.replace(/[^+\d]/g, "")}`}>
      {number}
    </a>
  );
}
