import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { parseAccept } from "hono/utils/accept";

type Bytes = Uint8Array<ArrayBuffer>;

/** An answer whose bytes are made, as it is given in one encoding. */
type Given = { headers: Record<string, string>; unchanged: Record<string, string>; bytes: Bytes };

type Encoding = "br" | "gzip";

/** A public answer, finished, to be given to everybody who asks for the same. */
export type Answer = {
  /** How much memory it takes, its encodings included, of which each is less than a quarter of a text. */
  size: number;
  plain: Given;
  etag: string;
  /** In an encoding once it was asked for; null where it is not worth one. */
  encoded: Map<Encoding, Given | Promise<Given>> | null;
};

/** What says of an answer what its bytes are: a 304 has none. */
const ABOUT_BYTES = ["content-type", "content-language", "content-disposition", "content-encoding", "content-length"];

/** Smaller ones get no smaller by it that is worth a reader's while. */
const WORTH_ENCODING = 1024;

/** Keeps a whole answer that has an ETag. `mayEncode`: where nothing that stands before this encodes what it passes on. */
export async function answerOf(response: Response, mayEncode: boolean): Promise<Answer | null> {
  const etag = response.headers.get("etag");
  if (response.status !== 200 || etag === null) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const isText = /^text\/|[/+](json|xml)\b/.test(headers["content-type"] ?? "");
  const encoded =
    mayEncode && isText && bytes.length >= WORTH_ENCODING ? new Map<Encoding, Given | Promise<Given>>() : null;
  if (encoded) headers.vary = [headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
  return { size: bytes.length * (encoded ? 1.5 : 1), plain: given(headers, bytes), etag, encoded };
}

const given = (headers: Record<string, string>, bytes: Bytes): Given => ({
  headers,
  unchanged: Object.fromEntries(Object.entries(headers).filter(([name]) => !ABOUT_BYTES.includes(name))),
  bytes,
});

/** Gives it as a request wants it: without a body for HEAD, 304 to whoever has it (RFC 9110, 13.1.2), encoded or not. */
export function give(answer: Answer, request: Request): Response | Promise<Response> {
  const encoding = answer.encoded ? encodingBy(request.headers.get("accept-encoding")) : null;
  const found = encoding === null ? answer.plain : encodedIn(answer, encoding);
  // Without a promise where there is nothing to wait for: Node's server then answers at once.
  return found instanceof Promise
    ? found.then((made) => respond(answer, made, request))
    : respond(answer, found, request);
}

function respond(
  { etag }: Answer,
  { headers, unchanged, bytes }: Given,
  { method, headers: asked }: Request,
): Response {
  const known = asked.get("if-none-match");
  if (known !== null && isNamed(etag, known)) return new Response(null, { status: 304, headers: unchanged });
  return new Response(method === "HEAD" ? null : bytes, { headers });
}

/** Compared weakly, as it is for reading (RFC 9110, 13.1.2): what is encoded has the same tag, marked as weak. */
const isNamed = (etag: string, known: string): boolean =>
  known === "*" || (known.match(/"[^"]*"/g)?.includes(etag) ?? false);

const compress: Record<Encoding, (bytes: Bytes) => Promise<Uint8Array>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

function encodedIn({ encoded, plain, etag }: Answer, encoding: Encoding): Given | Promise<Given> {
  const made = encoded?.get(encoding);
  if (made) return made;
  const headers = { ...plain.headers, "content-encoding": encoding, etag: `W/${etag}` };
  const making = compress[encoding](plain.bytes).then((bytes) => {
    const ready = given(headers, new Uint8Array(bytes));
    encoded?.set(encoding, ready);
    return ready;
  });
  encoded?.set(encoding, making);
  return making;
}

// Browsers send a handful of different ones; whatever else is sent is read each time.
const known = new Map<string, Encoding | null>();
const MOST_KNOWN = 100;

/** The encoding that a reader likes best of those there are (RFC 9110, 12.5.3); null for none. */
function encodingBy(header: string | null): Encoding | null {
  if (header === null) return null;
  const before = known.get(header);
  if (before !== undefined) return before;
  const asked = new Map(parseAccept(header).map(({ type, q }) => [type.toLowerCase(), q]));
  const liking = (encoding: string) => asked.get(encoding) ?? asked.get("*") ?? 0;
  const best = liking("gzip") > liking("br") ? "gzip" : "br";
  const chosen = liking(best) > 0 && liking(best) >= (asked.get("identity") ?? 0) ? best : null;
  if (known.size < MOST_KNOWN && header.length < MOST_KNOWN) known.set(header, chosen);
  return chosen;
}
