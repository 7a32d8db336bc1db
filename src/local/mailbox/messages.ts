import { Hono } from "hono";
import { bareAddress } from "./address.ts";
import type { Inbox } from "./inbox.ts";

/** `GET /api/messages?to=` (oldest first) and `DELETE /api/messages`: what a test asks and clears. */
export function messageRoutes(inbox: Inbox): Hono {
  const routes = new Hono();

  routes.get("/", (c) => {
    const to = c.req.query("to");
    if (!to) return c.json({ data: inbox.messages });
    const wanted = bareAddress(to);
    return c.json({ data: inbox.messages.filter((message) => message.to.some((one) => bareAddress(one) === wanted)) });
  });

  routes.delete("/", async (c) => {
    await inbox.empty();
    return c.body(null, 204);
  });

  return routes;
}
