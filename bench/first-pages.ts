import { nextTurn } from "../src/clock.ts";
import { renderRegistry, renderRegistryInTurns } from "../src/page/register/registry.tsx";
import { markupOf, writeMarkup } from "./setup/bare-markup.ts";
import { registerOf } from "./setup/history.ts";
import { kib, printTable, times, whole } from "./table.ts";

const LISTS = [10, 100, 1000].flatMap((vendors) => [10, 3000].map((changes) => ({ vendors, changes })));

const WARMING = 20;
const MOST_REPEATS = 1000;

/**
 * The page of a list that was just published, of which nothing is known yet, beside its own markup written by `hono/jsx` with
 * nothing worked out: by CPU time, in which what else the machine does has no part. And the longest that anybody else had to
 * wait meanwhile, in the least disturbed of the repeats.
 */
export async function firstPages({ milliseconds = 4000 } = {}): Promise<void> {
  const rows: string[][] = [];
  for (const { vendors, changes } of LISTS) {
    const register = registerOf(vendors, changes);
    // As it is read anew: what was worked out of the one before is not known of this one.
    const view = () => ({
      register: { ...register, history: [...register.history] },
      today: "2026-11-21",
      locale: "en" as const,
      publicUrl: "https://registry.example",
      at: null,
      filters: {},
    });
    const html = renderRegistry(view());
    const markup = markupOf(html);
    const of = { page: 0, bare: 0 };
    let wait = Number.POSITIVE_INFINITY;
    let repeats = -WARMING;
    // A thread's time is counted in ticks, so that a few pages say nothing.
    for (; repeats < MOST_REPEATS && of.page < milliseconds; repeats += 1) {
      const [page, bare] = [cpuOf(() => renderRegistry(view())), cpuOf(() => writeMarkup(markup))];
      if (repeats % 10 === 0) {
        const longest = longestPiece();
        await renderRegistryInTurns(view(), nextTurn);
        wait = Math.min(wait, longest());
      }
      if (repeats < 0) continue;
      of.page += page;
      of.bare += bare;
    }
    const figures = [
      (of.page / repeats).toFixed(1),
      (of.bare / repeats).toFixed(1),
      times(of.page / of.bare),
      wait.toFixed(1),
    ];
    rows.push([`${whole(vendors)} vendors, ${whole(changes)} changes`, kib(Buffer.byteLength(html)), ...figures]);
  }
  const head = ["the page first made", "KiB", "CPU, ms", "bare hono/jsx, ms", "ratio", "longest piece, ms"];
  printTable("First pages", head, rows);
}

/** The CPU time of this thread for something, in milliseconds. */
function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Begins to watch; what it gives ends that, and tells for how many milliseconds at most nobody else had a turn. */
function longestPiece(): () => number {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    isOver = true;
    look();
    return longest;
  };
}
