import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { FORMS } from "../../page/formats/forms.ts";

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const COMMON = {
  overwrite: false, // /docs has a policy of its own
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  referrerPolicy: "no-referrer",
  // For browsers and plug-ins that are gone: each would be sent with every answer.
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

const unframed = secureHeaders({ ...COMMON, xFrameOptions: "DENY", contentSecurityPolicy: POLICY });

/** Of what anybody may put into a frame: it shows what is public, and has nothing to press that would do anything. */
const framed = secureHeaders({
  ...COMMON,
  xFrameOptions: false,
  crossOriginResourcePolicy: "cross-origin",
  contentSecurityPolicy: { ...POLICY, formAction: ["'none'"], frameAncestors: ["*"] },
});

/** What every answer says to browsers, files included. One address may be framed. */
export const securityHeaders = createMiddleware((c, next) =>
  (c.req.path === FORMS.embed.path ? framed : unframed)(c, next),
);
