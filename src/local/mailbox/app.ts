import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { emailRoutes } from "./emails.ts";
import type { Inbox } from "./inbox.ts";
import { messageRoutes } from "./messages.ts";
import { type Pace, paced } from "./pace.ts";
import { pageRoutes } from "./pages/routes.tsx";
import { ResendError } from "./resend-error.ts";

const maxBodyBytes = 40 * 1024 * 1024;
const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The mailbox over HTTP: Resend's API, what tests ask of it, and its pages. */
export function mailboxApp(inbox: Inbox, pace: Pace): Hono {
  const app = new Hono();

  // A web page elsewhere can name its own host 127.0.0.1 and then read the mail through the visitor's browser.
  app.use(async (c, next) => {
    if (!loopbackNames.has(new URL(c.req.url).hostname)) {
      throw new ResendError(403, "invalid_access", "The mailbox answers to this machine only.");
    }
    await next();
  });
  app.use(
    secureHeaders({
      referrerPolicy: "no-referrer",
      strictTransportSecurity: false,
      // A mail's HTML has an origin of its own, by its sandbox: asking for more isolation only makes the browser complain.
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );

  app.use("/emails/*", paced(pace));
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new ResendError(413, "validation_error", "The request body is larger than 40 MB.");
      },
    }),
  );
  app.route("/emails", emailRoutes(inbox));
  app.route("/api/messages", messageRoutes(inbox));
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

function refuse(c: Context, error: ResendError): Response {
  return c.json(error.toJSON(), error.statusCode);
}
