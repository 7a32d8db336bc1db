import type { SendingDeps } from "./drain.ts";
import { runMinute } from "./minute.ts";

const MINUTE = 60_000;

/** Sends in the background of a Node process: at once when kicked, and every minute whatever became of the kicks. */
export function startRunner(given: Omit<SendingDeps, "kick">): { kick(): void; stop(): Promise<void> } {
  // What is owed while sending is sent by the same drain.
  const deps: SendingDeps = { ...given, kick: () => {} };
  let wanted = false;
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (wanted && !stopping.signal.aborted) {
      wanted = false;
      await runMinute(deps, { budgetMs: MINUTE, signal: stopping.signal });
    }
  }

  function kick(): void {
    wanted = true;
    running ??= run().finally(() => {
      running = null;
      if (wanted && !stopping.signal.aborted) kick();
    });
  }

  async function kickEveryMinute(): Promise<void> {
    while (!stopping.signal.aborted) {
      kick();
      await deps.timer.sleep(MINUTE, stopping.signal);
    }
  }

  const minutes = kickEveryMinute();
  return {
    kick,
    async stop() {
      stopping.abort();
      await Promise.all([minutes, running]);
    },
  };
}
