import { expect, test } from "vitest";
import { FORMAT } from "../src/evidence/formats.ts";
import { README } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  expect({ format: FORMAT, readme: sha256(README) }).toEqual({
    format: "subprocessor-evidence/1",
    readme: "cf1611769fc8ab33b35fe9ab45d51ddfb90eed49a4deff38c6ee3cf919cbcb45",
  });
});
