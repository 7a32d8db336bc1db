import type { Context } from "hono";
import {
  renderLink,
  renderLinkEnded,
  renderLinkSent,
  renderNotSignedIn,
  renderSignIn,
  type SignInView,
} from "../../console/sign-in.tsx";
import type { Identity } from "../../model/people/identity.ts";
import type { SignInMethod } from "../../model/people/session.ts";
import { Email } from "../../model/values/text.ts";
import { endSession } from "../../registry/users/sessions.ts";
import { type NotLetIn, signInByIdentity } from "../../registry/users/sign-in-by-identity.ts";
import { signInByLink, userOfLink } from "../../registry/users/sign-in-links.ts";
import { askForLink } from "../../registry/users/sign-in-requests.ts";
import { SsoFailure, type SsoFailureCode } from "../../sso/failure.ts";
import { ACCESS_HEADER, CALLBACK } from "../../sso/flow.ts";
import { readForm } from "../frame/body.ts";
import { type App, createRouter } from "../frame/context.ts";
import { problem } from "../frame/problems.ts";
import {
  clearSession,
  consoleFrame,
  consoleView,
  leadTo,
  sessionToken,
  setFlow,
  setSession,
  takeFlow,
} from "./frame.ts";
import { consoleRoutes } from "./routes.ts";
import { takeWanted } from "./wanted.ts";

export const signInRoutes = createRouter();

signInRoutes.use("/console", consoleFrame);
signInRoutes.use("/console/*", consoleFrame);

const route = consoleRoutes(signInRoutes);

route("GET", "/console/", { role: null }, (c) => c.redirect("/console", 308));

const signInView = async (c: Context<App>): Promise<SignInView> => ({
  ...(await consoleView(c)),
  byMail: c.var.deps.config.signIn.byMail,
  oidc: c.var.deps.config.signIn.oidc !== null,
  access: c.var.deps.config.signIn.access !== null,
  again: c.req.query("again") !== undefined,
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

/** Says in words why an identity provider has signed nobody in; the operator's log says it by a code. */
async function notSignedIn(c: Context<App>, method: SignInMethod, why: SsoFailureCode | NotLetIn, because?: string) {
  c.var.deps.log("sign-in.failed", { method, why, ...(because && { because }) });
  return c.html(renderNotSignedIn(await signInView(c), why), why === "unreachable" ? 502 : 403);
}

async function signInAs(c: Context<App>, method: SignInMethod, identify: () => Promise<Identity>): Promise<Response> {
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  try {
    const signed = await signInByIdentity(c.var.deps, await identify(), { method, former: sessionToken(c) });
    if ("refused" in signed) return await notSignedIn(c, method, signed.refused);
    setSession(c, signed.token);
    return leadTo(c, takeWanted(c));
  } catch (error) {
    if (!(error instanceof SsoFailure)) throw error;
    return notSignedIn(c, method, error.code, error.because);
  }
}

route("GET", "/console/sign-in/oidc", { role: null }, async (c) => {
  const { config, clock } = c.var.deps;
  const { oidc } = config.signIn;
  if (!oidc) return problem(c, "not-found");
  if (!(await c.var.gate())) return problem(c, "too-many-requests");
  try {
    const again = c.req.query("again") !== undefined;
    const { beginFlow } = await import("../../sso/oidc.ts");
    const { url, flow } = await beginFlow(oidc, { publicUrl: config.publicUrl, clock, again });
    setFlow(c, flow);
    return c.redirect(url.href, 303);
  } catch (error) {
    if (!(error instanceof SsoFailure)) throw error;
    return notSignedIn(c, "oidc", error.code, error.because);
  }
});

// A provider leads back by GET (RFC 6749, 4.1.2). What changes by it, this browser has begun: nobody else has its cookie.
route("GET", CALLBACK, { role: null }, async (c) => {
  const { config, clock } = c.var.deps;
  const { oidc } = config.signIn;
  if (!oidc) return problem(c, "not-found");
  const answer = new URL(c.req.url).searchParams;
  const flow = takeFlow(c, answer.get("state") ?? "");
  return signInAs(c, "oidc", async () => {
    if (!flow) throw new SsoFailure("expired", "no such flow");
    const { finishFlow } = await import("../../sso/oidc.ts");
    return finishFlow(oidc, flow, answer, { publicUrl: config.publicUrl, clock });
  });
});

route("POST", "/console/sign-in/access", { role: null }, async (c) => {
  const { config, clock } = c.var.deps;
  const { access } = config.signIn;
  if (!access) return problem(c, "not-found");
  const token = c.req.header(ACCESS_HEADER);
  return signInAs(c, "access", async () => {
    if (!token) throw new SsoFailure("expired", "no token");
    const { identityByAccess } = await import("../../sso/access.ts");
    return identityByAccess(access, token, clock);
  });
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
  return leadTo(c, takeWanted(c));
});

route("POST", "/console/sign-out", { role: "read" }, async (c) => {
  await endSession(c.var.deps, c.var.actor, c.var.signedIn.session.id, { isAdmin: false });
  clearSession(c);
  return leadTo(c, "/console/sign-in?signed-out");
});
