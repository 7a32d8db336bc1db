import { drain } from "../../src/notify/drain.ts";
import type { Outcome } from "../../src/notify/mailer.ts";
import { input, tell } from "../setup/process.ts";
import { openRegistry } from "../setup/registry.ts";

export type Drained = {
  /** From the first request to the last answer, and between the first and the last request. */
  ms: number;
  spanMs: number;
  outcomes: { [kind in Outcome["kind"]]?: number };
  peakBytes: number;
};

/** Sends everything that is owed, watching only the mailer. */
const { deps, close } = openRegistry(input<{ url: string; mailboxUrl: string }>());
const outcomes: Drained["outcomes"] = {};
const requests: number[] = [];
const started = performance.now();
const { mailer } = deps;
const watched = {
  send: async (...mail: Parameters<typeof mailer.send>) => {
    requests.push(performance.now());
    const sent = await mailer.send(...mail);
    outcomes[sent.outcome.kind] = (outcomes[sent.outcome.kind] ?? 0) + 1;
    return sent;
  },
};
await drain({ ...deps, mailer: watched }, { budgetMs: 3_600_000 });
const ended = performance.now();
await close();
const drained: Drained = {
  ms: ended - started,
  spanMs: (requests.at(-1) ?? Number.NaN) - (requests[0] ?? Number.NaN),
  outcomes,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
tell(drained);
process.disconnect();
