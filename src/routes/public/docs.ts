import { html } from "hono/html";
import { createRouter } from "../frame/context.ts";

export const docsRoutes = createRouter();

/**
 * How Scalar draws `/openapi.json`. It asks nobody else for anything: no fonts, no agent, no proxy. Requests are not sent from
 * here, as a key is for programs and not for a page: each operation shows a command to copy instead.
 */
const SETTINGS = {
  url: "/openapi.json",
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideTestRequestButton: true,
  hideClientButton: true,
  showDeveloperTools: "never",
  orderSchemaPropertiesBy: "preserve",
  orderRequiredPropertiesFirst: false,
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  // Its own colours of what is small have too little contrast on white (WCAG 1.4.3).
  customCss:
    ".light-mode{--scalar-color-2:#4a4a4a;--scalar-color-3:#5e5e5e;--scalar-color-green:#00693e;--scalar-color-orange:#9a3d00;" +
    "--scalar-color-blue:#00598f;--scalar-color-yellow:#6f5400;--scalar-color-red:#b00020;--scalar-color-purple:#5a2ca8}" +
    ".dark-mode{--scalar-color-3:#a5a5a5;--scalar-color-red:#ff9a9a}code.hljs{white-space:pre-wrap!important}",
};

// Scalar's own file is served beside this page by the runtime, from the version npm installed.
docsRoutes.get("/docs/start.js", (c) => {
  c.header("content-type", "text/javascript; charset=utf-8");
  return c.body(`Scalar.createApiReference("#docs", ${JSON.stringify(SETTINGS)});\n`);
});

docsRoutes.get("/docs", (c) => {
  // Scalar writes its style into the page; scripts come from here alone.
  c.header(
    "content-security-policy",
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  );
  return c.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API — Subprocessor registry</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <noscript>This page draws <a href="/openapi.json">/openapi.json</a> with JavaScript.</noscript>
        <div id="docs"></div>
        <script src="/docs/scalar.js"></script>
        <script src="/docs/start.js"></script>
      </body>
    </html>`);
});
