import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import type { Clock } from "../clock.ts";
import type { Identity, SignInConfig } from "../model/people/identity.ts";
import { isUnanswered, SsoFailure, TIMEOUT_MS } from "./failure.ts";
import { namesIn } from "./flow.ts";

type Access = NonNullable<SignInConfig["access"]>;
type Keys = ReturnType<typeof createRemoteJWKSet>;

/** The keys of each team, as they were last fetched. */
const keys = new Map<string, Keys>();

const TOLERANCE_SECONDS = 30;

/**
 * Who asks, by the token that Cloudflare Access puts before the console: signed by the team, for this application, and of
 * a person. Access has them show that an address is theirs. Throws SsoFailure.
 */
export async function identityByAccess({ teamUrl, audience }: Access, token: string, clock: Clock): Promise<Identity> {
  const certs = keys.get(teamUrl) ?? createRemoteJWKSet(certsOf(teamUrl), { timeoutDuration: TIMEOUT_MS });
  keys.set(teamUrl, certs);
  try {
    const { payload } = await jwtVerify(token, certs, {
      issuer: teamUrl,
      audience,
      currentDate: clock.now(),
      clockTolerance: TOLERANCE_SECONDS,
      algorithms: ["RS256", "ES256"],
      requiredClaims: ["exp", "sub", "email"],
    });
    const { sub, email, custom } = payload;
    if (!sub || typeof email !== "string") throw new SsoFailure("untrusted", "no person");
    const groups = payload.groups ?? (custom as { groups?: unknown } | undefined)?.groups;
    return { issuer: teamUrl, subject: sub, email, emailIsVerified: true, name: null, groups: namesIn(groups) };
  } catch (error) {
    if (error instanceof SsoFailure) throw error;
    // The keys did not come, or are none: that is nobody's forgery.
    if (isUnanswered(error) || (error instanceof errors.JOSEError && error.code === "ERR_JOSE_GENERIC"))
      throw new SsoFailure("unreachable", "certs");
    throw new SsoFailure("untrusted", error instanceof errors.JOSEError ? error.code : "unknown");
  }
}

const certsOf = (teamUrl: string) => new URL("/cdn-cgi/access/certs", teamUrl);
