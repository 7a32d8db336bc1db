import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readZip, Unusable } from "../src/evidence/pack/read-zip.ts";
import { packed } from "../src/evidence/pack/write-zip.ts";
import { runVerify } from "./setup/verify.ts";
import { archive } from "./setup/zip.ts";

/** Archives that some program reads otherwise than another: whatever a pack shows, it shows to everybody. */

const readAll = (bytes: Buffer) => {
  const zip = readZip(bytes);
  return Object.fromEntries(zip.names.map((name) => [name, zip.read(name).toString()]));
};

const A = { name: "a.txt" };
const B = { name: "mails/b.txt" };
const README = { name: "README.txt", content: "Nobody was told.\n" };

describe("an archive of the form that packs have is read", () => {
  test("as the registry writes it", async () => {
    const about = { changeSet: 1, auditHead: null };
    async function* files() {
      yield { name: "a.txt", content: ["one ", "two"] };
      yield { name: "empty.txt", content: [] };
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of packed(files(), about, new Date("2026-11-21T09:00:00Z"))) pieces.push(piece);
    expect(readAll(Buffer.concat(pieces))).toMatchObject({ "a.txt": "one two", "empty.txt": "" });
  });

  test("deflated or stored, described before or after", () => {
    const stored = { name: "stored.txt", method: 0 } as const;
    const after = { ...B, described: {} };
    expect(readAll(archive([A, stored, after]))).toEqual({
      "a.txt": "the content of a.txt\n",
      "stored.txt": "the content of stored.txt\n",
      "mails/b.txt": "the content of mails/b.txt\n",
    });
    expect(readAll(Buffer.from(zipSync({ "a.txt": Buffer.from("one") })))).toEqual({ "a.txt": "one" });
    expect(readAll(archive([]))).toEqual({});
  });
});

const hidden = { ...README, directory: { absent: true } } as const;
const nested = archive([README]);

describe("an archive that hides something is refused", () => {
  test.each<[string, Buffer, RegExp]>([
    ["a member between others that the directory does not list", archive([A, hidden, B]), /does not list/],
    ["such a member before all others", archive([hidden, A]), /does not list/],
    ["such a member behind all others", archive([A, hidden]), /does not list/],
    [
      "such a member of a name that is listed as well",
      archive([README, { ...hidden, content: "Else.\n" }]),
      /does not list/,
    ],
    ["bytes before the first member", archive([{ ...A, before: Buffer.from("#!/bin/sh\n") }]), /does not list/],
    ["a byte between members", archive([A, { ...B, before: Buffer.from("x") }]), /does not list/],
    ["bytes before the directory", archive([A], { beforeDirectory: Buffer.from("more") }), /does not list/],
    ["a whole archive before it", Buffer.concat([nested, archive([A])]), /not where it says/],
    ["a whole archive before it, with places that fit", archive([{ ...A, before: nested }]), /does not list/],
    ["a whole archive after it", Buffer.concat([archive([A, B]), nested]), /not where it says/],
    ["bytes after its end", Buffer.concat([archive([A]), Buffer.from("more")]), /after its end/],
    ["a comment", archive([A], { comment: Buffer.from("Read me instead.") }), /after its end/],
    ["an archive as its comment", archive([A], { comment: nested }), /not where it says|not that of a pack/],
    ["a comment that is not there", archive([A], { end: { 20: 1 } }), /not that of a pack/],
    ["members in the directory's order alone", swapped(), /does not list/],
    ["two members of one name", archive([A, { ...A, content: "Else.\n" }]), /twice/],
    ["two names that differ by case alone", archive([A, { name: "A.TXT" }]), /twice/],
    ["one member that is listed twice", listedTwice(), /does not list/],
    ["bytes after the end of what was deflated", padded(), /something after its end/],
    [
      "an extra field in the member alone",
      archive([{ ...A, local: { extra: Buffer.from("ux\x02\0ab") } }]),
      /two ways|cut off/,
    ],
    [
      "an extra field in the directory",
      archive([{ ...A, directory: { extra: Buffer.from("up\x02\0ab") } }]),
      /broken|described otherwise/,
    ],
    [
      "a comment on a member",
      archive([{ ...A, directory: { comment: Buffer.from("Read me.") } }]),
      /described otherwise/,
    ],
  ])("%s", (_, bytes, reason) => {
    expect(() => readAll(bytes)).toThrow(Unusable);
    expect(() => readAll(bytes)).toThrow(reason);
  });
});

describe("an archive that says of a file what it is not is refused", () => {
  const size = "the content of a.txt\n".length;
  test.each<[string, Buffer, RegExp]>([
    ["another name in the member", archive([{ ...A, local: { name: "b.txt" } }]), /two names/],
    ["a longer name in the member", archive([{ ...A, local: { name: "a.txt.exe" } }]), /two names|cut off|two ways/],
    ["a name that ends elsewhere for some", archive([{ name: "a.txt\0.html" }]), /names a file/],
    ["a name that leads out of it", archive([{ name: "../a.txt" }]), /names a file/],
    ["a wrong checksum, everywhere", archive([{ ...A, says: { crc: 1 } }]), /checksum/],
    ["a wrong checksum of what is stored", archive([{ ...A, method: 0, says: { crc: 1 } }]), /checksum/],
    ["a wrong checksum in the member", archive([{ ...A, local: { set: { 14: 7 } } }]), /two ways/],
    ["another packed size in the member", archive([{ ...A, local: { set: { 18: 7 } } }]), /two ways/],
    ["another size in the member", archive([{ ...A, local: { set: { 22: 7 } } }]), /two ways/],
    ["another time in the member", archive([{ ...A, local: { set: { 10: 7 } } }]), /two ways/],
    ["another method in the member", archive([{ ...A, local: { set: { 8: 0 } } }]), /two ways/],
    ["flags in the member alone", archive([{ ...A, local: { set: { 6: 8 } } }]), /two ways/],
    ["a smaller size, everywhere", archive([{ ...A, says: { size: size - 1 } }]), /longer than it says/],
    ["a larger size, everywhere", archive([{ ...A, says: { size: size + 1 } }]), /not as long/],
    ["a larger packed size", archive([{ ...A, says: { packed: 4000 } }]), /cut off/],
    ["another checksum after it", archive([{ ...A, described: { crc: 1 } }]), /two ways/],
    ["another size after it", archive([{ ...A, described: { size: 1 } }]), /two ways/],
    ["sums after it that do not belong to a stored file", archive([{ ...A, method: 0, described: {} }]), /another way/],
    ["that it is encrypted", archive([{ ...A, local: { set: { 6: 1 } }, directory: { set: { 8: 1 } } }]), /encrypted/],
    ["another method", archive([{ ...A, local: { set: { 8: 9 } }, directory: { set: { 10: 9 } } }]), /another way/],
    ["that it is a link", archive([{ ...A, directory: { set: { 5: 3, 41: 0xa1 } } }]), /described otherwise/],
    ["a disk of its own", archive([{ ...A, directory: { set: { 34: 1 } } }]), /described otherwise/],
    ["that it ends on another disk", archive([A], { end: { 4: 1 } }), /not that of a pack/],
    ["more files than there are", archive([A], { end: { 8: 2, 10: 2 } }), /broken/],
    ["fewer files than there are", archive([A, B], { end: { 8: 1, 10: 1 } }), /longer than it says/],
    ["two numbers of files", archive([A, B], { end: { 8: 1 } }), /not that of a pack/],
    [
      "what cannot be inflated",
      archive([{ ...A, bytes: Buffer.from("\xff\xff\xff", "latin1") }]),
      /cannot be unpacked/,
    ],
  ])("%s", (_, bytes, reason) => {
    expect(() => readAll(bytes)).toThrow(Unusable);
    expect(() => readAll(bytes)).toThrow(reason);
  });
});

describe("a bomb is refused before it is inflated", () => {
  const zeros = deflateRawSync(Buffer.alloc(16 * 1024 * 1024));
  const bomb = (name: string, size: number) => ({ name, bytes: zeros, says: { size } });

  test("when it says how large it is: one file, or many", () => {
    // `readZip` inflates nothing: the refusal is there before any file is asked for.
    expect(() => readZip(archive([bomb("a.txt", 1024 ** 3 + 1)]))).toThrow(/too large/);
    const many = Array.from({ length: 5 }, (_, index) => bomb(`${index}.txt`, 500 * 1024 ** 2));
    expect(() => readZip(archive(many))).toThrow(/too large when unpacked/);
  });

  test("when it does not: no more is inflated than it says", () => {
    const zip = readZip(archive([bomb("a.txt", 1000)]));
    const before = process.memoryUsage().arrayBuffers;
    expect(() => zip.read("a.txt")).toThrow(/longer than it says/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });
});

test("npm run verify refuses a pack with a README that its directory does not list", async () => {
  const { code, stdout, stderr } = await runVerify(archive([A, hidden]));
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("its directory does not list");
});

/** The directory lists the second member first. */
function swapped(): Buffer {
  const made = archive([A, B]);
  const start = made.readUInt32LE(made.length - 6);
  const middle = start + 46 + A.name.length;
  const end = made.length - 22;
  return Buffer.concat([
    made.subarray(0, start),
    made.subarray(middle, end),
    made.subarray(start, middle),
    made.subarray(end),
  ]);
}

/** Two entries of the directory, with two names, are of one member. */
function listedTwice(): Buffer {
  const made = archive([A]);
  const start = made.readUInt32LE(made.length - 6);
  const end = made.length - 22;
  const entry = made.subarray(start, end);
  const last = Buffer.from(made.subarray(end));
  for (const at of [8, 10]) last.writeUInt16LE(2, at);
  last.writeUInt32LE(entry.length * 2, 12);
  return Buffer.concat([made.subarray(0, start), entry, entry, last]);
}

/** Its packed size covers more than what was deflated: some programs go on reading there. */
function padded(): Buffer {
  const content = "the content of a.txt\n";
  return archive([{ ...A, content, bytes: Buffer.concat([deflateRawSync(content), Buffer.from("hidden")]) }]);
}

test("whatever single byte of an archive is changed, nothing else is read than what was written", () => {
  const made = archive([A, { ...B, described: {} }, { name: "c.txt", method: 0 }]);
  const digest = (files: Record<string, string>) => createHash("sha256").update(JSON.stringify(files)).digest("hex");
  const right = digest(readAll(made));
  const others: number[] = [];
  for (let at = 0; at < made.length; at += 1) {
    for (const flip of [1, 0x80, 0xff]) {
      const changed = Buffer.from(made);
      changed[at] = (changed[at] ?? 0) ^ flip;
      try {
        if (digest(readAll(changed)) !== right) others.push(at);
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
      }
    }
  }
  expect(others).toEqual([]);
});
