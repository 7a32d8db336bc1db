import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Db, WriteDb } from "./db/client.ts";
import type { Log } from "./log.ts";

/** What everything takes: nothing reads the environment or the time on its own. */
export type Deps = {
  db: Db;
  /** Connections of their own for downloads: a slow reader keeps one for as long as it reads. */
  downloads: Db;
  clock: Clock;
  config: Config;
  log: Log;
  /** Starts sending soon. Losing a kick costs a minute at most. */
  kick: () => void;
};

/** What sending takes: it records each of its steps by itself, outside the frames of the registry. */
export type Sending = Deps & { db: WriteDb };
