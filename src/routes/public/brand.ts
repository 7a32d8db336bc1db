import type { Context } from "hono";
import { logoPath } from "../../model/brand/logo.ts";
import { accentPath, accentStylesheet } from "../../page/style/accent.ts";
import { type App, createRouter } from "../frame/context.ts";
import { notFound } from "../frame/problems.ts";

/** What pages that have a logo, or a colour of their own, ask for besides. Both are named by what they hold. */
export const brandRoutes = createRouter();

const FOR_EVER = "public, max-age=31536000, immutable";

/** What an image may do that is opened by itself: nothing. A browser that shows it in a page runs nothing of it anyway. */
const IMAGE_POLICY = "default-src 'none'; sandbox";

/**
 * The logo comes with what is published, and so from memory while the database is down. A page that somebody has kept may
 * name the one before: it is led to today's.
 */
async function logo(c: Context<App>): Promise<Response> {
  const { register } = await c.var.published();
  if (!register.logo) return notFound(c);
  if (logoPath(register.logo) !== c.req.path) {
    c.header("cache-control", "no-cache");
    return c.redirect(logoPath(register.logo), 302);
  }
  c.header("content-type", register.logo.type);
  c.header("cache-control", FOR_EVER);
  c.header("content-security-policy", IMAGE_POLICY);
  return c.body(Uint8Array.from(register.logo.bytes));
}

for (const type of ["png", "svg"]) brandRoutes.get(`/assets/:logo{logo-[0-9a-f]{12}\\.${type}}`, logo);

brandRoutes.get("/assets/:sheet{accent-[0-9a-f]{6}-[0-9a-f]{12}\\.css}", (c) => {
  const colour = `#${c.req.path.slice("/assets/accent-".length).slice(0, 6)}`;
  if (accentPath(colour) !== c.req.path) return notFound(c);
  c.header("content-type", "text/css; charset=utf-8");
  c.header("cache-control", FOR_EVER);
  return c.body(accentStylesheet(colour));
});
