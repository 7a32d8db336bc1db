import type { Db } from "../../db/client.ts";
import { organisation as table } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Organisation, UNNAMED } from "../../model/organisation-document.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { type Actor, type AuditInput, audit } from "./audit.ts";

/** What a verb needs that owes nobody anything. */
export type Bare = Pick<Deps, "db" | "clock"> & Partial<Pick<Deps, "kick">>;

declare const lock: unique symbol;

/**
 * The registry's one write lock, held until the transaction of `db` ends. Only `writeRegistry` makes it, so a function
 * that takes it runs inside that frame.
 */
export type Locked<D extends Bare = Deps> = D & {
  readonly [lock]: true;
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
  audit: (entry: Omit<AuditInput, "actor"> & { actor?: Actor }) => void;
};

/**
 * The frame of every mutation of the registry: one transaction, in which writers take turns; then the verb, which
 * publishes and owes; then its audit entries; and after the commit a kick, if anything is owed. A refusal undoes it all.
 */
export async function writeRegistry<D extends Bare, T>(
  deps: D,
  actor: Actor,
  verb: (w: Locked<D>) => Promise<T>,
): Promise<T> {
  let owes = false;
  const result = await deps.db.transaction(async (db) => {
    const organisation = await lockOrganisation(db);
    const now = deps.clock.now();
    const entries: AuditInput[] = [];
    const frame: Omit<Locked<Bare>, typeof lock> = {
      ...deps,
      db,
      actor,
      organisation,
      now,
      today: dateIn(organisation.timeZone, now),
      kick: () => {
        owes = true;
      },
      audit: (entry) => {
        entries.push({ actor, ...entry });
      },
    };
    const done = await verb(frame as Locked<D>);
    for (const entry of entries) await audit(db, now, entry);
    return done;
  });
  if (owes) deps.kick?.();
  return result;
}

async function lockOrganisation(db: Db): Promise<Organisation> {
  const [row] = await db.select().from(table).for("update");
  return row?.document ?? UNNAMED;
}
