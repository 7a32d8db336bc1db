import { connect, type WriteDb } from "../../src/db/client.ts";
import { appUrl } from "./template.ts";

/** Connections to one database. A new one costs more than most statements: they stay open for the tests that come next. */
export type Clients = {
  /** The owner of the tables, as whom tests look and tamper. */
  owner: WriteDb;
  /** What the app has, in the role it is to have. */
  own: WriteDb;
  downloads: WriteDb;
  close(): Promise<void>;
  closed: boolean;
};

export function openClients(url: string): Clients {
  const [owner, own, downloads] = [
    connect(url, { max: 5 }),
    connect(appUrl(url), { max: 5 }),
    connect(appUrl(url), { max: 4 }),
  ];
  const clients: Clients = {
    owner: owner.db,
    own: own.db,
    downloads: downloads.db,
    closed: false,
    async close() {
      clients.closed = true;
      await Promise.all([owner.close(), own.close(), downloads.close()]);
    },
  };
  return clients;
}

/** Connections lent to one registry: whatever it has left under way when they are taken back does not reach the next. */
export function lend({ owner, own, downloads }: Clients) {
  let over = false;
  const until = (db: WriteDb) =>
    new Proxy(db, {
      get(target, name) {
        if (over) throw new Error("The test whose registry this is has ended");
        return Reflect.get(target, name);
      },
    });
  const takeBack = () => {
    over = true;
  };
  return { owner: until(owner), own: until(own), downloads: until(downloads), takeBack };
}
