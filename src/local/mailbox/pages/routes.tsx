import { Hono } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Inbox } from "../inbox.ts";
import { ListPage } from "./list.tsx";
import { MessagePage, NoSuchMessagePage } from "./message.tsx";
import { sandboxed, sandboxPolicy } from "./sandbox.ts";
import { style } from "./style.ts";

// Everything a page needs comes from the mailbox itself; the icon is the only data URL.
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The pages for a person: the list of mail, one mail, and that mail's own HTML, locked in. */
export function pageRoutes(inbox: Inbox): Hono {
  const routes = new Hono();
  const find = (id: string) => inbox.messages.find((message) => message.id === id);

  routes.use(async (c, next) => {
    await next();
    if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", pagePolicy);
    c.header("cache-control", "no-store");
  });

  routes.get("/", (c) => {
    const to = c.req.query("to")?.trim() ?? "";
    const number = Number(c.req.query("page"));
    return c.html(page(<ListPage messages={inbox.messages} to={to} page={number} />));
  });

  routes.get("/messages/:id", (c) => {
    const message = find(c.req.param("id"));
    if (!message) return c.html(page(<NoSuchMessagePage />), 404);
    return c.html(page(<MessagePage message={message} />));
  });

  routes.get("/messages/:id/html", (c) => {
    const message = find(c.req.param("id"));
    if (!message?.html) return c.notFound();
    c.header("content-security-policy", sandboxPolicy);
    return c.html(sandboxed(message.html));
  });

  routes.get("/style.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }));

  return routes;
}

const page = (content: Child) => html`<!doctype html>${content}`;
