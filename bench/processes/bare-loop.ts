import { type CreateBatchOptions, Resend } from "resend";
import { drain } from "../../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../../src/notify/mailer.ts";
import { input, tell } from "../setup/process.ts";
import { openRegistry } from "../setup/registry.ts";

/** What the official SDK does alone: one batch after another, no database. The mails are those that a drain sends. */
const { url, mailboxUrl, requests } = input<{ url: string; mailboxUrl: string; requests: number }>();
const frozen: CreateBatchOptions[] = [];
const keeping: Mailer = {
  send: async ({ body, mails }) => {
    const written: (CreateBatchOptions[number] & { reply_to: string })[] = JSON.parse(Buffer.from(body).toString());
    frozen.push(written.map(({ reply_to: replyTo, ...mail }) => ({ ...mail, replyTo })));
    const accepted = Array.from({ length: mails }, () => ({ emailId: crypto.randomUUID() }));
    return { outcome: { kind: "accepted", mails: accepted }, limits: NO_LIMITS };
  },
};
const { deps, close } = openRegistry({ url });
await drain({ ...deps, mailer: keeping }, { budgetMs: 60_000 });
await close();

const resend = new Resend("re_bench", { baseUrl: mailboxUrl });
const started = performance.now();
for (let request = 0; request < requests; request += 1) {
  const mails = frozen[request % frozen.length] ?? [];
  const options = { idempotencyKey: crypto.randomUUID(), batchValidation: "permissive" } as const;
  const { error } = await resend.batch.send(mails, options);
  if (error) throw new Error(error.message);
}
tell({ ms: performance.now() - started, bytes: JSON.stringify(frozen[0]).length });
process.disconnect();
