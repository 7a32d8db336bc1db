/** What a mail's HTML may do: open the links a person clicks, as an ordinary page in another tab. No scripts, no forms. */
export const sandboxRights = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/** The same as a policy of the document itself, for when it is opened outside its frame. It loads nothing from anywhere. */
export const sandboxPolicy = `sandbox ${sandboxRights}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`;

/**
 * A mail's HTML whose links open in another tab. Put before the document rather than inside it: a parser merges a
 * second doctype, html and head into the first, so the mail need not be taken apart.
 */
export function sandboxed(html: string): string {
  return `<!doctype html><base target="_blank">${html}`;
}
