import type { Clock } from "../../clock.ts";
import { isUnavailable } from "../../db/errors.ts";
import type { Deps } from "../../deps.ts";
import type { Register } from "../../model/change/register.ts";
import { dayOf, type IsoDate } from "../../model/values/dates.ts";
import { loadRegister } from "../../registry/log/register.ts";
import { latestSnapshot } from "../../registry/log/snapshots.ts";

/** What public pages are made of. While nothing of it changes, it is the same object. */
export type Published = {
  register: Register;
  /** It comes from memory, because the database does not answer. */
  stale: boolean;
  /** The day it is in the organisation's time zone. */
  today: IsoDate;
};

export type PublishedReader = {
  /** What was read so recently that the database need not be asked; else null. */
  recent(): Published | null;
  /** What was read last, however long ago; null where nothing was. */
  last(): Published | null;
  /** Asks the database which version there is, unless that was done recently; reads the register only when it changed. */
  read(deps: Deps): Promise<Published>;
  /** Something may have been published: whoever comes next has the database asked. */
  askAnew(): void;
};

/** For so many milliseconds what was found is taken to be so still. */
const RECENT_MS = 1000;

/** How long a reader waits for the database before the list comes from memory; and while it is known not to answer. */
const PATIENCE_MS = { answering: 3000, silent: 1000 };

/** By which clock the database is asked at most once a second; whether once for all who wait. */
export type Asking = { clock: Clock; together: boolean };

/**
 * Keeps the last register read, so that the page is served while the database is down. Without `by`, the database is
 * asked for each reader.
 */
export function publishedReader(by: Asking | null): PublishedReader {
  let last: Published | null = null;
  let askedAt = Number.NaN;
  let asking: Promise<Published> | null = null;
  let writes = 0;

  const recent = () => {
    const age = by === null ? Number.NaN : by.clock.now().getTime() - askedAt;
    return age >= 0 && age < RECENT_MS ? last : null;
  };

  async function look({ db, clock: { now } }: Deps): Promise<Published> {
    const patience = last?.stale ? PATIENCE_MS.silent : PATIENCE_MS.answering;
    try {
      const version = await within(patience, latestSnapshot(db));
      const known = last !== null && version !== null && last.register.snapshot?.hash === version.hash;
      const register = known && last ? last.register : await within(patience, loadRegister(db));
      return as(register, false, now());
    } catch (error) {
      if (!last || !isUnavailable(error)) throw error;
      return as(last.register, true, now());
    }
  }

  function as(register: Register, stale: boolean, now: Date): Published {
    const today = dayOf(register.calendar, now);
    const isSame = last?.register === register && last.stale === stale && last.today === today;
    return isSame && last ? last : { register, stale, today };
  }

  async function readNow(deps: Deps): Promise<Published> {
    const at = by?.clock.now().getTime() ?? Number.NaN;
    const mine = look(deps);
    const before = writes;
    asking = mine;
    try {
      const found = await mine;
      // What was asked before something was published may have been answered with the version before it.
      if (before === writes) {
        last = found;
        askedAt = at;
      }
      return found;
    } finally {
      if (asking === mine) asking = null;
    }
  }

  return {
    recent,
    last: () => last,
    read: async (deps) => recent() ?? ((by?.together && asking) || readNow(deps)),
    askAnew() {
      writes += 1;
      askedAt = Number.NaN;
      asking = null;
    },
  };
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new SlowDatabase()), milliseconds);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}

class SlowDatabase extends Error {
  readonly code = "CONNECT_TIMEOUT";
}
