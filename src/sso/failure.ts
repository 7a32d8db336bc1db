/**
 * Why nobody could be signed in by an identity provider: it cannot be reached, or answers as none does; it says no; what it
 * says does not hold; there is nothing of it to check, or too late.
 */
export type SsoFailureCode = "unreachable" | "declined" | "untrusted" | "expired";

/** Thrown where an identity provider signs nobody in. `because` is for the operator's log: a code, without personal data. */
export class SsoFailure extends Error {
  constructor(
    readonly code: SsoFailureCode,
    readonly because: string,
  ) {
    super(`${code}: ${because}`);
    this.name = "SsoFailure";
  }
}

/** For how long an identity provider may take for one answer. */
export const TIMEOUT_MS = 5000;

/** Whether a request had no answer, or none in time. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && ["TimeoutError", "AbortError", "JWKSTimeout"].includes(error.name));
