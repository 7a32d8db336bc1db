import { Hono } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Inbox } from "../inbox.ts";
import { ListPage } from "./list.tsx";
import { MessagePage, NoSuchMessagePage, sandboxRights } from "./message.tsx";
import { style } from "./style.ts";

// Everything a page needs comes from the mailbox itself. The icon is the only data URL: an empty one, so that browsers
// ask for none.
const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// A mail's own HTML stays locked in when it is opened outside its frame, and loads nothing from anywhere.
const mailPolicy = `sandbox ${sandboxRights}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`;

/** The pages for a person: the list of mail, one mail, and that mail's own HTML, locked in. */
export function pageRoutes(inbox: Inbox): Hono {
  const routes = new Hono();
  const find = (id: string) => inbox.messages.find((message) => message.id === id);

  routes.use(async (c, next) => {
    c.header("content-security-policy", pagePolicy);
    c.header("cache-control", "no-store");
    await next();
  });

  routes.get("/", (c) => {
    const to = c.req.query("to")?.trim() ?? "";
    return c.html(page(<ListPage messages={inbox.messages} to={to} page={Number(c.req.query("page"))} />));
  });

  routes.get("/messages/:id", (c) => {
    const message = find(c.req.param("id"));
    if (!message) return c.html(page(<NoSuchMessagePage />), 404);
    return c.html(page(<MessagePage message={message} />));
  });

  routes.get("/messages/:id/html", (c) => {
    const message = find(c.req.param("id"));
    if (!message?.html) return c.notFound();
    c.header("content-security-policy", mailPolicy);
    // Links open in another tab. The base stands before the document rather than inside it: a parser merges a second
    // doctype, html and head into the first, so the mail need not be taken apart.
    return c.html(`<!doctype html><base target="_blank">${message.html}`);
  });

  routes.get("/style.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }));

  return routes;
}

const page = (content: Child) => html`<!doctype html>${content}`;
