import { createHash } from "node:crypto";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** What a provider says wrongly, or not at all. */
export type Faults = {
  /** Of the answer that the browser brings back. */
  answer?: Record<string, string>;
  /** Of the ID token: members that replace its own; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** Whether the ID token is signed by keys that are not the provider's. */
  forged?: boolean;
  /** Whether nothing comes in exchange for the code. */
  isSilent?: boolean;
  /** What its address for claims says. */
  userinfo?: Record<string, unknown>;
};

/**
 * An OpenID Connect provider, with the keys of a team of Cloudflare Access beside: what it says of whom is the test's. It
 * keeps to the protocol: a code works once, for its client, and with the verifier of its challenge.
 */
export async function provider(url: string, now: () => Date) {
  const [keys, others] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: "one", alg: "RS256", use: "sig" }] };
  const codes = new Map<string, { query: URLSearchParams; claims: JWTPayload; faults: Faults }>();
  const last: { userinfo: object; faults: Faults } = { userinfo: {}, faults: {} };
  let isDown = false;
  let person: JWTPayload | null = null;

  const seconds = () => Math.floor(now().getTime() / 1000);
  const sign = (claims: Record<string, unknown>, by: Keys = keys) =>
    new SignJWT(JSON.parse(JSON.stringify(claims)))
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .sign(by.privateKey);

  async function tokens(body: URLSearchParams, authorization: string | null): Promise<Response> {
    const known = codes.get(body.get("code") ?? "");
    codes.delete(body.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    const isClient = authorization === `Basic ${btoa("registry:secret")}`;
    const isOurs = known?.query.get("code_challenge") === challenge;
    if (!known || !isClient || !isOurs || known.query.get("redirect_uri") !== body.get("redirect_uri"))
      return Response.json({ error: "invalid_grant" }, { status: 400 });
    const { claims, faults, query } = known;
    const times = { iat: seconds(), exp: seconds() + 300 };
    const own = { iss: url, aud: "registry", ...times, nonce: query.get("nonce"), ...claims, ...faults.claims };
    const id_token = await sign(own, faults.forged ? others : keys);
    return Response.json({ access_token: "an-access-token", token_type: "bearer", expires_in: 300, id_token });
  }

  const documents: Record<string, () => object> = {
    "/.well-known/openid-configuration": () => ({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      userinfo_endpoint: `${url}/userinfo`,
      jwks_uri: `${url}/jwks`,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ["S256"],
    }),
    "/jwks": () => jwks,
    "/cdn-cgi/access/certs": () => jwks,
    "/userinfo": () => last.userinfo,
  };

  /** What somebody's browser brings back who has signed in there: the address it is led to, of the one it came with. */
  function signIn(begun: string, claims: JWTPayload, faults: Faults = {}): string {
    const { searchParams: query } = new URL(begun);
    const code = crypto.randomUUID();
    codes.set(code, { query, claims, faults });
    last.faults = faults;
    last.userinfo = { sub: claims.sub, ...faults.userinfo };
    const back = new URL(query.get("redirect_uri") ?? "");
    const said = { code, state: query.get("state") ?? "", iss: url, ...faults.answer };
    for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
    return back.pathname + back.search;
  }

  return {
    url,
    settings: { issuer: url, clientId: "registry", clientSecret: "secret" },
    async answer(request: Request): Promise<Response> {
      const document = documents[new URL(request.url).pathname];
      if (isDown) return Response.json({}, { status: 503 });
      // As a browser comes: whoever the test says is signed in there already.
      if (request.url.startsWith(`${url}/authorize`) && person) {
        const back = new URL(request.url).searchParams.get("redirect_uri") ?? "";
        return Response.redirect(new URL(signIn(request.url, person), back).href, 303);
      }
      if (document) return Response.json(document());
      if (last.faults.isSilent) return new Promise<Response>(() => {});
      return tokens(new URLSearchParams(await request.text()), request.headers.get("authorization"));
    },
    signIn,
    /** Who is signed in there, in whatever browser comes. */
    knows: (claims: JWTPayload) => {
      person = claims;
    },
    /** A token as Cloudflare Access puts it before the console. */
    accessToken: (claims: Record<string, unknown>, { forged = false } = {}) =>
      sign({ iss: url, iat: seconds(), exp: seconds() + 300, type: "app", ...claims }, forged ? others : keys),
    /** From now on it answers nothing but that it is down. */
    goDown: () => {
      isDown = true;
    },
  };
}
