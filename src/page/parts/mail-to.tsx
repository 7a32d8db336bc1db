import type { Organisation } from "../../model/organisation-document.ts";

/** A link that writes to the organisation; nothing when it states no address. */
export function MailTo({ organisation, subject }: { organisation: Organisation; subject?: string }) {
  const { privacyEmail } = organisation;
  if (!privacyEmail) return null;
  const query = subject ? `?subject=${encodeURIComponent(subject)}` : "";
  return <a href={`mailto:${privacyEmail}${query}`}>{privacyEmail}</a>;
}
