import { readTestToken } from "../../model/values/token.ts";
import { renderTestLink } from "../../page/forms/test-link.tsx";
import { createRouter } from "../frame/context.ts";
import { registerView } from "./reader.ts";

/** Where links of mails that are only looked at lead to, whatever is asked: they are nobody's, and take no answer. */
export const testLinkRoutes = createRouter();

const TOKEN = ":token{preview[a-z-]*}";
const PATHS = [`/:page{respond|unsubscribe|preferences|departure}/${TOKEN}`, `/respond/${TOKEN}/calendar.ics`];

testLinkRoutes.on(["GET", "POST"], PATHS, async (c, next) => {
  const link = readTestToken(c.req.param("token") ?? "");
  if (link === null) return next();
  const { locale = null, reader = "contact" } = link === "any" ? {} : link;
  const view = await registerView(c, locale && { locale });
  c.header("cache-control", "no-store");
  return c.html(renderTestLink({ ...view, page: c.req.param("page") ?? "calendar", reader }));
});
