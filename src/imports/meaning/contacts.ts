import { Email } from "../../model/values/text.ts";
import { Phone } from "../../model/vendor/vendor-document.ts";
import { bounded } from "../phrases.ts";
import { placesIn } from "../places/places.ts";

/** What a cell says of whom to turn to, and the postal address in it. */
export type ContactSaid = {
  email?: string;
  phone?: string;
  name?: string;
  position?: string;
  address?: string;
  more: readonly string[];
};

/** Whom to turn to takes no more. */
const MOST = 2000;

/** Takes a cell apart: addresses of mail and numbers by their form, a postal address by its place and number, else a name and a position. */
export function contactIn(cell: string): ContactSaid {
  const { read: text, left } = bounded(cell, MOST);
  const emails = text.split(/[\s<>()[\],;"]+/).flatMap((word) => {
    const plain = word.replace(/^mailto:/i, "").replace(/[.:]+$/, "");
    return plain.includes("@") && Email.safeParse(plain).success ? [plain] : [];
  });
  const lines = text
    .split(/\n|;|(?<=\S) [|·•] /)
    .map((line) => emails.reduce((left, email) => left.replace(email, " "), line))
    .map((line) => line.replace(/https?:\/\/\S+/g, " ").replace(/^[\s<>(),;:|-]+|[\s<>(,;:|-]+$/g, ""))
    .map((line) =>
      line.replace(
        /^(?:e-?mail|mail|tel|phone|téléphone|telefon|teléfono|telefono|telefoon|address|contact|kontakt)\s*\.?:\s*/i,
        "",
      ),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^(?:e-?mail|mail|tel|phone)$/i.test(line));
  const phones = lines.filter((line) => /^\+?[\d\s()./-]{7,}$/.test(line) && Phone.safeParse(line).success);
  const others = lines.filter((line) => !phones.includes(line));
  const isAddress = others.some((line) => /\d/.test(line)) && others.some((line) => placesIn(line).places.length > 0);
  const [email, ...moreEmails] = [...new Set(emails)];
  const [phone, ...morePhones] = phones;
  const [name, position, ...moreNames] = isAddress ? [] : others;
  return {
    ...(email && { email }),
    ...(phone && { phone }),
    ...(name && { name }),
    ...(position && { position }),
    ...(isAddress && { address: others.join("\n") }),
    more: [...moreEmails, ...morePhones, ...moreNames, ...left],
  };
}
