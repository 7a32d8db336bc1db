import { once } from "node:events";
import { serve } from "@hono/node-server";
import { input, tell } from "../setup/process.ts";
import { openRegistry } from "../setup/registry.ts";

/** The whole HTTP surface over a database, on Node; nothing is sent from here. */
const { app, adminKey } = openRegistry(input<{ url: string }>());
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
await once(server, "listening");
const address = server.address();
tell({ url: `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`, adminKey });
process.on("message", () => tell({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
