import { isUnavailable } from "../db/errors.ts";
import { forgetExpired } from "../registry/forget.ts";
import { oweReminders } from "../registry/reminders.ts";
import { oweFindings } from "../registry/weekly-findings.ts";
import { drain, type SendingDeps } from "./drain.ts";

const MINUTE = 60_000;

/** Sends in the background of a Node process: at once when kicked, and every minute whatever became of the kicks. */
export function startRunner(deps: SendingDeps): { kick(): void; stop(): Promise<void> } {
  let wanted = false;
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (wanted && !stopping.signal.aborted) {
      wanted = false;
      try {
        await forgetExpired(deps);
        await oweReminders(deps);
        await oweFindings(deps);
        await drain(deps, { budgetMs: MINUTE, signal: stopping.signal });
      } catch (error) {
        deps.log("drain.failed", {
          unavailable: isUnavailable(error),
          name: error instanceof Error ? error.name : "unknown",
        });
      }
    }
  }

  function kick(): void {
    wanted = true;
    running ??= run().finally(() => {
      running = null;
      if (wanted && !stopping.signal.aborted) kick();
    });
  }

  const timer = setInterval(kick, MINUTE);
  kick();
  return {
    kick,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}
