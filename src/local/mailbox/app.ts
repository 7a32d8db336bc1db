import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { emailRoutes } from "./emails.ts";
import type { MailboxEnv } from "./env.ts";
import { AutomaticDelivery } from "./events/automatic.ts";
import { eventRoutes } from "./events/routes.ts";
import type { Webhook } from "./events/webhook.ts";
import type { Faults } from "./faults/faults.ts";
import { faultRoutes } from "./faults/routes.ts";
import type { Inbox } from "./inbox.ts";
import type { Message } from "./mail.ts";
import { messageRoutes } from "./messages.ts";
import { ownOriginOnly } from "./own-origin.ts";
import { paced } from "./pace.ts";
import { pageRoutes } from "./pages/routes.tsx";
import { ResendError } from "./resend-error.ts";

const mb = 1024 * 1024;
const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The mailbox over HTTP: Resend's API, what tests ask of it, and its pages. Without a webhook it sends no events. */
export function mailboxApp(inbox: Inbox, faults: Faults, webhook: Webhook | null): Hono<MailboxEnv> {
  const app = new Hono<MailboxEnv>();
  const automatic = webhook && new AutomaticDelivery(webhook, inbox.now);
  const follow = (accepted: Message[]) => {
    if (faults.settings.events === "delivered") automatic?.follow(accepted);
  };

  // A web page elsewhere can name its own host 127.0.0.1 and then read the mail through the visitor's browser.
  app.use(async (c, next) => {
    if (!loopbackNames.has(new URL(c.req.url).hostname)) {
      throw new ResendError(403, "invalid_access", "The mailbox answers to this machine only.");
    }
    await next();
  });
  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      // A mail's HTML has an origin of its own, by its sandbox: asking for more isolation only makes the browser complain.
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );

  app.use(ownOriginOnly);

  app.use("/emails/*", paced(faults));
  // A batch of a hundred large mails, as Resend takes it.
  app.use("/emails/*", limited(40));
  app.use("/api/*", limited(1));
  app.route("/emails", emailRoutes(inbox, faults, follow));
  app.route("/api/messages", messageRoutes(inbox));
  app.route("/api/faults", faultRoutes(faults, webhook !== null));
  app.route("/api/events", eventRoutes(inbox, webhook));
  app.route("/", pageRoutes(inbox));

  app.notFound((c) => refuse(c, new ResendError(404, "not_found", "The requested endpoint does not exist.")));
  app.onError((error, c) =>
    refuse(
      c,
      error instanceof ResendError ? error : new ResendError(500, "internal_server_error", "The mailbox failed."),
    ),
  );
  return app;
}

function limited(megabytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: megabytes * mb,
    onError: () => {
      throw new ResendError(413, "validation_error", `The request body is larger than ${megabytes} MB.`);
    },
  });
}

function refuse(c: Context, error: ResendError): Response {
  return c.json(error.toJSON(), error.statusCode);
}
