import { renderLink, renderLinkEnded, renderSignIn } from "../../console/sign-in.tsx";
import { endSession } from "../../registry/users/sessions.ts";
import { signInByLink, userOfLink } from "../../registry/users/sign-in-links.ts";
import { createRouter } from "../frame/context.ts";
import { problem } from "../frame/problems.ts";
import { clearSession, consoleFrame, consoleView, sessionToken, setSession } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const signInRoutes = createRouter();

signInRoutes.use("/console", consoleFrame);
signInRoutes.use("/console/*", consoleFrame);

const route = consoleRoutes(signInRoutes);

route("GET", "/console/sign-in", { role: null }, async (c) =>
  c.html(renderSignIn({ ...(await consoleView(c)), signedOut: c.req.query("signed-out") !== undefined })),
);

route("GET", "/console/sign-in/:token", { role: null }, async (c) => {
  const view = await consoleView(c);
  const user = await userOfLink(c.var.deps, c.req.param("token") ?? "");
  return user === null ? c.html(renderLinkEnded(view), 410) : c.html(renderLink(view));
});

route("POST", "/console/sign-in/:token", { role: null }, async (c) => {
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  const token = await signInByLink(c.var.deps, c.req.param("token") ?? "", sessionToken(c));
  if (token === null) return c.html(renderLinkEnded(await consoleView(c)), 410);
  setSession(c, token);
  return c.redirect("/console", 303);
});

route("POST", "/console/sign-out", { role: "read" }, async (c) => {
  await endSession(c.var.deps, c.var.actor, c.var.signedIn.session.id, { isAdmin: false });
  clearSession(c);
  return c.redirect("/console/sign-in?signed-out", 303);
});
