import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** Keeps entries, one JSON document a line. */
export interface Journal {
  /** Resolves once the entry is on the disk. Entries are written in the order of the calls. */
  append(entry: object): Promise<void>;
  /** Waits for what is being written, then closes the file. */
  close(): Promise<void>;
}

/**
 * Opens the journal in `path` and gives the entries it holds; makes it, readable by its owner only, if it is not there.
 * Without a path it is one that forgets. A last line without its end is cut off, as its writer died before it answered.
 * Any other line that cannot be read is an error.
 */
export async function openJournal<Entry>(path: string | undefined): Promise<{ entries: Entry[]; journal: Journal }> {
  if (path === undefined) return { entries: [], journal: { append: async () => {}, close: async () => {} } };
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+", 0o600);
  const written = await file.readFile();
  let size = written.lastIndexOf("\n") + 1;
  await file.truncate(size);
  const lines = written.subarray(0, size).toString("utf8").split("\n").slice(0, -1);
  const entries = lines.map((line, index) => parseLine(line, `${path}:${index + 1}`) as Entry);

  async function write(line: string): Promise<void> {
    try {
      await file.appendFile(line);
      await file.datasync();
      size += Buffer.byteLength(line);
    } catch (error) {
      // Half a line must not stay: the next entry would be glued to it.
      await file.truncate(size);
      throw error;
    }
  }

  let last = Promise.resolve();
  const append = (entry: object) => {
    const done = last.then(() => write(`${JSON.stringify(entry)}\n`));
    last = done.catch(() => {});
    return done;
  };
  const close = () => last.then(() => file.close());
  return { entries, journal: { append, close } };
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`The mailbox cannot read ${place}. Remove that line, or the file, and start again.`);
  }
}
