import { Inflate } from "fflate";
import { MAX_PARTS, MAX_UNPACKED, unreadable } from "../bounds.ts";

/** A file of an archive: where it begins, how long it is packed, and whether it is. */
type Packed = { at: number; length: number; isDeflated: boolean };

/** How much is unpacked at once: a thousand times as much may come of it. */
const PIECE = 8192;

const EMPTY_FILE = { at: 0, length: 0, isDeflated: false };

/**
 * The files of a zip archive (APPNOTE 6.3) by their names, unpacked as they are read, however many bytes it says that they have.
 * Refuses: unreadable-file.
 */
export class Archive {
  readonly #files = new Map<string, Packed>();
  readonly #view: DataView;
  #unpacked = 0;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      throw error instanceof RangeError ? damaged() : error;
    }
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** Gives the text of a file piece by piece; nothing of one that is not there. */
  read(name: string, take: (text: string) => void): void {
    const { at, length, isDeflated } = this.#files.get(name) ?? EMPTY_FILE;
    const decoder = new TextDecoder();
    const put = (piece: Uint8Array) => {
      this.#unpacked += piece.length;
      if (this.#unpacked > MAX_UNPACKED) throw unreadable(`unpacks to more than ${MAX_UNPACKED} bytes`);
      take(decoder.decode(piece, { stream: true }));
    };
    if (!isDeflated) {
      put(this.bytes.subarray(at, at + length));
      return;
    }
    const inflate = new Inflate(put);
    for (let from = at; from < at + length; from += PIECE) {
      const to = Math.min(from + PIECE, at + length);
      unpack(() => inflate.push(this.bytes.subarray(from, to), to === at + length));
    }
  }

  /** What the archive says of its files stands at its end. */
  #readDirectory(): void {
    const end = this.#endOfDirectory();
    const count = this.#view.getUint16(end + 10, true);
    if (count > MAX_PARTS) throw unreadable(`has more than ${MAX_PARTS} files in it`);
    let at = this.#view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) {
      if (this.#view.getUint32(at, true) !== 0x02014b50) throw damaged();
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => this.#view.getUint16(at + offset, true)) as [
        number,
        number,
        number,
      ];
      const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + nameLength));
      if ((this.#view.getUint16(at + 8, true) & 1) === 1) throw unreadable("is locked with a password");
      this.#files.set(name, this.#fileAt(at));
      at += 46 + nameLength + extra + comment;
    }
  }

  #endOfDirectory(): number {
    for (let at = this.bytes.length - 22; at >= 0 && at > this.bytes.length - 65_558; at -= 1)
      if (this.#view.getUint32(at, true) === 0x06054b50) return at;
    throw damaged();
  }

  #fileAt(entry: number): Packed {
    const method = this.#view.getUint16(entry + 10, true);
    const local = this.#view.getUint32(entry + 42, true);
    if (method !== 0 && method !== 8) throw damaged();
    const at = local + 30 + this.#view.getUint16(local + 26, true) + this.#view.getUint16(local + 28, true);
    return { at, length: this.#view.getUint32(entry + 20, true), isDeflated: method === 8 };
  }
}

/** What fflate says of bytes that it cannot unpack is an error with a code; a refusal passes. */
function unpack(run: () => void): void {
  try {
    run();
  } catch (error) {
    throw error instanceof Error && "code" in error ? damaged() : error;
  }
}

const damaged = () => unreadable("is a damaged archive");
