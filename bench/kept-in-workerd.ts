import { rounds } from "./measure.ts";
import { load } from "./setup/load.ts";
import { startWorkerd } from "./setup/workerd.ts";
import { kib, percent, printTable, times, whole } from "./table.ts";

const PATHS = ["/", "/subprocessors.json", "/changes/1"];

type Measured = { vendors: number; changes: number; seconds: number; repeats: number };

/** Kept answers of the Worker in workerd, each beside a bare handler's text of the same size. */
export async function keptInWorkerd(databaseUrl: string, { vendors, changes, seconds, repeats }: Measured) {
  const first = await startWorkerd(databaseUrl, []);
  const sizes: number[] = [];
  for (const path of PATHS) sizes.push((await (await fetch(first.url + path)).bytes()).length);
  await first.stop();
  const workerd = await startWorkerd(databaseUrl, sizes);
  try {
    const rows: string[][] = [];
    for (const [index, path] of PATHS.entries()) {
      const costOf = async (url: string) => {
        const [before, started] = [workerd.cpu(), performance.now()];
        const { perSecond, p99 } = await load(url, { seconds });
        return { perSecond, p99, cpu: (workerd.cpu() - before) / (perSecond * (performance.now() - started)) };
      };
      const round = async () => {
        const ours = await costOf(workerd.url + path);
        const bare = await costOf(`${workerd.bareUrl}/${sizes[index]}`);
        return { ours: ours.perSecond, bare: bare.perSecond, p99: ours.p99 / bare.p99, cpu: bare.cpu / ours.cpu };
      };
      await round();
      const is = await rounds(repeats, round);
      rows.push([
        path,
        kib(sizes[index] ?? 0),
        whole(is.ours),
        percent(is.ours / is.bare),
        percent(is.cpu),
        times(is.p99),
      ]);
    }
    printTable(
      `${whole(vendors)} vendors, ${whole(changes)} changes: kept answers in workerd (medians of ${repeats})`,
      ["what is answered", "KiB", "requests/s", "of a bare handler's", "by CPU time", "p99, of the bare one's"],
      rows,
    );
  } finally {
    await workerd.stop();
  }
}
