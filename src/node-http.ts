import { createServer } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { getRequestListener, type HttpBindings, RequestError } from "@hono/node-server";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { createApp } from "./app.ts";
import { alarm } from "./clock.ts";
import type { Deps } from "./deps.ts";
import { startListening } from "./listening.ts";
import { rendererScript } from "./renderer.ts";
import { securityHeaders } from "./routes/frame/security-headers.ts";

/** HTTP as Node's server speaks it: how much of it, how long, and how an answer given early leaves the connection. */

const SECOND = 1000;

const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20 * SECOND,
  /** 20 MiB over a slow line. */
  requestTimeout: 5 * 60 * SECOND,
  /** Longer than proxies keep a connection: one that they take for open must not close under their request. */
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
};

/** Each costs some ten kilobytes while it rests. */
const MAX_CONNECTIONS = 10_000;

/** How long a connection may rest while an answer is made, or is not taken. */
const REST_MS = 5 * 60 * SECOND;

/** How public answers are kept: in 64 MiB of memory, and no more of them than a list has pages and forms in a few languages. */
export const KEPT = { bytes: 64 * 1024 * 1024, answers: 5000, together: true, mayEncode: true };

/** Where the script of `/docs` is. */
const SCRIPT = "/docs/scalar.js";

/** Serves the registry over HTTP; rejects when it cannot listen. */
export async function listen(deps: Deps, { port, hostname }: { port: number; hostname?: string | undefined }) {
  const app = createApp<HttpBindings>(
    (bindings) => ({ deps, ip: visitorOf(bindings), gate: () => Promise.resolve(true) }),
    { keep: { ...KEPT, clock: deps.clock } },
  );
  const outer = withFiles((request, bindings) => app.fetch(request, bindings));
  const fetch = (request: Request, bindings: HttpBindings) =>
    isBare(bindings) ? app.fetch(request, bindings) : outer.fetch(request, bindings);
  const listener = getRequestListener(fetch as Parameters<typeof getRequestListener>[0], {
    // What is no URL at all is answered as an address whose encoding is broken.
    errorHandler: (error) =>
      error instanceof RequestError ? app.request("http://localhost/%") : new Response(null, { status: 500 }),
    // It would end a connection half a second after its answer, whatever that has promised.
    autoCleanupIncoming: false,
  });
  const server = createServer(LIMITS, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = REST_MS;
  await startListening(server, { what: "The registry", port, host: hostname, setting: "PORT" });
  return server;
}

/** Whether a request has neither a body to be read to its end nor a file as its answer: all that stands around the app. */
const isBare = ({ incoming: { headers, url } }: HttpBindings): boolean =>
  headers["content-length"] === undefined &&
  headers["transfer-encoding"] === undefined &&
  url?.startsWith(SCRIPT) === false;

/** The app, and beside it the script of `/docs`, which on Workers is a static asset. */
function withFiles(app: (request: Request, bindings: HttpBindings) => Response | Promise<Response>) {
  const outer = new Hono<{ Bindings: HttpBindings }>();
  outer.use(settlesBody);
  let script: Promise<Uint8Array<ArrayBuffer>> | undefined;
  outer.get(SCRIPT, securityHeaders, async (c) => {
    script ??= rendererScript().then((text) => compressed(text));
    return c.body(await script, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "content-encoding": "gzip",
      "cache-control": "public, max-age=3600",
    });
  });
  return outer.all("*", (c) => app(c.req.raw, c.env));
}

const compressed = promisify<string, Uint8Array<ArrayBuffer>>(gzip);

/** The visitor's address; a proxy is believed about it when it runs on this machine. */
function visitorOf({ incoming }: HttpBindings): string | null {
  const peer = incoming.socket.remoteAddress ?? null;
  const isLocal = peer !== null && /^(::ffff:)?127\.|^::1$/.test(peer);
  const forwarded = incoming.headers["x-forwarded-for"];
  const nearest = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return isLocal && nearest ? nearest : peer;
}

/** What is left of a body of this size at most is read although nobody wants it, and the connection is kept. */
const WORTH_READING = 64 * 1024;

/** How long a client that still sends has to read the answer, before its connection ends. */
const LINGER_MS = 5 * SECOND;

/**
 * An answer may be given before its request's body has come in, and the next request stands behind that body. So a short
 * one is read to its end; with a long one, or one of no declared length, the answer says that the connection ends, and
 * the connection does not before the client has the answer.
 */
const settlesBody = createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => {
  const request = c.req.raw;
  await next();
  const { incoming } = c.env;
  if (incoming.complete) return;
  const rest = discard(request);
  if (Number(incoming.headers["content-length"] ?? Number.POSITIVE_INFINITY) <= WORTH_READING) return;
  c.header("connection", "close");
  if (c.res.status >= 400 && c.res.body) c.res = await held(c.res, rest);
});

/** Reads what is left, and forgets it, until it ends or the client has gone. */
async function discard({ body }: Request): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  try {
    while (!(await reader.read()).done);
  } catch {}
}

/** An answer that is given whole at once, and ends when the rest has come, or after a while. */
async function held(answer: Response, rest: Promise<void>): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const headers = new Headers(answer.headers);
  headers.set("content-length", String(bytes.length));
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    async pull(controller) {
      const waited = Promise.withResolvers<void>();
      const stop = alarm(LINGER_MS, waited.resolve);
      await Promise.race([rest, waited.promise]);
      stop();
      controller.close();
    },
  });
  return new Response(body, { status: answer.status, headers });
}
