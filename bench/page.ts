import { rounds } from "./measure.ts";
import { startApp } from "./setup/app.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { load } from "./setup/load.ts";
import { start } from "./setup/process.ts";
import { openRegistry } from "./setup/registry.ts";
import { percent, printTable, whole } from "./table.ts";

/** The public page, rendered for each reader from the register in memory, beside what Hono on Node can do at most. */
export async function page(server: DatabaseServer, { seconds = 5, repeats = 3 } = {}) {
  const url = await server.fresh();
  const registry = openRegistry({ url });
  await registry.fill();
  await registry.close();
  const app = await startApp(url);
  const address = `${app.url}/`;
  const text = await (await fetch(address, { headers: { accept: "text/html" } })).text();
  const hello = await start<{ url: string }>("hello", { page: text });
  try {
    const warm = { seconds: 1 };
    for (const each of [address, `${hello.answer.url}/hello`, `${hello.answer.url}/page`]) await load(each, warm);
    const perSecond = await rounds(repeats, async () => ({
      hello: await load(`${hello.answer.url}/hello`, { seconds }),
      ready: await load(`${hello.answer.url}/page`, { seconds }),
      rendered: await load(address, { seconds }),
    }));
    printTable(
      `The public page, ${whole(Buffer.byteLength(text) / 1024)} KiB (median of ${repeats})`,
      ["what is answered", "requests/s", "of hello world"],
      [
        ["hello world", whole(perSecond.hello), ""],
        ["the page's bytes from memory", whole(perSecond.ready), percent(perSecond.ready / perSecond.hello)],
        ["the page, rendered", whole(perSecond.rendered), percent(perSecond.rendered / perSecond.hello)],
      ],
    );
  } finally {
    await hello.stop();
    await app.stop();
  }
}
