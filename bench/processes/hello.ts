import { Hono } from "hono";
import { listen } from "../setup/listen.ts";
import { input, tell } from "../setup/process.ts";

/** The least that Hono on Node can do: two words, or a page that is there already. */
const { page } = input<{ page: string }>();
const app = new Hono().get("/hello", (c) => c.text("hello world")).get("/page", (c) => c.html(page));
tell({ url: await listen(app.fetch) });
