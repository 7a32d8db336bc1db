import { expect, test } from "vitest";
import { FORMAT } from "../src/evidence/formats.ts";
import { README } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  expect({ format: FORMAT, readme: sha256(README) }).toEqual({
    format: "subprocessor-evidence/1",
    readme: "f866b9e09fd52a1fbe435b148ddc62582c95be61f7e087f2ab5d01fb6474203e",
  });
});
