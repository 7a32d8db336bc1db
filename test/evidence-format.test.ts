import { expect, test } from "vitest";
import { FORMAT } from "../src/evidence/formats.ts";
import { README } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  expect({ format: FORMAT, readme: sha256(README) }).toEqual({
    format: "subprocessor-evidence/2",
    readme: "5a3a1858db4fa10a4c3172194e918ac232c87bdadad83687e8b30fc0ddc36527",
  });
});
