import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Deps } from "./deps.ts";
import { networkOf } from "./model/values/network.ts";
import { announcingRoutes } from "./routes/api/announcing.ts";
import { apiKeyRoutes } from "./routes/api/api-keys.ts";
import { auditRoutes } from "./routes/api/audit.ts";
import { changeSetRoutes } from "./routes/api/change-sets.ts";
import { customerRoutes } from "./routes/api/customers.ts";
import { evidenceRoutes } from "./routes/api/evidence.ts";
import { exportRoutes } from "./routes/api/export.ts";
import { findingRoutes } from "./routes/api/findings.ts";
import { importRoutes } from "./routes/api/imports/routes.ts";
import { lawRoutes } from "./routes/api/law.ts";
import { logoRoutes } from "./routes/api/logo.ts";
import { organisationRoutes } from "./routes/api/organisation.ts";
import { responseRoutes } from "./routes/api/responses.ts";
import { sendingRoutes } from "./routes/api/sending.ts";
import { subscriberRoutes } from "./routes/api/subscribers.ts";
import { testMailRoutes } from "./routes/api/test-mail.ts";
import { transferRoutes } from "./routes/api/transfers.ts";
import { userRoutes } from "./routes/api/users.ts";
import { vendorHistoryRoutes } from "./routes/api/vendor-history.ts";
import { vendorRoutes } from "./routes/api/vendors.ts";
import { consoleScreens } from "./routes/console/index.ts";
import { authentication } from "./routes/frame/auth.ts";
import { type App, createRouter } from "./routes/frame/context.ts";
import { DOWNLOADS, type DownloadLimits, downloads } from "./routes/frame/downloads.ts";
import { language } from "./routes/frame/language.ts";
import { openApiInfo } from "./routes/frame/openapi.ts";
import { methodNotAllowed, notFound, onError, problem } from "./routes/frame/problems.ts";
import { type PublishedReader, publishedReader } from "./routes/frame/published.ts";
import { refusedAccess } from "./routes/frame/refused-access.ts";
import { securityHeaders } from "./routes/frame/security-headers.ts";
import { SHARED_SCHEMAS } from "./routes/frame/shared-schemas.ts";
import { brandRoutes } from "./routes/public/brand.ts";
import { docsRoutes } from "./routes/public/docs.ts";
import { followRoutes } from "./routes/public/follow.ts";
import { formRoutes } from "./routes/public/forms.ts";
import { healthRoutes } from "./routes/public/health.ts";
import { hookRoutes } from "./routes/public/hooks.ts";
import { keptRoutes } from "./routes/public/kept/addresses.ts";
import { type DepsOf, type Fetch, type Keeping, keeping, type Lifetime } from "./routes/public/kept/index.ts";
import { publicRoutes } from "./routes/public/pages.ts";
import { pagesForPeople } from "./routes/public/problem-page.ts";
import { problemTypeRoutes } from "./routes/public/problem-types.ts";
import { respondRoutes } from "./routes/public/respond.ts";
import { testLinkRoutes } from "./routes/public/test-links.ts";

/** What a runtime gives the app for one request. */
export type Runtime = {
  /** Its kick is called once the request's transactions have ended, if any of them owed something. */
  deps: Deps;
  /** The visitor's address as the runtime knows it. */
  ip: string | null;
  /** A cheap first gate for the public form, before anything is written; the limits that hold are in PostgreSQL. */
  gate: (key: string) => Promise<boolean>;
};

/** `published` is given where something before the app keeps its answers. */
type AppOptions = { limits?: DownloadLimits; keep?: Keeping | null; published?: PublishedReader };

/**
 * The whole HTTP surface, the same on Node and on Workers. Public answers are kept as `keep` says; without it, each is made
 * anew for its reader.
 */
export function createApp<Bindings extends object>(
  runtimeOf: (bindings: Bindings, request: Request, lifetime: Lifetime) => Runtime,
  { limits = DOWNLOADS, keep = null, published = publishedReader(keep) }: AppOptions = {},
) {
  const download = downloads(limits);
  const app = createRouter();

  app.use(
    securityHeaders,
    pagesForPeople,
    refuseMalformedUrl,
    createMiddleware<App>(async (c, next) => {
      const { deps, ip, gate } = runtimeOf(c.env as Bindings, c.req.raw, {
        waitUntil: (work) => c.executionCtx.waitUntil(work),
      });
      let owed = false;
      const kick = () => {
        owed = true;
      };
      c.set("deps", { ...deps, kick });
      c.set("ip", ip);
      c.set("gate", () => gate(networkOf(ip ?? "") ?? "unknown"));
      c.set("download", download);
      c.set("published", () => published.read(deps));
      await next();
      if (owed) deps.kick();
    }),
    refusedAccess(),
  );
  app.use("/v1/*", notKept, authentication, language);

  for (const routes of [
    organisationRoutes,
    logoRoutes,
    vendorRoutes,
    vendorHistoryRoutes,
    changeSetRoutes,
    announcingRoutes,
    testMailRoutes,
    subscriberRoutes,
    userRoutes,
    apiKeyRoutes,
    sendingRoutes,
    evidenceRoutes,
    exportRoutes,
    auditRoutes,
    customerRoutes,
    importRoutes,
    responseRoutes,
    findingRoutes,
    transferRoutes,
    lawRoutes,
    hookRoutes,
    testLinkRoutes,
    followRoutes,
    respondRoutes,
    ...consoleScreens,
    keptRoutes,
    publicRoutes,
    formRoutes,
    brandRoutes,
    problemTypeRoutes,
    healthRoutes,
    docsRoutes,
  ])
    app.route("/", routes);

  for (const [name, schema] of Object.entries(SHARED_SCHEMAS)) app.openAPIRegistry.register(name, schema);
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", { type: "http", scheme: "bearer" });
  app.get("/openapi.json", servedDocument(app));
  app.notFound((c) => {
    const methods = methodsAt(app, c.req.path);
    if (methods.length > 0) c.header("allow", methods.join(", "));
    return methods.length > 0 ? methodNotAllowed(c, methods) : notFound(c);
  });
  app.onError(onError);
  if (keep) {
    const { fetch } = app;
    const depsOf: DepsOf<object | undefined> = (request, bindings = {}, lifetime) =>
      runtimeOf(bindings as Bindings, request, { waitUntil: (work) => lifetime?.waitUntil(work) }).deps;
    app.fetch = keeping(keep, published, depsOf, fetch as Fetch<object | undefined>);
  }
  return app;
}

/** The OpenAPI document, made when it is first asked for and then kept: the routes stay what they are. */
function servedDocument(app: OpenAPIHono<App>) {
  let document: string | undefined;
  return (c: Context<App>) => {
    document ??= JSON.stringify(app.getOpenAPI31Document(openApiInfo(c.var.deps.config.publicUrl)));
    return c.body(document, 200, { "content-type": "application/json" });
  };
}

/**
 * Refuses an address whose percent-encoding is no text (RFC 3986, 2.1), or that has a backslash: what stands between us
 * and the reader may take either for another address than we do.
 */
const refuseMalformedUrl = createMiddleware<App>(async (c, next) => {
  if (isMalformed(c.req.url)) return problem(c, "malformed-url");
  return next();
});

function isMalformed(url: string): boolean {
  try {
    decodeURIComponent(url);
    return url.includes("\\");
  } catch {
    return true;
  }
}

/** What the API answers is for whoever holds the key, and for nobody's cache. */
const notKept = createMiddleware<App>(async (c, next) => {
  await next();
  c.header("cache-control", "no-store");
});

/** The methods that an address takes (RFC 9110, 15.5.6); none when it leads nowhere. */
function methodsAt({ routes, router }: OpenAPIHono<App>, path: string): string[] {
  const known = new Set(routes.map(({ method }) => method).filter((method) => method !== "ALL"));
  const taken = [...known].filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return taken.includes("GET") ? ["HEAD", ...taken] : taken;
}
