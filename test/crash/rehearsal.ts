import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, vi } from "vitest";
import { connect } from "../../src/db/client.ts";
import { subscribers } from "../../src/db/schema.ts";
import { startMailbox } from "../../src/local/mailbox/server.ts";
import { newApiKey } from "../../src/model/values/api-key.ts";
import { hashEmail } from "../../src/model/values/hash.ts";
import { freshDatabase } from "../setup/database.ts";
import { PATIENT } from "../setup/patient.ts";
import type { Message } from "../setup/registry.ts";
import { appUrl } from "../setup/template.ts";
import { signed, WEBHOOK_SECRET } from "../setup/webhook.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** What the evidence of a change set says of one notice to one person. */
export type Told = { email: string; state: string; emailId: string; events: { state: string }[] };

type Sending = { state: string; pending: { batches: number; deliveries: number } };

const adminKey = newApiKey();
const tokenSecret = "a secret for tests, 32 characters or more";

/**
 * What outlives any server: a database with active followers, half of them French, and a mailbox that records what
 * it accepted in a file. Servers come and go; whatever became of them, everybody is to be told once.
 */
export async function rehearsal({ followers, url }: { followers: number; url?: string }) {
  const databaseUrl = url ?? (await ownDatabase());
  const folder = await mkdtemp(join(tmpdir(), "crash-"));
  const mailbox = await startMailbox({ port: 0, dataDir: folder, now: () => new Date() });
  const { db, close } = connect(databaseUrl, { max: 2 });
  onTestFinished(async () => {
    await close();
    await mailbox.close();
    await rm(folder, { recursive: true });
  });
  const emails = Array.from({ length: followers }, (_, index) => `follower-${index}@customer.example`);
  await db.insert(subscribers).values(
    emails.map((email, index) => ({
      email,
      emailKey: email,
      emailHash: hashEmail(tokenSecret, email),
      locale: index % 2 ? ("fr" as const) : ("en" as const),
      status: "active" as const,
      createdAt: new Date(),
      confirmedAt: new Date(),
    })),
  );

  const start = (environment: Record<string, string> = {}): Promise<ServerProcess> =>
    startServer({
      DATABASE_URL: url ?? appUrl(databaseUrl),
      DATA_DIR: folder,
      PUBLIC_URL: "https://registry.example",
      TOKEN_SECRET: tokenSecret,
      ADMIN_API_KEY: adminKey,
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: mailbox.url,
      RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
      ...environment,
    });

  const messages = async (): Promise<Message[]> =>
    ((await (await fetch(`${mailbox.url}/api/messages`)).json()) as { data: Message[] }).data;

  /** How the provider behaves from now on. */
  const provider = async (faults: { mode: "none" | "slow"; latencyMs: number }) =>
    void (await fetch(`${mailbox.url}/api/faults`, { method: "PUT", body: JSON.stringify(faults) }));

  /** Moves time for what waits: what is to be tried again later is due now. What a server has locked is left alone. */
  const makeDue = () =>
    db.execute(sql`update batches set next_attempt_at = now() where id in (
      select id from batches where next_attempt_at > now() for update skip locked)`);

  /** Moves time past the lease of a server that is gone. In earnest the others wait for it, 45 seconds at most. */
  const outliveLease = async () => {
    await db.execute(sql`update sender set leased_until = now() - interval '1 second' where holder is not null`);
    await makeDue();
  };

  const sending = (server: ServerProcess) => read<Sending>(server, "/v1/sending");

  /**
   * A server that has done its first round, and is held until it gets SIGCONT: what another is to come to meanwhile is
   * not done by this one.
   */
  async function standBy(): Promise<ServerProcess> {
    const turnOf = async () => {
      const [row] = await db.execute(sql`select xmin::text as written, holder from sender`);
      return row;
    };
    const before = await turnOf();
    const server = await start();
    await vi.waitFor(async () => {
      const now = await turnOf();
      expect(now?.written !== before?.written && now?.holder === null).toBe(true);
    }, PATIENT);
    server.signal("SIGSTOP");
    return server;
  }

  return {
    emails,
    folder,
    /** Rows of plain SQL, for what no call shows. */
    rows: async <Row extends Record<string, unknown>>(statement: string) => [
      ...(await db.execute<Row>(sql.raw(statement))),
    ],
    start,
    /** Headers of a request of the key that may everything. */
    authorization: { authorization: `Bearer ${adminKey}` },
    standBy,
    messages,
    provider,
    makeDue,
    outliveLease,
    sending,

    /** Waits until every server has done what it can, and nothing is owed any more. */
    async settled(...servers: ServerProcess[]): Promise<void> {
      for (let round = 0; ; round += 1) {
        // Retries back off; the test does not wait for them. Nobody is moved whose request is under way: it has the lease.
        if (round % 10 === 9) await makeDue();
        if (round % 10 === 0) await Promise.all(servers.map(kick));
        const states = await Promise.all(servers.map(sending));
        const [signups] = await db.execute<{ open: number }>(
          sql`select count(*)::int as open from signups where settled_at is null`,
        );
        if (signups?.open === 0 && states.every(({ state }) => state === "idle")) return;
        await sleep(100);
      }
    },

    /** The mailbox's record beside the deliveries: what everybody was told of a change set. */
    async record(server: ServerProcess, number = 1) {
      const { data: sets } = await read<{ data: { number: number; state: string }[] }>(server, "/v1/change-sets");
      const { notices, deliveries } = await read<{ notices: { id: string }[]; deliveries: Told[] }>(
        server,
        `/v1/change-sets/${number}/evidence`,
      );
      const mails = await messages();
      const about = (mail: Message) => mail.tags.some(({ value }) => value === notices[0]?.id);
      const byReader = Map.groupBy(mails.filter(about), ({ to }) => to.join());
      const told = new Map(deliveries.map((delivery) => [delivery.email, delivery]));
      return {
        changeSets: sets.map(({ number, state }) => ({ number, state })),
        notices: notices.length,
        deliveries: deliveries.length,
        lost: emails.filter((email) => !byReader.has(email)),
        doubled: [...byReader].filter(([, received]) => received.length > 1).map(([email]) => email),
        strangers: [...byReader.keys()].filter((email) => !told.has(email)),
        /** Deliveries whose evidence is not of the mail that was accepted. */
        mistaken: [...byReader].filter(([email, [mail]]) => told.get(email)?.emailId !== mail?.id),
        states: tally(deliveries.map(({ state }) => state)),
        /** Deliveries that came to a state more than once. */
        repeated: deliveries.filter(({ events }) => new Set(events.map(({ state }) => state)).size !== events.length),
        /** Mails of other notices: a confirmation to whoever asked for one. */
        others: tally(mails.filter((mail) => !about(mail)).map(({ to }) => to.join())),
      };
    },
  };
}

/** The record when each follower was told once, and each delivery names the very mail in its one state. */
export function toldOnce({ followers, delivered = 0 }: { followers: number; delivered?: number }) {
  const accepted = followers - delivered;
  return {
    changeSets: [{ number: 1, state: "announced" }],
    notices: 1,
    deliveries: followers,
    lost: [],
    doubled: [],
    strangers: [],
    mistaken: [],
    repeated: [],
    states: delivered ? { delivered, accepted } : { accepted },
    others: { [NEWCOMER]: 1 },
  };
}

export type Rehearsal = Awaited<ReturnType<typeof rehearsal>>;

async function ownDatabase(): Promise<string> {
  const { url, giveBack } = await freshDatabase();
  onTestFinished(giveBack);
  return url;
}

async function read<T>({ url }: ServerProcess, path: string): Promise<T> {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${adminKey}` } });
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

function tally(words: string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}

/** A request whose answer may be lost, which is null; any but a good one is an error. */
async function ask({ url }: ServerProcess, path: string, headers: Record<string, string>, body: string) {
  const request = { method: "POST", headers: { "content-type": "application/json", ...headers }, body };
  const answered = await fetch(url + path, request)
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => null);
  if (answered && answered.status >= 300) throw new Error(`POST ${path} answered ${answered.status}: ${answered.text}`);
  return answered;
}

/** Adds a vendor and announces it at once; whoever lost the answer repeats it with the same key. */
export async function announce(server: ServerProcess): Promise<{ changeSet: { number: number } } | null> {
  const effectiveOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const body = { name: "Hosting", services: [{ purpose: "Hosting", locations: [{ country: "FR" }] }] };
  const headers = { authorization: `Bearer ${adminKey}`, "idempotency-key": "announce-hosting" };
  const path = `/v1/vendors?announce=true&effectiveOn=${effectiveOn}`;
  const answered = await ask(server, path, headers, JSON.stringify(body));
  return answered && JSON.parse(answered.text);
}

export const NEWCOMER = "newcomer@customer.example";

/** Somebody asks to follow, which also wakes the sender; however often they ask, they get one mail in ten minutes. */
export const signUp = (server: ServerProcess) => ask(server, "/subscribe", {}, JSON.stringify({ email: NEWCOMER }));

const kick = signUp;

/** The provider's report that a mail was delivered, signed as it signs them (Svix: over id, time and body). */
export function report(server: ServerProcess, mail: Message) {
  const id = `msg_${mail.id}`;
  const tags = Object.fromEntries(mail.tags.map(({ name, value }) => [name, value]));
  const data = { email_id: mail.id, to: mail.to, tags };
  const body = JSON.stringify({ type: "email.delivered", created_at: new Date().toISOString(), data });
  return ask(server, "/hooks/resend", signed(body, { id }), body);
}

/** A file for a server to name the point at which it ended. */
export const killFile = ({ folder }: Rehearsal) => join(folder, randomUUID());
