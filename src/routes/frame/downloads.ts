import type { Context } from "hono";
import { alarm } from "../../clock.ts";
import type { Log } from "../../log.ts";
import { problem } from "./problems.ts";

/** How many downloads a process gives at once; how long one may rest, and may take in all, in milliseconds. */
export type DownloadLimits = { atOnce: number; restMs: number; totalMs: number };

/** As many as `server.ts` has connections for: one that waited for a connection would be an answer without a body. */
export const DOWNLOADS: DownloadLimits = { atOnce: 4, restMs: 30_000, totalMs: 15 * 60_000 };

type Pieces = AsyncGenerator<string | Uint8Array>;

/** Answers with pieces of text or bytes, or with a problem while there are too many downloads, or where the first piece fails. */
export type Download = (c: Context, pieces: Pieces, headers: Record<string, string>, log: Log) => Promise<Response>;

/**
 * Gives what is long as a stream that is read as fast as it is taken. The first piece is made before the headers are sent,
 * so that what fails at once is a problem like any other. A reader who takes nothing for a while, or needs too long, is cut
 * off: a transaction stays open for each. A later error breaks the stream off as well: half a file must not look whole.
 */
export function downloads({ atOnce, restMs, totalMs }: DownloadLimits): Download {
  let underWay = 0;
  return async (c, pieces, headers, log) => {
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    if (underWay === atOnce) return problem(c, "too-many-requests", { detail: `${atOnce} downloads are under way.` });
    underWay += 1;
    const leave = () => {
      underWay -= 1;
    };
    const made = await pieces.next().catch((error) => {
      leave();
      throw error;
    });
    let first: typeof made | null = made;

    const encoder = new TextEncoder();
    const abandoned = new AbortController();
    const startRest = () => alarm(restMs, () => abandoned.abort("rest"));
    const endTotal = alarm(totalMs, () => abandoned.abort("deadline"));
    let endRest = startRest();
    const end = () => {
      endTotal();
      endRest();
      leave();
    };
    let ended: Promise<void> | undefined;
    const close = () => {
      ended ??= pieces.return(undefined).then(end, end);
      return ended;
    };

    const stream = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          abandoned.signal.addEventListener("abort", () => {
            log("download.abandoned", { reason: abandoned.signal.reason });
            controller.error(new Error("The download took too long"));
            void close();
          });
        },
        async pull(controller) {
          endRest();
          try {
            const { done, value } = first ?? (await pieces.next());
            first = null;
            if (abandoned.signal.aborted) return;
            if (!done) {
              controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
              endRest = startRest();
              return;
            }
            controller.close();
          } catch (error) {
            if (abandoned.signal.aborted) return;
            log("download.broken", { name: error instanceof Error ? error.name : "unknown" });
            controller.error(new Error("The answer was broken off"));
          }
          await close();
        },
        cancel: close,
      },
      { highWaterMark: 0 },
    );
    return c.body(stream, 200, headers);
  };
}
