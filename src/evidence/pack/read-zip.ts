import { inflateRawSync } from "node:zlib";

/** A file that cannot be read as what it should be; says why. */
export class Unusable extends Error {}

/** The most a file, and all files together, may be when unpacked: an archive's own word is not taken for it. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;
const MAX_BYTES = 2 * 1024 * 1024 * 1024;

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

type Entry = { name: string; method: number; packed: number; size: number; offset: number };

/**
 * Reads a zip archive (APPNOTE 6.3) by its central directory, and unpacks a file when it is asked for, in memory alone.
 * Refuses as unusable what is cut off, encrypted, too large, of another method than stored and deflated, or names
 * files twice or outside of itself.
 */
export function readZip(archive: Buffer): { names: string[]; read(name: string): Buffer } {
  const entries = new Map(directoryOf(archive).map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) throw new Unusable(`${name} is missing`);
      return unpack(archive, entry);
    },
  };
}

const END_BYTES = 22;
const HEADER_BYTES = 46;
const LOCAL_BYTES = 30;

function directoryOf(archive: Buffer): Entry[] {
  const end = archive.length - END_BYTES;
  // A comment could come after it; ours have none, and without one nothing can hide there.
  if (end < 0 || archive.readUInt32LE(end) !== 0x06054b50) throw new Unusable("it is not a zip archive, or is cut off");
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (start + archive.readUInt32LE(end + 12) !== end) throw new Unusable("its directory is not where it says");
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = headerAt(archive, at, end);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw new Unusable("its directory is longer than it says");
  refuseUnsafe(entries);
  return entries;
}

function headerAt(archive: Buffer, at: number, end: number): { entry: Entry; next: number } {
  if (at + HEADER_BYTES > end || archive.readUInt32LE(at) !== 0x02014b50) throw new Unusable("its directory is broken");
  const nameEnd = at + HEADER_BYTES + archive.readUInt16LE(at + 28);
  const next = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  if (next > end) throw new Unusable("its directory is broken");
  if (archive.readUInt16LE(at + 8) & 1) throw new Unusable("it is encrypted");
  const entry = {
    name: archive.toString("utf8", at + HEADER_BYTES, nameEnd),
    method: archive.readUInt16LE(at + 10),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  };
  return { entry, next };
}

function refuseUnsafe(entries: Entry[]): void {
  const seen = new Set<string>();
  for (const { name, size } of entries) {
    if (!SAFE_NAME.test(name)) throw new Unusable(`it names a file ${JSON.stringify(name.slice(0, 100))}`);
    if (seen.has(name.toLowerCase())) throw new Unusable(`it holds ${name} twice`);
    if (size > MAX_FILE_BYTES) throw new Unusable(`${name} is too large`);
    seen.add(name.toLowerCase());
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_BYTES) throw new Unusable("it is too large when unpacked");
}

function unpack(archive: Buffer, { name, method, packed, size, offset }: Entry): Buffer {
  if (offset + LOCAL_BYTES > archive.length || archive.readUInt32LE(offset) !== 0x04034b50)
    throw new Unusable(`${name} is not where the directory says`);
  const nameEnd = offset + LOCAL_BYTES + archive.readUInt16LE(offset + 26);
  if (archive.toString("utf8", offset + LOCAL_BYTES, nameEnd) !== name) throw new Unusable(`${name} has two names`);
  const start = nameEnd + archive.readUInt16LE(offset + 28);
  const bytes = archive.subarray(start, start + packed);
  if (bytes.length !== packed) throw new Unusable(`${name} is cut off`);
  const content = method === 0 ? bytes : method === 8 ? inflate(name, bytes, size) : null;
  if (content === null) throw new Unusable(`${name} is packed in another way`);
  if (content.length !== size) throw new Unusable(`${name} is not as long as it says`);
  return content;
}

function inflate(name: string, bytes: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new Unusable(`${name} cannot be unpacked, or is longer than it says`);
  }
}
