import type { CookieOptions } from "hono/utils/cookie";
import type { Config } from "../../config.ts";

/** Browsers keep a cookie that is `Secure` for https alone, some even where the address is this machine. */
const isThisMachine = ({ publicUrl }: Config): boolean =>
  /^http:$/.test(new URL(publicUrl).protocol) && /^(localhost|127\.0\.0\.1)$/.test(new URL(publicUrl).hostname);

/** `__Host-`: set by this host alone, for all of it, over https (RFC 6265bis, 4.1.3.2). */
export const cookieName = (config: Config, name = "session"): string =>
  isThisMachine(config) ? name : `__Host-${name}`;

export const cookieOptions = (config: Config): CookieOptions => ({
  path: "/",
  httpOnly: true,
  sameSite: "Lax",
  secure: !isThisMachine(config),
});
