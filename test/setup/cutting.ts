import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";

/** Before the database has a message, or once it has it. */
export type Moment = "before" | "after";

/**
 * A way to a database that can be cut, at every message of a client. Cut before, the statement is not done; cut after, it
 * may be done, and nobody hears of it.
 */
export async function cuttable(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const open = new Set<Socket>();
  let next = 0;
  let cut: { message: number; moment: Moment } | null = null;
  const server = createServer((client) => {
    const database = dial(Number(port), hostname);
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const side of [client, database]) {
      open.add(side);
      side.on("error", end);
      side.on("close", () => {
        open.delete(side);
        end();
      });
    }
    client.on("data", (bytes) => {
      const moment = cut?.message === next ? cut.moment : null;
      next += 1;
      if (moment === "before") end();
      else if (moment === "after") {
        client.destroy();
        database.end(bytes); // the database hears it out; what it answers is lost
      } else database.write(bytes);
    });
    database.on("data", (bytes) => client.writable && client.write(bytes));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;

  return {
    url: url.href,
    /** Cuts one session, at this message from now on: the first is number 0. */
    cutAt(message: number, moment: Moment) {
      next = 0;
      cut = { message, moment };
    },
    /** Goes on without cutting. */
    mend() {
      cut = null;
    },
    async close() {
      for (const side of open) side.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
