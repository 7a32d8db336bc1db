import { Hono } from "hono";
import { bareAddress } from "../address.ts";
import type { Inbox } from "../inbox.ts";
import { parseFields, parseJson } from "../json.ts";
import type { Message } from "../mail.ts";
import { noWebhook, ResendError } from "../resend-error.ts";
import { eventOf } from "./event.ts";
import { EventRequest } from "./request.ts";
import type { Attempt, Webhook } from "./webhook.ts";

/** `POST /api/events`: tells the app, as Resend would, what became of a mail. */
export function eventRoutes(inbox: Inbox, webhook: Webhook | null): Hono {
  const routes = new Hono();
  routes.post("/", async (c) => {
    const data = await sendEvent(inbox, webhook, parseJson(await c.req.arrayBuffer()));
    return c.json({ data }, 202);
  });
  routes.all("/", () => {
    throw new ResendError(405, "method_not_allowed", "Method is not allowed for the requested path.");
  });
  return routes;
}

/**
 * Sends an event and gives one attempt for each copy: how the app answered, or at once if it is to be delayed.
 * Refuses with 422 what is no event, 409 without a webhook, 404 when there is no such mail.
 */
export async function sendEvent(inbox: Inbox, webhook: Webhook | null, input: unknown): Promise<Attempt[]> {
  const request = parseFields(EventRequest, input);
  if (!webhook) throw noWebhook();
  const message = newest(inbox.messages, request);
  if (!message) throw new ResendError(404, "not_found", "The mailbox has accepted no such mail.");

  const event = eventOf(message, request.type, inbox.now(), request.bounce);
  if (request.delayMs === 0) return webhook.send(event, request.copies);
  const id = webhook.sendLater(event, request.copies, request.delayMs);
  return Array.from({ length: request.copies }, () => ({ id, status: null }));
}

function newest(messages: readonly Message[], { to, emailId }: EventRequest): Message | undefined {
  const wanted = to === undefined ? undefined : bareAddress(to);
  return messages.findLast(
    ({ id, to }) =>
      (emailId === undefined || id === emailId) &&
      (wanted === undefined || to.some((address) => bareAddress(address) === wanted)),
  );
}
