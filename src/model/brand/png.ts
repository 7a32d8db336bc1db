import { crc32 } from "node:zlib";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The most pixels on a side: decoded, four bytes for each. */
export const MOST_PIXELS = 2000;

/** The chunks that how an image looks follows from. What else may stand in one, such as where it was taken, is left out. */
const KEPT = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND"]);

/** The bit depths that each colour type may have (PNG, 11.2.1). */
const DEPTHS: Record<number, number[]> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

export type Picture = { width: number; height: number; bytes: Uint8Array<ArrayBuffer>; removed: string[] };

/**
 * A PNG (ISO/IEC 15948) with the chunks that are kept, each with the checksum it says. Gives a reason, in the words of the
 * API, for one that is broken, too large, or has anything after its end.
 */
export function readPng(bytes: Uint8Array): Picture | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  const names: string[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return BROKEN;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(name)) return BROKEN;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return BROKEN;
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end));
    // A chunk that no viewer may skip (its name begins with a capital), and that we do not know.
    else if (/^[A-Z]/.test(name)) return BROKEN;
    names.push(name);
    at = end;
    if (name === "IEND") break;
  }
  if (at !== bytes.length || names[0] !== "IHDR" || names.at(-1) !== "IEND" || !isInOrder(names)) return BROKEN;
  const head = SIGNATURE.length + 8;
  const [width, height] = [view.getUint32(head), view.getUint32(head + 4)];
  if (view.getUint32(SIGNATURE.length) !== 13 || width === 0 || height === 0) return BROKEN;
  const [depth = 0, colours = 0, compression, filter, interlace = 2] = bytes.subarray(head + 8, head + 13);
  if (!DEPTHS[colours]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return BROKEN;
  if (width > MOST_PIXELS || height > MOST_PIXELS) return `must be at most ${MOST_PIXELS} by ${MOST_PIXELS} pixels`;
  const removed = [...new Set(names.filter((name) => !KEPT.has(name)))].sort();
  return { width, height, bytes: new Uint8Array(Buffer.concat(kept)), removed };
}

const BROKEN = "is a PNG that is broken or cut short";

/** One head, and the data in one piece (PNG, 5.6). */
function isInOrder(names: readonly string[]): boolean {
  const [first, last] = [names.indexOf("IDAT"), names.lastIndexOf("IDAT")];
  const isOne = (name: string) => names.filter((each) => each === name).length === 1;
  return first > 0 && isOne("IHDR") && names.slice(first, last).every((name) => name === "IDAT");
}
