import type { Context } from "hono";
import { renderLink, renderLinkEnded, renderLinkSent, renderSignIn, type SignInView } from "../../console/sign-in.tsx";
import { Email } from "../../model/values/text.ts";
import { endSession } from "../../registry/users/sessions.ts";
import { signInByLink, userOfLink } from "../../registry/users/sign-in-links.ts";
import { askForLink } from "../../registry/users/sign-in-requests.ts";
import { readForm } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { problem } from "../frame/problems.ts";
import { clearSession, consoleFrame, consoleView, leadTo, sessionToken, setSession } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const signInRoutes = createRouter();

signInRoutes.use("/console", consoleFrame);
signInRoutes.use("/console/*", consoleFrame);

const route = consoleRoutes(signInRoutes);

const signInView = async (c: Context<App>): Promise<SignInView> => ({
  ...(await consoleView(c)),
  byMail: c.var.deps.config.signIn.byMail,
});

route("GET", "/console/sign-in", { role: null }, async (c) => {
  const view = await signInView(c);
  if (c.req.query("sent") !== undefined) return c.html(renderLinkSent(view));
  return c.html(renderSignIn({ ...view, said: c.req.query("signed-out") === undefined ? null : "signedOut" }));
});

route("POST", "/console/sign-in", { role: null }, async (c) => {
  const view = await signInView(c);
  if (!view.byMail) return c.html(renderSignIn({ ...view, said: null }), 403);
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  const typed = ((await readForm(c)).get("email") ?? "").trim();
  const email = Email.safeParse(typed);
  if (!email.success) return c.html(renderSignIn({ ...view, said: null, wrong: typed.slice(0, 254) }), 422);
  await askForLink(c.var.deps, { email: email.data, locale: view.locale, ip: c.var.ip });
  return leadTo(c, "/console/sign-in?sent");
});

route("GET", "/console/sign-in/:token", { role: null }, async (c) => {
  const view = await signInView(c);
  const user = await userOfLink(c.var.deps, c.req.param("token") ?? "");
  return user === null ? c.html(renderLinkEnded(view), 410) : c.html(renderLink(view));
});

route("POST", "/console/sign-in/:token", { role: null }, async (c) => {
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  const token = await signInByLink(c.var.deps, c.req.param("token") ?? "", sessionToken(c));
  if (token === null) return c.html(renderLinkEnded(await signInView(c)), 410);
  setSession(c, token);
  return leadTo(c, "/console");
});

route("POST", "/console/sign-out", { role: "read" }, async (c) => {
  await endSession(c.var.deps, c.var.actor, c.var.signedIn.session.id, { isAdmin: false });
  clearSession(c);
  return leadTo(c, "/console/sign-in?signed-out");
});
