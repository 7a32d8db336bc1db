import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

/** Serves an app on any free port of this machine, and gives its address. */
export async function listen(fetch: Parameters<typeof serve>[0]["fetch"]): Promise<string> {
  const server = serve({ fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
