import { Hono } from "hono";
import { listen } from "../setup/listen.ts";
import { tell } from "../setup/process.ts";

/** The least that Hono on Node can do: answer two words. */
const app = new Hono().get("/", (c) => c.text("hello world"));
tell({ url: await listen(app.fetch) });
