import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { onTestFinished } from "vitest";
import { provider } from "./provider.ts";

/** An identity provider that listens on this machine until the test is over. */
export async function issuer({ now }: { now: () => Date }) {
  let answer: (request: Request) => Promise<Response> = () => Promise.reject(new Error("It listens too early"));
  const server = createServer(getRequestListener((request) => answer(request)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const made = await provider(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, now);
  answer = made.answer;
  return made;
}
