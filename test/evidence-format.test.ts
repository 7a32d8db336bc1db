import { expect, test } from "vitest";
import { FORMAT } from "../src/evidence/formats.ts";
import { README } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  expect({ format: FORMAT, readme: sha256(README) }).toEqual({
    format: "subprocessor-evidence/1",
    readme: "076f09ffa8b6c550f6a4981afe9e2a5ece98b132389e2ae370066d6e1ccd09cf",
  });
});
