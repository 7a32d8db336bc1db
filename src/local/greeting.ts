import { LOOPBACK } from "../config.ts";

type Started = {
  publicUrl: string;
  mailboxUrl: string | null;
  /** A key is shown at the start that made it; later only its hash is kept. One that was given is shown to nobody. */
  key: { made: string } | "given" | "made earlier";
  /** Of a link by which the first user signs in, once; null once somebody has. */
  signIn: string | null;
};

const KNOWN = {
  given: "  Admin key    the one in ADMIN_API_KEY",
  "made earlier":
    "  The admin key was shown at the first start. For another: set ADMIN_API_KEY to what `npm run api-key` prints.",
};

/** What a person who has just started the product wants to open, and a first call to the API. */
export function greeting({ publicUrl, mailboxUrl, key, signIn }: Started): string {
  const made = typeof key === "object" ? key.made : null;
  return [
    "",
    `  The page     ${publicUrl}/`,
    ...(mailboxUrl ? [`  The mailbox  ${mailboxUrl.replace(LOOPBACK, "localhost")}/`] : []),
    `  The docs     ${publicUrl}/docs`,
    "",
    ...(signIn ? [`  Sign in      ${publicUrl}/console/sign-in/${signIn}`] : [`  The console  ${publicUrl}/console`]),
    typeof key === "object" ? `  Admin key    ${key.made}` : KNOWN[key],
    "",
    `  curl -H "Authorization: Bearer ${made ?? "$ADMIN_API_KEY"}" ${publicUrl}/v1/vendors`,
    "",
  ].join("\n");
}
