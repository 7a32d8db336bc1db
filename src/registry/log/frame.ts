import { type WriteDb, writable } from "../../db/client.ts";
import { organisation as table } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { subjectOf } from "../../model/actions.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { type Calendar, dayOf, type IsoDate } from "../../model/values/dates.ts";
import { type Law, lawWith } from "../../transfers/index.ts";
import { type Actor, type Audit, type AuditInput, audit, heldAwake } from "./audit.ts";
import { ORGANISATION_AND_LAW, type OrganisationAndLaw, organisationAndLawOf } from "./organisation.ts";

/** What a verb needs that owes nobody anything. */
export type Bare = Pick<Deps, "db" | "clock"> & Partial<Pick<Deps, "kick">>;

/** What is written with, until the transaction of `db` ends. */
export type Mutation<D extends Bare = Deps> = D & {
  db: WriteDb;
  /** Who does it. */
  actor: Actor;
  /** The one time of everything that is written: in `writeRegistry`, when the lock was taken. */
  now: Date;
  /** Starts sending once the transaction is committed. Whatever makes a mail due calls it. */
  kick: () => void;
  /** Records the mutation. Entries are written last, in the order given, since a snapshot names the log before them. */
  audit: Audit;
};

/** The registry's one write lock. Its private member can be neither written down elsewhere nor copied along. */
class Lock {
  #read: OrganisationAndLaw;

  constructor(read: OrganisationAndLaw) {
    this.#read = read;
  }

  /** As it is while the lock is held. */
  get organisation(): Organisation {
    return this.#read.organisation;
  }

  get calendar(): Calendar {
    return this.#read.calendar;
  }

  get amendments(): OrganisationAndLaw["amendments"] {
    return this.#read.amendments;
  }

  get law(): Law {
    return lawWith(this.#read.amendments);
  }
}

/** What a verb of the registry writes with. Only `writeRegistry` makes it: a function that takes it runs inside that. */
export type Locked<D extends Bare = Deps> = Mutation<D> &
  Lock & {
    /** The organisation's date at `now`. */
    today: IsoDate;
  };

/** Thrown by a mutation that does not wait for another. */
export class RegistryBusy extends Error {}

/**
 * The frame of every mutation of the registry: one transaction, in which writers take turns; then the verb, which
 * publishes and owes; then its audit entries; and after the commit a kick, if anything is owed. A refusal undoes it all.
 * Where `wait` is false, it throws `RegistryBusy` rather than wait for its turn.
 */
export const writeRegistry = <D extends Bare, T>(
  deps: D,
  actor: Actor,
  verb: (w: Locked<D>) => Promise<T>,
  { wait = true }: { wait?: boolean } = {},
): Promise<T> =>
  inFrame(
    deps,
    actor,
    async (db) => new Lock(await lockOrganisation(db, wait)),
    (w) => verb(Object.assign(w, { today: dayOf(w.calendar, w.now) })),
  );

/**
 * The same without the lock, for what waits for nobody: it neither publishes nor owes a notice. Sign-ups, keys, reports,
 * answers kept for repeated requests, and mails as they are frozen.
 */
export const writeWithoutLock = <D extends Bare, T>(
  deps: D,
  actor: Actor,
  verb: (w: Mutation<D>) => Promise<T>,
): Promise<T> => inFrame(deps, actor, async () => ({}), verb);

async function inFrame<D extends Bare, Taken extends object, T>(
  deps: D,
  actor: Actor,
  take: (db: WriteDb) => Promise<Taken>,
  verb: (w: Taken & Mutation<D>) => Promise<T>,
): Promise<T> {
  let owes = false;
  const result = await writable(deps.db).transaction(async (db) => {
    const taken = await take(db);
    const now = deps.clock.now();
    const entries: AuditInput[] = [];
    let hasEnded = false;
    const record: Audit = (action, id, data = {}, by = actor) => {
      if (hasEnded) throw new Error("The mutation has ended");
      entries.push({ actor: by, action, subject: subjectOf(action, id), data });
    };
    const w: Taken & Mutation<D> = Object.assign(taken, deps, {
      db,
      actor,
      now,
      kick: () => {
        owes = true;
      },
      audit: record,
    });
    const done = await verb(w);
    hasEnded = true;
    for (const entry of entries) await audit(db, now, entry);
    return done;
  });
  if (owes) deps.kick?.();
  return result;
}

async function lockOrganisation(db: WriteDb, wait: boolean) {
  const [row] = await db
    .select({ ...ORGANISATION_AND_LAW, heldAwake })
    .from(table)
    .for("update", wait ? {} : { skipLocked: true });
  if (!row && !wait) throw new RegistryBusy("Another mutation is under way");
  return organisationAndLawOf(row);
}
