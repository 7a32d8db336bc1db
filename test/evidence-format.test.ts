import { expect, test } from "vitest";
import { FORMATS } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  const readmes = Object.entries(FORMATS).map(([format, { readme }]) => [format, sha256(readme)]);
  expect(Object.fromEntries(readmes)).toEqual({
    "subprocessor-evidence/2": "5a3a1858db4fa10a4c3172194e918ac232c87bdadad83687e8b30fc0ddc36527",
    "subprocessor-evidence/3": "3c50414c0f54ef8e99485d1811447d8902dd22f932075dd60e3aed0cac97478e",
  });
});
