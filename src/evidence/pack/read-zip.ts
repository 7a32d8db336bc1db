import { crc32, inflateRawSync } from "node:zlib";

/** A file that cannot be read as what it should be; says why. */
export class Unusable extends Error {}

/** The most that a file, and all files together, may say they are when unpacked. None is unpacked beyond what it says. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;
const MAX_BYTES = 2 * 1024 * 1024 * 1024;

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

type Entry = { name: string; method: number; crc: number; packed: number; size: number; start: number };

/**
 * Reads a zip archive (APPNOTE 6.3) of the one form that packs are written in, and unpacks a file when it is asked for, in
 * memory alone. Programs that read archives differ in what they take for a file: what one finds by the directory, another
 * finds by going through the archive. So both ways must lead to the same files, and to every byte there is.
 * All of it together is unpacked to `mostBytes` at most. Refuses the rest as unusable: what is cut off, encrypted, too large or packed otherwise, and names that lead out of it.
 */
export function readZip(archive: Buffer, mostBytes = MAX_BYTES): { names: string[]; read(name: string): Buffer } {
  const entries = new Map(entriesOf(archive, mostBytes).map((entry) => [entry.name, entry]));
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
const DESCRIPTOR_BYTES = 16;

const STORED = 0;
const DEFLATED = 8;
/** The flag of a file that was written before its size was known: sum and sizes follow it. */
const DESCRIBED_AFTERWARDS = 8;

/** The files by the directory, each of them where the one before has ended. */
function entriesOf(archive: Buffer, mostBytes: number): Entry[] {
  const end = archive.length - END_BYTES;
  if (end < 0 || archive.readUInt32LE(end) !== 0x06054b50)
    throw new Unusable("it is not a zip archive, is cut off, or goes on after its end");
  const [count, start] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)];
  const isWhole = archive.readUInt32LE(end + 4) === 0 && archive.readUInt16LE(end + 8) === count;
  if (!isWhole || archive.readUInt16LE(end + 20) !== 0) throw new Unusable("its end is not that of a pack");
  if (start + archive.readUInt32LE(end + 12) !== end) throw new Unusable("its directory is not where it says");

  const entries: Entry[] = [];
  let [at, place] = [start, 0];
  for (let index = 0; index < count; index += 1) {
    const header = headerAt(archive, at, end);
    const { entry, next } = localAt(archive, header, place, start);
    entries.push(entry);
    at += header.bytes.length;
    place = next;
  }
  if (at !== end) throw new Unusable("its directory is longer than it says");
  if (place !== start) throw new Unusable("it holds something that its directory does not list");
  refuseUnsafe(entries, mostBytes);
  return entries;
}

type Header = { bytes: Buffer; name: string };

function headerAt(archive: Buffer, at: number, end: number): Header {
  if (at + HEADER_BYTES > end || archive.readUInt32LE(at) !== 0x02014b50) throw new Unusable("its directory is broken");
  const bytes = archive.subarray(at, at + HEADER_BYTES + archive.readUInt16LE(at + 28));
  if (at + bytes.length > end) throw new Unusable("its directory is broken");
  const name = bytes.toString("utf8", HEADER_BYTES);
  // By whom it was made, and 12 bytes: no comment, no other disk, no attributes that would make a link of it.
  if (bytes.readUInt16LE(4) !== 20 || bytes.subarray(30, 42).some((byte) => byte !== 0))
    throw new Unusable(
      `${name} is described otherwise than in a file that a registry writes: something has changed it, or packed it anew`,
    );
  return { bytes, name };
}

/** The file that the directory describes, which must be at `place`; the next begins where it ends. */
function localAt(
  archive: Buffer,
  { bytes, name }: Header,
  place: number,
  limit: number,
): { entry: Entry; next: number } {
  const flags = bytes.readUInt16LE(8);
  if (flags & 1) throw new Unusable("it is encrypted");
  const method = bytes.readUInt16LE(10);
  const isKnown =
    method === DEFLATED ? flags === 0 || flags === DESCRIBED_AFTERWARDS : method === STORED && flags === 0;
  if (!isKnown) throw new Unusable(`${name} is packed in another way`);
  const [packed, size] = [bytes.readUInt32LE(20), bytes.readUInt32LE(24)];
  if (bytes.readUInt32LE(42) !== place)
    throw new Unusable(`something that its directory does not list is before ${name}`);
  const nameAt = place + LOCAL_BYTES;
  const start = nameAt + bytes.length - HEADER_BYTES;
  const end = start + packed;
  const next = end + (flags === 0 ? 0 : DESCRIPTOR_BYTES);
  if (next > limit) throw new Unusable(`${name} is cut off`);

  const local = archive.subarray(place, start);
  if (local.readUInt32LE(0) !== 0x04034b50) throw new Unusable(`${name} is not where the directory says`);
  // Both headers have the same fields, from the version that is needed to the lengths of name and extra.
  const told = Buffer.from(bytes.subarray(6, 32));
  if (flags === DESCRIBED_AFTERWARDS) {
    const sums = Buffer.concat([Buffer.from("PK\x07\x08", "latin1"), told.subarray(10, 22)]);
    if (!archive.subarray(end, next).equals(sums)) throw new Unusable(`${name} is described in two ways`);
    told.fill(0, 10, 22);
  }
  if (!local.subarray(LOCAL_BYTES).equals(bytes.subarray(HEADER_BYTES))) throw new Unusable(`${name} has two names`);
  if (!local.subarray(4, LOCAL_BYTES).equals(told)) throw new Unusable(`${name} is described in two ways`);
  return { entry: { name, method, crc: bytes.readUInt32LE(16), packed, size, start }, next };
}

function refuseUnsafe(entries: Entry[], mostBytes: number): void {
  const seen = new Set<string>();
  for (const { name, size } of entries) {
    if (!SAFE_NAME.test(name)) throw new Unusable(`it names a file ${JSON.stringify(name.slice(0, 100))}`);
    if (seen.has(name.toLowerCase())) throw new Unusable(`it holds ${name} twice`);
    if (size > MAX_FILE_BYTES) throw new Unusable(`${name} is too large`);
    seen.add(name.toLowerCase());
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > mostBytes) throw new Unusable("it is too large when unpacked");
}

function unpack(archive: Buffer, { name, method, crc, packed, size, start }: Entry): Buffer {
  const bytes = archive.subarray(start, start + packed);
  const content = method === STORED ? bytes : inflate(name, bytes, size);
  if (content.length !== size) throw new Unusable(`${name} is not as long as it says`);
  if (crc32(content) !== crc) throw new Unusable(`${name} has another checksum than it says`);
  return content;
}

function inflate(name: string, bytes: Buffer, size: number): Buffer {
  let unpacked: { buffer: Buffer; engine: { bytesWritten: number } };
  try {
    // With `info` the result is such an object, which the types of Node do not say.
    unpacked = inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1), info: true }) as unknown as typeof unpacked;
  } catch {
    throw new Unusable(`${name} cannot be unpacked, or is longer than it says`);
  }
  if (unpacked.engine.bytesWritten !== bytes.length) throw new Unusable(`${name} has something after its end`);
  return unpacked.buffer;
}
