import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { PATIENT } from "../setup/patient.ts";
import type { Point } from "./points.ts";
import { announce, killFile, type Rehearsal, rehearsal, signUp, toldOnce } from "./rehearsal.ts";
import type { ServerProcess } from "./server-process.ts";

/**
 * A server that is stopped (a suspended machine, a long pause) for longer than its lease on sending, while another
 * takes over, and that then goes on from where it was, believing it still has it.
 */

const FOLLOWERS = 210;

const points: Point[] = [
  "before a batch's bytes",
  "after a batch's bytes",
  "after the attempt",
  "before the call",
  "with half of the request sent",
  "when the provider has accepted and not answered",
  "before the outcome",
  "after the outcome",
];

test.each(points)("stopped %s and overtaken: nobody is missed, nobody is told twice", async (point) => {
  const r = await rehearsal({ followers: FOLLOWERS });
  const { stopped, other } = await stoppedAt(point, r);
  await signUp(other);
  await overtaken(r);
  stopped.signal("SIGCONT");
  await r.settled(stopped, other);
  expect(await r.record(other)).toEqual(toldOnce({ followers: FOLLOWERS }));
});

/** A server that is stopped at a point of its second batch until its lease has run out, and another. */
async function stoppedAt(point: Point, r: Rehearsal): Promise<{ stopped: ServerProcess; other: ServerProcess }> {
  const file = killFile(r);
  const other = await r.standBy();
  const stopped = await r.start({ KILL_AT: point, KILL_ON: "2", KILL_SIGNAL: "SIGSTOP", KILL_FILE: file });
  await announce(stopped);
  await vi.waitFor(async () => expect(await readFile(file, "utf8")).toBe(point), PATIENT);
  await r.outliveLease();
  other.signal("SIGCONT");
  return { stopped, other };
}

/** The other server has tried all that is due, or waits in the database for what the stopped one has locked. */
async function overtaken(r: Rehearsal): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await r.rows(`
      select 1 from pg_locks join pg_database on pg_database.oid = database or locktype = 'transactionid'
      where not granted and datname = current_database()`);
    const due = await r.rows("select 1 from batches where state = 'pending' and next_attempt_at <= now()");
    expect(waiting.length > 0 || due.length === 0).toBe(true);
  }, PATIENT);
}
