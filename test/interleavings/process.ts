import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { drain } from "../../src/notify/drain.ts";
import { type BatchRequest, type Mailer, type MailerAnswer, NO_LIMITS, type Outcome } from "../../src/notify/mailer.ts";
import { postgresUrl } from "../setup/database.ts";
import { mailsIn } from "../setup/requests.ts";
import type { Fault, Happening, Process, TakeTurns } from "./story.ts";
import { BREAK, DEATH, never, watched } from "./watched.ts";
import { happen, type World } from "./world.ts";

export type Sabotage = (mailer: Mailer) => Mailer;
export const honest: Sabotage = (mailer) => mailer;

/** Sleeps before its nth write to a batch. */
type Sleep = { write: number; until: () => Promise<void> };

const meeting = (faults: Fault[]): Process => ({
  attempts: faults.map((fault) => ({ fault, meanwhile: [] })),
  befalls: null,
});

/** Processes of one world, which all send through the same, perhaps broken, sender. */
export function processes(world: World, sabotage: Sabotage) {
  const { r, provider } = world;

  async function happenAll(all: readonly Happening[]): Promise<void> {
    for (const each of all) {
      if (each.does === "another drain") await run(meeting(each.faults));
      else await happen(world, each);
    }
  }

  /** Runs a process until it has drained, or has died. */
  async function run({ attempts, befalls }: Process, sleeps?: Sleep): Promise<void> {
    const answers = [...attempts];
    const aside: Promise<void>[] = [];
    let statements = 0;
    let writes = 0;
    let dead = false;
    const death = Promise.withResolvers<void>();
    const die = () => {
      dead = true;
      death.resolve();
    };

    function befall(writesBatch: boolean): Promise<void> | undefined {
      if (dead) return Promise.reject(DEATH);
      if (writesBatch) writes += 1;
      if (writesBatch && writes === sleeps?.write) {
        world.turns += 1;
        return sleeps.until();
      }
      statements += 1;
      if (statements !== befalls?.statement) return undefined;
      world.befell = provider.accepted.length;
      switch (befalls.what) {
        case "death":
          dead = true;
          return Promise.reject(DEATH);
        case "failure":
          return Promise.reject(BREAK);
        case "lost connection":
          return Promise.reject(Object.assign(new Error("lost", { cause: BREAK }), { code: "CONNECTION_CLOSED" }));
        case "stall": {
          const others = happenAll([{ does: "the lease expires" }, ...befalls.meanwhile]);
          aside.push(others);
          return doneOrStuck(r.url, others);
        }
      }
    }

    async function send(request: BatchRequest, key: string): Promise<MailerAnswer> {
      const { fault, meanwhile } = answers.shift() ?? { fault: "none", meanwhile: [] };
      const learned = (outcome: Outcome) => ({ outcome, limits: NO_LIMITS });
      const unsent = async (outcome: Outcome) => {
        await happenAll(meanwhile);
        return learned(outcome);
      };
      const dies = () => {
        die();
        return never;
      };
      if (fault === "401") return unsent({ kind: "paused", because: "invalid_api_key (401)" });
      if (fault === "429") return unsent({ kind: "rate-limited" });
      if (fault === "500 before") return unsent({ kind: "unknown", because: "internal_server_error (500)" });
      if (fault === "throws before") throw BREAK;
      if (fault === "dies before") return dies();
      const outcome = await provider.take(mailsIn(request), key, fault === "422", () => happenAll(meanwhile));
      if (fault === "500 after") return learned({ kind: "unknown", because: "internal_server_error (500)" });
      if (fault === "lost after") return learned({ kind: "unknown", because: "no answer in time" });
      if (fault === "throws after") throw BREAK;
      if (fault === "dies after") return dies();
      return learned(outcome);
    }

    const deps = { ...r.deps, db: watched(r.deps.db, befall, die), mailer: sabotage({ send }) };
    // What breaks may end a drain: the next one goes on.
    const drained = drain(deps, { budgetMs: 10_000 }).catch((error) => {
      if (error !== BREAK && error.cause !== BREAK) throw error;
    });
    await Promise.race([drained, death.promise]);
    await Promise.all(aside);
  }

  async function takeTurns({ mine, theirs }: TakeTurns): Promise<void> {
    const [ours, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let other: Promise<void> = Promise.resolve();
    const weWrite = async () => {
      there.resolve();
      await doneOrStuck(r.url, ours.promise);
    };
    const others = async () => {
      await happenAll([{ does: "the lease expires" }, { does: "leave", who: 0 }, { does: "time passes", minutes: 1 }]);
      await run(meeting(theirs.faults), { write: theirs.write, until: weWrite });
    };
    const theyWrite = async () => {
      other = others();
      await doneOrStuck(r.url, Promise.race([there.promise, other]));
    };
    await run(meeting(mine.faults), { write: mine.write, until: theyWrite });
    ours.resolve();
    await other;
  }

  return { happenAll, run, takeTurns };
}

/**
 * Waits for what others do while a process sleeps; not where they wait for a lock, which may be the sleeper's, nor for
 * ever.
 */
async function doneOrStuck(url: string, work: Promise<unknown>): Promise<void> {
  let done = false;
  const settled = () => {
    done = true;
  };
  work.then(settled, settled);
  for (let looked = 0; looked < 100; looked += 1) {
    await Promise.race([work, sleep(20)]);
    if (done || (await someoneWaits(url))) return;
  }
}

let observer: postgres.Sql | undefined;

async function someoneWaits(url: string): Promise<boolean> {
  observer ??= postgres(await postgresUrl(), { max: 1, fetch_types: false });
  const waiting = await observer`select from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)}
    and wait_event_type = 'Lock' and query_start < clock_timestamp() - interval '20 milliseconds'`;
  return waiting.length > 0;
}
