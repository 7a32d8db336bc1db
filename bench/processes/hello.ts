import { Hono } from "hono";
import { listen } from "../setup/listen.ts";
import { cpuTime, input, tell } from "../setup/process.ts";

/** The least that Hono on Node can do: answer two words, or at `/<bytes>` a text of that size. */
const app = new Hono().get("/", (c) => c.text("hello world"));
for (const bytes of input<{ sizes: number[] }>().sizes) {
  const text = "hello world ".repeat(Math.ceil(bytes / 12)).slice(0, bytes);
  app.get(`/${bytes}`, (c) => c.text(text));
}
tell({ url: await listen(app.fetch) });
process.on("message", () => tell({ cpu: cpuTime() }));
