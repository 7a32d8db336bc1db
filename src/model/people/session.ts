import { z } from "@hono/zod-openapi";
import { Instant } from "../values/dates.ts";

/** How a user showed who they are. */
export const SignInMethod = z.enum(["link", "oidc", "access"]);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** What a link does: signs in, or confirms an address; what tells a former address of another does nothing. */
export const LinkPurpose = z.enum(["sign-in", "confirm-address", "tell-former"]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

/** A user's sign-in in one browser. */
export const Session = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  method: SignInMethod,
  signedInAt: Instant,
  seenAt: Instant,
});
export type Session = z.infer<typeof Session>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * For how long, in milliseconds: a link that somebody asked for, that of an invitation, one that whoever runs the server
 * is shown, one that confirms an address, and a session.
 */
export const SIGN_IN = {
  mailedLink: 15 * MINUTE,
  invitation: 72 * HOUR,
  shownLink: 24 * HOUR,
  addressLink: HOUR,
  idle: 12 * HOUR,
  longest: 7 * 24 * HOUR,
  fresh: HOUR,
} as const;

/** Within so long of an instant; false too where the clock was set back since. */
const isWithin = (at: Date, ms: number, now: Date): boolean => {
  const passed = now.getTime() - at.getTime();
  return passed >= 0 && passed < ms;
};

/** Whether a session still holds: not idle for too long, nor too old. */
export const isLive = ({ signedInAt, seenAt }: Pick<Session, "signedInAt" | "seenAt">, now: Date): boolean =>
  isWithin(signedInAt, SIGN_IN.longest, now) && isWithin(seenAt, SIGN_IN.idle, now);

/** Whether the user has shown who they are within the hour, as announcing, erasing and keys ask for. */
export const isFreshSignIn = ({ signedInAt }: Pick<Session, "signedInAt">, now: Date): boolean =>
  isWithin(signedInAt, SIGN_IN.fresh, now);
