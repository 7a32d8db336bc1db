import { test } from "vitest";
import { atEachPairOfWrites } from "./play.ts";
import type { Fault } from "./story.ts";

test.each<{ mine: Fault; theirs: Fault }>([
  { mine: "none", theirs: "lost after" },
  { mine: "429", theirs: "lost after" },
  { mine: "429", theirs: "429" },
  { mine: "422", theirs: "500 after" },
  { mine: "lost after", theirs: "422" },
])(
  "two processes may sleep before any of their writes to a batch, each through the other's: $mine, $theirs",
  ({ mine, theirs }) => atEachPairOfWrites(mine, theirs),
);
