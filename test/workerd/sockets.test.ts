import { env } from "cloudflare:workers";
import postgres from "postgres";
import { expect, test } from "vitest";

/** Of a client whose socket goes, nothing is left that nobody catches: it would end the run, or be an error in the Worker's log. */
test("a client that was idle, or lost its session, opens another and leaves no error behind", async () => {
  const client = postgres(env.OWNER_URL, { max: 1, fetch_types: false, idle_timeout: 1 });
  const session = async () => (await client<[{ pid: number }]>`select pg_backend_pid() as pid`)[0].pid;
  const first = await session();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const second = await session();
  expect(second).not.toBe(first);

  const other = postgres(env.OWNER_URL, { max: 1, fetch_types: false });
  const [lost, killed] = await Promise.allSettled([
    client`select pg_sleep(60)`,
    other`select pg_sleep(0.2), pg_terminate_backend(${second})`,
  ]);
  expect([lost.status, killed.status]).toEqual(["rejected", "fulfilled"]);
  expect(await session()).not.toBe(second);
});
