import { expect, test } from "vitest";
import { FORMATS } from "../src/evidence/pack/readme.ts";
import { sha256 } from "../src/model/values/hash.ts";

const ABOUT = { number: 2, announcedAt: "2026-11-21T09:00:00.000Z", organisation: "Acme" };

test("the README of a pack belongs to its format: a changed word needs another number, or older packs fail", () => {
  const readmes = Object.entries(FORMATS).map(([format, { readmeOf }]) => [format, sha256(readmeOf(ABOUT))]);
  expect(Object.fromEntries(readmes)).toEqual({
    "subprocessor-evidence/2": "5a3a1858db4fa10a4c3172194e918ac232c87bdadad83687e8b30fc0ddc36527",
    "subprocessor-evidence/3": "3c50414c0f54ef8e99485d1811447d8902dd22f932075dd60e3aed0cac97478e",
    "subprocessor-evidence/4": "4b52e06cc1e1592ec2bcf03ef553e6240eebf07adb3e7df0e154ae5adf55da4f",
  });
});
