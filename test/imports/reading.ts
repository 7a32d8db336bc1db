import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { expect } from "vitest";
import { readSource } from "../../src/imports/formats/read.ts";
import type { Cell, Format, Source, SourceTable } from "../../src/imports/source.ts";
import { Refusal } from "../../src/model/values/refusal.ts";

export const read = (text: string | Uint8Array, told: { format?: Format; fileName?: string } = {}): Promise<Source> =>
  readSource(typeof text === "string" ? new TextEncoder().encode(text) : text, told);

/** A file of `fixtures`, whose format is found. */
export async function readFixture(path: string): Promise<Source> {
  const bytes = await readFile(new URL(`./fixtures/${path}`, import.meta.url));
  return readSource(bytes, { fileName: basename(path) });
}

/** Tables as their texts, for comparing: what is above, the header, the rows. */
export const plain = ({ tables }: Source) => tables.map(plainTable);

function plainTable({ headings, header, rows }: SourceTable) {
  const texts = (cells: readonly Cell[]) => cells.map(({ text }) => text);
  return [headings.join(" / "), header && texts(header), ...rows.map(({ cells }) => texts(cells))];
}

/** What the file is refused with. */
export async function refusalOf(text: string | Uint8Array, told: { format?: Format; fileName?: string } = {}) {
  const error = await read(text, told).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}
