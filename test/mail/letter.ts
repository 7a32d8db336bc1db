import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { addressed, type Mail } from "../../src/notify/mail/mail.ts";
import { about, changeSet, contact } from "./fixtures.ts";

/** A mail as plain text to one reader, its subject first. */
export function wholeLetter(mail: Mail): string {
  const { subject, text } = addressed(mail, "TOKEN", "RESPOND", { customer: "Globex" });
  return `Subject: ${subject}\n\n${text}`;
}

/** What an announcement shares with other letters. `announcement.test.ts` shows it whole, in both languages. */
const shared = (["en", "fr"] as const).flatMap((locale) => {
  const announcement = wholeLetter(announcementMail(about(changeSet(), locale)));
  const toContact = wholeLetter(announcementMail({ ...about(changeSet(), locale), terms: [contact] }));
  const parts = /(HubSpot – .*?\n\n.*?\n)\n.*\n((?:Our|Notre) list.*?\n)\n((?:Kind|Bien) .*?)\n-{72}\n\n(.*)/s.exec(
    announcement,
  );
  const names = ["HubSpot, as it is added", "our list", "signature", "to whom follows the list"];
  const footer = toContact.split(`${"-".repeat(72)}\n\n`)[1] ?? "?";
  return [
    ...names.map((name, index) => [`${name}, ${locale}`, parts?.[index + 1] ?? "?"] as const),
    [`to a contact, ${locale}`, footer] as const,
  ];
});

/** A mail as plain text to one reader. What is word for word as in an announcement stands as its name in brackets. */
export function letter(mail: Mail): string {
  return shared.reduce((text, [name, part]) => text.replace(part, `[${name}]\n`), wholeLetter(mail));
}
