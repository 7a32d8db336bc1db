import { rounds } from "./measure.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { load } from "./setup/load.ts";
import { start } from "./setup/process.ts";
import { openRegistry } from "./setup/registry.ts";
import { percent, printTable, whole } from "./table.ts";

/** Public answers of the registry's own server, kept and made anew, beside what Hono on Node can do at most. */
export async function page(server: DatabaseServer, { seconds = 5, repeats = 3 } = {}) {
  const url = await server.fresh();
  const registry = openRegistry({ url });
  await registry.fill();
  await registry.close();
  const app = await start<{ url: string }>("server", { url });
  const hello = await start<{ url: string }>("hello");
  try {
    const list = await fetch(`${app.answer.url}/`);
    const etag = list.headers.get("etag");
    if (etag === null) throw new Error("The page has no ETag");
    const kib = whole((await list.bytes()).length / 1024);
    const asked: [what: string, address: string, ifNoneMatch?: string][] = [
      ["hello world", hello.answer.url],
      ["the page", `${app.answer.url}/`],
      ["the page, unchanged (304)", `${app.answer.url}/`, etag],
      ["/subprocessors.json", `${app.answer.url}/subprocessors.json`],
      ["the page, searched: made anew each time", `${app.answer.url}/?q=e`],
    ];
    const ask = async (forSeconds: number) => {
      const answered: Record<string, number> = {};
      for (const [what, address, ifNoneMatch] of asked)
        answered[what] = await load(address, { seconds: forSeconds, ...(ifNoneMatch && { ifNoneMatch }) });
      return answered;
    };
    await ask(1);
    const perSecond = await rounds(repeats, () => ask(seconds));
    const most = perSecond["hello world"] ?? Number.NaN;
    printTable(
      `The public page, ${kib} KiB (median of ${repeats})`,
      ["what is answered", "requests/s", "of hello world"],
      Object.entries(perSecond).map(([what, each]) => [what, whole(each), percent(each / most)]),
    );
  } finally {
    await hello.stop();
    await app.stop();
  }
}
