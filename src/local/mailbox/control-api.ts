import { Hono } from "hono";
import { z } from "zod";
import { EventRequest, eventOf } from "./event.ts";
import { FaultChange, type Faults } from "./faults.ts";
import type { Inbox } from "./inbox.ts";
import { BareAddress, isTo } from "./mail.ts";
import { parseFields, parseJson, ResendError } from "./resend-error.ts";
import type { Webhook } from "./webhook.ts";

/** What tests and rehearsals ask of the mailbox. Refuses with 422, by field, what it cannot take. */
export function controlRoutes(inbox: Inbox, faults: Faults, webhook: Webhook | null): Hono {
  const routes = new Hono();

  /** What was accepted, oldest first; with `?to=`, to one address. */
  routes.get("/messages", (c) => {
    const { to } = parseFields(MessageQuery, c.req.query());
    const data = to === undefined ? inbox.messages : inbox.messages.filter((message) => isTo(message, to));
    return c.json({ data });
  });

  routes.delete("/messages", async (c) => {
    await inbox.empty();
    return c.body(null, 204);
  });

  /** The faults it is set to play. */
  routes.get("/faults", (c) => c.json(faults.settings));

  /** Changes the faults given, and answers with all. Refuses with 409 events that no webhook takes: nothing changes. */
  routes.put("/faults", async (c) => {
    const change = parseFields(FaultChange, parseJson(await c.req.arrayBuffer()));
    if (change.events === "delivered" && !webhook) throw noWebhook();
    faults.change(change);
    return c.json(faults.settings);
  });

  /**
   * Tells the app, as Resend would, what became of a mail. Answers with one attempt per copy, and in each what the app
   * answered, unless the event is delayed. Refuses with 409 without a webhook, with 404 when there is no such mail.
   */
  routes.post("/events", async (c) => {
    const request = parseFields(EventRequest, parseJson(await c.req.arrayBuffer()));
    if (!webhook) throw noWebhook();
    const { type, to, emailId, bounce, copies, delayMs } = request;
    const message = inbox.messages.findLast(
      (each) => (emailId === undefined || each.id === emailId) && (to === undefined || isTo(each, to)),
    );
    if (!message) throw new ResendError(404, "not_found", "The mailbox has accepted no such mail.");
    const event = eventOf(message, type, inbox.now(), bounce);
    return c.json({ data: await webhook.send(event, copies, delayMs) }, 202);
  });

  return routes;
}

const MessageQuery = z.strictObject({ to: BareAddress.optional() });

const noWebhook = () =>
  new ResendError(409, "validation_error", "The mailbox was started without a webhook, so it sends no events.");
