import type { Log } from "../../log.ts";

/**
 * Text or bytes as a stream that is read as fast as it is taken, and not before. An error breaks it off: half a file
 * must not look whole.
 */
export function streamed(pieces: AsyncGenerator<string | Uint8Array>, log: Log): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
        } catch (error) {
          log("stream.broken", { name: error instanceof Error ? error.name : "unknown" });
          controller.error(new Error("The answer was broken off"));
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
