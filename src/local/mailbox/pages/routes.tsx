import { Hono } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Parts } from "../app.ts";
import { sendEvent } from "../events/routes.ts";
import { changeFaults } from "../faults/routes.ts";
import { ResendError } from "../resend-error.ts";
import { eventFromForm } from "./event-form.tsx";
import { FaultsPage } from "./faults.tsx";
import { changeFromForm } from "./faults-form.ts";
import { ListPage } from "./list.tsx";
import { MessagePage, NoSuchMessagePage } from "./message.tsx";
import { sandboxed, sandboxPolicy } from "./sandbox.ts";
import { style } from "./style.ts";

// Everything a page needs comes from the mailbox itself; the icon is the only data URL.
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The pages for a person: the list of mail, one mail, that mail's own HTML, locked in, and the faults. */
export function pageRoutes({ inbox, faults, webhook }: Parts): Hono {
  const routes = new Hono();
  const find = (id: string) => inbox.messages.find((message) => message.id === id);
  const hasWebhook = webhook !== null;

  routes.use(async (c, next) => {
    await next();
    if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", pagePolicy);
    c.header("cache-control", "no-store");
  });

  routes.get("/", (c) => {
    const to = c.req.query("to")?.trim() ?? "";
    const number = Number(c.req.query("page"));
    return c.html(page(<ListPage messages={inbox.messages} to={to} page={number} faults={faults.settings} />));
  });

  routes.get("/messages/:id", (c) => {
    const message = find(c.req.param("id"));
    if (!message) return c.html(page(<NoSuchMessagePage />), 404);
    return c.html(page(<MessagePage message={message} events={webhook?.sentFor(message.id) ?? null} />));
  });

  routes.get("/messages/:id/html", (c) => {
    const message = find(c.req.param("id"));
    if (!message?.html) return c.notFound();
    c.header("content-security-policy", sandboxPolicy);
    return c.html(sandboxed(message.html));
  });

  routes.post("/messages/:id/events", async (c) => {
    const id = c.req.param("id");
    await sendEvent(inbox, webhook, eventFromForm(new URLSearchParams(await c.req.text()), id));
    return c.redirect(`/messages/${encodeURIComponent(id)}#events`, 303);
  });

  routes.get("/faults", (c) => c.html(page(<FaultsPage settings={faults.settings} hasWebhook={hasWebhook} />)));

  routes.post("/faults", async (c) => {
    try {
      changeFaults(faults, hasWebhook, changeFromForm(new URLSearchParams(await c.req.text())));
    } catch (error) {
      if (!(error instanceof ResendError)) throw error;
      const refused = <FaultsPage settings={faults.settings} hasWebhook={hasWebhook} refusal={error.message} />;
      return c.html(page(refused), error.statusCode);
    }
    return c.redirect("/faults", 303);
  });

  routes.get("/style.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }));

  return routes;
}

const page = (content: Child) => html`<!doctype html>${content}`;
