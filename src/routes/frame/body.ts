import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import type { App } from "./context.ts";

const KIB = 1024;

/** No document is longer than a mebibyte, no form than a few texts; a file of customers may have tens of thousands of lines. */
export const DOCUMENT_BYTES = 1024 * KIB;
export const FORM_BYTES = 64 * KIB;
export const FILE_BYTES = 20 * 1024 * KIB;
/** A file with a list, in base64, and what is around it. */
export const LIST_FILE_BYTES = 7 * 1024 * KIB;

/** The most of a form of the public pages: every product of the organisation may be a field. */
const PUBLIC_FORM = { bytes: FORM_BYTES, fields: 250 };

/** The most of a form of the console, which holds a whole document. */
export const DOCUMENT_FORM = { bytes: DOCUMENT_BYTES, fields: 5000 };

/** The most of a body that is decoded at once, however it comes. */
const PIECE_BYTES = 64 * KIB;

const tooLarge = (message: string) => new HTTPException(413, { message });

const sizeOf = (bytes: number) => (bytes < 1024 * KIB ? `${bytes / KIB} KiB` : `${bytes / KIB / 1024} MiB`);

/** Refuses: body-too-large. What is declared is not begun to be read. */
function refuseDeclared(c: Context<App>, max: number): void {
  if (Number(c.req.header("content-length") ?? 0) > max) throw tooLarge(`At most ${sizeOf(max)}.`);
}

/** The next piece of a body. That a client has gone is its own doing, and nothing that failed here. Refuses: malformed-json. */
const nextPiece = (reader: ReadableStreamDefaultReader<Uint8Array>) =>
  reader.read().catch(() => {
    throw new HTTPException(400, { message: "The body broke off." });
  });

/** A body in pieces as they come. Whoever stops reading leaves the rest where it is. Refuses: body-too-large. */
async function* bodyPieces(c: Context<App>, max: number): AsyncGenerator<Uint8Array> {
  refuseDeclared(c, max);
  const reader = c.req.raw.body?.getReader();
  if (!reader) return;
  let bytes = 0;
  try {
    for (let read = await nextPiece(reader); !read.done; read = await nextPiece(reader)) {
      bytes += read.value.length;
      if (bytes > max) throw tooLarge(`At most ${sizeOf(max)}.`);
      yield read.value;
    }
  } finally {
    reader.releaseLock();
  }
}

async function bodyBytes(c: Context<App>, max: number): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bodyPieces(c, max)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A body as text, UTF-8, in pieces as they come. Refuses: body-too-large. */
export async function* bodyText(c: Context<App>, max: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of bodyPieces(c, max)) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      yield decoder.decode(piece.subarray(at, at + PIECE_BYTES), { stream: true });
    }
  }
  yield decoder.decode();
}

/** Lets a body pass that is no longer than that, declared or counted. Refuses: body-too-large. */
export const upTo = (max: number) =>
  createMiddleware<App>(async (c, next) => {
    refuseDeclared(c, max);
    if (c.req.raw.body) c.req.raw = new Request(c.req.raw, { body: await bodyBytes(c, max) });
    await next();
  });

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** Whether a request says that its body is a form. */
export const isForm = (c: Context<App>): boolean => FORM.test(c.req.header("content-type") ?? "");

/** A form's fields that are text; a body that is no form has none. Refuses: body-too-large, of bytes or of fields. */
export async function readForm(c: Context<App>, most = PUBLIC_FORM): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!isForm(c)) return new URLSearchParams();
  const bytes = await bodyBytes(c, most.bytes);
  const form = /^multipart/i.test(type) ? await fieldsOfParts(bytes, type) : new TextDecoder().decode(bytes);
  const fields = typeof form === "string" ? form.split("&").length : form.length;
  if (fields > most.fields) throw tooLarge(`At most ${most.fields} fields.`);
  return new URLSearchParams(form);
}

/** The most of a form with a file, which is held in memory whole: half of what the API takes as it comes. */
const FILE_FORM = { bytes: FILE_BYTES / 2, fields: 500 };

/** A form of parts that may have one file: its fields, and the file's text, null where none was chosen. Refuses: body-too-large. */
export async function readFileForm(c: Context<App>): Promise<{ fields: URLSearchParams; file: string | null }> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart/i.test(type)) return { fields: await readForm(c, DOCUMENT_FORM), file: null };
  const bytes = await bodyBytes(c, FILE_FORM.bytes);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => new FormData());
  const parts = [...form];
  if (parts.length > FILE_FORM.fields) throw tooLarge(`At most ${FILE_FORM.fields} fields.`);
  const fields = new URLSearchParams();
  let file: string | null = null;
  for (const [name, value] of parts) {
    if (typeof value === "string") fields.append(name, value);
    else if (value.size > 0) file ??= textIn(await value.bytes());
  }
  return { fields, file };
}

/** A form of parts with a list in it: its fields, and the file's bytes and name, null where none was chosen. Refuses: body-too-large. */
export async function readListForm(
  c: Context<App>,
): Promise<{ fields: URLSearchParams; file: { bytes: Uint8Array; fileName: string } | null }> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart/i.test(type)) return { fields: await readForm(c, DOCUMENT_FORM), file: null };
  const bytes = await bodyBytes(c, LIST_FILE_BYTES);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => new FormData());
  const parts = [...form];
  if (parts.length > FILE_FORM.fields) throw tooLarge(`At most ${FILE_FORM.fields} fields.`);
  const fields = new URLSearchParams(
    parts.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const [sent] = parts.flatMap(([, value]) => (typeof value !== "string" && value.size > 0 ? [value] : []));
  return { fields, file: sent ? { bytes: await sent.bytes(), fileName: sent.name.slice(-MOST_NAME) } : null };
}

const MOST_NAME = 200;

/** What the parts around a file take, beside its bytes. */
const AROUND_FILE = 4 * KIB;

/**
 * The bytes of the one file of a form of parts; null where none was chosen. A form that is longer than such a file and what is
 * around it is not read to its end.
 */
export async function readUpload(c: Context<App>, most: number): Promise<Uint8Array | "too large" | null> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart/i.test(type)) return null;
  const bytes = await bodyBytes(c, most + AROUND_FILE).catch((error) => {
    if (error instanceof HTTPException && error.status === 413) return null;
    throw error;
  });
  if (bytes === null) return "too large";
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => new FormData());
  const file = [...form.values()].find((value) => typeof value !== "string" && value.size > 0);
  if (file === undefined || typeof file === "string") return null;
  return file.size > most ? "too large" : await file.bytes();
}

/** What spreadsheets save as text is UTF-8, UTF-16 with its mark, or in the old encoding of Windows. */
function textIn(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function fieldsOfParts(bytes: Buffer<ArrayBuffer>, type: string): Promise<[string, string][]> {
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => new FormData());
  return [...form].flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []));
}
