import { crc32, deflateRawSync } from "node:zlib";

const NOTHING = Buffer.alloc(0);

/** What a header says of a member; bytes of a header are set by their place in it. */
export type Member = {
  name: string;
  content?: string;
  method?: 0 | 8;
  /** The bytes that are there instead of the content, packed. */
  bytes?: Buffer;
  says?: { crc?: number; packed?: number; size?: number };
  local?: { name?: string; set?: Record<number, number>; extra?: Buffer };
  directory?: { name?: string; set?: Record<number, number>; extra?: Buffer; comment?: Buffer; absent?: true };
  /** The sums after the content, and none in the local header, as they are written while the size is not known. */
  described?: { crc?: number; packed?: number; size?: number };
  before?: Buffer;
};

/** A zip archive in the form that packs have, but for what its members say otherwise. */
export function archive(
  members: Member[],
  { beforeDirectory = NOTHING, comment = NOTHING, end = {} as Record<number, number> } = {},
) {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  const written = () => parts.reduce((sum, { length }) => sum + length, 0);
  for (const member of members) {
    const content = Buffer.from(member.content ?? `the content of ${member.name}\n`);
    const method = member.method ?? 8;
    const bytes = member.bytes ?? (method === 8 ? deflateRawSync(content) : content);
    const sums = { crc: crc32(content), packed: bytes.length, size: content.length, ...member.says };
    parts.push(member.before ?? NOTHING);
    const offset = written();
    const zero = { crc: 0, packed: 0, size: 0 };
    const header = (
      signature: string,
      made: number[],
      told: typeof sums,
      name: string,
      extra: Buffer,
      rest: Buffer,
    ) => {
      const fixed = Buffer.alloc(26);
      fixed.writeUInt16LE(20, 0);
      fixed.writeUInt16LE(member.described ? 8 : 0, 2);
      fixed.writeUInt16LE(method, 4);
      fixed.writeUInt32LE(0x5d750000, 6);
      fixed.writeUInt32LE(told.crc, 10);
      fixed.writeUInt32LE(told.packed, 14);
      fixed.writeUInt32LE(told.size, 18);
      fixed.writeUInt16LE(Buffer.byteLength(name), 22);
      fixed.writeUInt16LE(extra.length, 24);
      return Buffer.concat([
        Buffer.from(signature, "latin1"),
        Buffer.from(made),
        fixed,
        rest,
        Buffer.from(name),
        extra,
      ]);
    };
    const [inside, outside] = [member.local ?? {}, member.directory ?? {}];
    const local = header(
      "PK\x03\x04",
      [],
      member.described ? zero : sums,
      inside.name ?? member.name,
      inside.extra ?? NOTHING,
      NOTHING,
    );
    for (const [at, byte] of Object.entries(inside.set ?? {})) local[Number(at)] = byte;
    parts.push(local, bytes);
    if (member.described) {
      const after = Buffer.alloc(16);
      after.write("PK\x07\x08", "latin1");
      const { crc, packed: length, size } = { ...sums, ...member.described };
      for (const [index, value] of [crc, length, size].entries()) after.writeUInt32LE(value, 4 + 4 * index);
      parts.push(after);
    }
    if (outside.absent) continue;
    const rest = Buffer.alloc(14);
    rest.writeUInt16LE(outside.comment?.length ?? 0, 0);
    rest.writeUInt32LE(offset, 10);
    const listed = header("PK\x01\x02", [20, 0], sums, outside.name ?? member.name, outside.extra ?? NOTHING, rest);
    for (const [at, byte] of Object.entries(outside.set ?? {})) listed[Number(at)] = byte;
    directory.push(listed, outside.comment ?? NOTHING);
  }
  parts.push(beforeDirectory);
  const [start, listing] = [written(), Buffer.concat(directory)];
  const last = Buffer.alloc(22);
  last.write("PK\x05\x06", "latin1");
  const count = members.filter((member) => !member.directory?.absent).length;
  for (const at of [8, 10]) last.writeUInt16LE(count, at);
  last.writeUInt32LE(listing.length, 12);
  last.writeUInt32LE(start, 16);
  last.writeUInt16LE(comment.length, 20);
  for (const [at, byte] of Object.entries(end)) last[Number(at)] = byte;
  return Buffer.concat([...parts, listing, last, comment]);
}
