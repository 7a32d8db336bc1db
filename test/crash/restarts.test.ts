import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { PATIENT } from "../setup/patient.ts";
import { announce, type Rehearsal, rehearsal, signUp, toldOnce } from "./rehearsal.ts";
import { restartablePostgres } from "./restartable.ts";

/** What stops and goes on while a notice is being sent: the database, one of two servers, any server at any moment. */

const accepted = (r: Rehearsal, atLeast: number) =>
  vi.waitFor(async () => expect((await r.messages()).length).toBeGreaterThanOrEqual(atLeast), PATIENT);

test("PostgreSQL is restarted in mid-drain, and the server goes on: nobody is missed, nobody is told twice", async () => {
  const followers = 450;
  const postgres = await restartablePostgres();
  const r = await rehearsal({ followers, url: postgres.url });
  const server = await r.start();
  await r.provider({ mode: "slow", latencyMs: 400 });
  await announce(server);

  // The second batch is accepted: its answer arrives while there is nowhere to record it.
  await accepted(r, 200);
  await postgres.stop();
  await vi.waitFor(() => expect(server.output()).toContain('"event":"drain.failed","unavailable":true'), PATIENT);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await r.messages()).length).toBeLessThan(followers);

  await postgres.start();
  await vi.waitFor(async () => expect((await fetch(`${server.url}/readyz`)).status).toBe(200), PATIENT);
  await r.provider({ mode: "none", latencyMs: 0 });
  await r.outliveLease();
  await r.settled(server);
  expect(await r.record(server)).toEqual(toldOnce({ followers }));
});

test("two servers that drain at once are one sender: each batch is tried once", async () => {
  const followers = 600;
  const r = await rehearsal({ followers });
  const servers = await Promise.all([r.start(), r.start()]);
  const [one, other] = servers;
  await r.provider({ mode: "none", latencyMs: 40 });
  await announce(one);
  for (let sent = 0; sent < followers; sent = (await r.messages()).length) await Promise.all(servers.map(signUp));
  await r.settled(...servers);

  expect(await r.record(other)).toEqual(toldOnce({ followers }));
  const attempts = servers.flatMap((server) => server.output().match(/"event":"batch.attempted".*/g) ?? []);
  expect(attempts).toHaveLength(followers / 100 + 1); // and the confirmation of whoever signed up
  expect(attempts.filter((line) => !line.includes('"attempt":1,"outcome":"accepted"'))).toEqual([]);
});

test("killed at six random moments of one drain: nobody is missed, nobody is told twice", async () => {
  const followers = 600;
  const r = await rehearsal({ followers });
  const random = randomOf(20_261_121);
  let kills = 0;
  while (kills < 6) {
    // "slow" is killed mostly after its mails were accepted, "none" mostly before they were looked at.
    await r.provider({ mode: random() < 0.5 ? "slow" : "none", latencyMs: 200 });
    const server = await r.start();
    if (kills === 0) await announce(server);
    await vi.waitFor(
      async () => expect(await r.rows("select 1 from sender where leased_until > now()")).not.toEqual([]),
      { ...PATIENT, interval: 5 },
    );
    await sleep(random() * 350);
    server.signal("SIGKILL");
    expect(await server.ended).toBe("SIGKILL");
    if ((await r.rows("select 1 from batches where state = 'pending'")).length === 0) break;
    kills += 1;
    await r.outliveLease();
  }
  expect(kills).toBeGreaterThan(0);
  await r.provider({ mode: "none", latencyMs: 0 });
  const last = await r.start();
  await r.settled(last);
  expect(await r.record(last)).toEqual(toldOnce({ followers }));
});

/** Numbers from 0 to 1, the same for the same seed (Lehmer's generator). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
