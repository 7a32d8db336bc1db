import type { z } from "zod";
import { Failure, type Host } from "./host.ts";
import { patience, TOO_LATE } from "./patience.ts";
import { refusalInWords } from "./refusal.ts";

/** Some of a list, and where it goes on. */
export type Page<Item> = { data: Item[]; next: string | null };

type Asked = { body?: unknown /** Whether an API key goes along. */; key?: boolean };

/**
 * A registry over HTTP. Every call throws `Failure` in words for what is not as it should be, such as an answer that lacks what
 * is read of it: anything may listen at an address.
 */
export type Client = {
  /** Its address, without a slash at the end. */
  address: string;
  get: <Answer>(path: string, answer: z.ZodType<Answer>, asked?: Asked) => Promise<Answer>;
  send: <Answer>(method: "POST" | "PATCH", path: string, answer: z.ZodType<Answer>, body?: unknown) => Promise<Answer>;
  delete: (path: string) => Promise<void>;
  /** The whole of a list that is read page by page. */
  all: <Item>(path: string, page: z.ZodType<Page<Item>>) => Promise<Item[]>;
  /** An answer that is a file, in pieces. */
  download: (method: "GET" | "POST", path: string, asked?: Asked) => AsyncIterable<Uint8Array>;
};

/** Where the registry is, and with which key it is asked. */
export type Access = { address: string; key: string | null };

/**
 * The registry at an address. The key is sent to that address alone, never onwards to where it redirects, and without TLS to
 * this machine alone.
 */
export function openRegistry({ fetch }: Pick<Host, "fetch">, { address, key }: Access): Client {
  /** Asks, and reads the answer; what reads it is waited for as well. */
  async function ask<Answer>(
    method: string,
    path: string,
    { body, key: withKey = true }: Asked,
    read: (response: Response) => Promise<Answer>,
  ): Promise<Answer> {
    const waiting = patience();
    try {
      return await read(await open(method, path, { body, key: withKey }, waiting.signal));
    } catch (error) {
      throw error instanceof Failure ? error : new Failure(`${address} broke off: ${networkInWords(error)}.`);
    } finally {
      waiting.end();
    }
  }

  async function open(method: string, path: string, { body, key: withKey }: Asked, signal: AbortSignal) {
    if (withKey && key === null)
      throw new Failure("An API key is needed: put it into SPR_API_KEY, or into a file that --key-file names.");
    const headers = {
      accept: "*/*",
      ...(withKey && key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    let response: Response;
    try {
      response = await fetch(`${address}${path}`, { method, headers, ...sent, redirect: "manual", signal });
    } catch (error) {
      throw new Failure(`${address} cannot be asked: ${networkInWords(error)}.`);
    }
    if (response.status >= 300 && response.status < 400)
      throw new Failure(
        `${address} leads on to ${response.headers.get("location") ?? "another address"}: name the address at the end of it.`,
      );
    if (!response.ok) throw await refusalInWords(response, address);
    return response;
  }

  const json = async (response: Response): Promise<unknown> => {
    if (response.status === 204) return null;
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      throw new Failure(`What answers at ${address} is no registry: its answer is not JSON.`);
    }
  };
  /** The answer as it is expected. */
  async function read<Answer>(method: string, path: string, answer: z.ZodType<Answer>, asked: Asked): Promise<Answer> {
    const { data, error } = answer.safeParse(await ask(method, path, asked, json));
    if (!error) return data;
    const [place = ""] = error.issues.map((issue) => issue.path.join("."));
    throw new Failure(
      `What answers at ${address} is no registry: its answer to ${path} has not what one has${place && ` (${place})`}.`,
    );
  }
  return {
    address,
    get: (path, answer, asked = {}) => read("GET", path, answer, asked),
    send: (method, path, answer, body) => read(method, path, answer, { body }),
    delete: async (path) => void (await ask("DELETE", path, {}, json)),
    async all<Item>(path: string, page: z.ZodType<Page<Item>>) {
      const items: Item[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const asked: string = cursor && `${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
        const { data, next } = await read("GET", path + asked, page, {});
        items.push(...data);
        cursor = next;
      }
      return items;
    },
    async *download(method, path, asked = {}) {
      const waiting = patience();
      try {
        const { body: pieces } = await open(method, path, { key: true, ...asked }, waiting.signal);
        for await (const piece of pieces ?? []) {
          waiting.sign();
          yield piece;
        }
      } catch (error) {
        throw error instanceof Failure ? error : new Failure(`${address} broke off: ${networkInWords(error)}.`);
      } finally {
        waiting.end();
      }
    },
  };
}

/** What the system calls it, and what that means. */
const NETWORK: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was cut",
  ENOTFOUND: "no such host is known",
  EAI_AGAIN: "the name of the host cannot be looked up at present",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer",
  UND_ERR_SOCKET: "the connection was cut",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by nobody that is trusted here",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody that is trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody that is trusted here",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

function networkInWords(error: unknown): string {
  if (!(error instanceof Error)) return "the connection failed";
  if (error.name === "TimeoutError") return TOO_LATE;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? String(cause.code) : "";
  // What else the system says is no sentence for a person, and may quote what was sent.
  return NETWORK[code] ?? `the connection failed${/^[A-Z][A-Z0-9_]+$/.test(code) ? ` (${code})` : ""}`;
}
