import { once } from "node:events";
import type { Server } from "node:http";
import { alarm } from "./clock.ts";

/** Where a server listens, and the setting that says so. */
type Place = { what: string; port: number; host?: string | undefined; setting: string };

/** Binds a server to its port. Rejects with a sentence that names the setting, where the port is taken. */
export async function startListening(server: Server, { what, port, host, setting }: Place): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    const reason = taken ? `the port is taken; set ${setting} to a free one` : (error as Error).message;
    throw new Error(`${what} cannot listen on ${host ?? "port "}${host ? ":" : ""}${port}: ${reason}.`, {
      cause: error,
    });
  }
}

/** How long what is under way has, once no more is taken. */
const GRACE_MS = 5000;

/** Takes no more requests, and ends when those under way are answered, or after a while. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const stop = alarm(GRACE_MS, () => server.closeAllConnections());
  await closed;
  stop();
}
