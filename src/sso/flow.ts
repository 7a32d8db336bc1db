/** A sign-in that was begun in a browser, until its provider answers: OpenID Connect Core, 3.1.2; PKCE, RFC 7636. */
export type Flow = { state: string; nonce: string; verifier: string };

/** Where a provider leads back to. */
export const CALLBACK = "/console/sign-in/oidc/callback";

/** The header by which Cloudflare Access says who asks. */
export const ACCESS_HEADER = "cf-access-jwt-assertion";

/** The texts among what should be a list of names. */
export const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
