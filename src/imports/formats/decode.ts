import { unreadable } from "./bounds.ts";

/**
 * The text of a file: UTF-16 by its mark or by its zeros, UTF-8 where it is that, what it says of itself in HTML, or else
 * windows-1252, which reads Latin-1 as well. Refuses: unreadable-file, for what is no text, and for letters that are garbled.
 */
export function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const zero = text.indexOf("\0");
  if (zero >= 0) throw unreadable(`is no text: it has a zero byte at character ${zero + 1}`);
  if (encoding === "windows-1252" && UNUSED.test(text))
    throw unreadable("is in no encoding that is known: save it as UTF-8");
  const [garbled] = GARBLED.exec(text) ?? [];
  if (garbled)
    throw unreadable(
      `has letters that were once read in a wrong encoding, as in "${garbled}": save what it was made from as UTF-8`,
    );
  return text;
}

/**
 * Bytes that windows-1252 does not use, and its sign for guilders, which begins katakana in Shift-JIS: what has them was saved by
 * a Mac of old, or in an encoding of East Asia.
 */
const UNUSED = /[\x81\x8D\x8F\x90\x9D]|ƒ\S/;

/** UTF-8 that was read as windows-1252 and saved so: "MÃ¼ller", "Lâ€™OrÃ©al". */
const GARBLED = /(?:Ã[¡-º¼-¿ŸœŒžŠŽ„‰ˆƒ†‡]|â€[™œ“”¦])\p{L}{0,20}/u;

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
