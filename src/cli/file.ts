import { once } from "node:events";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { Failure, type Host } from "./host.ts";

/**
 * Writes pieces into a file that only its owner reads, and under its name once all of it is there. Tells how far it has come,
 * where somebody looks on. Throws `Failure` where it cannot be written; what breaks off leaves nothing behind.
 */
export async function writePieces(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  { err, isTerminal }: Pick<Host, "err" | "isTerminal">,
): Promise<number> {
  const part = `${path}.part`;
  const file = createWriteStream(part, { mode: 0o600 });
  const failed = once(file, "error").then(([error]) => {
    throw new Failure(`${path} cannot be written: ${error instanceof Error ? error.message : error}.`);
  });
  failed.catch(() => {});
  let [bytes, told] = [0, 0];
  const tell = (end: string) => {
    if (isTerminal.err) err(`\r${Math.ceil(bytes / 1_000_000)} MB${end}`);
    told = bytes;
  };
  try {
    for await (const piece of pieces) {
      if (!file.write(piece)) await Promise.race([once(file, "drain"), failed]);
      bytes += piece.length;
      if (bytes - told > 1_000_000) tell("");
    }
    if (told > 0) tell("\n");
    file.end();
    await Promise.race([once(file, "close"), failed]);
    renameSync(part, path);
    return bytes;
  } catch (error) {
    file.destroy();
    rmSync(part, { force: true });
    throw error;
  }
}
