import { readFile } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { PATIENT } from "../setup/patient.ts";
import type { Point } from "./points.ts";
import { announce, killFile, type Rehearsal, rehearsal, report, signUp, toldOnce } from "./rehearsal.ts";
import type { ServerProcess } from "./server-process.ts";

/**
 * The server is killed at each point of a notice's life at which something has just become known somewhere else, or is
 * about to. It is started again, alone or beside a second server that lives on, and the mailbox's record must hold
 * every follower once.
 */

const FOLLOWERS = 210;

type Case = {
  point: Point;
  /** At which passage; a batch's points are passed three times, and at the second there is a before and an after. */
  on?: number;
  /** What brings the server to the point, after the announcement. */
  after?: (server: ServerProcess, r: Rehearsal) => Promise<unknown>;
  /** How long the provider holds back its answers, in milliseconds, after it has accepted. */
  slow?: number;
  /** How many deliveries are reported as delivered. */
  delivered?: number;
  /** How many batches are frozen and untried when the server ends. */
  ahead?: number;
};

const signsUp = { after: signUp };

/** The report of the first mail comes while the provider's answer that would name it is still awaited. */
const isReported = {
  slow: 400,
  delivered: 1,
  after: async (server: ServerProcess, r: Rehearsal) => {
    const [mail] = await vi.waitFor(async () => {
      const accepted = await r.messages();
      expect(accepted).not.toEqual([]);
      return accepted;
    }, PATIENT);
    return mail && report(server, mail);
  },
};

const cases: Case[] = [
  { point: "before the announcement" },
  { point: "after the announcement" },
  { point: "before a batch's bytes", on: 2 },
  { point: "after a batch's bytes", on: 2 },
  // While the first request is out.
  { point: "after a batch's bytes", on: 3, slow: 5000, ahead: 2 },
  { point: "before the attempt", on: 2 },
  { point: "after the attempt", on: 2 },
  { point: "before the call", on: 2 },
  { point: "with half of the request sent", on: 2 },
  { point: "when the provider has accepted and not answered", on: 2, slow: 300 },
  { point: "when the provider has answered", on: 2 },
  { point: "before the outcome", on: 2 },
  { point: "after the outcome", on: 2 },
  { point: "before a provider's report", ...isReported },
  { point: "after a provider's report", ...isReported },
  { point: "before a signup's answer", ...signsUp },
  { point: "after a signup's answer", ...signsUp },
];

for (const servers of ["one server", "two servers"] as const) {
  describe(`with ${servers}, killed`, () => {
    test.each(cases)(
      "$point: nobody is missed, nobody is told twice",
      async ({ point, on = 1, after, slow = 0, delivered = 0, ahead }) => {
        const r = await rehearsal({ followers: FOLLOWERS });
        const file = killFile(r);
        const other = servers === "two servers" ? await r.standBy() : null;
        const killed = await r.start({ KILL_AT: point, KILL_ON: `${on}`, KILL_FILE: file });
        await r.provider({ mode: slow ? "slow" : "none", latencyMs: slow });
        const announced = await announce(killed);
        const answered = announced && (await after?.(killed, r));

        expect(await killed.ended).toBe("SIGKILL");
        expect(await readFile(file, "utf8")).toBe(point);
        const frozen = await r.rows("select from batches where attempts = 0 and body is not null");
        if (ahead !== undefined) expect(frozen).toHaveLength(ahead);
        await r.provider({ mode: "none", latencyMs: 0 });
        await r.outliveLease();
        other?.signal("SIGCONT");

        const starting = r.start();
        const survivor = other ?? (await starting);
        const again = announced ?? (await announce(survivor));
        expect(again?.changeSet.number).toBe(1);
        if (after && !answered) await after(survivor, r);
        const restarted = await starting;
        await r.settled(...(other ? [restarted, other] : [restarted]));

        expect(await r.record(restarted)).toEqual(toldOnce({ followers: FOLLOWERS, delivered }));
      },
    );
  });
}
