import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { inAYear } from "./measure.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { openHeap } from "./setup/heap.ts";
import { drafted, expectAllSent, owed, startMailboxProcess } from "./setup/owed.ts";
import { type RunningWorker, startWorker } from "./setup/worker.ts";
import { mib, printTable, whole } from "./table.ts";

/** How many looks at the heap, a tenth of a second apart, before its garbage is collected and the rest counted. */
const LOOKS = 50;

/**
 * The memory of the Worker while its cron sends to so many people: of its isolate, which is what Cloudflare limits to
 * 128 MB, and of workerd's processes. Local workerd has no such limit and collects garbage when it likes: what is left
 * after a collection is what must be held, what is held before it is an upper bound.
 */
export async function workerd(server: DatabaseServer, { people = [10_000, 100_000] } = {}) {
  const rows: string[][] = [];
  const row = (what: string, count: number, { idle, peak, seconds }: Drained) => {
    const beyond = mib(peak.resident - idle.resident);
    rows.push([what, mib(idle.held), mib(peak.live), mib(peak.held), beyond, whole(count / seconds)]);
  };
  for (const count of people)
    row(whole(count), count, await drainInWorkerd({ url: await owed(server, count), people: count }));
  const large = await drafted(server, LARGE.people, LARGE.vendors);
  const what = `${whole(LARGE.people)}, of ${LARGE.vendors} vendors, announced there`;
  row(what, LARGE.people, await drainInWorkerd({ ...large, people: LARGE.people }));
  const head = [
    "recipients",
    "isolate idle",
    "peak after collecting",
    "peak before",
    "processes beyond idle",
    "mails/s",
  ];
  printTable("Memory in workerd", head, rows);
}

/** A set as large as any: it is announced from the Worker as well. */
const LARGE = { people: 2000, vendors: 300 };

/** Bytes: of the isolate with and without garbage, and of the processes. */
type Memory = { held: number; live: number; resident: number };

type Drained = { idle: Memory; peak: Memory; seconds: number };

/** Sends what is owed, or what is owed once the draft of that `number` is announced. */
async function drainInWorkerd({
  url,
  people,
  number,
}: {
  url: string;
  people: number;
  number?: number;
}): Promise<Drained> {
  const mailbox = await startMailboxProcess();
  const worker = await startWorker(url, mailbox.url);
  const heap = await openHeap(worker.inspectorUrl);
  const sql = postgres(url, { max: 1, fetch_types: false });
  const cron = () => fetch(`${worker.url}/cdn-cgi/local/scheduled`).catch(() => undefined);
  const everyMinute = setInterval(cron, 60_000);
  // An isolate that nobody asks anything does not answer the request to collect its garbage either.
  const awake = setInterval(() => fetch(`${worker.url}/readyz`).catch(() => undefined), 250);
  try {
    const idle: Memory = { held: await heap.bytes(), live: 0, resident: residentBytes(worker.processGroup) };
    const peak = { ...idle };
    const announced = number === undefined ? undefined : announce(worker, number);
    void Promise.resolve(announced).then(cron, () => {});
    for (let isAnnounced = !announced; !isAnnounced || (await countPending(sql)) > 0; ) {
      for (let looks = 0; looks < LOOKS; looks += 1) {
        await sleep(100);
        peak.held = Math.max(peak.held, await heap.bytes());
        peak.resident = Math.max(peak.resident, residentBytes(worker.processGroup));
      }
      await heap.collectGarbage();
      await announced;
      isAnnounced = true;
      peak.live = Math.max(peak.live, await heap.bytes());
    }
    await expectAllSent(url, people);
    return { idle, peak, seconds: await secondsOfSending(sql) };
  } finally {
    clearInterval(everyMinute);
    clearInterval(awake);
    heap.close();
    await sql.end();
    await worker.stop();
    await mailbox.stop();
  }
}

async function announce({ url, adminKey }: RunningWorker, number: number): Promise<void> {
  const response = await fetch(`${url}/v1/change-sets/${number}/announce`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/json" },
    body: JSON.stringify({ effectiveOn: inAYear() }),
  });
  if (!response.ok) throw new Error(`Announcing answered ${response.status}: ${await response.text()}`);
}

async function countPending(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ pending: number }[]>`
    select count(*)::integer as pending from deliveries where state = 'pending'`;
  return row?.pending ?? 0;
}

async function secondsOfSending(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ seconds: number }[]>`
    select extract(epoch from max(settled_at) - min(first_attempt_at))::float8 as seconds from batches`;
  return row?.seconds ?? Number.NaN;
}

function residentBytes(processGroup: number): number {
  const lines = execFileSync("ps", ["-eo", "pgid=,rss=,comm="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => line.trim().split(/\s+/));
  const ours = processes.filter(([group, , name]) => Number(group) === processGroup && name?.includes("workerd"));
  return ours.reduce((sum, [, kibibytes]) => sum + Number(kibibytes) * 1024, 0);
}
