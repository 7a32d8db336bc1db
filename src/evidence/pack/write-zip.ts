import { createHash } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { Zip, ZipDeflate } from "fflate";
import type { ManifestFile } from "../formats.ts";
import { FORMAT } from "./readme.ts";
import { documentText } from "./text.ts";

/** The most files, and the most bytes, that a zip archive can say it has (APPNOTE 4.4, without zip64). */
export const MOST_FILES = 0xffff - 1;
const MOST_BYTES = 0xffff_ffff - 1;

/** A file of a pack, written piece by piece. */
export type PackFile = { name: string; content: AsyncIterable<string> | Iterable<string> };

export const MANIFEST = "manifest.json";
export const SUMS = "SHA256SUMS";

type Manifest = z.infer<typeof ManifestFile>;

/** The files of an evidence pack as one archive. */
export const packed = (
  files: AsyncIterable<PackFile>,
  about: Pick<Manifest, "changeSet" | "auditHead">,
  at: Date,
  mostFiles = MOST_FILES,
): AsyncGenerator<Uint8Array> =>
  zipped(files, (sums): Manifest => ({ format: FORMAT, ...about, files: [...sums] }), at, mostFiles);

/**
 * Files as one zip archive, followed by a manifest of their sums: as much of it in memory as one piece takes. The same
 * files and `at` give the same bytes in one time zone. Throws rather than write an archive that nobody could read.
 */
export async function* zipped(
  files: AsyncIterable<PackFile>,
  manifest: (files: Manifest["files"]) => object,
  at: Date,
  mostFiles = MOST_FILES,
): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  let [count, written] = [0, 0];
  const taken = () => {
    const bytes = made;
    made = [];
    written += bytes.reduce((sum, { length }) => sum + length, 0);
    if (written > MOST_BYTES) throw new Error("It is larger than a zip archive can be");
    return bytes;
  };
  const sums: Manifest["files"] = [];
  async function* add({ name, content }: PackFile) {
    count += 1;
    if (count > mostFiles) throw new Error(`It has more than the ${mostFiles} files of a zip archive`);
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of content) {
      const encoded = Buffer.from(piece);
      hash.update(encoded);
      bytes += encoded.length;
      if (bytes > MOST_BYTES) throw new Error(`${name} is larger than a file of a zip archive can be`);
      entry.push(encoded);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
    sums.push({ name, bytes, sha256: hash.digest("hex") });
  }
  for await (const file of files) yield* add(file);
  yield* add({ name: MANIFEST, content: [documentText(manifest([...sums]))] });
  yield* add({ name: SUMS, content: [sumsOf(sums)] });
  zip.end();
  yield* taken();
}

/** As `sha256sum --check` reads them. */
export const sumsOf = (files: Manifest["files"]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
