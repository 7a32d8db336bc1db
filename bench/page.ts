import { firstPages } from "./first-pages.ts";
import { keptInWorkerd } from "./kept-in-workerd.ts";
import { inAYear, rounds } from "./measure.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { publishList } from "./setup/list.ts";
import { type Answered, load } from "./setup/load.ts";
import { startNginx } from "./setup/nginx.ts";
import { type Child, start } from "./setup/process.ts";
import { openRegistry } from "./setup/registry.ts";
import { kib, percent, printTable, times, whole } from "./table.ts";

/** Lists by their vendors, and by the changes since they were first published. */
const LISTS = [
  { vendors: 10, changes: 10 },
  { vendors: 100, changes: 10 },
  { vendors: 100, changes: 3000 },
  { vendors: 1000, changes: 10 },
];

/** Public pages and formats: first made, and then kept, on Node and in workerd. */
export async function page(server: DatabaseServer, { lists = LISTS, seconds = 1, repeats = 5 } = {}) {
  await firstPages();
  for (const list of lists) {
    const url = await server.fresh();
    const registry = openRegistry({ url });
    const change = await publishList(registry, list.vendors);
    await change(list.changes);
    await registry.close();
    await kept(url, { ...list, seconds, repeats });
    if (list.changes === 10) await keptInWorkerd(url, { ...list, seconds, repeats });
  }
}

const ASKED = [
  { what: "the page", path: "/" },
  { what: "the page, unchanged (304)", path: "/", isKnown: true },
  { what: "the page of another day (?at=)", path: `/?at=${inAYear()}` },
  { what: "/subprocessors.json", path: "/subprocessors.json" },
  { what: "/feed.atom", path: "/feed.atom" },
  { what: "/changes/1", path: "/changes/1" },
];

type Measured = { vendors: number; changes: number; seconds: number; repeats: number };

/**
 * Kept answers of the registry's own server, each beside a text of the same size from Hono on Node, and a file of it from
 * nginx where there is one. Measured in turns, so that what else the machine does hits all of them alike.
 */
async function kept(databaseUrl: string, { vendors, changes, seconds, repeats }: Measured): Promise<void> {
  const app = await start<{ url: string }>("server", { url: databaseUrl });
  const asked: (Omit<(typeof ASKED)[number], "isKnown"> & { bytes: number; etag?: string | undefined })[] = [];
  for (const { what, path, isKnown } of ASKED) {
    const answer = await fetch(app.answer.url + path, { headers: { "accept-encoding": "identity" } });
    const bytes = (await answer.bytes()).length;
    asked.push({ what, path, bytes, etag: isKnown ? (answer.headers.get("etag") ?? "") : undefined });
  }
  const sizes = asked.map(({ bytes }) => bytes);
  const hello = await start<{ url: string }>("hello", { sizes });
  const nginx = await startNginx(sizes);
  try {
    const rows: string[][] = [];
    for (const { what, path, bytes, etag } of asked) {
      const asOf = (ifNoneMatch?: string) => ({ seconds, ifNoneMatch });
      const file = nginx && `${nginx.url}/${bytes}`;
      const fileTag = file && etag !== undefined ? ((await fetch(file)).headers.get("etag") ?? "") : undefined;
      const round = async () => {
        const ours = await costOf(app, () => load(app.answer.url + path, asOf(etag)));
        const theirs = await costOf(hello, () => load(`${hello.answer.url}/${bytes}`, asOf()));
        const files = file ? (await load(file, asOf(fileTag))).perSecond : Number.NaN;
        return { ...named("ours", ours), ...named("hello", theirs), files };
      };
      await round();
      const is = await rounds(repeats, round);
      rows.push([
        what,
        kib(bytes),
        whole(is.oursPerSecond),
        percent(is.oursPerSecond / is.helloPerSecond),
        percent(is.helloCpu / is.oursCpu),
        `${is.oursP99.toFixed(1)} (${times(is.oursP99 / is.helloP99)})`,
        nginx ? percent(is.oursPerSecond / is.files) : "–",
      ]);
    }
    printTable(
      `${whole(vendors)} vendors, ${whole(changes)} changes: kept answers on Node (medians of ${repeats}); ${nginx?.version ?? "no nginx here"}`,
      ["what is answered", "KiB", "requests/s", "of hello's", "by CPU time", "p99, ms (of hello's)", "of nginx's"],
      rows,
    );
  } finally {
    await nginx?.stop();
    await hello.stop();
    await app.stop();
  }
}

type Cost = Answered & { cpu: number };

/** With the CPU time of the process for each answer, in microseconds: what else the machine does has no part in that. */
async function costOf(child: Child<unknown>, work: () => Promise<Answered>): Promise<Cost> {
  const before = await child.ask<{ cpu: number }>();
  const started = performance.now();
  const answered = await work();
  const answers = (answered.perSecond * (performance.now() - started)) / 1000;
  const after = await child.ask<{ cpu: number }>();
  return { ...answered, cpu: (after.cpu - before.cpu) / answers };
}

function named<Name extends string>(name: Name, { perSecond, p99, cpu }: Cost) {
  return { [`${name}PerSecond`]: perSecond, [`${name}P99`]: p99, [`${name}Cpu`]: cpu } as Record<
    `${Name}PerSecond` | `${Name}P99` | `${Name}Cpu`,
    number
  >;
}
