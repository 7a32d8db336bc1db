import { createHash, randomUUID } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { type Faults, faulty } from "./faults.ts";
import type { Idempotency, Inbox } from "./inbox.ts";
import { type Mail, type Message, parseMail } from "./mail.ts";
import type { MailboxEnv } from "./modes.ts";
import { invalid, parseJson, ResendError } from "./resend-error.ts";

/** What is accepted of a request, and the answer to it, which is made of the ids its mails get. */
type Work = { mails: Mail[]; answer: (ids: string[]) => object };

/**
 * `POST /emails` and `POST /emails/batch`, as the Resend SDK calls them, unless the faults say otherwise.
 * `follow` is told what was accepted, once it is safe.
 */
export function emailRoutes(inbox: Inbox, faults: Faults, follow: (accepted: Message[]) => void): Hono<MailboxEnv> {
  const routes = new Hono<MailboxEnv>();
  routes.use(requireApiKey, faulty(faults));

  const read = (input: unknown) => faults.screen(parseMail(input));

  routes.post("/", (c) => respond(c, (body) => ({ mails: [read(body)], answer: ([id]) => ({ id }) })));

  routes.post("/batch", (c) => {
    const permissive = isPermissive(c.req.header("x-batch-validation"));
    return respond(c, (body) => {
      const { mails, errors } = readBatch(body, permissive, read);
      const answer = (ids: string[]) => ({ data: ids.map((id) => ({ id })), ...(permissive && { errors }) });
      return { mails, answer };
    });
  });

  /** Accepts what `work` takes of the body, once for each idempotency key, and gives that key's answer. */
  async function respond(c: Context<MailboxEnv>, work: (body: unknown) => Work): Promise<Response> {
    const bytes = await c.req.arrayBuffer();
    const request = idempotencyOf(c, bytes);
    const accept = async () => {
      const { mails, answer } = work(parseJson(bytes));
      const receivedAt = inbox.now().toISOString();
      const idempotencyKey = request?.key ?? null;
      const messages = mails.map((mail) => ({ id: randomUUID(), ...mail, idempotencyKey, receivedAt }));
      const answered = answer(messages.map(({ id }) => id));
      await inbox.accept(messages, request, answered);
      follow(messages);
      return answered;
    };
    return c.json(await inbox.once(request, accept, c.var.beforeAnswer));
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

function idempotencyOf(c: Context, bytes: ArrayBuffer): Idempotency | null {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return null;
  if (key.length < 1 || key.length > 256) {
    throw new ResendError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  }
  const fingerprint = createHash("sha256").update(`${c.req.path}\n`).update(new Uint8Array(bytes)).digest("hex");
  return { key, fingerprint };
}

function isPermissive(mode = "strict"): boolean {
  if (mode === "strict" || mode === "permissive") return mode === "permissive";
  throw invalid("The `x-batch-validation` header must be `strict` or `permissive`.");
}

/** The mails of a batch. Where it is permissive, one that cannot be read is named by its place in the batch instead. */
function readBatch(body: unknown, permissive: boolean, read: (input: unknown) => Mail) {
  if (!Array.isArray(body)) throw invalid("A batch must be a list of mails.");
  if (body.length < 1 || body.length > 100) throw invalid(`A batch takes 1 to 100 mails, not ${body.length}.`);
  const mails: Mail[] = [];
  const errors: { index: number; message: string }[] = [];
  for (const [index, item] of body.entries()) {
    try {
      mails.push(read(item));
    } catch (error) {
      if (!permissive || !(error instanceof ResendError)) throw error;
      errors.push({ index, message: error.message });
    }
  }
  return { mails, errors };
}
