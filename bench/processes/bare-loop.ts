import { Resend } from "resend";
import { drain } from "../../src/notify/drain.ts";
import { type Mailer, NO_LIMITS, type OutgoingMail } from "../../src/notify/mailer.ts";
import { input, tell } from "../setup/process.ts";
import { openRegistry } from "../setup/registry.ts";

/** What the official SDK does alone: one batch after another, no database. The mails are those that a drain sends. */
const { url, mailboxUrl, requests } = input<{ url: string; mailboxUrl: string; requests: number }>();
const frozen: OutgoingMail[][] = [];
const keeping: Mailer = {
  send: async (mails) => {
    frozen.push(mails);
    const accepted = mails.map(() => ({ emailId: crypto.randomUUID() }));
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
