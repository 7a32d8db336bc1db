import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { PATIENT } from "../setup/patient.ts";
import { announce, type Rehearsal, rehearsal, toldOnce } from "./rehearsal.ts";
import { restartablePostgres } from "./restartable.ts";
import type { ServerProcess } from "./server-process.ts";

const FOLLOWERS = 400;
const CUSTOMERS = 20_000;
const CONTACTS = 100;

/**
 * PostgreSQL is restarted in the middle of an import, of sending, and of two downloads of more than sockets hold, while
 * others read and write all the time. Whoever is turned away asks again, and writes again under the same key.
 */
test("PostgreSQL is restarted in mid-import, mid-drain and mid-download: only 200s and 503s, the page from memory, everything once", async () => {
  const postgres = await restartablePostgres();
  const r = await rehearsal({ followers: FOLLOWERS, url: postgres.url });
  const server = await r.start();
  const { ask, answers } = client(server, r);
  expect((await ask("GET", "/")).status).toBe(200);
  const load = startLoad(ask);

  /** Leaves PostgreSQL away until everybody has met that, and the server has said what is to be in its output. */
  async function restart(said = "") {
    await postgres.stop();
    const before = answers.length;
    await vi.waitFor(() => {
      const meanwhile = answers.slice(before).map(({ path, status }) => `${path} ${status}`);
      expect(meanwhile).toEqual(expect.arrayContaining(["/ 200", "/v1/vendors 503", "/v1/change-sets 503"]));
      expect(server.output()).toContain(said);
    }, PATIENT);
    await postgres.start();
  }

  const lines = Array.from({ length: CUSTOMERS }, (_, n) => `c-${n},Customer ${n},dpo-${n % CONTACTS}@group.example`);
  const importing = () =>
    ask("POST", "/v1/customers/import", ["externalId,name,email", ...lines].join("\n"), "text/csv");
  const imported = importing();
  await vi.waitFor(async () => expect(await r.rows(INSERTING_CUSTOMERS)).not.toEqual([]), { ...PATIENT, interval: 1 });
  await restart();
  expect((await imported).status).toBe(503);
  await vi.waitFor(async () => expect(await r.rows("select from customers")).toEqual([]), PATIENT);
  await vi.waitFor(async () => expect((await importing()).status).toBe(200), PATIENT);

  await r.provider({ mode: "slow", latencyMs: 300 });
  const announced = await announce(server);
  // A batch is accepted: its answer arrives while there is nowhere to record it.
  await vi.waitFor(async () => expect((await r.messages()).length).toBeGreaterThanOrEqual(100), PATIENT);
  await restart('"event":"drain.failed","unavailable":true');

  const number = announced?.changeSet.number;
  const downloads = await Promise.all([
    begin(server, r, `/v1/change-sets/${number}/evidence`, "application/json"),
    begin(server, r, "/v1/customers", "text/csv"),
  ]);
  await restart();
  for (const { rest } of downloads) await expect(rest()).rejects.toThrow();

  const written = await load.stop();
  await r.provider({ mode: "none", latencyMs: 0 });
  await vi.waitFor(r.outliveLease, PATIENT);
  await vi.waitFor(() => r.settled(server), PATIENT);
  for (const path of READ) await vi.waitFor(async () => expect((await ask("GET", path)).status).toBe(200), PATIENT);
  const verified = JSON.parse((await ask("GET", "/v1/audit/verify")).text);
  expect(verified).toMatchObject({ ok: true, bad: [] });
  const drafts = await r.rows<{ number: number }>("select number from change_sets where state = 'draft' order by 1");
  expect(drafts.map((draft) => draft.number)).toEqual(written);
  expect(written.length).toBeGreaterThan(0);
  expect(await r.rows(LEFT_OPEN)).toEqual([]);
  expect(await r.rows("select count(*)::int as customers from customers")).toEqual([{ customers: CUSTOMERS }]);
  expect(await r.record(server, number)).toEqual({
    ...toldOnce({ followers: FOLLOWERS + CONTACTS }),
    changeSets: expect.any(Array),
  });
  const others = await r.rows("select number from change_sets where state not in ('draft', 'baseline')");
  expect(others).toEqual([{ number }]);

  const unforeseen = answers.filter(({ path, status, type }) =>
    status === 503 ? path === "/" || type !== "application/problem+json" : ![200, 201].includes(status),
  );
  expect(unforeseen).toEqual([]);
});

const READ = ["/", "/v1/vendors", "/v1/customers", "/v1/sending", "/v1/audit", "/healthz", "/readyz"];

const OTHERS = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
const INSERTING_CUSTOMERS = `select ${OTHERS} and state = 'active' and query ilike '%insert into "customers"%'`;
const LEFT_OPEN = `select query ${OTHERS} and state like 'idle in transaction%'`;

type Answer = { path: string; status: number; type: string | null; text: string };
type Ask = (method: string, path: string, body?: string, type?: string, headers?: object) => Promise<Answer>;

/** Asks the server, and keeps how it answered: 0 where no answer came, or it was broken off. */
function client(server: ServerProcess, r: Rehearsal): { ask: Ask; answers: Omit<Answer, "text">[] } {
  const answers: Omit<Answer, "text">[] = [];
  const ask: Ask = async (method, path, body, type = "application/json", more = {}) => {
    const headers = { ...r.authorization, ...(body !== undefined && { "content-type": type }), ...more };
    const answer = await fetch(server.url + path, { method, headers, ...(body !== undefined && { body }) })
      .then(async (response) => ({
        status: response.status,
        type: response.headers.get("content-type"),
        text: await response.text(),
      }))
      .catch((error: Error) => ({ status: 0, type: error.message, text: "" }));
    answers.push({ path, status: answer.status, type: answer.type });
    return { path, ...answer };
  };
  return { ask, answers };
}

/** Two who read and one who makes drafts, each without a pause. The numbers of the drafts that were answered, when stopped. */
function startLoad(ask: Ask) {
  const numbers: number[] = [];
  const ended = { load: false, test: false };
  onTestFinished(() => void Object.assign(ended, { load: true, test: true }));
  async function again(call: () => Promise<unknown>) {
    for (; !ended.load; await sleep(5)) await call();
  }
  /** Asks until it is answered, even when the load has ended: a draft may have been made, and the answer lost. */
  async function draft() {
    const key = { "idempotency-key": crypto.randomUUID() };
    for (let made = false; !made && !ended.test; ) {
      const { status, text } = await ask("POST", "/v1/change-sets", "{}", "application/json", key);
      made = status === 201;
      if (made) numbers.push(JSON.parse(text).number);
      else await sleep(5);
    }
  }
  const loops = [again(() => ask("GET", "/")), again(() => ask("GET", "/v1/vendors")), again(draft)];
  return {
    async stop() {
      ended.load = true;
      await Promise.all(loops);
      return numbers;
    },
  };
}

/** A download of which only the first piece is taken. */
async function begin(server: ServerProcess, r: Rehearsal, path: string, accept: string) {
  const response = await fetch(server.url + path, { headers: { ...r.authorization, accept } });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  return {
    async rest() {
      while (!(await reader?.read())?.done);
    },
  };
}
