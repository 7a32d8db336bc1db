import { unreadable } from "./bounds.ts";

/**
 * The text of a file: UTF-16 by its mark or by its zeros, UTF-8 where it is that, what it says of itself in HTML, or else
 * windows-1252, which reads Latin-1 as well. Refuses: unreadable-file, for what is no text.
 */
export function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const zero = text.indexOf("\0");
  if (zero >= 0) throw unreadable(`is no text: it has a zero byte at character ${zero + 1}`);
  return text;
}

/** How much of a file may say what it is encoded in, as browsers have it. */
const SAMPLE = 1024;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  const zerosAt = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zerosAt(1) * 4 > sample.length) return "utf-16le";
  if (zerosAt(0) * 4 > sample.length) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return declared(new TextDecoder("windows-1252").decode(sample)) ?? "windows-1252";
  }
}

function declared(head: string): string | undefined {
  const name = /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(head)?.[1];
  if (name === undefined || /^utf-?8$/i.test(name)) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
