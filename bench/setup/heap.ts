import { once } from "node:events";

export type Heap = {
  /** What the isolate holds, with its buffers, and with garbage that was not collected yet. */
  bytes(): Promise<number>;
  collectGarbage(): Promise<void>;
  close(): void;
};

/** Asks an isolate for its memory over the Chrome DevTools Protocol. */
export async function openHeap(inspectorUrl: string): Promise<Heap> {
  // Wrangler's inspector answers only to pages of this machine. Node's WebSocket takes headers, the web's does not.
  const options = { headers: { origin: "http://localhost" } } as unknown as string[];
  const socket = new WebSocket(inspectorUrl, options);
  const failed = once(socket, "error").then(() => {
    throw new Error(`The inspector at ${inspectorUrl} does not answer`);
  });
  await Promise.race([once(socket, "open"), failed]);
  failed.catch(() => {});
  let last = 0;
  const ask = (method: string): Promise<Record<string, number>> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method }));
    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent) => {
        const message = JSON.parse(String(data)) as { id?: number; result?: Record<string, number> };
        if (message.id !== id) return;
        socket.removeEventListener("message", listen);
        resolve(message.result ?? {});
      };
      socket.addEventListener("message", listen);
    });
  };
  return {
    async bytes() {
      const { usedSize = 0, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await ask("Runtime.getHeapUsage");
      return usedSize + embedderHeapUsedSize + backingStorageSize;
    },
    async collectGarbage() {
      await ask("HeapProfiler.collectGarbage");
    },
    close: () => socket.close(),
  };
}
