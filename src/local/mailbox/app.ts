import { Hono, type HonoRequest } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { controlRoutes } from "./control-api.ts";
import { emailRoutes } from "./emails.ts";
import type { Faults } from "./faults.ts";
import type { Inbox } from "./inbox.ts";
import type { Message } from "./mail.ts";
import type { MailboxEnv } from "./modes.ts";
import { pageRoutes } from "./pages/routes.tsx";
import { rateLimited } from "./rate-limit.ts";
import { ResendError } from "./resend-error.ts";
import { automaticDelivery, type Webhook } from "./webhook.ts";

/** The mailbox over HTTP: Resend's API, what tests ask of it, and its pages. Without a webhook it sends no events. */
export function mailboxApp(inbox: Inbox, faults: Faults, webhook: Webhook | null): Hono<MailboxEnv> {
  const app = new Hono<MailboxEnv>();
  const deliver = webhook && automaticDelivery(webhook, inbox.now);
  const follow = (accepted: Message[]) => {
    if (faults.settings.events === "delivered") deliver?.(accepted);
  };

  app.use(async (c, next) => {
    refuseOtherPages(c.req);
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
  app.use("/emails/*", rateLimited(faults));
  // A batch of a hundred large mails, as Resend takes it.
  app.use("/emails/*", limited(40));
  app.use("/api/*", limited(1));

  app.route("/emails", emailRoutes(inbox, faults, follow));
  app.route("/api", controlRoutes(inbox, faults, webhook));
  for (const path of ["/emails", "/emails/batch", "/api/messages", "/api/faults", "/api/events"]) {
    app.all(path, () => {
      throw new ResendError(405, "method_not_allowed", "Method is not allowed for the requested path.");
    });
  }
  app.route("/", pageRoutes(inbox));

  app.notFound(() => {
    throw new ResendError(404, "not_found", "The requested endpoint does not exist.");
  });
  app.onError((thrown, c) => {
    const failed = new ResendError(500, "internal_server_error", "The mailbox failed.");
    const error = thrown instanceof ResendError ? thrown : failed;
    return c.json(error, error.statusCode);
  });
  return app;
}

/**
 * Refuses what a web page elsewhere asks for through its visitor's browser. A browser sends simple posts anywhere, and
 * tells where they come from; a client that is no browser sends neither header.
 */
function refuseOtherPages(request: HonoRequest): void {
  const own = new URL(request.url);
  // A page elsewhere can name its own host 127.0.0.1 and then read the mail.
  if (!["127.0.0.1", "localhost", "[::1]"].includes(own.hostname)) {
    throw new ResendError(403, "invalid_access", "The mailbox answers to this machine only.");
  }
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const { "sec-fetch-site": site = "none", origin = own.origin } = request.header();
  // Another port of this machine is another origin, though the same site.
  if (!["none", "same-origin"].includes(site) || origin !== own.origin) {
    throw new ResendError(403, "invalid_access", "The mailbox takes no requests from other web pages.");
  }
}

function limited(megabytes: number) {
  return bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: () => {
      throw new ResendError(413, "validation_error", `The request body is larger than ${megabytes} MB.`);
    },
  });
}
