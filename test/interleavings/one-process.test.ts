import { test } from "vitest";
import { atEachStatement } from "./play.ts";
import type { Fault, Happening } from "./story.ts";

test.each(["death", "failure", "lost connection"] as const)(
  "%s at any statement of a process loses nothing, and nothing is sent twice",
  async (what) => atEachStatement([], { what, meanwhile: [] }),
);

test.each<{ mine: Fault; theirs: Fault[] }>([
  { mine: "none", theirs: ["lost after"] },
  { mine: "422", theirs: ["422", "lost after", "lost after"] },
  { mine: "429", theirs: ["lost after"] },
])(
  "a process may sleep past its lease at any statement, while somebody leaves and another sends: $mine, $theirs",
  async ({ mine, theirs }) => {
    const meanwhile: Happening[] = [
      { does: "leave", who: 0 },
      { does: "time passes", minutes: 1 },
      { does: "another drain", faults: theirs },
    ];
    await atEachStatement([mine], { what: "stall", meanwhile });
  },
);

test("death at any statement, with two batches ready ahead, loses nothing, and nothing is sent twice", async () =>
  atEachStatement([], { what: "death", meanwhile: [] }, 3));

test("a process may sleep past its lease at any statement, with two batches ready ahead, while another sends", async () => {
  const meanwhile: Happening[] = [
    { does: "leave", who: 0 },
    { does: "time passes", minutes: 1 },
    { does: "another drain", faults: ["lost after", "422"] },
  ];
  await atEachStatement(["none", "429"], { what: "stall", meanwhile }, 3);
});
