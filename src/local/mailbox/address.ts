// The dot-atom of RFC 5322 and a host name with at least one dot: what Resend takes. Quoted local parts and non-ASCII
// addresses are refused there too.
const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const bare = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

/**
 * The address inside `email@example.com` or `Name <email@example.com>`, in lower case.
 * Null when the text follows neither format.
 */
export function bareAddress(text: string): string | null {
  if (/[\r\n]/.test(text)) return null;
  const named = /^[^<>]*<([^<>]+)>$/.exec(text.trim());
  const address = (named?.[1] ?? text).trim().toLowerCase();
  return address.length <= 254 && bare.test(address) ? address : null;
}
