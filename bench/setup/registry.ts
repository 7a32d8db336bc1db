import { sql } from "drizzle-orm";
import { createApp } from "../../src/app.ts";
import { clockFrom, realTimer } from "../../src/clock.ts";
import { connect } from "../../src/db/client.ts";
import { fillEmpty } from "../../src/local/example.ts";
import { newApiKey } from "../../src/model/values/api-key.ts";
import type { SendingDeps } from "../../src/notify/drain.ts";
import { resendMailer } from "../../src/notify/resend.ts";
import { inAYear } from "../measure.ts";

export type Registry = ReturnType<typeof openRegistry>;

/** The registry over a database that was made before, sending to `mailboxUrl`. Logs nothing unless told to. */
export function openRegistry({ url, mailboxUrl = "http://127.0.0.1:1" }: { url: string; mailboxUrl?: string }) {
  const { db, close } = connect(url, { max: 10 });
  const adminKey = newApiKey();
  const deps: SendingDeps = {
    db,
    downloads: db,
    clock: clockFrom(),
    timer: realTimer,
    config: {
      publicUrl: "https://registry.example",
      tokenSecret: "a secret for benches, 32 characters or more",
      mailFrom: "Registry <registry@registry.example>",
      signIn: { byMail: true, oidc: null, access: null, roles: [] },
      adminApiKey: adminKey,
      resend: { apiKey: "re_bench", baseUrl: mailboxUrl, webhookSecrets: [] },
    },
    log: () => {},
    kick: () => {},
    mailer: resendMailer({ apiKey: "re_bench", baseUrl: mailboxUrl, webhookSecrets: [] }),
  };
  const app = createApp(() => ({ deps, ip: "203.0.113.7", gate: () => Promise.resolve(true) }));
  const call = async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${adminKey}`, "content-type": "application/json" };
    const response = await app.request(path, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { number: number; changeSet: { number: number } };
  };
  return {
    app,
    deps,
    adminKey,
    close,
    call,
    /** The register of an example company, published. */
    fill: () => fillEmpty(deps, "better-isms"),
    /** As many people who follow it, every fourth in French. */
    follow: (people: number) => follow(deps, people),
    /** A draft that adds a vendor, or several, which everyone is told of. Gives its number. */
    draft: async (vendors = 1) => {
      const newcomer = () => ({ ...addition, name: `Newcomer ${crypto.randomUUID()}` });
      const { number } = (await call("POST", "/v1/vendors", newcomer())).changeSet;
      for (let made = 1; made < vendors; made += 1) await call("POST", `/v1/vendors?changeSet=${number}`, newcomer());
      return number;
    },
    announce: (number: number) => call("POST", `/v1/change-sets/${number}/announce`, { effectiveOn: inAYear() }),
  };
}

const addition = {
  services: [
    {
      purpose: "Customer support by chat",
      locations: [{ country: "US" }, { country: "FR", kind: "storage" }],
      dataCategories: ["Contact data", "Usage data"],
      safeguards: [{ mechanism: "scc", module: 3, regimes: ["eu"] }],
    },
  ],
};

async function follow({ db }: SendingDeps, people: number): Promise<void> {
  await db.execute(sql`
    insert into subscribers (email, email_key, email_hash, locale, status, created_at, confirmed_at)
    select address, address, encode(sha256(address::bytea), 'hex'), case when n % 4 = 0 then 'fr' else 'en' end, 'active', now(), now()
    from (select n, 'follower-' || n || '@example.com' as address from generate_series(1, ${people}::integer) n) made`);
  await db.execute(sql`vacuum analyze subscribers`);
}
