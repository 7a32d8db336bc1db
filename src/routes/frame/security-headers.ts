import { secureHeaders } from "hono/secure-headers";

/** What every answer says to browsers, files included. */
export const securityHeaders = secureHeaders({
  overwrite: false, // /docs has a policy of its own
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
});
