import { Hono } from "hono";
import { bareAddress } from "../address.ts";
import type { Inbox } from "../inbox.ts";
import { parseFields, parseJson } from "../json.ts";
import type { Message } from "../mail.ts";
import { noWebhook, ResendError } from "../resend-error.ts";
import { eventOf } from "./event.ts";
import { EventRequest } from "./request.ts";
import type { Webhook } from "./webhook.ts";

/**
 * `POST /api/events`: tells the app, as Resend would, what became of a mail. Gives one attempt for each copy: how the app
 * answered, or at once if it is to be delayed.
 * Refuses with 422 what is no event, 409 without a webhook, 404 when there is no such mail.
 */
export function eventRoutes(inbox: Inbox, webhook: Webhook | null): Hono {
  const routes = new Hono();
  routes.post("/", async (c) => {
    const request = parseFields(EventRequest, parseJson(await c.req.arrayBuffer()));
    if (!webhook) throw noWebhook();
    const message = newest(inbox.messages, request);
    if (!message) throw new ResendError(404, "not_found", "The mailbox has accepted no such mail.");

    const { type, bounce, copies, delayMs } = request;
    const event = eventOf(message, type, inbox.now(), bounce);
    const data = delayMs === 0 ? await webhook.send(event, copies) : webhook.sendLater(event, copies, delayMs);
    return c.json({ data }, 202);
  });
  routes.all("/", () => {
    throw new ResendError(405, "method_not_allowed", "Method is not allowed for the requested path.");
  });
  return routes;
}

function newest(messages: readonly Message[], { to, emailId }: EventRequest): Message | undefined {
  const wanted = to === undefined ? undefined : bareAddress(to);
  return messages.findLast(
    ({ id, to }) =>
      (emailId === undefined || id === emailId) &&
      (wanted === undefined || to.some((address) => bareAddress(address) === wanted)),
  );
}
