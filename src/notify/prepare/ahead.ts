import type { Timer } from "../../clock.ts";
import type { Sending } from "../../deps.ts";
import { settleSignups } from "../../registry/people/signups.ts";
import { settleSignInRequests } from "../../registry/users/sign-in-requests.ts";
import { chooseDue, type Due } from "./due.ts";
import type { Letters } from "./mails-by-kind.ts";
import { type Prepared, prepare } from "./prepared.ts";

/** How many requests of each form are settled between two choices, so that neither hold up the other. */
const SIGNUPS_AT_ONCE = 20;

const CHOSEN_AT_ONCE = 4;

/** How many batches are made ready before their turn: so many that a slow one is not waited for. */
const AHEAD = 2;

/** Of batches with more bytes only one is made ready before its turn: a Worker has 128 MB for everything. */
const LARGE = 2 * 1024 * 1024;

/** A batch, and since when it is taken to be due, in milliseconds of the timer. */
type Ready = { prepared: Prepared | null; chosenAt: number };

/**
 * Makes batches ready before their turn. They are chosen by a few, settling the form's requests before, and frozen one
 * after another: two at once would write the same mail twice.
 */
export function prepareAhead(deps: Sending & { timer: Timer }) {
  /** Until they have been tried: before that the database does not know that they are ours. */
  const taken = new Set<string>();
  const letters: Letters = new Map();
  let chosen: Due[] = [];
  let chosenAt = 0;
  let moreSignups = true;
  let places = AHEAD;
  let ready: Promise<Ready>[] = [];
  let filling: Promise<void> | null = null;

  async function choose(): Promise<void> {
    const moreWait = [await settleSignInRequests(deps, SIGNUPS_AT_ONCE), await settleSignups(deps, SIGNUPS_AT_ONCE)];
    moreSignups = moreWait.includes(true);
    chosenAt = deps.timer.now();
    chosen = await chooseDue(deps, { atMost: CHOSEN_AT_ONCE, except: taken });
    for (const { id } of chosen) taken.add(id);
  }

  async function makeReady(due: Due, since: number): Promise<Ready> {
    const prepared = await prepare(deps, due, letters);
    if (!prepared) taken.delete(due.id);
    else places = prepared.body.length > LARGE ? 1 : AHEAD;
    return { prepared, chosenAt: since };
  }

  async function fill(): Promise<void> {
    if (chosen.length === 0) await choose();
    while (ready.length < places) {
      const due = chosen.shift();
      if (!due) return;
      const since = chosenAt;
      const next = (ready.at(-1) ?? Promise.resolve()).then(() => makeReady(due, since));
      next.catch(() => {});
      ready.push(next);
    }
  }

  return {
    /** Whether requests of a form may still wait. */
    moreSignups: () => moreSignups,

    /** Goes on while something else is waited for. */
    goOn(): void {
      filling = (filling ?? Promise.resolve()).then(fill);
      filling.catch(() => {});
    },

    /** The next batch; null when none was due. */
    async next(): Promise<(Ready & { prepared: Prepared }) | null> {
      for (;;) {
        if (ready.length === 0) {
          await (filling ?? fill());
          filling = null;
        }
        const first = await ready[0];
        ready.shift();
        if (!first) return null;
        const { prepared } = first;
        if (prepared) return { ...first, prepared };
      }
    },

    /** Once an attempt of a batch is recorded, or will not be. */
    tried: ({ batch }: Prepared) => taken.delete(batch.id),

    /** Waits until nothing is under way, and lets go of what was chosen: it is due as it was. */
    async letGo(): Promise<void> {
      await Promise.allSettled([filling, ...ready]);
      filling = null;
      ready = [];
      chosen = [];
      taken.clear();
    },
  };
}
