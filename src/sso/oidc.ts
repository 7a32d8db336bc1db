import * as library from "oauth4webapi";
import { type Clock, clockFrom } from "../clock.ts";
import type { Identity, SignInConfig } from "../model/people/identity.ts";
import { isUnanswered, SsoFailure, TIMEOUT_MS } from "./failure.ts";
import { CALLBACK, type Flow, namesIn } from "./flow.ts";

type Oidc = NonNullable<SignInConfig["oidc"]>;

/** The answers to how a provider is used, each for ten minutes. */
const known = new Map<string, { server: library.AuthorizationServer; at: number }>();
const KNOWN_FOR_MS = 10 * 60_000;

const TOLERANCE_SECONDS = 30;

/** Begins a sign-in: where the browser goes, and what it has to bring back. `again`: the provider is to ask anew. Throws SsoFailure. */
export async function beginFlow(
  oidc: Oidc,
  { publicUrl, clock, again }: { publicUrl: string; clock: Clock; again: boolean },
): Promise<{ url: URL; flow: Flow }> {
  const server = await orFailure(() => serverOf(oidc, clock));
  if (!server.authorization_endpoint) throw new SsoFailure("unreachable", "no authorization endpoint");
  const flow = {
    state: library.generateRandomState(),
    nonce: library.generateRandomNonce(),
    verifier: library.generateRandomCodeVerifier(),
  };
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: oidc.clientId,
    response_type: "code",
    redirect_uri: `${publicUrl}${CALLBACK}`,
    scope: ["openid", "email", "profile", ...(server.scopes_supported?.includes("groups") ? ["groups"] : [])].join(" "),
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await library.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: "S256",
    ...(again && { prompt: "login" }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url, flow };
}

/**
 * Who has signed in, by what the provider answered to a flow: state, issuer (RFC 9207), PKCE, and of the ID token the
 * signature, issuer, audience, times and nonce are checked (OpenID Connect Core, 3.1.3.7). Throws SsoFailure.
 */
export async function finishFlow(
  oidc: Oidc,
  flow: Flow,
  answer: URLSearchParams,
  { publicUrl, clock }: { publicUrl: string; clock: Clock },
): Promise<Identity> {
  return orFailure(async () => {
    const server = await serverOf(oidc, clock);
    const client: library.Client = {
      client_id: oidc.clientId,
      [library.clockSkew]: Math.round((clock.now().getTime() - clockFrom().now().getTime()) / 1000),
      [library.clockTolerance]: TOLERANCE_SECONDS,
    };
    const options = optionsOf(oidc);
    const parameters = library.validateAuthResponse(server, client, answer, flow.state);
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const secret = methods.includes("client_secret_basic") ? library.ClientSecretBasic : library.ClientSecretPost;
    const response = await library.authorizationCodeGrantRequest(
      server,
      client,
      secret(oidc.clientSecret),
      parameters,
      `${publicUrl}${CALLBACK}`,
      flow.verifier,
      options(),
    );
    const tokens = await library.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: flow.nonce,
      requireIdToken: true,
    });
    await library.validateApplicationLevelSignature(server, response, options());
    const claims = library.getValidatedIdTokenClaims(tokens);
    if (!claims) throw new SsoFailure("untrusted", "no ID token");
    // Some providers put what they know of a person behind another address.
    const isThin = claims.email === undefined || claims.groups === undefined;
    if (!isThin || !server.userinfo_endpoint) return identityOf(claims);
    const asked = await library.userInfoRequest(server, client, tokens.access_token, options());
    return identityOf({ ...(await library.processUserInfoResponse(server, client, claims.sub, asked)), ...claims });
  });
}

/** An address counts as theirs where the provider says so: Entra ID says it by a claim of its own (`xms_edov`). */
function identityOf(claims: library.IDToken): Identity {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const isTrue = (value: unknown) => value === true || value === "true";
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text(claims.email),
    emailIsVerified: isTrue(claims.email_verified) || isTrue(claims.xms_edov) || claims.xms_edov === 1,
    name: text(claims.name),
    groups: [...namesIn(claims.groups), ...namesIn(claims.roles)],
  };
}

async function serverOf(oidc: Oidc, clock: Clock): Promise<library.AuthorizationServer> {
  const now = clock.now().getTime();
  const cached = known.get(oidc.issuer);
  if (cached && Math.abs(now - cached.at) < KNOWN_FOR_MS) return cached.server;
  const issuer = new URL(oidc.issuer);
  const response = await library.discoveryRequest(issuer, optionsOf(oidc)());
  const server = await library.processDiscoveryResponse(issuer, response);
  known.set(oidc.issuer, { server, at: now });
  return server;
}

/** Those of each request: it is over in time, and goes without TLS only to this machine. */
const optionsOf =
  ({ issuer }: Oidc) =>
  () => ({
    signal: AbortSignal.timeout(TIMEOUT_MS),
    [library.allowInsecureRequests]: new URL(issuer).protocol === "http:",
  });

async function orFailure<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SsoFailure) throw error;
    if (isUnanswered(error)) throw new SsoFailure("unreachable", "no answer");
    if (error instanceof library.AuthorizationResponseError) throw new SsoFailure("declined", coded(error.error));
    if (error instanceof library.ResponseBodyError) throw new SsoFailure("declined", coded(error.error));
    const code = error instanceof library.OperationProcessingError ? (error.code ?? "") : "unknown";
    const isNoAnswer = [library.RESPONSE_IS_NOT_CONFORM, library.RESPONSE_IS_NOT_JSON].includes(code);
    throw new SsoFailure(isNoAnswer ? "unreachable" : "untrusted", code);
  }
}

/** An error code of OAuth (RFC 6749, 4.1.2.1) for the log: whoever leads a browser back to us may have written it. */
const coded = (error: string): string => (/^[a-z_]{1,60}$/.test(error) ? error : "unknown");
