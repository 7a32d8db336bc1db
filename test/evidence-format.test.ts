import { expect, test } from "vitest";
import { FORMAT } from "../src/evidence/formats.ts";
import { README } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  expect({ format: FORMAT, readme: sha256(README) }).toEqual({
    format: "subprocessor-evidence/2",
    readme: "ac7fc460411b6df1251c37bce5d12d1050844b3a80271998f1acc765896dab6b",
  });
});
