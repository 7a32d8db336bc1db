import fc from "fast-check";
import { expect, test } from "vitest";
import type { Mailer } from "../../src/notify/mailer.ts";
import { mailsIn } from "../setup/requests.ts";
import { play } from "./play.ts";
import type { Sabotage } from "./process.ts";
import { story } from "./story.ts";
import { nothingWrong } from "./verdict.ts";

const limits = { numRuns: Number(process.env.RUNS ?? 30), seed: Number(process.env.SEED ?? 20261121) };

test("whatever happens in whatever order, every notice reaches everyone once, and every delivery says what became of it", async () => {
  const property = fc.asyncProperty(story, async (each) => {
    expect(await play(each)).toMatchObject(nothingWrong);
  });
  await fc.assert(property, limits);
});

/** Whether a story is found in which a sender so broken does what it must not. */
async function isCaught(sabotage: Sabotage, sign: "doubled" | "lost"): Promise<boolean> {
  const property = fc.asyncProperty(story, async (each) => {
    const verdict = await play(each, sabotage);
    return sign === "doubled" ? verdict.doubled === 0 : verdict.lost.length === 0;
  });
  return (await fc.check(property, { ...limits, endOnFailure: true })).failed;
}

test("a sender that made a new key for each attempt would be caught", async () => {
  const forgetful = ({ send }: Mailer): Mailer => ({ send: (request) => send(request, crypto.randomUUID()) });
  expect(await isCaught(forgetful, "doubled")).toBe(true);
});

test("a sender that took an error for an acceptance would be caught", async () => {
  const hopeful = ({ send }: Mailer): Mailer => ({
    async send(request, key) {
      const sent = await send(request, key);
      if (sent.outcome.kind !== "unknown") return sent;
      const mails = mailsIn(request);
      return { ...sent, outcome: { kind: "accepted", mails: mails.map(() => ({ emailId: crypto.randomUUID() })) } };
    },
  });
  expect(await isCaught(hopeful, "lost")).toBe(true);
});
