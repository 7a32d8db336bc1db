import { expect } from "vitest";
import { keepRows } from "../setup/kept-rows.ts";
import { type Registry, registry } from "../setup/registry.ts";
import { honest, processes, type Sabotage } from "./process.ts";
import type { Fault, Process, Step, Story } from "./story.ts";
import { nothingWrong, verdictOf } from "./verdict.ts";
import { happen, type Known, makeWorld, type World, worldOf } from "./world.ts";

/** Plays a story, lets the provider heal and everything be sent, and says what is wrong in the end: nothing. */
export async function play(story: Story, sabotage: Sabotage = honest) {
  const ends: (() => Promise<void>)[] = [];
  const r = await registry({ atEnd: (end) => ends.push(end) });
  try {
    const { world, steps } = await begin(r, story);
    const { happenAll, run, takeTurns } = processes(world, sabotage);
    for (const step of steps) {
      if (step.does === "drain") await Promise.all(step.processes.map((process) => run(process)));
      else if (step.does === "take turns") await takeTurns(step);
      else await happenAll([step]);
    }
    for (let round = 0; round < 12; round += 1) {
      await happenAll([{ does: "the lease expires" }]);
      r.passHours(0.4);
      await happenAll([{ does: "another drain", faults: [] }]);
      if ((await r.rows("select 1 from batches where state = 'pending'")).length === 0) break;
    }
    return { ...(await verdictOf(world)), befell: world.befell, turns: world.turns };
  } finally {
    for (const end of ends) await end();
  }
}

type Beginning = { rows: string; known: Known };

const beginnings = new Map<string, Beginning>();

/**
 * A world in which a set is announced, and what else the story announces first; with the steps that are left. That takes
 * as long as the rest of most stories, and is the same in all of them: what is stored then is put back.
 */
async function begin(r: Registry, story: Story): Promise<{ world: World; steps: Step[] }> {
  const first = story.steps.findIndex(({ does }) => does !== "announce");
  const more = first < 0 ? story.steps.length : first;
  const steps = story.steps.slice(more);
  const key = `${story.people} people, ${more}`;
  const kept = beginnings.get(key);
  if (kept) {
    await r.rows(kept.rows);
    return { world: worldOf(r, story, structuredClone(kept.known)), steps };
  }
  const world = await makeWorld(r, story);
  for (let set = 0; set <= more; set += 1) await happen(world, { does: "announce" });
  const { persons, expected, latest } = world;
  beginnings.set(key, { rows: await keepRows(r), known: structuredClone({ persons, expected, latest }) });
  return { world, steps };
}

const alone = (...steps: Step[]): Story => ({ people: 2, poisoned: [], refused: [], steps });

/**
 * Tells the story of two readers and one process for each of its statements, at which something befalls it. With more
 * sets than one, batches are ready ahead of their turn; once only the last is left, what can befall is as with one set.
 */
export async function atEachStatement(
  answers: Fault[],
  befalls: Omit<NonNullable<Process["befalls"]>, "statement">,
  sets = 1,
): Promise<void> {
  const more = Array.from({ length: sets - 1 }, (): Step => ({ does: "announce" }));
  const attempts = answers.map((fault) => ({ fault, meanwhile: [] }));
  for (let statement = 1; ; statement += 1) {
    const process = { attempts, befalls: { statement, ...befalls } };
    const { befell, ...verdict } = await play(alone(...more, { does: "drain", processes: [process] }));
    expect(verdict, `${befalls.what} at statement ${statement}`).toMatchObject(nothingWrong);
    if (befell === null || (sets > 1 && befell === 2 * (sets - 1))) return expect(statement).toBeGreaterThan(15);
  }
}

/** Tells the story of two readers and two processes for each pair of writes to a batch, before which they sleep. */
export async function atEachPairOfWrites(mine: Fault, theirs: Fault): Promise<void> {
  let reached = 2;
  for (let first = 1; reached > 0; first += 1) {
    reached = 2;
    for (let second = 1; reached === 2; second += 1) {
      const turns = { mine: { faults: [mine], write: first }, theirs: { faults: [theirs], write: second } };
      const verdict = await play(alone({ does: "take turns", ...turns }));
      expect(verdict, `before write ${first}, through write ${second}`).toMatchObject(nothingWrong);
      reached = verdict.turns;
    }
  }
}
