type Started = {
  publicUrl: string;
  mailboxUrl: string | null;
  /** Null when the key was shown at an earlier start: only its hash is kept. */
  key: string | null;
};

/** What a person who has just started the product wants to open, and a first call to the API. */
export function greeting({ publicUrl, mailboxUrl, key }: Started): string {
  return [
    "",
    `  The page     ${publicUrl}/`,
    ...(mailboxUrl ? [`  The mailbox  ${mailboxUrl}/`] : []),
    `  The docs     ${publicUrl}/docs`,
    "",
    key
      ? `  Admin key    ${key}`
      : "  The admin key was shown at the first start. For another: set ADMIN_API_KEY to what `npm run api-key` prints.",
    "",
    `  curl -H "Authorization: Bearer ${key ?? "$ADMIN_API_KEY"}" ${publicUrl}/v1/vendors`,
    "",
  ].join("\n");
}
