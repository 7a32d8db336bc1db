import type { SendingDeps } from "./drain.ts";
import { runMinute } from "./minute.ts";

const MINUTE = 60_000;

/** Sends in the background of a Node process: at once when kicked, and every minute whatever became of the kicks. */
export function startRunner(base: Omit<SendingDeps, "kick">): { kick(): void; stop(): Promise<void> } {
  // What is owed while sending is sent by the same drain.
  const deps: SendingDeps = { ...base, kick: () => {} };
  const stopping = new AbortController();
  let kicked = new AbortController();
  const kick = () => kicked.abort();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // Before the run, as a kick during it asks for another.
      kicked = new AbortController();
      const minute = deps.timer.sleep(MINUTE, kicked.signal);
      await runMinute(deps, { budgetMs: MINUTE, signal: stopping.signal });
      await minute;
    }
  }

  const running = run();
  return {
    kick,
    async stop() {
      stopping.abort();
      kick();
      await running;
    },
  };
}
