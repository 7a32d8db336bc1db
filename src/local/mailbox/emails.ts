import { createHash, randomUUID } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { MailboxEnv } from "./env.ts";
import type { Faults } from "./faults/faults.ts";
import { faulty } from "./faults/faulty.ts";
import type { Idempotency } from "./idempotency.ts";
import type { Inbox } from "./inbox.ts";
import { parseJson } from "./json.ts";
import { type Mail, type Message, parseMail } from "./mail.ts";
import { invalid, ResendError } from "./resend-error.ts";

const maxBatch = 100;

/**
 * `POST /emails` and `POST /emails/batch`, as the Resend SDK calls them, unless the faults say otherwise.
 * `follow` is told what was accepted, once it is safe.
 */
export function emailRoutes(inbox: Inbox, faults: Faults, follow: (accepted: Message[]) => void): Hono<MailboxEnv> {
  const routes = new Hono<MailboxEnv>();
  routes.use(requireApiKey, faulty(faults));

  async function accept(messages: Message[], request: Idempotency | null, answer: object): Promise<object> {
    await inbox.accept(messages, request, answer);
    follow(messages);
    return answer;
  }

  routes.post("/", async (c) => {
    const { body, request } = await readRequest(c);
    const work = async () => {
      const mail = faults.screen(parseMail(body, { inBatch: false }));
      const message = receive(inbox, mail, request);
      return accept([message], request, { id: message.id });
    };
    return c.json(await inbox.answers.once(request, work, c.var.beforeAnswer));
  });

  routes.post("/batch", async (c) => {
    const { body, request } = await readRequest(c);
    const permissive = isPermissive(c.req.header("x-batch-validation"));
    const work = async () => {
      const { mails, errors } = parseBatch(body, faults);
      if (!permissive && errors[0]) throw errors[0].error;
      const messages = mails.map((mail) => receive(inbox, mail, request));
      const data = messages.map(({ id }) => ({ id }));
      const answer = permissive
        ? { data, errors: errors.map(({ index, error }) => ({ index, message: error.message })) }
        : { data };
      return accept(messages, request, answer);
    };
    return c.json(await inbox.answers.once(request, work, c.var.beforeAnswer));
  });

  for (const path of ["/", "/batch"]) {
    routes.all(path, () => {
      throw new ResendError(405, "method_not_allowed", "Method is not allowed for the requested path.");
    });
  }
  return routes;
}

// Any key will do: there is no account here to protect, only a client to catch that forgot its key.
const requireApiKey: MiddlewareHandler = async (c, next) => {
  if (!/^Bearer \S+$/i.test(c.req.header("authorization") ?? "")) {
    throw new ResendError(401, "missing_api_key", "Missing API key in the authorization header.");
  }
  await next();
};

async function readRequest(c: Context): Promise<{ body: unknown; request: Idempotency | null }> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  return { body: parseJson(bytes), request: idempotencyOf(c, bytes) };
}

function idempotencyOf(c: Context, bytes: Uint8Array): Idempotency | null {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return null;
  if (key.length < 1 || key.length > 256) {
    throw new ResendError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  }
  const fingerprint = createHash("sha256").update(`${c.req.path}\n`).update(bytes).digest("hex");
  return { key, fingerprint };
}

function isPermissive(mode = "strict"): boolean {
  if (mode === "strict" || mode === "permissive") return mode === "permissive";
  throw invalid("The `x-batch-validation` header must be `strict` or `permissive`.");
}

function parseBatch(body: unknown, faults: Faults): { mails: Mail[]; errors: { index: number; error: ResendError }[] } {
  if (!Array.isArray(body)) throw invalid("A batch must be a list of mails.");
  if (body.length < 1 || body.length > maxBatch)
    throw invalid(`A batch takes 1 to ${maxBatch} mails, not ${body.length}.`);
  const mails: Mail[] = [];
  const errors: { index: number; error: ResendError }[] = [];
  for (const [index, item] of body.entries()) {
    try {
      mails.push(faults.screen(parseMail(item, { inBatch: true })));
    } catch (error) {
      if (!(error instanceof ResendError)) throw error;
      errors.push({ index, error });
    }
  }
  return { mails, errors };
}

function receive(inbox: Inbox, mail: Mail, request: Idempotency | null): Message {
  return { id: randomUUID(), ...mail, idempotencyKey: request?.key ?? null, receivedAt: inbox.now().toISOString() };
}
