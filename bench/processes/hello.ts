import { once } from "node:events";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { input, tell } from "../setup/process.ts";

/** The least that Hono on Node can do: two words, or a page that is there already. */
const { page } = input<{ page: string }>();
const app = new Hono().get("/hello", (c) => c.text("hello world")).get("/page", (c) => c.html(page));
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
await once(server, "listening");
const address = server.address();
tell({ url: `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}` });
