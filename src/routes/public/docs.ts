import { html } from "hono/html";
import { createRouter } from "../frame/context.ts";

export const docsRoutes = createRouter();

// Swagger UI's own two files are served beside this page by the runtime, from the same version npm installed.
docsRoutes.get("/docs/start.js", (c) => {
  c.header("content-type", "text/javascript; charset=utf-8");
  return c.body(
    'SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null, tryItOutEnabled: true });\n',
  );
});

docsRoutes.get("/docs", (c) => {
  // Swagger UI sets style attributes and data: images; scripts come from here alone.
  c.header(
    "content-security-policy",
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  );
  return c.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API — Subprocessor registry</title>
        <link rel="stylesheet" href="/docs/swagger-ui.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <noscript>This page draws <a href="/openapi.json">/openapi.json</a> with JavaScript.</noscript>
        <main id="docs"></main>
        <script src="/docs/swagger-ui-bundle.js"></script>
        <script src="/docs/start.js"></script>
      </body>
    </html>`);
});
