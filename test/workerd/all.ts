/// <reference types="vite/client" />
import { describe } from "vitest";

/**
 * The files of this folder as one: the Worker under test has one database, so they take turns; and what Vitest is told to
 * run one after another it begins when everything else has ended.
 */
for (const [name, file] of Object.entries(import.meta.glob("./*.test.ts"))) {
  describe(name, async () => {
    await file();
  });
}
