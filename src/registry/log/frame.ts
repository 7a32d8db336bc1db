import type { Db } from "../../db/client.ts";
import { organisation as table } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { Performed } from "../../model/actions.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { type Actor, type AuditInput, audit } from "./audit.ts";

/** What a verb needs that owes nobody anything. */
export type Bare = Pick<Deps, "db" | "clock"> & Partial<Pick<Deps, "kick">>;

/** The registry's one write lock. Its private member can be neither written down elsewhere nor copied along. */
class Lock {
  #isHeld = true;

  get isHeld(): boolean {
    return this.#isHeld;
  }

  release(): void {
    this.#isHeld = false;
  }
}

/**
 * What a verb writes with, while the lock is held: until the transaction of `db` ends. Only `writeRegistry` makes it, so
 * a function that takes it runs inside that frame.
 */
export type Locked<D extends Bare = Deps> = D & Frame;

type Frame = Lock & {
  /** Who does it. */
  actor: Actor;
  /** As it is while the lock is held. */
  organisation: Organisation;
  /** When the lock was taken: the one time of everything this mutation writes. */
  now: Date;
  /** The date of `now` in the organisation's time zone. */
  today: IsoDate;
  /** Starts sending once the transaction is committed; owing calls it. */
  kick: () => void;
  /** Records the mutation. Entries are written last, in the order given, since a snapshot names the log before them. */
  audit: (entry: Performed & { actor?: Actor }) => void;
};

/** Thrown by a mutation that does not wait for another. */
export class RegistryBusy extends Error {}

/**
 * The frame of every mutation of the registry: one transaction, in which writers take turns; then the verb, which
 * publishes and owes; then its audit entries; and after the commit a kick, if anything is owed. A refusal undoes it all.
 * Where `wait` is false, it throws `RegistryBusy` rather than wait for its turn.
 */
export async function writeRegistry<D extends Bare, T>(
  deps: D,
  actor: Actor,
  verb: (w: Locked<D>) => Promise<T>,
  { wait = true }: { wait?: boolean } = {},
): Promise<T> {
  let owes = false;
  const result = await deps.db.transaction(async (db) => {
    const organisation = await lockOrganisation(db, wait);
    const now = deps.clock.now();
    const entries: AuditInput[] = [];
    const lock = new Lock();
    const w: Locked<D> = Object.assign(lock, deps, {
      db,
      actor,
      organisation,
      now,
      today: dateIn(organisation.timeZone, now),
      kick: () => {
        owes = true;
      },
      audit: (entry: Performed & { actor?: Actor }) => {
        if (!lock.isHeld) throw new Error("The mutation has ended");
        entries.push({ actor, ...entry });
      },
    });
    const done = await verb(w);
    lock.release();
    for (const entry of entries) await audit(db, now, entry);
    return done;
  });
  if (owes) deps.kick?.();
  return result;
}

async function lockOrganisation(db: Db, wait: boolean): Promise<Organisation> {
  const [row] = await db
    .select()
    .from(table)
    .for("update", wait ? {} : { skipLocked: true });
  if (!row && !wait) throw new RegistryBusy("Another mutation is under way");
  return row?.document ?? UNNAMED;
}
